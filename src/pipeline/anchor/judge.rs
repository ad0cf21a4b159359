//! Which of several places is meant, and how sure that is.
//!
//! A conditional logit model: each place gets a number from its evidence, and "the words are gone"
//! competes with all of them at 0. Fitted by `benches/anchoring/fit.py`; `benches/anchoring/README.md` says on what, and how
//! well it does on repositories that it was not fitted on.
//!
//! What it says in words: a copy, or an edited passage, is the one that was meant if the stored words stand around it.
//! They prove the less, the better they fit elsewhere too: texts that repeat themselves have siblings of each passage, and
//! one sibling outlives another. A place far from the old one is less likely, the more so before it, as texts grow.

use super::evidence::{Evidence, Place};

/// Numbers that a place gives: of verbatim copies the first [`VERBATIM`], of edited places the next [`EDITED`], of both
/// the rest.
pub(super) const FEATURES: usize = VERBATIM + EDITED + 3;
const VERBATIM: usize = 9;
const EDITED: usize = 6;

/// What each feature counts, in the order of [`features`].
#[rustfmt::skip]
const WEIGHTS: [f32; FEATURES] = [
    // Verbatim: always, better side, worse side, both sides whole, length, rarest word, blocks, copies, equals.
    3.02, 4.56, 1.04, 3.00, 3.36, -4.10, 2.77, 0.92, -1.27,
    // Edited: always, words kept, better side, worse side, length and words kept, blocks.
    -7.22, 6.59, 4.66, 4.56, 3.29, 0.96,
    // Both: shift, shift to the front, surroundings elsewhere.
    -0.63, -0.38, -2.23,
];

/// A quote that says this much needs no more: about fifteen words that the text does not repeat. Chosen by hand: half or
/// twice as much is right in 1 or 2 of 1,000 cases less.
const LONG: f32 = 80.0;

/// The shift of a place where the old position is not known, as [`far`] gives it: three hundred bytes, the middle of what
/// edits do. All places get it, so it only moves the limit: one more makes a weight of the shift, 0.63, less.
const UNKNOWN_SHIFT: f32 = 2.5;

/// What a side counts of which nothing was stored. More finds more edited quotes that have no context, 0.35 82 of 100
/// and 0.3 78, and takes more deleted ones for edited: 6 and 4 of 100. The latter is what a reader minds.
const UNKNOWN: f32 = 0.3;

/// A place that fits worse than another by less than this, of 2 for both sides, fits about as well. Chosen by
/// hand: half or twice as much is right in 1 or 2 of 1,000 cases less.
const EQUAL: f32 = 0.3;

/// A place that keeps less of the quote's words than this is another passage, whatever stands around it: a gap between
/// the stored words is where they were, not where they are. Of 776 edited passages one kept less.
const LEAST_KEPT: f32 = 0.3;

/// Context this like is all there, but for the rounding of sums.
const WHOLE: f32 = 0.99;

/// More copies, or places that fit as well, than this are just many.
const MANY: usize = 3;

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

/// Judges all places, the likeliest first. `shift` gives how many bytes behind the old position a place begins.
pub(super) fn judge(places: &[Place], shift: impl Fn(&Place) -> Option<isize>) -> Vec<Judged> {
    let value = |place: &Place| {
        if place.evidence.kept < LEAST_KEPT {
            return f32::NEG_INFINITY;
        }
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
pub(super) fn features(place: &Place, all: &[Place], shift: Option<isize>) -> [f32; FEATURES] {
    let evidence = &place.evidence;
    let [before, after] = likes(evidence);
    let (better, worse) = (before.max(after), before.min(after));
    let long = (evidence.says / LONG).min(1.0);
    let blocks = some([evidence.before, evidence.after].iter().flatten().filter(|side| side.block).count());
    let others = Others::of(place, all);
    let mut features = [0.0; FEATURES];
    let (verbatim, rest) = features.split_at_mut(VERBATIM);
    let (edited, shared) = rest.split_at_mut(EDITED);
    if evidence.verbatim {
        let whole = f32::from(worse >= WHOLE);
        let (copies, equals) = (some(others.copies), some(others.equals));
        verbatim.copy_from_slice(&[1.0, better, worse, whole, long, evidence.rarest, blocks, copies, equals]);
    } else {
        edited.copy_from_slice(&[1.0, evidence.kept, better, worse, evidence.kept * long, blocks]);
    }
    let far = shift.map_or(UNKNOWN_SHIFT, far);
    let to_the_front = if shift.is_some_and(|shift| shift < 0) { far } else { 0.0 };
    shared.copy_from_slice(&[far, to_the_front, others.surroundings]);
    features
}

/// How far a place was shifted: the logarithm to ten of the bytes, as most edits shift a text a little and some a lot.
#[expect(clippy::cast_precision_loss, reason = "three digits are enough")]
fn far(shift: isize) -> f32 {
    (1.0 + shift.unsigned_abs() as f32).log10()
}

/// A small number of things.
fn some(count: usize) -> f32 {
    [0.0, 1.0, 2.0, 3.0][count.min(MANY)]
}

/// How like the two sides are; one of which nothing was stored is taken to be like the other.
fn likes(evidence: &Evidence) -> [f32; 2] {
    let [before, after] = [evidence.before, evidence.after].map(|side| side.map(|side| side.like));
    let either = before.or(after).unwrap_or(UNKNOWN);
    [before.unwrap_or(either), after.unwrap_or(either)]
}

/// What the other places say of one: a text that repeats itself has siblings of each passage, so that words and context
/// prove less there.
#[derive(Default)]
struct Others {
    /// How well the context fits at the place elsewhere where it fits best, both sides summed up, 0..=2; 0 where none was
    /// stored.
    surroundings: f32,
    /// Verbatim copies elsewhere.
    copies: usize,
    /// Places elsewhere that fit as well, or nearly so.
    equals: usize,
}

impl Others {
    fn of(place: &Place, all: &[Place]) -> Self {
        let apart = |other: &&Place| other.span.1 <= place.span.0 || place.span.1 <= other.span.0;
        let fits = |evidence: &Evidence| evidence.kept * likes(evidence).iter().sum::<f32>();
        let mut others = Self::default();
        for Place { evidence, .. } in all.iter().filter(apart) {
            if evidence.before.or(evidence.after).is_some() {
                others.surroundings = others.surroundings.max(likes(evidence).iter().sum());
            }
            others.copies += usize::from(evidence.verbatim);
            others.equals += usize::from(fits(evidence) >= fits(&place.evidence) - EQUAL);
        }
        others
    }
}
