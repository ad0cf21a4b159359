//! Every document that is cited, by publisher.
//!
//! [`Catalogue`] cuts the list into pages of bounded weight, whatever is cited how often: a document with very many
//! citations goes on in further rows.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::super::context::{LinkCx, Section, SourceCx};
use super::super::{Plan, RenderError};
use super::pager::PagerCx;
use super::{Page, Renderer};
use crate::model::route::Route;
use crate::model::site::{CitedAt, CitedDocument, Citer, Thing};
use crate::model::vocabulary::Shows;
use crate::text::{alphabetical, initial};

/// What a page holds at most, in citations: some 200 kB of HTML. A document counts as two.
const WEIGHT: usize = 800;

/// Citations in one row.
const ROW: usize = 200;

/// From so many publishers on, letters lead to them.
const MANY_PUBLISHERS: usize = 15;

/// What a document weighs beside its citations.
const DOCUMENT: usize = 2;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let catalogue = Arc::new(Catalogue::new(&plan.renderer.cx.site.links.cited));
    for number in 1..=catalogue.pages.len() {
        let catalogue = Arc::clone(&catalogue);
        plan.page(&route(number), move |r| r.sources(number, &catalogue))?;
    }
    Ok(())
}

fn route(number: usize) -> Route {
    match number {
        1 => Route::new("sources.html"),
        _ => Route::new(format!("sources-{number}.html")),
    }
}

/// A document, or a part of it that cites on.
#[derive(Clone, Debug)]
struct Row {
    document: usize,
    cited_by: Range<usize>,
}

/// A letter with the first document below it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Letter {
    sign: char,
    document: usize,
    page: usize,
}

/// What stands on which page.
struct Catalogue {
    rows: Vec<Row>,
    pages: Vec<Range<usize>>,
    letters: Vec<Letter>,
}

impl Catalogue {
    fn new(cited: &[CitedDocument]) -> Self {
        let rows: Vec<Row> =
            cited.iter().enumerate().flat_map(|(i, document)| rows(i, document.cited_by.len())).collect();
        let pages = pages(&rows);
        let letters = letters(cited, &rows, &pages);
        Self { rows, pages, letters }
    }
}

fn rows(document: usize, citations: usize) -> impl Iterator<Item = Row> {
    let starts = (0..citations.max(1)).step_by(ROW);
    starts.map(move |start| Row { document, cited_by: start..(start + ROW).min(citations) })
}

fn pages(rows: &[Row]) -> Vec<Range<usize>> {
    let (mut pages, mut start, mut weight) = (Vec::new(), 0, 0);
    for (at, row) in rows.iter().enumerate() {
        let own = DOCUMENT + row.cited_by.len();
        if weight + own > WEIGHT && at > start {
            pages.push(start..at);
            (start, weight) = (at, 0);
        }
        weight += own;
    }
    pages.push(start..rows.len());
    pages
}

/// The letters under which publishers stand; none where there are few publishers, or where no publisher is named.
fn letters(cited: &[CitedDocument], rows: &[Row], pages: &[Range<usize>]) -> Vec<Letter> {
    let named = |document: &CitedDocument| document.citation.publisher.is_some();
    let publishers = cited.chunk_by(same_publisher).filter(|group| named(&group[0])).count();
    if publishers < MANY_PUBLISHERS {
        return Vec::new();
    }
    let mut letters: Vec<Letter> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for row in rows[page.clone()].iter().filter(|row| named(&cited[row.document])) {
            let sign = initial(publisher(&cited[row.document]).unwrap_or_default());
            if letters.iter().all(|known| known.sign != sign) {
                letters.push(Letter { sign, document: row.document, page: number + 1 });
            }
        }
    }
    letters
}

/// Documents without a publisher stand under their own heading.
fn publisher(document: &CitedDocument) -> Option<&str> {
    document.citation.publisher.as_deref()
}

fn same_publisher(a: &CitedDocument, b: &CitedDocument) -> bool {
    let key = |document: &CitedDocument| document.citation.publisher.as_deref().map(alphabetical);
    key(a) == key(b)
}

#[derive(Serialize)]
struct CitedByCx {
    kind: String,
    #[serde(flatten)]
    link: LinkCx,
    shows: &'static str,
    shows_label: String,
    shows_icon: &'static str,
}

#[derive(Serialize)]
struct TallyCx {
    icon: &'static str,
    label: String,
    count: usize,
}

#[derive(Serialize)]
struct CitedCx {
    #[serde(flatten)]
    source: SourceCx,
    cited_by: Vec<CitedByCx>,
    /// How often it is cited in all; more than `cited_by` has where the document goes on in another row.
    cited_count: usize,
    /// How often for what, where that is said.
    tally: Vec<TallyCx>,
    /// Whether the row goes on with a document that began before.
    continued: bool,
}

#[derive(Serialize)]
struct PublisherCx {
    name: String,
    /// The fragment of the letter that begins here, or empty.
    letter: String,
    sources: Vec<CitedCx>,
}

#[derive(Serialize)]
struct LetterCx {
    label: String,
    route: String,
}

#[derive(Serialize)]
struct Fields {
    publishers: Vec<PublisherCx>,
    document_count: usize,
    letters: Vec<LetterCx>,
    pager: PagerCx,
}

impl Renderer<'_> {
    fn sources(&self, number: usize, catalogue: &Catalogue) -> Page {
        let page = self.cx.page("sources", Section::Sources, &route(number), self.cx.say("sources-title", &[]));
        let cited = &self.cx.site.links.cited;
        let rows = &catalogue.rows[catalogue.pages[number - 1].clone()];
        let groups = rows.chunk_by(|a, b| same_publisher(&cited[a.document], &cited[b.document]));
        let publishers = groups.map(|rows| PublisherCx {
            name: publisher(&cited[rows[0].document]).map_or_else(|| self.cx.say("no-publisher", &[]), str::to_owned),
            letter: begins(rows, number, &catalogue.letters),
            sources: rows.iter().map(|row| self.cited(row)).collect(),
        });
        let letter = |letter: &Letter| LetterCx {
            label: letter.sign.to_string(),
            route: format!("{}#{}", route(letter.page), fragment(letter.sign)),
        };
        let fields = Fields {
            publishers: publishers.collect(),
            document_count: cited.len(),
            letters: catalogue.letters.iter().map(letter).collect(),
            pager: PagerCx::numbered(number, catalogue.pages.len(), cited.len(), route),
        };
        self.fill("sources.html", &page, &fields)
    }

    fn cited(&self, row: &Row) -> CitedCx {
        let document = &self.cx.site.links.cited[row.document];
        CitedCx {
            source: self.cx.source(&document.citation),
            cited_by: document.cited_by[row.cited_by.clone()].iter().map(|&at| self.cited_by(at)).collect(),
            cited_count: document.cited_by.len(),
            tally: self.tally(document),
            continued: row.cited_by.start > 0,
        }
    }

    fn tally(&self, document: &CitedDocument) -> Vec<TallyCx> {
        let shows = |at: &CitedAt| self.cx.library().citation(*at).shows;
        let count = |what: Shows| document.cited_by.iter().filter(|at| shows(at) == Some(what)).count();
        let counted = Shows::ALL.iter().map(|&what| (what, count(what))).filter(|&(_, count)| count > 0);
        counted
            .map(|(what, count)| TallyCx { icon: what.icon(), label: self.cx.name("shows", what.id()), count })
            .collect()
    }

    fn cited_by(&self, at: CitedAt) -> CitedByCx {
        let cx = &self.cx;
        let (kind, link) = match at.citer {
            Citer::Note(note) => ("note", cx.note_link(note)),
            Citer::Claim(i) => ("claim", cx.link(Thing::Claim(i))),
            Citer::Event(i) => {
                let event = cx.library().events.at(i);
                let route = format!("timeline.html#event-{}", event.id);
                ("event", LinkCx { label: event.fields.text.clone(), route })
            }
        };
        let shows = cx.library().citation(at).shows;
        CitedByCx {
            kind: cx.say(kind, &[]),
            link,
            shows: shows.map_or("", Shows::id),
            shows_label: shows.map(|shows| cx.name("shows", shows.id())).unwrap_or_default(),
            shows_icon: shows.map_or("", Shows::icon),
        }
    }
}

/// The fragment of the letter whose first document is one of the rows of page `number`.
fn begins(rows: &[Row], number: usize, letters: &[Letter]) -> String {
    let begins = |letter: &&Letter| letter.page == number && rows.iter().any(|row| row.document == letter.document);
    letters.iter().find(begins).map(|letter| fragment(letter.sign)).unwrap_or_default()
}

/// By the number of the letter, since a fragment should hold nothing that addresses encode.
fn fragment(letter: char) -> String {
    match letter {
        c if c.is_ascii_alphabetic() => format!("from-{}", c.to_ascii_lowercase()),
        c => format!("from-u{:x}", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(citations: &[usize]) -> (Vec<Row>, Vec<Range<usize>>) {
        let rows: Vec<Row> = citations.iter().enumerate().flat_map(|(i, &n)| rows(i, n)).collect();
        let pages = pages(&rows);
        (rows, pages)
    }

    #[test]
    fn every_citation_stands_once_and_no_page_is_heavy() {
        for citations in [&[][..], &[1], &vec![1; 5_000], &[0, 1, 50_000, 3], &[200, 201, 400, 799]] {
            let (rows, pages) = catalogue(citations);
            let shown: usize = rows.iter().map(|row| row.cited_by.len()).sum();
            assert_eq!(shown, citations.iter().sum::<usize>());
            assert_eq!(pages.iter().map(ExactSizeIterator::len).sum::<usize>(), rows.len());
            for page in &pages {
                let weight: usize = rows[page.clone()].iter().map(|row| DOCUMENT + row.cited_by.len()).sum();
                assert!(weight <= WEIGHT, "{weight}");
            }
        }
    }
}
