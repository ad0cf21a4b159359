//! The words around a place, compared with those that were stored.

use super::Quote;
use crate::text::{Folded, TextRange};

/// Bytes of text that are folded for one character of stored context: combining marks, and white space that folds to
/// one character, make the text longer than its folded form.
const SLACK: usize = 8;

/// Whether the words around `range` are the stored ones, folded. What was not stored agrees with everything.
pub(super) fn agrees(text: &str, range: TextRange, quote: Quote<'_>) -> bool {
    let before = quote.prefix.is_none_or(|prefix| {
        let prefix = Folded::quote(prefix);
        let start = boundary(text, (range.start as usize).saturating_sub(prefix.len() * SLACK));
        Folded::new(&text[start..range.start as usize]).as_str().trim_end().ends_with(&prefix)
    });
    let after = || {
        quote.suffix.is_none_or(|suffix| {
            let suffix = Folded::quote(suffix);
            let end = boundary(text, (range.end as usize + suffix.len() * SLACK).min(text.len()));
            Folded::new(&text[range.end as usize..end]).as_str().trim_start().starts_with(&suffix)
        })
    };
    before && after()
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
