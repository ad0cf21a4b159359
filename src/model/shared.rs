//! Words that two articles share.

use crate::text::TextRange;

/// A run of words that two articles share, word for word or nearly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where it stands in the pair's first article.
    pub here: TextRange,
    /// Where it stands in the pair's second article.
    pub there: TextRange,
    /// How many words of it are the same in both; in scripts without spaces characters stand for words.
    pub same: usize,
    /// How many words it has, in the article in which it is longer.
    pub words: usize,
}

impl SharedPassage {
    /// Where it stands in an article of its pair.
    #[must_use]
    pub fn place(&self, side: Side) -> TextRange {
        match side {
            Side::First => self.here,
            Side::Second => self.there,
        }
    }
}

/// One of the two articles of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The article with the smaller number.
    First,
    /// The other one.
    Second,
}

impl Side {
    /// The side across.
    #[must_use]
    pub fn across(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
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
    /// Which part of the first article's words is shared: 0 to 1. Headings, code, lists of references and what is the
    /// outlet's own (footers) don't count.
    pub part_of_first: f64,
    /// Which part of the second article's words is shared: 0 to 1.
    pub part_of_second: f64,
}

impl SharedPair {
    /// The part of the shorter article from which two articles are told to be probably of one text. Half: below it, more
    /// of each article is its own than is shared. Too low a limit says of a report that it is the release which it quotes
    /// at length; too high a one only keeps back a sentence at the head of the page, the passages are marked all the same.
    pub const SAME_TEXT: f64 = 0.5;

    /// Whether so much of the shorter article is shared that both are probably from the same text.
    #[must_use]
    pub fn is_same_text(&self) -> bool {
        self.part_of_first.max(self.part_of_second) >= Self::SAME_TEXT
    }

    /// How many words the passages have together.
    #[must_use]
    pub fn words(&self) -> usize {
        self.passages.iter().map(|passage| passage.words).sum()
    }

    /// Which part of an article of the pair is shared: 0 to 1.
    #[must_use]
    pub fn part_of(&self, article: usize) -> f64 {
        if article == self.first { self.part_of_first } else { self.part_of_second }
    }

    /// Which side of the pair an article is.
    #[must_use]
    pub fn side(&self, article: usize) -> Side {
        if article == self.first { Side::First } else { Side::Second }
    }

    /// The other article of the pair.
    #[must_use]
    pub fn other(&self, article: usize) -> usize {
        if article == self.first { self.second } else { self.first }
    }
}
