//! Finds quotes whose words do not stand in their article.
//!
//! **Why**: the words were edited or deleted, or were mistyped; the page shows such a note at its end, under the words it
//! quoted, and never guesses a place.
//!
//! **What to do**: `postil note fix` finds edited words again where git has the older text; else copy the words anew from
//! the article, or say in the note that somebody has looked: `orphan: {since: …, reason: …}`.

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::anchor::{Guess, Placement};
use crate::text::Folded;

pub(super) const CODE: &str = "orphan-note";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for quoted in subject.quotes().filter(|q| !q.acknowledged) {
        let (Placement::Orphan(guess), Some(words)) = (quoted.placement, quoted.words) else { continue };
        let same = guess.filter(|guess| same(quoted.article.body.text.slice(guess.range), words));
        let (message, help) = match same {
            Some(_) => (
                format!(
                    "“{}” stands in the article, but not between the words that the note has stored",
                    shortened(words)
                ),
                "these may be other words than were meant: `postil note fix` may know; if they are the same, correct `prefix` and `suffix`, or take them out",
            ),
            None => (
                format!("the article does not say “{}”", shortened(words)),
                "if the article was edited, `postil note fix` shows what became of them; else copy the words anew, as a reader sees them; if they are gone for good, add `orphan: {since: …, reason: …}`",
            ),
        };
        let mut problem = Diagnostic::error(CODE, message).at(subject.place(&quoted.origin, "quote")).help(help);
        if let Some(guess) = same.or(guess.filter(Guess::is_likely)) {
            let bytes = quoted.article.body.text.source_range(guess.range);
            let span = Span { source: quoted.article.body.source, start: bytes.start, end: bytes.end };
            problem = problem.related(span, format!("perhaps these words (score {:.2})", guess.score.value()));
        }
        found.push(problem);
    }
}

fn same(one: &str, other: &str) -> bool {
    Folded::quote(one) == Folded::quote(other)
}
