//! Annotations from Hypothesis → notes.
//!
//! ```text
//! bytes ── read ──► annotations, or why one is no note ── address ──► the article it belongs to
//!                   annotation + editor + place in the article ── note ──► NoteFields, which `edit::note` writes
//! ```
//!
//! Reads the client's export (`annotations`), the API's answer (`rows`) and a bare list. What is private, hidden or not
//! approved never becomes a note. Every annotation is accounted for: it is in [`Export::annotations`] or in
//! [`Export::skipped`] with a reason. No disk, no clock, no network.

mod address;
mod annotation;
mod note;
mod people;

pub use address::{Addresses, same_page};
pub use annotation::{Annotation, Export, Words, read};
pub use note::{Meaning, fields, meaning, quote};
pub use people::{BadEditor, Editors};

/// What [`Imported::from`](crate::model::note::Imported) says.
pub const FROM: &str = "Hypothesis";
