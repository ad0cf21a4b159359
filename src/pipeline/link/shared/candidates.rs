//! Which pairs of articles are worth a look.

use rayon::prelude::*;

use super::extend::both_ways;
use super::groups::{Groups, mostly};
use super::prints::{LONG, Print, is_made_of_phrases, is_quoted, run};
use super::words::{Marks, Word};

/// Up to so many articles that share a run, each is compared with each. Beyond, each is compared with the earliest one and
/// with the [`NEAREST`] before it, so that an article has a bounded number of pairs however many others share its words,
/// and every one still has a pair.
pub(super) const EACH_WITH_EACH: usize = 16;

/// How many earlier articles a later one is compared with, beside the earliest.
const NEAREST: usize = 3;

/// Words of one's own that a run must have before a pair is looked at, in weight.
pub(super) const OWN: usize = 16;
/// The same in quotations.
pub(super) const QUOTED: usize = 12;

/// A pair of articles, the smaller number first, in one number.
pub(super) type Pair = (u32, u32);

/// The pairs that share a long run, or words of their own. `rank` is each article's place by age; `common` holds the hashes
/// of phrases, sorted.
pub(super) fn pairs(long: &Groups, fine: &Groups, common: &[u64], rank: &[u32], words: &[Vec<Word>]) -> Vec<Pair> {
    let shown = |print: &Print| !words[print.article as usize][print.at()].marks.has(Marks::BOILERPLATE);
    // Long runs were chosen before phrases were known.
    let is_phrases = |print: &&Print| is_made_of_phrases(run(print, LONG, words));
    let own_long = long.par_iter().filter(|group| group.iter().filter(is_phrases).count() * 2 <= group.len());
    let of_long = own_long.flat_map_iter(|group| {
        let group: Vec<Print> = group.iter().copied().filter(shown).collect();
        linked(&group, rank).map(|(a, b)| pair(a, b))
    });
    let own = |group: &&[Print]| !mostly(group, Print::PHRASES) && common.binary_search(&group[0].hash).is_err();
    let promising = |(a, b): &(Print, Print)| is_promising(*a, *b, words);
    let of_fine = fine.par_iter().filter(own);
    let of_fine = of_fine.flat_map_iter(|group| linked(group, rank).filter(promising).map(|(a, b)| pair(a, b)));
    let mut pairs: Vec<Pair> = of_long.chain(of_fine).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

fn pair(a: Print, b: Print) -> Pair {
    (a.article.min(b.article), a.article.max(b.article))
}

/// The pairs of a group, by the first place of its run in each article.
fn linked(group: &[Print], rank: &[u32]) -> impl Iterator<Item = (Print, Print)> + use<> {
    let mut firsts: Vec<Print> = group.chunk_by(|a, b| a.article == b.article).map(|prints| prints[0]).collect();
    firsts.sort_unstable_by_key(|print| rank[print.article as usize]);
    let few = firsts.len() <= EACH_WITH_EACH;
    (1..firsts.len()).flat_map(move |later| {
        let from = if few { 0 } else { later.saturating_sub(NEAREST) };
        let earliest = (from > 0).then_some(0);
        let this = firsts[later];
        earliest.into_iter().chain(from..later).map(|at| (firsts[at], this)).collect::<Vec<_>>()
    })
}

/// Whether a run goes on long enough, word for word or nearly, to be worth a look.
fn is_promising(a: Print, b: Print, site_words: &[Vec<Word>]) -> bool {
    let (first, second) = (&site_words[a.article as usize], &site_words[b.article as usize]);
    let (i, j) = (a.at(), b.at());
    let same = |(a, b): &(&Word, &Word)| a.hash == b.hash;
    let before = first[..i].iter().rev().zip(second[..j].iter().rev()).take(MOST).take_while(same).count();
    let behind = first[i..].iter().zip(&second[j..]).take(MOST).take_while(same).count();
    let runs = [&first[i - before..i + behind], &second[j - before..j + behind]];
    let weight =
        |run: &[Word]| run.iter().filter(|word| !word.marks.has_any(PHRASES)).map(|word| word.weight()).sum::<usize>();
    let enough = |runs: [&[Word]; 2], least: usize| runs.iter().all(|run| weight(run) >= least);
    if enough(runs, OWN) || (enough(runs, QUOTED) && runs.iter().all(|run| is_quoted(run))) {
        return true;
    }
    // In texts made of phrases nearly everything goes on nearly alike: only words of one's own are followed over edits.
    if !enough(runs, QUOTED) {
        return false;
    }
    let reach = both_ways(first, second, (i, j), &(0..first.len(), 0..second.len()));
    2 * reach.same >= OWN && enough([&first[reach.first], &second[reach.second]], OWN)
}

/// Whether words are more than a chain of those that every text has.
pub(super) fn tells(words: &[Word]) -> bool {
    let has = |word: &&Word, marks| word.marks.has(marks);
    let telling = words.iter().filter(|word| !has(word, Marks::FREQUENT) || has(word, Marks::LONG)).count();
    telling >= TELLING.min(words.len())
}

/// Words that not every text has, in a passage.
const TELLING: usize = 2;

/// Words that are nobody's own.
const PHRASES: [Marks; 2] = [Marks::COMMON, Marks::TRITE];

/// As far as a run is followed on each side.
const MOST: usize = 24;

/// What the words count that are part of no phrase.
pub(super) fn own_weight(words: &[Word]) -> usize {
    words.iter().filter(|word| !word.marks.has(Marks::COMMON)).map(|word| word.weight()).sum()
}
