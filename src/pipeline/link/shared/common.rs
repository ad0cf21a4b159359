//! Phrases: words that many articles use without one having them from the other.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::groups::{Groups, articles};
use super::prints::{FINE, LONG, Print, prints, run_length};
use super::words::{Marks, Word, words};

/// Phrases of news texts that mean nothing when two articles share them, a line each, in several languages.
const STOCK: &str = include_str!("stock.txt");

/// From how many articles on a run is a phrase: one in twenty, at least 4, as fewer may be one story, and at most 8, as
/// few single sentences are reprinted more often. A run in more articles is shared all the same where it is part of more
/// (see [`mark`]).
fn many(site: usize) -> usize {
    (site / 20).clamp(4, 8)
}

/// The same for words in quotation marks: what somebody said is quoted by many; what more quote is a saying.
const SAYING: usize = 60;

/// Which part of the articles that have a run must have it inside a long shared run, for it to be no phrase: edits break
/// many of the long runs of a text, while a phrase stands inside one by chance only.
const INSIDE_LONG: usize = 4;

/// Two long runs of a text with no more words between them count as one.
const BRIDGE: usize = 24;

/// Whether a group is a phrase. `is_long` tells of a fingerprint whether it stands inside a long shared run.
pub(super) fn is_common(group: &[Print], site: usize, stock: &BTreeSet<u64>, site_words: &[Vec<Word>]) -> bool {
    if stock.contains(&group[0].hash) {
        return true;
    }
    let count = articles(group);
    let having = |marks: Marks| {
        let has = |print: &&Print| site_words[print.article as usize][print.at as usize].marks.has(marks);
        group.iter().filter(has).count()
    };
    let most = if having(Marks::QUOTED) * 2 > count { SAYING } else { many(site) };
    count >= most && having(Marks::LONG) * INSIDE_LONG < count
}

/// The runs of the stock phrases.
pub(super) fn stock() -> BTreeSet<u64> {
    let lines = STOCK.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let every = super::prints::Grain { window: 1, ..FINE };
    lines.flat_map(|line| prints(0, &words(line, &[]), every)).map(|print| print.hash).collect()
}

/// Marks all words that stand in a run too long to be a phrase.
pub(super) fn mark_long(groups: &Groups, site_words: &mut [Vec<Word>]) {
    for print in groups.iter().flatten() {
        mark(&mut site_words[print.article as usize], *print, Marks::LONG, LONG);
    }
    for words in site_words {
        let mut end = None;
        for at in 0..words.len() {
            if !words[at].marks.has(Marks::LONG) {
                continue;
            }
            if let Some(end) = end.filter(|end| at - end <= BRIDGE) {
                words[end..at].iter_mut().for_each(|word| word.marks.add(Marks::LONG));
            }
            end = Some(at + 1);
        }
    }
}

/// Marks the words that more than an eighth of all articles use; on small sites none, as there a story may be as much.
pub(super) fn mark_frequent(site_words: &mut [Vec<Word>]) {
    let most = (site_words.len() / 8).max(FEW);
    let distinct = |words: &Vec<Word>| {
        let mut hashes: Vec<u32> = words.iter().map(|word| word.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    };
    let mut used: Vec<u32> = site_words.par_iter().flat_map_iter(distinct).collect();
    used.par_sort_unstable();
    let frequent: Vec<u32> =
        used.chunk_by(|a, b| a == b).filter(|uses| uses.len() > most).map(|uses| uses[0]).collect();
    site_words.par_iter_mut().flatten_iter().for_each(|word| {
        if frequent.binary_search(&word.hash).is_ok() {
            word.marks.add(Marks::FREQUENT);
        }
    });
}

/// A word that no more articles use is never frequent.
const FEW: usize = 16;

/// Marks the words of a fingerprint.
pub(super) fn mark(words: &mut [Word], print: Print, marks: Marks, grain: super::prints::Grain) {
    let at = print.at as usize;
    let len = run_length(words, at, grain);
    words[at..at + len].iter_mut().for_each(|word| word.marks.add(marks));
}
