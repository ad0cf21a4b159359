//! What postil writes into an author's files, as text: pure, so that the same words give the same file.
//!
//! ```text
//! what was typed ─ [`citation`] ─▶ [`draft`] ─┬─────────────────────────────────────▶ fields ─ [`note`] ─▶ a note's file
//!                                             └ [`template`] ─ a person's editor ─────▲
//! ```
//!
//! An author's file and new words ─ [`selectors`] ─▶ the same file, nothing else in it changed, byte for byte; so does
//! [`front_matter`] with values of an article's fields.
//!
//! Every text is written so that all YAML readers take it for the same values, and that a person who reviews it sees
//! what is in it: one key a line, in the order of the documentation, hidden characters escaped.

pub mod citation;
pub mod draft;
mod fields;
pub mod front_matter;
mod lines;
pub mod note;
pub mod passage;
mod scalar;
pub mod selectors;
pub mod template;
