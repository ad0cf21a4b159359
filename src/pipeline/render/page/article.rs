//! An article with its notes.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, DateCx, LinkCx, NoteCx, Section, State};
use super::super::html::Html;
use super::super::{Plan, RenderError};
use super::backlink::{BacklinksCx, backlinks};
use super::cite::{CiteCx, citation};
use super::in_common::{InCommonCx, in_common};
use super::linked_data::article_page;
use super::passage::{Passage, passages};
use super::preview::{PreviewCx, previews};
use super::reference::forge_urls;
use super::related::{RelatedCx, related};
use super::stance::{StanceCx, stance};
use super::toc::{TocCx, toc};
use super::{Page, Renderer};
use crate::model::article::Article;
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::Treats;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.articles.len() {
        plan.page(&library.route(Thing::Article(index)), move |r| r.article(index))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct OriginCx {
    outlet: Option<LinkCx>,
    authors: Vec<LinkCx>,
    url: String,
    host: String,
    published: Option<DateCx>,
    retrieved: Option<DateCx>,
    archived: String,
    via: Option<LinkCx>,
    genre_label: String,
    rights: String,
    text_label: String,
    text_explained: String,
}

#[derive(Serialize)]
struct TreatedClaim {
    #[serde(flatten)]
    card: Value,
    treats: &'static str,
    treats_label: String,
}

#[derive(Serialize)]
struct CorrectionCx {
    date: DateCx,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct ArticleCx {
    #[serde(flatten)]
    card: Value,
    /// The summary, if one was written: the first sentence, which lists show instead, stands in the text anyway.
    standfirst: String,
    passages: Vec<Passage>,
    footnotes: Html,
    toc: Vec<TocCx>,
    source: OriginCx,
    #[serde(rename = "stances")]
    judged: Vec<StanceCx>,
    whole_notes: Vec<NoteCx>,
    /// How many notes stand at words that were edited.
    changed_count: usize,
    lost_notes: Vec<NoteCx>,
    claims: Vec<TreatedClaim>,
    common: InCommonCx,
    related: Vec<RelatedCx>,
    backlinks: BacklinksCx,
    previews: Vec<PreviewCx>,
    corrections: Vec<CorrectionCx>,
    cite: CiteCx,
    edit_url: String,
    new_note_url: String,
}

#[derive(Serialize)]
struct Fields {
    article: ArticleCx,
}

impl Renderer<'_> {
    fn article(&self, index: usize) -> Page {
        let cx = &self.cx;
        let article = &cx.library().articles[index];
        let route = cx.library().route(Thing::Article(index));
        let mut page = cx.page("article", Section::Articles, &route, &article.front.title);
        page.description = article.front.summary.clone().unwrap_or_default();
        page.language.clone_from(&article.front.language);
        page.json_ld = article_page(cx, article, &page.canonical);
        let (edit_url, new_note_url) = forge_urls(cx, article);
        let fields = Fields {
            article: ArticleCx {
                standfirst: article.front.summary.clone().unwrap_or_default(),
                passages: passages(cx, index, &page.root),
                footnotes: Html::default(),
                toc: toc(&article.body),
                source: origin(cx, article),
                judged: (0..article.front.stance.len()).map(|number| stance(cx, index, number)).collect(),
                whole_notes: notes(cx, index, &page.root, &[State::Whole]),
                changed_count: numbers(cx, index, &[State::Approximate]).count(),
                lost_notes: notes(cx, index, &page.root, &[State::Ambiguous, State::Orphan]),
                claims: claims(cx, index),
                common: in_common(cx, index),
                related: related(cx, index),
                backlinks: backlinks(cx, Thing::Article(index)),
                previews: previews(cx, index),
                corrections: corrections(cx, article),
                cite: citation(cx, article, &page.canonical),
                edit_url,
                new_note_url,
                card: cx.cards.articles[index].clone(),
            },
        };
        self.fill("article.html", &page, &fields)
    }
}

/// The notes that stand so, in reading order.
fn notes(cx: &Contexts<'_>, index: usize, root: &str, states: &[State]) -> Vec<NoteCx> {
    numbers(cx, index, states).map(|at| cx.note(at, root)).collect()
}

fn numbers<'a>(cx: &'a Contexts<'_>, article: usize, states: &'a [State]) -> impl Iterator<Item = NoteRef> + 'a {
    let order = cx.site.links.reading_order[article].iter();
    order.map(move |&note| NoteRef { article, note }).filter(|&at| states.contains(&cx.state(at)))
}

fn origin(cx: &Contexts<'_>, article: &Article) -> OriginCx {
    let library = cx.library();
    let source = &article.front.source;
    let outlet = |id: Option<&crate::model::id::Id>| {
        id.and_then(|id| library.outlets.index(id.as_str())).map(|i| cx.link(Thing::Outlet(i)))
    };
    let author =
        |name: &String| LinkCx { label: name.clone(), route: format!("authors/{}.html", crate::text::slugify(name)) };
    OriginCx {
        outlet: outlet(source.outlet.as_ref()),
        authors: source.authors.iter().map(author).collect(),
        url: source.url.as_ref().map(ToString::to_string).unwrap_or_default(),
        host: source.url.as_ref().map(crate::model::address::Address::host).unwrap_or_default(),
        published: source.published.map(|date| cx.date(date)),
        retrieved: source.retrieved.map(|date| cx.date(date)),
        archived: source.archived.as_ref().map(ToString::to_string).unwrap_or_default(),
        via: outlet(source.via.as_ref()),
        genre_label: source.genre.map(|genre| cx.name("genre", genre.id())).unwrap_or_default(),
        rights: source.rights.clone().unwrap_or_default(),
        text_label: cx.name("text", article.front.text.id()),
        text_explained: cx.say(&format!("text-{}-explained", article.front.text.id()), &[]),
    }
}

/// The claims that the notes tie to the article, in reading order; where notes differ in how the article treats one,
/// the first counts.
fn claims(cx: &Contexts<'_>, index: usize) -> Vec<TreatedClaim> {
    let library = cx.library();
    let mut claims: Vec<(usize, Treats)> = Vec::new();
    for &note in &cx.site.links.reading_order[index] {
        let note = &library.articles[index].notes[note];
        let claim = note.fields.claim.as_ref().and_then(|id| library.claims.index(id.as_str()));
        if let Some(claim) = claim.filter(|claim| claims.iter().all(|(c, _)| c != claim)) {
            claims.push((claim, note.treats()));
        }
    }
    let treated = |(claim, treats): (usize, Treats)| TreatedClaim {
        card: cx.cards.claims[claim].clone(),
        treats: treats.id(),
        treats_label: cx.name("article", treats.id()),
    };
    claims.into_iter().map(treated).collect()
}

fn corrections(cx: &Contexts<'_>, article: &Article) -> Vec<CorrectionCx> {
    let correction = |c: &crate::model::article::OutletCorrection| CorrectionCx {
        date: cx.date(c.date),
        text: c.text.clone(),
        url: c.url.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    article.front.corrections.iter().map(correction).collect()
}
