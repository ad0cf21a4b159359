//! The coverage of a story in two tables: [`matrix`] has its claims down, how each article treats them across;
//! [`stances`] what articles take a stance toward. Both have the same articles across ([`columns`]).

mod columns;
mod matrix;
mod stances;

use std::collections::BTreeMap;

use serde::Serialize;

use self::columns::Columns;
use self::matrix::Matrix;
use self::stances::StanceTable;
use super::super::context::Contexts;
use crate::model::id::Id;
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::TopicKind;

/// Most rows of a table: past these a reader looks things up in lists.
const MOST_ROWS: usize = 100;

/// For each thing that several articles speak of, what each of them says of it.
type ByArticle<K, T> = BTreeMap<K, BTreeMap<usize, Vec<T>>>;

/// What templates receive of a story's coverage.
#[derive(Serialize)]
pub(super) struct Coverage {
    columns: Columns,
    matrix: Option<Matrix>,
    stances: Option<StanceTable>,
}

/// The coverage of a topic: of a story with at least two articles that treat claims or take stances, else none.
pub(super) fn of_topic(cx: &Contexts<'_>, topic: usize) -> Option<Coverage> {
    let articles = &cx.site.links.topic_articles[topic];
    let story = cx.library().topics.at(topic).fields.kind == TopicKind::Story;
    if !story || articles.len() < 2 {
        return None;
    }
    let treated = treated(cx, topic, articles);
    let judged = judged(cx, articles);
    let columns = Columns::new(cx, articles, &treated, &judged);
    let matrix = (!treated.is_empty()).then(|| Matrix::new(cx, &columns, treated));
    let stances = (!judged.is_empty()).then(|| StanceTable::new(cx, &columns, judged));
    (matrix.is_some() || stances.is_some()).then_some(Coverage { columns, matrix, stances })
}

/// The notes on claims that belong to the story or that at least two of its articles treat.
fn treated(cx: &Contexts<'_>, topic: usize, articles: &[usize]) -> ByArticle<usize, NoteRef> {
    let library = cx.library();
    let mut treated: ByArticle<usize, NoteRef> = BTreeMap::new();
    for &article in articles {
        for &note in &cx.site.links.reading_order[article] {
            let claim = library.articles[article].notes[note].fields.claim.as_ref();
            if let Some(claim) = claim.and_then(|id| library.claims.index(id.as_str())) {
                treated.entry(claim).or_default().entry(article).or_default().push(NoteRef { article, note });
            }
        }
    }
    let of_story = &cx.site.links.topic_claims[topic];
    treated.retain(|claim, by_article| by_article.len() > 1 || of_story.binary_search(claim).is_ok());
    treated
}

/// The stances that the articles take, by the number that each has in its article.
fn judged<'a>(cx: &Contexts<'a>, articles: &[usize]) -> ByArticle<&'a Id, usize> {
    let mut judged: ByArticle<&Id, usize> = BTreeMap::new();
    for &article in articles {
        for (number, stance) in cx.library().articles[article].front.stance.iter().enumerate() {
            judged.entry(&stance.toward).or_default().entry(article).or_default().push(number);
        }
    }
    judged
}

/// Where a note stands in its article's text: at the reference behind its words, or, without a place, the note itself.
pub(super) fn place_of(cx: &Contexts<'_>, at: NoteRef) -> String {
    let route = cx.library().route(Thing::Article(at.article));
    let place = if cx.number(at) > 0 { "ref" } else { "note" };
    format!("{route}#{place}-{}", cx.library().articles[at.article].notes[at.note].id)
}
