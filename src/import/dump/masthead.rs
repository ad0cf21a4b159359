//! What a newsletter says above its first article: its name and its day, which are those of all its articles.

use super::boilerplate::dropped;
use super::head::{Stated, Trust};
use super::lines::Line;
use super::rules;
use crate::import::date::{self, Published};
use crate::import::draft::Dropped;
use crate::import::{byline, shape};

/// Name of the rule which takes its lines.
const RULE: &str = "masthead";

/// The head of a collection of articles.
#[derive(Debug, Default)]
pub(super) struct Masthead {
    pub(super) site: Option<Stated>,
    pub(super) published: Option<(Published, usize)>,
    pub(super) dropped: Vec<Dropped>,
}

impl Masthead {
    /// Reads the lines above the first article; of none, nothing.
    pub(super) fn read(lines: Vec<Line>) -> Self {
        let mut masthead = Self::default();
        for line in lines {
            let plain = rules::plain(&line.text);
            if masthead.site.is_none() && is_name(&line.text, &plain) {
                let words = line.text.clone();
                masthead.site = Some(Stated { words, rule: RULE, line: line.number, trust: Trust::Doubtful });
            }
            if masthead.published.is_none() && !shape::prose(&line.text) {
                masthead.published = date::first(&line.text).map(|day| (day, line.number));
            }
            masthead.dropped.push(dropped(&line, RULE));
        }
        masthead
    }
}

fn is_name(text: &str, plain: &str) -> bool {
    byline::name_like(text) && !date::within(text) && rules::sign(text) == rules::Sign::None && !plain.is_empty()
}
