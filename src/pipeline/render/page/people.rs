//! Those who annotate and those who wrote what is annotated.

use serde::Serialize;
use tera::Value;

use super::super::context::{DateCx, LinkCx, NoteCx, Section};
use super::super::{Plan, RenderError};
use super::record::{EntryCx, KindCountCx, counts};
use super::{Page, Renderer};
use crate::model::id::Id;
use crate::model::route::Route;
use crate::model::site::{ChangeRef, NoteRef, Recorded, Thing};

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let cx = &plan.renderer.cx;
    let (library, authors) = (cx.library(), cx.site.links.authors.len());
    for index in 0..library.editors.len() {
        plan.page(&library.route(Thing::Editor(index)), move |r| r.editor(index))?;
    }
    for index in 0..authors {
        let route = author_route(&plan.renderer, index);
        plan.page(&route, move |r| r.author(index))?;
    }
    Ok(())
}

fn author_route(renderer: &Renderer<'_>, index: usize) -> Route {
    Route::new(format!("authors/{}.html", renderer.cx.site.links.authors[index].slug))
}

/// Most notes and stances shown on an editor's page; all notes stand in the list of notes.
const MOST: usize = 30;

/// Most changes shown there; all stand on the page of corrections.
const CHANGES: usize = 10;

#[derive(Serialize)]
struct JudgedCx {
    article: LinkCx,
    target: LinkCx,
    label_text: String,
    on: DateCx,
}

#[derive(Serialize)]
struct EditorCx<'a> {
    id: &'a str,
    name: &'a str,
    route: String,
    login: &'a str,
    url: String,
    bio: &'a str,
    disclosures: &'a [String],
    note_count: usize,
    notes: Vec<NoteCx>,
    stances: Vec<JudgedCx>,
    claims: Vec<Value>,
    changes: Vec<EntryCx>,
    change_counts: Vec<KindCountCx>,
    change_count: usize,
}

#[derive(Serialize)]
struct EditorFields<'a> {
    editor: EditorCx<'a>,
}

#[derive(Serialize)]
struct AuthorCx<'a> {
    name: &'a str,
    route: String,
    articles: Vec<Value>,
}

#[derive(Serialize)]
struct AuthorFields<'a> {
    author: AuthorCx<'a>,
}

impl Renderer<'_> {
    fn editor(&self, index: usize) -> Page {
        let cx = &self.cx;
        let library = cx.library();
        let entry = library.editors.at(index);
        let editor = &entry.fields;
        let route = library.route(Thing::Editor(index));
        let mut page = cx.page("editor", Section::Home, &route, &editor.name);
        page.description = editor.bio.clone().unwrap_or_default();
        let mut notes = cx.site.links.editor_notes[index].clone();
        let created = |at: &NoteRef| library.articles[at.article].notes[at.note].fields.created;
        notes.sort_by_key(|at| std::cmp::Reverse(created(at)));
        let changes = self.changes_of(&entry.id);
        let claims = library.claims.iter().enumerate().filter(|(_, claim)| claim.fields.by == entry.id);
        let fields = EditorFields {
            editor: EditorCx {
                id: entry.id.as_str(),
                name: &editor.name,
                route: route.to_string(),
                login: editor.login.as_deref().unwrap_or_default(),
                url: editor.url.as_ref().map(ToString::to_string).unwrap_or_default(),
                bio: editor.bio.as_deref().unwrap_or_default(),
                disclosures: &editor.disclosures,
                note_count: notes.len(),
                notes: notes.iter().take(MOST).map(|&at| cx.note(at, &page.root)).collect(),
                stances: self.judged(&entry.id),
                claims: claims.map(|(i, _)| cx.cards.claims[i].clone()).collect(),
                changes: changes.iter().take(CHANGES).map(|&at| cx.change_entry(at)).collect(),
                change_counts: counts(cx, &changes),
                change_count: changes.len(),
            },
        };
        self.fill("editor.html", &page, &fields)
    }

    /// Changes of the notes and claims that an editor wrote, by whomever they were made.
    fn changes_of(&self, editor: &Id) -> Vec<ChangeRef> {
        let library = self.cx.library();
        let wrote = |of: Recorded| match of {
            Recorded::Note(at) => library.note(at).fields.by == *editor,
            Recorded::Claim(i) => library.claims.at(i).fields.by == *editor,
        };
        self.cx.site.links.changes.iter().copied().filter(|at| wrote(at.of)).collect()
    }

    fn judged(&self, editor: &Id) -> Vec<JudgedCx> {
        let cx = &self.cx;
        let articles = cx.site.links.newest.iter().map(|&i| (i, &cx.library().articles[i].front));
        let stances = articles.flat_map(|(i, front)| front.stance.iter().map(move |stance| (i, stance)));
        let by_editor = stances.filter(|(_, stance)| stance.by == *editor).take(MOST);
        let judged = by_editor.map(|(i, stance)| JudgedCx {
            article: cx.link(Thing::Article(i)),
            target: match cx.site.topic_or_claim(&stance.toward) {
                Some(thing) => cx.link(thing),
                None => LinkCx { label: stance.toward.to_string(), route: String::new() },
            },
            label_text: cx.name("stance", stance.label.id()),
            on: cx.date(stance.on),
        });
        judged.collect()
    }

    fn author(&self, index: usize) -> Page {
        let author = &self.cx.site.links.authors[index];
        let route = author_route(self, index);
        let page = self.cx.page("author", Section::Articles, &route, &author.name);
        let articles = author.articles.iter().map(|&i| self.cx.cards.articles[i].clone()).collect();
        let fields = AuthorFields { author: AuthorCx { name: &author.name, route: route.to_string(), articles } };
        self.fill("author.html", &page, &fields)
    }
}
