//! What speaks for and against a place, in numbers.

use super::align::Alignment;
use super::query::Query;
use super::sides::Side;
use super::span::Span;

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
    /// All words are there and none is new.
    pub(super) verbatim: bool,
    /// The words before.
    pub(super) before: Option<Side>,
    /// The words after.
    pub(super) after: Option<Side>,
    /// How much the quote says: the weight of its words times their rarity, 0 and more.
    pub(super) says: f32,
    /// How rare the rarest word of the quote is in the text, 0..=1.
    pub(super) rarest: f32,
}

impl Evidence {
    /// A place at which nothing of the quote was changed.
    pub(super) fn verbatim(query: &Query<'_>, [before, after]: [Option<Side>; 2]) -> Self {
        let quoted = query.quoted();
        let says = quoted.iter().map(|word| word.weight * word.rarity).sum();
        let rarest = quoted.iter().map(|word| word.rarity).fold(0.0, f32::max);
        Self { kept: 1.0, verbatim: true, before, after, says, rarest }
    }

    /// What an alignment says of the quote's words.
    pub(super) fn edited(query: &Query<'_>, alignment: &Alignment, sides: [Option<Side>; 2]) -> Self {
        let (mut all, mut there) = (Sum::default(), Sum::default());
        for (sought, pair) in query.quoted().iter().zip(&alignment[query.quote.clone()]) {
            all.add(sought.weight, sought.rarity);
            if let Some(pair) = pair {
                there.add(sought.weight * pair.like, sought.rarity);
            }
        }
        let kept = f32::midpoint(part(there.plain, all.plain), part(there.rare, all.rare));
        Self { kept, verbatim: false, ..Self::verbatim(query, sides) }
    }
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
