//! Phrases: words that many articles use without one having them from the other.

use std::collections::BTreeSet;

use super::groups::{Groups, articles};
use super::prints::{FINE, LONG, Print, prints, run_length};
use super::words::{Marks, Word, words};

/// Phrases of news texts that mean nothing when two articles share them, a line each, in several languages.
const STOCK: &str = include_str!("stock.txt");

/// From how many articles on a run is a phrase: one in twenty, at least 4, as fewer may be one story, and at most 6, as
/// few single sentences are reprinted more often. A run in more articles is shared all the same where it is part of more
/// (see [`mark_long`]), or where all of them appeared in the same days.
fn many(site: usize) -> usize {
    (site / 20).clamp(4, 6)
}

/// The same for words in quotation marks: what somebody said is quoted by many; what more quote is a saying.
const SAYING: usize = 60;

/// Which part of the articles that have a run must have it inside a long shared run, for it to be no phrase: edits break
/// many of the long runs of a text, while a phrase stands inside one by chance only.
const INSIDE_LONG: usize = 4;

/// Two long runs of a text with no more words between them count as one.
const BRIDGE: usize = 24;

/// Whether a group is a phrase.
pub(super) fn is_common(group: &[Print], days: &Days, stock: &BTreeSet<u64>) -> bool {
    let site = days.of.len();
    let count = articles(group);
    let having = |flag: u32| group.iter().filter(|print| print.is(flag)).count();
    let is_used_by_many = || {
        let most = if having(Print::QUOTED) * 2 > count { SAYING } else { many(site) };
        count >= most && having(Print::LONG) * INSIDE_LONG < count && !is_of_few_days(group, days, count)
    };
    (count >= many(site) && is_used_by_many()) || stock.contains(&group[0].hash)
}

/// The days on which the articles of a site appeared, as numbers.
pub(super) struct Days {
    of: Vec<Option<i32>>,
    sorted: Vec<i32>,
}

impl Days {
    pub(super) fn new(of: Vec<Option<i32>>) -> Self {
        let mut sorted: Vec<i32> = of.iter().copied().flatten().collect();
        sorted.sort_unstable();
        Self { of, sorted }
    }
}

/// Whether three in four of the articles appeared in the same month, as the copies of a release do, in which not most
/// of the site did.
fn is_of_few_days(group: &[Print], days: &Days, articles: usize) -> bool {
    let firsts = group.chunk_by(|a, b| a.article == b.article).map(|prints| prints[0].article as usize);
    let mut carriers: Vec<i32> = firsts.filter_map(|article| days.of[article]).collect();
    carriers.sort_unstable();
    let enough = (articles * 3).div_ceil(4);
    carriers.windows(enough).any(|carriers| {
        let (first, last) = (carriers[0], carriers[enough - 1]);
        let before = |day: i32| days.sorted.partition_point(|&other| other < day);
        last - first <= MONTH && (before(first + MONTH + 1) - before(first)) * 2 <= days.of.len()
    })
}

/// In days.
const MONTH: i32 = 31;

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

/// Marks the words of a fingerprint.
pub(super) fn mark(words: &mut [Word], print: Print, marks: Marks, grain: super::prints::Grain) {
    let at = print.at();
    let len = run_length(words, at, grain);
    words[at..at + len].iter_mut().for_each(|word| word.marks.add(marks));
}
