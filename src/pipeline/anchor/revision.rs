//! From the text that a note was made on to the text of today: places carried through a diff of their words.

use similar::{Algorithm, DiffOp};

use super::align::Pair;
use super::span::{Span, span};
use super::text::{Quote, Text};
use super::words::Word;
use crate::model::anchor::{Anchor, Fit, Guess, Placement, Score};
use crate::text::{Folded, TextRange, is_grapheme_boundary, whole_graphemes};

/// Two states of a text and which words of the one became which of the other.
pub struct Revision<'t> {
    old: &'t Text<'t>,
    new: &'t Text<'t>,
    /// For each old word the new word that it became.
    became: Vec<Option<usize>>,
    /// For each new word the old word that it was.
    was: Vec<Option<usize>>,
}

/// The place of a quote in a later text, and how it was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Revised {
    /// Carried by the diff; the score is the part of the quote's words that the new text still has there, 0..=1.
    Carried(TextRange, Score),
    /// Found, or not, by its words.
    Searched(Placement),
}

/// A score that other words than the quote's have to reach when the diff lost the quote. Higher than for words without
/// a history: the diff has said that they do not stand where they stood. On the cases of `benches/anchoring/README.md`, 0.8
/// saves 1 edited quote in 700 and anchors 1 deleted one in 500.
const SURE: f32 = 0.85;

/// Part of the quote's words, by weight, that must be carried; what edits to less is another passage.
const CARRIED: f32 = 0.5;

/// Old words on each side of a quote that show where its ends came to lie.
const AROUND: usize = 12;

/// Beyond this many words of both texts they are compared by nothing: the diff could take minutes on two texts that
/// have nothing in common. A long novel has a fifth.
const MOST: usize = 1_000_000;

impl<'t> Revision<'t> {
    /// Compares two texts.
    #[must_use]
    pub fn new(old: &'t Text<'t>, new: &'t Text<'t>) -> Self {
        let (old_words, new_words) = (old.words(), new.words());
        let mut became = vec![None; old_words.len()];
        let mut was = vec![None; new_words.len()];
        for (from, to) in unchanged(old_words, new_words) {
            became[from] = Some(to);
            was[to] = Some(from);
        }
        Self { old, new, became, was }
    }

    /// The place in the new text of a quote that was made on the old one; its position counts in the old text.
    #[must_use]
    pub fn place(&self, quote: Quote<'_>) -> Revised {
        if Folded::quote(quote.words).is_empty() {
            return Revised::Searched(Placement::Whole);
        }
        let Some((was, from)) = self.old_place(quote) else { return Revised::Searched(self.new.place(quote)) };
        if let Some((range, score)) = self.carried(was, from) {
            return Revised::Carried(range, score);
        }
        Revised::Searched(match self.new.place(quote) {
            Placement::Anchored(anchor) if self.sure(anchor, from) => Placement::Anchored(anchor),
            Placement::Anchored(anchor) => {
                Placement::Orphan(Some(Guess { range: anchor.range, score: anchor.fit.score() }))
            }
            Placement::Ambiguous(_) => Placement::Orphan(None),
            placement => placement,
        })
    }

    /// Where the quote stood, and its words: at its position, else where its context says.
    fn old_place(&self, quote: Quote<'_>) -> Option<(TextRange, Span)> {
        let text = self.old.as_str();
        let at_position = quote.position.map(|position| self.old.byte(position)).and_then(|start| {
            let there = text.get(start..)?.starts_with(quote.words);
            let start = start + quote.words.len() - quote.words.trim_start().len();
            there.then(|| TextRange::new(start, start + quote.words.trim().len()))
        });
        let range = at_position.or_else(|| self.old.place(quote).anchor().map(|anchor| anchor.range))?;
        let words = self.old.words();
        let first = words.partition_point(|word| word.end <= range.start);
        let last = words.partition_point(|word| word.start < range.end);
        (first < last).then_some((range, (first, last)))
    }

    fn carried(&self, was: TextRange, from: Span) -> Option<(TextRange, Score)> {
        let (first, last) = (from.0.saturating_sub(AROUND), (from.1 + AROUND).min(self.became.len()));
        let pair = |became: &Option<usize>| became.map(|word| Pair { word, like: 1.0 });
        let pairs: Vec<Option<Pair>> = self.became[first..last].iter().map(pair).collect();
        let to = span(&pairs, &(from.0 - first..from.1 - first))?;
        let kept = self.kept(from);
        if kept < CARRIED || to.1 - to.0 > 2 * (from.1 - from.0) + 6 {
            return None;
        }
        let words = self.new.words();
        let range = TextRange { start: words[to.0].start, end: words[to.1 - 1].end };
        let range = self.letter_by_letter(was, from).unwrap_or_else(|| whole_graphemes(self.new.as_str(), range));
        Some((range, Score::new(kept)))
    }

    /// The quote as it was behind its first word: it may begin or end inside a word, or with a sign that is none.
    fn letter_by_letter(&self, was: TextRange, from: Span) -> Option<TextRange> {
        let (old, new) = (self.old.as_str(), self.new.as_str());
        let (before, after) = (self.old.words()[from.0], self.new.words()[self.became[from.0]?]);
        let start = (after.start + was.start).checked_sub(before.start)? as usize;
        let end = start + was.bytes().len();
        let same = new.get(start..end)? == old.get(was.bytes())?;
        (same && is_grapheme_boundary(new, start) && is_grapheme_boundary(new, end)).then(|| TextRange::new(start, end))
    }

    /// Part of the old words, by weight, that the new text still has in their place.
    fn kept(&self, from: Span) -> f32 {
        let weight = |words: &[Word]| words.iter().map(|word| word.weight).sum::<f32>();
        let words = &self.old.words()[from.0..from.1];
        let there = words.iter().zip(&self.became[from.0..from.1]).filter(|(_, became)| became.is_some());
        there.map(|(word, _)| word.weight).sum::<f32>() / weight(words).max(f32::MIN_POSITIVE)
    }

    /// Whether words that the matcher found are not those of another old passage: a twin that was there before.
    fn sure(&self, anchor: Anchor, from: Span) -> bool {
        let words = self.new.words();
        let first = words.partition_point(|word| word.end <= anchor.range.start);
        let last = words.partition_point(|word| word.start < anchor.range.end);
        let elsewhere = |was: &&Option<usize>| was.is_some_and(|was| was < from.0 || from.1 <= was);
        let taken = self.was[first..last].iter().filter(elsewhere).count();
        !matches!(anchor.fit, Fit::Approximate(score) if score.value() < SURE) && 2 * taken <= last - first
    }
}

/// Pairs of words that a diff keeps, in order.
fn unchanged(old: &[Word], new: &[Word]) -> Vec<(usize, usize)> {
    if old.len() + new.len() > MOST {
        return Vec::new();
    }
    let ids = |words: &[Word]| words.iter().map(|word| word.id).collect::<Vec<u64>>();
    let kept = |op: DiffOp| match op {
        DiffOp::Equal { old_index, new_index, len } => (0..len).map(|i| (old_index + i, new_index + i)).collect(),
        _ => Vec::new(),
    };
    similar::capture_diff_slices(Algorithm::Histogram, &ids(old), &ids(new)).into_iter().flat_map(kept).collect()
}
