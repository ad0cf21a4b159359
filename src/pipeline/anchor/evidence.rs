//! What speaks for and against a place, in numbers.

use super::align::Alignment;
use super::query::Query;
use super::sides::Side;
use super::span::Span;
use super::words::Word;

/// A place that might be meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its words.
    pub(super) span: Span,
    /// How it fits.
    pub(super) evidence: Evidence,
}

/// How a place fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// Part of the quote's words that is there, in order, 0..=1: the mean of the part by weight and the part by weight
    /// times rarity.
    pub(super) kept: f32,
    /// Weight of words that the quote had not, as a part of the quote's, 0..=1.
    pub(super) new: f32,
    /// All words are there and none is new.
    pub(super) verbatim: bool,
    /// The words before.
    pub(super) before: Option<Side>,
    /// The words after.
    pub(super) after: Option<Side>,
    /// How much the quote says: the weight of its words times their rarity, 0 and more.
    pub(super) says: f32,
}

/// A place at which nothing of the quote was changed.
pub(super) fn verbatim(query: &Query<'_>, [before, after]: [Option<Side>; 2]) -> Evidence {
    let says = query.quoted().iter().map(|word| word.weight * word.rarity).sum();
    Evidence { kept: 1.0, new: 0.0, verbatim: true, before, after, says }
}

/// What an alignment says of the quote's words within `span`.
pub(super) fn edited(
    words: &[Word],
    query: &Query<'_>,
    alignment: &Alignment,
    span: Span,
    [before, after]: [Option<Side>; 2],
) -> Evidence {
    let (mut all, mut there) = (Sum::default(), Sum::default());
    let mut within: f32 = words[span.0..span.1].iter().map(|word| word.weight).sum();
    for (sought, pair) in query.quoted().iter().zip(&alignment[query.quote.clone()]) {
        all.add(sought.weight, sought.rarity);
        if let Some(pair) = pair {
            there.add(sought.weight * pair.like, sought.rarity);
            within -= words[pair.word].weight;
        }
    }
    let kept = f32::midpoint(part(there.plain, all.plain), part(there.rare, all.rare));
    Evidence { kept, new: part(within, all.plain), verbatim: false, before, after, says: all.rare }
}

#[derive(Default)]
struct Sum {
    plain: f32,
    rare: f32,
}

impl Sum {
    fn add(&mut self, weight: f32, rarity: f32) {
        self.plain += weight;
        self.rare += weight * rarity;
    }
}

fn part(some: f32, all: f32) -> f32 {
    (some / all.max(f32::MIN_POSITIVE)).clamp(0.0, 1.0)
}
