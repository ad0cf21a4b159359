//! Finds quotes whose words the article says otherwise now, though so alike that they were found.
//!
//! **Why**: the page marks other words than the note quotes, and says so to its readers; whether the note is still right
//! about them, only a person can tell.
//!
//! **What to do**: read both. If the note still holds, `postil note fix` writes the new words into it; an acknowledged
//! `orphan: {since: …, reason: …}` says that somebody has looked.

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::anchor::Fit;
use crate::text::{Piece, difference};

pub(super) const CODE: &str = "approximate-quote";

/// Characters before the first change beyond which a message begins near it.
const NEAR: usize = 24;

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for quoted in subject.quotes().filter(|q| !q.acknowledged) {
        let (Some(anchor), Some(words)) = (quoted.placement.anchor(), quoted.words) else { continue };
        let Fit::Approximate(score) = anchor.fit else { continue };
        let body = &quoted.article.body;
        let (old, new) = from_the_change(words, body.text.slice(anchor.range));
        let bytes = body.text.source_range(anchor.range);
        let there = Span { source: body.source, start: bytes.start, end: bytes.end };
        let message = format!("the article says “{}” where “{}” is quoted", shortened(&new), shortened(&old));
        let help = format!(
            "read whether it still holds, then run `postil note fix {}`, or copy the words anew",
            quoted.article.slug
        );
        let problem = Diagnostic::warning(CODE, message).at(subject.place(&quoted.origin, "quote"));
        found.push(problem.related(there, format!("taken for the quote (score {score})")).help(help));
    }
}

/// Both texts from a few words before the first word that differs, so that a message shows it.
fn from_the_change(old: &str, new: &str) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    for (piece, number) in difference(old, new).iter().zip(0..) {
        match piece {
            Piece::Same(words) => {
                let words = if number == 0 { end_of(words) } else { words.clone() };
                before.push_str(&words);
                after.push_str(&words);
            }
            Piece::Removed(words) => before.push_str(words),
            Piece::Added(words) => after.push_str(words),
        }
    }
    (before, after)
}

/// The last words, about [`NEAR`] characters of them.
fn end_of(words: &str) -> String {
    let near = words.char_indices().rev().nth(NEAR).and_then(|(at, _)| Some(at + words[at..].find(' ')? + 1));
    near.map_or_else(|| words.to_owned(), |at| format!("…{}", &words[at..]))
}
