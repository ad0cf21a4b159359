//! Lists of articles, notes, claims, topics, outlets and editors.

use serde::Serialize;
use tera::Value;

use super::super::context::{NoteCx, Section};
use super::super::{Plan, RenderError};
use super::pager::{PagerCx, pages};
use super::{Page, Renderer};
use crate::model::route::Route;
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::TopicKind;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let cx = &plan.renderer.cx;
    let (articles, notes) = (cx.library().articles.len(), cx.notes_newest_first());
    for page in pages("articles", articles) {
        let route = page.route.clone();
        plan.page(&route, move |r| r.articles(&page.route, page.entries.clone(), &page.pager))?;
    }
    for page in pages("notes", notes.len()) {
        let route = page.route.clone();
        let notes = notes[page.entries.clone()].to_vec();
        plan.page(&route, move |r| r.notes(&page.route, &notes, &page.pager))?;
    }
    plan.page(&Route::new("claims/index.html"), Renderer::claims)?;
    plan.page(&Route::new("topics/index.html"), Renderer::topics)?;
    plan.page(&Route::new("outlets/index.html"), Renderer::outlets)?;
    plan.page(&Route::new("editors/index.html"), Renderer::editors)
}

impl super::super::context::Contexts<'_> {
    /// All notes, newest first; equals by article and reading order.
    pub(super) fn notes_newest_first(&self) -> Vec<NoteRef> {
        let orders = self.site.links.reading_order.iter().enumerate();
        let mut notes: Vec<NoteRef> =
            orders.flat_map(|(article, order)| order.iter().map(move |&note| NoteRef { article, note })).collect();
        notes.sort_by_key(|at| std::cmp::Reverse(self.library().articles[at.article].notes[at.note].fields.created));
        notes
    }
}

#[derive(Serialize)]
struct Articles<'a> {
    pager: &'a PagerCx,
    articles: Vec<Value>,
}

#[derive(Serialize)]
struct Notes<'a> {
    pager: &'a PagerCx,
    notes: Vec<NoteCx>,
}

#[derive(Serialize)]
struct Claims<'a> {
    claims: &'a [Value],
}

#[derive(Serialize)]
struct Outlets<'a> {
    outlets: &'a [Value],
}

#[derive(Serialize)]
struct TopicGroup {
    label: String,
    topics: Vec<Value>,
}

#[derive(Serialize)]
struct Topics {
    groups: Vec<TopicGroup>,
}

#[derive(Serialize)]
struct EditorLine {
    id: String,
    name: String,
    route: String,
    bio: String,
    note_count: usize,
}

#[derive(Serialize)]
struct Editors {
    editors: Vec<EditorLine>,
}

impl Renderer<'_> {
    fn articles(&self, route: &Route, entries: std::ops::Range<usize>, pager: &PagerCx) -> Page {
        let page = self.cx.page("articles", Section::Articles, route, self.cx.say("articles-title", &[]));
        let newest = &self.cx.site.links.newest[entries];
        let articles = newest.iter().map(|&i| self.cx.cards.articles[i].clone()).collect();
        self.fill("articles.html", &page, &Articles { pager, articles })
    }

    fn notes(&self, route: &Route, notes: &[NoteRef], pager: &PagerCx) -> Page {
        let page = self.cx.page("notes", Section::Notes, route, self.cx.say("notes-title", &[]));
        let notes = notes.iter().map(|&at| self.cx.note(at, &page.root)).collect();
        self.fill("notes.html", &page, &Notes { pager, notes })
    }

    fn claims(&self) -> Page {
        let page =
            self.cx.page("claims", Section::Claims, &Route::new("claims/index.html"), self.cx.say("claims-title", &[]));
        self.fill("claims.html", &page, &Claims { claims: &self.cx.cards.claims })
    }

    fn outlets(&self) -> Page {
        let page = self.cx.page(
            "outlets",
            Section::Home,
            &Route::new("outlets/index.html"),
            self.cx.say("outlets-title", &[]),
        );
        self.fill("outlets.html", &page, &Outlets { outlets: &self.cx.cards.outlets })
    }

    fn topics(&self) -> Page {
        let page =
            self.cx.page("topics", Section::Topics, &Route::new("topics/index.html"), self.cx.say("topics-title", &[]));
        let library = self.cx.library();
        let group = |&kind: &TopicKind| {
            let of_kind = library.topics.iter().enumerate().filter(|(_, t)| t.fields.kind == kind);
            TopicGroup {
                label: self.cx.name("topics", kind.id()),
                topics: of_kind.map(|(i, _)| self.cx.cards.topics[i].clone()).collect(),
            }
        };
        let groups = TopicKind::ALL.iter().map(group).filter(|g| !g.topics.is_empty()).collect();
        self.fill("topics.html", &page, &Topics { groups })
    }

    fn editors(&self) -> Page {
        let page = self.cx.page(
            "editors",
            Section::Home,
            &Route::new("editors/index.html"),
            self.cx.say("editors-title", &[]),
        );
        let library = self.cx.library();
        let line = |(i, editor): (usize, &crate::model::entity::Entry<crate::model::entity::Editor>)| EditorLine {
            id: editor.id.to_string(),
            name: editor.fields.name.clone(),
            route: library.route(Thing::Editor(i)).to_string(),
            bio: editor.fields.bio.clone().unwrap_or_default(),
            note_count: self.cx.site.links.editor_notes[i].len(),
        };
        let editors = library.editors.iter().enumerate().map(line).collect();
        self.fill("editors.html", &page, &Editors { editors })
    }
}
