//! The quotes that are looked at: of notes, and of stances.

use std::ops::RangeInclusive;

use crate::diag::{Origin, SourceMap, Span};
use crate::model::anchor::{ArticlePlacements, Fit, Placement};
use crate::model::article::Article;
use crate::model::note::AnchorHint;
use crate::pipeline::anchor::{Quote, quote};
use crate::yaml;

/// A quote with where it was written and what the matcher says of it.
#[derive(Clone, Debug)]
pub(in crate::cmd) struct Subject<'a> {
    /// Where it is searched.
    pub(in crate::cmd) article: &'a Article,
    /// Below which `quote` and `anchor` stand.
    pub(in crate::cmd) origin: Origin,
    /// Its words.
    pub(in crate::cmd) words: &'a str,
    /// What is stored of its place.
    pub(in crate::cmd) anchor: &'a AnchorHint,
    /// Whether an editor has said that the words are gone.
    pub(in crate::cmd) acknowledged: bool,
    /// Its place by its words.
    pub(in crate::cmd) placement: &'a Placement,
}

/// All quotes of an article: of its notes, then of its stances.
pub(in crate::cmd) fn subjects<'a>(article: &'a Article, placements: &'a ArticlePlacements) -> Vec<Subject<'a>> {
    let notes = article.notes.iter().zip(&placements.notes).filter_map(|(note, placement)| {
        let (words, acknowledged) = (note.fields.quote.as_deref()?, note.fields.orphan.is_some());
        let (origin, anchor) = (note.origin.clone(), &note.fields.anchor);
        Some(Subject { article, origin, words, anchor, acknowledged, placement })
    });
    let stances = article.front.stance.iter().enumerate().zip(&placements.stances);
    let stances = stances.filter_map(|((number, stance), placement)| {
        let origin = article.origin.inside(&format!("stance/{number}"));
        let (words, anchor) = (stance.quote.as_deref()?, &stance.anchor);
        Some(Subject { article, origin, words, anchor, acknowledged: false, placement })
    });
    notes.chain(stances).filter(|subject| *subject.placement != Placement::Whole).collect()
}

impl<'a> Subject<'a> {
    /// As the matcher takes it.
    pub(in crate::cmd) fn quote(&self) -> Quote<'a> {
        quote(self.words, self.anchor)
    }

    /// Whether its place is beyond doubt, so that its past needs no look: the same words between the stored ones.
    pub(in crate::cmd) fn is_sure(&self) -> bool {
        self.placement.anchor().is_some_and(|anchor| anchor.fit == Fit::Exact) && self.quote().has_context()
    }

    /// Whether nobody waits for its words any more.
    pub(in crate::cmd) fn is_given_up(&self) -> bool {
        self.acknowledged && matches!(self.placement, Placement::Orphan(_))
    }

    /// Where its words are written.
    pub(in crate::cmd) fn span(&self, sources: &SourceMap) -> Span {
        yaml::place(sources, &self.origin, "quote")
    }

    /// The lines of the file, from 1, that hold its words and what is stored of their place.
    pub(in crate::cmd) fn lines(&self, sources: &SourceMap) -> Vec<RangeInclusive<usize>> {
        let text = sources.text(self.origin.source);
        let yaml = &text[self.origin.start as usize..self.origin.end as usize];
        let above = text[..self.origin.start as usize].matches('\n').count() + 1;
        let line = |at: usize| above + yaml[..at].matches('\n').count();
        let keys = ["quote", "anchor/prefix", "anchor/suffix", "anchor/position"];
        let written = keys.iter().filter_map(|key| yaml::written(yaml, &self.origin.join(key)));
        written.map(|at| line(at.key.start)..=line(at.value.end)).collect()
    }
}
