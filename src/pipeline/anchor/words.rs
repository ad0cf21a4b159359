//! A text cut into words that compare as a reader compares them: case, composed and decomposed letters, forms of
//! quotation marks and dashes, soft hyphens and all white space make no difference.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::text::{Folded, TextRange, first_cluster};

/// A word, or a sign between words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: u32,
    /// The byte after the last.
    pub(super) end: u32,
    /// Equal for words that a reader does not tell apart (a 64-bit hash of the folded word in lower case).
    pub(super) id: u64,
    /// What the word counts: 1 and its letters, at most 6; a sign [`SIGN`].
    pub(super) weight: f32,
}

/// What a sign counts: authors and converters change commas more often than words.
const SIGN: f32 = 0.5;

/// What a letter of a script without spaces counts: about half a word.
pub(super) const IDEOGRAPH: f32 = 2.0;

/// Longer words count no more than this: a long compound is still one word that an edit replaces as a whole.
const MOST: f32 = 6.0;

/// Cuts a text at its words: runs of letters, marks and digits; letters of scripts that put no spaces between words,
/// and signs, one by one.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut cutter = Cutter { text, words: Vec::with_capacity(text.len() / LETTERS_A_WORD + 1), signs: Vec::new() };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&next) = bytes.get(at) {
        at += if next.is_ascii_whitespace() {
            1
        } else if next.is_ascii_punctuation() {
            cutter.push(at, 1, sign_id(next), SIGN)
        } else {
            match ascii_word(&bytes[at..]) {
                0 => cutter.other(at),
                len => cutter.push(at, len, ascii_id(&bytes[at..], len), letters(len)),
            }
        };
    }
    cutter.words
}

/// Bytes of text a word or sign, about: room for them is made once.
const LETTERS_A_WORD: usize = 5;

/// The length of the plain word that the bytes begin with; 0 if what follows needs a closer look.
fn ascii_word(bytes: &[u8]) -> usize {
    let mut len = 0;
    while let Some(eight) = bytes[len..].first_chunk() {
        let plain = (alphanumeric(u64::from_le_bytes(*eight)) ^ HIGH).trailing_zeros() as usize / 8;
        len += plain;
        if plain < 8 {
            return if bytes[len].is_ascii() { len } else { 0 };
        }
    }
    len += bytes[len..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if bytes.get(len).is_none_or(u8::is_ascii) { len } else { 0 }
}

/// The highest bits of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Which of eight bytes are ASCII letters or digits, by their highest bits: words are short, and a loop over their letters
/// would end each time where the processor did not expect it.
fn alphanumeric(eight: u64) -> u64 {
    let from = |bytes: u64, least: u8| (bytes | HIGH) - u64::from_le_bytes([least; 8]);
    let letter = from(eight | LOWER, b'a') & !from(eight | LOWER, b'z' + 1);
    let digit = from(eight, b'0') & !from(eight, b'9' + 1);
    (letter | digit) & !eight & HIGH
}

/// The id of the plain word of `len` letters that the bytes begin with.
fn ascii_id(bytes: &[u8], len: usize) -> u64 {
    match bytes.first_chunk() {
        Some(eight) if len <= 8 => mixed(SEED, u64::from_le_bytes(*eight), len, LOWER),
        _ => id(&bytes[..len], LOWER),
    }
}

/// The id of an ASCII sign.
#[inline]
fn sign_id(sign: u8) -> u64 {
    mixed(SEED, u64::from(if sign == b'`' { b'\'' } else { sign }), 1, 0)
}

/// A text while it is cut.
struct Cutter<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// Ids of signs that were met: a text has few, many times.
    signs: Vec<(char, u64)>,
}

impl Cutter<'_> {
    #[inline]
    fn push(&mut self, at: usize, len: usize, id: u64, weight: f32) -> usize {
        let TextRange { start, end } = TextRange::new(at, at + len);
        self.words.push(Word { start, end, id, weight });
        len
    }

    /// One word, sign or space that is not plain ASCII letters. Gives its length in bytes.
    fn other(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let Some(first) = rest.chars().next() else { return 1 };
        let len = first.len_utf8();
        if unspaced(first) {
            let cluster = first_cluster(rest);
            let settled = plain(first) && cluster.len() == len;
            let id = if settled { id(cluster.as_bytes(), 0) } else { folded_id(cluster) };
            return self.push(at, cluster.len(), id, IDEOGRAPH);
        }
        if first.is_whitespace() {
            return len;
        }
        if invisible(first) {
            // Part of the word that follows, or nothing.
            let visible = rest.trim_start_matches(invisible);
            if !visible.starts_with(in_word) {
                return rest.len() - visible.len();
            }
        } else if !in_word(first) {
            let id = self.sign(first);
            return self.push(at, len, id, SIGN);
        }
        let word = rest.split(|c| !in_word(c)).next().unwrap_or(rest);
        let weight = letters(word.chars().filter(|c| !invisible(*c)).count());
        self.push(at, word.len(), folded_id(word), weight)
    }

    fn sign(&mut self, sign: char) -> u64 {
        if let Some(&(_, id)) = self.signs.iter().find(|(known, _)| *known == sign) {
            return id;
        }
        let id = folded_id(sign.encode_utf8(&mut [0; 4]));
        if self.signs.len() < SIGNS {
            self.signs.push((sign, id));
        }
        id
    }
}

/// Signs that are remembered.
const SIGNS: usize = 16;

fn letters(count: usize) -> f32 {
    [1.0, 2.0, 3.0, 4.0, 5.0, MOST][count.min(5)]
}

fn folded_id(word: &str) -> u64 {
    let settled = |c| plain(c) || invisible(c) || matches!(c, '\u{900}'..='\u{DFF}');
    if word.chars().all(settled) && (word.chars().all(plain) || is_nfc_quick(word.chars()) == IsNormalized::Yes) {
        return lower_id(word.chars());
    }
    lower_id(Folded::new(word).as_str().nfc())
}

/// Letters that folding and composing leave as they are whatever stands beside them: ASCII, Latin-1 to Cyrillic
/// without marks and modifiers, Hebrew and Arabic letters, kana, Han and Hangul syllables.
fn plain(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{388}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn lower_id(word: impl Iterator<Item = char>) -> u64 {
    let (mut all, mut eight, mut len) = (SEED, 0, 0);
    let mut add = |c: char| {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            eight |= u64::from(byte) << (8 * len);
            len += 1;
            if len == 8 {
                (all, eight, len) = (mixed(all, eight, len, 0), 0, 0);
            }
        }
    };
    for c in word.filter(|&c| !invisible(c)) {
        if is_lower(c) { add(c) } else { c.to_lowercase().for_each(&mut add) }
    }
    if len > 0 { mixed(all, eight, len, 0) } else { all }
}

/// Letters that need not be looked up to know that they are in lower case or have none.
fn is_lower(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{DF}'..='\u{F6}' | '\u{F8}'..='\u{FF}' | '\u{430}'..='\u{45F}' | '\u{5D0}'..='\u{109F}'
        | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Makes ASCII letters lower case and leaves digits as they are, eight bytes at once.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// FNV-1a (Fowler, Noll, Vo) over eight bytes at a time, each with the bits of `set`, and mixed: short, quick on short
/// input, the same on every machine.
fn id(bytes: &[u8], set: u64) -> u64 {
    bytes.chunks(8).fold(SEED, |id, chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        mixed(id, u64::from_le_bytes(eight), chunk.len(), set)
    })
}

/// An id with the first `len` (1 to 8) of eight bytes added to it.
#[inline]
fn mixed(id: u64, eight: u64, len: usize, set: u64) -> u64 {
    let here = u64::MAX >> (64 - 8 * len);
    let mixed = (id ^ ((eight | set) & here)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

/// The beginning of every id (FNV's offset basis).
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Whether a range of a text begins or ends inside a word.
pub(super) fn cuts_a_word(text: &str, range: TextRange) -> bool {
    let (before, found) = (&text[..range.start as usize], &text[range.bytes()]);
    let after = &text[range.end as usize..];
    before.ends_with(in_word) && cut_head(before, found) < before.len()
        || after.starts_with(in_word) && cut_tail(found, after) > 0
}

/// Where the word begins, before `after`, that goes on in it; the length of `before` if none does.
pub(super) fn cut_head(before: &str, after: &str) -> usize {
    let goes_on = after.starts_with(in_word) && !after.starts_with(unspaced);
    let word = before.trim_end_matches(|c| in_word(c) && goes_on);
    word.len()
}

/// Where the word ends, in `after`, that began before it; 0 if none did.
pub(super) fn cut_tail(before: &str, after: &str) -> usize {
    let goes_on = before.ends_with(in_word) && !before.ends_with(unspaced);
    after.len() - after.trim_start_matches(|c| in_word(c) && goes_on).len()
}

fn in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        // Signs that need not be looked up: common ones, two among the letters, and an apostrophe that Unicode calls a letter.
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3004}' | '\u{D7}' | '\u{F7}' | '\u{2BC}' => false,
        c if unspaced(c) => false,
        c if plain(c) => true,
        c => c.is_alphanumeric() || invisible(c) || canonical_combining_class(c) != 0,
    }
}

/// Soft hyphens, zero-width characters and joiners, which may stand inside a word.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Scripts that put no spaces between words: Thai to Myanmar, Khmer, kana and Han; and Hangul, composed or not, whose
/// words carry endings that edits change.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        words(a).iter().map(|w| w.id).eq(words(b).iter().map(|w| w.id))
    }

    #[test]
    fn what_a_reader_does_not_tell_apart_is_the_same_word() {
        assert!(same("The “Low”\n tide", "the \"low\" tide"));
        assert!(same("cafe\u{301} re\u{AD}port \u{200B}x", "caf\u{e9} report x"));
        assert!(same("\u{1112}\u{1161}\u{11a8}\u{304b}\u{3099}", "\u{d559}\u{304c}"));
        assert!(same("- \u{AD}\u{AD}- don`t", "-- don\u{2019}t"));
        assert!(!same("low tide", "low tides"));
    }

    #[test]
    fn words_of_any_length_end_where_they_end() {
        for word in (1..40).map(|len| "aZ9".repeat(len)[..len].to_owned()) {
            for after in ["", " ", "-", "ü", " and so on and on", "\u{7f}"] {
                let text = format!("{word}{after}");
                let first = words(&text)[0];
                let len = if after == "ü" { text.len() } else { word.len() };
                assert_eq!((first.start, first.end as usize), (0, len), "{text:?}");
                assert!(same(&word, &word.to_lowercase()));
            }
        }
    }

    #[test]
    fn scripts_without_spaces_are_cut_at_letters_and_words_know_their_bytes() {
        let text = "你好, Grüße!";
        let cut: Vec<&str> = words(text).iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
        assert_eq!(cut, ["你", "好", ",", "Grüße", "!"]);
    }
}
