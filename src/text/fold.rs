//! Words with everything made equal that a reader does not tell apart: the matcher's view of a text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::TextRange;

/// A text folded for comparison: NFC; quotation marks, dashes and white space each made one form; soft hyphens and
/// zero-width characters gone; runs of white space one space. Case is kept. Each folded byte knows where it comes from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text` the start of the original character it comes from, and one entry for the end.
    origin: Vec<u32>,
    /// For each byte of `text` the end of the original characters it comes from.
    origin_end: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded = Self::default();
        let mut rest = original;
        while !rest.is_empty() {
            let start = original.len() - rest.len();
            let plain = folded.push_plain(rest, start);
            rest = &rest[plain..];
            let cluster = first_cluster(rest);
            if cluster.is_empty() {
                break;
            }
            let start = start + plain;
            folded.push_cluster(cluster, start, start + cluster.len());
            rest = &rest[cluster.len()..];
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The range of the original that a range of folded bytes comes from.
    #[must_use]
    pub fn original(&self, folded: std::ops::Range<usize>) -> TextRange {
        let Some(last) = folded.end.checked_sub(1) else { return TextRange::default() };
        match (self.origin.get(folded.start), self.origin_end.get(last)) {
            (Some(&start), Some(&end)) => TextRange { start, end },
            _ => TextRange::default(),
        }
    }

    /// A quotation folded the same way, without white space at its ends.
    #[must_use]
    pub fn quote(words: &str) -> String {
        Self::new(words).text.trim().to_owned()
    }

    /// Takes what folds to itself: ASCII letters, digits and signs up to the last one before anything else, as a combining
    /// mark may stand there. Most of most texts, at a tenth of the time. Gives its length in bytes.
    fn push_plain(&mut self, rest: &str, start: usize) -> usize {
        let itself = |byte: u8| byte.is_ascii() && byte != b'`' && !byte.is_ascii_control();
        let mut after_space = self.text.ends_with(' ');
        let goes_on = |byte: &&u8| {
            let space_after_space = after_space && **byte == b' ';
            after_space = **byte == b' ';
            itself(**byte) && !space_after_space
        };
        let len = rest.as_bytes().iter().take_while(goes_on).count().saturating_sub(1);
        if len == 0 {
            return 0;
        }
        self.text.push_str(&rest[..len]);
        let TextRange { start, end } = TextRange::new(start, start + len);
        self.origin.extend(start..end);
        self.origin_end.extend(start + 1..=end);
        len
    }

    fn push_cluster(&mut self, cluster: &str, start: usize, end: usize) {
        for c in cluster.nfc() {
            match fold_char(c) {
                Fold::Gone => {}
                Fold::Space if self.text.ends_with(' ') => self.extend_last(end),
                Fold::Space => self.push_str(" ", start, end),
                Fold::As(c) => self.push_str(c.encode_utf8(&mut [0; 4]), start, end),
                Fold::Ellipsis => self.push_str("...", start, end),
            }
        }
    }

    fn extend_last(&mut self, end: usize) {
        if let Some(last) = self.origin_end.last_mut() {
            *last = TextRange::new(0, end).end;
        }
    }

    fn push_str(&mut self, words: &str, start: usize, end: usize) {
        let range = TextRange::new(start, end);
        self.text.push_str(words);
        self.origin.resize(self.text.len(), range.start);
        self.origin_end.resize(self.text.len(), range.end);
    }
}

/// The first character of a text with the combining marks behind it, which compose with it under NFC.
#[must_use]
pub fn first_cluster(text: &str) -> &str {
    let mut chars = text.char_indices().skip(1);
    let composes = |c: char| c >= FIRST_MARK && (canonical_combining_class(c) != 0 || composes(c));
    let end = chars.find(|(_, c)| !composes(*c)).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The first character that composes with others.
const FIRST_MARK: char = '\u{300}';

/// Hangul vowels and finals compose with what stands before them though their combining class is 0.
fn composes(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
}

enum Fold {
    Gone,
    Space,
    Ellipsis,
    As(char),
}

fn fold_char(c: char) -> Fold {
    match c {
        '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{061C}' => {
            Fold::Gone
        }
        c if c.is_whitespace() => Fold::Space,
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{2039}' | '\u{203A}' | '`'
        | '\u{00B4}' => Fold::As('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => Fold::As('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Fold::As('-'),
        '\u{2026}' => Fold::Ellipsis,
        c => Fold::As(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_a_reader_does_not_tell_apart() {
        let text = "“Low\u{00A0}\n  tide” – re\u{00AD}ported cafe\u{0301}…";
        let folded = Folded::new(text);
        assert_eq!(folded.as_str(), "\"Low tide\" - reported caf\u{e9}...");
        let at = folded.as_str().find("tide").expect("stands there");
        assert_eq!(&text[folded.original(at..at + 4).bytes()], "tide");
        let at = folded.as_str().find("reported").expect("stands there");
        assert_eq!(&text[folded.original(at..at + 8).bytes()], "re\u{00AD}ported");
    }
}
