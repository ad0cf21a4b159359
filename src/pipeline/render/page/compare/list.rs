//! All pairs of articles that are compared, by story.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use super::super::super::context::{Contexts, LinkCx, Section};
use super::super::{Page, Renderer};
use crate::model::compared::ComparedPair;
use crate::model::route::Route;
use crate::model::shared::SharedPair;
use crate::model::site::Thing;
use crate::model::vocabulary::TopicKind;

/// Pairs of one story that are listed; each article's page leads to all of its own.
const LISTED: usize = 100;

/// Pairs of one story, those with most in common first; without a link those that are of no story together.
#[derive(Serialize)]
struct GroupCx {
    story: Option<LinkCx>,
    /// Its place on the page.
    anchor: String,
    pairs: Vec<PairCx>,
    /// How many are not listed.
    more: usize,
}

#[derive(Serialize)]
struct PairCx {
    articles: [Value; 2],
    route: String,
    passages: usize,
    words: usize,
    claims: usize,
}

#[derive(Serialize)]
struct Fields {
    groups: Vec<GroupCx>,
    count: usize,
}

/// Where the list stands.
pub(super) fn route() -> Route {
    Route::new("compare/index.html")
}

/// Where the pairs of a topic stand, or nothing where it has none.
pub(in super::super) fn of_story(cx: &Contexts<'_>, topic: usize) -> String {
    let links = &cx.site.links;
    let story = cx.library().topics.at(topic).fields.kind == TopicKind::Story;
    let articles: BTreeSet<usize> = links.topic_articles[topic].iter().copied().collect();
    let mut pairs = articles.iter().flat_map(|&article| &links.compared_of[article]).map(|&pair| &links.compared[pair]);
    let has = story && pairs.any(|pair| articles.contains(&pair.first) && articles.contains(&pair.second));
    if has { format!("{}#{}", route(), anchor(cx, topic)) } else { String::new() }
}

fn anchor(cx: &Contexts<'_>, topic: usize) -> String {
    format!("story-{}", cx.library().topics.at(topic).id)
}

impl Renderer<'_> {
    pub(super) fn comparisons(&self) -> Page {
        let cx = &self.cx;
        let page = cx.page("comparisons", Section::Articles, &route(), cx.say("comparisons", &[]));
        // Those of no story stand last.
        let mut groups: BTreeMap<(bool, usize), Vec<&ComparedPair>> = BTreeMap::new();
        for pair in &cx.site.links.compared {
            let mut of: Vec<(bool, usize)> = stories(cx, pair).map(|story| (false, story)).collect();
            if of.is_empty() {
                of.push((true, 0));
            }
            for group in of {
                groups.entry(group).or_default().push(pair);
            }
        }
        let groups = groups.into_iter().map(|((none, story), pairs)| group(cx, (!none).then_some(story), pairs));
        let count = cx.site.links.compared.len();
        self.fill("comparisons.html", &page, &Fields { groups: groups.collect(), count })
    }
}

/// The stories that both articles are about, by number.
fn stories(cx: &Contexts<'_>, pair: &ComparedPair) -> impl Iterator<Item = usize> {
    let library = cx.library();
    let topics = |article: usize| &library.articles[article].front.topics;
    let both = topics(pair.first).iter().filter(move |id| topics(pair.second).contains(id));
    let mut stories: Vec<usize> = both.filter_map(|id| library.topics.index(id.as_str())).collect();
    stories.retain(|&topic| library.topics.at(topic).fields.kind == TopicKind::Story);
    stories.sort_unstable();
    stories.dedup();
    stories.into_iter()
}

fn group(cx: &Contexts<'_>, story: Option<usize>, mut pairs: Vec<&ComparedPair>) -> GroupCx {
    let words = |pair: &ComparedPair| pair.shared.map_or(0, |shared| cx.site.links.shared[shared].words());
    pairs.sort_by_key(|pair| (Reverse(words(pair)), Reverse(pair.claims.len()), pair.first, pair.second));
    let shared = |pair: &ComparedPair| pair.shared.map(|shared| &cx.site.links.shared[shared]);
    let pair_cx = |pair: &&ComparedPair| PairCx {
        articles: [pair.first, pair.second].map(|article| cx.cards.articles[article].clone()),
        route: cx.library().compare_route(pair.first, pair.second).to_string(),
        passages: shared(pair).map_or(0, |shared| shared.passages.len()),
        words: shared(pair).map_or(0, SharedPair::words),
        claims: pair.claims.len(),
    };
    GroupCx {
        story: story.map(|topic| cx.link(Thing::Topic(topic))),
        anchor: story.map_or_else(|| "no-story".to_owned(), |topic| anchor(cx, topic)),
        more: pairs.len().saturating_sub(LISTED),
        pairs: pairs.iter().take(LISTED).map(pair_cx).collect(),
    }
}
