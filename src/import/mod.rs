//! Plain-text dumps in, drafts of articles out.
//!
//! An editor pastes what a feed reader, a bot or a blog page gave: a body with a trailer, or two articles with a site's
//! name above and a footer below each. [`read`] finds the articles in it, takes from each what it says about itself,
//! and keeps the rest as the body.
//!
//! ```text
//! text ── lines ── wrap ──► logical lines ── split ──► one part an article
//! part ── boilerplate ──► clues + kept lines ── head ──► title, byline + body lines
//! body lines ── structure ──► blocks;   clues + head ── settle ──► fields;   doubts marks what to look at
//! draft ── front_matter + markdown ──► article.md
//! ```
//!
//! Three promises. A field that the text does not state is left out and named in [`Draft::unsure`], never guessed.
//! Every source line with words is accounted for: it is in the body, it is the title, or it is in [`Draft::dropped`]
//! with the name of the rule that took it. The same text gives the same drafts: no disk, no clock, no network, and time
//! linear in the length of the text.
//!
//! ```
//! let text = "The lamp is lit again\n\nBy Ada Quill | The Harbour Post | May 3, 2024\n\n\
//!     The keeper climbed the stairs at dusk and lit the lamp.";
//! let drafts = postil::import::read("lamp.txt", text);
//! assert_eq!(drafts[0].title.as_deref(), Some("The lamp is lit again"));
//! assert_eq!(drafts[0].slug(), "the-harbour-post-the-lamp-is-lit-again");
//! ```

mod boilerplate;
mod byline;
mod clue;
mod date;
mod doubts;
mod draft;
mod front_matter;
mod head;
mod language;
mod lines;
mod markdown;
#[rustfmt::skip] // A table is read in rows.
mod months;
pub mod outlets;
#[rustfmt::skip]
mod phrases;
mod report;
mod settle;
mod shape;
mod slug;
mod split;
mod structure;
mod trailer;
mod wrap;

pub use date::Published;
pub use draft::{Block, Decision, Draft, Dropped, Field, Kind, Numbering};
pub use markdown::escape;

/// Every article that `text` holds, in the order of the text.
///
/// `name` is the file's name, kept as [`Draft::from`]. A text without a single paragraph of prose gives no draft. Never
/// panics.
#[must_use]
pub fn read(name: &str, text: &str) -> Vec<Draft> {
    let parts = split::articles(lines::read(text));
    let cleaned: Vec<_> = parts.into_iter().map(boilerplate::strip).collect();
    let articles: Vec<_> = cleaned.into_iter().map(head::take).collect();
    let site = articles.first().and_then(|article| article.site.clone());
    articles.into_iter().map(|article| settle::draft(name, article, site.as_ref())).collect()
}
