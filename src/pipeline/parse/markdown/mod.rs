//! Markdown → [`Document`]: one walk over pulldown-cmark's events.
//!
//! [`events`] puts footnotes where they are read, [`tree`] builds the nodes and the plain text, [`html`] judges raw
//! HTML. Smart punctuation and heading attributes stay off: quotes must find the characters that were written, and
//! attributes would reach the page.

mod events;
mod html;
mod tree;

use std::ops::Range;

use pulldown_cmark::Options;

use super::titles::Titles;
use crate::diag::{Diagnostic, Diagnostics, Origin, SourceId, SourceMap, Span};
use crate::model::document::Document;
use crate::yaml;

/// Where a Markdown text stands.
pub(super) enum Place<'a> {
    /// It is the rest of a file, from a byte on.
    Offset { source: SourceId, start: usize },
    /// It is a value in YAML.
    Value { map: &'a SourceMap, origin: Origin },
}

impl Place<'_> {
    fn source(&self) -> SourceId {
        match self {
            Self::Offset { source, .. } => *source,
            Self::Value { origin, .. } => origin.source,
        }
    }

    /// The bytes of the file for bytes of the Markdown text. Inside a YAML value they are not known one by one: the
    /// text's own range is kept, which only tells places apart.
    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        match self {
            Self::Offset { start, .. } => start + range.start..start + range.end,
            Self::Value { .. } => range,
        }
    }

    /// The span for a message. In a YAML value: the words themselves where they stand there, else the whole value.
    fn span(&self, range: Range<usize>, words: &str) -> Span {
        match self {
            Self::Offset { source, .. } => {
                let bytes = self.bytes(range);
                Span::new(*source, bytes.start, bytes.end)
            }
            Self::Value { map, origin } => {
                let value = yaml::place(map, origin, "");
                let text = &map.text(value.source)[value.start as usize..value.end as usize];
                match text.find(words).filter(|_| !words.is_empty()) {
                    Some(at) => {
                        let start = value.start as usize + at;
                        Span::new(value.source, start, start + words.len())
                    }
                    None => value,
                }
            }
        }
    }
}

/// What postil reads of Markdown: `CommonMark` and what GitHub adds, definition lists and wikilinks.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

/// Parses a text; blocks and inline elements deeper than `nesting` are flattened, with a warning.
pub(super) fn document(
    text: &str,
    place: &Place<'_>,
    titles: &Titles<'_>,
    nesting: usize,
    found: &mut Diagnostics,
) -> Document {
    let mut builder = tree::Builder::new(text, place, titles, nesting);
    for (event, range) in events::in_reading_order(text, options()) {
        builder.event(event, range);
    }
    let (document, raw_html, too_deep) = builder.finish();
    for range in raw_html {
        let words = text[range.clone()].trim_end();
        let range = range.start..range.start + words.len();
        let problem = Diagnostic::warning("raw-html", "HTML is shown as the text that it is");
        let help = "use Markdown; only <sub>, <sup>, <kbd>, <abbr>, <br> and <wbr> without attributes are read";
        found.push(problem.at(place.span(range, words)).help(help));
    }
    if let Some(range) = too_deep {
        let problem = Diagnostic::warning(
            "nested-too-deep",
            format!("this stands more than {nesting} levels deep and is shown flat"),
        );
        found.push(problem.at(place.span(range, "")).help("use fewer quotes or lists inside each other"));
    }
    document
}
