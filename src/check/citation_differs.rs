//! Finds documents of which two citations say different things: another title, another publisher, another day.
//!
//! One citation may say more than the other (`Annual report` and `Annual report for 2025`, `2025-11` and `2025-11-14`):
//! the list of sources shows the fullest.
//!
//! **Why**: the list of sources shows each document once, so it can't say both; and one of the two is likely a slip.
//!
//! **What to do**: write the same in both. If these are two documents without an address, tell them apart by their titles.

use std::collections::BTreeSet;

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::note::Citation;
use crate::model::site::{CitedAt, CitedDocument};
use crate::text::Folded;

pub(super) const CODE: &str = "citation-differs";

/// What is compared: the key in YAML, its words in a citation, and whether two of them can both be right.
type Field = (&'static str, fn(&Citation) -> Option<String>, fn(&Citation, &Citation) -> bool);

const FIELDS: [Field; 3] = [
    ("title", |c| Some(c.title.clone()), |a, b| one_in_the_other(&a.title, &b.title)),
    (
        "publisher",
        |c| c.publisher.clone(),
        |a, b| match (&a.publisher, &b.publisher) {
            (Some(a), Some(b)) => one_in_the_other(a, b),
            _ => true,
        },
    ),
    (
        "published",
        |c| c.published.map(|date| date.to_string()),
        |a, b| match (a.published, b.published) {
            (Some(a), Some(b)) => !a.is_before(b) && !b.is_before(a),
            _ => true,
        },
    ),
];

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for document in subject.site.links.cited.iter().filter(|document| document.cited_by.len() > 1) {
        for field in FIELDS {
            compare(subject, document, field, found);
        }
    }
}

/// Reports each value that does not go with the one that the list of sources shows, where it stands first.
fn compare(subject: Subject<'_>, document: &CitedDocument, (key, value, fits): Field, found: &mut Diagnostics) {
    let library = subject.library();
    let place = |at: CitedAt| subject.place(library.sources_of(at.citer).0, &format!("sources/{}/{key}", at.source));
    let shown = value(&document.citation);
    let showing = document.cited_by.iter().copied().find(|&at| value(library.citation(at)) == shown);
    let mut told = BTreeSet::new();
    for &at in &document.cited_by {
        let citation = library.citation(at);
        let (Some(showing), Some(shown), Some(other)) = (showing, &shown, value(citation)) else { continue };
        if fits(citation, &document.citation) || !told.insert(other.clone()) {
            continue;
        }
        let (here, there) = (shortened(&other), shortened(shown));
        let message = format!("the `{key}` of this document is `{here}` here and `{there}` in another citation");
        let problem = Diagnostic::warning(CODE, message).at(place(at)).related(place(showing), "the other one");
        found.push(problem.help(match citation.url {
            Some(_) => "write the same in both",
            None => "write the same in both, or tell two documents apart by their titles",
        }));
    }
}

/// Whether one text has all words of the other, in their order and together.
fn one_in_the_other(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.is_empty() || long.windows(short.len()).any(|part| part == short)
}

fn words(text: &str) -> Vec<String> {
    let folded = Folded::quote(text).to_lowercase();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
