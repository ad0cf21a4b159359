//! What is known of the text on which a note was made.

use crate::pipeline::anchor::{Quote, Revised, Text};

/// What is known of a quote's past.
#[derive(Clone, Debug)]
pub(in crate::cmd) enum Known {
    /// The text on which it was made, and where its place is now.
    Old(When, Revised),
    /// No such text was found: why.
    Nothing(Why),
}

/// The version of the article that a note was made on.
#[derive(Clone, Debug)]
pub(in crate::cmd) enum When {
    /// One that was committed.
    Commit {
        /// The commit's name, shortened.
        commit: String,
        /// The day of the commit.
        date: String,
    },
    /// The text as it stands, before an import changes it.
    #[cfg(feature = "import")]
    BeforeImport,
}

/// Why there is no old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cmd) enum Why {
    /// None is needed: the words stand between the stored ones.
    NotNeeded,
    /// Git can't be asked; the whole run says why, once.
    NoGit,
    /// Git has no version of the article.
    NotCommitted,
    /// None of so many versions has the quote in its surroundings.
    InNone(usize),
    /// The same, and older ones were not fetched.
    Shallow,
}

/// The quote with the position that it has in the old text: the stored one may have been counted in another.
pub(in crate::cmd) fn as_it_stood<'q>(quote: Quote<'q>, old: &Text<'_>) -> Quote<'q> {
    let start = old.exactly(quote).map(|place| place.start as usize);
    Quote { position: start.map(|start| old.as_str()[..start].chars().count()), ..quote }
}
