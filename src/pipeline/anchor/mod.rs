//! Step 3: [`Library`] → [`Anchored`]. Each quote finds its place in its article's plain text, or says honestly that it
//! has none.
//!
//! ```text
//! quote ─ the same words once, between the stored words ([`exact`], [`context`]) ──────────────────▶ exact
//!       └ else: cut into words ([`words`], [`query`])
//!           ├ every copy ([`search`])
//!           └ places that share words ([`seeds`]), laid word by word ([`align`]), ends found ([`span`])
//!               each with its surroundings ([`sides`]) in numbers ([`evidence`]), all together ([`judge`])
//!                                                       ─▶ exact, moved, approximate, ambiguous or orphan
//! ```
//!
//! Where the text is at hand that a note was made on, [`Revision`] carries the place through a diff first.

mod align;
mod context;
mod describe;
mod evidence;
mod exact;
mod folded;
mod judge;
mod query;
mod restate;
mod revision;
mod search;
mod seeds;
mod sides;
mod span;
mod text;
mod words;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

pub use describe::describe;
pub use restate::{Restated, restate};
pub use revision::{Revised, Revision};
pub use text::{Explained, Quote, Text};

use crate::model::anchor::{Anchored, ArticlePlacements, Placement};
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::note::AnchorHint;

/// Finds the place of every quote.
#[must_use]
pub fn anchor(library: Library) -> Anchored {
    let placements = library.articles.par_iter().map(placements).collect();
    Anchored { library, placements }
}

/// Finds the places of one article's quotes.
#[must_use]
pub fn placements(article: &Article) -> ArticlePlacements {
    let text = Text::new(article.body.text.as_str());
    let placement = |words: Option<&String>, hint: &AnchorHint| match words {
        None => Placement::Whole,
        Some(words) => text.place(quote(words, hint)),
    };
    ArticlePlacements {
        notes: article.notes.iter().map(|n| placement(n.fields.quote.as_ref(), &n.fields.anchor)).collect(),
        stances: article.front.stance.iter().map(|s| placement(s.quote.as_ref(), &s.anchor)).collect(),
    }
}

/// The quote with what a note stores of its place.
#[must_use]
pub fn quote<'a>(words: &'a str, hint: &'a AnchorHint) -> Quote<'a> {
    Quote { words, prefix: hint.prefix.as_deref(), suffix: hint.suffix.as_deref(), position: hint.position }
}
