//! YAML by hand: plain where that is safe, in double quotes where it is not, lines as a block. `serde_yaml` would write
//! `no`, `12:30` and dates plain, which other readers take for something else, and one long line for a text with a tab.

use std::fmt::Write;

use crate::text::deceptive;

/// A scalar in a block mapping.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A list in brackets, whose scalars may hold no comma, no bracket and, for some readers, no colon without quotes.
#[must_use]
pub fn flow<T: AsRef<str>>(items: &[T]) -> String {
    let item = |text: &str| {
        if text.contains([',', '[', ']', '{', '}', ':', '?']) { quoted(text) } else { scalar(text) }
    };
    let items: Vec<String> = items.iter().map(|text| item(text.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// A scalar in double quotes on one line. Characters that YAML does not take as they are, and those that nobody sees or
/// that turn the direction of what an editor sees, are escaped, so that whoever reviews the file knows of them.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// The text of a key at the top of a file, each of its lines on a line of its own, indented by two spaces: a block
/// (`|`), or double quotes over several lines where a block can't hold a character or it would mislead.
#[must_use]
pub fn block(text: &str) -> String {
    let unfit = |c: char| breaks(c) && c != '\n' && c != '\t';
    let ends = text.len() - text.trim_end_matches('\n').len();
    if text.trim().is_empty() || ends > 1 || text.contains(unfit) || deceptive(text).is_some() {
        return quoted_lines(text);
    }
    // The first line's own indentation would be taken for the block's.
    let indent = if text.starts_with(char::is_whitespace) { "2" } else { "" };
    let chomp = if ends == 0 { "-" } else { "" };
    let mut block = format!("|{indent}{chomp}");
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        block.push_str(if line.is_empty() { "\n" } else { "\n  " });
        block.push_str(line);
    }
    block
}

/// Each line but the last ends in `\n` for its own end and `\` for that of the file's line, whose indentation is no part
/// of the text.
fn quoted_lines(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix(' ') {
        Some(rest) => format!("\\ {}", escaped(rest)),
        None => escaped(line),
    };
    let lines: Vec<String> = text.split_inclusive('\n').map(line).collect();
    format!("\"{}\"", lines.join("\\\n  "))
}

/// Whether every YAML 1.1 and 1.2 reader takes `text`, without quotes, as this string.
fn is_plain(text: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || (c > '\u{7f}' && !c.is_whitespace());
    let opens = text.starts_with(letter) || is_file_name(text);
    let breaks = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']) || text.contains(is_escaped);
    opens && !breaks && !is_word_of_yaml(text)
}

/// `003.txt`: a digit, and somewhere a dot with a letter behind it that is no exponent. No number and no time is
/// written so.
fn is_file_name(text: &str) -> bool {
    let dotted = |pair: &[u8]| pair[0] == b'.' && pair[1].is_ascii_alphabetic() && !pair[1].eq_ignore_ascii_case(&b'e');
    text.starts_with(|c: char| c.is_ascii_digit()) && text.as_bytes().windows(2).any(dotted)
}

/// Words that some reader takes for a boolean, null or a number. All other numbers begin with a digit, a sign or a dot,
/// which quotes.
fn is_word_of_yaml(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    WORDS.contains(&text.to_lowercase().as_str())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, u32::from(c)) {
            ('"' | '\\', _) => escaped.extend(['\\', c]),
            ('\n', _) => escaped.push_str("\\n"),
            ('\t', _) => escaped.push_str("\\t"),
            // Writing to a String cannot fail.
            (_, code @ ..=0xFF) if is_escaped(c) => drop(write!(escaped, "\\x{code:02X}")),
            (_, code @ ..=0xFFFF) if is_escaped(c) => drop(write!(escaped, "\\u{code:04X}")),
            (_, code) if is_escaped(c) => drop(write!(escaped, "\\U{code:08X}")),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Characters that YAML does not take as they are, or that break its lines (1.1 breaks them at U+0085, U+2028 and
/// U+2029 as well).
fn breaks(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Those, and characters that nobody sees or that turn the direction of what an editor sees. The joiners U+200C and
/// U+200D are letters of some scripts, and stay.
fn is_escaped(c: char) -> bool {
    breaks(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_readers_would_take_for_something_else_is_quoted() {
        for plain in ["low tide", "“Low tide” – so they say", "https://example.org/a#b", "a:b", "ebb, flow", "003.txt"]
        {
            assert_eq!(scalar(plain), plain);
        }
        for text in
            ["no", "On", "2025-11-14", "12:30", "1e3", "~", "- ebb", "ebb: low", "ebb #1", "\"ebb\"", "", "ebb "]
        {
            assert!(scalar(text).starts_with('"'), "{text}");
        }
        assert_eq!(scalar("re\u{ad}ported\n\u{202e}x"), "\"re\\xADported\\n\\u202Ex\"");
        assert_eq!(flow(&["a", "b, c", "d:e"]), "[a, \"b, c\", \"d:e\"]");
    }

    #[test]
    fn lines_stand_on_lines() {
        assert_eq!(block("One.\n\n- two\n"), "|\n  One.\n\n  - two");
        assert_eq!(block("    code"), "|2-\n      code");
        assert_eq!(block("a\u{7}\n  b\n"), "\"a\\x07\\n\\\n  \\  b\\n\"");
        assert_eq!(block(""), "\"\"");
    }
}
