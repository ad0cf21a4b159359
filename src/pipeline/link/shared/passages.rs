//! The passages of one pair: from runs that both have to passages that don't overlap, snapped to sentences.

use std::cmp::Reverse;
use std::ops::Range;

use super::candidates::{OWN, QUOTED, own_weight, tells};
use super::close;
use super::extend::{Reach, both_ways};
use super::words::{Marks, Word, weight};

/// A fingerprint of one text: the number of its group, and its first word.
pub(super) type Place = (u32, u32);

/// What a fragment of sentences must weigh; whole sentences and quotations may be shorter.
const FRAGMENT: usize = 20;

/// The weight from which on a run is no phrase, however many articles have it: 32 words, two or three sentences.
const LONG: usize = 64;

/// Words at an end of a passage that are given up to end with a sentence: most are alike by chance.
const GIVEN_UP: usize = 4;

/// Words that are added to end with a sentence.
const ADDED: usize = 2;

/// As near, in words, a phrase must stand to words that are shared for certain, to be shared too.
const NEAR: usize = 30;

/// So many places of the same run in two texts are compared each with each; of more, the first with the first and so on.
const REPEATED: usize = 16;

/// Words that two texts must share for certain before the rest of them is searched for pieces that many edits have left.
const RELATED: usize = 12;

/// Two texts: their words, and their fingerprints sorted by group.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) words: &'a [Word],
    pub(super) places: &'a [Place],
}

/// The passages of two texts, in the order of the first.
pub(super) fn passages(first: Side<'_>, second: Side<'_>) -> Vec<Reach> {
    let mut found: Vec<Reach> = Vec::new();
    grow(&mut found, first.words, second.words, matches(first.places, second.places));
    let is_sure = |reach: &Reach| worth(first.words, second.words, reach) == Worth::Sure;
    let certain: usize = found.iter().filter(|reach| is_sure(reach)).map(|reach| reach.same).sum();
    if certain >= RELATED {
        let matches = close::matches(first.words, second.words, &found);
        grow(&mut found, first.words, second.words, matches);
        found = joined(found);
    }
    let sure: Vec<Reach> = found.iter().filter(|reach| is_sure(reach)).cloned().collect();
    found.retain(|reach| is_sure(reach) || sure.iter().any(|sure| is_near(reach, sure)));
    found.sort_by_key(|reach| reach.first.start);
    found
}

/// Adds the passages around words that both texts have.
fn grow(found: &mut Vec<Reach>, first: &[Word], second: &[Word], matches: Vec<(u32, u32)>) {
    for run in runs(first, second, matches) {
        let Some(start) = free_word(&run, found) else { continue };
        let bounds =
            (free(found, start.0, first.len(), |r| &r.first), free(found, start.1, second.len(), |r| &r.second));
        let reach = both_ways(first, second, start, &bounds);
        let reach = snapped(first, second, reach, &bounds);
        if worth(first, second, &reach) >= Worth::Weak {
            found.push(reach);
        }
    }
}

/// Neighbours in both texts with a few other words between are one passage.
fn joined(mut found: Vec<Reach>) -> Vec<Reach> {
    found.sort_by_key(|reach| reach.first.start);
    let mut joined: Vec<Reach> = Vec::new();
    for reach in found {
        match joined.last_mut() {
            Some(last) if follows(&reach, last) => {
                last.first.end = reach.first.end;
                last.second.end = reach.second.end;
                last.same += reach.same;
            }
            _ => joined.push(reach),
        }
    }
    joined
}

/// Whether a passage stands so close behind another one in both texts that a reader sees one.
fn follows(reach: &Reach, last: &Reach) -> bool {
    let gap = |range: &Range<usize>, last: &Range<usize>| range.start.checked_sub(last.end);
    let is_close = |gap: Option<usize>| gap.is_some_and(|gap| gap <= BETWEEN);
    is_close(gap(&reach.first, &last.first)) && is_close(gap(&reach.second, &last.second))
}

/// Words between two pieces of one passage.
const BETWEEN: usize = 12;

/// Whether two passages follow each other closely in both texts.
fn is_near(one: &Reach, other: &Reach) -> bool {
    let gap = |one: &Range<usize>, other: &Range<usize>| one.start.max(other.start) - one.end.min(other.end);
    let in_order = (one.first.start < other.first.start) == (one.second.start < other.second.start);
    in_order && gap(&one.first, &other.first) <= NEAR && gap(&one.second, &other.second) <= NEAR
}

/// A stretch that is the same word for word.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: usize,
    second: usize,
    len: usize,
}

/// All longest equal stretches around words that both texts have, the longest first.
fn runs(first: &[Word], second: &[Word], mut matches: Vec<(u32, u32)>) -> Vec<Run> {
    matches.sort_unstable_by_key(|&(i, j)| (i.cast_signed() - j.cast_signed(), i));
    let mut runs: Vec<Run> = Vec::new();
    let same = |(a, b): &(&Word, &Word)| a.hash == b.hash;
    for (i, j) in matches {
        let (i, j) = (i as usize, j as usize);
        let known = |run: &Run| i.wrapping_sub(run.first) == j.wrapping_sub(run.second) && i < run.first + run.len;
        if runs.last().is_some_and(known) {
            continue;
        }
        let before = first[..i].iter().rev().zip(second[..j].iter().rev()).take_while(same).count();
        let behind = first[i..].iter().zip(&second[j..]).take_while(same).count();
        if behind > 0 {
            runs.push(Run { first: i - before, second: j - before, len: before + behind });
        }
    }
    runs.sort_by_key(|run| {
        let (least, most) = (run.first.min(run.second), run.first.max(run.second));
        (Reverse(run.len), least + most, first[run.first].hash, least)
    });
    runs
}

/// The places of runs that both have.
fn matches(first: &[Place], second: &[Place]) -> Vec<(u32, u32)> {
    let mut matches = Vec::new();
    let mut theirs = second.chunk_by(|a, b| a.0 == b.0).peekable();
    for mine in first.chunk_by(|a, b| a.0 == b.0) {
        while theirs.next_if(|places| places[0].0 < mine[0].0).is_some() {}
        let Some(theirs) = theirs.next_if(|places| places[0].0 == mine[0].0) else { continue };
        if mine.len() * theirs.len() <= REPEATED {
            matches.extend(mine.iter().flat_map(|mine| theirs.iter().map(|theirs| (mine.1, theirs.1))));
        } else {
            matches.extend(mine.iter().zip(theirs).map(|(mine, theirs)| (mine.1, theirs.1)));
        }
    }
    matches
}

/// A place of a run that no passage has yet: the beginning of its longest free part, as passages don't overlap.
fn free_word(run: &Run, found: &[Reach]) -> Option<(usize, usize)> {
    let taken = |range: &Range<usize>, start: usize| {
        let clip = |at: usize| at.saturating_sub(start).min(run.len);
        clip(range.start)..clip(range.end)
    };
    let mut taken: Vec<Range<usize>> =
        found.iter().flat_map(|r| [taken(&r.first, run.first), taken(&r.second, run.second)]).collect();
    taken.retain(|range| !range.is_empty());
    taken.sort_by_key(|range| range.start);
    let (mut at, mut best) = (0, 0..0);
    for range in taken.into_iter().chain(std::iter::once(run.len..run.len)) {
        if range.start.saturating_sub(at) > best.len() {
            best = at..range.start;
        }
        at = at.max(range.end);
    }
    (best.len() >= LEAST).then_some((run.first + best.start, run.second + best.start))
}

/// Words that a run must have left to begin a passage.
const LEAST: usize = 4;

/// The words around a place that no passage has.
fn free(found: &[Reach], at: usize, len: usize, side: impl Fn(&Reach) -> &Range<usize>) -> Range<usize> {
    let start = found.iter().map(|r| side(r).end).filter(|&end| end <= at).max().unwrap_or_default();
    let end = found.iter().map(|r| side(r).start).filter(|&start| start > at).min().unwrap_or(len);
    start..end
}

/// The passage with its ends at those of sentences and quotations, where a few words are between.
fn snapped(first: &[Word], second: &[Word], mut reach: Reach, bounds: &(Range<usize>, Range<usize>)) -> Reach {
    let start = (reach.first.start, reach.second.start);
    if !(is_edge(first, start.0) && is_edge(second, start.1)) {
        let inner = |words: &[Word], range: &Range<usize>| {
            (range.start + 1..range.end.min(range.start + GIVEN_UP + 1)).find(|&at| is_edge(words, at))
        };
        let outer = |words: &[Word], at: usize, bound: usize| {
            (bound.max(at.saturating_sub(ADDED))..=at).rev().find(|&at| is_edge(words, at))
        };
        let new = inner(first, &reach.first).zip(inner(second, &reach.second));
        let new = new.or_else(|| outer(first, start.0, bounds.0.start).zip(outer(second, start.1, bounds.1.start)));
        let (i, j) = new.unwrap_or(start);
        reach.same = reach.same.saturating_sub(i.saturating_sub(start.0).min(j.saturating_sub(start.1)));
        (reach.first.start, reach.second.start) = (i, j);
    }
    let end = (reach.first.end, reach.second.end);
    if !(is_edge(first, end.0) && is_edge(second, end.1)) {
        let inner = |words: &[Word], range: &Range<usize>| {
            ((range.start + 1).max(range.end.saturating_sub(GIVEN_UP))..range.end).rev().find(|&at| is_edge(words, at))
        };
        let outer =
            |words: &[Word], at: usize, bound: usize| (at..=bound.min(at + ADDED)).find(|&at| is_edge(words, at));
        let new = inner(first, &reach.first).zip(inner(second, &reach.second));
        let new = new.or_else(|| outer(first, end.0, bounds.0.end).zip(outer(second, end.1, bounds.1.end)));
        let (i, j) = new.unwrap_or(end);
        reach.same = reach.same.saturating_sub(end.0.saturating_sub(i).min(end.1.saturating_sub(j)));
        (reach.first.end, reach.second.end) = (i, j);
    }
    reach
}

/// Whether a sentence or quotation begins or ends before a word.
fn is_edge(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| words[before].marks) else { return true };
    let Some(behind) = words.get(at).map(|word| word.marks) else { return true };
    before.has(Marks::SENTENCE_END) || before.has(Marks::QUOTED) != behind.has(Marks::QUOTED)
}

/// Whether a passage is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    /// Never.
    None,
    /// Where the texts share more.
    Weak,
    /// Always.
    Sure,
}

fn worth(first: &[Word], second: &[Word], reach: &Reach) -> Worth {
    let (here, there) = (&first[reach.first.clone()], &second[reach.second.clone()]);
    let words = here.len().max(there.len());
    let same = (reach.same * weight(here).max(weight(there))).checked_div(words).unwrap_or_default();
    // Of a short passage most words must be the same, of a long one half.
    if reach.same * 10 < words * (if same < 32 { 7 } else { 5 }) {
        return Worth::None;
    }
    let own = own_weight(here).min(own_weight(there)).min(same);
    let is_whole = |words: &[Word], range: &Range<usize>| is_edge(words, range.start) && is_edge(words, range.end);
    let whole = is_whole(first, &reach.first) || is_whole(second, &reach.second);
    if !(whole || (tells(here) && tells(there))) {
        return Worth::None;
    }
    let least = if whole { OWN } else { FRAGMENT };
    let quoted = mostly_quoted(here) && mostly_quoted(there);
    if own >= least || same >= LONG || (quoted && own >= QUOTED) {
        Worth::Sure
    } else if same >= least {
        Worth::Weak
    } else {
        Worth::None
    }
}

fn mostly_quoted(words: &[Word]) -> bool {
    words.iter().filter(|word| word.marks.has(Marks::QUOTED)).count() * 10 >= words.len() * 8
}
