//! The page that searches the index of [`search`](super::super::search).

use std::cmp::Reverse;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::route::Route;

/// Words to try, for readers who do not know yet what there is.
const EXAMPLES: usize = 3;

/// Plans the page with the routes of its script and of the root of its index.
pub(in super::super) fn plan(plan: &mut Plan<'_>, script: String, index: String) -> Result<(), RenderError> {
    plan.page(&Route::new("search.html"), move |r| r.search(&script, &index))
}

#[derive(Serialize)]
struct Example {
    label: String,
    query: String,
}

#[derive(Serialize)]
struct SearchCx<'a> {
    script: &'a str,
    index: &'a str,
    examples: Vec<Example>,
}

#[derive(Serialize)]
struct Fields<'a> {
    search: SearchCx<'a>,
}

impl Renderer<'_> {
    fn search(&self, script: &str, index: &str) -> Page {
        let page = self.cx.page("search", Section::Search, &Route::new("search.html"), self.cx.say("search", &[]));
        self.fill("search.html", &page, &Fields { search: SearchCx { script, index, examples: self.examples() } })
    }

    /// The topics with the most articles; equals by id.
    fn examples(&self) -> Vec<Example> {
        let topics = &self.cx.library().topics;
        let mut numbers: Vec<usize> = (0..topics.len()).collect();
        numbers.sort_by_key(|&topic| Reverse(self.cx.site.links.topic_articles[topic].len()));
        let label = |topic: usize| topics.at(topic).fields.label.clone();
        let example =
            |label: String| Example { query: utf8_percent_encode(&label, NON_ALPHANUMERIC).to_string(), label };
        numbers.into_iter().take(EXAMPLES).map(label).map(example).collect()
    }
}
