//! A story or a site in numbers: what the notes found at each outlet, and when its articles appeared.
//!
//! Outlets stand by name, never by what was found. A bar is a part of the outlet's own notes, so that an outlet with
//! more articles does not look worse than another.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, LinkCx};
use super::super::figure::columns::{self, Series};
use super::super::html::Html;
use crate::model::id::Id;
use crate::model::site::Thing;

/// Fewer notes with a verdict, or articles with a date, are counted by the reader as fast.
const FEWEST_NOTES: usize = 4;
/// The parts of fewer notes than this say nothing: one of one would be a whole bar.
const FEWEST_FOR_PARTS: usize = 5;
const FEWEST_ARTICLES: usize = 3;

/// What templates receive of numbers.
#[derive(Serialize)]
pub(super) struct NumbersCx {
    outlets: Vec<OutletNumbers>,
    appeared: Option<AppearedCx>,
}

/// What the notes found at one outlet.
#[derive(Serialize)]
struct OutletNumbers {
    /// Its name and page; without a route for articles of no outlet.
    outlet: LinkCx,
    notes: usize,
    articles: usize,
    levels: Vec<LevelCount>,
}

#[derive(Serialize)]
struct LevelCount {
    verdict: Value,
    count: usize,
    /// Part of the outlet's notes with a verdict, in percent; none where they are too few.
    share: Option<usize>,
}

/// Articles over time.
#[derive(Serialize)]
struct AppearedCx {
    svg: Html,
    unit: &'static str,
    outlets: Vec<String>,
    rows: Vec<AppearedRow>,
    /// Articles without a date.
    undated: usize,
}

#[derive(Serialize)]
struct AppearedRow {
    time: String,
    counts: Vec<usize>,
}

/// Articles that name no outlet stand last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NoOutlet;

/// Articles by the name and number of their outlet.
type ByOutlet<'a> = BTreeMap<Result<(&'a str, usize), NoOutlet>, Vec<usize>>;

fn label(cx: &Contexts<'_>, outlet: &Result<(&str, usize), NoOutlet>) -> String {
    outlet.map_or_else(|_| cx.say("no-outlet", &[]), |(name, _)| name.to_owned())
}

/// The numbers of these articles; none where there is too little to show.
pub(super) fn numbers(cx: &Contexts<'_>, articles: &[usize]) -> Option<NumbersCx> {
    let mut by_outlet: ByOutlet<'_> = BTreeMap::new();
    for &article in articles {
        let id = cx.library().articles[article].front.source.outlet.as_ref();
        let outlet = id.and_then(|id| cx.library().outlets.index(id.as_str()));
        let name = outlet.map(|outlet| (cx.library().label(Thing::Outlet(outlet)), outlet));
        by_outlet.entry(name.ok_or(NoOutlet)).or_default().push(article);
    }
    let (outlets, appeared) = (verdicts(cx, &by_outlet), appeared(cx, &by_outlet));
    (!outlets.is_empty() || appeared.is_some()).then_some(NumbersCx { outlets, appeared })
}

fn verdicts(cx: &Contexts<'_>, by_outlet: &ByOutlet<'_>) -> Vec<OutletNumbers> {
    let of_articles = |articles: &[usize]| {
        let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
        let notes = articles.iter().flat_map(|&i| &cx.library().articles[i].notes);
        for id in notes.filter_map(|note| note.fields.verdict.as_ref()) {
            *counts.entry(id).or_default() += 1;
        }
        counts
    };
    let all: Vec<usize> = by_outlet.values().flatten().copied().collect();
    let total = of_articles(&all);
    // Each outlet has the same rows, so that they can be compared.
    let levels: Vec<&Id> = cx.scale.levels.iter().map(|level| &level.id).filter(|id| total.contains_key(id)).collect();
    let one = |(outlet, articles): (&Result<(&str, usize), NoOutlet>, &Vec<usize>)| {
        let counts = of_articles(articles);
        let of = |id: &Id| counts.get(id).copied().unwrap_or_default();
        let notes: usize = levels.iter().map(|id| of(id)).sum();
        let level = |id: &&Id| {
            let share = (notes >= FEWEST_FOR_PARTS).then(|| (of(id) * 200 + notes) / (2 * notes));
            Some(LevelCount { verdict: cx.verdict(Some(id))?, count: of(id), share })
        };
        let route = outlet.map_or_else(|_| String::new(), |(_, i)| cx.library().route(Thing::Outlet(i)).to_string());
        OutletNumbers {
            outlet: LinkCx { label: label(cx, outlet), route },
            notes,
            articles: articles.len(),
            levels: levels.iter().filter_map(level).collect(),
        }
    };
    let outlets: Vec<OutletNumbers> = by_outlet.iter().map(one).filter(|outlet| outlet.notes > 0).collect();
    let notes: usize = outlets.iter().map(|outlet| outlet.notes).sum();
    if notes < FEWEST_NOTES || outlets.len() < 2 && levels.len() < 2 { Vec::new() } else { outlets }
}

fn appeared(cx: &Contexts<'_>, by_outlet: &ByOutlet<'_>) -> Option<AppearedCx> {
    let date = |&i: &usize| cx.library().articles[i].front.source.published;
    let series: Vec<Series> = by_outlet
        .iter()
        .map(|(outlet, articles)| Series {
            label: label(cx, outlet),
            dates: articles.iter().filter_map(date).collect(),
        })
        .filter(|series| !series.dates.is_empty())
        .collect();
    let dated: usize = series.iter().map(|one| one.dates.len()).sum();
    let articles: usize = by_outlet.values().map(Vec::len).sum();
    let drawing = columns::draw(&series, &cx.language).filter(|_| dated >= FEWEST_ARTICLES)?;
    Some(AppearedCx {
        svg: drawing.svg,
        unit: drawing.unit,
        outlets: series.into_iter().map(|one| one.label).collect(),
        rows: drawing.table.into_iter().map(|(time, counts)| AppearedRow { time, counts }).collect(),
        undated: articles - dated,
    })
}
