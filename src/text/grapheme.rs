//! Characters as a reader counts them: a letter with its accents, a family of emoji, a Hangul syllable in its parts.

use unicode_segmentation::GraphemeCursor;

use super::TextRange;

/// Whether a character ends at the byte: an extended grapheme cluster of Unicode Standard Annex 29.
#[must_use]
pub fn is_grapheme_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)) {
        (Some(before), Some(after)) if before.is_ascii() && after.is_ascii() => (*before, *after) != (b'\r', b'\n'),
        _ => text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(true),
    }
}

/// The range with the characters that it cuts made whole.
#[must_use]
pub fn whole_graphemes(text: &str, range: TextRange) -> TextRange {
    let start = (0..=range.start as usize).rev().find(|&at| is_grapheme_boundary(text, at));
    let end = (range.end as usize..=text.len()).find(|&at| is_grapheme_boundary(text, at));
    TextRange::new(start.unwrap_or(0), end.unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_character_is_made_whole() {
        let text = "a cafe\u{301} 👩\u{200d}💻!";
        let whole = |start, end| &text[whole_graphemes(text, TextRange::new(start, end)).bytes()];
        assert_eq!(whole(2, 6), "cafe\u{301}");
        assert_eq!(whole(9, 13), "👩\u{200d}💻");
        assert_eq!(whole(0, 1), "a");
        assert!(!is_grapheme_boundary("\r\n", 1) && is_grapheme_boundary("", 0));
    }
}
