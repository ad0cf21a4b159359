//! Finds two claims that are related in two ways: one contradicts the other and repeats it as well, or is narrower.
//!
//! **Why**: a claim that says the same as another, or a part of it, can't contradict it; and the same is not narrower.
//! Their pages would say both.
//!
//! **What to do**: keep the relation that holds, and take the other entry out; it may stand in the other claim's file.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::vocabulary::Relation;

pub(super) const CODE: &str = "conflicting-relation";

/// What a relation is, whichever of the two claims says it.
fn verb(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradicts => "contradicts",
        Relation::Repeats | Relation::RepeatedBy => "repeats",
        Relation::Broader | Relation::Narrower => "narrower",
    }
}

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let claims = &subject.library().claims;
    for (claim, related) in subject.site.links.claim_relations.iter().enumerate() {
        // Each pair once: from the claim that comes first.
        for &(relation, other) in related.iter().filter(|(_, other)| claim < *other) {
            let others = related.iter().filter(|(_, o)| *o == other).map(|(r, _)| verb(*r));
            let Some(second) = others.filter(|second| *second > verb(relation)).min() else { continue };
            let first = verb(relation);
            let (one, two) = (&claims.at(claim).id, &claims.at(other).id);
            let message = format!("the claims `{one}` and `{two}` stand in two relations: `{first}` and `{second}`");
            let problem = Diagnostic::error(CODE, message).at(said(subject, claim, other, second));
            let problem = problem.related(said(subject, claim, other, first), format!("`{first}` stands here"));
            found.push(problem.help("keep the relation that holds, and take the other entry out"));
        }
    }
}

/// Where one of the two claims names the other under `key`.
fn said(subject: Subject<'_>, one: usize, two: usize, key: &str) -> Span {
    let claims = &subject.library().claims;
    let number = |from: usize, to: usize| {
        let fields = &claims.at(from).fields;
        let ids = match key {
            "contradicts" => &fields.contradicts,
            "repeats" => &fields.repeats,
            _ => &fields.narrower,
        };
        ids.iter().position(|id| *id == claims.at(to).id)
    };
    let (from, at) = match number(one, two) {
        Some(at) => (one, at),
        None => (two, number(two, one).unwrap_or_default()),
    };
    subject.place(&claims.at(from).origin, &format!("{key}/{at}"))
}
