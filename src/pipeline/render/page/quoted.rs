//! A passage with the words around it, for pages that show it away from its article.

use serde::Serialize;

use crate::model::document::Document;
use crate::text::{TextRange, one_line, sentences_around};

/// Most characters shown on either side: about a line and a half.
const AROUND: usize = 140;

/// What stands where words were left out.
const GAP: &str = "… ";

/// A passage within its sentences.
#[derive(Serialize)]
pub(super) struct QuotedCx {
    before: String,
    words: String,
    after: String,
}

/// The passage with the rest of its sentences, in the block that each end stands in.
pub(super) fn quoted(document: &Document, range: TextRange) -> QuotedCx {
    let text = &document.text;
    let (first, last) = (block(document, range.start), block(document, range.end.saturating_sub(1)));
    let around = TextRange { start: first.start.min(range.start), end: last.end.max(range.end) };
    let inside = (range.start - around.start) as usize..(range.end - around.start) as usize;
    let words = text.slice(around);
    let sentences = sentences_around(words, inside.clone());
    let start = sentences.start.min(inside.start);
    let end = sentences.end.max(inside.end);
    QuotedCx {
        before: tail(&words[start..inside.start]),
        words: one_line(&words[inside.clone()]),
        after: head(&words[inside.end..end]),
    }
}

/// The block that holds a byte of the text.
fn block(document: &Document, at: u32) -> TextRange {
    let holds = |range: TextRange| range.start <= at && at < range.end;
    let block = document.nodes.iter().rfind(|node| !node.kind.is_inline() && holds(node.text));
    block.map_or(TextRange { start: at, end: at }, |node| node.text)
}

/// The last words, and the space behind them, if there is one.
fn tail(words: &str) -> String {
    let line = spaced(words);
    let Some((cut, _)) = line.char_indices().rev().nth(AROUND) else { return line };
    let rest = &line[cut..];
    format!("{GAP}{}", rest.split_once(' ').map_or(rest, |(_, rest)| rest))
}

/// The first words, and the space before them, if there is one.
fn head(words: &str) -> String {
    let line = spaced(words);
    let Some((cut, _)) = line.char_indices().nth(AROUND) else { return line };
    let rest = &line[..cut];
    format!("{} …", rest.rsplit_once(' ').map_or(rest, |(rest, _)| rest))
}

/// The words on one line, with a space at either end where white space is.
fn spaced(words: &str) -> String {
    let space = |is: bool| if is { " " } else { "" };
    let line = one_line(words);
    if line.is_empty() {
        return space(!words.is_empty()).to_owned();
    }
    let (start, end) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
    format!("{}{line}{}", space(start), space(end))
}
