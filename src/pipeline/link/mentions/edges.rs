//! Whether a name begins and ends where a word does.
//!
//! Unicode's word boundaries (Standard Annex 29) with what they leave to languages: an article or preposition that is
//! written to the name (`l’Union`, `وبماكو`), what stands behind an apostrophe or hyphen, and scripts without spaces.

use unicode_normalization::char::is_combining_mark;

use super::reading::Reading;

/// How far around a name an address is looked for, in bytes: longer ones are rare, and a text of one word must not
/// cost a walk over all of it for each name.
const ADDRESS: usize = 200;

/// Words that French, Italian and Catalan write to the next one with an apostrophe.
const ELIDED: [&str; 20] = [
    "l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un", "all", "dell", "nell",
    "sull", "dall", "quest",
];

/// A name that may stand in a text.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) reading: &'a Reading<'a>,
    /// The text's primary language subtag.
    pub(super) language: &'a str,
    /// Bytes of the reading's plain form.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What may be written to the beginning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// An article too: names of groups and stories.
    Any,
    /// None that the name does not have: `مالي` is a place, `المالي` is "financial".
    Own,
    /// The name was looked for without the alef of its article, which goes where `ل` stands before: `للاتحاد`.
    Assimilated,
}

impl<'a> Candidate<'a> {
    fn plain(&self) -> &'a str {
        self.reading.plain()
    }

    fn name(&self) -> &'a str {
        &self.plain()[self.start..self.end]
    }

    /// Where the mention begins, with what is written to the name so that no joined letters are cut; none where the
    /// name begins inside another word.
    pub(super) fn begins(&self, article: Article) -> Option<usize> {
        let before = &self.plain()[..self.start];
        let first = self.name().chars().next()?;
        let here = Some(self.start).filter(|_| article != Article::Assimilated);
        let Some(last) = before.chars().next_back() else { return here };
        let earlier = || before[..before.len() - last.len_utf8()].chars().next_back();
        match last {
            _ if is_unspaced(first) || is_unspaced(last) => here,
            '\'' => here.filter(|_| self.is_elision(before)),
            '-' => here.filter(|_| !self.is_compound(self.start - 1, earlier().map(|_| word_before(before, 1)))),
            '.' => here.filter(|_| !earlier().is_some_and(char::is_alphanumeric)),
            '_' | '@' => None,
            c if is_word(c) => {
                let run = &before[word_before(before, 0)..];
                is_written_to(self.language, run, self.name(), article).then(|| self.start - run.len())
            }
            _ => here,
        }
    }

    /// Whether a word ends where the name does.
    pub(super) fn ends(&self) -> bool {
        let mut after = self.plain()[self.end..].chars();
        let (Some(last), Some(next)) = (self.name().chars().next_back(), after.next()) else { return true };
        let behind = after.clone().next();
        match next {
            c if is_combining_mark(c) => false,
            _ if is_unspaced(last) || is_unspaced(next) => true,
            '\'' if behind == Some('s') => !after.nth(1).is_some_and(is_word),
            '\'' => !behind.is_some_and(is_word),
            '-' => !behind.is_some_and(is_word) || !self.is_compound(self.end, Some(self.end + 1)),
            '.' => !behind.is_some_and(char::is_alphanumeric),
            '_' => false,
            c => !is_word(c),
        }
    }

    /// Whether the name is part of an address: of a page, of mail, of an account.
    pub(super) fn is_in_address(&self) -> bool {
        let text = self.plain();
        let floor =
            (self.start.saturating_sub(ADDRESS)..=self.start).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let roof = (self.end + ADDRESS).min(text.len());
        let roof = (self.end..=roof).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(self.end);
        let start = text[floor..self.start].rfind(char::is_whitespace).map_or(floor, |at| floor + at);
        let end = text[self.end..roof].find(char::is_whitespace).map_or(roof, |at| self.end + at);
        let token = text[start..end].trim_start();
        token.contains("://") || token.starts_with("www.") || token.contains('@')
    }

    /// `l'`: in lower case in every language, in capitals (`L'Union`) where the language has it; `O'Rose` never.
    fn is_elision(&self, before: &str) -> bool {
        let start = word_before(before, 1);
        let word = &before[start..before.len() - 1];
        let small = || self.reading.cased(start, before.len()).starts_with(char::is_lowercase);
        word.is_empty()
            || ELIDED.contains(&word) && (small() || ["fr", "it", "ca", "oc", "co"].contains(&self.language))
    }

    /// Whether a hyphen ties the name to another part of a longer one: `Guinea-Bissau`, `Covid-19`, but neither
    /// `Bamako-based` nor `AU-ECOWAS` nor a dash between two places.
    fn is_compound(&self, hyphen: usize, other: Option<usize>) -> bool {
        let hyphens = ["-", "\u{2010}", "\u{2011}"];
        let Some(other) = other.filter(|_| hyphens.contains(&self.reading.written(hyphen, hyphen + 1))) else {
            return false;
        };
        let name = self.reading.cased(self.start, self.end);
        let begins = self.reading.cased(other, self.plain().len()).chars().next().unwrap_or(' ');
        begins.is_numeric() || begins.is_uppercase() && name.chars().any(char::is_lowercase)
    }
}

/// Where the word begins that ends so many bytes before the end of a text.
fn word_before(text: &str, behind: usize) -> usize {
    let text = &text[..text.len() - behind];
    text.char_indices().rev().take_while(|(_, c)| is_word(*c)).take(ADDRESS).last().map_or(text.len(), |(at, _)| at)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Scripts whose words stand without spaces between them, where a name may begin and end anywhere: Han, Hiragana, Thai,
/// Lao, Burmese, Khmer. (Katakana marks names by itself: a run of it is a word.)
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E01}'..='\u{0E2E}' | '\u{0E40}'..='\u{0E44}' | '\u{0E81}'..='\u{0EAE}' | '\u{1000}'..='\u{102A}'
        | '\u{1780}'..='\u{17B3}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Whether the letters before a name are words that Arabic or Hebrew writes to it. One letter and a short name are too
/// often another word ("فعلي" is no "ف" and "علي"), so that those take only "and".
fn is_written_to(language: &str, run: &str, name: &str, article: Article) -> bool {
    let without_and = |ands: &[char]| run.strip_prefix(ands).unwrap_or(run).to_owned();
    let long = |least| name.contains(' ') || name.chars().count() >= least;
    match language {
        "ar" | "arz" | "ary" | "apc" | "arq" | "ajp" => {
            let rest = without_and(&['و', 'ف']);
            match (rest.as_str(), article) {
                ("ل", Article::Assimilated) => true,
                (_, Article::Assimilated) => false,
                ("", _) => run == "و" || long(4),
                ("ب" | "ك", _) => long(4),
                ("ل", _) | ("ال" | "بال" | "كال" | "لل", Article::Any) => long(4) && !name.starts_with("ال"),
                _ => false,
            }
        }
        "he" | "iw" => {
            let rest = without_and(&['ו', 'ש']);
            matches!(rest.as_str(), "" | "ב" | "כ" | "ל" | "מ" | "ה") && (run == "ו" || long(3))
        }
        _ => false,
    }
}
