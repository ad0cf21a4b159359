//! Where an article has words that others have too: passages of several pairs that are about the same words are one place.

use rayon::prelude::*;

use crate::model::document::{Document, NodeKind};
use crate::model::shared::Side;
use crate::model::site::Site;
use crate::text::{PlainText, TextRange};

/// Words of one article that others have too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SharedPlace {
    /// From the first word that is shared to the last.
    pub(crate) range: TextRange,
    /// The pairs with the number of the passage in each: places in [`Links::shared`](crate::model::site::Links::shared).
    pub(crate) passages: Vec<(usize, usize)>,
}

/// The places of all articles, in reading order by their ends; their numbers on the page count from 1.
pub(crate) struct SharedPlaces {
    of_articles: Vec<Vec<SharedPlace>>,
    /// For each pair and passage the numbers on both pages.
    numbers: Vec<Vec<[usize; 2]>>,
}

impl SharedPlaces {
    /// Gathers them.
    pub(crate) fn new(site: &Site) -> Self {
        let articles = 0..site.library().articles.len();
        let of_articles: Vec<Vec<SharedPlace>> =
            articles.into_par_iter().map(|article| places(site, article)).collect();
        let pairs = &site.links.shared;
        let mut numbers: Vec<Vec<[usize; 2]>> = pairs.iter().map(|pair| vec![[0; 2]; pair.passages.len()]).collect();
        for (article, places) in of_articles.iter().enumerate() {
            for (place, number) in places.iter().zip(1..) {
                for &(pair, passage) in &place.passages {
                    numbers[pair][passage][pairs[pair].side(article) as usize] = number;
                }
            }
        }
        Self { of_articles, numbers }
    }

    /// The places of an article.
    pub(crate) fn of(&self, article: usize) -> &[SharedPlace] {
        &self.of_articles[article]
    }

    /// The number that a passage of a pair has on the page of one of its articles.
    pub(crate) fn number(&self, pair: usize, passage: usize, side: Side) -> usize {
        self.numbers[pair][passage][side as usize]
    }
}

fn places(site: &Site, article: usize) -> Vec<SharedPlace> {
    let links = &site.links;
    let text = &site.library().articles[article].body.text;
    let mut passages: Vec<(TextRange, (usize, usize))> = Vec::new();
    for &pair in &links.shared_of[article] {
        let here = links.shared[pair].side(article);
        let numbered = links.shared[pair].passages.iter().enumerate();
        passages.extend(numbered.map(|(number, passage)| (words(text, passage.place(here)), (pair, number))));
    }
    passages.retain(|(range, _)| !range.is_empty());
    passages.sort_by_key(|(range, at)| (range.start, range.end, *at));
    let ends = block_ends(&site.library().articles[article].body);
    let block = |range: TextRange| ends.partition_point(|&end| end < range.end);
    let mut places: Vec<SharedPlace> = Vec::new();
    for (range, at) in passages {
        let same = |place: &&mut SharedPlace| overlap(place.range, range, block(place.range) == block(range));
        match places.iter_mut().rev().find(same) {
            Some(place) => {
                place.range.end = place.range.end.max(range.end);
                place.passages.push(at);
            }
            None => places.push(SharedPlace { range, passages: vec![at] }),
        }
    }
    places.sort_by_key(|place| (place.range.end, place.range.start));
    places
}

/// A range without the white space at its ends, where no words of the page begin.
fn words(text: &PlainText, range: TextRange) -> TextRange {
    let slice = text.slice(range);
    let start = range.start as usize + slice.len() - slice.trim_start().len();
    TextRange::new(start, start + slice.trim().len())
}

/// Whether two ranges are about the same words: they meet and end in one block, or are the same for the most part.
fn overlap(one: TextRange, other: TextRange, one_block: bool) -> bool {
    let length = |range: TextRange| range.end.saturating_sub(range.start);
    let both = length(one.intersect(other));
    both > 0 && (one_block || 2 * both >= length(one).max(length(other)))
}

/// Where the blocks end beside which something may stand, footnotes together as the last.
fn block_ends(document: &Document) -> Vec<u32> {
    let top = document.children(None).map(|node| &document.nodes[node]);
    top.filter(|node| !matches!(node.kind, NodeKind::Footnote(_))).map(|node| node.text.end).collect()
}
