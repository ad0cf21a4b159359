//! Markup as it comes: XML that may be broken, read without ever giving up.
//!
//! ```text
//! bytes ── encoding ──► text ── tokens ──► tags and words ── tree ──► elements;   entities: `&amp;` → `&`
//! ```
//!
//! Own, because a feed that no strict parser takes is a feed all the same: tags are closed where their neighbours show
//! it, a `<` that opens no tag is a `<`, entities of HTML are known, all others stay as they are written. A DOCTYPE is
//! passed over: nothing that it defines is expanded, and nothing is fetched. Time is linear in the length of the text.

mod encoding;
mod entities;
mod space;
mod tokens;
mod tree;

pub(super) use encoding::text;
pub(super) use entities::decode;
pub(super) use space::Space;
pub(super) use tree::{Node, Order, Tree};
