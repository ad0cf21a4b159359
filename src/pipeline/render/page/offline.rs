//! The page about reading without a connection, which an installable site has.

use serde::Serialize;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::route::Route;

/// Its place.
pub(in super::super) const ROUTE: &str = "offline.html";

#[derive(Serialize)]
struct Nothing {}

/// Plans it.
pub(in super::super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new(ROUTE), Renderer::offline)
}

impl Renderer<'_> {
    fn offline(&self) -> Page {
        let title = self.cx.say("offline-title", &[]);
        let page = self.cx.page("offline", Section::Home, &Route::new(ROUTE), title);
        self.fill("offline.html", &page, &Nothing {})
    }
}
