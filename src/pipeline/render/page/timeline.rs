//! Events over all stories, by year.

use serde::Serialize;
use tera::Value;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::route::Route;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new("timeline.html"), Renderer::timeline)
}

#[derive(Serialize)]
struct Year {
    year: String,
    events: Vec<Value>,
}

#[derive(Serialize)]
struct Fields {
    years: Vec<Year>,
}

impl Renderer<'_> {
    fn timeline(&self) -> Page {
        let page = self.cx.page("timeline", Section::Timeline, &Route::new("timeline.html"), "Timeline");
        let library = self.cx.library();
        let date = |&i: &usize| library.events.at(i).fields.date;
        let mut events: Vec<usize> = (0..library.events.len()).collect();
        events.sort_by_key(|i| (date(i), *i));
        let years = events.chunk_by(|a, b| date(a).start.year() == date(b).start.year()).map(|events| Year {
            year: date(&events[0]).start.year().to_string(),
            events: events.iter().map(|&i| self.cx.cards.events[i].clone()).collect(),
        });
        self.fill("timeline.html", &page, &Fields { years: years.collect() })
    }
}
