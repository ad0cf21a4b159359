//! What was changed and why: the site's own corrections and those of outlets.

use serde::Serialize;

use super::super::context::{Contexts, DateCx, HistoryCx, LinkCx, Section};
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::date::Date;
use crate::model::note::Change;
use crate::model::route::Route;
use crate::model::site::{NoteRef, Thing};

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new("corrections.html"), Renderer::corrections)
}

/// A change with what it changed.
pub(super) struct Changed<'a> {
    pub(super) change: &'a Change,
    pub(super) subject: LinkCx,
}

impl Contexts<'_> {
    /// All changes of notes and claims, newest first.
    pub(super) fn changes(&self) -> Vec<Changed<'_>> {
        let library = self.library();
        let mut changes = Vec::new();
        for (article, a) in library.articles.iter().enumerate() {
            for (note, n) in a.notes.iter().enumerate() {
                changes.extend(n.fields.history.iter().map(|change| {
                    let label = self.note_label(NoteRef { article, note });
                    let route = format!("{}#note-{}", library.route(Thing::Article(article)), n.id);
                    Changed { change, subject: LinkCx { label: format!("{}: {label}", a.front.title), route } }
                }));
            }
        }
        for (claim, entry) in library.claims.iter().enumerate() {
            let subject = || self.link(Thing::Claim(claim));
            changes.extend(entry.fields.history.iter().map(|change| Changed { change, subject: subject() }));
        }
        changes.sort_by_key(|changed| std::cmp::Reverse(changed.change.date));
        changes
    }
}

#[derive(Serialize)]
struct EntryCx {
    #[serde(flatten)]
    change: HistoryCx,
    subject: LinkCx,
}

#[derive(Serialize)]
struct OutletEntry {
    #[serde(skip)]
    on: Date,
    date: DateCx,
    text: String,
    url: String,
    subject: LinkCx,
}

#[derive(Serialize)]
struct Fields {
    entries: Vec<EntryCx>,
    outlet_entries: Vec<OutletEntry>,
}

impl Renderer<'_> {
    fn corrections(&self) -> Page {
        let page = self.cx.page("corrections", Section::Home, &Route::new("corrections.html"), "Corrections");
        let entry = |changed: Changed<'_>| EntryCx {
            change: HistoryCx::new(self.cx.library(), changed.change),
            subject: changed.subject,
        };
        let entries = self.cx.changes().into_iter().map(entry).collect();
        self.fill("corrections.html", &page, &Fields { entries, outlet_entries: self.outlet_entries() })
    }

    fn outlet_entries(&self) -> Vec<OutletEntry> {
        let articles = self.cx.library().articles.iter().enumerate();
        let mut entries: Vec<OutletEntry> = articles
            .flat_map(|(i, article)| {
                article.front.corrections.iter().map(move |c| OutletEntry {
                    on: c.date,
                    date: c.date.into(),
                    text: c.text.clone(),
                    url: c.url.as_ref().map(ToString::to_string).unwrap_or_default(),
                    subject: self.cx.link(Thing::Article(i)),
                })
            })
            .collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.on));
        entries
    }
}
