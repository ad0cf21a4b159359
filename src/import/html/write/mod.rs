//! A tree of HTML → blocks whose Markdown gives back the same words.
//!
//! ```text
//! node ── block ──► headings, paragraphs, lists, tables, code …;   their words ── runs ──► inline ──► one line
//! ```

mod address;
mod block;
mod code;
mod image;
mod inline;
mod list;
mod notes;
mod runs;
mod table;

use std::collections::BTreeMap;

use dom_query::NodeRef;
use url::Url;

use super::dom;
use crate::import::draft::{Attachment, Kind};

pub(super) use address::{absolute, without_tracking};
pub(super) use image::from_data;

/// One block with the words by which its place in the source can be found.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) words: String,
    /// Bytes of its words that stand in links.
    pub(super) linked: usize,
}

/// What a tree became.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) blocks: Vec<Piece>,
    pub(super) attachments: Vec<Attachment>,
    /// Pictures that stand elsewhere: their alternative text or address.
    pub(super) pictures: Vec<String>,
}

/// What is known while a tree is written.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    base: Option<&'a Url>,
    /// Files of the page that may be kept beside the article, by the address that the page uses for them.
    files: &'a dyn super::Files,
    notes: notes::Notes,
    /// Levels to add to every heading, so that the highest is 2.
    raise: isize,
    attachments: Vec<Attachment>,
    pictures: Vec<String>,
    names: BTreeMap<String, String>,
    depth: usize,
}

/// Writes `root` and all below it.
pub(super) fn write(root: &NodeRef<'_>, base: Option<&Url>, files: &dyn super::Files) -> Written {
    let mut writer = Writer {
        base,
        files,
        notes: notes::find(root, base),
        raise: raise(root),
        attachments: Vec::new(),
        pictures: Vec::new(),
        names: BTreeMap::new(),
        depth: 0,
    };
    let mut blocks = Vec::new();
    block::children(root, &mut writer, &mut blocks);
    notes::append(root, &mut writer, &mut blocks);
    Written { blocks, attachments: writer.attachments, pictures: writer.pictures }
}

/// How far headings move: the highest becomes level 2.
fn raise(root: &NodeRef<'_>) -> isize {
    let levels = root.descendants_it().filter_map(|node| dom::name(&node).and_then(|name| block::level(name.as_ref())));
    levels.min().map_or(0, |highest| 2 - highest.cast_signed())
}

impl Writer<'_> {
    /// Whether a node was written elsewhere already: a footnote's text.
    fn is_skipped(&self, node: &NodeRef<'_>) -> bool {
        self.notes.is_skipped(node.id)
    }

    /// The label, where the node is a reference to a footnote.
    fn note_label(&self, node: &NodeRef<'_>) -> Option<String> {
        self.notes.label(node.id)
    }

    /// The address of a link as it is written, or nothing where it leads nowhere.
    fn address(&self, href: &str) -> Option<String> {
        address::link(href, self.base)
    }
}
