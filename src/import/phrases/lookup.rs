//! The tables in the forms in which they are asked for every line: sets, first words by their first letter, and words
//! anywhere in a line.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::page;
use crate::import::slug;

/// Whole lines, or labels, in lower case and without marks at their ends.
pub(in crate::import) struct Words(LazyLock<HashSet<String>>);

/// Whole lines in the form in which accents and marks don't count.
pub(in crate::import) struct Folded(LazyLock<HashSet<String>>);

/// First words of lines.
pub(in crate::import) struct Openings(LazyLock<HashMap<char, Vec<&'static str>>>);

/// Words anywhere in a line.
pub(in crate::import) struct Parts(LazyLock<Option<AhoCorasick>>);

impl Words {
    /// Whether the table has a line.
    pub(in crate::import) fn has(&self, plain: &str) -> bool {
        self.0.contains(plain)
    }
}

impl Folded {
    pub(in crate::import) const fn new(fill: fn() -> HashSet<String>) -> Self {
        Self(LazyLock::new(fill))
    }

    /// Whether the table has a line, which is folded.
    pub(in crate::import) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

impl Openings {
    /// Whether a line begins with words of the table.
    pub(in crate::import) fn open(&self, plain: &str) -> bool {
        let first = plain.chars().next().and_then(|first| self.0.get(&first));
        first.is_some_and(|phrases| phrases.iter().any(|phrase| plain.starts_with(phrase)))
    }
}

impl Parts {
    /// Whether words of the table stand in a line.
    pub(in crate::import) fn are_in(&self, plain: &str) -> bool {
        self.0.as_ref().is_some_and(|parts| parts.is_match(plain))
    }
}

pub(in crate::import) static SHARE: Words = Words(LazyLock::new(|| set(page::SHARE)));
pub(in crate::import) static NETWORKS: Words = Words(LazyLock::new(|| set(page::NETWORKS)));
pub(in crate::import) static MENU: Words = Words(LazyLock::new(|| set(page::MENU)));
pub(in crate::import) static SECTIONS: Words = Words(LazyLock::new(|| set(page::SECTIONS)));
pub(in crate::import) static MORE: Words = Words(LazyLock::new(|| set(page::MORE)));
pub(in crate::import) static RELATED_HEADS: Words = Words(LazyLock::new(|| set(page::RELATED_HEADS)));
pub(in crate::import) static COMMENTS: Words = Words(LazyLock::new(|| set(page::COMMENTS)));
pub(in crate::import) static COUNTED: Words = Words(LazyLock::new(|| set(page::COUNTED)));
pub(in crate::import) static ADVERTISEMENT: Words = Words(LazyLock::new(|| set(page::ADVERTISEMENT)));
pub(in crate::import) static RELATED: Words = Words(LazyLock::new(|| set(super::RELATED)));
pub(in crate::import) static FILED: Words = Words(LazyLock::new(|| set(super::FILED)));
pub(in crate::import) static ADDRESS: Words = Words(LazyLock::new(|| set(super::ADDRESS)));
pub(in crate::import) static CREDIT: Words = Words(LazyLock::new(|| set(super::CREDIT)));

pub(in crate::import) static MENU_FOLDED: Folded = Folded::new(|| folded(page::MENU));
pub(in crate::import) static ADVERTISEMENT_FOLDED: Folded = Folded::new(|| folded(page::ADVERTISEMENT));
pub(in crate::import) static COMMENTS_FOLDED: Folded = Folded::new(|| folded(page::COMMENTS));
pub(in crate::import) static MORE_FOLDED: Folded = Folded::new(|| folded(page::MORE));

pub(in crate::import) static SHARE_OPENS: Openings = Openings(LazyLock::new(|| openings(page::SHARE_OPENS)));
pub(in crate::import) static RELATED_OPENS: Openings = Openings(LazyLock::new(|| openings(page::RELATED_OPENS)));
pub(in crate::import) static FROM: Openings = Openings(LazyLock::new(|| openings(page::FROM)));
pub(in crate::import) static FORUM_OPENS: Openings = Openings(LazyLock::new(|| openings(page::FORUM_OPENS)));
pub(in crate::import) static WIRE_OPENS: Openings = Openings(LazyLock::new(|| openings(page::WIRE_OPENS)));
pub(in crate::import) static WORKED: Openings = Openings(LazyLock::new(|| openings(page::WORKED)));
pub(in crate::import) static SUBSCRIBE: Openings = Openings(LazyLock::new(|| openings(super::SUBSCRIBE)));
pub(in crate::import) static COOKIES: Openings = Openings(LazyLock::new(|| openings(super::COOKIES)));
pub(in crate::import) static DEPICTS: Openings = Openings(LazyLock::new(|| openings(super::DEPICTS)));
pub(in crate::import) static DEPICTS_MAYBE: Openings = Openings(LazyLock::new(|| openings(super::DEPICTS_MAYBE)));

pub(in crate::import) static SUBSCRIBED: Parts = Parts(LazyLock::new(|| parts(super::SUBSCRIBED)));
pub(in crate::import) static ENCYCLOPEDIAS: Parts = Parts(LazyLock::new(|| parts(page::ENCYCLOPEDIAS)));
pub(in crate::import) static NOTICES: Parts = Parts(LazyLock::new(|| parts(page::NOTICES)));
pub(in crate::import) static RIGHTS: Parts = Parts(LazyLock::new(|| parts(super::RIGHTS)));

/// One apostrophe, so that a table needs no line twice.
fn set(words: &[&str]) -> HashSet<String> {
    words.iter().map(|word| word.replace('’', "'")).collect()
}

/// Each line in the form in which accents and marks don't count.
pub(in crate::import) fn folded(words: &[&str]) -> HashSet<String> {
    words.iter().map(|word| slug::folded(word)).collect()
}

fn openings(phrases: &[&'static str]) -> HashMap<char, Vec<&'static str>> {
    let mut openings: HashMap<char, Vec<&'static str>> = HashMap::new();
    for phrase in phrases {
        openings.entry(phrase.chars().next().unwrap_or(' ')).or_default().push(phrase);
    }
    openings
}

/// A table of plain words always makes an automaton; without one, nothing is found.
fn parts(words: &[&str]) -> Option<AhoCorasick> {
    AhoCorasick::new(words).ok()
}
