//! A topic: what is said about it, when, and by whom.

use serde::Serialize;
use tera::Value;

use super::super::context::{LinkCx, Section};
use super::super::{Plan, RenderError};
use super::backlink::{BacklinksCx, backlinks};
use super::chronicle::{ChronicleCx, NumberedEvent, chronicle, numbered};
use super::compare;
use super::coverage::{Coverage, of_topic};
use super::mention::{MentionsCx, mentions};
use super::numbers::{NumbersCx, numbers};
use super::stance::{StanceCx, stance};
use super::{Page, Renderer};
use crate::model::site::Thing;
use crate::model::vocabulary::TopicKind;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.topics.len() {
        plan.page(&library.route(Thing::Topic(index)), move |r| r.topic(index))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct TopicCx<'a> {
    #[serde(flatten)]
    card: Value,
    aliases: &'a [String],
    same_as: Vec<String>,
    broader: Vec<LinkCx>,
    narrower: Vec<LinkCx>,
    articles: Vec<Value>,
    stances: Vec<StanceCx>,
    events: Vec<NumberedEvent>,
    chronicle: Option<ChronicleCx>,
    claims: Vec<Value>,
    mentions: MentionsCx,
    backlinks: BacklinksCx,
    coverage: Option<Coverage>,
    /// To the pairs of a story that are compared, or empty.
    compare: String,
    numbers: Option<NumbersCx>,
}

#[derive(Serialize)]
struct Fields<'a> {
    topic: TopicCx<'a>,
}

impl Renderer<'_> {
    fn topic(&self, index: usize) -> Page {
        let cx = &self.cx;
        let (library, links, cards) = (cx.library(), &cx.site.links, &cx.cards);
        let topic = &library.topics.at(index).fields;
        let route = library.route(Thing::Topic(index));
        let mut page = cx.page("topic", Section::Topics, &route, &topic.label);
        page.description = topic.summary.clone().unwrap_or_default();
        let toward = links.stances_toward.get(&Thing::Topic(index)).map(Vec::as_slice).unwrap_or_default();
        let judged = |&(article, number): &(usize, usize)| stance(cx, article, number);
        let broader = topic.broader.iter().filter_map(|id| library.topics.index(id.as_str()));
        let pick = |cards: &[Value], numbers: &[usize]| numbers.iter().map(|&i| cards[i].clone()).collect();
        let events = &links.topic_events[index];
        // Of a story also what was published when, and what the notes found.
        let told: &[usize] = if topic.kind == TopicKind::Story { &links.topic_articles[index] } else { &[] };
        let chronicle = chronicle(cx, &page.root, events, told);
        let fields = Fields {
            topic: TopicCx {
                card: cards.topics[index].clone(),
                aliases: &topic.aliases,
                same_as: topic.same_as.iter().map(ToString::to_string).collect(),
                broader: broader.map(|i| cx.link(Thing::Topic(i))).collect(),
                narrower: links.topic_narrower[index].iter().map(|&i| cx.link(Thing::Topic(i))).collect(),
                articles: pick(&cards.articles, &links.topic_articles[index]),
                stances: toward.iter().map(judged).collect(),
                events: numbered(cx, events, chronicle.as_ref()),
                chronicle,
                claims: pick(&cards.claims, &links.topic_claims[index]),
                mentions: mentions(cx, index),
                backlinks: backlinks(cx, Thing::Topic(index)),
                coverage: of_topic(cx, index),
                compare: compare::of_story(cx, index),
                numbers: numbers(cx, told),
            },
        };
        self.fill("topic.html", &page, &fields)
    }
}
