//! Finds outlets, claims and topics that nothing names.
//!
//! **Why**: an id was mistyped somewhere, or the file is a leftover; its page would be empty.
//!
//! **What to do**: tie something to it, or delete the file.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Origin};
use crate::model::id::Id;
use crate::model::site::Thing;

pub(super) const CODE: &str = "unused-entry";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let (library, links) = (subject.library(), &subject.site.links);
    let claimants = library.claims.iter().flat_map(|claim| claim.fields.claimant.ids());
    let claimants: BTreeSet<Thing> = claimants.filter_map(|id| library.claimant(id.as_str())).collect();
    let linked = |thing: Thing| links.backlinks.get(&thing).is_some_and(|l| !l.is_empty());
    for (i, outlet) in library.outlets.iter().enumerate() {
        let used = !links.outlet_articles[i].is_empty()
            || !links.outlet_republished[i].is_empty()
            || claimants.contains(&Thing::Outlet(i));
        report(subject, used || linked(Thing::Outlet(i)), "outlet", &outlet.id, &outlet.origin, "name", found);
    }
    for (i, claim) in library.claims.iter().enumerate() {
        let used = !links.claim_notes[i].is_empty()
            || !links.claim_relations[i].is_empty()
            || links.stances_toward.contains_key(&Thing::Claim(i));
        report(subject, used || linked(Thing::Claim(i)), "claim", &claim.id, &claim.origin, "text", found);
    }
    for (i, topic) in library.topics.iter().enumerate() {
        let used = !links.topic_articles[i].is_empty()
            || claimants.contains(&Thing::Topic(i))
            || !links.topic_claims[i].is_empty()
            || !links.topic_events[i].is_empty()
            || !links.topic_mentions[i].is_empty()
            || !links.topic_narrower[i].is_empty()
            || links.stances_toward.contains_key(&Thing::Topic(i));
        report(subject, used || linked(Thing::Topic(i)), "topic", &topic.id, &topic.origin, "label", found);
    }
}

fn report(
    subject: Subject<'_>,
    used: bool,
    noun: &str,
    id: &Id,
    origin: &Origin,
    pointer: &str,
    found: &mut Diagnostics,
) {
    if !used {
        let problem = Diagnostic::warning(CODE, format!("nothing names the {noun} `{id}`"));
        let problem = problem.at(subject.place(origin, pointer));
        found.push(problem.help("tie something to it, or delete the file"));
    }
}
