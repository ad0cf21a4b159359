//! Finds claims that name themselves as narrower, contradicting or repeated.
//!
//! **Why**: an id was mistyped; the relation that was meant is missing from both pages.
//!
//! **What to do**: name the other claim, or take the entry out.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "self-related-claim";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for claim in &subject.library().claims {
        let fields = &claim.fields;
        let lists =
            [("narrower", &fields.narrower), ("contradicts", &fields.contradicts), ("repeats", &fields.repeats)];
        for (key, ids) in lists {
            for at in (0..ids.len()).filter(|&at| ids[at] == claim.id) {
                let problem = Diagnostic::error(CODE, format!("the claim `{}` names itself here", claim.id));
                let problem = problem.at(subject.place(&claim.origin, &format!("{key}/{at}")));
                found.push(problem.help("name the other claim, or take the entry out"));
            }
        }
    }
}
