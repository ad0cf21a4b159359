//! A [`Document`](crate::model::document::Document) as HTML: an allow-list in code, since only what [`writer`] knows is
//! ever written.
//!
//! [`marks`] cuts the plain text where quotes begin and end, so that each stretch knows its notes and no mark ever
//! crosses the edge of an element; [`inline`] writes lines of text with them, [`block`] everything around, [`code`]
//! listings with their colours.

mod block;
mod code;
mod inline;
mod marks;
mod writer;

pub(crate) use code::Highlighter;
pub(crate) use inline::mention_id;
pub(crate) use marks::{MarkedNote, MarkedShared, Marks};
pub(crate) use writer::{Role, Surroundings, Writer};
