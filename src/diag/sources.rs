//! The files that were read, and places in them.

use std::sync::Arc;

/// Which file of a [`SourceMap`] is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A half-open range of bytes in a file, front matter included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A place as an editor counts it: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path from the site's root, with `/`, as it is printed.
    pub path: String,
    /// What stood in it when it was read.
    pub text: Arc<str>,
}

/// All files of a site that hold text, each read once.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives its id.
    ///
    /// # Panics
    /// With more than 2^32 files.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> SourceId {
        let id = u32::try_from(self.files.len()).expect("fewer than 2^32 files");
        self.files.push(SourceFile { path: path.into(), text: text.into() });
        SourceId(id)
    }

    /// All files, in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// The file.
    #[must_use]
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file's path from the site's root.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &str {
        &self.file(id).path
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self, id: SourceId) -> &str {
        &self.file(id).text
    }

    /// The place of a span's first byte.
    #[must_use]
    pub fn line_column(&self, span: Span) -> LineColumn {
        let text = self.text(span.source);
        let before = &text[..floor_char_boundary(text, span.start as usize)];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        LineColumn { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The span that covers a file's first line: for problems of a whole file.
    #[must_use]
    pub fn first_line(&self, id: SourceId) -> Span {
        let end = self.text(id).find('\n').unwrap_or(self.text(id).len());
        span(id, 0, end)
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn span(source: SourceId, start: usize, end: usize) -> Span {
    Span::new(source, start, end)
}

impl Span {
    /// A span from byte offsets. Files are limited far below 4 GiB (see `config::Limits`), so offsets fit; a larger
    /// offset is cut to the largest that does.
    #[must_use]
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { source, start: fit(start), end: fit(end) }
    }
}
