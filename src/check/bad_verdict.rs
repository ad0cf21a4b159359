//! Finds verdicts that the site's scale does not have, and verdicts on notes that are no fact-checks.
//!
//! **Why**: a verdict is a word with a definition; another word means nothing to a reader.
//!
//! **What to do**: use a level of the scale (`postil.yaml`, `scale`), or take the verdict out.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Origin};
use crate::model::id::Id;
use crate::model::vocabulary::NoteKind;
use crate::text::nearest;

pub(super) const CODE: &str = "bad-verdict";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for (_, note) in subject.notes() {
        outside_scale(subject, &note.origin, note.fields.verdict.as_ref(), found);
        if note.fields.verdict.is_some() && note.fields.kind != NoteKind::FactCheck {
            let message = format!("a note of the kind `{}` carries no verdict", note.fields.kind.id());
            let problem = Diagnostic::error(CODE, message).at(subject.place(&note.origin, "verdict"));
            found.push(problem.help("take the verdict out, or make it `kind: fact-check` with its sources"));
        }
    }
    for claim in &subject.library().claims {
        outside_scale(subject, &claim.origin, claim.fields.verdict.as_ref(), found);
    }
}

fn outside_scale(subject: Subject<'_>, origin: &Origin, verdict: Option<&Id>, found: &mut Diagnostics) {
    let scale = &subject.config.scale;
    let Some(verdict) = verdict.filter(|v| scale.level(v).is_none()) else { return };
    let message = format!("the scale `{}` has no verdict `{verdict}`", scale.id);
    let problem = Diagnostic::error(CODE, message).at(subject.place(origin, "verdict"));
    let levels = scale.ids().join(", ");
    found.push(match nearest(verdict.as_str(), scale.ids()) {
        _ if levels.is_empty() => {
            problem.help("this site gives no verdicts: take it out, or set `scale` in postil.yaml")
        }
        Some(near) => problem.help(format!("did you mean `{near}`? its levels: {levels}")),
        None => problem.help(format!("its levels: {levels}")),
    });
}
