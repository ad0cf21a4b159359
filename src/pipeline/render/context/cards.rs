//! What lists show of a thing. Each card is made once and shared by all pages that show it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::super::language::Language;
use super::words::{DateCx, LinkCx, WhenCx, claimants, direction, link};
use super::{SourceCx, TreatsCx};
use crate::model::article::Article;
use crate::model::document::NodeKind;
use crate::model::id::Id;
use crate::model::library::Library;
use crate::model::scale::Scale;
use crate::model::site::{NoteRef, Site, Thing};
use crate::model::vocabulary::{NoteKind, TopicKind, Treats};
use crate::text::{first_sentence, slugify};

/// Characters of a first sentence that stands for a summary: two lines of a list.
const LONGEST_SUMMARY: usize = 300;

/// All cards, in the order of the library.
pub(crate) struct Cards {
    /// Articles.
    pub(crate) articles: Vec<Value>,
    /// Claims.
    pub(crate) claims: Vec<Value>,
    /// Topics.
    pub(crate) topics: Vec<Value>,
    /// Outlets.
    pub(crate) outlets: Vec<Value>,
    /// Events.
    pub(crate) events: Vec<Value>,
}

impl Cards {
    pub(super) fn new(site: &Site, scale: &Scale, language: &Language) -> Self {
        let library = site.library();
        let verdicts: BTreeMap<&Id, Value> =
            scale.levels.iter().filter_map(|l| Some((&l.id, verdict(scale, Some(&l.id))?))).collect();
        let of = Shelf { site, language, verdicts: &verdicts };
        let each = |n: usize| (0..n).into_par_iter();
        Self {
            articles: library.articles.par_iter().map(|a| value(&of.article(a))).collect(),
            claims: each(library.claims.len()).map(|i| value(&of.claim(i))).collect(),
            topics: each(library.topics.len()).map(|i| value(&of.topic(i))).collect(),
            outlets: each(library.outlets.len()).map(|i| value(&outlet(i, site))).collect(),
            events: each(library.events.len()).map(|i| value(&of.event(i))).collect(),
        }
    }
}

/// What cards are made from.
struct Shelf<'a> {
    site: &'a Site,
    language: &'a Language,
    verdicts: &'a BTreeMap<&'a Id, Value>,
}

fn value<T: Serialize>(card: &T) -> Value {
    Value::from_serializable(card)
}

#[derive(Serialize)]
struct VerdictCx<'a> {
    id: &'a str,
    label: &'a str,
    definition: &'a str,
    icon: &'a str,
    tone: &'a str,
    rank: Option<i64>,
}

pub(super) fn verdict(scale: &Scale, id: Option<&Id>) -> Option<Value> {
    let level = scale.level(id?)?;
    Some(value(&VerdictCx {
        id: level.id.as_str(),
        label: &level.label,
        definition: &level.definition,
        icon: &level.icon,
        tone: level.tone.id(),
        rank: level.rank,
    }))
}

#[derive(Serialize)]
pub(super) struct KindCx {
    id: &'static str,
    label: String,
    icon: &'static str,
}

impl KindCx {
    /// In the words of a language.
    pub(super) fn new(language: &Language, kind: NoteKind) -> Self {
        Self { id: kind.id(), label: language.name("kind", kind.id()), icon: kind.icon() }
    }
}

#[derive(Serialize)]
struct KindCount {
    kind: KindCx,
    count: usize,
}

#[derive(Serialize)]
struct VerdictCount {
    verdict: Value,
    count: usize,
}

#[derive(Serialize)]
struct StanceLine {
    target: LinkCx,
    label: &'static str,
    label_text: String,
}

#[derive(Serialize)]
struct ArticleCard {
    slug: String,
    title: String,
    route: String,
    language: String,
    dir: &'static str,
    text: &'static str,
    text_label: String,
    outlet: Option<LinkCx>,
    via: Option<LinkCx>,
    authors: Vec<LinkCx>,
    published: Option<DateCx>,
    summary: String,
    genre_label: String,
    topics: Vec<LinkCx>,
    stories: Vec<LinkCx>,
    note_count: usize,
    kinds: Vec<KindCount>,
    verdicts: Vec<VerdictCount>,
    stances: Vec<StanceLine>,
}

impl Shelf<'_> {
    fn article(&self, article: &Article) -> ArticleCard {
        let (library, language) = (self.site.library(), self.language);
        let front = &article.front;
        let outlet = |id: &Option<Id>| id.as_ref().and_then(|id| library.outlets.index(id.as_str())).map(Thing::Outlet);
        let topic = |id: &Id| library.topics.index(id.as_str());
        let is_story = |&i: &usize| library.topics.at(i).fields.kind == TopicKind::Story;
        let (stories, topics): (Vec<usize>, Vec<usize>) = front.topics.iter().filter_map(topic).partition(is_story);
        let links = |topics: Vec<usize>| topics.into_iter().map(|i| link(library, Thing::Topic(i))).collect();
        ArticleCard {
            slug: article.slug.to_string(),
            title: front.title.clone(),
            route: format!("articles/{}.html", article.slug),
            language: front.language.clone(),
            dir: direction(&front.language),
            text: front.text.id(),
            text_label: language.name("text", front.text.id()),
            outlet: outlet(&front.source.outlet).map(|o| link(library, o)),
            via: outlet(&front.source.via).map(|o| link(library, o)),
            authors: front.source.authors.iter().map(|name| author(name)).collect(),
            published: front.source.published.map(|date| DateCx::new(language, date)),
            summary: summary(article),
            genre_label: front.source.genre.map(|genre| language.name("genre", genre.id())).unwrap_or_default(),
            topics: links(topics),
            stories: links(stories),
            note_count: article.notes.len(),
            kinds: kinds(article, language),
            verdicts: verdict_counts(article, self.verdicts),
            stances: stances(article, library, language),
        }
    }
}

fn author(name: &str) -> LinkCx {
    LinkCx { label: name.to_owned(), route: format!("authors/{}.html", slugify(name)) }
}

/// What was written as summary, or the first sentence of the first paragraph.
pub(super) fn summary(article: &Article) -> String {
    if let Some(summary) = &article.front.summary {
        return summary.clone();
    }
    let body = &article.body;
    let paragraph = body.nodes.iter().find(|node| node.kind == NodeKind::Paragraph && !node.text.is_empty());
    let words = paragraph.map_or("", |paragraph| body.text.slice(paragraph.text));
    let sentence = words[..first_sentence(words)].split_whitespace().collect::<Vec<_>>().join(" ");
    match sentence.char_indices().nth(LONGEST_SUMMARY) {
        Some((at, _)) => format!("{}…", &sentence[..at]),
        None => sentence,
    }
}

fn kinds(article: &Article, language: &Language) -> Vec<KindCount> {
    let count = |kind: NoteKind| article.notes.iter().filter(|n| n.fields.kind == kind).count();
    let counts = NoteKind::ALL.iter().map(|&kind| KindCount { kind: KindCx::new(language, kind), count: count(kind) });
    counts.filter(|k| k.count > 0).collect()
}

fn verdict_counts(article: &Article, verdicts: &BTreeMap<&Id, Value>) -> Vec<VerdictCount> {
    let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
    for id in article.notes.iter().filter_map(|n| n.fields.verdict.as_ref()) {
        *counts.entry(id).or_default() += 1;
    }
    let line = |(id, count): (&Id, usize)| Some(VerdictCount { verdict: verdicts.get(id)?.clone(), count });
    counts.into_iter().filter_map(line).collect()
}

/// One line a target and label: where judges differ, both are shown.
fn stances(article: &Article, library: &Library, language: &Language) -> Vec<StanceLine> {
    let mut seen = Vec::new();
    let mut lines = Vec::new();
    for stance in &article.front.stance {
        if seen.contains(&(&stance.toward, stance.label)) {
            continue;
        }
        seen.push((&stance.toward, stance.label));
        lines.push(StanceLine {
            target: target(&stance.toward, library),
            label: stance.label.id(),
            label_text: language.name("stance", stance.label.id()),
        });
    }
    lines
}

/// The topic or claim that a stance is toward.
pub(super) fn target(id: &Id, library: &Library) -> LinkCx {
    let topic = library.topics.index(id.as_str()).map(Thing::Topic);
    let thing = topic.or_else(|| library.claims.index(id.as_str()).map(Thing::Claim));
    thing.map_or_else(|| LinkCx { label: id.to_string(), route: String::new() }, |thing| link(library, thing))
}

#[derive(Serialize)]
struct ClaimCard {
    id: String,
    text: String,
    route: String,
    claimants: Vec<LinkCx>,
    verdict: Option<Value>,
    summary: String,
    article_count: usize,
    note_count: usize,
    ways: Vec<WayCx>,
}

/// How many articles treat a claim in one way.
#[derive(Serialize)]
struct WayCx {
    #[serde(flatten)]
    treats: TreatsCx,
    count: usize,
}

fn ways(library: &Library, language: &Language, notes: &[NoteRef]) -> Vec<WayCx> {
    let count = |way: Treats| {
        let those = notes.iter().filter(|at| library.articles[at.article].notes[at.note].treats() == way);
        let mut articles: Vec<usize> = those.map(|at| at.article).collect();
        articles.dedup();
        articles.len()
    };
    let ways = Treats::ALL.iter().map(|&way| WayCx { treats: TreatsCx::new(language, way), count: count(way) });
    ways.filter(|way| way.count > 0).collect()
}

impl Shelf<'_> {
    fn claim(&self, index: usize) -> ClaimCard {
        let (site, verdicts) = (self.site, self.verdicts);
        let claim = site.library().claims.at(index);
        let notes = &site.links.claim_notes[index];
        let mut articles: Vec<usize> = notes.iter().map(|n| n.article).collect();
        articles.dedup();
        ClaimCard {
            id: claim.id.to_string(),
            text: claim.fields.text.clone(),
            route: site.library().route(Thing::Claim(index)).to_string(),
            claimants: claimants(site.library(), &claim.fields.claimant),
            verdict: claim.fields.verdict.as_ref().and_then(|id| verdicts.get(id)).cloned(),
            summary: claim.fields.summary.clone().unwrap_or_default(),
            article_count: articles.len(),
            note_count: notes.len(),
            ways: ways(site.library(), self.language, notes),
        }
    }
}

#[derive(Serialize)]
struct TopicCard {
    id: String,
    label: String,
    kind: &'static str,
    kind_label: String,
    route: String,
    summary: String,
    article_count: usize,
}

impl Shelf<'_> {
    fn topic(&self, index: usize) -> TopicCard {
        let site = self.site;
        let topic = site.library().topics.at(index);
        TopicCard {
            id: topic.id.to_string(),
            label: topic.fields.label.clone(),
            kind: topic.fields.kind.id(),
            kind_label: self.language.name("topic", topic.fields.kind.id()),
            route: site.library().route(Thing::Topic(index)).to_string(),
            summary: topic.fields.summary.clone().unwrap_or_default(),
            article_count: site.links.topic_articles[index].len(),
        }
    }
}

#[derive(Serialize)]
struct OutletCard {
    id: String,
    name: String,
    route: String,
    summary: String,
    article_count: usize,
}

fn outlet(index: usize, site: &Site) -> OutletCard {
    let outlet = site.library().outlets.at(index);
    OutletCard {
        id: outlet.id.to_string(),
        name: outlet.fields.name.clone(),
        route: site.library().route(Thing::Outlet(index)).to_string(),
        summary: outlet.fields.summary.clone().unwrap_or_default(),
        article_count: site.links.outlet_articles[index].len(),
    }
}

#[derive(Serialize)]
struct EventCard {
    id: String,
    date: WhenCx,
    text: String,
    topics: Vec<LinkCx>,
    articles: Vec<LinkCx>,
    context: bool,
    sources: Vec<SourceCx>,
}

impl Shelf<'_> {
    fn event(&self, index: usize) -> EventCard {
        let (library, language) = (self.site.library(), self.language);
        let event = library.events.at(index);
        let topics = event.fields.topics.iter().filter_map(|id| library.topics.index(id.as_str())).map(Thing::Topic);
        let articles = event.fields.articles.iter().filter_map(|id| library.article(id.as_str())).map(Thing::Article);
        EventCard {
            id: event.id.to_string(),
            date: WhenCx::new(language, event.fields.date),
            text: event.fields.text.clone(),
            topics: topics.map(|t| link(library, t)).collect(),
            articles: articles.map(|a| link(library, a)).collect(),
            context: event.fields.articles.is_empty(),
            sources: event.fields.sources.iter().map(|source| SourceCx::new(language, source)).collect(),
        }
    }
}
