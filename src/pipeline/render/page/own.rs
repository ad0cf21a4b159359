//! The site's own pages, and the page for addresses that lead nowhere.

use serde::Serialize;

use super::super::context::Section;
use super::super::document::{Marks, Role, Writer};
use super::super::html::Html;
use super::super::{Plan, RenderError};
use super::toc::{TocCx, toc};
use super::{Page, Renderer};
use crate::model::route::Route;
use crate::model::site::Thing;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.pages.len() {
        plan.page(&library.route(Thing::Page(index)), move |r| r.own_page(index))?;
    }
    plan.page(&Route::new("404.html"), Renderer::not_found)
}

#[derive(Serialize)]
struct Fields {
    body: Html,
    toc: Vec<TocCx>,
}

#[derive(Serialize)]
struct Nothing {}

impl Renderer<'_> {
    fn own_page(&self, index: usize) -> Page {
        let cx = &self.cx;
        let own = &cx.library().pages[index];
        let route = cx.library().route(Thing::Page(index));
        let mut page = cx.page("page", Section::Home, &route, &own.fields.title);
        page.description = own.fields.summary.clone().unwrap_or_default();
        let marks = Marks::default();
        let around = cx.surroundings(&page.root, Thing::Page(index), Role::Main);
        let body = Writer::new(&own.body, &cx.site.links.pages[index], &marks, around).all();
        let fields = Fields { body, toc: toc(&own.body) };
        self.fill("page.html", &page, &fields)
    }

    /// Servers show this page at any address, so its links begin at the site's address, where that is known.
    fn not_found(&self) -> Page {
        let mut page = self.cx.page("404", Section::Home, &Route::new("404.html"), self.cx.say("not-found", &[]));
        page.root = self.cx.config.base_url.as_ref().map(ToString::to_string).unwrap_or_default();
        page.canonical = String::new();
        self.fill("404.html", &page, &Nothing {})
    }
}
