//! All places that might be meant, with what speaks for each.

use super::align::{align, reach};
use super::evidence::{Evidence, Place};
use super::query::Query;
use super::seeds::{hits, places};
use super::sides::sides;
use super::span::{Span, span};
use super::words::Word;

/// Cells of the table that all alignments of one quote may fill: a long quote is tried at fewer places,
/// as it has fewer rivals.
const CELLS: usize = 60_000;

/// Places at which even the longest quote is tried.
const FEWEST: usize = 3;

/// Verbatim copies that are looked at; of a phrase with more, no copy is told from the others anyway.
const COPIES: usize = 256;

/// Searches the text for a quote.
pub(super) fn search(text: &str, words: &[Word], query: &mut Query<'_>) -> Vec<Place> {
    let hits = hits(words, query);
    let copies = copies(words, query);
    let copy = |&span: &Span| Place { span, evidence: Evidence::verbatim(query, sides(text, words, query, span)) };
    let mut found: Vec<Place> = copies.iter().map(copy).collect();
    let reach = reach(query);
    let most = (CELLS / (query.words.len() * (2 * reach + 1)).max(1)).max(FEWEST);
    let is_copy =
        |place: &isize| copies.iter().any(|copy| copy.0.cast_signed() - query.quote.start.cast_signed() == *place);
    let places = places(&hits, words, query, reach / 2);
    for place in places.into_iter().filter(|place| !is_copy(place)).take(most) {
        let alignment = align(text, words, query, place, reach);
        let Some(span) = span(&alignment, &query.quote).filter(|span| found.iter().all(|known| known.span != *span))
        else {
            continue;
        };
        let evidence = Evidence::edited(query, &alignment, sides(text, words, query, span));
        found.push(Place { span, evidence });
    }
    found
}

/// Where the quote's words stand one after the other.
fn copies(words: &[Word], query: &Query<'_>) -> Vec<Span> {
    let quoted = query.quoted();
    let rarest = (0..quoted.len()).max_by(|&a, &b| quoted[a].rarity.total_cmp(&quoted[b].rarity).then(b.cmp(&a)));
    let Some(rarest) = rarest else { return Vec::new() };
    let id = quoted[rarest].id;
    let starts = (rarest..words.len()).filter(|&at| words[at].id == id).map(|at| at - rarest);
    let same = |start: &usize| {
        let there = words.get(*start..*start + quoted.len());
        there.is_some_and(|there| there.iter().zip(quoted).all(|(a, b)| a.id == b.id))
    };
    starts.filter(same).take(COPIES).map(|start| (start, start + quoted.len())).collect()
}
