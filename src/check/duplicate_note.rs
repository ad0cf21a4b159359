//! Finds notes of one article with the same id: one in the front matter, one in a file, or two in the front matter.
//!
//! **Why**: the id is the note's address on the page.
//!
//! **What to do**: give one of them another id.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::note::Note;

pub(super) const CODE: &str = "duplicate-note";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        let mut first: BTreeMap<&str, &Note> = BTreeMap::new();
        for note in &article.notes {
            if let Some(other) = first.insert(note.id.as_str(), note) {
                let problem = Diagnostic::error(CODE, format!("two notes of this article are called `{}`", note.id));
                let problem = problem.at(subject.place(&note.origin, "id"));
                let problem = problem.related(subject.place(&other.origin, "id"), "the other one");
                found.push(problem.help("give one of them another id"));
            }
        }
    }
}
