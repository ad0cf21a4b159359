//! What a line of boilerplate tells about the article while it is taken out.

use crate::import::date::Published;

/// One thing told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clue {
    /// The headline.
    Title(String),
    /// Who published it.
    Outlet(String),
    /// Who wrote it, by the name above a post.
    Author(String),
    /// Who holds the rights, which is as a rule who published it.
    Holder(String),
    /// The day on which a blog posted it.
    Posted(Published),
    /// Categories or tags.
    Categories(Vec<String>),
    /// The title of another article.
    Related(String),
    /// The article's address.
    Address(String),
}

/// A clue with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// First source line, counted from 1.
    pub(super) line: usize,
    /// Name of the rule.
    pub(super) rule: &'static str,
    /// What it tells.
    pub(super) clue: Clue,
}
