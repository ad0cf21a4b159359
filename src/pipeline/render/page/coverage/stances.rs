//! Stances side by side: targets down, articles across. Judges are never averaged: where they differ, each is shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::super::context::{Contexts, LinkCx};
use super::super::stance::{StanceCx, stance};
use super::columns::{Columns, Whose};
use super::{ByArticle, MOST_ROWS};
use crate::model::id::Id;
use crate::model::vocabulary::StanceLabel;

#[derive(Serialize)]
struct Cell {
    #[serde(flatten)]
    whose: Whose,
    stances: Vec<StanceCx>,
    /// Whether editors read the article differently.
    differ: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    target: LinkCx,
    cells: Vec<Cell>,
    /// How many articles without a column take a stance toward it.
    others: usize,
}

/// What templates receive of the table.
#[derive(Serialize)]
pub(super) struct StanceTable {
    rows: Vec<Row>,
    /// How many targets have no row.
    more: usize,
}

impl StanceTable {
    /// The table of these stances. Targets on which articles or editors differ come first, then those with most
    /// articles, then by name.
    pub(super) fn new(cx: &Contexts<'_>, columns: &Columns, judged: ByArticle<&Id, usize>) -> Self {
        let target = |id: &Id| match cx.site.topic_or_claim(id) {
            Some(thing) => cx.link(thing),
            None => LinkCx { label: id.to_string(), route: String::new() },
        };
        let mut targets: Vec<(LinkCx, BTreeMap<usize, Vec<usize>>)> =
            judged.into_iter().map(|(id, by_article)| (target(id), by_article)).collect();
        targets.sort_by_cached_key(|(target, by_article)| {
            let labels = by_article.iter().flat_map(|(&article, numbers)| labels(cx, article, numbers));
            let differ = labels.collect::<BTreeSet<_>>().len() > 1;
            (!differ, Reverse(by_article.len()), target.label.clone())
        });
        let more = targets.len().saturating_sub(MOST_ROWS);
        targets.truncate(MOST_ROWS);
        let rows = targets.into_iter().enumerate().map(|(i, (target, by_article))| Row {
            id: format!("target-{}", i + 1),
            target,
            cells: columns.iter().map(|(article, whose)| cell(cx, article, whose, by_article.get(&article))).collect(),
            others: by_article.keys().filter(|&&article| !columns.has(article)).count(),
        });
        Self { rows: rows.collect(), more }
    }
}

fn labels(cx: &Contexts<'_>, article: usize, numbers: &[usize]) -> BTreeSet<StanceLabel> {
    let stances = &cx.library().articles[article].front.stance;
    numbers.iter().map(|&number| stances[number].label).collect()
}

fn cell(cx: &Contexts<'_>, article: usize, whose: &Whose, numbers: Option<&Vec<usize>>) -> Cell {
    let numbers = numbers.map(Vec::as_slice).unwrap_or_default();
    Cell {
        whose: whose.clone(),
        stances: numbers.iter().map(|&number| stance(cx, article, number)).collect(),
        differ: labels(cx, article, numbers).len() > 1,
    }
}
