//! Finds fact-checks that cite nothing.
//!
//! **Why**: a reader must be able to check the check.
//!
//! **What to do**: add `sources:` with at least one document, or make the note `kind: context` or `kind: question`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::vocabulary::NoteKind;

pub(super) const CODE: &str = "fact-check-without-source";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let bare = |kind: NoteKind, sources: usize| kind == NoteKind::FactCheck && sources == 0;
    for (_, note) in subject.notes().filter(|(_, n)| bare(n.fields.kind, n.fields.sources.len())) {
        let problem = Diagnostic::error(CODE, "this fact-check cites no document");
        let help = "add `sources:` with at least a title, or make it `kind: context` or `kind: question`";
        found.push(problem.at(subject.place(&note.origin, "kind")).help(help));
    }
}
