//! Addresses in styles.

use std::ops::Range;

use cssparser::{Parser, Token};

use super::Reader;
use super::finding::Use;

/// Reads a style sheet that begins at byte `start` of the file.
pub(super) fn read(reader: &mut Reader<'_>, text: &str, start: usize) {
    for Found { by, written, at } in addresses(text) {
        reader.address(by, &written, Use::Load, start + at.start..start + at.end);
    }
}

/// Reads the value of an attribute that stands at `at`. A part of the page itself, such as `url(#a)`, is no file.
pub(super) fn read_attribute(reader: &mut Reader<'_>, value: &str, at: &Range<usize>) {
    for Found { by, written, .. } in addresses(value) {
        if !written.starts_with('#') {
            reader.address(by, &written, Use::Load, at.clone());
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Found {
    by: &'static str,
    written: String,
    at: Range<usize>,
}

fn addresses(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    walk(&mut Parser::new(text), "", &mut found);
    found
}

/// Goes through a block; `by` is what its strings are, as far as they are addresses.
fn walk(parser: &mut Parser<'_>, by: &'static str, found: &mut Vec<Found>) {
    let mut strings = by;
    loop {
        parser.skip_whitespace();
        let start = parser.position().byte_index();
        let Ok(token) = parser.next().cloned() else { return };
        let end = parser.position().byte_index();
        let mut add = |by, written: &str| found.push(Found { by, written: written.to_owned(), at: start..end });
        let inside = match &token {
            Token::UnquotedUrl(written) => {
                add("`url()`", written);
                continue;
            }
            Token::QuotedString(written) => {
                if !strings.is_empty() {
                    add(strings, written);
                }
                continue;
            }
            Token::AtKeyword(word) => {
                strings = if word.eq_ignore_ascii_case("import") { "`@import`" } else { by };
                continue;
            }
            Token::Semicolon => {
                strings = by;
                continue;
            }
            Token::Function(name) => address_function(name).unwrap_or(by),
            Token::CurlyBracketBlock => {
                strings = by;
                ""
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => by,
            _ => continue,
        };
        // An error is a block too deep to be read, which the next round passes over.
        let _ = parser.parse_nested_block(|parser| {
            walk(parser, inside, found);
            Ok::<(), cssparser::ParseError<()>>(())
        });
    }
}

/// What the strings in a function are; `None` where it says nothing of them.
fn address_function(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "url" => Some("`url()`"),
        "src" => Some("`src()`"),
        "image" => Some("`image()`"),
        "image-set" | "-webkit-image-set" => Some("`image-set()`"),
        // Its string is a media type.
        "type" | "format" | "local" => Some(""),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_strings() {
        let text = "@import 'a.css' print; @import url(b.css);\n/* url(no) */\n.x::before { content: 'no'; background: image-set('c.png' 1x type('no'), url(\"d.png\") 2x) }\n@media print { @font-face { font-family: 'no'; src: local('no'), URL( e.woff2 ) format('no') } } p { content: 'no }";
        let found: Vec<_> = addresses(text).into_iter().map(|found| (found.by, found.written)).collect();
        let expected = [
            ("`@import`", "a.css"),
            ("`url()`", "b.css"),
            ("`image-set()`", "c.png"),
            ("`url()`", "d.png"),
            ("`url()`", "e.woff2"),
        ];
        assert_eq!(found, expected.map(|(by, written)| (by, written.to_owned())));
        assert_eq!(addresses(text).last().map(|found| &text[found.at.clone()]), Some("URL( e.woff2 )"));
    }
}
