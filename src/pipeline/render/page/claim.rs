//! A claim with every passage that touches it.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, DateCx, HistoryCx, LinkCx, NoteCx, Section, SourceCx, TreatsCx};
use super::super::{Plan, RenderError};
use super::coverage::place_of;
use super::linked_data::claim_review;
use super::quoted::{QuotedCx, quoted};
use super::stance::{StanceCx, stance};
use super::{Page, Renderer};
use crate::model::note::Citation;
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::{Relation, Shows, TopicKind, Treats};

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.claims.len() {
        plan.page(&library.route(Thing::Claim(index)), move |r| r.claim(index))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct PassageCx {
    #[serde(flatten)]
    note: NoteCx,
    /// Where the words stand.
    place: String,
    /// The words in their sentence; none where they have no place or are others than were quoted.
    quoted: Option<QuotedCx>,
}

/// The passages of one article.
#[derive(Serialize)]
struct ArticleCx {
    card: Value,
    passages: Vec<PassageCx>,
    /// Where the article stands toward the claim or what it is about.
    stances: Vec<StanceCx>,
}

/// The articles that treat the claim in one way.
#[derive(Serialize)]
struct WayCx {
    #[serde(flatten)]
    treats: TreatsCx,
    articles: Vec<ArticleCx>,
}

/// The documents that show one thing about the claim.
#[derive(Serialize)]
struct EvidenceCx {
    shows: &'static str,
    heading: String,
    sources: Vec<SourceCx>,
}

/// The claims that stand in one relation to this one.
#[derive(Serialize)]
struct RelatedCx {
    relation: &'static str,
    label: String,
    claims: Vec<Value>,
}

#[derive(Serialize)]
struct ClaimCx {
    #[serde(flatten)]
    card: Value,
    date: Option<DateCx>,
    topics: Vec<LinkCx>,
    evidence: Vec<EvidenceCx>,
    by: LinkCx,
    created: DateCx,
    modified: Option<DateCx>,
    history: Vec<HistoryCx>,
    treatments: Vec<WayCx>,
    related: Vec<RelatedCx>,
    articles_without: Vec<LinkCx>,
}

#[derive(Serialize)]
struct Fields {
    claim: ClaimCx,
}

impl Renderer<'_> {
    fn claim(&self, index: usize) -> Page {
        let cx = &self.cx;
        let library = cx.library();
        let claim = &library.claims.at(index).fields;
        let route = library.route(Thing::Claim(index));
        let mut page = cx.page("claim", Section::Claims, &route, &claim.text);
        page.description = claim.summary.clone().unwrap_or_default();
        page.json_ld = claim_review(cx, index, &page.canonical);
        let topics = claim.topics.iter().filter_map(|id| library.topics.index(id.as_str()));
        let fields = Fields {
            claim: ClaimCx {
                date: claim.date.map(|date| cx.date(date)),
                topics: topics.map(|i| cx.link(Thing::Topic(i))).collect(),
                evidence: evidence(cx, &claim.sources),
                by: cx.editor(&claim.by),
                created: cx.date(claim.created),
                modified: claim.history.iter().map(|change| change.date).max().map(|date| cx.date(date)),
                history: claim.history.iter().map(|change| cx.history(change)).collect(),
                treatments: treatments(cx, index, &page.root),
                related: related(cx, index),
                articles_without: articles_without(cx, index),
                card: cx.cards.claims[index].clone(),
            },
        };
        self.fill("claim.html", &page, &fields)
    }
}

/// Documents by what they show, those of which nothing is said last.
fn evidence(cx: &Contexts<'_>, sources: &[Citation]) -> Vec<EvidenceCx> {
    let shown = [Some(Shows::Supports), Some(Shows::Refutes), Some(Shows::Context), None];
    let group = |shows: Option<Shows>| EvidenceCx {
        shows: shows.map_or("", Shows::id),
        heading: cx.name("evidence", shows.map_or("cited", Shows::id)),
        sources: sources.iter().filter(|source| source.shows == shows).map(|source| cx.source(source)).collect(),
    };
    shown.into_iter().map(group).filter(|group| !group.sources.is_empty()).collect()
}

/// The passages by how they treat the claim, then by article.
fn treatments(cx: &Contexts<'_>, index: usize, root: &str) -> Vec<WayCx> {
    let articles = &cx.library().articles;
    let way = |treats: Treats| {
        let notes = cx.site.links.claim_notes[index].iter();
        let notes: Vec<NoteRef> =
            notes.filter(|at| articles[at.article].notes[at.note].treats() == treats).copied().collect();
        let article = |notes: &[NoteRef]| ArticleCx {
            card: cx.cards.articles[notes[0].article].clone(),
            passages: notes.iter().map(|&at| passage(cx, at, root)).collect(),
            stances: stances(cx, index, notes[0].article),
        };
        WayCx {
            treats: TreatsCx::new(&cx.language, treats),
            articles: notes.chunk_by(|a, b| a.article == b.article).map(article).collect(),
        }
    };
    Treats::ALL.iter().map(|&treats| way(treats)).filter(|way| !way.articles.is_empty()).collect()
}

fn passage(cx: &Contexts<'_>, at: NoteRef, root: &str) -> PassageCx {
    let note = cx.note(at, root);
    let anchor = cx.site.anchored.placements[at.article].notes[at.note].anchor();
    let body = &cx.library().articles[at.article].body;
    let quoted = anchor.filter(|_| !note.is_changed()).map(|anchor| quoted(body, anchor.range));
    PassageCx { place: place_of(cx, at), quoted, note }
}

/// The article's stances toward the claim and toward what it is about, in the article's order.
fn stances(cx: &Contexts<'_>, index: usize, article: usize) -> Vec<StanceCx> {
    let claim = cx.library().claims.at(index);
    let stances = cx.library().articles[article].front.stance.iter().enumerate();
    let toward = stances.filter(|(_, s)| s.toward == claim.id || claim.fields.topics.contains(&s.toward));
    toward.map(|(number, _)| stance(cx, article, number)).collect()
}

fn related(cx: &Contexts<'_>, index: usize) -> Vec<RelatedCx> {
    let relations = &cx.site.links.claim_relations[index];
    let one = |group: &[(Relation, usize)]| RelatedCx {
        relation: group[0].0.id(),
        label: cx.name("relation", group[0].0.id()),
        claims: group.iter().map(|&(_, claim)| cx.cards.claims[claim].clone()).collect(),
    };
    relations.chunk_by(|a, b| a.0 == b.0).map(one).collect()
}

/// Articles of the claim's stories in which no note ties a passage to it.
fn articles_without(cx: &Contexts<'_>, index: usize) -> Vec<LinkCx> {
    let library = cx.library();
    let notes = &cx.site.links.claim_notes[index];
    let topics = library.claims.at(index).fields.topics.iter().filter_map(|id| library.topics.index(id.as_str()));
    let stories = topics.filter(|&i| library.topics.at(i).fields.kind == TopicKind::Story);
    let mut articles: Vec<usize> = stories.flat_map(|i| cx.site.links.topic_articles[i].iter().copied()).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.retain(|article| notes.binary_search_by_key(article, |at| at.article).is_err());
    articles.into_iter().map(|i| cx.link(Thing::Article(i))).collect()
}
