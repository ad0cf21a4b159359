//! Texts compared word by word.

use std::collections::BTreeMap;

use serde::Serialize;
use similar::{Algorithm, DiffOp};
use unicode_segmentation::UnicodeSegmentation as _;

/// How many words came and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordCount {
    /// Words that only the newer text has.
    pub added: usize,
    /// Words that only the older text has.
    pub removed: usize,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both texts.
    Same(String),
    /// Only in the older one.
    Removed(String),
    /// Only in the newer one.
    Added(String),
}

/// Beyond this many words that differ in both texts together they are counted, not aligned: a diff of two texts that
/// have nothing in common takes the square of their length. A long article has 10,000.
const MOST: usize = 60_000;

/// How many words came and went between two texts.
#[must_use]
pub fn count_differences(before: &str, after: &str) -> WordCount {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.unicode_words().collect(), after.unicode_words().collect());
    let Some(ops) = operations(&before, &after) else { return tally(&before, &after) };
    ops.iter().fold(WordCount::default(), |count, op| match *op {
        DiffOp::Equal { .. } => count,
        _ => WordCount { added: count.added + op.new_range().len(), removed: count.removed + op.old_range().len() },
    })
}

/// What both texts have and what only one has, in reading order; white space is one space.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let (before, after) = (one_line(before), one_line(after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_word_bounds().collect(), after.split_word_bounds().collect());
    let whole = || vec![Piece::Removed(before.clone()), Piece::Added(after.clone())];
    let Some(ops) = operations(&old, &new) else { return whole() };
    let mut pieces = Pieces::default();
    for (op, number) in ops.iter().zip(1..) {
        let (gone, come) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        // A space that two changes have between them would cut them into words.
        let ends = number == 1 || number == ops.len();
        if matches!(op, DiffOp::Equal { .. }) && (ends || !gone.trim().is_empty()) {
            pieces.flush();
            pieces.done.push(Piece::Same(gone));
        } else {
            pieces.removed += &gone;
            pieces.added += &come;
        }
    }
    pieces.flush();
    pieces.done
}

/// A text with each run of white space made one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
}

impl Pieces {
    fn flush(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        if !removed.is_empty() {
            self.done.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            self.done.push(Piece::Added(added));
        }
    }
}

/// The diff of two lists of words, or none where it would take too long.
fn operations(before: &[&str], after: &[&str]) -> Option<Vec<DiffOp>> {
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = before.iter().zip(after).take_while(same).count();
    let tail = before[head..].iter().rev().zip(after[head..].iter().rev()).take_while(same).count();
    let differing = before.len() + after.len() - 2 * (head + tail);
    (differing <= MOST).then(|| similar::capture_diff_slices(Algorithm::Histogram, before, after))
}

/// Words that one text has more often than the other, wherever they stand.
fn tally(before: &[&str], after: &[&str]) -> WordCount {
    let mut balance: BTreeMap<&str, isize> = BTreeMap::new();
    for word in after {
        *balance.entry(word).or_default() += 1;
    }
    for word in before {
        *balance.entry(word).or_default() -= 1;
    }
    let sum = |sign: isize| balance.values().map(|&n| usize::try_from(n * sign).unwrap_or(0)).sum();
    WordCount { added: sum(1), removed: sum(-1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_only_a_space_parts_are_one() {
        let pieces = difference("The tide\nwas quite low today.", "The tide was very high today.");
        let expected = [
            Piece::Same("The tide was ".into()),
            Piece::Removed("quite low".into()),
            Piece::Added("very high".into()),
            Piece::Same(" today.".into()),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn words_are_counted_without_signs() {
        assert_eq!(count_differences("One, two, three.", "One; two four five."), WordCount { added: 2, removed: 1 });
        assert_eq!(tally(&["a", "b", "b"], &["b", "c", "d"]), WordCount { added: 2, removed: 2 });
    }
}
