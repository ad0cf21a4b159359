//! Finds answers of notes that ask nothing, and answers that are older than their question.
//!
//! **Why**: the page of open questions lists notes of the kind `question`, and says when each was answered.
//!
//! **What to do**: make the note a question, or say it in its body; mend the date.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::vocabulary::NoteKind;

pub(super) const CODE: &str = "misplaced-answer";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for (_, note) in subject.notes() {
        let Some(answer) = &note.fields.answer else { continue };
        if note.fields.kind != NoteKind::Question {
            let message = format!("a note of the kind `{}` asks nothing that can be answered", note.fields.kind.id());
            let problem = Diagnostic::warning(CODE, message).at(subject.place(&note.origin, "answer"));
            found.push(problem.help("make it `kind: question`, or say this in its body"));
        }
        if answer.on.is_before(note.fields.created) {
            let message = format!("it was answered on {}, before it was asked on {}", answer.on, note.fields.created);
            let problem = Diagnostic::warning(CODE, message).at(subject.place(&note.origin, "answer/on"));
            let problem = problem.related(subject.place(&note.origin, "created"), "when it was asked");
            found.push(problem.help("mend the date that is wrong"));
        }
    }
}
