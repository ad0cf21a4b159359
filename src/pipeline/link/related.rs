//! Articles with something in common, with the reason.

use std::collections::BTreeMap;

use crate::model::library::Library;
use crate::model::site::{Links, Related};

/// Most articles shown as related to one.
const MOST: usize = 5;

/// A topic or claim with more articles than this relates none of them: what everything shares says nothing, and
/// counting its pairs would take quadratic time.
const COMMON: usize = 50;

/// For each article those that share most claims (worth three topics each) and topics with it; of equals the newest.
pub(super) fn collect(links: &Links, library: &Library) -> Vec<Vec<Related>> {
    let articles_of_claims: Vec<Vec<usize>> = links
        .claim_notes
        .iter()
        .map(|notes| {
            let mut articles: Vec<usize> = notes.iter().map(|n| n.article).collect();
            articles.dedup();
            articles
        })
        .collect();
    let mut shared: Vec<BTreeMap<usize, Related>> = library.articles.iter().map(|_| BTreeMap::new()).collect();
    count(&mut shared, &articles_of_claims, |related| related.claims += 1);
    count(&mut shared, &links.topic_articles, |related| related.topics += 1);
    let mut age = vec![0; library.articles.len()];
    for (position, &article) in links.newest.iter().enumerate() {
        age[article] = position;
    }
    shared.into_iter().map(|related| strongest(related.into_values().collect(), &age)).collect()
}

fn count(shared: &mut [BTreeMap<usize, Related>], groups: &[Vec<usize>], add: impl Fn(&mut Related)) {
    for group in groups.iter().filter(|group| group.len() <= COMMON) {
        for &here in group {
            for &there in group.iter().filter(|&&there| there != here) {
                add(shared[here].entry(there).or_insert(Related { article: there, claims: 0, topics: 0 }));
            }
        }
    }
}

fn strongest(mut related: Vec<Related>, age: &[usize]) -> Vec<Related> {
    related.sort_by_key(|r| (std::cmp::Reverse(3 * r.claims + r.topics), age[r.article]));
    related.truncate(MOST);
    related
}
