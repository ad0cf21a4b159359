//! YAML scalars by hand: plain where that is safe, in double quotes where it is not.

use std::fmt::Write;

/// A scalar in a block mapping.
pub(super) fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A list in brackets, whose scalars may hold no comma and no bracket without quotes.
pub(super) fn flow<T: AsRef<str>>(items: &[T]) -> String {
    let item = |text: &str| {
        if text.contains([',', '[', ']', '{', '}']) { quoted(text) } else { scalar(text) }
    };
    let items: Vec<String> = items.iter().map(|text| item(text.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// Whether every YAML 1.1 and 1.2 reader takes `text`, without quotes, as this string.
fn is_plain(text: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || (c > '\u{7f}' && !c.is_whitespace());
    let opens = text.starts_with(letter) || is_file_name(text);
    let breaks =
        text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']) || text.contains(is_unprintable);
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

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // Writing to a String cannot fail.
            c if is_unprintable(c) => drop(write!(quoted, "\\U{:08X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Characters that YAML does not take as they are, that break its lines, or that turn the direction of what an editor
/// sees.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}
