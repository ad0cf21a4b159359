//! Articles with something in common, with the reason in words.

use serde::Serialize;
use tera::Value;

use super::super::context::Contexts;
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
        reason: reason(related),
    };
    cx.site.links.related[article].iter().map(one).collect()
}

fn reason(related: &Related) -> String {
    let topics = related.topics.iter().map(|(&kind, &n)| (n, topic_words(kind)));
    let passages = (related.passages, ("shared passage", "shared passages"));
    let all = [(related.claims, ("claim", "claims"))].into_iter().chain(topics).chain([passages]);
    let counted =
        all.filter(|(n, _)| *n > 0).map(|(n, (one, many))| format!("{n} {}", if n == 1 { one } else { many }));
    format!("{} in common", counted.collect::<Vec<_>>().join(", "))
}

fn topic_words(kind: TopicKind) -> (&'static str, &'static str) {
    match kind {
        TopicKind::Story => ("story", "stories"),
        TopicKind::Person => ("person", "people"),
        TopicKind::Organisation => ("organisation", "organisations"),
        TopicKind::Place => ("place", "places"),
        TopicKind::Theme => ("theme", "themes"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn one_is_not_many() {
        let topics = BTreeMap::from([(TopicKind::Person, 2), (TopicKind::Story, 1)]);
        let mut related = Related { article: 0, claims: 3, topics, passages: 1, same_text: false };
        assert_eq!(reason(&related), "3 claims, 1 story, 2 people, 1 shared passage in common");
        related = Related { claims: 1, topics: BTreeMap::new(), passages: 0, ..related };
        assert_eq!(reason(&related), "1 claim in common");
    }
}
