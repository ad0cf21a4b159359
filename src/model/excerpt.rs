//! A few words with the sentence that they stand in.

use super::document::Document;
use crate::text::{TextRange, one_line, sentence_range};

/// Longest stretch that is shown on either side of the words, in characters: with both, some four lines of a list.
const LONGEST_SIDE: usize = 160;

/// How far from the words their sentence is looked for, in bytes: a paragraph of a megabyte must not be walked over for
/// each of its names.
const FARTHEST: u32 = 4_000;

/// Words in their sentence, on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// What the sentence says before them, cut with `…` where it is long.
    pub before: String,
    /// The words.
    pub words: String,
    /// What it says behind them.
    pub after: String,
}

impl Document {
    /// The sentence around a range of the text, in the block that holds it.
    #[must_use]
    pub fn sentence(&self, range: TextRange) -> TextRange {
        let behind = self.nodes.partition_point(|node| node.text.start <= range.start);
        let holds = |block: TextRange| block.start <= range.start && range.end <= block.end;
        let block = self.nodes[..behind].iter().rfind(|node| !node.kind.is_inline() && holds(node.text));
        let Some(block) = block.map(|node| node.text) else { return range };
        let near = self.near(range, block);
        let found = sentence_range(self.text.slice(near), (range.start - near.start) as usize);
        let start = near.start + found.start;
        TextRange { start: start.min(range.start), end: (near.start + found.end).max(range.end) }
    }

    /// A range with what stands around it in its block, as far as a sentence goes.
    fn near(&self, range: TextRange, block: TextRange) -> TextRange {
        let text = self.text.as_str();
        let (mut start, mut end) = (range.start.saturating_sub(FARTHEST), range.end.saturating_add(FARTHEST));
        while start > block.start && !text.is_char_boundary(start as usize) {
            start -= 1;
        }
        while end < block.end && !text.is_char_boundary(end as usize) {
            end += 1;
        }
        TextRange { start, end }.intersect(block)
    }

    /// A range of the text in its sentence.
    #[must_use]
    pub fn excerpt(&self, range: TextRange) -> Excerpt {
        let sentence = self.sentence(range);
        let before = self.text.slice(TextRange { start: sentence.start, end: range.start });
        let after = self.text.slice(TextRange { start: range.end, end: sentence.end });
        Excerpt { before: end_of(before), words: one_line(self.text.slice(range)), after: start_of(after) }
    }
}

/// The text on one line, cut at a space before its last 160 characters. Space at its end stays: words follow.
fn end_of(text: &str) -> String {
    let mut line = one_line(text);
    if let Some((cut, _)) = line.char_indices().rev().nth(LONGEST_SIDE) {
        let cut = line[cut..].find(' ').map_or(cut, |space| cut + space);
        line = format!("…{}", &line[cut..]);
    }
    if text.ends_with(char::is_whitespace) {
        line.push(' ');
    }
    line
}

/// The text on one line, cut at a space behind its first 160 characters.
fn start_of(text: &str) -> String {
    let mut line = one_line(text);
    if let Some((cut, _)) = line.char_indices().nth(LONGEST_SIDE) {
        let cut = line[..cut].rfind(' ').unwrap_or(cut);
        line = format!("{} …", line[..cut].trim_end());
    }
    if text.starts_with(char::is_whitespace) && !line.is_empty() {
        line.insert(0, ' ');
    }
    line
}
