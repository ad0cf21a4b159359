//! Where articles name topics.

use crate::text::TextRange;

/// Words of an article that name a topic. Mentions of one article never overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The topic, by its number in the library.
    pub topic: usize,
    /// The words, in the article's plain text.
    pub range: TextRange,
    /// What the page makes of them.
    pub place: MentionPlace,
}

/// What the page makes of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionPlace {
    /// The topic's first in running text: the words become a link to its page.
    First,
    /// The first link to the topic's page that the author set, by its number in the document; the topic then has no
    /// [`MentionPlace::First`].
    Link(u32),
    /// In running text, behind one of those.
    Later,
    /// Where no link is set: in a heading, inside a link to something else, across the edge of an element.
    Bare,
}

impl Mention {
    /// Whether other pages can lead to its words: at most one mention a topic and article.
    #[must_use]
    pub fn is_target(&self) -> bool {
        matches!(self.place, MentionPlace::First | MentionPlace::Link(_))
    }
}

/// A label or alias that two topics have: it names neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedName {
    /// Who has it, by topic and place, two or more.
    pub owners: Vec<NameOwner>,
}

/// A topic with the place of one of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameOwner {
    /// The topic, by its number in the library.
    pub topic: usize,
    /// The number of the alias; none for the label.
    pub alias: Option<usize>,
}
