//! Messages: the words of pages in one language, as patterns with places for values. They are written in Fluent
//! ([projectfluent.org](https://projectfluent.org)); this is what is left of a file once it is read.

mod read;

use std::collections::{BTreeMap, BTreeSet};

pub use read::{Flaw, place_of, read};

/// The messages of one language by id.
pub type Messages = BTreeMap<String, Pattern>;

/// What a message says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern(pub Vec<Piece>);

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// The value of a variable.
    Value(String),
    /// What another message says.
    Message(String),
    /// One of several patterns, by the value of a variable.
    Select {
        /// The variable.
        variable: String,
        /// The patterns.
        variants: Vec<(Key, Pattern)>,
        /// Which of them is meant where no key fits.
        default: usize,
    },
}

/// What chooses a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Exactly this number.
    Number(u64),
    /// A plural category of CLDR (`zero`, `one`, `two`, `few`, `many`, `other`), or a word.
    Word(String),
}

impl Pattern {
    /// The names of all values that it may show or choose by.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.collect(&mut names);
        names
    }

    fn collect<'p>(&'p self, names: &mut BTreeSet<&'p str>) {
        for piece in &self.0 {
            match piece {
                Piece::Text(_) | Piece::Message(_) => {}
                Piece::Value(name) => drop(names.insert(name)),
                Piece::Select { variable, variants, .. } => {
                    names.insert(variable);
                    for (_, pattern) in variants {
                        pattern.collect(names);
                    }
                }
            }
        }
    }
}
