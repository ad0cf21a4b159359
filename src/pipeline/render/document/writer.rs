//! What a document needs to know of the page that it stands on, and the walk over its nodes.

use super::super::html::{Html, HtmlWriter};
use super::super::language::Language;
use super::Highlighter;
use super::marks::Marks;
use crate::model::document::{Document, NodeKind};
use crate::model::mention::Mention;
use crate::model::site::{Href, Site, Thing};
use crate::text::TextRange;

/// What the document is to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The text of an article or page: its headings can be linked to.
    Main,
    /// A note: written by strangers, may stand on several pages, and its headings are no headings of the page.
    Note,
}

/// What a document needs to know of where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    /// The site, for the routes of what is linked.
    pub(crate) site: &'a Site,
    /// The way from the page to the site's root.
    pub(crate) root: &'a str,
    /// What the document belongs to: places "on this page" are on its page.
    pub(crate) home: Thing,
    /// What the document is to the page.
    pub(crate) role: Role,
    /// For code.
    pub(crate) highlighter: &'a Highlighter,
    /// For the words that are not the author's.
    pub(crate) language: &'a Language,
}

/// Writes one document.
pub(crate) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) hrefs: &'a [Href],
    pub(super) marks: &'a Marks,
    /// The names of topics, in order; none in notes.
    pub(super) mentions: &'a [Mention],
    pub(super) around: Surroundings<'a>,
    pub(super) html: HtmlWriter,
    /// The words that are written; what lies outside is left out.
    pub(super) window: TextRange,
    /// Notes whose reference waits until the link or code span around it ends.
    pub(super) waiting: Vec<usize>,
    /// How many links and code spans are open.
    pub(super) hoisting: usize,
    /// How many tables were written, for their names.
    pub(super) tables: usize,
}

impl<'a> Writer<'a> {
    /// A writer for a document whose links lead to `hrefs`.
    pub(crate) fn new(document: &'a Document, hrefs: &'a [Href], marks: &'a Marks, around: Surroundings<'a>) -> Self {
        Self {
            document,
            hrefs,
            marks,
            mentions: &[],
            around,
            html: HtmlWriter::default(),
            window: TextRange { start: 0, end: u32::MAX },
            waiting: Vec::new(),
            hoisting: 0,
            tables: 0,
        }
    }

    /// The same with the names that topics have in the text.
    pub(crate) fn with_mentions(self, mentions: &'a [Mention]) -> Self {
        Self { mentions, ..self }
    }

    /// The top nodes of the text, footnotes apart.
    pub(crate) fn blocks(document: &Document) -> impl Iterator<Item = usize> + '_ {
        document.children(None).filter(|&i| !matches!(document.nodes[i].kind, NodeKind::Footnote(_)))
    }

    /// One node with everything in it; table numbers go on from those written before.
    pub(crate) fn block_html(&mut self, index: usize) -> Html {
        self.node(index);
        std::mem::take(&mut self.html).finish()
    }

    /// All blocks and footnotes.
    pub(crate) fn all(self) -> Html {
        self.rest_from(0)
    }

    /// The blocks but for the first so many, and the footnotes.
    fn rest_from(mut self, skipped: usize) -> Html {
        for block in Self::blocks(self.document).skip(skipped) {
            self.node(block);
        }
        self.footnotes();
        self.html.finish()
    }

    /// The footnotes as a section, or nothing.
    pub(crate) fn footnotes_html(&mut self) -> Html {
        self.footnotes();
        std::mem::take(&mut self.html).finish()
    }

    /// The first sentence without a paragraph around it, and everything behind it.
    ///
    /// `length` is that of the sentence in bytes, from the start of the text, which must begin with a paragraph.
    pub(crate) fn split(mut self, length: usize) -> (Html, Html) {
        let Some(paragraph) = Self::blocks(self.document).next() else { return (Html::default(), self.all()) };
        let end = self.document.nodes[paragraph].text.end;
        let behind = TextRange { start: TextRange::new(0, length).end, end };
        // What has no words, as an image at the paragraph's end, belongs to those before it.
        let whole = self.document.text.slice(behind).trim().is_empty();
        if !whole {
            self.window.end = behind.start;
        }
        self.children(paragraph);
        let lead = std::mem::take(&mut self.html).finish();
        if whole {
            return (lead, self.rest_from(1));
        }
        self.window = TextRange { start: behind.start, end: u32::MAX };
        (lead, self.all())
    }

    pub(super) fn node(&mut self, index: usize) {
        if !self.visible(index) {
            return;
        }
        if self.document.nodes[index].kind.is_inline() {
            self.inline(index);
        } else {
            self.block(index);
        }
    }

    pub(super) fn children(&mut self, index: usize) {
        let end = self.document.nodes[index].end as usize;
        let mut next = index + 1;
        while next < end {
            self.node(next);
            next = self.document.nodes[next].end as usize;
        }
    }

    /// Whether something of the node lies in the window. A node without words lies where it stands; a block of which
    /// only white space lies in the window is left out.
    fn visible(&self, index: usize) -> bool {
        let node = &self.document.nodes[index];
        if node.text.is_empty() {
            return self.window.start <= node.text.start && node.text.start < self.window.end;
        }
        let inside = node.text.intersect(self.window);
        let whole = inside == node.text;
        !inside.is_empty() && (whole || node.kind.is_inline() || !self.document.text.slice(inside).trim().is_empty())
    }
}
