//! Tables of contents.

use serde::Serialize;

use crate::model::document::Document;

/// A table is worth its place from three headings on.
const FEWEST: usize = 3;

/// The deepest headings that a table lists.
const DEEPEST: u8 = 3;

/// A heading as templates receive it.
#[derive(Serialize)]
pub(super) struct TocCx {
    level: u8,
    id: String,
    text: String,
}

/// The headings of a document, or none where they are few.
pub(super) fn toc(document: &Document) -> Vec<TocCx> {
    let headings = document.headings.iter().filter(|h| !h.id.is_empty() && h.level <= DEEPEST);
    let toc: Vec<TocCx> = headings
        .map(|h| TocCx { level: h.level.max(2), id: h.id.to_string(), text: document.text.slice(h.text).to_owned() })
        .collect();
    if toc.len() < FEWEST { Vec::new() } else { toc }
}
