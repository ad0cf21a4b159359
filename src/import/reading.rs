//! What a source of several articles gives: drafts, and what was passed over.

use super::draft::Draft;

/// Everything that a source holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its articles, in the order of the source.
    pub drafts: Vec<Draft>,
    /// What is no article, in the order of the source: each item and chapter is in one of the two.
    pub skipped: Vec<Skipped>,
}

/// An item, chapter or annotation that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stands: `item 3, line 40`, the name of a file inside, an id.
    pub place: String,
    /// Its title or first words, or nothing.
    pub title: String,
    /// Why, and what to do about it where something can be done.
    pub why: String,
}
