//! The same words but for what a reader does not see: forms of quotation marks and dashes, line breaks, soft hyphens,
//! composed and decomposed letters. Also long passages, quoted as `first words … last words`.

use memchr::memmem;

use super::exact::occurrences;
use crate::text::{Folded, TextRange};

/// What stands between the first and the last words of a long passage, folded.
const GAP: &str = " ... ";

/// Fewest words on each side of a gap, so that it is not an ellipsis of the author's own (as in URL text fragments).
const SIDE_WORDS: usize = 3;

/// Where the words stand, as ranges of the original text.
pub(super) fn places(original: &str, text: &Folded, words: &str) -> Vec<TextRange> {
    let words = Folded::quote(words);
    let found = occurrences(text.as_str(), &words);
    let gap = found.is_empty();
    let ranges = if gap { passages(text.as_str(), &words) } else { found };
    // A character that folds to several, as `…` to three dots, is found whole or not at all.
    let whole = |range: &TextRange| gap || Folded::quote(&original[range.bytes()]) == words;
    ranges.into_iter().map(|range| text.original(range)).filter(whole).collect()
}

/// From each place of the first words to the next place of the last.
fn passages(text: &str, words: &str) -> Vec<std::ops::Range<usize>> {
    let Some((first, last)) = words.split_once(GAP) else { return Vec::new() };
    let long = |side: &str| side.split(' ').count() >= SIDE_WORDS;
    if !long(first) || !long(last) {
        return Vec::new();
    }
    let ends = memmem::Finder::new(last.as_bytes());
    let passage = |start: std::ops::Range<usize>| {
        let end = ends.find(&text.as_bytes()[start.end..])?;
        Some(start.start..start.end + end + last.len())
    };
    occurrences(text, first).into_iter().map_while(passage).collect()
}
