//! Finds topics that stand, by way of others, under themselves.
//!
//! **Why**: a reader who goes up would never arrive.
//!
//! **What to do**: take one of the `broader` entries out.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "topic-circle";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let topics = &subject.library().topics;
    let mut reported = BTreeSet::new();
    for start in 0..topics.len() {
        let Some(circle) = circle_from(subject, start) else { continue };
        if !reported.insert(circle.iter().copied().min()) {
            continue;
        }
        let names: Vec<&str> = circle.iter().chain(circle.first()).map(|&i| topics.at(i).id.as_str()).collect();
        let problem = Diagnostic::error(CODE, format!("these topics stand under each other: {}", names.join(" → ")));
        let span = subject.place(&topics.at(circle[0]).origin, "broader");
        found.push(problem.at(span).help("take one of the `broader` entries out"));
    }
}

/// The way from a topic up to itself, if there is one.
fn circle_from(subject: Subject<'_>, start: usize) -> Option<Vec<usize>> {
    let topics = &subject.library().topics;
    let up = |i: usize| topics.at(i).fields.broader.iter().filter_map(|id| topics.index(id.as_str()));
    let mut seen = BTreeSet::new();
    let mut ways: Vec<Vec<usize>> = vec![vec![start]];
    while let Some(way) = ways.pop() {
        let last = *way.last()?;
        for next in up(last) {
            if next == start {
                return Some(way);
            }
            if seen.insert(next) {
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}
