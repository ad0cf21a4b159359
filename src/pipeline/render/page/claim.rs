//! A claim with every passage that touches it.

use serde::Serialize;
use serde_json::json;
use tera::Value;

use super::super::context::{DateCx, HistoryCx, LinkCx, NoteCx, Section, SourceCx};
use super::super::html::Html;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::site::{NoteRef, Thing};
use crate::model::vocabulary::TopicKind;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.claims.len() {
        plan.page(&library.route(Thing::Claim(index)), move |r| r.claim(index))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct PassageCx {
    article: Value,
    notes: Vec<NoteCx>,
}

#[derive(Serialize)]
struct ClaimCx {
    #[serde(flatten)]
    card: Value,
    date: Option<DateCx>,
    topics: Vec<LinkCx>,
    sources: Vec<SourceCx>,
    by: LinkCx,
    created: DateCx,
    history: Vec<HistoryCx>,
    passages: Vec<PassageCx>,
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
        page.json_ld = self.claim_review(index, &page.canonical);
        let topics = claim.topics.iter().filter_map(|id| library.topics.index(id.as_str()));
        let fields = Fields {
            claim: ClaimCx {
                date: claim.date.map(DateCx::from),
                topics: topics.map(|i| cx.link(Thing::Topic(i))).collect(),
                sources: claim.sources.iter().map(SourceCx::from).collect(),
                by: cx.editor(&claim.by),
                created: claim.created.into(),
                history: claim.history.iter().map(|change| HistoryCx::new(library, change)).collect(),
                passages: self.passages(&cx.site.links.claim_notes[index], &page.root),
                articles_without: self.articles_without(index),
                card: cx.cards.claims[index].clone(),
            },
        };
        self.fill("claim.html", &page, &fields)
    }

    fn passages(&self, notes: &[NoteRef], root: &str) -> Vec<PassageCx> {
        let by_article = notes.chunk_by(|a, b| a.article == b.article);
        let passage = |notes: &[NoteRef]| PassageCx {
            article: self.cx.cards.articles[notes[0].article].clone(),
            notes: notes.iter().map(|&at| self.cx.note(at, root)).collect(),
        };
        by_article.map(passage).collect()
    }

    /// Articles of the claim's stories in which no note ties a passage to it.
    fn articles_without(&self, index: usize) -> Vec<LinkCx> {
        let cx = &self.cx;
        let library = cx.library();
        let notes = &cx.site.links.claim_notes[index];
        let topics = library.claims.at(index).fields.topics.iter().filter_map(|id| library.topics.index(id.as_str()));
        let stories = topics.filter(|&i| library.topics.at(i).fields.kind == TopicKind::Story);
        let mut articles: Vec<usize> = stories.flat_map(|i| cx.site.links.topic_articles[i].iter().copied()).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.retain(|article| notes.iter().all(|n| n.article != *article));
        articles.into_iter().map(|i| cx.link(Thing::Article(i))).collect()
    }

    /// `ClaimReview` stands on the claim's page and nowhere else, and only where the page has an address and a verdict
    /// (Google, "Fact Check structured data"; schema.org).
    fn claim_review(&self, index: usize, canonical: &str) -> Html {
        let claim = &self.cx.library().claims.at(index).fields;
        let scale = &self.cx.config.scale;
        let Some(level) = claim.verdict.as_ref().and_then(|id| scale.level(id)).filter(|_| !canonical.is_empty())
        else {
            return Html::default();
        };
        let mut rating = json!({ "@type": "Rating", "alternateName": level.label });
        let ranks = || scale.levels.iter().filter_map(|l| l.rank);
        if let (Some(rank), Some(worst), Some(best)) = (level.rank, ranks().min(), ranks().max()) {
            rating["ratingValue"] = json!(rank);
            rating["worstRating"] = json!(worst);
            rating["bestRating"] = json!(best);
        }
        let mut reviewed = json!({ "@type": "Claim", "text": claim.text });
        if let Some(claimant) = &claim.claimant {
            reviewed["author"] = json!({ "@type": "Person", "name": claimant });
        }
        Html::json(&json!({
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": canonical,
            "claimReviewed": claim.text,
            "datePublished": claim.created.to_string(),
            "author": { "@type": "Organization", "name": self.cx.config.title },
            "reviewRating": rating,
            "itemReviewed": reviewed,
        }))
    }
}
