//! The first page: what the site is, its stories, what is new.

use serde::Serialize;
use tera::Value;

use super::super::context::{NoteCx, Section};
use super::super::html::Html;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::route::Route;
use crate::model::vocabulary::TopicKind;

/// How many articles and notes are new.
const NEW_ARTICLES: usize = 10;
const NEW_NOTES: usize = 6;

/// Articles of a story that the first page lists; its own page has all.
const STORY_ARTICLES: usize = 5;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new("index.html"), Renderer::home)
}

#[derive(Serialize)]
struct StoryCx {
    #[serde(flatten)]
    card: Value,
    articles: Vec<Value>,
    claim_count: usize,
}

#[derive(Serialize)]
struct Fields {
    intro: Html,
    stories: Vec<StoryCx>,
    articles: Vec<Value>,
    notes: Vec<NoteCx>,
    has_overview: bool,
}

impl Renderer<'_> {
    fn home(&self) -> Page {
        let cx = &self.cx;
        let links = &cx.site.links;
        let mut page = cx.page("index", Section::Home, &Route::new("index.html"), &cx.config.title);
        page.description.clone_from(&cx.config.description);
        let topics = cx.library().topics.iter().enumerate();
        let stories = topics.filter(|(i, t)| t.fields.kind == TopicKind::Story && !links.topic_articles[*i].is_empty());
        let cards = |numbers: &[usize], most: usize| -> Vec<Value> {
            numbers.iter().take(most).map(|&i| cx.cards.articles[i].clone()).collect()
        };
        let story = |(i, _): (usize, _)| StoryCx {
            card: cx.cards.topics[i].clone(),
            articles: cards(&links.topic_articles[i], STORY_ARTICLES),
            claim_count: links.topic_claims[i].len(),
        };
        let fields = Fields {
            intro: Html::default(),
            stories: stories.map(story).collect(),
            articles: cards(&links.newest, NEW_ARTICLES),
            has_overview: cx.has_overview(),
            notes: cx.notes_newest_first().into_iter().take(NEW_NOTES).map(|at| cx.note(at, &page.root)).collect(),
        };
        self.fill("index.html", &page, &fields)
    }
}
