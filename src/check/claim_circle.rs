//! Finds claims that are, by way of others, narrower than themselves, or that repeat each other in a circle.
//!
//! **Why**: of two claims only one can be the more specific one; and where each repeats the other, none is the one that
//! readers should be led to.
//!
//! **What to do**: take one of the entries out: of `narrower` the one that names the more general claim.

use super::{Subject, circles};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entity::Claim;
use crate::model::id::Id;

pub(super) const CODE: &str = "claim-circle";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    report(subject, "narrower", "these claims are narrower than each other", |claim| &claim.narrower, found);
    report(subject, "repeats", "these claims repeat each other", |claim| &claim.repeats, found);
}

fn report(subject: Subject<'_>, key: &str, what: &str, of: fn(&Claim) -> &[Id], found: &mut Diagnostics) {
    let claims = &subject.library().claims;
    // A claim that names itself is the matter of another rule.
    let next = |i: usize| {
        let others = of(&claims.at(i).fields).iter().filter_map(|id| claims.index(id.as_str()));
        others.filter(|&other| other != i).collect()
    };
    for circle in circles(claims.len(), next) {
        let names: Vec<&str> = circle.iter().chain(circle.first()).map(|&i| claims.at(i).id.as_str()).collect();
        let problem = Diagnostic::error(CODE, format!("{what}: {}", names.join(" → ")));
        let span = subject.place(&claims.at(circle[0]).origin, key);
        found.push(problem.at(span).help(format!("take one of the `{key}` entries out")));
    }
}
