//! Characters as a reader counts them: a letter with its accents, a family of emoji, a Hangul syllable in its parts.

use unicode_segmentation::{GraphemeCursor, GraphemeIncomplete};

use super::TextRange;

/// Bytes after which a character is cut behind each code point: a megabyte of accents on one letter must not cost a
/// walk over all of them for each question. Six times the longest emoji; in Stream-Safe Text (Unicode Standard Annex
/// 15) no letter has more than 30 accents.
const LONGEST: usize = 256;

/// Whether a character ends at the byte: an extended grapheme cluster of Unicode Standard Annex 29, up to 256 bytes.
#[must_use]
pub fn is_grapheme_boundary(text: &str, at: usize) -> bool {
    ends_cluster(text, at) || (text.is_char_boundary(at) && begin(text, at).is_none())
}

/// The range with the characters that it cuts made whole.
#[must_use]
pub fn whole_graphemes(text: &str, range: TextRange) -> TextRange {
    let (start, end) = (range.start as usize, range.end as usize);
    let start = (0..=start).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = if ends_cluster(text, start) { start } else { begin(text, start).unwrap_or(start) };
    let mut ends = (end..text.len()).filter(|&at| text.is_char_boundary(at));
    let first = ends.next().unwrap_or(text.len());
    let Some(cluster) = begin(text, first).filter(|_| !ends_cluster(text, first)) else {
        return TextRange::new(start, first);
    };
    let end = ends.find(|&at| ends_cluster(text, at) || at - cluster > LONGEST);
    TextRange::new(start, end.unwrap_or(text.len()))
}

/// Where the cluster around the byte begins, if that is not too far away.
fn begin(text: &str, at: usize) -> Option<usize> {
    (at.saturating_sub(LONGEST)..at).rev().find(|&at| ends_cluster(text, at))
}

/// Whether a cluster ends at the byte. In a run of flags or accents whose beginning is too far away, one does.
fn ends_cluster(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)) {
        (Some(before), Some(after)) if before.is_ascii() && after.is_ascii() => (*before, *after) != (b'\r', b'\n'),
        _ if !text.is_char_boundary(at) => false,
        _ => {
            let from = (at.saturating_sub(LONGEST)..=at).find(|&from| text.is_char_boundary(from)).unwrap_or(at);
            match GraphemeCursor::new(at, text.len(), true).is_boundary(&text[from..], from) {
                Ok(ends) => ends,
                Err(error) => matches!(error, GraphemeIncomplete::PreContext(_) | GraphemeIncomplete::PrevChunk),
            }
        }
    }
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

    #[test]
    fn clusters_are_those_of_the_standard_unless_they_are_longer_than_any_character() {
        use unicode_segmentation::UnicodeSegmentation as _;
        let text = "🇫🇷🇩🇪🇫 e\u{301}\u{323} ที่ क्षि \u{1112}\u{1161}\u{11ab}\r\n👨\u{200d}👩\u{200d}👧👍🏽\u{301}".repeat(20);
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let found: Vec<usize> = (0..=text.len()).filter(|&at| is_grapheme_boundary(&text, at)).collect();
        assert_eq!(found, ends);
        for long in ["e".to_owned() + &"\u{301}".repeat(200), "👩\u{200d}".repeat(60), "🇫".repeat(101)] {
            for at in 0..=long.len() {
                let whole = whole_graphemes(&long, TextRange::new(at, at));
                assert!(whole.bytes().len() <= LONGEST + 4);
                let (start, end) = (whole.start as usize, whole.end as usize);
                assert!(
                    is_grapheme_boundary(&long, start) && is_grapheme_boundary(&long, end),
                    "{at} of {}",
                    &long[..8]
                );
                assert!((start + 1..end).all(|at| !is_grapheme_boundary(&long, at)), "{at} of {}", &long[..8]);
            }
        }
    }
}
