//! Which articles are compared: those that share a passage, and those of a story that say something of the same claims.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::compared::ComparedPair;
use crate::model::library::Library;
use crate::model::site::Links;
use crate::model::vocabulary::TopicKind;

/// Pages on which one article is compared for the sake of its claims alone: those with which it has most claims. A story
/// of 200 articles would have 19,900 pages; so it has 2,000 at most. A number that is too small hides pairs of which the
/// story's matrix shows the same claims side by side.
const MOST: usize = 10;

/// A claim with notes in more articles than this brings no two of them together: what everybody says tells no pair from
/// another, and counting its pairs would take quadratic time. Pairs that something else brings together have it all the same.
const COMMON: usize = 50;

/// All pairs, by the numbers of the two.
pub(super) fn collect(links: &Links, library: &Library) -> Vec<ComparedPair> {
    let claims = claims_of_articles(links, library);
    let mut pairs: BTreeMap<(usize, usize), Option<usize>> = BTreeMap::new();
    for pair in with_claims(links, library, &claims) {
        pairs.insert(pair, None);
    }
    for (number, pair) in links.shared.iter().enumerate() {
        pairs.insert((pair.first, pair.second), Some(number));
    }
    let pair = |((first, second), shared): ((usize, usize), _)| {
        let claims = both(&claims[first], &claims[second]);
        ComparedPair { first, second, shared, claims }
    };
    pairs.into_iter().map(pair).collect()
}

/// For each article the numbers of its pairs.
pub(super) fn of_articles(pairs: &[ComparedPair], articles: usize) -> Vec<Vec<usize>> {
    let mut compared = vec![Vec::new(); articles];
    for (number, pair) in pairs.iter().enumerate() {
        compared[pair.first].push(number);
        compared[pair.second].push(number);
    }
    compared
}

/// For each article the claims that its notes are tied to, in order.
fn claims_of_articles(links: &Links, library: &Library) -> Vec<Vec<usize>> {
    let mut claims = vec![Vec::new(); library.articles.len()];
    for (claim, notes) in links.claim_notes.iter().enumerate() {
        for note in notes {
            let of_article: &mut Vec<usize> = &mut claims[note.article];
            if of_article.last() != Some(&claim) {
                of_article.push(claim);
            }
        }
    }
    claims
}

fn both(one: &[usize], other: &[usize]) -> Vec<usize> {
    one.iter().copied().filter(|claim| other.binary_search(claim).is_ok()).collect()
}

/// Of each article the pairs in which most claims meet; of equals the newest. Both must be of one story.
fn with_claims(links: &Links, library: &Library, claims: &[Vec<usize>]) -> BTreeSet<(usize, usize)> {
    let mut age = vec![0; library.articles.len()];
    for (position, &article) in links.newest.iter().enumerate() {
        age[article] = position;
    }
    let mut pairs = BTreeSet::new();
    for (article, others) in met(links, library).into_iter().enumerate() {
        let mut others: Vec<usize> = others.into_iter().collect();
        others.sort_by_key(|&other| (Reverse(both(&claims[article], &claims[other]).len()), age[other]));
        pairs.extend(others.into_iter().take(MOST).map(|other| (article.min(other), article.max(other))));
    }
    pairs
}

/// For each article those that it meets at a claim, in a story of both.
fn met(links: &Links, library: &Library) -> Vec<BTreeSet<usize>> {
    let stories = stories(links, library);
    let mut met = vec![BTreeSet::new(); library.articles.len()];
    for notes in &links.claim_notes {
        let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for article in notes.iter().map(|note| note.article) {
            for &story in &stories[article] {
                groups.entry(story).or_default().insert(article);
            }
        }
        for group in groups.values().filter(|group| group.len() <= COMMON) {
            for &article in group {
                met[article].extend(group.iter().copied().filter(|&other| other != article));
            }
        }
    }
    met
}

/// For each article its topics that are stories.
fn stories(links: &Links, library: &Library) -> Vec<Vec<usize>> {
    let mut stories = vec![Vec::new(); library.articles.len()];
    let is_story = |topic: &usize| library.topics.at(*topic).fields.kind == TopicKind::Story;
    for topic in (0..library.topics.len()).filter(is_story) {
        for &article in &links.topic_articles[topic] {
            stories[article].push(topic);
        }
    }
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_article_has_its_pairs_once() {
        let pair = |first, second| ComparedPair { first, second, shared: None, claims: Vec::new() };
        let pairs = [pair(0, 2), pair(1, 2)];
        assert_eq!(of_articles(&pairs, 3), [vec![0], vec![1], vec![0, 1]]);
        assert_eq!(both(&[1, 2, 5], &[0, 2, 5, 7]), [2, 5]);
    }
}
