//! Fingerprints: a few of the runs of words of a text, chosen by their own letters, so that two texts choose the same.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken 2003): of each few neighbouring runs the one with the smallest hash. A stretch
//! that two texts share has a run in common for certain as soon as it is a run and a window long.

use super::close::WEIGHT;
use super::words::{Marks, Word};

/// How long runs are and how densely they are chosen.
#[derive(Clone, Copy)]
pub(super) struct Grain {
    /// The weight of a run.
    pub(super) weight: usize,
    /// Of so many neighbours one is chosen.
    pub(super) window: usize,
}

/// Six words, one of two neighbours: every stretch of seven words is found, with edits every stretch that has six words
/// untouched. Runs of five find a little more and cost thrice the pairs that share nothing else.
pub(super) const FINE: Grain = Grain { weight: 12, window: 2 };

/// 24 words, one of eight neighbours: longer than any phrase.
pub(super) const LONG: Grain = Grain { weight: 48, window: 8 };

/// A run that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Print {
    /// The hash of its words.
    pub(super) hash: u64,
    /// The article.
    pub(super) article: u32,
    /// Its first word, and in the lowest bits what is known of it, so that groups are judged without a look at the texts.
    place: u32,
}

impl Print {
    /// Its first word stands in quotation marks.
    pub(super) const QUOTED: u32 = 1;
    /// Its first word stands inside a long shared run.
    pub(super) const LONG: u32 = 2;
    /// It is made of phrases, wherever it stands.
    pub(super) const PHRASES: u32 = 4;
    /// How many bits these need.
    const BITS: u32 = 3;

    fn new(hash: u64, article: u32, at: usize, words: &[Word]) -> Self {
        let first = words[0].marks;
        let flag = |is_so: bool, flag: u32| if is_so { flag } else { 0 };
        let known = flag(first.has(Marks::QUOTED), Self::QUOTED)
            | flag(first.has(Marks::LONG), Self::LONG)
            | flag(is_made_of_phrases(words), Self::PHRASES);
        Self { hash, article, place: (number(at) << Self::BITS) | known }
    }

    /// Its first word.
    pub(super) fn at(self) -> usize {
        (self.place >> Self::BITS) as usize
    }

    /// Whether that is known of it.
    pub(super) fn is(self, flag: u32) -> bool {
        self.place & flag != 0
    }
}

/// The words of a run of four.
const FOUR: usize = WEIGHT / 2;

/// Whether most runs of four in a run are phrases: what makes texts out of the same phrases alike costs no comparison. The
/// same wherever the run stands.
pub(super) fn is_made_of_phrases(run: &[Word]) -> bool {
    let fours = fours(run);
    fours.iter().filter(|word| word.marks.has(Marks::PHRASE)).count() * 2 > fours.len()
}

/// Whether all of them are.
pub(super) fn is_phrase(run: &[Word]) -> bool {
    fours(run).iter().all(|word| word.marks.has(Marks::PHRASE))
}

/// The first words of the runs of four in a run.
fn fours(run: &[Word]) -> &[Word] {
    &run[..(run.len() + 1).saturating_sub(FOUR).clamp(1, run.len())]
}

/// A run of words: its hash, and how many words it has.
struct Run {
    hash: u64,
    len: usize,
}

/// The fingerprints of a text, in its order; of quotations every run is one, as they may be shorter.
pub(super) fn prints(article: u32, words: &[Word], grain: Grain) -> Vec<Print> {
    let runs = runs(words, grain.weight);
    let mut chosen = winnowed(&runs, grain.window);
    if grain.weight == FINE.weight {
        for (at, run) in runs.iter().enumerate() {
            chosen[at] |= is_quoted(&words[at..at + run.len]);
        }
    }
    let chosen = runs.iter().zip(chosen).enumerate().filter(|(_, (_, chosen))| *chosen);
    chosen.map(|(at, (run, _))| Print::new(run.hash, article, at, &words[at..at + run.len])).collect()
}

/// Which runs are the smallest of a window. The smallest stays as long as it is in the window, of equal ones the first, so
/// that a word repeated a million times does not choose each of its runs.
fn winnowed(runs: &[Run], window: usize) -> Vec<bool> {
    let mut chosen = vec![false; runs.len()];
    let window = window.min(runs.len()).max(1);
    let mut smallest = 0;
    for last in window - 1..runs.len() {
        let first = last + 1 - window;
        if smallest < first || last + 1 == window {
            smallest = (first..=last).min_by_key(|&at| runs[at].hash).unwrap_or(last);
        } else if runs[last].hash < runs[smallest].hash {
            smallest = last;
        }
        chosen[smallest] = true;
    }
    chosen
}

/// How many words the run that begins at `at` has.
pub(super) fn run_length(words: &[Word], at: usize, grain: Grain) -> usize {
    let mut left = grain.weight;
    let run = words[at..].iter().take_while(|word| {
        let goes_on = left > 0;
        left = left.saturating_sub(word.weight());
        goes_on
    });
    run.count()
}

/// The words of a fingerprint.
pub(super) fn run<'a>(print: &Print, grain: Grain, site_words: &'a [Vec<Word>]) -> &'a [Word] {
    let words = &site_words[print.article as usize];
    &words[print.at()..print.at() + run_length(words, print.at(), grain)]
}

/// Whether all words stand in quotation marks.
pub(super) fn is_quoted(words: &[Word]) -> bool {
    words.iter().all(|word| word.marks.has(Marks::QUOTED))
}

/// All runs of at least that weight, by their first words.
fn runs(words: &[Word], weight: usize) -> Vec<Run> {
    let mut runs = Vec::with_capacity(words.len());
    let (mut end, mut inside, mut hash) = (0, 0, 0_u64);
    let mut power = Power { exponent: 0, value: 1 };
    for (start, word) in words.iter().enumerate() {
        while inside < weight && end < words.len() {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(words[end].hash) + 1);
            inside += words[end].weight();
            end += 1;
        }
        if inside < weight {
            break;
        }
        let len = end - start;
        runs.push(Run { hash: mixed(hash), len });
        inside -= word.weight();
        hash = hash.wrapping_sub((u64::from(word.hash) + 1).wrapping_mul(power.of(len - 1)));
    }
    runs
}

/// The hashes of all runs of at least that weight, by their first words.
pub(super) fn run_hashes(words: &[Word], weight: usize) -> impl Iterator<Item = u64> {
    runs(words, weight).into_iter().map(|run| run.hash)
}

/// An odd number without pattern: the base of the polynomial that hashes a run.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A power of the base; neighbouring runs mostly need the same.
struct Power {
    exponent: usize,
    value: u64,
}

impl Power {
    fn of(&mut self, exponent: usize) -> u64 {
        if self.exponent != exponent {
            let value = (0..exponent).fold(1, |power: u64, _| power.wrapping_mul(BASE));
            *self = Self { exponent, value };
        }
        self.value
    }
}

/// The last step of `SplitMix64`.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Articles and words are far fewer than 2³².
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
