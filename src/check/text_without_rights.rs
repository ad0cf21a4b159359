//! Finds full texts without a word on why they may stand here.
//!
//! **Why**: somebody else's text needs a licence or permission.
//!
//! **What to do**: add `rights:` to `source`, or publish an excerpt or a digest with a link.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::vocabulary::TextKind;

pub(super) const CODE: &str = "text-without-rights";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        if article.front.text == TextKind::Full && article.front.source.rights.is_none() {
            let problem = Diagnostic::warning(CODE, "it is not said by which right the full text stands here");
            let help = "add `rights:` to `source` (a licence or permission), or use `text: excerpt` or `text: digest`";
            found.push(problem.at(subject.place(&article.origin, "text")).help(help));
        }
    }
}
