//! A text as words to compare: what a reader calls the same word has the same number.

use crate::text::{Folded, TextRange};

/// What is known of a word beside its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// One character of a script that writes no spaces between words.
    pub(super) const CHARACTER: Self = Self(1);
    /// The last word of a sentence.
    pub(super) const SENTENCE_END: Self = Self(2);
    /// Inside quotation marks.
    pub(super) const QUOTED: Self = Self(4);
    /// Part of a phrase that many articles use.
    pub(super) const COMMON: Self = Self(8);
    /// Part of a run that is too long to be a phrase.
    pub(super) const LONG: Self = Self(16);
    /// Repeated by several articles of the same outlet.
    pub(super) const HOUSE: Self = Self(32);
    /// Repeated by most articles of the same outlet.
    pub(super) const EVERYWHERE: Self = Self(64);
    /// The outlet's own words rather than the article's.
    pub(super) const BOILERPLATE: Self = Self(128);
    /// A word that so many articles use that it tells nothing.
    pub(super) const FREQUENT: Self = Self(256);
    /// The first of four words that so many articles have in a row that they tell nothing.
    pub(super) const PHRASE: Self = Self(512);
    /// Part of a run that is mostly made of phrases.
    pub(super) const TRITE: Self = Self(1024);

    /// Whether it has all of the others.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it has one of them.
    pub(super) fn has_any(self, others: [Self; 2]) -> bool {
        others.into_iter().any(|other| self.has(other))
    }

    /// Adds others.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A word: its letters as a number, and where it stands. Twelve bytes, as a site has millions of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The hash of its folded letters.
    pub(super) hash: u32,
    /// Its first byte.
    start: u32,
    /// Its length in bytes; a longer word is cut for what is shown of it.
    len: u16,
    /// What else is known.
    pub(super) marks: Marks,
}

impl Word {
    /// Where it stands.
    pub(super) fn range(self) -> TextRange {
        TextRange { start: self.start, end: self.start + u32::from(self.len) }
    }

    /// What it counts among words: two halves, or one where characters stand for words.
    pub(super) fn weight(self) -> usize {
        if self.marks.has(Marks::CHARACTER) { 1 } else { 2 }
    }
}

/// What some words count together: twice the number of words, in scripts without spaces the number of characters.
pub(super) fn weight(words: &[Word]) -> usize {
    words.iter().map(|word| word.weight()).sum()
}

/// The words of a text but for those in `left_out`, which is sorted.
pub(super) fn words(text: &str, left_out: &[TextRange]) -> Vec<Word> {
    let folded = Folded::new(text);
    let mut reader = Reader::new(text, &folded, left_out);
    let mut signs = folded.as_str().char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        reader.read(at, sign, signs.peek().map(|next| next.1));
    }
    reader.end_word();
    reader.words
}

/// A word that is being read.
#[derive(Clone, Copy)]
struct Open {
    start: usize,
    /// The end of its last letter.
    end: usize,
    hash: u64,
    last: char,
    /// Whether a hyphen stands behind its last letter, as at the end of a line.
    hyphen: bool,
    marks: Marks,
}

struct Reader<'a> {
    text: &'a str,
    folded: &'a Folded,
    left_out: &'a [TextRange],
    words: Vec<Word>,
    open: Option<Open>,
    /// Whether a sign that ends a sentence stands behind the last word.
    stop: bool,
    /// The quotation mark that is open, with the number of the first word behind it.
    quotation: Option<(char, usize)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, folded: &'a Folded, left_out: &'a [TextRange]) -> Self {
        Self { text, folded, left_out, words: Vec::new(), open: None, stop: false, quotation: None }
    }

    fn read(&mut self, at: usize, sign: char, next: Option<char>) {
        let letter_follows = next.is_some_and(char::is_alphanumeric);
        if is_part(sign) {
            return self.letter(at, sign);
        }
        if let Some(open) = &mut self.open {
            match sign {
                '\'' | '_' | '·' if letter_follows => return,
                '.' | ',' if open.last.is_numeric() && next.is_some_and(char::is_numeric) => {
                    open.hash = stirred(open.hash, '.');
                    return;
                }
                '-' if is_hyphen(self.text, self.folded, at) && (letter_follows || next == Some(' ')) => {
                    open.hyphen = true;
                    return;
                }
                // A word that is divided at the end of a line goes on behind it.
                ' ' if open.hyphen && next.is_some_and(char::is_lowercase) => return,
                _ => {}
            }
        }
        self.end_word();
        self.between(at, sign, letter_follows);
    }

    fn letter(&mut self, at: usize, sign: char) {
        let Some(folded) = reading(sign) else { return };
        let end = at + sign.len_utf8();
        if is_spaceless(sign) {
            self.end_word();
            self.begin(sign);
            let hash = stirred(SEED, folded);
            self.open = Some(Open { start: at, end, hash, last: sign, hyphen: false, marks: Marks::CHARACTER });
            return self.end_word();
        }
        if self.open.is_none() {
            self.begin(sign);
        }
        let new = Open { start: at, end, hash: SEED, last: sign, hyphen: false, marks: Marks::default() };
        let open = self.open.get_or_insert(new);
        open.hash = sign_hash(open.hash, folded);
        (open.end, open.last, open.hyphen) = (end, sign, false);
    }

    /// Before a word: the last one may have ended a sentence.
    fn begin(&mut self, sign: char) {
        if self.stop && !sign.is_lowercase() {
            self.end_sentence();
        }
        self.stop = false;
    }

    fn end_sentence(&mut self) {
        if let Some(word) = self.words.last_mut() {
            word.marks.add(Marks::SENTENCE_END);
        }
    }

    /// Writes the word that is open, if any.
    fn end_word(&mut self) {
        let Some(open) = self.open.take() else { return };
        let range = self.folded.original(open.start..open.end);
        while self.left_out.first().is_some_and(|out| out.end <= range.start) {
            self.left_out = &self.left_out[1..];
        }
        if self.left_out.first().is_some_and(|out| out.start < range.end) {
            return;
        }
        let len = u16::try_from(range.end - range.start).unwrap_or_else(|_| self.cut(range));
        self.words.push(Word { hash: finished(open.hash), start: range.start, len, marks: open.marks });
    }

    /// The length of what a very long word shows.
    fn cut(&self, range: TextRange) -> u16 {
        let most = range.start as usize + usize::from(u16::MAX);
        let end = (0..=most).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default();
        u16::try_from(end - range.start as usize).unwrap_or(u16::MAX)
    }

    /// A sign between words.
    fn between(&mut self, at: usize, sign: char, letter_follows: bool) {
        match sign {
            '.' if self.after_initial() => {}
            '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' => self.stop = true,
            ' ' if self.text[self.folded.original(at..at + 1).bytes()].contains('\n') => {
                self.end_sentence();
                self.quotation = None;
            }
            '"' | '\'' => self.quotation_mark(at, sign, letter_follows),
            '「' | '『' | '《' => self.quotation = Some((sign, self.words.len())),
            '」' | '』' | '》' => self.close_quotation(),
            _ => {}
        }
    }

    /// A single letter before a full stop is an initial.
    fn after_initial(&self) -> bool {
        let Some(word) = self.words.last() else { return false };
        let letters = &self.text[word.range().bytes()];
        letters.len() == 1 && letters.chars().all(char::is_uppercase)
    }

    fn quotation_mark(&mut self, at: usize, sign: char, letter_follows: bool) {
        let after_letter = self.folded.as_str()[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        match self.quotation {
            Some((open, _)) if open == sign && !(sign == '\'' && letter_follows) => self.close_quotation(),
            Some((open, _)) if open == sign || sign == '\'' => {}
            _ if sign == '\'' && (after_letter || !letter_follows) => {}
            _ => self.quotation = Some((sign, self.words.len())),
        }
    }

    fn close_quotation(&mut self) {
        let Some((_, first)) = self.quotation.take() else { return };
        for word in &mut self.words[first..] {
            word.marks.add(Marks::QUOTED);
        }
    }
}

/// Letters, digits and the marks that belong to them.
fn is_part(sign: char) -> bool {
    sign.is_alphanumeric()
        || matches!(sign, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{640}'..='\u{65F}' | '\u{670}' | '\u{E31}'..='\u{E4E}')
}

/// A letter as it is compared: points and stretches of Arabic and Hebrew gone, forms of one letter made one.
fn reading(sign: char) -> Option<char> {
    Some(match sign {
        '\u{591}'..='\u{5C7}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => return None,
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{660}'..='\u{669}' => digit(sign as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(sign as u32 - 0x6F0),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign),
        sign => sign,
    })
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// Scripts that write no spaces between words: each character counts as half a word.
fn is_spaceless(sign: char) -> bool {
    matches!(u32::from(sign),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// A dash is folded to a hyphen as well, but stands between words.
fn is_hyphen(text: &str, folded: &Folded, at: usize) -> bool {
    matches!(&text[folded.original(at..at + 1).bytes()], "-" | "\u{2010}" | "\u{2011}")
}

/// The offset and prime of FNV-1a, 64 bits.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

fn sign_hash(hash: u64, sign: char) -> u64 {
    if sign.is_ascii() {
        return stirred(hash, sign.to_ascii_lowercase());
    }
    sign.to_lowercase().fold(hash, stirred)
}

fn stirred(hash: u64, sign: char) -> u64 {
    (hash ^ u64::from(sign)).wrapping_mul(PRIME)
}

fn finished(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    u32::try_from(mixed >> 32).unwrap_or_default()
}
