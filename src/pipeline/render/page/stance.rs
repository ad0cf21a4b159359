//! Stances as pages show them: the judge, the day and the reason beside the label.

use serde::Serialize;

use super::super::context::{ChangedCx, Contexts, DateCx, LinkCx};
use crate::model::site::Thing;

/// One judge's reading as templates receive it.
#[derive(Serialize)]
pub(super) struct StanceCx {
    article: LinkCx,
    outlet: Option<LinkCx>,
    target: LinkCx,
    label: &'static str,
    label_text: String,
    icon: &'static str,
    rationale: String,
    quote: String,
    /// What became of the words, where they were found by their likeness.
    changed: Option<ChangedCx>,
    /// Why the words have no place, or empty.
    lost: String,
    by: LinkCx,
    on: DateCx,
}

/// The stance with this number of an article.
pub(super) fn stance(cx: &Contexts<'_>, index: usize, number: usize) -> StanceCx {
    let library = cx.library();
    let article = &library.articles[index];
    let stance = &article.front.stance[number];
    let placement = &cx.site.anchored.placements[index].stances[number];
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
        label_text: cx.name("stance", stance.label.id()),
        icon: stance.label.icon(),
        rationale: stance.rationale.clone().unwrap_or_default(),
        quote: stance.quote.clone().unwrap_or_default(),
        changed: ChangedCx::new(stance.quote.as_deref(), placement, &article.body.text),
        lost: cx.lost(stance.quote.as_deref(), placement, &article.body.text),
        by: cx.editor(&stance.by),
        on: cx.date(stance.on),
    }
}
