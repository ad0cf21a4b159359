//! Places in a YAML text that is edited: lines, columns, and what a new value takes the place of.

use std::ops::Range;

use crate::yaml::{Style, Written};

/// What to write so that a value on one line stands in the place of another: of a block also in the place of its sign.
pub(super) fn in_place_of(yaml: &str, old: &Written, new: String) -> Vec<(Range<usize>, String)> {
    if !matches!(old.style, Style::Literal | Style::Folded) {
        return vec![(old.value.clone(), new)];
    }
    let from = old.key.end;
    let sign = yaml[from..old.value.start].find(['|', '>']).map_or(from, |at| from + at);
    let header_end = end_of_line(yaml, sign);
    let rest = yaml[sign..header_end].find(' ').map_or(header_end, |at| sign + at);
    vec![(sign..rest, new), (header_end..old.value.end, String::new())]
}

/// A text with some of its bytes replaced by others; where two places overlap, the first wins.
pub(super) fn spliced(text: &str, mut splices: Vec<(Range<usize>, String)>) -> String {
    splices.sort_by_key(|(range, _)| range.start);
    let (mut new, mut from) = (String::with_capacity(text.len() + 256), 0);
    for (range, put) in splices {
        new.push_str(&text[from..range.start.max(from)]);
        new.push_str(&put);
        from = range.end.max(from);
    }
    new + &text[from..]
}

/// Characters before a byte in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[start..at].chars().count()
}

/// Where the line ends that holds the byte, its line break not counted.
pub(super) fn end_of_line(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}

/// The line break behind the line that holds the byte; of the last line, that of the first.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let end = text[at..].find('\n').map(|end| at + end).or_else(|| text.find('\n'));
    if end.is_some_and(|end| text[..end].ends_with('\r')) { "\r\n" } else { "\n" }
}
