//! The words of a document as a reader sees them, and where each stands in the file.

use std::ops::Range;

/// A half-open range of bytes in a [`PlainText`]. Code points are used only at the W3C edge
/// ([`PlainText::code_points`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl TextRange {
    /// A range from byte offsets, which fit because articles are far smaller than 4 GiB.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: fit(start), end: fit(end) }
    }

    /// Whether it holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The bytes that both hold.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self { start: self.start.max(other.start), end: self.end.min(other.end) }
    }

    /// The range as indices.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A stretch of plain text that comes from one stretch of the file.
#[derive(Clone, Copy, Debug)]
struct Run {
    text: u32,
    text_len: u32,
    source: u32,
    source_len: u32,
}

/// The words of a document without markup, entities decoded, blocks joined by one line break: the text that quotes
/// are found in (W3C Web Annotation Data Model, 4.2.4), with a map back to the bytes of the file.
#[derive(Clone, Debug, Default)]
pub struct PlainText {
    text: String,
    runs: Vec<Run>,
}

impl PlainText {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words of a range; empty where the range is not on character boundaries of this text.
    #[must_use]
    pub fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.bytes()).unwrap_or_default()
    }

    /// The bytes of the file that hold the range: from its first to its last byte, markup between included.
    #[must_use]
    pub fn source_range(&self, range: TextRange) -> Range<u32> {
        let start = self.source_offset(range.start, Side::Start);
        let end = if range.is_empty() { start } else { self.source_offset(range.end, Side::End) };
        start..end.max(start)
    }

    /// Offsets in Unicode code points, as W3C selectors count.
    #[must_use]
    pub fn code_points(&self, range: TextRange) -> Range<usize> {
        let start = self.text[..range.start as usize].chars().count();
        start..start + self.slice(range).chars().count()
    }

    /// A run's inside maps one to one where the file says the same; an entity or escape maps as a whole.
    fn source_offset(&self, at: u32, side: Side) -> u32 {
        let index = match side {
            Side::Start => self.runs.partition_point(|run| run.text + run.text_len <= at),
            Side::End => self.runs.partition_point(|run| run.text + run.text_len < at),
        };
        let Some(run) = self.runs.get(index).or(self.runs.last()) else { return 0 };
        let inside = at.saturating_sub(run.text).min(run.text_len);
        let whole = run.text_len != run.source_len;
        match side {
            Side::Start if whole => run.source,
            Side::End if whole => run.source + run.source_len,
            _ => run.source + inside,
        }
    }
}

/// Which end of a range is mapped to the file.
#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

/// Writes a [`PlainText`] from front to back.
#[derive(Debug, Default)]
pub struct PlainTextBuilder {
    plain: PlainText,
}

impl PlainTextBuilder {
    /// Adds words that stand at `source` in the file and gives their range in the text.
    pub fn push(&mut self, words: &str, source: Range<usize>) -> TextRange {
        let start = self.plain.text.len();
        self.plain.text.push_str(words);
        let range = TextRange::new(start, self.plain.text.len());
        let at = TextRange::new(source.start, source.end);
        self.push_run(Run {
            text: range.start,
            text_len: range.end - range.start,
            source: at.start,
            source_len: at.end - at.start,
        });
        range
    }

    /// Ends a block: a line break that stands nowhere in the file, unless the text is empty or has one already.
    pub fn end_block(&mut self) {
        if !self.plain.text.is_empty() && !self.plain.text.ends_with('\n') {
            self.plain.text.push('\n');
        }
    }

    /// Where the next words will stand.
    #[must_use]
    pub fn position(&self) -> u32 {
        TextRange::new(0, self.plain.text.len()).end
    }

    /// Where the words end, a line break at the end not counted.
    #[must_use]
    pub fn position_without_break(&self) -> u32 {
        self.position() - u32::from(self.plain.text.ends_with('\n'))
    }

    /// The words of a range so far.
    #[must_use]
    pub fn slice(&self, range: TextRange) -> &str {
        self.plain.slice(range)
    }

    /// The finished text.
    #[must_use]
    pub fn finish(self) -> PlainText {
        self.plain
    }

    fn push_run(&mut self, run: Run) {
        if run.text_len == 0 {
            return;
        }
        if let Some(last) = self.plain.runs.last_mut()
            && last.text_len == last.source_len
            && run.text_len == run.source_len
            && last.text + last.text_len == run.text
            && last.source + last.source_len == run.source
        {
            last.text_len += run.text_len;
            last.source_len += run.source_len;
            return;
        }
        self.plain.runs.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_maps_as_a_whole_and_plain_words_byte_by_byte() {
        let mut builder = PlainTextBuilder::default();
        builder.push("salt ", 10..15);
        builder.push("&", 15..20);
        builder.push(" water", 20..26);
        let text = builder.finish();
        assert_eq!(text.as_str(), "salt & water");
        assert_eq!(text.source_range(TextRange::new(5, 6)), 15..20);
        assert_eq!(text.source_range(TextRange::new(1, 4)), 11..14);
        assert_eq!(text.source_range(TextRange::new(0, 12)), 10..26);
    }
}
