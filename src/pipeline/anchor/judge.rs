//! Which of several places is meant, and how sure that is.
//!
//! A conditional logit model (McFadden 1974): each place gets a number from its evidence, and "the words are gone"
//! competes with all of them at 0. Fitted by `benches/anchoring/fit.py`; `benches/anchoring/README.md` says on what, and how
//! well it does on repositories that it was not fitted on.

use super::evidence::{Evidence, Place};

/// Numbers that a place gives: for verbatim copies the first [`VERBATIM`], for edited places the rest.
pub(super) const FEATURES: usize = 18;

/// Features of verbatim copies.
const VERBATIM: usize = 7;

/// What each feature counts, in the order of [`features`].
#[rustfmt::skip]
const WEIGHTS: [f32; FEATURES] = [
    // Verbatim: always, better side, worse side, length, position, blocks, rivals.
    -2.84, 3.79, 2.00, 1.18, 1.59, 1.04, -2.10,
    // Edited: always, words kept, new words, better side, worse side, better side and words, worse side and words,
    // length and words, position, blocks, rivals.
    -5.39, 1.44, -1.47, 1.30, 2.14, 3.40, 2.18, 2.28, 0.80, 0.75, -2.53,
];

/// A quote that says this much needs no more: about fifteen words that the text does not repeat.
const LONG: f32 = 80.0;

/// How fast the old position loses its say: to a half within a tenth of the text.
const NEAR: f32 = 10.0;

/// The distance from the old position where that is not known, as a part of the text.
const UNKNOWN_SHIFT: f32 = 0.25;

/// What a copy's position counts against an edited place's: a tie-breaker, nothing more.
const TIE: f32 = 0.3;

/// What a side counts of which nothing was stored.
const UNKNOWN: f32 = 0.5;

/// A place with what is known of it in the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    /// The place.
    pub(super) place: Place,
    /// How sure it is that the words stand here rather than nowhere, 0..=1.
    pub(super) score: f32,
    /// How likely it is against all other places and none, 0..=1; all places sum up to less than 1.
    pub(super) share: f32,
}

/// Judges all places, the likeliest first. `shift` gives the distance of a place from where the quote was, as a part
/// of the text, 0..=1.
pub(super) fn judge(places: &[Place], shift: impl Fn(&Place) -> Option<f32>) -> Vec<Judged> {
    let value = |place: &Place| {
        let features = features(place, places, shift(place));
        features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum::<f32>()
    };
    let values: Vec<f32> = places.iter().map(value).collect();
    let most = values.iter().copied().fold(0.0, f32::max);
    let total = (-most).exp() + values.iter().map(|value| (value - most).exp()).sum::<f32>();
    let judged = |(&place, value): (&Place, &f32)| Judged {
        place,
        score: 1.0 / (1.0 + (-value).exp()),
        share: (value - most).exp() / total,
    };
    let mut all: Vec<Judged> = places.iter().zip(&values).map(judged).collect();
    all.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.place.span.cmp(&b.place.span)));
    all
}

/// A place in numbers.
pub(super) fn features(place: &Place, all: &[Place], shift: Option<f32>) -> [f32; FEATURES] {
    let evidence = &place.evidence;
    let [before, after] = likes(evidence, UNKNOWN);
    let (better, worse) = (before.max(after), before.min(after));
    let long = (evidence.says / LONG).min(1.0);
    let near = 1.0 / (1.0 + NEAR * shift.unwrap_or(UNKNOWN_SHIFT));
    let blocks = [evidence.before, evidence.after].iter().flatten().filter(|side| side.block).count();
    let blocks = if blocks == 0 {
        0.0
    } else if blocks == 1 {
        1.0
    } else {
        2.0
    };
    let rivals = rivals(place, all);
    let kept = evidence.kept;
    let mut features = [0.0; FEATURES];
    if evidence.verbatim {
        features[..VERBATIM].copy_from_slice(&[1.0, better, worse, long, near * TIE, blocks, rivals]);
    } else {
        let (both, one) = (better * kept, worse * kept);
        let own = [1.0, kept, evidence.new, better, worse, both, one, kept * long, near, blocks, rivals];
        features[VERBATIM..].copy_from_slice(&own);
    }
    features
}

/// How like the two sides are; one of which nothing was stored is taken to be like the other.
fn likes(evidence: &Evidence, unknown: f32) -> [f32; 2] {
    let [before, after] = [evidence.before, evidence.after].map(|side| side.map(|side| side.like));
    let either = before.or(after).unwrap_or(unknown);
    [before.unwrap_or(either), after.unwrap_or(either)]
}

/// How much better the stored context fits elsewhere, both sides summed up: the passage stands there, then, edited
/// beyond recognition, or these are its twin's words.
fn rivals(place: &Place, all: &[Place]) -> f32 {
    let apart = |other: &&Place| other.span.1 <= place.span.0 || place.span.1 <= other.span.0;
    let best = all.iter().filter(apart).fold([0.0f32; 2], |[before, after], other| {
        let like = |side: Option<super::sides::Side>| side.map_or(0.0, |side| side.like);
        [before.max(like(other.evidence.before)), after.max(like(other.evidence.after))]
    });
    let own = [place.evidence.before, place.evidence.after].map(|side| side.map_or(UNKNOWN, |side| side.like));
    best.iter().zip(own).map(|(best, own)| (best - own).max(0.0)).sum()
}
