//! What YAML says, turned round: for a topic its articles, for a claim its notes, and so on.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::Id;
use crate::model::library::{Library, Table};
use crate::model::site::{Author, Links, NoteRef, Thing};
use crate::model::vocabulary::Relation;
use crate::text::slugify;

/// Fills the inverted lists of `links`; [`Links::reading_order`] and [`Links::newest`] must be there.
pub(super) fn fill(links: &mut Links, library: &Library) {
    topics(links, library);
    outlets(links, library);
    notes(links, library);
    links.claim_relations = claim_relations(library);
    stances(links, library);
    links.authors = authors(links, library);
}

/// One empty list an entry.
fn lists<T, R>(table: &Table<T>) -> Vec<Vec<R>> {
    table.iter().map(|_| Vec::new()).collect()
}

/// Adds `item` to the lists of the entries that `ids` name, once each.
fn add<T, R: Copy + PartialEq>(
    lists: &mut [Vec<R>],
    table: &Table<T>,
    ids: impl IntoIterator<Item = impl AsRef<str>>,
    item: R,
) {
    for index in ids.into_iter().filter_map(|id| table.index(id.as_ref())) {
        if lists[index].last() != Some(&item) {
            lists[index].push(item);
        }
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

fn topics(links: &mut Links, library: &Library) {
    let topics = &library.topics;
    links.topic_articles = lists(topics);
    for &article in &links.newest {
        add(&mut links.topic_articles, topics, &library.articles[article].front.topics, article);
    }
    links.topic_claims = lists(topics);
    for (claim, entry) in library.claims.iter().enumerate() {
        add(&mut links.topic_claims, topics, &entry.fields.topics, claim);
    }
    links.topic_events = lists(topics);
    let mut events: Vec<usize> = (0..library.events.len()).collect();
    events.sort_by_key(|&i| (library.events.at(i).fields.date, i));
    for event in events {
        add(&mut links.topic_events, topics, &library.events.at(event).fields.topics, event);
    }
    links.topic_narrower = lists(topics);
    for (topic, entry) in topics.iter().enumerate() {
        add(&mut links.topic_narrower, topics, &entry.fields.broader, topic);
    }
}

fn outlets(links: &mut Links, library: &Library) {
    links.outlet_articles = lists(&library.outlets);
    links.outlet_republished = lists(&library.outlets);
    for &article in &links.newest {
        let source = &library.articles[article].front.source;
        add(&mut links.outlet_articles, &library.outlets, &source.outlet, article);
        add(&mut links.outlet_republished, &library.outlets, &source.via, article);
    }
}

fn notes(links: &mut Links, library: &Library) {
    links.claim_notes = lists(&library.claims);
    links.editor_notes = lists(&library.editors);
    for (article, order) in links.reading_order.iter().enumerate() {
        for &note in order {
            let fields = &library.articles[article].notes[note].fields;
            let here = NoteRef { article, note };
            add(&mut links.claim_notes, &library.claims, &fields.claim, here);
            add(&mut links.editor_notes, &library.editors, [&fields.by], here);
        }
    }
}

/// What each claim says of others, and what they say of it. A claim that names itself is left out: `check` reports it.
fn claim_relations(library: &Library) -> Vec<Vec<(Relation, usize)>> {
    let mut related: Vec<BTreeSet<(Relation, usize)>> = library.claims.iter().map(|_| BTreeSet::new()).collect();
    for (claim, entry) in library.claims.iter().enumerate() {
        for (relation, id) in entry.fields.relations() {
            if let Some(other) = library.claims.index(id.as_str()).filter(|&other| other != claim) {
                related[claim].insert((relation, other));
                related[other].insert((relation.inverse(), claim));
            }
        }
    }
    related.into_iter().map(|set| set.into_iter().collect()).collect()
}

fn stances(links: &mut Links, library: &Library) {
    for &article in &links.newest {
        for (number, stance) in library.articles[article].front.stance.iter().enumerate() {
            let id = stance.toward.as_str();
            let target = library.topics.index(id).map(Thing::Topic).or(library.claims.index(id).map(Thing::Claim));
            if let Some(target) = target {
                links.stances_toward.entry(target).or_default().push((article, number));
            }
        }
    }
}

/// Authors by slug. Names with one slug (`J. Doe`, `J Doe`) are one author, called as in the newest article.
fn authors(links: &Links, library: &Library) -> Vec<Author> {
    let mut authors: BTreeMap<String, Author> = BTreeMap::new();
    for &article in &links.newest {
        for name in &library.articles[article].front.source.authors {
            let slug = slugify(name);
            let author = authors.entry(slug.clone()).or_insert_with(|| Author {
                name: name.clone(),
                slug,
                articles: Vec::new(),
            });
            if author.articles.last() != Some(&article) {
                author.articles.push(article);
            }
        }
    }
    authors.into_values().collect()
}
