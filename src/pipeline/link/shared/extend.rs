//! How far two texts go on alike from a word that both have, with words replaced, put in and left out.
//!
//! Greedy alignment with a drop (Zhang, Schwartz, Wagner, Miller 2000): a word in both counts +2, a word of one text
//! alone −1, so that a replaced word takes back one that is the same. Which words are the same is told by the sum of both
//! lengths and the number of differences alone, so for each number of differences only the furthest place on each
//! diagonal is kept; where the score falls [`DROP`] below the best, the texts have parted.

use std::cmp::Reverse;
use std::ops::Range;

use super::words::Word;

/// Twelve words put in, or six replaced, in a row: more is another passage.
const DROP: isize = 12;

/// Where two texts are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The words of the first text.
    pub(super) first: Range<usize>,
    /// The words of the second.
    pub(super) second: Range<usize>,
    /// How many of them are in both.
    pub(super) same: usize,
}

/// How far one goes from a place: words of each text, and how many are in both.
#[derive(Clone, Copy, Default)]
struct Way {
    first: usize,
    second: usize,
    same: usize,
}

/// The passage around two equal words, inside the bounds.
pub(super) fn both_ways(
    first: &[Word],
    second: &[Word],
    at: (usize, usize),
    bounds: &(Range<usize>, Range<usize>),
) -> Reach {
    let (i, j) = at;
    let behind = way(
        &Texts { first: |n: usize| first[i + n].hash, second: |n: usize| second[j + n].hash },
        (bounds.0.end - i, bounds.1.end - j),
    );
    let before = way(
        &Texts { first: |n: usize| first[i - 1 - n].hash, second: |n: usize| second[j - 1 - n].hash },
        (i - bounds.0.start, j - bounds.1.start),
    );
    Reach {
        first: i - before.first..i + behind.first,
        second: j - before.second..j + behind.second,
        same: before.same + behind.same,
    }
}

/// Two texts as seen from a place in one direction.
struct Texts<A, B> {
    first: A,
    second: B,
}

/// The best end of the two texts, whose lengths are `ends`.
fn way<A: Fn(usize) -> u32, B: Fn(usize) -> u32>(texts: &Texts<A, B>, ends: (usize, usize)) -> Way {
    let slide = |i: usize, j: usize| {
        let most = (ends.0 - i).min(ends.1 - j);
        (0..most).take_while(|n| (texts.first)(i + n) == (texts.second)(j + n)).count()
    };
    let start = slide(0, 0);
    let mut best = Best::new(start);
    // The furthest word of the first text on each diagonal from `low` on.
    let (mut low, mut furthest) = (0_isize, vec![Some(start)]);
    for differences in 1_isize.. {
        let reached = |diagonal: isize| usize::try_from(diagonal - low).ok().and_then(|at| *furthest.get(at)?);
        let high = low + furthest.len().cast_signed();
        let next: Vec<Option<usize>> = (low - 1..=high)
            .map(|diagonal| {
                let i = reached(diagonal - 1).map(|i| i + 1).max(reached(diagonal + 1))?;
                let j = i.checked_add_signed(-diagonal)?;
                if i > ends.0 || j > ends.1 {
                    return None;
                }
                let run = slide(i, j);
                let (i, j) = (i + run, j + run);
                let score = (i + j).cast_signed() - 2 * differences;
                if run > 0 {
                    best.take(score, differences, (i, j), (texts.first)(i - 1));
                }
                (score > best.score - DROP).then_some(i)
            })
            .collect();
        let Some(from) = next.iter().position(Option::is_some) else { break };
        let to = next.iter().rposition(Option::is_some).map_or(from, |to| to + 1);
        low = low - 1 + from.cast_signed();
        furthest = next[from..to].to_vec();
    }
    best.way()
}

/// The best end so far; of equal ones the one with fewer differences, then that on the straighter way, then by its last
/// word: nothing that depends on which text is the first.
struct Best {
    score: isize,
    differences: isize,
    end: (usize, usize),
    word: u32,
}

impl Best {
    fn new(start: usize) -> Self {
        Self { score: 2 * start.cast_signed(), differences: 0, end: (start, start), word: 0 }
    }

    fn take(&mut self, score: isize, differences: isize, end: (usize, usize), word: u32) {
        let key = |score, differences, end: (usize, usize), word| {
            (score, Reverse(differences), Reverse(end.0.abs_diff(end.1)), word)
        };
        if key(score, differences, end, word) > key(self.score, self.differences, self.end, self.word) {
            *self = Self { score, differences, end, word };
        }
    }

    fn way(&self) -> Way {
        let (first, second) = self.end;
        Way { first, second, same: (first + second).saturating_sub(self.differences.unsigned_abs()) / 2 }
    }
}
