//! Articles with something in common, with the reason in words.

use serde::Serialize;
use tera::Value;

use super::super::context::Contexts;
use super::super::language::Language;
use crate::model::site::Related;
use crate::model::vocabulary::TopicKind;

/// A related article as templates receive it.
#[derive(Serialize)]
pub(super) struct RelatedCx {
    card: Value,
    /// Whether it is probably the same text.
    same_text: bool,
    /// What both have, as "3 claims, 1 person in common".
    reason: String,
}

/// The articles nearest to one.
pub(super) fn related(cx: &Contexts<'_>, article: usize) -> Vec<RelatedCx> {
    let one = |related: &Related| RelatedCx {
        card: cx.cards.articles[related.article].clone(),
        same_text: related.same_text,
        reason: reason(&cx.language, related),
    };
    cx.site.links.related[article].iter().map(one).collect()
}

fn reason(language: &Language, related: &Related) -> String {
    let topics = related.topics.iter().map(|(&kind, &n)| (n, of_kind(kind)));
    let all = [(related.claims, "claims")].into_iter().chain(topics).chain([(related.passages, "related-passages")]);
    let counted = all.filter(|(n, _)| *n > 0).map(|(n, id)| language.say(id, &[("count", n.into())]));
    let things = counted.collect::<Vec<_>>().join(&language.say("list-separator", &[]));
    language.say("related-reason", &[("things", things.into())])
}

fn of_kind(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Story => "related-stories",
        TopicKind::Person => "related-people",
        TopicKind::Organisation => "related-organisations",
        TopicKind::Place => "related-places",
        TopicKind::Theme => "related-themes",
    }
}
