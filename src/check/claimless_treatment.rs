//! Finds notes that say how the article treats a claim without naming the claim.
//!
//! **Why**: `treats` is a cell of the coverage matrix; without a claim it has no row.
//!
//! **What to do**: name the claim (`claim: …`), or take `treats` out.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "claimless-treatment";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for (_, note) in subject.notes().filter(|(_, n)| n.fields.treats.is_some() && n.fields.claim.is_none()) {
        let problem = Diagnostic::warning(CODE, "`treats` stands here without a claim");
        found.push(problem.at(subject.place(&note.origin, "treats")).help("add `claim:`, or take `treats` out"));
    }
}
