//! Finds quotes whose words stand in several places of their article.
//!
//! **Why**: the note would mark the wrong one. The page shows it at its end until it says which is meant.
//!
//! **What to do**: quote more words, or add the words around them: `anchor: {prefix: …, suffix: …}`.

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::anchor::Placement;
use crate::text::{Folded, PlainText, TextRange};

pub(super) const CODE: &str = "ambiguous-quote";

/// Places that a message shows; more help nobody.
const SHOWN: usize = 5;

/// Characters of context that a message suggests: what the tool itself stores.
const CONTEXT: usize = 32;

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for quoted in subject.quotes() {
        let (Placement::Ambiguous(places), Some(words)) = (quoted.placement, quoted.words) else { continue };
        let text = &quoted.article.body.text;
        let message = message(words, text, places);
        let mut problem = Diagnostic::warning(CODE, message)
            .at(subject.place(&quoted.origin, "quote"))
            .help("if the article was edited, `postil note fix` may know which is meant; else quote more words, or say it by the words before it: `anchor: {prefix: \"…\"}`");
        for (&place, number) in places.iter().zip(1..).take(SHOWN) {
            let bytes = text.source_range(place);
            let span = Span { source: quoted.article.body.source, start: bytes.start, end: bytes.end };
            problem = problem.related(span, format!("{number}: prefix \"{}\"", prefix(text.as_str(), place)));
        }
        found.push(problem);
    }
}

/// The words themselves stand there, or others that are as like them as each other.
fn message(words: &str, text: &PlainText, places: &[TextRange]) -> String {
    let folded = Folded::quote(words);
    let same = places.iter().all(|place| Folded::quote(text.slice(*place)) == folded);
    let (words, count) = (shortened(words), places.len());
    if same {
        format!("“{words}” stands {count} times in the article")
    } else {
        format!("{count} places in the article are equally like “{words}”")
    }
}

/// The words before a place, cut at a word.
fn prefix(text: &str, place: TextRange) -> &str {
    let before = &text[..place.start as usize];
    let from = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| at);
    let cut = before[from..].find(char::is_whitespace).filter(|_| from > 0).map_or(from, |at| from + at);
    before[cut..].trim().rsplit('\n').next().unwrap_or_default()
}
