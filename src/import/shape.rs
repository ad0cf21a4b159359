//! What a line looks like, before anyone knows what it is: short as a heading, long as prose, marked as a list item.

/// Longest heading, in words and in characters. Measured on 5,699 lines of real bodies: recall 91 %, precision 86 %
/// together with the condition on the next line (research/import.md, section 3).
const HEADING_WORDS: usize = 16;
const HEADING_CHARS: usize = 110;

/// Fewest words of a paragraph. Shorter lines with a stop exist, but nothing hangs on one of them.
const PROSE_WORDS: usize = 8;

/// Words in a text; two characters of a script without spaces count as one.
pub(super) fn words(text: &str) -> usize {
    if text.is_ascii() {
        return text.split_ascii_whitespace().count();
    }
    let dense = text.chars().filter(|c| is_dense(*c)).count();
    text.split_whitespace().count() + dense / 2
}

/// Whether a line is short enough for a heading and does not end as a sentence does.
pub(super) fn heading(text: &str) -> bool {
    text.chars().nth(HEADING_CHARS).is_none()
        && words(text) <= HEADING_WORDS
        && text.chars().any(char::is_alphabetic)
        && !ends_in_stop(text)
        && !ends_in_quoted_mark(text)
}

/// Whether a line is a paragraph of running text.
pub(super) fn prose(text: &str) -> bool {
    let words = words(text);
    words > HEADING_WORDS || (words >= PROSE_WORDS && ended(text))
}

/// Whether a line ends as a sentence does, or a part of one.
pub(super) fn ended(text: &str) -> bool {
    ends_in_stop(text) || unclosed(text).ends_with(['!', '?', '؟', '！', '？'])
}

/// Whether the last character before closing quotes and brackets ends a sentence or a part of one.
pub(super) fn ends_in_stop(text: &str) -> bool {
    unclosed(text).ends_with(['.', ',', ';', ':', '…', '。', '،', '؛', '۔', '।'])
}

/// `“Who knows?”` closes with a mark inside the quotation: speech, not a heading.
fn ends_in_quoted_mark(text: &str) -> bool {
    let bare = unclosed(text);
    bare.len() < text.len() && bare.ends_with(['!', '?', '؟'])
}

/// A quotation alone is no sentence by that: the end is looked at inside it. `“` and `«` close in German.
fn unclosed(text: &str) -> &str {
    text.trim_end_matches(['”', '“', '"', '’', '‘', '\'', '»', '«', '›', '‹', ')', ']', ' ', '」', '』', '）', '】'])
}

/// A line of nothing but three or more rule characters: `* * *`, `----`, `___`, `•••`.
pub(super) fn rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| *c != ' ');
    let Some(first) = marks.next() else {
        return false;
    };
    "*-_–—=~•·#".contains(first) && marks.clone().count() >= 2 && marks.all(|c| c == first)
}

/// The marker of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Number(usize),
}

/// Marker and words of a line that is marked as a list item. Dashes `–` and `—` open direct speech in many languages
/// and are no marker.
pub(super) fn item(text: &str) -> Option<(Marker, &str)> {
    let (mark, words) = text.split_once(' ')?;
    let words = words.trim_start();
    if words.is_empty() || rule(text) {
        return None;
    }
    if matches!(mark, "•" | "*" | "-" | "·" | "◦" | "▪" | "‣" | "●" | "■") {
        return Some((Marker::Bullet, words));
    }
    let digits = mark.strip_suffix(['.', ')'])?;
    if digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((Marker::Number(digits.parse().ok()?), words))
}

/// Han, kana and the scripts of South-East Asia, which put no space between words.
pub(super) fn is_dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Korean syllables, which are words with spaces between them but names without.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}
