//! What two articles have in common, at a glance.

use serde::Serialize;

use super::super::super::context::LinkCx;
use super::super::in_common::percent;
use super::Pair;
use crate::model::id::Id;
use crate::model::shared::SharedPair;

/// Counts; the numbers of a pair are of the first and the second article.
#[derive(Serialize)]
pub(super) struct TableCx {
    passages: usize,
    words: usize,
    /// Which part of each text is shared, of 100.
    parts: [u8; 2],
    claims: usize,
    claims_only: [usize; 2],
    /// Whether there is a claim at all.
    any_claims: bool,
    stances: Vec<TargetCx>,
    /// Whether both are probably from one text.
    same_text: bool,
}

/// Where both stand toward one thing, each as its judges say.
#[derive(Serialize)]
struct TargetCx {
    target: LinkCx,
    cells: [Vec<JudgedCx>; 2],
}

#[derive(Serialize)]
struct JudgedCx {
    label: &'static str,
    label_text: String,
    by: LinkCx,
}

pub(super) fn table(pair: &Pair<'_>, only: &[Vec<usize>; 2]) -> TableCx {
    let shared = pair.shared;
    TableCx {
        passages: shared.map_or(0, |shared| shared.passages.len()),
        words: shared.map_or(0, SharedPair::words),
        parts: pair.articles().map(|article| shared.map_or(0, |shared| percent(shared.part_of(article)))),
        claims: pair.compared.claims.len(),
        claims_only: [only[0].len(), only[1].len()],
        any_claims: !pair.compared.claims.is_empty() || only.iter().any(|claims| !claims.is_empty()),
        stances: stances(pair),
        same_text: shared.is_some_and(SharedPair::is_same_text),
    }
}

/// The targets of both, in the order of the first article.
fn stances(pair: &Pair<'_>) -> Vec<TargetCx> {
    let (cx, site) = (pair.cx, pair.cx.site);
    let of = pair.articles().map(|article| &site.library().articles[article].front.stance);
    let mut targets: Vec<_> = of[0].iter().map(|stance| &stance.toward).collect();
    let mut seen = std::collections::BTreeSet::new();
    targets.retain(|target| of[1].iter().any(|stance| stance.toward == **target) && seen.insert(*target));
    let judged = |target: &Id, side: usize| {
        let toward = of[side].iter().filter(|stance| stance.toward == *target);
        let judged = toward.map(|stance| JudgedCx {
            label: stance.label.id(),
            label_text: cx.name("stance", stance.label.id()),
            by: cx.editor(&stance.by),
        });
        judged.collect()
    };
    let row = |target: &Id| {
        let thing = site.topic_or_claim(target).map(|thing| cx.link(thing));
        let unknown = || LinkCx { label: target.to_string(), route: String::new() };
        TargetCx { target: thing.unwrap_or_else(unknown), cells: [judged(target, 0), judged(target, 1)] }
    };
    targets.into_iter().map(row).collect()
}
