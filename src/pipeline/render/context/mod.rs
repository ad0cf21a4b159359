//! What templates receive: plain values, made once where many pages show them.
//!
//! [`words`] has the small shapes (dates, links, sources), [`cards`] what lists show of a thing, [`note`] a note, with
//! what is told of words that were edited ([`changed`]) or have no place ([`lost`]), [`shared`] and [`differing`] what
//! other articles have of an article's words,
//! and each kind of page builds its own context from these in [`page`](super::page). The fields of these structs are the
//! names that templates receive.

mod cards;
mod changed;
mod differing;
mod lost;
mod note;
mod shared;
mod site;
mod words;

use std::sync::Arc;

use tera::Value;

use super::document::{Highlighter, Role, Surroundings};
use super::language::{Arg, Language};
use crate::config::Config;
use crate::model::anchor::Placement;
use crate::model::date::Date;
use crate::model::library::Library;
use crate::model::note::{Change, Citation};
use crate::model::scale::Scale;
use crate::model::site::{NoteRef, Site, Thing};
use crate::text::PlainText;

pub(crate) use cards::Cards;
pub(crate) use changed::ChangedCx;
pub(crate) use differing::DifferingCx;
use lost::lost;
pub(crate) use note::{NoteCx, State};
pub(crate) use shared::{SharedPlace, SharedPlaces};
pub(crate) use site::{PageCx, Section, SiteCx};
pub(crate) use words::{AnswerCx, DateCx, HistoryCx, LinkCx, SourceCx, TreatsCx, direction};

/// What contexts are made from.
pub(crate) struct Contexts<'a> {
    /// The site.
    pub(crate) site: &'a Site,
    /// Its settings.
    pub(crate) config: &'a Config,
    /// For code.
    pub(crate) highlighter: Highlighter,
    /// The words of pages.
    pub(crate) language: Arc<Language>,
    /// The verdicts, in the words of pages.
    pub(crate) scale: Scale,
    /// What lists show, made once.
    pub(crate) cards: Cards,
    /// For each article the numbers of its notes on its page, counting those that have a place there; 0 for others.
    numbers: Vec<Vec<usize>>,
    /// Where each article has words of others.
    pub(crate) shared: SharedPlaces,
}

impl<'a> Contexts<'a> {
    /// Gets everything ready that many pages show.
    pub(crate) fn new(site: &'a Site, config: &'a Config, language: Arc<Language>) -> Self {
        let numbers = (0..site.library().articles.len()).map(|article| note::numbers(site, article)).collect();
        let scale = language.scale(config);
        let (cards, shared) = (Cards::new(site, &scale, &language), SharedPlaces::new(site));
        Self { site, config, highlighter: Highlighter::default(), language, scale, cards, numbers, shared }
    }

    /// What was written.
    pub(crate) fn library(&self) -> &'a Library {
        self.site.library()
    }

    /// What a message says.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.language.say(id, args)
    }

    /// What pages call a word of a closed list.
    pub(crate) fn name(&self, list: &str, id: &str) -> String {
        self.language.name(list, id)
    }

    /// A label with what it says.
    pub(crate) fn pair(&self, label: &str, value: &str) -> String {
        self.say("pair", &[("label", label.into()), ("value", value.into())])
    }

    /// A date.
    pub(crate) fn date(&self, date: Date) -> DateCx {
        DateCx::new(&self.language, date)
    }

    /// A document that is cited.
    pub(crate) fn source(&self, citation: &Citation) -> SourceCx {
        SourceCx::new(&self.language, citation)
    }

    /// A change that readers should know of.
    pub(crate) fn history(&self, change: &Change) -> HistoryCx {
        HistoryCx::new(&self.language, self.library(), change)
    }

    /// Why a quote has no place, or empty.
    pub(crate) fn lost(&self, quote: Option<&str>, placement: &Placement, text: &PlainText) -> String {
        lost(&self.language, quote, placement, text)
    }

    /// A link to a thing's page.
    pub(crate) fn link(&self, thing: Thing) -> LinkCx {
        words::link(self.library(), thing)
    }

    /// A link to an editor's page, or just the name where there is none.
    pub(crate) fn editor(&self, id: &crate::model::id::Id) -> LinkCx {
        words::editor(self.library(), id)
    }

    /// The note's number on its article's page, or 0 where it has no place there.
    pub(crate) fn number(&self, at: NoteRef) -> usize {
        self.numbers[at.article][at.note]
    }

    /// A verdict, where the scale has it.
    pub(crate) fn verdict(&self, id: Option<&crate::model::id::Id>) -> Option<Value> {
        cards::verdict(&self.scale, id)
    }

    /// Where a document stands: on a page so far below the root, as part of `home`.
    pub(crate) fn surroundings<'s>(&'s self, root: &'s str, home: Thing, role: Role) -> Surroundings<'s> {
        Surroundings { site: self.site, root, home, role, highlighter: &self.highlighter, language: &self.language }
    }
}
