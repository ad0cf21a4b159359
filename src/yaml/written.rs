//! How a value is written: what an edit needs to know to leave everything else as it is.

use std::ops::Range;

use super::events::{Frame, Node, Walk, walk};
use super::place::pointer;

/// A value as it stands in a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The bytes of its key; of an item of a list, or of the whole, none: where the value begins.
    pub key: Range<usize>,
    /// The bytes of the value. Of a text with its quotation marks; of a block (`|`, `>`) its lines without the indentation
    /// of the first, the line with the sign, and empty lines behind it. Of a map or list all up to its last bracket or the
    /// end of its last value.
    pub value: Range<usize>,
    /// In which of YAML's ways.
    pub style: Style,
}

/// YAML's ways to write a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A text without quotes.
    Plain,
    /// `'text'`.
    Single,
    /// `"text"`.
    Double,
    /// Lines behind `|`.
    Literal,
    /// Lines behind `>`.
    Folded,
    /// A map or list on lines of its own.
    Block,
    /// A map or list in brackets.
    Flow,
}

/// The value at `way` (keys and item numbers joined by `/`, empty for the whole), if there is one and the text is YAML up
/// to there.
#[must_use]
pub fn written(text: &str, way: &str) -> Option<Written> {
    let mut found: Option<Written> = None;
    // Where the last value ended so far.
    let mut last = 0;
    // What follows it may be no YAML.
    let _ = walk(text, |frames, node, range| {
        let style = match node {
            Node::Key { .. } | Node::Refused(_) => return Walk::Go,
            Node::Scalar { style, .. } => {
                last = range.end;
                style
            }
            Node::End => {
                if text[range.clone()].ends_with(['}', ']']) {
                    last = range.end;
                }
                let Some(found) = found.as_mut().filter(|_| pointer(frames) == way) else { return Walk::Go };
                found.value.end = last.max(found.value.start);
                return Walk::Stop;
            }
            Node::Map | Node::List if text[range.start..].starts_with(['{', '[']) => Style::Flow,
            Node::Map | Node::List => Style::Block,
        };
        if found.is_some() || pointer(frames) != way {
            return Walk::Go;
        }
        let key = match frames.last() {
            Some(Frame::Map(keys)) => keys.last().map(|(_, at)| at.clone()),
            _ => None,
        };
        let range = if style == Style::Block { from_its_dash(text, range.start)..range.end } else { range };
        found = Some(Written { key: key.unwrap_or(range.start..range.start), value: range, style });
        if matches!(style, Style::Flow | Style::Block) { Walk::Go } else { Walk::Stop }
    });
    found
}

/// Where a map or list on lines of its own begins: of a list that is not indented the parser gives the first item, behind
/// its dash.
fn from_its_dash(text: &str, start: usize) -> usize {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    match text[line..start].trim_end().strip_suffix('-') {
        Some(indent) if indent.trim().is_empty() && text[start..].starts_with(|c| c != '-') => line + indent.len(),
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(text: &'a str, way: &str) -> Option<(&'a str, &'a str, Style)> {
        written(text, way).map(|found| (&text[found.key], &text[found.value], found.style))
    }

    #[test]
    fn texts_are_found_as_they_are_written() {
        let text = "a: plain words # why\nb: 'it''s'\nc: \"x\"\nd: |-  # why\n\n  one\n   two\n\n# no\ne: >\n  three\n  four\n";
        assert_eq!(of(text, "a"), Some(("a", "plain words", Style::Plain)));
        assert_eq!(of(text, "b"), Some(("b", "'it''s'", Style::Single)));
        assert_eq!(of(text, "c"), Some(("c", "\"x\"", Style::Double)));
        assert_eq!(of(text, "d"), Some(("d", "one\n   two", Style::Literal)));
        assert_eq!(of(text, "e"), Some(("e", "three\n  four", Style::Folded)));
        assert_eq!(of(text, "f"), None);
        let returns = text.replace('\n', "\r\n");
        assert_eq!(of(&returns, "d"), Some(("d", "one\r\n   two", Style::Literal)));
        assert_eq!(of(&returns, "a"), Some(("a", "plain words", Style::Plain)));
    }

    #[test]
    fn maps_tell_whether_they_stand_in_brackets() {
        let text = "a: {b: [c, 'd']}\ne:\n  - f: g\n    h: {}\n";
        let style = |way| written(text, way).map(|found| found.style);
        assert_eq!(style(""), Some(Style::Block));
        assert_eq!(
            (style("a"), style("a/b"), style("e"), style("e/0")),
            (Some(Style::Flow), Some(Style::Flow), Some(Style::Block), Some(Style::Block))
        );
        assert_eq!(of(text, "a/b/1"), Some(("", "'d'", Style::Single)));
        let value = |way| of(text, way).map(|(_, value, _)| value);
        assert_eq!((value("e/0/h"), value("a")), (Some("{}"), Some("{b: [c, 'd']}")));
        assert_eq!(value("e"), Some("- f: g\n    h: {}"));
        let list = "a: # why\n- b # c\n- [d, # e ]\n  f] # g\nh: i\n";
        assert_eq!(of(list, "a"), Some(("a", "- b # c\n- [d, # e ]\n  f]", Style::Block)));
        assert_eq!(of(list, "a/1"), Some(("", "[d, # e ]\n  f]", Style::Flow)));
    }
}
