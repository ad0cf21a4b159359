//! Finds topics that stand, by way of others, under themselves.
//!
//! **Why**: a reader who goes up would never arrive.
//!
//! **What to do**: take one of the `broader` entries out.

use super::{Subject, circles};
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "topic-circle";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let topics = &subject.library().topics;
    let up = |i: usize| topics.at(i).fields.broader.iter().filter_map(|id| topics.index(id.as_str())).collect();
    for circle in circles(topics.len(), up) {
        let names: Vec<&str> = circle.iter().chain(circle.first()).map(|&i| topics.at(i).id.as_str()).collect();
        let problem = Diagnostic::error(CODE, format!("these topics stand under each other: {}", names.join(" → ")));
        let span = subject.place(&topics.at(circle[0]).origin, "broader");
        found.push(problem.at(span).help("take one of the `broader` entries out"));
    }
}
