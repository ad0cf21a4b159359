//! Lays the query's words along the words of a text near one place: which of them are still there, and where.
//!
//! Sellers' search (1980) over words instead of letters, in a band around the place: a word that is lost costs its
//! weight, a new word between them a part of its own, and the text before and after is free.

use super::query::{Query, likeness};
use super::words::Word;

/// What a new word costs, compared with a lost one: authors add to a sentence more often than they delete from it.
const NEW: f32 = 0.6;

/// What a word of the context costs, compared with one of the quote: a quote that moved keeps its words, not these.
const CONTEXT: f32 = 0.6;

/// A word of the text that a word of the query became.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The word of the text.
    pub(super) word: usize,
    /// How like it is, above 0 up to 1.
    pub(super) like: f32,
}

/// One entry a word of the query.
pub(super) type Alignment = Vec<Option<Pair>>;

/// Words by which the query may be shifted against the text around a place.
pub(super) fn reach(query: &Query<'_>) -> usize {
    (6 + query.words.len() / 5).min(MOST_REACH)
}

/// Edits that shift the end of a quote by more words than this are not followed.
const MOST_REACH: usize = 48;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Pair,
    Lost,
    New,
}

/// Aligns the query at `place` (the word of the text at which its first word would stand).
pub(super) fn align(text: &str, words: &[Word], query: &Query<'_>, place: isize, reach: usize) -> Alignment {
    let mut table = Table::new(query, place, reach);
    // Behind the last column nothing comes.
    let (mut above, mut row) = (vec![0.0; table.width + 1], vec![0.0; table.width + 1]);
    (above[table.width], row[table.width]) = (f32::INFINITY, f32::INFINITY);
    for i in 0..query.words.len() {
        table.row(i, &above, &mut row, text, words, query);
        std::mem::swap(&mut above, &mut row);
    }
    let best = (0..table.width).min_by(|&a, &b| {
        let middle = |k: usize| k.abs_diff(reach);
        above[a].total_cmp(&above[b]).then(middle(a).cmp(&middle(b)))
    });
    table.walk_back(best.unwrap_or(reach), text, words, query)
}

/// The steps of a band of the table: row `i` holds the words of the text from `first + i` on, `width` of them.
struct Table {
    first: isize,
    width: usize,
    steps: Vec<Step>,
}

impl Table {
    fn new(query: &Query<'_>, place: isize, reach: usize) -> Self {
        let width = 2 * reach + 1;
        Self { first: place - reach.cast_signed(), width, steps: vec![Step::Lost; width * query.words.len()] }
    }

    /// The word of the text in row `i`, column `k`.
    fn word(&self, i: usize, k: usize) -> Option<usize> {
        (i + k).checked_add_signed(self.first)
    }

    /// Costs of the row for word `i` of the query, from those of the row above it.
    fn row(&mut self, i: usize, above: &[f32], row: &mut [f32], text: &str, words: &[Word], query: &Query<'_>) {
        let sought = &query.words[i];
        let scale = if query.quote.contains(&i) { 1.0 } else { CONTEXT };
        let lost = sought.weight * scale;
        let at = self.first + i.cast_signed();
        let before_the_text = at.min(0).unsigned_abs();
        let words = words.get(at.max(0).unsigned_abs()..).unwrap_or_default();
        let mut left = f32::INFINITY;
        let steps = &mut self.steps[i * self.width..][..self.width];
        for (k, ((cost, step), above)) in row.iter_mut().zip(steps).zip(above.windows(2)).enumerate() {
            let word = k.checked_sub(before_the_text).and_then(|k| words.get(k));
            (*cost, *step) = word.map_or((above[1] + lost, Step::Lost), |word| {
                let pair = above[0] + lost * (1.0 - likeness(sought, word, text));
                least(pair, above[1] + lost, left + NEW * scale * word.weight)
            });
            left = *cost;
        }
    }

    fn walk_back(&self, best: usize, text: &str, words: &[Word], query: &Query<'_>) -> Alignment {
        let mut alignment = vec![None; query.words.len()];
        let (mut i, mut k) = (query.words.len(), best);
        while i > 0 {
            match self.steps[(i - 1) * self.width + k] {
                Step::Pair => {
                    i -= 1;
                    alignment[i] = self.word(i, k).and_then(|at| {
                        let like = likeness(&query.words[i], words.get(at)?, text);
                        (like > 0.0).then_some(Pair { word: at, like })
                    });
                }
                Step::Lost => (i, k) = (i - 1, k + 1),
                Step::New => k -= 1,
            }
        }
        alignment
    }
}

fn least(pair: f32, lost: f32, new: f32) -> (f32, Step) {
    if pair <= lost && pair <= new {
        (pair, Step::Pair)
    } else if lost <= new {
        (lost, Step::Lost)
    } else {
        (new, Step::New)
    }
}
