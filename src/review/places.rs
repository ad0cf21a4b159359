//! Quotes that stand elsewhere, or nowhere, because their article was edited: what the matcher said then and says now.

use serde::Serialize;

use super::At;
use super::comparison::{Comparison, Written};
use super::pair::{Pair, pairs};
use super::short;
use crate::model::anchor::{Fit, Guess, Placement, Score};
use crate::model::article::Stance;
use crate::model::document::Document;
use crate::model::note::AnchorHint;
use crate::text::{Folded, TextRange};

/// What became of the places of quotes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Places {
    /// How many quotes only moved: the same words between the same words, further up or down.
    pub moved: usize,
    /// All others whose place is another one, by article.
    pub changed: Vec<PlaceChange>,
    /// Articles in which quotes lost their sure place, though nobody touched the notes: `postil note fix` finds them.
    pub fix: Vec<String>,
}

/// A quote whose place is another one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceChange {
    /// The article's slug.
    pub article: String,
    /// Who quotes.
    pub by: Quoter,
    /// The words that are quoted, shortened.
    pub quote: String,
    /// What became of the place.
    pub change: PlaceKind,
    /// The words that stood there, where there was a place.
    pub before: Option<String>,
    /// The words that stand there or, for a quote that has no place, those that might be meant.
    pub after: Option<String>,
    /// How sure it is that the words are the same passage, 0 to 1 in hundredths; for those that might be meant, how like
    /// the quote they are.
    pub score: Option<f64>,
    /// In how many places the words stand, where that is not one.
    pub places: Option<usize>,
    /// Where the quote is written.
    pub at: At,
}

/// Who quotes an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quoter {
    /// The note of that id.
    Note(String),
    /// A stance of the article toward that topic or claim.
    StanceToward(String),
}

/// What became of a quote's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// The words are gone.
    Orphaned,
    /// The words stand in several places, and nothing tells which is meant.
    Ambiguous,
    /// Other words stand there, so like the quote that they are taken for it.
    Approximate,
    /// The first and last words of a long passage are there; what stands between them was edited.
    Inside,
    /// The same words stand between other words than before.
    Context,
    /// It had no sure place, and has one again.
    Right,
}

/// A quote in one revision.
#[derive(Clone, Copy)]
struct Quoted<'a> {
    words: &'a str,
    hint: &'a AnchorHint,
    placement: &'a Placement,
    body: &'a Document,
}

/// What became of all places. Notes whose own quote or anchor was edited are told with the notes, unless they found
/// their place again.
pub(super) fn changes(both: &Comparison<'_>) -> Places {
    let mut places = Places::default();
    for (before, after, notes) in both.kept() {
        for pair in notes {
            let Pair::Kept(old, new) = *pair else { continue };
            let note = &after.article.notes[new];
            let at = || after.at(&note.origin, "quote");
            let (old, new) = (before.note_quote(old), after.note_quote(new));
            places.add(after, old, new, || Quoter::Note(note.id.to_string()), at);
        }
        for (old, new) in stances(before, after) {
            let toward = || Quoter::StanceToward(after.article.front.stance[new].toward.to_string());
            let at = || after.at(&after.article.origin, &format!("stance/{new}/quote"));
            places.add(after, before.stance_quote(old), after.stance_quote(new), toward, at);
        }
    }
    let lost =
        |change: &&PlaceChange| !matches!(change.change, PlaceKind::Right | PlaceKind::Context | PlaceKind::Inside);
    places.fix = places.changed.iter().filter(lost).map(|change| change.article.clone()).collect();
    places.fix.dedup();
    places
}

impl Places {
    fn add(
        &mut self,
        article: &Written<'_>,
        old: Option<Quoted<'_>>,
        new: Option<Quoted<'_>>,
        by: impl FnOnce() -> Quoter,
        at: impl FnOnce() -> At,
    ) {
        let (Some(old), Some(new)) = (old, new) else { return };
        match outcome(old, new) {
            None => {}
            Some(Outcome::Moved) => self.moved += 1,
            Some(Outcome::Changed(change)) => self.changed.push(told(article, change, old, new, by(), at())),
        }
    }
}

enum Outcome {
    Moved,
    Changed(PlaceKind),
}

fn outcome(old: Quoted<'_>, new: Quoted<'_>) -> Option<Outcome> {
    let hint = |quoted: Quoted<'_>| (quoted.hint.prefix.clone(), quoted.hint.suffix.clone(), quoted.hint.position);
    let touched = old.words.trim() != new.words.trim() || hint(old) != hint(new);
    let change = match (old.placement, new.placement) {
        (old, new) if is_sure(new) && !is_sure(old) => PlaceKind::Right,
        _ if touched || old.body.text.as_str() == new.body.text.as_str() => return None,
        (Placement::Orphan(_), Placement::Orphan(_)) | (_, Placement::Whole) => return None,
        (_, Placement::Orphan(_)) => PlaceKind::Orphaned,
        (Placement::Ambiguous(a), Placement::Ambiguous(b)) if a.len() == b.len() => return None,
        (_, Placement::Ambiguous(_)) => PlaceKind::Ambiguous,
        (_, Placement::Anchored(now)) => match (old.placement.anchor(), now.fit) {
            (Some(then), Fit::Approximate(_)) if same(old, then.range, new, now.range) => return moved(old, new),
            (_, Fit::Approximate(_)) => PlaceKind::Approximate,
            (Some(then), _) if !same(old, then.range, new, now.range) => PlaceKind::Inside,
            (Some(then), Fit::Moved(_)) if then.fit == Fit::Exact => PlaceKind::Context,
            _ => return moved(old, new),
        },
    };
    Some(Outcome::Changed(change))
}

fn moved(old: Quoted<'_>, new: Quoted<'_>) -> Option<Outcome> {
    let range = |quoted: Quoted<'_>| quoted.placement.anchor().map(|anchor| anchor.range);
    (range(old) != range(new)).then_some(Outcome::Moved)
}

/// Whether the words are where the quote says, and are its own.
fn is_sure(placement: &Placement) -> bool {
    matches!(placement, Placement::Anchored(anchor) if !matches!(anchor.fit, Fit::Approximate(_)))
}

fn same(old: Quoted<'_>, then: TextRange, new: Quoted<'_>, now: TextRange) -> bool {
    Folded::quote(old.body.text.slice(then)) == Folded::quote(new.body.text.slice(now))
}

fn told(article: &Written<'_>, change: PlaceKind, old: Quoted<'_>, new: Quoted<'_>, by: Quoter, at: At) -> PlaceChange {
    let words = |quoted: Quoted<'_>, range: TextRange| quoted.body.text.slice(range).to_owned();
    let anchored = new.placement.anchor().map(|anchor| (anchor.range, anchor.fit.score()));
    let guess = new.placement.guess().map(|Guess { range, score }| (range, score));
    let now = anchored.or(guess);
    PlaceChange {
        article: article.article.slug.to_string(),
        by,
        quote: short(new.words),
        change,
        before: old.placement.anchor().map(|anchor| words(old, anchor.range)),
        after: now.map(|(range, _)| words(new, range)),
        score: now.map(|(_, score)| hundredths(score)),
        places: match new.placement {
            Placement::Ambiguous(places) => Some(places.len()),
            _ => None,
        },
        at,
    }
}

fn hundredths(score: Score) -> f64 {
    (f64::from(score.value()) * 100.0).round() / 100.0
}

impl Written<'_> {
    fn note_quote(&self, note: usize) -> Option<Quoted<'_>> {
        let fields = &self.article.notes[note].fields;
        let (words, placement) = (fields.quote.as_deref()?, self.placements.notes.get(note)?);
        Some(Quoted { words, hint: &fields.anchor, placement, body: &self.article.body })
    }

    fn stance_quote(&self, stance: usize) -> Option<Quoted<'_>> {
        let fields = &self.article.front.stance[stance];
        let (words, placement) = (fields.quote.as_deref()?, self.placements.stances.get(stance)?);
        Some(Quoted { words, hint: &fields.anchor, placement, body: &self.article.body })
    }
}

/// The stances that both revisions hold: the same target and judge.
fn stances(before: &Written<'_>, after: &Written<'_>) -> Vec<(usize, usize)> {
    let name = |stance: &Stance| format!("{} {}", stance.toward, stance.by);
    let names = |written: &Written<'_>| written.article.front.stance.iter().map(name).collect::<Vec<_>>();
    let (old, new) = (names(before), names(after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let kept = |pair| match pair {
        Pair::Kept(old, new) => Some((old, new)),
        _ => None,
    };
    pairs(&old, &new, |_| None).into_iter().filter_map(kept).collect()
}
