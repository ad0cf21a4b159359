//! Finds stances without a reason.
//!
//! **Why**: a stance is a judgement; a reader must see where the text shows it.
//!
//! **What to do**: add `rationale:` with one sentence.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "stance-without-rationale";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        for (i, stance) in article.front.stance.iter().enumerate() {
            if stance.rationale.as_deref().unwrap_or_default().trim().is_empty() {
                let problem = Diagnostic::error(CODE, "this stance has no rationale");
                let span = subject.place(&article.origin, &format!("stance/{i}/label"));
                found.push(problem.at(span).help("add `rationale:` with a sentence that says where the text shows it"));
            }
        }
    }
}
