//! How like the words on one side of a place are to those that were stored: the near end is pinned to the place, the
//! far end is free.

use super::query::{Query, Sought, likeness};
use super::span::Span;
use super::words::Word;

/// One side of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Side {
    /// Part of the stored words that is there, in order, 0..=1; rare words count more, new words between count against.
    pub(super) like: f32,
    /// A block ends between the place and these words, in the text as in what was stored.
    pub(super) block: bool,
}

/// What a word that the text repeats everywhere still counts.
const COMMON: f32 = 0.4;

/// What a new word between place and context costs, compared with a lost one.
const NEW: f32 = 0.6;

/// Words of the text beyond the stored ones that are looked at.
const SLACK: usize = 4;

/// Both sides of the words `place` of the text; `None` where nothing was stored.
pub(super) fn sides(text: &str, words: &[Word], query: &Query<'_>, place: Span) -> [Option<Side>; 2] {
    let stored: Vec<Sought<'_>> = query.prefix().iter().rev().copied().collect();
    let found: Vec<Word> = words[..place.0].iter().rev().take(stored.len() + SLACK).copied().collect();
    let first = words.get(place.0).map_or(text.len(), |word| word.start as usize);
    let block = query.block_before && ends_block(text[..first].trim_end_matches(' ').chars().next_back());
    let before = like(text, &found, &stored).map(|like| Side { like, block });

    let found = &words[place.1..words.len().min(place.1 + query.suffix().len() + SLACK)];
    let last = place.1.checked_sub(1).map_or(0, |last| words[last].end as usize);
    let block = query.block_after && ends_block(text[last..].trim_start_matches(' ').chars().next());
    let after = like(text, found, query.suffix()).map(|like| Side { like, block });
    [before, after]
}

/// Blocks are joined by line breaks; the text's own ends are ends of blocks.
fn ends_block(next: Option<char>) -> bool {
    next.is_none_or(|c| c == '\n')
}

/// Compares `stored` with `found`, both from the near end outwards.
fn like(text: &str, found: &[Word], stored: &[Sought<'_>]) -> Option<f32> {
    let weight = |word: &Sought<'_>| word.weight * (COMMON + (1.0 - COMMON) * word.rarity);
    let total: f32 = stored.iter().map(weight).sum();
    if total <= 0.0 {
        return None;
    }
    let mut costs = vec![0.0; found.len() + 1];
    for (at, word) in found.iter().enumerate() {
        costs[at + 1] = costs[at] + NEW * word.weight;
    }
    for sought in stored {
        costs = row(text, found, sought, weight(sought), &costs);
    }
    let cost = costs.into_iter().fold(total, f32::min);
    Some(1.0 - cost / total)
}

fn row(text: &str, found: &[Word], sought: &Sought<'_>, weight: f32, above: &[f32]) -> Vec<f32> {
    let mut row = Vec::with_capacity(above.len());
    row.push(above[0] + weight);
    for (at, word) in found.iter().enumerate() {
        let pair = above[at] + weight * (1.0 - likeness(sought, word, text));
        let lost = above[at + 1] + weight;
        let new = row[at] + NEW * word.weight;
        row.push(pair.min(lost).min(new));
    }
    row
}
