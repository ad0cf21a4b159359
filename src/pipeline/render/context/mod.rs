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

use tera::Value;

use super::document::{Highlighter, Role, Surroundings};
use crate::config::Config;
use crate::model::library::Library;
use crate::model::site::{NoteRef, Site, Thing};

pub(crate) use cards::Cards;
pub(crate) use changed::ChangedCx;
pub(crate) use differing::DifferingCx;
pub(crate) use lost::lost;
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
    /// What lists show, made once.
    pub(crate) cards: Cards,
    /// For each article the numbers of its notes on its page, counting those that have a place there; 0 for others.
    numbers: Vec<Vec<usize>>,
    /// Where each article has words of others.
    pub(crate) shared: SharedPlaces,
}

impl<'a> Contexts<'a> {
    /// Gets everything ready that many pages show.
    pub(crate) fn new(site: &'a Site, config: &'a Config) -> Self {
        let numbers = (0..site.library().articles.len()).map(|article| note::numbers(site, article)).collect();
        let (cards, shared) = (Cards::new(site, config), SharedPlaces::new(site));
        Self { site, config, highlighter: Highlighter::default(), cards, numbers, shared }
    }

    /// What was written.
    pub(crate) fn library(&self) -> &'a Library {
        self.site.library()
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
        cards::verdict(self.config, id)
    }

    /// Where a document stands: on a page so far below the root, as part of `home`.
    pub(crate) fn surroundings<'s>(&'s self, root: &'s str, home: Thing, role: Role) -> Surroundings<'s> {
        Surroundings { site: self.site, root, home, role, highlighter: &self.highlighter }
    }
}
