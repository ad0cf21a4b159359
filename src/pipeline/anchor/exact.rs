//! The same words, character by character.

use memchr::memmem;

use crate::text::TextRange;

/// More places than this are not told apart by anybody: the search ends, and the quote is ambiguous all the same.
pub(super) const MOST: usize = 1_000;

/// Where the words stand, from front to back, not overlapping.
pub(super) fn places(text: &str, words: &str) -> Vec<TextRange> {
    let words = words.trim();
    memmem::find_iter(text.as_bytes(), words.as_bytes())
        .take(MOST)
        .map(|at| TextRange::new(at, at + words.len()))
        .collect()
}
