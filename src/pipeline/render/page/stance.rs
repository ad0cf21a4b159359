//! Stances as pages show them: the judge, the day and the reason beside the label.

use serde::Serialize;

use super::super::context::{Contexts, DateCx, LinkCx};
use crate::model::article::Stance;
use crate::model::site::Thing;

/// One judge's reading as templates receive it.
#[derive(Serialize)]
pub(super) struct StanceCx {
    article: LinkCx,
    outlet: Option<LinkCx>,
    target: LinkCx,
    label: &'static str,
    label_text: &'static str,
    rationale: String,
    quote: String,
    by: LinkCx,
    on: DateCx,
}

/// One judge's reading of an article's stance.
pub(super) fn stance(cx: &Contexts<'_>, index: usize, stance: &Stance) -> StanceCx {
    let library = cx.library();
    let article = &library.articles[index];
    let outlet = article.front.source.outlet.as_ref().and_then(|id| library.outlets.index(id.as_str()));
    let target = cx.site.topic_or_claim(&stance.toward);
    StanceCx {
        article: cx.link(Thing::Article(index)),
        outlet: outlet.map(|i| cx.link(Thing::Outlet(i))),
        target: match target {
            Some(thing) => cx.link(thing),
            None => LinkCx { label: stance.toward.to_string(), route: String::new() },
        },
        label: stance.label.id(),
        label_text: stance.label.label(),
        rationale: stance.rationale.clone().unwrap_or_default(),
        quote: stance.quote.clone().unwrap_or_default(),
        by: cx.editor(&stance.by),
        on: stance.on.into(),
    }
}
