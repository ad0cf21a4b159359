//! An outlet: what it published and what others say about it.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, DateCx, Section};
use super::super::{Plan, RenderError};
use super::record::OutletEntryCx;
use super::{Page, Renderer};
use crate::model::address::Address;
use crate::model::entity::Rating;
use crate::model::site::Thing;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.outlets.len() {
        plan.page(&library.route(Thing::Outlet(index)), move |r| r.outlet(index))?;
    }
    Ok(())
}

/// Most corrections shown on an outlet's page; all stand on the page of corrections.
const CORRECTIONS: usize = 10;

#[derive(Serialize)]
struct RatingCx {
    rater: String,
    scale: String,
    value: String,
    date: DateCx,
    url: String,
}

impl RatingCx {
    fn new(cx: &Contexts<'_>, rating: &Rating) -> Self {
        Self {
            rater: rating.rater.clone(),
            scale: rating.scale.clone(),
            value: rating.value.clone(),
            date: cx.date(rating.date),
            url: rating.url.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

#[derive(Serialize)]
struct OutletCx<'a> {
    #[serde(flatten)]
    card: Value,
    url: String,
    host: String,
    country: &'a str,
    language: &'a str,
    owner: &'a str,
    aliases: &'a [String],
    same_as: Vec<String>,
    ratings: Vec<RatingCx>,
    articles: Vec<Value>,
    republished: Vec<Value>,
    corrections: Vec<OutletEntryCx>,
    correction_count: usize,
}

#[derive(Serialize)]
struct Fields<'a> {
    outlet: OutletCx<'a>,
}

impl Renderer<'_> {
    fn outlet(&self, index: usize) -> Page {
        let cx = &self.cx;
        let library = cx.library();
        let outlet = &library.outlets.at(index).fields;
        let route = library.route(Thing::Outlet(index));
        let mut page = cx.page("outlet", Section::Home, &route, &outlet.name);
        page.description = outlet.summary.clone().unwrap_or_default();
        let pick = |numbers: &[usize]| numbers.iter().map(|&i| cx.cards.articles[i].clone()).collect();
        let id = &library.outlets.at(index).id;
        let published = |article: usize| library.articles[article].front.source.outlet.as_ref() == Some(id);
        let corrections = cx.site.links.outlet_corrections.iter().filter(|at| published(at.article));
        let fields = Fields {
            outlet: OutletCx {
                card: cx.cards.outlets[index].clone(),
                url: outlet.url.as_ref().map(ToString::to_string).unwrap_or_default(),
                host: outlet.url.as_ref().map(Address::host).unwrap_or_default(),
                country: outlet.country.as_deref().unwrap_or_default(),
                language: outlet.language.as_deref().unwrap_or_default(),
                owner: outlet.owner.as_deref().unwrap_or_default(),
                aliases: &outlet.aliases,
                same_as: outlet.same_as.iter().map(ToString::to_string).collect(),
                ratings: outlet.ratings.iter().map(|rating| RatingCx::new(cx, rating)).collect(),
                articles: pick(&cx.site.links.outlet_articles[index]),
                republished: pick(&cx.site.links.outlet_republished[index]),
                corrections: corrections.clone().take(CORRECTIONS).map(|&at| cx.outlet_entry(at)).collect(),
                correction_count: corrections.count(),
            },
        };
        self.fill("outlet.html", &page, &fields)
    }
}
