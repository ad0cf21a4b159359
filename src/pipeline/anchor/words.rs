//! A text cut into words that compare as a reader compares them: case, composed and decomposed letters, forms of
//! quotation marks and dashes, soft hyphens and all white space make no difference.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::text::Folded;

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
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < text.len() {
        let next = text.as_bytes()[at];
        if next.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let len = ascii_word(&text.as_bytes()[at..]);
        if len > 0 {
            words.push(ascii(text, at, len));
            at += len;
        } else {
            at += other(text, at, &mut words);
        }
    }
    words
}

/// The length of the plain word that the bytes begin with; 0 if what follows needs a closer look.
fn ascii_word(bytes: &[u8]) -> usize {
    let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if bytes.get(len).is_none_or(u8::is_ascii) { len } else { 0 }
}

fn ascii(text: &str, at: usize, len: usize) -> Word {
    let id = id(&text.as_bytes()[at..at + len], LOWER);
    word(at, len, id, letters(len))
}

/// One word, sign or space that is not plain ASCII letters. Gives its length in bytes.
fn other(text: &str, at: usize, words: &mut Vec<Word>) -> usize {
    let rest = &text[at..];
    let Some(first) = rest.chars().next() else { return 1 };
    if unspaced(first) {
        words.push(sign(text, at, first));
        return first.len_utf8();
    }
    if first.is_whitespace() || invisible(first) && !rest[first.len_utf8()..].starts_with(in_word) {
        return first.len_utf8();
    }
    if !in_word(first) {
        words.push(sign(text, at, first));
        return first.len_utf8();
    }
    let len = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
    let weight = letters(rest[..len].chars().filter(|c| !invisible(*c)).count());
    words.push(word(at, len, folded_id(&rest[..len]), weight));
    len
}

/// A sign, or a letter of a script without spaces.
fn sign(text: &str, at: usize, first: char) -> Word {
    let len = first.len_utf8();
    let weight = if unspaced(first) { IDEOGRAPH } else { SIGN };
    let id = if first.is_ascii() { id(&[first as u8], 0) } else { folded_id(&text[at..at + len]) };
    word(at, len, id, weight)
}

fn word(at: usize, len: usize, id: u64, weight: f32) -> Word {
    let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Word { start: fit(at), end: fit(at + len), id, weight }
}

fn letters(count: usize) -> f32 {
    u8::try_from(count).map_or(MOST, |count| (1.0 + f32::from(count)).min(MOST))
}

fn folded_id(word: &str) -> u64 {
    let settled = |c| plain(c) || invisible(c) || matches!(c, '\u{900}'..='\u{DFF}');
    if word.chars().all(settled) && (word.chars().all(plain) || is_nfc_quick(word.chars()) == IsNormalized::Yes) {
        return lower_id(word);
    }
    lower_id(&Folded::new(word).as_str().nfc().collect::<String>())
}

/// Letters that folding and composing leave as they are whatever stands beside them: ASCII, Latin-1 to Cyrillic
/// without marks and modifiers, Hebrew and Arabic letters, kana, Han and Hangul syllables.
fn plain(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{388}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn lower_id(word: &str) -> u64 {
    let lower: String = word.chars().filter(|&c| !invisible(c)).flat_map(char::to_lowercase).collect();
    id(lower.as_bytes(), 0)
}

/// Makes ASCII letters lower case and leaves digits as they are, eight bytes at once.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// FNV-1a (Fowler, Noll, Vo) over eight bytes at a time, each with the bits of `set`, and mixed: short, quick on short
/// input, the same on every machine.
fn id(bytes: &[u8], set: u64) -> u64 {
    bytes.chunks(8).fold(0xcbf2_9ce4_8422_2325, |id, chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        let here = u64::MAX >> (64 - 8 * chunk.len());
        let mixed = (id ^ u64::from_le_bytes(eight) ^ (set & here & !u64::from_le_bytes(eight)))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    })
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
    plain(c) && !unspaced(c)
        || (c.is_alphanumeric() && !unspaced(c))
        || invisible(c)
        || (c >= '\u{300}' && canonical_combining_class(c) != 0)
}

/// Soft hyphens, zero-width characters and joiners, which may stand inside a word.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Scripts that put no spaces between words: Thai to Myanmar, Khmer, kana and Han; and Hangul, whose words carry
/// endings that edits change.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
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
        assert!(!same("low tide", "low tides"));
    }

    #[test]
    fn scripts_without_spaces_are_cut_at_letters_and_words_know_their_bytes() {
        let text = "你好, Grüße!";
        let cut: Vec<&str> = words(text).iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
        assert_eq!(cut, ["你", "好", ",", "Grüße", "!"]);
    }
}
