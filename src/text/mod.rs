//! An article's plain text: what a reader sees, with offsets, folding, sentences and names.
//!
//! Nothing here knows files, YAML or HTML.

mod alphabet;
mod deceptive;
mod difference;
mod fold;
mod grapheme;
mod language;
mod merge;
mod nearest;
mod passage;
mod plain;
mod sentence;
mod shortened;
mod slug;

pub use alphabet::{alphabetical, initial};
pub use deceptive::{Deceptive, deceptive};
pub use difference::{Piece, WordCount, count_differences, difference, one_line};
pub use fold::{Folded, first_cluster};
pub use grapheme::{is_grapheme_boundary, whole_graphemes};
pub use language::is_language_tag;
pub use merge::{Merged, ParagraphChange, assembled, merge, paragraph_changes, same_paragraphs};
pub use nearest::nearest;
pub use passage::passage_ends;
pub use plain::{PlainText, PlainTextBuilder, TextRange};
pub use sentence::{first_sentence, sentence_range, sentences_around};
pub use shortened::shortened;
pub use slug::slugify;
