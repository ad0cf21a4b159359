//! What was changed, by whom: entries as pages and feeds show them, and how many there are of each kind.

use serde::Serialize;

use super::super::context::{Contexts, DateCx, HistoryCx, LinkCx};
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::site::{ChangeRef, NoteRef, OutletCorrectionRef, Recorded, Thing};
use crate::model::vocabulary::ChangeKind;

/// A change with what it changed.
#[derive(Serialize)]
pub(super) struct EntryCx {
    #[serde(flatten)]
    change: HistoryCx,
    subject: LinkCx,
}

/// A correction by an outlet, with the article and the outlet.
#[derive(Serialize)]
pub(super) struct OutletEntryCx {
    #[serde(skip)]
    pub(super) on: Date,
    date: DateCx,
    pub(super) text: String,
    url: String,
    pub(super) subject: LinkCx,
    pub(super) outlet: LinkCx,
}

/// How many entries there are of a kind.
#[derive(Serialize)]
pub(super) struct KindCountCx {
    icon: &'static str,
    label: String,
    count: usize,
}

/// How many entries of each kind a list of changes has, gravest first; kinds without any are left out.
pub(super) fn counts(cx: &Contexts<'_>, changes: &[ChangeRef]) -> Vec<KindCountCx> {
    let of = |kind: ChangeKind| changes.iter().filter(|&&at| cx.library().change(at).kind == kind).count();
    let counted = ChangeKind::ALL.iter().rev().map(|&kind| (kind, of(kind))).filter(|&(_, count)| count > 0);
    let label =
        |kind: ChangeKind, count: usize| cx.say(&format!("change-{}-count", kind.id()), &[("count", count.into())]);
    counted.map(|(kind, count)| KindCountCx { icon: kind.icon(), label: label(kind, count), count }).collect()
}

impl Contexts<'_> {
    /// A note as a link to its place, called by its article and its own label.
    pub(super) fn note_link(&self, at: NoteRef) -> LinkCx {
        let article = &self.library().articles[at.article];
        let route = self.library().route(Thing::Article(at.article));
        LinkCx {
            label: self.pair(&article.front.title, &self.note_label(at)),
            route: format!("{route}#note-{}", article.notes[at.note].id),
        }
    }

    /// What was changed.
    pub(super) fn recorded(&self, of: Recorded) -> LinkCx {
        match of {
            Recorded::Note(at) => self.note_link(at),
            Recorded::Claim(i) => {
                let claim = self.link(Thing::Claim(i));
                LinkCx { label: self.pair(&self.say("claim", &[]), &claim.label), ..claim }
            }
        }
    }

    /// A change for a list.
    pub(super) fn change_entry(&self, at: ChangeRef) -> EntryCx {
        EntryCx { change: self.history(self.library().change(at)), subject: self.recorded(at.of) }
    }

    /// A correction by an outlet for a list. It leads to where the article's page shows it.
    pub(super) fn outlet_entry(&self, at: OutletCorrectionRef) -> OutletEntryCx {
        let correction = self.library().outlet_correction(at);
        let article = self.link(Thing::Article(at.article));
        OutletEntryCx {
            on: correction.date,
            date: self.date(correction.date),
            text: correction.text.clone(),
            url: correction.url.as_ref().map(ToString::to_string).unwrap_or_default(),
            subject: LinkCx { route: format!("{}#page-outlet-corrections", article.route), ..article },
            outlet: self.outlet_of(&self.library().articles[at.article]),
        }
    }

    /// Who published an article, with an empty label where that is not said.
    fn outlet_of(&self, article: &Article) -> LinkCx {
        let id = article.front.source.outlet.as_ref();
        match id.and_then(|id| self.library().outlets.index(id.as_str())) {
            Some(i) => self.link(Thing::Outlet(i)),
            None => LinkCx { label: id.map(ToString::to_string).unwrap_or_default(), route: String::new() },
        }
    }
}
