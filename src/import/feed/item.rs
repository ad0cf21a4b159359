//! A feed as it states itself: plain data.

/// A feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feed {
    /// Its title, or the publisher that it names.
    pub title: Option<Stated>,
    /// The site's address.
    pub link: Option<String>,
    /// The language of its items where they state none.
    pub language: Option<Stated>,
    /// Who writes it, for items that name nobody (RFC 4287, 4.1.1).
    pub authors: Vec<Stated>,
    /// Its items, in its order, empty ones too.
    pub items: Vec<Item>,
}

/// An item of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The line of its start, counted from 1.
    pub line: usize,
    /// Its title, marks taken out.
    pub title: Option<Stated>,
    /// Its address, absolute where it can be.
    pub link: Option<Stated>,
    /// Who wrote it, as stated.
    pub authors: Vec<Stated>,
    /// When it was published, as stated.
    pub published: Option<Stated>,
    /// When it was last changed, as stated.
    pub updated: Option<Stated>,
    /// All that it says, in its order.
    pub texts: Vec<Words>,
    /// Its categories or tags.
    pub categories: Vec<String>,
    /// Its own language.
    pub language: Option<Stated>,
    /// Who published it first, where this feed only passes it on.
    pub outlet: Option<Stated>,
    /// What a file that it encloses is, such as `audio/mpeg`.
    pub encloses: Option<String>,
    /// Why it is no item, where that shows before it is read.
    pub not_an_item: Option<&'static str>,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The value.
    pub words: String,
    /// The line that it stands in, counted from 1.
    pub line: usize,
    /// The element or key, as a report names it.
    pub rule: &'static str,
}

/// A text of an item, as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// HTML; plain text has been made HTML.
    pub html: String,
    /// Whether the feed gives it as the whole text or as a summary.
    pub extent: Extent,
    /// What its links are relative to.
    pub base: Option<String>,
    /// The line that it begins in, counted from 1.
    pub line: usize,
    /// The element or key, as a report names it.
    pub rule: &'static str,
}

/// How much of an item a text is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// An element made for the whole: `content:encoded`, Atom's `content`, `content_html`.
    Whole,
    /// RSS has only one element in most feeds, for the whole or a part: `description`.
    Either,
    /// A summary.
    Summary,
}

impl Feed {
    /// Moves all lines down by what stood above the text that was read.
    pub(super) fn lower(&mut self, lines: usize) {
        let own = self.title.iter_mut().chain(&mut self.language).chain(&mut self.authors);
        own.for_each(|stated| stated.line += lines);
        for item in &mut self.items {
            item.line += lines;
            let one = [
                &mut item.title,
                &mut item.link,
                &mut item.published,
                &mut item.updated,
                &mut item.language,
                &mut item.outlet,
            ];
            one.into_iter().flatten().chain(&mut item.authors).for_each(|stated| stated.line += lines);
            item.texts.iter_mut().for_each(|words| words.line += lines);
        }
    }
}

impl Stated {
    /// A value, trimmed, unless nothing is left.
    pub(in crate::import) fn new(words: &str, line: usize, rule: &'static str) -> Option<Self> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(Self { words, line, rule })
    }
}

impl Item {
    /// The longest of its texts: feeds give the whole and a summary, and not always under the names made for them.
    #[must_use]
    pub fn longest(&self) -> Option<&Words> {
        // The first of two of one length: feeds name the whole first where they repeat it.
        self.texts.iter().rev().max_by_key(|words| words.html.len())
    }
}
