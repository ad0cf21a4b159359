//! The names of all topics as one automaton.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::case::{self, Capitals, CaseFit};
use super::edges::Article;
use super::reading::plain_name;
use crate::model::entity::Topic;
use crate::model::library::Table;
use crate::model::mention::{NameOwner, SharedName};
use crate::model::vocabulary::TopicKind;
use crate::text::Folded;

/// A topic's name.
pub(super) struct Name {
    /// Whose it is.
    pub(super) owner: NameOwner,
    /// The name, folded.
    pub(super) folded: String,
    pub(super) capitals: Capitals,
    pub(super) article: Article,
    /// Whether it is looked for. Others only keep shorter names from being found inside them.
    pub(super) wanted: bool,
}

/// All names, with those that are equal but for case together.
pub(super) struct Names {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton whose it is.
    patterns: Vec<Vec<Name>>,
}

impl Names {
    /// Takes the labels and aliases of all topics. Without a topic that is looked for there are none.
    pub(super) fn new(topics: &Table<Topic>) -> Self {
        let mut patterns: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        if topics.iter().any(|topic| topic.fields.is_looked_for()) {
            for (number, topic) in topics.iter().enumerate() {
                let aliases = topic.fields.aliases.iter().enumerate().map(|(i, alias)| (Some(i), alias));
                for (alias, name) in [(None, &topic.fields.label)].into_iter().chain(aliases) {
                    add(&mut patterns, &topic.fields, NameOwner { topic: number, alias }, name);
                }
            }
        }
        let words: Vec<&String> = patterns.keys().collect();
        let built = AhoCorasick::builder().match_kind(MatchKind::Standard).build(words);
        let automaton = built.ok().filter(|_| !patterns.is_empty());
        Self { automaton, patterns: patterns.into_values().collect() }
    }

    /// Everything that is a name but for case and the edges of words, overlapping: pattern, first byte, last byte.
    pub(super) fn find<'a>(&'a self, plain: &'a str) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(plain));
        found.map(|found| (found.pattern().as_usize(), found.start(), found.end()))
    }

    /// Whose a pattern is.
    pub(super) fn of(&self, pattern: usize) -> &[Name] {
        &self.patterns[pattern]
    }

    /// Names that several topics have.
    pub(super) fn shared(&self) -> Vec<SharedName> {
        let mut shared: Vec<SharedName> = self.patterns.iter().filter_map(|names| shared(names)).collect();
        shared.sort_by(|a, b| a.owners.cmp(&b.owners));
        shared
    }
}

fn add(patterns: &mut BTreeMap<String, Vec<Name>>, topic: &Topic, owner: NameOwner, name: &str) {
    let folded = Folded::quote(name);
    let plain = plain_name(&folded);
    if !plain.chars().any(char::is_alphabetic) {
        return;
    }
    let (capitals, article) = match topic.kind {
        TopicKind::Person | TopicKind::Place => (Capitals::Each, Article::Own),
        TopicKind::Story | TopicKind::Organisation | TopicKind::Theme => (Capitals::First, Article::Any),
    };
    let name = |article| Name { owner, folded: folded.clone(), capitals, article, wanted: topic.is_looked_for() };
    if let Some(rest) = plain.strip_prefix("ال") {
        patterns.entry(format!("ل{rest}")).or_default().push(name(Article::Assimilated));
    }
    patterns.entry(plain).or_default().push(name(article));
}

fn shared(names: &[Name]) -> Option<SharedName> {
    let meets = |one: &Name, other: &Name| {
        let fits = |a: &Name, b: &Name| case::fit(&a.folded, &b.folded, a.capitals) == Some(CaseFit::Written);
        one.owner.topic != other.owner.topic && (fits(one, other) || fits(other, one))
    };
    let whole = || names.iter().filter(|name| name.wanted && name.article != Article::Assimilated);
    let mut owners: Vec<NameOwner> =
        whole().filter(|name| whole().any(|other| meets(name, other))).map(|name| name.owner).collect();
    owners.sort_unstable();
    owners.dedup_by_key(|owner| owner.topic);
    (owners.len() > 1).then_some(SharedName { owners })
}
