//! The articles across: grouped by outlet, and no more than fit.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::super::super::context::{Contexts, DateCx, LinkCx, direction};
use super::ByArticle;
use crate::model::id::Id;
use crate::model::site::{NoteRef, Thing};

/// Most articles that have a column; of a story with more the others are counted.
const MOST: usize = 12;

/// Up to so many columns there is room for the words of each passage; with more, they are folded.
const ROOMY: usize = 4;

#[derive(Serialize)]
struct OutletHead {
    id: String,
    outlet: LinkCx,
    /// How many of the articles it published.
    span: usize,
}

#[derive(Serialize)]
struct ArticleHead {
    id: String,
    article: LinkCx,
    language: String,
    dir: &'static str,
    text_label: String,
    published: Option<DateCx>,
}

/// What a cell says of its column, where the heads of columns are not in view.
#[derive(Clone, Serialize)]
pub(super) struct Whose {
    /// The heads that it stands under: ids, without the part that tells the tables apart.
    outlet: String,
    article: String,
    /// The outlet, with the title where it has several.
    name: String,
}

/// The heads of the columns.
#[derive(Serialize)]
pub(super) struct Columns {
    outlets: Vec<OutletHead>,
    articles: Vec<ArticleHead>,
    /// How many articles have no column.
    more: usize,
    /// Whether there is room for the words of each passage.
    roomy: bool,
    #[serde(skip)]
    numbers: Vec<usize>,
    #[serde(skip)]
    whose: Vec<Whose>,
}

impl Columns {
    /// Columns for the articles with most claims, then most stances; of equals the newest. `articles` are newest first.
    pub(super) fn new(
        cx: &Contexts<'_>,
        articles: &[usize],
        treated: &ByArticle<usize, NoteRef>,
        judged: &ByArticle<&Id, usize>,
    ) -> Self {
        let (claims, stances) = (count(treated), count(judged));
        let of = |counts: &BTreeMap<usize, usize>, article| counts.get(&article).copied().unwrap_or_default();
        let mut chosen: Vec<usize> = (0..articles.len()).collect();
        chosen.sort_by_key(|&i| (Reverse(of(&claims, articles[i])), Reverse(of(&stances, articles[i])), i));
        chosen.truncate(MOST);
        chosen.sort_unstable();
        let groups = by_outlet(cx, chosen.into_iter().map(|i| articles[i]));
        let more = articles.len() - groups.iter().map(|(_, articles)| articles.len()).sum::<usize>();
        let mut columns = Self {
            outlets: Vec::new(),
            articles: Vec::new(),
            more,
            roomy: false,
            numbers: Vec::new(),
            whose: Vec::new(),
        };
        for (outlet, articles) in groups {
            columns.add(cx, outlet, &articles);
        }
        columns.roomy = columns.numbers.len() <= ROOMY;
        columns
    }

    fn add(&mut self, cx: &Contexts<'_>, outlet: Option<usize>, articles: &[usize]) {
        let id = format!("outlet-{}", self.outlets.len() + 1);
        let name = outlet.map_or_else(
            || LinkCx { label: cx.say("no-outlet", &[]), route: String::new() },
            |i| cx.link(Thing::Outlet(i)),
        );
        for &number in articles {
            let front = &cx.library().articles[number].front;
            let head = ArticleHead {
                id: format!("article-{}", self.numbers.len() + 1),
                article: cx.link(Thing::Article(number)),
                language: front.language.clone(),
                dir: direction(&front.language),
                text_label: cx.name("text", front.text.id()),
                published: front.source.published.map(|date| cx.date(date)),
            };
            let called = match (outlet, articles.len()) {
                (Some(_), 1) => name.label.clone(),
                (Some(_), _) => cx.pair(&name.label, &front.title),
                (None, _) => front.title.clone(),
            };
            self.whose.push(Whose { outlet: id.clone(), article: head.id.clone(), name: called });
            self.articles.push(head);
            self.numbers.push(number);
        }
        self.outlets.push(OutletHead { id, outlet: name, span: articles.len() });
    }

    /// The article of each column, with what its cells say of it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Whose)> {
        self.numbers.iter().copied().zip(&self.whose)
    }

    /// Whether an article has a column.
    pub(super) fn has(&self, article: usize) -> bool {
        self.numbers.contains(&article)
    }
}

/// How many things each article speaks of.
fn count<K, T>(things: &ByArticle<K, T>) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for &article in things.values().flat_map(BTreeMap::keys) {
        *counts.entry(article).or_default() += 1;
    }
    counts
}

/// Articles by outlet, outlets in the order of their first article; those without an outlet last.
fn by_outlet(cx: &Contexts<'_>, articles: impl Iterator<Item = usize>) -> Vec<(Option<usize>, Vec<usize>)> {
    let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for article in articles {
        let outlet = cx.library().articles[article].front.source.outlet.as_ref();
        let outlet = outlet.and_then(|id| cx.library().outlets.index(id.as_str()));
        match groups.iter_mut().find(|(known, _)| *known == outlet) {
            Some((_, articles)) => articles.push(article),
            None => groups.push((outlet, vec![article])),
        }
    }
    groups.sort_by_key(|(outlet, _)| outlet.is_none());
    groups
}
