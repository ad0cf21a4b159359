//! What [`anchor`](crate::pipeline::anchor) adds: where in its article each quote stands.

use std::fmt;

use super::library::Library;
use crate::text::TextRange;

/// How sure it is that a quote's words stand at a place and not nowhere, from 0 (surely gone) to 1 (the same words in
/// the same surroundings). It is the probability that a model fitted on edit histories gives the place against that the
/// words are gone (`benches/anchoring/README.md`); other places that might be meant are not in it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Score(f32);

impl Score {
    /// A score; what lies outside 0..=1 is cut.
    #[must_use]
    pub fn new(value: f32) -> Self {
        Self(value.clamp(0.0, 1.0))
    }

    /// The number, 0..=1.
    #[must_use]
    pub fn value(self) -> f32 {
        self.0
    }

    /// The less sure of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

/// Two digits, rounded down: what is not sure is never called 1.00.
impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", (self.0 * 100.0).floor() / 100.0)
    }
}

/// How well the words that were found fit the quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fit {
    /// The same words (folded: see [`Folded`](crate::text::Folded)); stored context, where there is any, agrees.
    Exact,
    /// The same words between other words than were stored, at least on one side.
    Moved(Score),
    /// Other words, so like the quote that they are taken for it. Never silent: the page says so.
    Approximate(Score),
}

impl Fit {
    /// How sure it is; the same words between the stored ones are.
    #[must_use]
    pub fn score(self) -> Score {
        match self {
            Self::Exact => Score(1.0),
            Self::Moved(score) | Self::Approximate(score) => score,
        }
    }
}

/// A quote's place in the plain text of its article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// The words.
    pub range: TextRange,
    /// How well they fit.
    pub fit: Fit,
}

/// Words that might be meant, shown to the editor and never used for a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The words.
    pub range: TextRange,
    /// How like the quote they are.
    pub score: Score,
}

impl Guess {
    /// The score from which a guess is worth a reader's time: below it, it is mostly a word that both share. A limit that
    /// is too high only keeps back a hint.
    pub const LIKELY: f32 = 0.2;

    /// Whether it is shown.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        self.score.value() >= Self::LIKELY
    }
}

/// Where a note belongs in its article.
#[derive(Clone, Debug, PartialEq)]
pub enum Placement {
    /// On the whole article: it quotes nothing.
    Whole,
    /// At its words.
    Anchored(Anchor),
    /// At one of several places that fit equally well. A page shows the note apart, and guesses nothing.
    Ambiguous(Vec<TextRange>),
    /// Nowhere: the words are gone. A false place is worse than none.
    Orphan(Option<Guess>),
}

impl Placement {
    /// The place, where there is one.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        match self {
            Self::Anchored(anchor) => Some(*anchor),
            _ => None,
        }
    }

    /// The words that might be meant, where they are gone.
    #[must_use]
    pub fn guess(&self) -> Option<Guess> {
        match self {
            Self::Orphan(guess) => *guess,
            _ => None,
        }
    }
}

/// The placements of one article's notes and stances, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticlePlacements {
    /// One a note.
    pub notes: Vec<Placement>,
    /// One a stance.
    pub stances: Vec<Placement>,
}

/// Everything that was written, with every quote's place.
#[derive(Debug)]
pub struct Anchored {
    /// What was written.
    pub library: Library,
    /// One an article, in the library's order.
    pub placements: Vec<ArticlePlacements>,
}
