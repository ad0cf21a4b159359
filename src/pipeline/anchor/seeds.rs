//! Where in a text to look: places at which many of the sought words, the rare ones first, stand in their order.

use std::cmp::Reverse;

use super::query::Query;
use super::words::Word;

/// Places looked at closely. Twelve cost a quarter more time and find no more (`benches/anchoring/README.md`); the weights of the
/// model are fitted to this number, as rivals are among its evidence.
const PLACES: usize = 8;

/// Places in the query that one word of the text may speak for. Bounds the work on a quote that repeats a word.
const VOICES: usize = 16;

/// A place below this part of the best place's votes, in percent, is not looked at.
const WORTH: u32 = 40;

/// Words of the text that are words of the query.
pub(super) struct Hits {
    /// Which word of the text, and its id.
    hits: Vec<(usize, u64)>,
}

/// Finds the query's words in the text and learns from it how rare each is.
pub(super) fn hits(text: &[Word], query: &mut Query<'_>) -> Hits {
    let sieve = Sieve::new(query);
    let candidates = text.iter().enumerate().filter(|(_, word)| sieve.may_hold(word.id));
    let hits: Vec<(usize, u64)> = candidates
        .filter(|(_, word)| query.positions(word.id).next().is_some())
        .map(|(at, word)| (at, word.id))
        .collect();
    let mut ids: Vec<u64> = hits.iter().map(|&(_, id)| id).collect();
    ids.sort_unstable();
    for same in ids.chunk_by(|a, b| a == b) {
        query.set_rarity(same[0], same.len(), text.len());
    }
    Hits { hits }
}

/// The best places, as the word of the text at which the query's first word would stand (it may lie outside).
pub(super) fn places(hits: &Hits, text: &[Word], query: &Query<'_>, drift: usize) -> Vec<isize> {
    let sums = sums(&votes(hits, text.len(), query, drift), drift);
    let least = sums.iter().copied().max().unwrap_or_default() / 100 * WORTH;
    let mut peaks: Vec<usize> = (0..sums.len()).filter(|&at| sums[at] > least && is_peak(&sums, at)).collect();
    peaks.sort_by_key(|&at| (Reverse(sums[at]), at));
    peaks.truncate(PLACES);
    peaks.into_iter().map(|at| at.cast_signed() - query.words.len().cast_signed()).collect()
}

/// For each shift between query and text the weight of the words that agree under it; `drift` and one more are empty
/// at both ends.
fn votes(hits: &Hits, len: usize, query: &Query<'_>, drift: usize) -> Vec<u32> {
    let n = query.words.len();
    let mut votes = vec![0; len + n + 1 + 2 * (drift + 1)];
    for &(at, id) in &hits.hits {
        for i in query.positions(id).take(VOICES) {
            votes[at + n - i + drift + 1] += query.words[i].vote();
        }
    }
    votes
}

/// Votes of each shift and its neighbours: an inserted or lost word shifts all that follow. Near ones count more.
/// In halves of a vote.
fn sums(votes: &[u32], drift: usize) -> Vec<u32> {
    let own = drift + 1;
    let mut wide = votes[1..own + drift].iter().sum::<u32>();
    let near = votes[drift..].windows(3).map(|near| near[0] + near[1] + near[2]);
    let sum = |((leaves, enters), near): ((&u32, &u32), u32)| {
        wide += enters;
        let sum = 2 * wide + near;
        wide -= leaves;
        sum
    };
    votes[1..].iter().zip(&votes[own + drift..]).zip(near).map(sum).collect()
}

/// Whether a place has more votes than those around it; of equals the first.
fn is_peak(sums: &[u32], at: usize) -> bool {
    const AROUND: usize = 2;
    let before = &sums[at.saturating_sub(AROUND)..at];
    let after = &sums[at + 1..(at + 1 + AROUND).min(sums.len())];
    before.iter().all(|&sum| sum < sums[at]) && after.iter().all(|&sum| sum <= sums[at])
}

/// Which ids can't be in the query, by 12 of their bits: most words of a text are dropped here.
struct Sieve([u64; 64]);

impl Sieve {
    fn new(query: &Query<'_>) -> Self {
        let mut bits = [0; 64];
        for word in &query.words {
            bits[Self::row(word.id)] |= 1 << (word.id & 63);
        }
        Self(bits)
    }

    fn may_hold(&self, id: u64) -> bool {
        self.0[Self::row(id)] >> (id & 63) & 1 == 1
    }

    fn row(id: u64) -> usize {
        (id >> 6 & 63) as usize
    }
}
