//! What was changed and why: the site's own corrections and, apart from them, those of outlets. Page and feed.

use serde::Serialize;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::feed::Entry;
use super::pager::{ListPage, PagerCx, pages_after};
use super::record::{EntryCx, KindCountCx, OutletEntryCx, counts};
use super::{Page, Renderer};
use crate::model::date::Date;
use crate::model::site::{ChangeRef, OutletCorrectionRef, Recorded};
use crate::model::vocabulary::ChangeKind;

/// Corrections by outlets that the first page shows; the others have pages of their own.
const OUTLET_ENTRIES: usize = 20;

/// Where the pages of all corrections by outlets begin.
const BY_OUTLETS: &str = "corrections/outlets.html";

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let links = &plan.renderer.cx.site.links;
    let (changes, by_outlets) = (links.changes.len(), links.outlet_corrections.len());
    for page in pages_after("corrections.html", "corrections", changes) {
        plan.page(&page.route.clone(), move |r| r.corrections(&page))?;
    }
    if by_outlets > OUTLET_ENTRIES {
        for page in pages_after(BY_OUTLETS, "corrections/outlets", by_outlets) {
            plan.page(&page.route.clone(), move |r| r.outlet_corrections(&page))?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Fields<'a> {
    /// Whether it is the page of outlets' corrections alone.
    by_outlets: bool,
    pager: &'a PagerCx,
    counts: Vec<KindCountCx>,
    entries: Vec<EntryCx>,
    outlet_entries: Vec<OutletEntryCx>,
    outlet_count: usize,
    /// Where all of them stand, if not here.
    outlet_route: &'static str,
}

impl Renderer<'_> {
    fn corrections(&self, list: &ListPage) -> Page {
        let (cx, links) = (&self.cx, &self.cx.site.links);
        let page = cx.page("corrections", Section::Home, &list.route, cx.say("corrections", &[]));
        let of_outlets = links.outlet_corrections.iter().take(OUTLET_ENTRIES);
        let shown = of_outlets.filter(|_| list.pager.is_first()).map(|&at| cx.outlet_entry(at));
        let fields = Fields {
            by_outlets: false,
            pager: &list.pager,
            counts: counts(cx, &links.changes),
            entries: links.changes[list.entries.clone()].iter().map(|&at| cx.change_entry(at)).collect(),
            outlet_entries: shown.collect(),
            outlet_count: links.outlet_corrections.len(),
            outlet_route: if links.outlet_corrections.len() > OUTLET_ENTRIES { BY_OUTLETS } else { "" },
        };
        self.fill("corrections.html", &page, &fields)
    }

    fn outlet_corrections(&self, list: &ListPage) -> Page {
        let (cx, links) = (&self.cx, &self.cx.site.links);
        let page = cx.page("corrections", Section::Home, &list.route, cx.say("outlet-corrections-all", &[]));
        let shown = links.outlet_corrections[list.entries.clone()].iter().map(|&at| cx.outlet_entry(at));
        let fields = Fields {
            by_outlets: true,
            pager: &list.pager,
            counts: Vec::new(),
            entries: Vec::new(),
            outlet_entries: shown.collect(),
            outlet_count: links.outlet_corrections.len(),
            outlet_route: "",
        };
        self.fill("corrections.html", &page, &fields)
    }

    /// Corrections and retractions, and what outlets corrected. Minor changes alter nothing that a subscriber has read;
    /// the page lists them.
    pub(super) fn corrections_feed(&self) -> Page {
        let (library, links) = (self.cx.library(), &self.cx.site.links);
        let grave = links.changes.iter().filter(|&&at| library.change(at).kind != ChangeKind::Minor);
        let mut entries: Vec<(Date, Entry)> =
            grave.take(super::feed::ENTRIES).map(|&at| self.changed_entry(at)).collect();
        let by_outlets = links.outlet_corrections.iter().take(super::feed::ENTRIES);
        entries.extend(by_outlets.map(|&at| self.corrected_entry(at)));
        self.atom("corrections.xml", entries)
    }

    fn changed_entry(&self, at: ChangeRef) -> (Date, Entry) {
        let library = self.cx.library();
        let (change, subject) = (library.change(at), self.cx.recorded(at.of));
        let title = self.cx.pair(&self.cx.name("change", change.kind.id()), &subject.label);
        let author = self.cx.editor(&change.by).label;
        let mut entry = self.entry(&subject.route, title, change.date, author, change.what.clone());
        let history = match at.of {
            Recorded::Note(note) => &library.note(note).fields.history,
            Recorded::Claim(i) => &library.claims.at(i).fields.history,
        };
        let before = history[..at.entry].iter().filter(|earlier| earlier.date == change.date).count();
        entry.id = nth_of_day(&entry.id, "changed", change.date, before);
        (change.date, entry)
    }

    fn corrected_entry(&self, at: OutletCorrectionRef) -> (Date, Entry) {
        let shown = self.cx.outlet_entry(at);
        let title = self.cx.say("outlet-correction-of", &[("article", (&shown.subject.label).into())]);
        let author = if shown.outlet.label.is_empty() { self.cx.config.title.clone() } else { shown.outlet.label };
        let mut entry = self.entry(&shown.subject.route, title, shown.on, author, shown.text);
        let corrections = &self.cx.library().articles[at.article].front.corrections;
        let before = corrections[..at.entry].iter().filter(|earlier| earlier.date == shown.on).count();
        entry.id = nth_of_day(&entry.id, "corrected", shown.on, before);
        (shown.on, entry)
    }
}

/// An id that stays while entries are only added at the end: by the day, and by how many of that day stand before.
fn nth_of_day(id: &str, what: &str, day: Date, before: usize) -> String {
    match before {
        0 => format!("{id}-{what}-{day}"),
        before => format!("{id}-{what}-{day}-{}", before + 1),
    }
}
