//! Words, and runs of four, that so many articles have that they tell nothing: counted in one pass, before any are compared.

use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use super::close::WEIGHT;
use super::prints::{FINE, is_made_of_phrases, is_phrase, run_hashes, run_length};
use super::words::{Marks, Word};

/// A word that no more articles use is never frequent.
const FEW: usize = 16;

/// No story is told in more articles on a site of that size or below.
const STORY: usize = 400;

/// Marks the words that more than an eighth of all articles use; on small sites none, as there a story may be as much.
pub(super) fn mark_words(site_words: &mut [Vec<Word>]) {
    let most = (site_words.len() / 8).max(FEW);
    // The vocabulary of a site grows far more slowly than its texts; more words than places only share counters.
    let counters = Counters::new(1 << 20);
    site_words.par_iter().for_each(|words| {
        let hashes = words.iter().map(|word| spread(word.hash)).collect();
        counters.add_each_once(hashes, |_| PLAIN);
    });
    site_words.par_iter_mut().flatten_iter().for_each(|word| {
        if counters.get(spread(word.hash)).0 > most {
            word.marks.add(Marks::FREQUENT);
        }
    });
}

/// Marks the first words of runs of four that many articles have: one in twenty, at least 16, as fewer may have one
/// sentence from each other, and at most 32, as the more articles there are, the more run into the same words by chance.
/// Quotations are not counted: what somebody said is quoted by many.
/// Those that stand inside long shared runs in a quarter of their articles are a story's, unless more than an eighth of a
/// large site have them.
pub(super) fn mark_runs(site_words: &mut [Vec<Word>]) {
    let most = (site_words.len() / 20).clamp(16, 32);
    let trite = if site_words.len() < LARGE { Marks::default() } else { Marks::TRITE };
    let of_story = (site_words.len() / 8).max(STORY);
    let counters = Counters::new(site_words.iter().map(Vec::len).sum::<usize>() * 2);
    site_words.par_iter().for_each(|words| {
        let runs = run_hashes(words, WEIGHT).zip(words).filter(|(_, word)| !word.marks.has(Marks::QUOTED));
        let runs = runs.map(|(hash, word)| (hash & !1) | u64::from(word.marks.has(Marks::LONG)));
        counters.add_each_once(runs.collect(), |run| if run & 1 == 0 { PLAIN } else { LONG });
    });
    site_words.par_iter_mut().for_each(|words| {
        let hashes: Vec<u64> = run_hashes(words, WEIGHT).collect();
        for (word, hash) in words.iter_mut().zip(hashes) {
            let (plain, long) = counters.get(hash);
            let is_many = plain + long >= most && (long * 3 < plain || plain + long > of_story);
            if is_many && !word.marks.has(Marks::QUOTED) {
                word.marks.add(Marks::PHRASE);
            }
        }
        mark_phrases(words, trite);
    });
}

/// A site from which on words that are mostly phrases are not looked for, though they may be part of more: there they run
/// together by chance in thousands of pairs. On smaller ones it would cost one in fifty of the edited passages.
const LARGE: usize = 800;

/// Phrases of six words are nobody's own; `trite` is for what is mostly phrases.
fn mark_phrases(words: &mut [Word], trite: Marks) {
    for at in 0..words.len() {
        let len = run_length(words, at, FINE);
        let run = &mut words[at..at + len];
        if is_made_of_phrases(run) {
            let common = if is_phrase(run) { Marks::COMMON } else { Marks::default() };
            for word in run.iter_mut() {
                word.marks.add(trite);
                word.marks.add(common);
            }
        }
    }
}

/// A word's number over all 64 bits.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// One article of those that have a hash outside long runs.
const PLAIN: u32 = 1;
/// One of those that have it inside.
const LONG: u32 = 1 << 16;
/// More are not counted, in the upper and in the lower half.
const FULL: u32 = 0xf000;

/// How many articles have a hash. Two hashes may share a counter, at most a few in a hundred that are seldom with one that
/// is frequent; sums are the same whichever thread adds first.
struct Counters(Vec<AtomicU32>);

impl Counters {
    fn new(places: usize) -> Self {
        Self((0..places.max(1)).map(|_| AtomicU32::new(0)).collect())
    }

    fn counter(&self, hash: u64) -> &AtomicU32 {
        let place = (u128::from(hash) * self.0.len() as u128) >> 64;
        &self.0[usize::try_from(place).unwrap_or_default()]
    }

    /// Counts an article's hashes, each once.
    fn add_each_once(&self, mut hashes: Vec<u64>, step: impl Fn(u64) -> u32) {
        hashes.sort_unstable();
        hashes.dedup();
        for hash in hashes {
            let step = step(hash);
            let counter = self.counter(hash);
            if (counter.load(Ordering::Relaxed) / step) & 0xffff < FULL {
                counter.fetch_add(step, Ordering::Relaxed);
            }
        }
    }

    /// The articles that have a hash outside and inside long runs.
    fn get(&self, hash: u64) -> (usize, usize) {
        let count = self.counter(hash).load(Ordering::Relaxed);
        ((count & 0xffff) as usize, (count >> 16) as usize)
    }
}
