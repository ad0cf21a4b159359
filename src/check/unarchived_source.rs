//! Finds cited addresses of which no citation has an archived copy. Off, unless `postil.yaml` says
//! `rules: [unarchived-source]`: a copy has to be made outside of postil, and not every site can.
//!
//! **Why**: pages go away, and the note loses what it rests on.
//!
//! **What to do**: have an archive keep the page, and add `archived:` with the address of the copy. One citation of a
//! document is enough.

use super::Subject;
use crate::config::OptionalRule;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::address::Address;

pub(super) const CODE: &str = "unarchived-source";

/// Archives: what is cited there is a copy already.
const ARCHIVES: [&str; 7] =
    ["web.archive.org", "archive.org", "archive.today", "archive.ph", "archive.is", "perma.cc", "webarchive.org.uk"];

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    if !subject.config.rules.contains(&OptionalRule::UnarchivedSource) {
        return;
    }
    let library = subject.library();
    for document in &subject.site.links.cited {
        let needs = |url: &Address| url.as_str().starts_with("http") && !ARCHIVES.contains(&url.host().as_str());
        let lacks = document.citation.archived.is_none() && document.citation.url.as_ref().is_some_and(needs);
        if let Some(first) = document.cited_by.first().filter(|_| lacks) {
            let message = match document.cited_by.len() {
                1 => "this address has no archived copy".to_owned(),
                times => format!("this address has no archived copy in any of its {times} citations"),
            };
            let origin = library.sources_of(first.citer).0;
            let problem = Diagnostic::warning(CODE, message);
            let problem = problem.at(subject.place(origin, &format!("sources/{}/url", first.source)));
            found.push(problem.help("have an archive keep the page, and add `archived:` with the address of the copy"));
        }
    }
}
