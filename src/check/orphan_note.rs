//! Finds quotes whose words do not stand in their article.
//!
//! **Why**: the words were edited or deleted, or were mistyped; the page shows such a note at its end, under the words it
//! quoted, and never guesses a place.
//!
//! **What to do**: copy the words anew from the article, or say in the note that somebody has looked:
//! `orphan: {since: …, reason: …}`.

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::anchor::Placement;

pub(super) const CODE: &str = "orphan-note";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for quoted in subject.quotes().filter(|q| !q.acknowledged) {
        let (Placement::Orphan(guess), Some(words)) = (quoted.placement, quoted.words) else { continue };
        let message = format!("the article does not say “{}”", shortened(words));
        let mut problem = Diagnostic::error(CODE, message)
            .at(subject.place(&quoted.origin, "quote"))
            .help("copy the words anew from the article, as a reader sees them; if they are gone for good, add `orphan: {since: …, reason: …}`");
        if let Some(guess) = guess {
            let bytes = quoted.article.body.text.source_range(guess.range);
            let span = Span { source: quoted.article.body.source, start: bytes.start, end: bytes.end };
            problem = problem.related(span, format!("perhaps these words (score {:.2})", guess.score.value()));
        }
        found.push(problem);
    }
}
