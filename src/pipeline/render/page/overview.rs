//! The whole site in numbers, where there are enough to be worth a page.

use serde::Serialize;

use super::super::context::{Contexts, Section};
use super::super::{Plan, RenderError};
use super::numbers::{NumbersCx, numbers};
use super::{Page, Renderer};
use crate::model::route::Route;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    if plan.renderer.cx.has_overview() {
        plan.page(&Route::new("overview.html"), Renderer::overview)?;
    }
    Ok(())
}

impl Contexts<'_> {
    /// Whether there is enough to show.
    pub(in super::super) fn has_overview(&self) -> bool {
        self.all_numbers().is_some()
    }

    fn all_numbers(&self) -> Option<NumbersCx> {
        let all: Vec<usize> = (0..self.library().articles.len()).collect();
        numbers(self, &all)
    }
}

#[derive(Serialize)]
struct Fields {
    numbers: Option<NumbersCx>,
}

impl Renderer<'_> {
    fn overview(&self) -> Page {
        let page = self.cx.page("overview", Section::Home, &Route::new("overview.html"), self.cx.say("overview", &[]));
        self.fill("overview.html", &page, &Fields { numbers: self.cx.all_numbers() })
    }
}
