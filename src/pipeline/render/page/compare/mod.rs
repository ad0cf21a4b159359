//! Two articles side by side. [`meetings`] finds what both have, [`align`] brings it in rows, [`row`] fills them,
//! [`table`] sums up, [`list`] leads to all pairs.

mod align;
mod list;
mod meetings;
mod row;
mod table;

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, Section};
use super::super::language::Arg;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::compared::ComparedPair;
use crate::model::shared::SharedPair;
use crate::model::site::Thing;

pub(super) use self::list::of_story;
use self::meetings::Meetings;
use self::row::{ClaimCx, RowCx, Rows};
use self::table::TableCx;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let cx = &plan.renderer.cx;
    let (library, pairs) = (cx.library(), &cx.site.links.compared);
    if pairs.is_empty() {
        return Ok(());
    }
    for (number, pair) in pairs.iter().enumerate() {
        plan.page(&library.compare_route(pair.first, pair.second), move |r| r.compared(number))?;
    }
    plan.page(&list::route(), Renderer::comparisons)
}

/// Two articles and what they have in common.
struct Pair<'a> {
    cx: &'a Contexts<'a>,
    compared: &'a ComparedPair,
    shared: Option<&'a SharedPair>,
    sides: [SideCx; 2],
}

/// One of the two, by a name that tells it from the other.
#[derive(Clone, Serialize)]
struct SideCx {
    /// The outlet, or the title where both have one outlet or none.
    name: String,
    language: String,
    dir: &'static str,
    /// To the article.
    route: String,
}

#[derive(Serialize)]
struct ComparedCx {
    sides: [SideCx; 2],
    articles: [Value; 2],
    table: TableCx,
    rows: Vec<RowCx>,
    /// Claims of both whose words have no place in the first text.
    nowhere: Vec<ClaimCx>,
    /// Claims of the one and of the other alone.
    only: [Vec<ClaimCx>; 2],
    /// Whether paragraphs were cut, because both texts together are long.
    cut: bool,
}

#[derive(Serialize)]
struct Fields {
    compared: ComparedCx,
}

impl Renderer<'_> {
    fn compared(&self, number: usize) -> Page {
        let cx = &self.cx;
        let pair = Pair::new(cx, &cx.site.links.compared[number]);
        let [first, second] =
            [pair.compared.first, pair.compared.second].map(|i| &cx.library().articles[i].front.title);
        let titles = [("first", Arg::from(first)), ("second", Arg::from(second))];
        let route = cx.library().compare_route(pair.compared.first, pair.compared.second);
        let mut page = cx.page("compare", Section::Articles, &route, cx.say("compare-title", &titles));
        let [one, other] = &pair.sides;
        page.description = cx.say("compare-description", &titles);
        page.heading = cx.say("compare-heading", &[("first", (&one.name).into()), ("second", (&other.name).into())]);
        let meetings = Meetings::new(cx.site, pair.compared, pair.shared);
        let mut rows = Rows::new(&pair, &meetings);
        let only = pair.only();
        let compared = ComparedCx {
            articles: [pair.compared.first, pair.compared.second].map(|i| cx.cards.articles[i].clone()),
            table: table::table(&pair, &only),
            rows: rows.all(),
            nowhere: meetings.nowhere.iter().map(|&number| pair.claim(pair.compared.claims[number])).collect(),
            only: only.map(|claims| claims.into_iter().map(|claim| pair.claim(claim)).collect()),
            cut: rows.cut,
            sides: pair.sides,
        };
        self.fill("compare.html", &page, &Fields { compared })
    }
}

impl<'a> Pair<'a> {
    fn new(cx: &'a Contexts<'a>, pair: &'a ComparedPair) -> Self {
        let shared = pair.shared.map(|number| &cx.site.links.shared[number]);
        Self { cx, compared: pair, shared, sides: sides(cx, pair.first, pair.second) }
    }

    /// Both articles, by number.
    fn articles(&self) -> [usize; 2] {
        [self.compared.first, self.compared.second]
    }

    /// For each article the claims of its notes that the other has none for, in reading order.
    fn only(&self) -> [Vec<usize>; 2] {
        self.articles().map(|article| {
            let library = self.cx.library();
            let mut claims = Vec::new();
            for &note in &self.cx.site.links.reading_order[article] {
                let id = library.articles[article].notes[note].fields.claim.as_ref();
                let claim = id.and_then(|id| library.claims.index(id.as_str()));
                claims.extend(claim.filter(|claim| !claims.contains(claim) && !self.compared.claims.contains(claim)));
            }
            claims
        })
    }
}

/// Both by outlet, or by title where outlets do not tell them apart.
fn sides(cx: &Contexts<'_>, first: usize, second: usize) -> [SideCx; 2] {
    let library = cx.library();
    let outlet = |article: usize| {
        let id = library.articles[article].front.source.outlet.as_ref()?;
        library.outlets.index(id.as_str()).map(|outlet| library.label(Thing::Outlet(outlet)))
    };
    let outlets = outlet(first).zip(outlet(second)).filter(|(one, other)| one != other);
    [first, second].map(|article| {
        let front = &library.articles[article].front;
        let name = outlets.map(|(one, other)| if article == first { one } else { other });
        SideCx {
            name: name.unwrap_or(&front.title).to_owned(),
            language: front.language.clone(),
            dir: super::super::context::direction(&front.language),
            route: library.route(Thing::Article(article)).to_string(),
        }
    })
}
