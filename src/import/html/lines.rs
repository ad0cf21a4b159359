//! Where words stand in the source. The parser keeps no lines, so that they are looked up: the first place behind the
//! last one found where the source has a block's first words.

use memchr::memmem;

/// Fewest and most bytes that are looked up.
const FEWEST: usize = 12;
const MOST: usize = 48;

/// Finds places in a source, from its start to its end.
#[derive(Debug)]
pub(super) struct Places<'a> {
    source: &'a str,
    /// Byte behind the last place, and its line.
    at: usize,
    line: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0, line: 1 }
    }

    /// Line of the next place with the first words of `text`, counted from 1; the line of the last place where the
    /// source writes them in another way.
    pub(super) fn next(&mut self, text: &str) -> usize {
        if let Some(needle) = needle(text)
            && let Some(found) = memmem::find(&self.source.as_bytes()[self.at..], needle.as_bytes())
        {
            let place = self.at + found;
            self.line += memchr::memchr_iter(b'\n', &self.source.as_bytes()[self.at..place]).count();
            self.at = place;
        }
        self.line
    }

    /// Line of the first place of `text` as a whole, 0 where there is none.
    pub(super) fn first(&self, text: &str) -> usize {
        let needle = needle(text).unwrap_or(text);
        match memmem::find(self.source.as_bytes(), needle.as_bytes()) {
            Some(place) if !needle.is_empty() => {
                1 + memchr::memchr_iter(b'\n', &self.source.as_bytes()[..place]).count()
            }
            _ => 0,
        }
    }
}

/// The longest of the first words that no entity, tag or line break of the source can cut.
fn needle(text: &str) -> Option<&str> {
    let text = text.trim();
    let plain = text.split(['&', '<', '>', '"', '\u{a0}', '\n']).find(|part| part.trim().len() >= FEWEST)?.trim();
    let mut end = plain.len().min(MOST);
    while !plain.is_char_boundary(end) {
        end -= 1;
    }
    Some(&plain[..end])
}
