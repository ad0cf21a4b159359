//! The coverage matrix of a story: claims down, articles across, each cell how the article treats the claim.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, State};
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::TopicKind;

#[derive(Serialize)]
struct Column {
    card: Value,
}

#[derive(Serialize)]
struct CellNote {
    quote: String,
    route: String,
    number: usize,
    state: State,
}

#[derive(Serialize)]
struct Cell {
    treats: &'static str,
    treats_label: &'static str,
    notes: Vec<CellNote>,
}

#[derive(Serialize)]
struct Row {
    claim: Value,
    cells: Vec<Option<Cell>>,
}

/// What templates receive of a matrix.
#[derive(Serialize)]
pub(super) struct Matrix {
    articles: Vec<Column>,
    rows: Vec<Row>,
}

/// The matrix of a topic: of a story with articles and claims, else none. A claim is of the story if it says so; a
/// cell without a note says that the article does not mention it.
pub(super) fn of_topic(cx: &Contexts<'_>, topic: usize) -> Option<Matrix> {
    let links = &cx.site.links;
    let articles = &links.topic_articles[topic];
    let story = cx.library().topics.at(topic).fields.kind == TopicKind::Story;
    let claims: Vec<usize> = links.topic_claims[topic]
        .iter()
        .copied()
        .filter(|&claim| links.claim_notes[claim].iter().any(|n| articles.contains(&n.article)))
        .collect();
    if !story || articles.is_empty() || claims.is_empty() {
        return None;
    }
    let mut rows: Vec<(usize, Row)> = claims.into_iter().map(|claim| row(cx, claim, articles)).collect();
    // What most articles touch stands first.
    rows.sort_by_key(|(filled, _)| std::cmp::Reverse(*filled));
    Some(Matrix {
        articles: articles.iter().map(|&i| Column { card: cx.cards.articles[i].clone() }).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    })
}

fn row(cx: &Contexts<'_>, claim: usize, articles: &[usize]) -> (usize, Row) {
    let notes = &cx.site.links.claim_notes[claim];
    let cells: Vec<Option<Cell>> = articles
        .iter()
        .map(|&article| {
            let first = notes.partition_point(|n| n.article < article);
            let end = notes.partition_point(|n| n.article <= article);
            cell(cx, &notes[first..end])
        })
        .collect();
    let filled = cells.iter().flatten().count();
    (filled, Row { claim: cx.cards.claims[claim].clone(), cells })
}

/// How the first note says that the article treats the claim, and every passage.
fn cell(cx: &Contexts<'_>, notes: &[NoteRef]) -> Option<Cell> {
    let note = |at: &NoteRef| &cx.library().articles[at.article].notes[at.note];
    let treats = note(notes.first()?).treats();
    let cell_note = |at: &NoteRef| CellNote {
        quote: note(at).fields.quote.clone().unwrap_or_default(),
        route: format!("{}#note-{}", cx.library().route(Thing::Article(at.article)), note(at).id),
        number: cx.number(*at),
        state: cx.state(*at),
    };
    Some(Cell { treats: treats.id(), treats_label: treats.label(), notes: notes.iter().map(cell_note).collect() })
}
