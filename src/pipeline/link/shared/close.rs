//! A closer look at two texts that share words for certain: runs of four words, so that a paragraph in which every few
//! words were edited is found too.

use super::extend::Reach;
use super::prints::{number, run_hashes};
use super::words::{Marks, Word};

/// The weight of a run: four words.
pub(super) const WEIGHT: usize = 8;

/// A run that stands more often in a text tells nothing.
const OFTEN: usize = 4;

/// Where both texts have the same runs outside of what was found, but for those that many articles have.
pub(super) fn matches(first: &[Word], second: &[Word], found: &[Reach]) -> Vec<(u32, u32)> {
    let mine = runs(first, |at| found.iter().any(|reach| reach.first.contains(&at)));
    let theirs = runs(second, |at| found.iter().any(|reach| reach.second.contains(&at)));
    let mut theirs = theirs.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut matches = Vec::new();
    for mine in mine.chunk_by(|a, b| a.0 == b.0) {
        while theirs.next_if(|theirs| theirs[0].0 < mine[0].0).is_some() {}
        let Some(theirs) = theirs.next_if(|theirs| theirs[0].0 == mine[0].0) else { continue };
        if mine.len() <= OFTEN && theirs.len() <= OFTEN {
            matches.extend(mine.iter().flat_map(|mine| theirs.iter().map(|theirs| (mine.1, theirs.1))));
        }
    }
    matches
}

/// The hashes of runs with their first words, sorted.
fn runs(words: &[Word], is_taken: impl Fn(usize) -> bool) -> Vec<(u64, u32)> {
    let own = |at: usize| !words[at].marks.has(Marks::PHRASE) && !words[at].marks.has(Marks::BOILERPLATE);
    let hashes = run_hashes(words, WEIGHT).enumerate().filter(|&(at, _)| own(at) && !is_taken(at));
    let mut runs: Vec<(u64, u32)> = hashes.map(|(at, hash)| (hash, number(at))).collect();
    runs.sort_unstable();
    runs
}
