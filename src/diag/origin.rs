//! Where something was written, found again in its file when a message needs it.

use std::ops::Range;

use super::{SourceId, Span};

/// Where an entity was written: its file, the bytes of the YAML in it, and the way to it inside that YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub source: SourceId,
    /// First byte of the YAML text in the file (after the `---` of front matter).
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Keys and item numbers joined by `/`, empty for the whole text: `notes/3`.
    pub pointer: Box<str>,
}

impl Origin {
    /// The whole of a YAML text.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let span = Span::new(source, range.start, range.end);
        Self { source, start: span.start, end: span.end, pointer: "".into() }
    }

    /// The origin of something inside this one.
    #[must_use]
    pub fn inside(&self, pointer: &str) -> Self {
        Self { pointer: self.join(pointer).into(), ..self.clone() }
    }

    /// The way to something inside this one.
    #[must_use]
    pub fn join(&self, pointer: &str) -> String {
        match (self.pointer.is_empty(), pointer.is_empty()) {
            (true, _) => pointer.to_owned(),
            (_, true) => self.pointer.to_string(),
            _ => format!("{}/{pointer}", self.pointer),
        }
    }
}
