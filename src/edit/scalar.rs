//! Words as a YAML scalar, in the way that the author chose where that can hold them.

use crate::yaml::{self, Style};

/// What a scalar stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// A map or list on lines of its own.
    Block,
    /// Brackets, where commas and brackets end a plain text.
    Flow,
}

/// The words on one line: in the style asked for if it can hold them, else in quotes.
pub(super) fn scalar(words: &str, style: Style, context: Context) -> String {
    match style {
        Style::Plain if can_be_plain(words, context) => words.to_owned(),
        Style::Single if can_be_single(words) => single(words),
        Style::Double => yaml::quoted(words),
        _ => quoted(words),
    }
}

/// The words in the quotation marks that need fewer further signs.
pub(super) fn quoted(words: &str) -> String {
    let marks = words.contains(['"', '\\']) && !words.contains('\'');
    if marks && can_be_single(words) { single(words) } else { yaml::quoted(words) }
}

/// Whether a block (`|` or `>`) can hold the words on lines of its own without a change.
pub(super) fn can_be_block(words: &str) -> bool {
    !words.is_empty() && words.trim() == words && !words.contains(is_unprintable)
}

/// A scalar (or the words of a block) cut into lines of at most `width` characters, the first behind `taken` ones, the
/// others behind `indent`. It is cut only where one space stands between two words: such a line break reads as that
/// space again.
pub(super) fn wrapped(scalar: &str, taken: usize, indent: usize, width: usize) -> Vec<&str> {
    let bytes = scalar.as_bytes();
    let between = |at: &usize| *at > 0 && bytes[at - 1] != b' ' && bytes.get(at + 1).is_some_and(|next| *next != b' ');
    let cuts = scalar.match_indices(' ').map(|(at, _)| at).filter(between);
    let (mut lines, mut from, mut last, mut before) = (Vec::new(), 0, None, taken);
    for cut in cuts.chain([scalar.len()]) {
        if let Some(last) = last.filter(|_| before + scalar[from..cut].chars().count() > width) {
            lines.push(&scalar[from..last]);
            (from, before) = (last + 1, indent);
        }
        last = Some(cut);
    }
    lines.push(&scalar[from..]);
    lines
}

/// Whether every reader of YAML 1.1 and 1.2 takes the words, without quotes, for this text and nothing else.
fn can_be_plain(words: &str, context: Context) -> bool {
    let opens = |c: char| c.is_alphanumeric() || c == '(' || (c > '\u{7f}' && !c.is_whitespace());
    let breaks = words.contains(": ") || words.contains(" #") || words.ends_with(':') || words.contains(is_unprintable);
    let ends_flow = context == Context::Flow && words.contains([',', '[', ']', '{', '}', ':']);
    words.starts_with(opens) && words.trim() == words && !breaks && !ends_flow && !is_other_than_text(words)
}

/// Words that some reader takes for a boolean, nothing, a number or a date.
fn is_other_than_text(words: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let digit = words.starts_with(char::is_numeric);
    WORDS.contains(&words.to_lowercase().as_str()) || digit && !words.split(' ').skip(1).any(|word| letters(word) > 2)
}

fn can_be_single(words: &str) -> bool {
    !words.contains(is_unprintable)
}

fn single(words: &str) -> String {
    format!("'{}'", words.replace('\'', "''"))
}

/// Characters that YAML does not take as they are, that break its lines, or that nobody sees in an editor and that turn
/// the direction of what is seen.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> String {
        scalar(words, Style::Plain, Context::Block)
    }

    #[test]
    fn plain_words_stay_plain_where_nobody_can_misread_them() {
        for words in ["low tide", "40 boats left", "(so it is said)", "“quoted”", "it's, well: fine"] {
            assert_eq!(plain(words), if words.contains(": ") { format!("\"{words}\"") } else { words.to_owned() });
        }
        for words in
            ["no", "12:30", "2026-11-21", "1e5", "- a", "#1", "a: b", "a #b", "*a", "a:", " a", "a\nb", "-", ""]
        {
            assert!(plain(words).starts_with('"'), "{words:?} gave {}", plain(words));
        }
        assert_eq!(plain("say \"yes\": no"), "'say \"yes\": no'");
        assert_eq!(scalar("one, two", Style::Plain, Context::Flow), "\"one, two\"");
    }

    #[test]
    fn what_no_editor_shows_is_written_out() {
        assert_eq!(quoted("a\u{AD}b\n\u{202E}\"'"), "\"a\\xADb\\n\\u202E\\\"'\"");
        assert_eq!(scalar("it's", Style::Single, Context::Block), "'it''s'");
    }

    #[test]
    fn lines_are_cut_between_words_and_nowhere_else() {
        assert_eq!(wrapped("one two  three four", 0, 0, 14), ["one two  three", "four"]);
        assert_eq!(wrapped("one two three", 6, 2, 11), ["one", "two three"]);
        assert_eq!(wrapped("überaus lang", 0, 0, 80), ["überaus lang"]);
    }
}
