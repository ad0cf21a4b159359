//! The same words but for what a reader does not see: forms of quotation marks and dashes, line breaks, soft hyphens,
//! composed and decomposed letters. Also long passages, quoted as `first words … last words`.

use memchr::memmem;

use super::exact::occurrences;
use super::words::{Word, words};
use crate::text::{Folded, TextRange, whole_graphemes};

/// Whether a text may have folded words: whether it has those between the first and the last one after the other, as
/// those two may be parts of its words. Much quicker than to fold the text; only an ellipsis is cut otherwise than the
/// dots that it folds to.
pub(super) fn may_hold(text: &[Word], quote: &str) -> bool {
    let sought = words(quote);
    match sought.get(1..sought.len().saturating_sub(1)) {
        None | Some([]) => true,
        Some(_) if quote.contains("...") => true,
        Some(inner) => text.windows(inner.len()).any(|some| some.iter().zip(inner).all(|(a, b)| a.id == b.id)),
    }
}

/// Where the folded words stand, as ranges of the original text.
pub(super) fn places(original: &str, text: &Folded, words: &str) -> Vec<TextRange> {
    // A character that folds to several, as `…` to three dots, is found whole or not at all.
    let whole = |range: &TextRange| Folded::quote(&original[range.bytes()]) == words;
    let found = occurrences(text.as_str(), words).into_iter();
    found.map(|range| whole_graphemes(original, text.original(range))).filter(whole).collect()
}

/// From each place of a passage's first words to the next place of its last.
pub(super) fn passages(original: &str, text: &Folded, (first, last): (&str, &str)) -> Vec<TextRange> {
    let ends = memmem::Finder::new(last.as_bytes());
    let passage = |start: std::ops::Range<usize>| {
        let end = ends.find(&text.as_str().as_bytes()[start.end..])?;
        let range = text.original(start.start..start.end + end + last.len());
        Some(whole_graphemes(original, range))
    };
    occurrences(text.as_str(), first).into_iter().map_while(passage).collect()
}
