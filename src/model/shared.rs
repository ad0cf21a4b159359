//! Words that two articles share.

use crate::text::TextRange;

/// A run of words that two articles share, word for word or nearly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where it stands in the pair's first article.
    pub here: TextRange,
    /// Where it stands in the pair's second article.
    pub there: TextRange,
    /// How many words of it are the same in both.
    pub same: usize,
    /// How many words it has, in the article in which it is longer.
    pub words: usize,
}

/// Two articles that share words.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedPair {
    /// The article with the smaller number.
    pub first: usize,
    /// The other one.
    pub second: usize,
    /// What they share, in the order of the first article. Passages of one pair don't overlap in either article.
    pub passages: Vec<SharedPassage>,
    /// Which part of the first article's words is shared: 0 to 1.
    pub part_of_first: f64,
    /// Which part of the second article's words is shared: 0 to 1.
    pub part_of_second: f64,
}

impl SharedPair {
    /// The other article of the pair.
    #[must_use]
    pub fn other(&self, article: usize) -> usize {
        if article == self.first { self.second } else { self.first }
    }
}
