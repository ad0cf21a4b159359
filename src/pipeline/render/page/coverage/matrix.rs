//! The coverage matrix: claims down, articles across, each cell how the article treats the claim, and where.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use super::super::super::context::{Contexts, State, TreatsCx};
use super::columns::{Columns, Whose};
use super::{ByArticle, MOST_ROWS, place_of};
use crate::model::site::NoteRef;
use crate::model::vocabulary::Treats;

#[derive(Serialize)]
struct PassageCx {
    quote: String,
    /// Where it stands.
    route: String,
    number: usize,
    state: State,
}

/// The passages that treat a claim in one way.
#[derive(Serialize)]
struct Treatment {
    #[serde(flatten)]
    treats: TreatsCx,
    passages: Vec<PassageCx>,
}

#[derive(Serialize)]
struct Cell {
    #[serde(flatten)]
    whose: Whose,
    /// One a way; none where the article does not mention the claim.
    treatments: Vec<Treatment>,
}

/// How many articles without a column treat a claim in one way.
#[derive(Serialize)]
struct Others {
    #[serde(flatten)]
    treats: TreatsCx,
    count: usize,
}

#[derive(Serialize)]
struct Row {
    id: String,
    claim: Value,
    /// Whether one article asserts the claim and another disputes it.
    split: bool,
    cells: Vec<Cell>,
    others: Vec<Others>,
}

/// What templates receive of a matrix.
#[derive(Serialize)]
pub(super) struct Matrix {
    rows: Vec<Row>,
    /// How many claims have no row.
    more: usize,
    /// The ways that stand in it, for a key.
    ways: Vec<TreatsCx>,
}

impl Matrix {
    /// The matrix of these notes on claims.
    pub(super) fn new(cx: &Contexts<'_>, columns: &Columns, treated: ByArticle<usize, NoteRef>) -> Self {
        let mut claims: Vec<(usize, BTreeMap<usize, Vec<NoteRef>>)> = treated.into_iter().collect();
        claims.sort_by_cached_key(|(claim, by_article)| {
            let claim = &cx.library().claims.at(*claim).fields;
            let levels = &cx.scale.levels;
            let verdict = claim.verdict.as_ref().and_then(|id| levels.iter().position(|level| level.id == *id));
            (!is_split(cx, by_article), Reverse(by_article.len()), verdict.unwrap_or(levels.len()), claim.text.clone())
        });
        let more = claims.len().saturating_sub(MOST_ROWS);
        claims.truncate(MOST_ROWS);
        let ways: BTreeSet<Treats> =
            claims.iter().flat_map(|(_, a)| a.values().flatten()).map(|&at| treats(cx, at)).collect();
        let rows = claims.iter().enumerate().map(|(i, (claim, by_article))| row(cx, columns, i, *claim, by_article));
        Self {
            rows: rows.collect(),
            more,
            ways: ways.into_iter().map(|way| TreatsCx::new(&cx.language, way)).collect(),
        }
    }
}

fn treats(cx: &Contexts<'_>, at: NoteRef) -> Treats {
    cx.library().articles[at.article].notes[at.note].treats()
}

/// Whether articles disagree: one asserts what another disputes. What a single article says both ways is no such thing.
fn is_split(cx: &Contexts<'_>, by_article: &BTreeMap<usize, Vec<NoteRef>>) -> bool {
    let those = |way: Treats| {
        let articles = by_article.iter().filter(move |(_, notes)| notes.iter().any(|&at| treats(cx, at) == way));
        articles.map(|(&article, _)| article).collect::<BTreeSet<usize>>()
    };
    let (asserts, disputes) = (those(Treats::Asserts), those(Treats::Disputes));
    asserts.iter().any(|one| disputes.iter().any(|other| one != other))
}

fn row(
    cx: &Contexts<'_>,
    columns: &Columns,
    number: usize,
    claim: usize,
    by_article: &BTreeMap<usize, Vec<NoteRef>>,
) -> Row {
    let cell = |(article, whose): (usize, &Whose)| Cell {
        whose: whose.clone(),
        treatments: by_article.get(&article).map_or_else(Vec::new, |notes| treatments(cx, notes)),
    };
    let elsewhere: Vec<&Vec<NoteRef>> =
        by_article.iter().filter(|(article, _)| !columns.has(**article)).map(|(_, notes)| notes).collect();
    let others = Treats::ALL.iter().map(|&way| Others {
        treats: TreatsCx::new(&cx.language, way),
        count: elsewhere.iter().filter(|notes| notes.iter().any(|&at| treats(cx, at) == way)).count(),
    });
    Row {
        id: format!("claim-{}", number + 1),
        claim: cx.cards.claims[claim].clone(),
        split: is_split(cx, by_article),
        cells: columns.iter().map(cell).collect(),
        others: others.filter(|others| others.count > 0).collect(),
    }
}

/// The passages of one article, by how they treat the claim.
fn treatments(cx: &Contexts<'_>, notes: &[NoteRef]) -> Vec<Treatment> {
    let passage = |at: &NoteRef| PassageCx {
        quote: cx.library().articles[at.article].notes[at.note].fields.quote.clone().unwrap_or_default(),
        route: place_of(cx, *at),
        number: cx.number(*at),
        state: cx.state(*at),
    };
    let ways = Treats::ALL.iter().map(|&way| Treatment {
        treats: TreatsCx::new(&cx.language, way),
        passages: notes.iter().filter(|&&at| treats(cx, at) == way).map(passage).collect(),
    });
    ways.filter(|treatment| !treatment.passages.is_empty()).collect()
}
