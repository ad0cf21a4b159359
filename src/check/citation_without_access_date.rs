//! Finds cited addresses without the day on which they were read.
//!
//! **Why**: pages change; a reader must know which day's page is meant.
//!
//! **What to do**: add `accessed: 2025-11-21`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "citation-without-access-date";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for (origin, i, _) in subject.citations().filter(|(_, _, c)| c.url.is_some() && c.accessed.is_none()) {
        let problem = Diagnostic::warning(CODE, "it is not said when this address was read");
        let span = subject.place(origin, &format!("sources/{i}/url"));
        found.push(problem.at(span).help("add `accessed:` with the day"));
    }
}
