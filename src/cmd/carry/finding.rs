//! What is to be done about each quote.

use super::known::{Known, When, Why};
use super::subject::Subject;
use crate::model::anchor::{Anchor, Fit, Guess, Placement, Score};
use crate::pipeline::anchor::{Restated, Revised, Text, restate};
use crate::text::TextRange;

/// Least part of a quote's words that has to stand at a place to which the diff carried it (or, of a place that the
/// matcher found with the diff's consent, its score) for a change to be written unasked. On the cases of
/// `benches/anchoring/README.md` 3 of 1,664 such places with 0.7 or more are wrong, 3 of 88 with less.
const CARRIED: f32 = 0.7;

/// Least score for other words that were found by their likeness alone. It has to be higher: with 0.95 or more, 4 of 677
/// are a wrong place, with less 14 of 114.
const ALONE: f32 = 0.95;

/// The same for the same words between others. A copy that is left of a deleted passage looks like that, and once it is
/// written down nobody doubts it any more: with 0.95 to 0.98, 5 of 88 are wrong, with more 1 of 132.
const COPY: f32 = 0.98;

/// A quote, what was found for it, and how.
#[derive(Debug)]
pub(in crate::cmd) struct Finding<'a> {
    /// The quote.
    pub(in crate::cmd) subject: Subject<'a>,
    /// What is to be done.
    pub(in crate::cmd) todo: Todo,
    /// How its place was found, or was not.
    pub(in crate::cmd) way: Way,
}

/// What is to be done about a quote.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cmd) enum Todo {
    /// Nothing: it fits.
    Nothing,
    /// Nothing: its words are gone, and an editor has said so.
    GivenUp,
    /// The words are the same; only what is stored of their place is missing or old.
    Refresh(Proposal),
    /// The words, or what stands around them, were edited.
    Change(Proposal),
    /// A person has to choose among these places.
    Choose(Vec<TextRange>),
    /// A person has to look: the words are gone.
    Look(Option<Guess>),
}

/// New selectors for a quote.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cmd) struct Proposal {
    /// The place.
    pub(in crate::cmd) place: TextRange,
    /// What the note should say of it.
    pub(in crate::cmd) restated: Restated,
    /// How sure the place is; what it counts depends on the way.
    pub(in crate::cmd) score: Score,
}

/// How a place was found.
#[derive(Clone, Debug)]
pub(in crate::cmd) enum Way {
    /// Carried through a diff from the text on which the note was made.
    Carried(When),
    /// By its words; the diff from that text lost it.
    Lost(When),
    /// By its words alone.
    Alone(Why),
}

impl Finding<'_> {
    /// Whether the change may be written unasked.
    pub(in crate::cmd) fn is_enough(&self, least: Option<f32>) -> bool {
        match &self.todo {
            Todo::Refresh(_) => true,
            Todo::Change(proposal) => proposal.score.value() >= self.least(least),
            _ => false,
        }
    }

    /// The score that the change has to reach.
    pub(in crate::cmd) fn least(&self, asked: Option<f32>) -> f32 {
        let own = match (&self.way, &self.todo) {
            (Way::Alone(_), Todo::Change(proposal)) if proposal.restated.quote.is_none() => COPY,
            (Way::Alone(_), _) => ALONE,
            (Way::Carried(_) | Way::Lost(_), _) => CARRIED,
        };
        asked.unwrap_or(own)
    }
}

/// Judges a quote by its words and its past.
pub(in crate::cmd) fn judge<'a>(subject: Subject<'a>, known: Known, text: &Text<'_>) -> Finding<'a> {
    let by_words = subject.placement;
    let (way, placement) = match known {
        Known::Nothing(why) => (Way::Alone(why), by_words.clone()),
        Known::Old(when, Revised::Carried(place, score)) => (Way::Carried(when), carried(by_words, place, score)),
        // The diff says no more than that the words are not where they were: the places are for a person to judge.
        Known::Old(when, Revised::Searched(Placement::Orphan(None))) if matches!(by_words, Placement::Ambiguous(_)) => {
            (Way::Lost(when), by_words.clone())
        }
        Known::Old(when, Revised::Searched(placement)) => (Way::Lost(when), placement),
    };
    let todo = match placement {
        Placement::Whole => Todo::Nothing,
        Placement::Ambiguous(places) => Todo::Choose(places),
        Placement::Orphan(_) if subject.acknowledged => Todo::GivenUp,
        Placement::Orphan(guess) => Todo::Look(guess),
        Placement::Anchored(anchor) => anchored(&subject, anchor, text),
    };
    Finding { subject, todo, way }
}

/// The place that the diff gives. It counts whole words, the matcher also the signs around them: where the quote's
/// own words stand right there, they are the place.
fn carried(by_words: &Placement, place: TextRange, score: Score) -> Placement {
    let same = by_words.anchor().filter(|anchor| !matches!(anchor.fit, Fit::Approximate(_)));
    match same.filter(|anchor| !anchor.range.intersect(place).is_empty()) {
        Some(Anchor { range, fit: Fit::Exact }) => Placement::Anchored(Anchor { range, fit: Fit::Exact }),
        Some(Anchor { range, .. }) => Placement::Anchored(Anchor { range, fit: Fit::Moved(score) }),
        None => Placement::Anchored(Anchor { range: place, fit: Fit::Approximate(score) }),
    }
}

fn anchored(subject: &Subject<'_>, anchor: Anchor, text: &Text<'_>) -> Todo {
    let exact = anchor.fit == Fit::Exact;
    let Some(restated) = restate(text, anchor.range, subject.words) else {
        return if exact { Todo::Nothing } else { Todo::Choose(vec![anchor.range]) };
    };
    let (old, new) = (subject.anchor, &restated.anchor);
    let complete = old.prefix.is_some() && old.suffix.is_some() && old.position == new.position;
    let proposal = Proposal { place: anchor.range, score: anchor.fit.score(), restated };
    match (exact, complete) {
        (true, true) => Todo::Nothing,
        (true, false) => Todo::Refresh(proposal),
        (false, _) => Todo::Change(proposal),
    }
}
