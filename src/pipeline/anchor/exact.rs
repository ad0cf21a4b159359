//! The same words, character by character.

use std::ops::Range;

use memchr::memmem;

use crate::text::{TextRange, ends_character};

/// More places than this are not told apart by anybody: the search ends, and the quote is ambiguous all the same.
const MOST: usize = 1_000;

/// Where the words stand, from front to back.
pub(super) fn places(text: &str, words: &str) -> Vec<TextRange> {
    let found = occurrences(text, words.trim());
    // `cafe` does not stand in a `café` that is written with a combining accent.
    found.into_iter().filter(|range| ends_character(text, range.end)).map(|r| TextRange::new(r.start, r.end)).collect()
}

/// All places of the words; they may overlap: in `no no no` stands `no no` twice.
pub(super) fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let finder = memmem::Finder::new(words);
    let mut from = 0;
    let next = || {
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at..at + words.len())
    };
    std::iter::from_fn(next).take(MOST).collect()
}
