//! Finds quotes longer than a note may copy.
//!
//! **Why**: a quote says where a note belongs; long ones copy other people's text and are hard to find again.
//!
//! **What to do**: quote the first and the last words: `first words … last words`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "long-quote";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let limit = subject.config.limits.quote_characters;
    for quoted in subject.quotes() {
        let length = quoted.words.map_or(0, |words| words.chars().count());
        if length > limit {
            let message = format!("this quote has {length} characters; the limit is {limit}");
            let problem = Diagnostic::error(CODE, message).at(subject.place(&quoted.origin, "quote"));
            found.push(problem.help("quote the first and the last words, with ` … ` between them"));
        }
    }
}
