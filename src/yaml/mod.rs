//! YAML in, typed values out, and a place for every value: the only module that names a YAML crate. Text in, YAML out,
//! for what postil writes ([`scalar`], [`flow`], [`block`]).
//!
//! One pass over the parser's events ([`events`]) fixes the dialect before `serde_yaml` sees the text: no anchors,
//! aliases, tags, merge keys, second documents, repeated or unknown keys, empty values, nor sizes over a limit. That
//! removes what `serde_yaml` reads silently wrong (a repeated key in a map, the word `null` for a missing text) or at
//! great cost (aliases), and it gives the place of every value, valid ones too ([`place`]), and how it is written, for
//! those who edit it ([`written`]).

mod events;
mod place;
mod read;
mod shape;
mod write;
mod written;

pub use place::place;
pub use read::{Limits, Reader};
pub use write::{block, flow, quoted, scalar};
pub use written::{Style, Written, written};
