//! A text as names are compared: folded, without case, each letter knowing where it stands.

use unicode_normalization::char::is_combining_mark;

use crate::text::{Folded, TextRange};

/// A text in three forms: as written, folded ([`Folded`]), and plain, which is the folded text in lower case with the
/// forms of Arabic and Hebrew letters that many writers don't keep apart made one. Offsets are bytes of the plain form
/// where nothing else is said.
pub(super) struct Reading<'a> {
    written: &'a str,
    folded: Folded,
    plain: String,
    /// Where plain and folded run together again behind a letter of another length: byte of plain, byte of folded.
    steps: Vec<(usize, usize)>,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub(super) fn new(written: &'a str) -> Self {
        let folded = Folded::new(written);
        let (plain, steps) = plain(folded.as_str());
        Self { written, folded, plain, steps }
    }

    /// The text to look for names in.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// The same words with their case.
    pub(super) fn cased(&self, start: usize, end: usize) -> &str {
        self.folded.as_str().get(self.folded_at(start)..self.folded_at(end)).unwrap_or_default()
    }

    /// Where they stand in the text as written.
    pub(super) fn range(&self, start: usize, end: usize) -> TextRange {
        self.folded.original(self.folded_at(start)..self.folded_at(end))
    }

    /// The words as written.
    pub(super) fn written(&self, start: usize, end: usize) -> &str {
        self.written.get(self.range(start, end).bytes()).unwrap_or_default()
    }

    /// Signs that the plain form leaves out belong to the letter before them.
    fn folded_at(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|&(plain, _)| plain <= at);
        let (plain, folded) = step.checked_sub(1).map_or((0, 0), |last| self.steps[last]);
        folded + (at - plain)
    }
}

/// A name in the form that is looked for.
pub(super) fn plain_name(folded: &str) -> String {
    plain(folded).0
}

fn plain(folded: &str) -> (String, Vec<(usize, usize)>) {
    let mut steps = Vec::new();
    if folded.is_ascii() {
        return (folded.to_ascii_lowercase(), steps);
    }
    let mut text = String::with_capacity(folded.len());
    for (at, c) in folded.char_indices() {
        let start = text.len();
        match one_form(c) {
            None => {}
            Some(c) if c.is_ascii() => text.push(c.to_ascii_lowercase()),
            Some(c) => text.extend(c.to_lowercase()),
        }
        if text.len() - start != c.len_utf8() {
            steps.push((text.len(), at + c.len_utf8()));
        }
    }
    (text, steps)
}

/// One form for what many writers don't keep apart: vowel points and stretching gone, one alef, one yeh, one kaf, one
/// sigma.
fn one_form(c: char) -> Option<char> {
    match c {
        '\u{0591}'..='\u{05C7}' if is_combining_mark(c) => None,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}'
            if is_combining_mark(c) =>
        {
            None
        }
        '\u{0640}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        'ς' => Some('σ'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_where_they_stand() {
        let text = "ÉLAN İzmir – مُحَمَّد أحمد";
        let reading = Reading::new(text);
        let found = |name: &str| {
            let start = reading.plain().find(&plain_name(&Folded::quote(name))).expect("stands there");
            let end = start + plain_name(&Folded::quote(name)).len();
            (reading.written(start, end).to_owned(), reading.cased(start, end).to_owned())
        };
        assert_eq!(found("élan"), ("ÉLAN".into(), "ÉLAN".into()));
        assert_eq!(found("İzmir"), ("İzmir".into(), "İzmir".into()));
        assert_eq!(found("محمد").0, "مُحَمَّد");
        assert_eq!(found("احمد").0, "أحمد");
    }
}
