//! Sentences, for lists and folded notes.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::TextRange;

/// A "sentence" shorter than this, in characters, is an abbreviation or an exclamation: the next one is taken as well.
const SHORT: usize = 30;

/// The length in bytes of the first sentence, without white space behind it (UAX 29 sentence boundaries, never inside
/// the first 30 characters).
#[must_use]
pub fn first_sentence(text: &str) -> usize {
    let mut end = 0;
    for sentence in text.split_sentence_bounds() {
        end += sentence.len();
        if text[..end].chars().count() >= SHORT {
            break;
        }
    }
    text[..end].trim_end().len()
}

/// The sentence that holds the byte `at` (UAX 29), without white space at its ends.
#[must_use]
pub fn sentence_range(text: &str, at: usize) -> TextRange {
    let mut sentences = text.split_sentence_bound_indices();
    let Some((start, sentence)) = sentences.find(|(start, sentence)| start + sentence.len() > at) else {
        return TextRange::new(text.len(), text.len());
    };
    let start = start + (sentence.len() - sentence.trim_start().len());
    TextRange::new(start, start + sentence.trim().len())
}

/// The whole sentences that hold a range of bytes (UAX 29), without white space at either end.
#[must_use]
pub fn sentences_around(text: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (0, text.len());
    for (at, sentence) in text.split_sentence_bound_indices() {
        if at <= range.start {
            start = at;
        }
        if at + sentence.len() >= range.end {
            end = at + sentence.len();
            break;
        }
    }
    let words = &text[start..end];
    start + (words.len() - words.trim_start().len())..end - (words.len() - words.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_one_whole_sentence() {
        let text = "Yes. The tide tables were printed in the spring of that year. Later ones differ.";
        assert_eq!(&text[..first_sentence(text)], "Yes. The tide tables were printed in the spring of that year.");
        assert_eq!(first_sentence(""), 0);
    }

    #[test]
    fn a_range_grows_to_whole_sentences() {
        let text = "The tide was low. Nobody saw it, for it was night. So it stayed. ";
        let around = |words: &str| {
            let at = text.find(words).unwrap();
            &text[sentences_around(text, at..at + words.len())]
        };
        assert_eq!(around("Nobody saw"), "Nobody saw it, for it was night.");
        assert_eq!(around("night. So it"), "Nobody saw it, for it was night. So it stayed.");
        assert_eq!(around(" "), "The tide was low.");
    }
}
