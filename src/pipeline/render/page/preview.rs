//! What an article's page holds of the pages that its text leads to: a card each, shown where a reader points at a link.
//! They stand in the page itself, since a page opened from a disk can fetch nothing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::context::{Contexts, direction};
use crate::model::mention::MentionPlace;
use crate::model::site::{Href, Thing};
use crate::text::{first_sentence, shortened};

/// Most cards on a page.
const MOST: usize = 24;

/// Most bytes of all cards, and of the markup of one: a tenth of an article's page.
const MOST_BYTES: usize = 6_000;
const MARKUP: usize = 150;

/// Longest title and sentence, in characters: two lines and four lines of a card.
const LONGEST_TITLE: usize = 100;
const LONGEST_SENTENCE: usize = 180;

/// What a card shows.
#[derive(Serialize)]
pub(super) struct PreviewCx {
    route: String,
    kind: String,
    title: String,
    /// Of the title, where it is not the site's.
    language: String,
    dir: &'static str,
    sentence: String,
    facts: Vec<String>,
}

impl PreviewCx {
    fn bytes(&self) -> usize {
        let facts: usize = self.facts.iter().map(|fact| fact.len() + "<span></span> ".len()).sum();
        MARKUP + self.route.len() + self.title.len() + self.sentence.len() + facts
    }
}

/// The topics, claims and articles that an article's text leads to, in the order of the text, as many as have room.
pub(super) fn previews(cx: &Contexts<'_>, article: usize) -> Vec<PreviewCx> {
    let body = &cx.library().articles[article].body;
    let links = &cx.site.links;
    let set = links.articles[article].body.iter().zip(&body.links).filter_map(|(href, link)| match href {
        Href::Page { thing, .. } => Some((link.text.start, *thing)),
        _ => None,
    });
    let named = links.mentions[article].iter().filter(|m| m.place == MentionPlace::First);
    let mut leads: Vec<(u32, Thing)> = set.chain(named.map(|m| (m.range.start, Thing::Topic(m.topic)))).collect();
    leads.sort_unstable();
    let (mut seen, mut room) = (BTreeSet::from([Thing::Article(article)]), MOST_BYTES);
    let fresh = leads.into_iter().filter(|(_, thing)| seen.insert(*thing));
    let cards = fresh.filter_map(|(_, thing)| card(cx, thing)).take(MOST);
    let fits = |card: &PreviewCx| {
        let left = room.checked_sub(card.bytes());
        room = left.unwrap_or(0);
        left.is_some()
    };
    cards.take_while(fits).collect()
}

fn card(cx: &Contexts<'_>, thing: Thing) -> Option<PreviewCx> {
    let library = cx.library();
    let (kind, summary, facts) = match thing {
        Thing::Topic(i) => {
            let topic = &library.topics.at(i).fields;
            (cx.name("topic", topic.kind.id()), topic.summary.clone(), topic_facts(cx, i))
        }
        Thing::Claim(i) => (cx.say("claim", &[]), library.claims.at(i).fields.summary.clone(), claim_facts(cx, i)),
        Thing::Article(i) => (cx.say("article", &[]), library.articles[i].front.summary.clone(), article_facts(cx, i)),
        Thing::Outlet(_) | Thing::Editor(_) | Thing::Page(_) => return None,
    };
    let summary = summary.unwrap_or_default();
    let language = match thing {
        Thing::Article(i) => library.articles[i].front.language.clone(),
        _ => cx.config.language.clone(),
    };
    Some(PreviewCx {
        route: library.route(thing).to_string(),
        kind,
        title: shortened(library.label(thing), LONGEST_TITLE),
        dir: direction(&language),
        language: if language == cx.config.language { String::new() } else { language },
        sentence: shortened(&summary[..first_sentence(&summary)], LONGEST_SENTENCE),
        facts,
    })
}

fn topic_facts(cx: &Contexts<'_>, topic: usize) -> Vec<String> {
    let links = &cx.site.links;
    let articles: BTreeSet<usize> =
        links.topic_articles[topic].iter().chain(&links.topic_mentions[topic]).copied().collect();
    [count(cx, articles.len(), "articles"), count(cx, links.topic_claims[topic].len(), "claims")]
        .into_iter()
        .flatten()
        .collect()
}

fn claim_facts(cx: &Contexts<'_>, claim: usize) -> Vec<String> {
    let notes = &cx.site.links.claim_notes[claim];
    let articles: BTreeSet<usize> = notes.iter().map(|note| note.article).collect();
    let verdict = cx.library().claims.at(claim).fields.verdict.as_ref().and_then(|id| cx.scale.level(id));
    [verdict.map(|level| level.label.clone()), count(cx, articles.len(), "articles"), count(cx, notes.len(), "notes")]
        .into_iter()
        .flatten()
        .collect()
}

fn article_facts(cx: &Contexts<'_>, article: usize) -> Vec<String> {
    let article = &cx.library().articles[article];
    let outlet = article.front.source.outlet.as_ref().and_then(|id| cx.library().outlets.get(id.as_str()));
    [
        outlet.map(|outlet| outlet.fields.name.clone()),
        article.front.source.published.map(|date| cx.language.date(date)),
        count(cx, article.notes.len(), "notes"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn count(cx: &Contexts<'_>, n: usize, id: &str) -> Option<String> {
    (n > 0).then(|| cx.say(id, &[("count", n.into())]))
}
