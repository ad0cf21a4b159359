//! The same words, character by character.

use std::ops::Range;

use memchr::memmem;

use super::Quote;
use crate::text::{TextRange, is_grapheme_boundary};

/// More places than this are not told apart by anybody: the search ends, and the quote is ambiguous all the same.
const MOST: usize = 1_000;

/// Where the words stand, from front to back.
pub(super) fn places(text: &str, words: &str) -> Vec<TextRange> {
    let found = occurrences(text, words.trim()).into_iter();
    // `cafe` does not stand in a `café` that is written with a combining accent.
    let whole = |range: &Range<usize>| is_grapheme_boundary(text, range.start) && is_grapheme_boundary(text, range.end);
    found.filter(whole).map(|range| TextRange::new(range.start, range.end)).collect()
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

/// Where the words stand right between those that were stored: if they do so once; else the place that begins at the
/// byte `position`, if that is one of them.
pub(super) fn between(text: &str, quote: Quote<'_>, position: impl FnOnce() -> Option<usize>) -> Option<TextRange> {
    let (prefix, suffix) = (quote.prefix.unwrap_or_default(), quote.suffix.unwrap_or_default());
    let whole = [prefix, quote.words, suffix].concat();
    let finder = memmem::Finder::new(&whole);
    let mut at = finder.find(text.as_bytes())?;
    if finder.find(&text.as_bytes()[at + 1..]).is_some() {
        at = position()?.checked_sub(prefix.len())?;
        text.get(at..)?.starts_with(&whole).then_some(())?;
    }
    let words = quote.words.trim();
    let start = at + prefix.len() + quote.words.len() - quote.words.trim_start().len();
    let end = start + words.len();
    (is_grapheme_boundary(text, start) && is_grapheme_boundary(text, end)).then(|| TextRange::new(start, end))
}
