//! Every document that is cited, by publisher.

use serde::Serialize;

use super::super::context::{LinkCx, Section, SourceCx};
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::route::Route;
use crate::model::site::{CitedDocument, Citer, Thing};

/// Documents on a page.
const PER_PAGE: usize = 400;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let total = plan.renderer.cx.site.links.cited.len().div_ceil(PER_PAGE).max(1);
    for number in 1..=total {
        plan.page(&route(number), move |r| r.sources(number, total))?;
    }
    Ok(())
}

fn route(number: usize) -> Route {
    match number {
        1 => Route::new("sources.html"),
        _ => Route::new(format!("sources-{number}.html")),
    }
}

#[derive(Serialize)]
struct CitedByCx {
    label: String,
    route: String,
    shows_label: &'static str,
}

#[derive(Serialize)]
struct CitedCx {
    #[serde(flatten)]
    source: SourceCx,
    cited_by: Vec<CitedByCx>,
}

#[derive(Serialize)]
struct PublisherCx {
    name: String,
    sources: Vec<CitedCx>,
}

#[derive(Serialize)]
struct PagerCx {
    number: usize,
    total: usize,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Serialize)]
struct Fields {
    publishers: Vec<PublisherCx>,
    pager: PagerCx,
}

impl Renderer<'_> {
    fn sources(&self, number: usize, total: usize) -> Page {
        let page = self.cx.page("sources", Section::Sources, &route(number), "Sources cited");
        let cited = &self.cx.site.links.cited;
        let first = (number - 1) * PER_PAGE;
        let shown = &cited[first..(first + PER_PAGE).min(cited.len())];
        let publishers = shown.chunk_by(|a, b| publisher(a) == publisher(b)).map(|documents| PublisherCx {
            name: publisher(&documents[0]).to_owned(),
            sources: documents.iter().map(|document| self.cited(document)).collect(),
        });
        let neighbour = |n: usize| (1..=total).contains(&n).then(|| route(n).to_string());
        let pager = PagerCx { number, total, newer: neighbour(number - 1), older: neighbour(number + 1) };
        self.fill("sources.html", &page, &Fields { publishers: publishers.collect(), pager })
    }

    fn cited(&self, document: &CitedDocument) -> CitedCx {
        let cited_by = document.cited_by.iter().map(|&(citer, shows)| {
            let link = self.citer(citer);
            CitedByCx {
                label: link.label,
                route: link.route,
                shows_label: shows.map_or("", crate::model::vocabulary::Shows::label),
            }
        });
        CitedCx { source: (&document.citation).into(), cited_by: cited_by.collect() }
    }

    fn citer(&self, citer: Citer) -> LinkCx {
        let cx = &self.cx;
        match citer {
            Citer::Claim(i) => cx.link(Thing::Claim(i)),
            Citer::Event(i) => {
                LinkCx { label: cx.library().events.at(i).fields.text.clone(), route: "timeline.html".into() }
            }
            Citer::Note(at) => {
                let article = &cx.library().articles[at.article];
                let route = cx.library().route(Thing::Article(at.article));
                LinkCx {
                    label: format!("{}: {}", article.front.title, cx.note_label(at)),
                    route: format!("{route}#note-{}", article.notes[at.note].id),
                }
            }
        }
    }
}

/// Documents without a publisher stand under their own heading.
fn publisher(document: &CitedDocument) -> &str {
    document.citation.publisher.as_deref().unwrap_or("No publisher named")
}
