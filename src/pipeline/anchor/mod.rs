//! Step 3: [`Library`] → [`Anchored`]. Each quote finds its place in its article's plain text, or says honestly that it
//! has none.
//!
//! [`exact`] finds the same words, [`folded`] those that differ only in what a reader does not see; [`context`] tells a
//! phrase from its twins by the words around it. A quote whose words were edited stays an orphan so far: the place for
//! approximate search is [`fuzzy`], whose result ([`Fit::Approximate`](crate::model::anchor::Fit::Approximate),
//! [`Guess`](crate::model::anchor::Guess)) pages and reports already know.

mod context;
mod exact;
mod folded;
pub mod fuzzy;

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::model::anchor::{Anchor, Anchored, ArticlePlacements, Fit, Placement};
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::note::AnchorHint;
use crate::text::{Folded, PlainText, TextRange};

/// What a note says about the place that it means.
#[derive(Clone, Copy, Debug)]
pub struct Quote<'a> {
    /// The words.
    pub words: &'a str,
    /// The words before them.
    pub prefix: Option<&'a str>,
    /// The words after them.
    pub suffix: Option<&'a str>,
}

/// Finds the place of every quote.
#[must_use]
pub fn anchor(library: Library) -> Anchored {
    let placements = library.articles.par_iter().map(article).collect();
    Anchored { library, placements }
}

fn article(article: &Article) -> ArticlePlacements {
    let text = Text::new(&article.body.text);
    let placement = |words: Option<&String>, hint: &AnchorHint| match words {
        None => Placement::Whole,
        Some(words) => text.place(quote(words, hint)),
    };
    ArticlePlacements {
        notes: article.notes.iter().map(|n| placement(n.fields.quote.as_ref(), &n.fields.anchor)).collect(),
        stances: article.front.stance.iter().map(|s| placement(s.quote.as_ref(), &s.anchor)).collect(),
    }
}

fn quote<'a>(words: &'a str, hint: &'a AnchorHint) -> Quote<'a> {
    Quote { words, prefix: hint.prefix.as_deref(), suffix: hint.suffix.as_deref() }
}

/// A text that quotes are found in. It is folded once, and only if some quote needs it.
pub struct Text<'a> {
    plain: &'a PlainText,
    folded: OnceCell<Folded>,
}

impl<'a> Text<'a> {
    /// Gets a text ready.
    #[must_use]
    pub fn new(plain: &'a PlainText) -> Self {
        Self { plain, folded: OnceCell::new() }
    }

    /// The place of a quote.
    #[must_use]
    pub fn place(&self, quote: Quote<'_>) -> Placement {
        if Folded::quote(quote.words).is_empty() {
            return Placement::Whole;
        }
        let text = self.plain.as_str();
        let mut places = exact::places(text, quote.words);
        if places.is_empty() {
            places = folded::places(text, self.folded(), quote.words);
        }
        match places[..] {
            [] => Placement::Orphan(None),
            [only] => Placement::Anchored(Anchor { range: only, fit: self.fit(only, quote) }),
            _ => self.choose(places, quote),
        }
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self.plain.as_str()))
    }

    /// Words that occur once are where they are meant; whether they moved is what the stored context tells.
    fn fit(&self, range: TextRange, quote: Quote<'_>) -> Fit {
        if context::agrees(self.plain.as_str(), range, quote) { Fit::Exact } else { Fit::Moved }
    }

    /// Of several places the one whose surroundings are those that were stored; else none.
    fn choose(&self, places: Vec<TextRange>, quote: Quote<'_>) -> Placement {
        let stored = quote.prefix.is_some() || quote.suffix.is_some();
        let fitting: Vec<TextRange> = places
            .iter()
            .copied()
            .filter(|&range| stored && context::agrees(self.plain.as_str(), range, quote))
            .collect();
        match fitting[..] {
            [only] => Placement::Anchored(Anchor { range: only, fit: Fit::Exact }),
            [] => Placement::Ambiguous(places),
            _ => Placement::Ambiguous(fitting),
        }
    }
}
