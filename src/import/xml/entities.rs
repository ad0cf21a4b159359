//! Character references: those of XML and, since feeds use them without saying so, those of HTML.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// Longest name of HTML's table with its `&` and `;` is 33 bytes; numbers may have leading zeros.
const LONGEST: usize = 40;

/// `text` with each reference replaced by what it stands for. One that nobody knows stays as it is written: what a
/// DOCTYPE defines is never expanded.
pub(in crate::import) fn decode(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(|c: char| c == '&' || is_forbidden(c)) else {
        return text.into();
    };
    let mut decoded = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(at) = rest.find(|c: char| c == '&' || is_forbidden(c)) {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';').filter(|_| rest.starts_with('&'));
        let sign = end.and_then(|end| Some((end + 1, reference(&rest[1..end])?)));
        let (length, sign) = match sign {
            Some((length, sign)) => (length, sign),
            None if rest.starts_with('&') => (1, "&".to_owned()),
            None => (rest.chars().next().map_or(1, char::len_utf8), String::new()),
        };
        decoded.push_str(&sign);
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    decoded.into()
}

/// Control characters that XML has no place for and that old feeds hold.
fn is_forbidden(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r')
}

/// What the words between `&` and `;` stand for.
fn reference(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code = hexadecimal.map_or_else(|| number.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok());
        return Some(character(code?).to_string());
    }
    match name {
        "amp" => Some("&".to_owned()),
        "lt" => Some("<".to_owned()),
        "gt" => Some(">".to_owned()),
        "quot" => Some("\"".to_owned()),
        "apos" => Some("'".to_owned()),
        _ => named(name),
    }
}

/// HTML's table, which Markdown has as well (`CommonMark` 2.5): its parser looks the name up.
fn named(name: &str) -> Option<String> {
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let written = plain.then(|| format!("&{name};"))?;
    Parser::new(&written).find_map(|event| match event {
        Event::Text(text) => (*text != *written).then(|| text.into_string()),
        _ => None,
    })
}

/// A number's character, as HTML reads it: 128 to 159 are those of windows-1252 ("numeric character reference end
/// state" of the HTML standard).
fn character(code: u32) -> char {
    match code {
        0x80..=0x9f => {
            let byte = [u8::try_from(code).unwrap_or(b'?')];
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().unwrap_or('\u{fffd}')
        }
        _ => char::from_u32(code).filter(|c| !is_forbidden(*c)).unwrap_or('\u{fffd}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_references_are_decoded_and_unknown_ones_stay() {
        assert_eq!(decode("a &amp; b &lt;c&gt; &eacute;&nbsp;&#233;&#x20AC;&#146;"), "a & b <c> é\u{a0}é€’");
        assert_eq!(decode("&mine; & &; &#; &#xD800; R&D &amp"), "&mine; & &; &#; \u{fffd} R&D &amp");
        assert_eq!(decode("a\u{0}b\u{b}c\nd"), "abc\nd");
        assert_eq!(decode("é&"), "é&");
    }
}
