//! In which order notes are read and articles are listed.

use std::cmp::Reverse;

use crate::model::anchor::{Anchored, ArticlePlacements, Placement};
use crate::model::article::Article;
use crate::model::library::Library;

/// For each article the numbers of its notes in reading order.
pub(super) fn reading_orders(anchored: &Anchored) -> Vec<Vec<usize>> {
    anchored.library.articles.iter().zip(&anchored.placements).map(|(a, p)| reading_order(a, p)).collect()
}

/// Notes on the whole article first, then those at words by where these end, then those without a place; equals by
/// date and name.
fn reading_order(article: &Article, placements: &ArticlePlacements) -> Vec<usize> {
    let mut order: Vec<usize> = (0..article.notes.len()).collect();
    order.sort_by_key(|&i| {
        let note = &article.notes[i];
        let place = match &placements.notes[i] {
            Placement::Whole => (0, 0, 0),
            Placement::Anchored(anchor) => (1, anchor.range.end, anchor.range.start),
            Placement::Ambiguous(_) | Placement::Orphan(_) => (2, 0, 0),
        };
        (place, note.fields.created, note.id.clone())
    });
    order
}

/// Articles by date of publication (of retrieval where that is not known), newest first; those without a date last.
pub(super) fn newest(library: &Library) -> Vec<usize> {
    let mut order: Vec<usize> = (0..library.articles.len()).collect();
    order.sort_by_cached_key(|&i| {
        let source = &library.articles[i].front.source;
        (Reverse(source.published.or(source.retrieved)), library.articles[i].slug.clone())
    });
    order
}
