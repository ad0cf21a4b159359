//! Articles with something in common, with the reason.
//!
//! What two articles share is weighed by what it is ([`weight`]) and by how rare it is: an item that `n` articles have
//! counts `1 / log2(n)` of its weight (Adamic and Adar, "Friends and neighbors on the Web", 2003).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::library::Library;
use crate::model::shared::SharedPair;
use crate::model::site::{Links, Related};
use crate::model::vocabulary::TopicKind;

/// Most articles shown as related to one.
const MOST: usize = 5;

/// A topic or claim with more articles than this relates none of them: what everything shares says nothing, and
/// counting its pairs would take quadratic time.
const COMMON: usize = 50;

/// The part of an article's words that, shared with another one, makes the two probably one text: an abridged or
/// revised print keeps more than half, and two reports that quote the same statement share less.
const SAME_TEXT: f64 = 0.5;

/// Something that articles may have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Claim,
    /// A topic of the kind that both are about, as their editors say.
    About(TopicKind),
    /// One that at least one of them only mentions.
    Mentioned(TopicKind),
    Passage,
}

/// What an item counts. Claims are few and exact: they count most. A story ties articles together on purpose; a theme
/// is wide. What is only mentioned counts a third of what an article is about.
fn weight(item: Item) -> u32 {
    match item {
        Item::Claim => 9,
        Item::Passage | Item::About(TopicKind::Story) => 6,
        Item::About(_) => 3,
        Item::Mentioned(TopicKind::Story) => 2,
        Item::Mentioned(_) => 1,
    }
}

/// For each article those that have most in common with it: probably the same text first; of equals the newest.
pub(super) fn collect(links: &Links, library: &Library) -> Vec<Vec<Related>> {
    let shares = Shares::new(links, library);
    (0..library.articles.len()).into_par_iter().map(|article| shares.of(article)).collect()
}

/// What all articles have, both ways.
struct Shares<'a> {
    links: &'a Links,
    library: &'a Library,
    /// For each claim its articles.
    claims: Vec<BTreeSet<usize>>,
    /// For each article its claims.
    claims_of: Vec<BTreeSet<usize>>,
    /// For each topic the articles that are about it or mention it.
    topics: Vec<BTreeSet<usize>>,
    /// For each article those topics.
    topics_of: Vec<BTreeSet<usize>>,
    /// For each article its place among the newest.
    age: Vec<usize>,
}

impl<'a> Shares<'a> {
    fn new(links: &'a Links, library: &'a Library) -> Self {
        let articles = library.articles.len();
        let claims: Vec<BTreeSet<usize>> =
            links.claim_notes.iter().map(|notes| notes.iter().map(|note| note.article).collect()).collect();
        let both = links.topic_articles.iter().zip(&links.topic_mentions);
        let topics: Vec<BTreeSet<usize>> =
            both.map(|(about, mention)| about.iter().chain(mention).copied().collect()).collect();
        let mut age = vec![0; articles];
        for (position, &article) in links.newest.iter().enumerate() {
            age[article] = position;
        }
        let (claims_of, topics_of) = (turned(&claims, articles), turned(&topics, articles));
        Self { links, library, claims, claims_of, topics, topics_of, age }
    }

    fn of(&self, article: usize) -> Vec<Related> {
        let mut shared: BTreeMap<usize, (Related, f64)> = BTreeMap::new();
        let mut add = |there: usize, item: Item, rarity: f64| {
            let (related, score) = shared.entry(there).or_insert_with(|| (nothing(there), 0.0));
            *score += f64::from(weight(item)) * rarity;
            match item {
                Item::Claim => related.claims += 1,
                Item::About(kind) | Item::Mentioned(kind) => *related.topics.entry(kind).or_default() += 1,
                Item::Passage => related.passages += 1,
            }
        };
        for &claim in self.claims_of[article].iter().filter(|&&claim| self.claims[claim].len() <= COMMON) {
            let articles = &self.claims[claim];
            articles
                .iter()
                .filter(|&&there| there != article)
                .for_each(|&there| add(there, Item::Claim, rarity(articles.len())));
        }
        for &topic in self.topics_of[article].iter().filter(|&&topic| self.topics[topic].len() <= COMMON) {
            let entry = self.library.topics.at(topic);
            let (id, kind) = (&entry.id, entry.fields.kind);
            let about = |article: usize| self.library.articles[article].front.topics.contains(id);
            let (articles, here) = (&self.topics[topic], about(article));
            for &there in articles.iter().filter(|&&there| there != article) {
                let item = if here && about(there) { Item::About(kind) } else { Item::Mentioned(kind) };
                add(there, item, rarity(articles.len()));
            }
        }
        let pairs: Vec<&SharedPair> =
            self.links.shared_of[article].iter().map(|&pair| &self.links.shared[pair]).collect();
        for pair in &pairs {
            pair.passages.iter().for_each(|_| add(pair.other(article), Item::Passage, 1.0));
        }
        for pair in pairs.iter().filter(|pair| pair.part_of_first.max(pair.part_of_second) > SAME_TEXT) {
            shared.entry(pair.other(article)).and_modify(|(related, _)| related.same_text = true);
        }
        self.strongest(shared.into_values().collect())
    }

    fn strongest(&self, mut related: Vec<(Related, f64)>) -> Vec<Related> {
        related.sort_by(|(a, a_score), (b, b_score)| {
            let ends = |r: &Related| (Reverse(r.same_text), self.age[r.article]);
            ends(a).0.cmp(&ends(b).0).then(b_score.total_cmp(a_score)).then(ends(a).1.cmp(&ends(b).1))
        });
        related.into_iter().take(MOST).map(|(related, _)| related).collect()
    }
}

fn nothing(article: usize) -> Related {
    Related { article, claims: 0, topics: BTreeMap::new(), passages: 0, same_text: false }
}

/// What an item that so many articles have counts: all of its weight between two, half between four.
fn rarity(articles: usize) -> f64 {
    let articles = u32::try_from(articles).unwrap_or(u32::MAX).max(2);
    1.0 / f64::from(articles).log2()
}

fn turned(groups: &[BTreeSet<usize>], articles: usize) -> Vec<BTreeSet<usize>> {
    let mut turned = vec![BTreeSet::new(); articles];
    for (number, group) in groups.iter().enumerate() {
        for &article in group {
            turned[article].insert(number);
        }
    }
    turned
}
