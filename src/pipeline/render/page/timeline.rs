//! Events over all stories, by year.

use serde::Serialize;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::chronicle::{ChronicleCx, NumberedEvent, chronicle, numbered};
use super::{Page, Renderer};
use crate::model::route::Route;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new("timeline.html"), Renderer::timeline)
}

#[derive(Serialize)]
struct Year {
    year: String,
    events: Vec<NumberedEvent>,
}

#[derive(Serialize)]
struct Fields {
    years: Vec<Year>,
    chronicle: Option<ChronicleCx>,
}

impl Renderer<'_> {
    fn timeline(&self) -> Page {
        let page =
            self.cx.page("timeline", Section::Timeline, &Route::new("timeline.html"), self.cx.say("timeline", &[]));
        let library = self.cx.library();
        let date = |&i: &usize| library.events.at(i).fields.date;
        let mut events: Vec<usize> = (0..library.events.len()).collect();
        events.sort_by_key(|i| (date(i), *i));
        let chronicle = chronicle(&self.cx, &page.root, &events, &[]);
        let mut shown = numbered(&self.cx, &events, chronicle.as_ref()).into_iter();
        let years = events.chunk_by(|a, b| date(a).start.year() == date(b).start.year()).map(|events| Year {
            year: date(&events[0]).start.year().to_string(),
            events: shown.by_ref().take(events.len()).collect(),
        });
        self.fill("timeline.html", &page, &Fields { years: years.collect(), chronicle })
    }
}
