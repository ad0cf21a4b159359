//! Sentences, for lists and folded notes.

use unicode_segmentation::UnicodeSegmentation;

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

/// The sentence that holds the byte `at` (UAX 29).
#[must_use]
pub fn sentence_around(text: &str, at: usize) -> &str {
    let mut sentences = text.split_sentence_bound_indices();
    sentences.find(|(start, sentence)| start + sentence.len() > at).map_or("", |(_, sentence)| sentence.trim())
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
}
