//! What is not known: questions without an answer, claims without a verdict, and the questions that were answered. Page
//! and feed.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, NoteCx, Section};
use super::super::language::Arg;
use super::super::{Plan, RenderError};
use super::feed::{ENTRIES, Entry};
use super::pager::{ListPage, PagerCx, pages_after};
use super::{Page, Renderer};
use crate::model::date::Date;
use crate::model::site::NoteRef;

/// Claims that the first page lists; the list of claims has all.
const CLAIMS: usize = 50;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let links = &plan.renderer.cx.site.links;
    let count = links.open_questions.len() + links.answered_questions.len();
    for page in pages_after("questions.html", "questions", count) {
        plan.page(&page.route.clone(), move |r| r.questions(&page))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Fields<'a> {
    pager: &'a PagerCx,
    open: Vec<NoteCx>,
    open_count: usize,
    answered: Vec<NoteCx>,
    answered_count: usize,
    claims: Vec<Value>,
    claim_count: usize,
}

impl Contexts<'_> {
    /// Claims without a verdict, where the site gives verdicts at all.
    pub(in super::super) fn unjudged_claims(&self) -> impl Iterator<Item = usize> {
        let judges = !self.scale.levels.is_empty();
        let claims = self.library().claims.iter().enumerate();
        claims.filter(move |(_, claim)| judges && claim.fields.verdict.is_none()).map(|(i, _)| i)
    }
}

impl Renderer<'_> {
    fn questions(&self, list: &ListPage) -> Page {
        let (cx, links) = (&self.cx, &self.cx.site.links);
        let page = cx.page("questions", Section::Home, &list.route, cx.say("questions", &[]));
        let all = [&links.open_questions[..], &links.answered_questions].concat();
        let (open, answered): (Vec<NoteRef>, Vec<NoteRef>) =
            all[list.entries.clone()].iter().partition(|&&at| cx.library().note(at).fields.answer.is_none());
        let notes = |at: Vec<NoteRef>| at.into_iter().map(|at| cx.note(at, &page.root)).collect();
        let claims = cx.unjudged_claims().take(CLAIMS).filter(|_| list.pager.is_first());
        let fields = Fields {
            pager: &list.pager,
            open: notes(open),
            open_count: links.open_questions.len(),
            answered: notes(answered),
            answered_count: links.answered_questions.len(),
            claims: claims.map(|i| cx.cards.claims[i].clone()).collect(),
            claim_count: cx.unjudged_claims().count(),
        };
        self.fill("questions.html", &page, &fields)
    }

    /// Questions, new ones and answered ones. An answered question keeps its id and is an update of the same entry.
    pub(super) fn questions_feed(&self) -> Page {
        let links = &self.cx.site.links;
        let open = links.open_questions.iter().take(ENTRIES);
        let entries = open.chain(links.answered_questions.iter().take(ENTRIES)).map(|&at| self.question_entry(at));
        self.atom("questions.xml", entries.collect())
    }

    fn question_entry(&self, at: NoteRef) -> (Date, Entry) {
        let cx = &self.cx;
        let note = cx.library().note(at);
        let route = cx.note_link(at).route;
        let words = note.body.text.as_str();
        let asked = &words[..crate::text::first_sentence(words)];
        let author = cx.editor(&note.fields.by).label;
        let article = ("article", Arg::from(&cx.library().articles[at.article].front.title));
        let about = match &note.fields.quote {
            Some(quote) => cx.say("question-on-quote", &[("quote", quote.into()), article]),
            None => cx.say("question-on", &[article]),
        };
        let (date, title, summary) = match &note.fields.answer {
            None => (note.fields.created, cx.say("question-asked", &[("question", asked.into())]), about),
            Some(answer) => {
                let title = cx.say("question-answered", &[("question", asked.into())]);
                (note.fields.created.max(answer.on), title, format!("{} {about}", answer.text))
            }
        };
        (date, self.entry(&route, title, date, author, summary))
    }
}
