//! What pages say to other programs, as JSON-LD in the words of schema.org.
//!
//! Only what search engines and fact-check indexes read, and only types that schema.org no longer calls pending: the
//! kind of an article is its `genre`, not one of the pending subtypes of `NewsArticle`. Every address is absolute; where
//! the site has no address of its own, what needs one is left out.

use serde_json::{Value, json};

use super::super::context::Contexts;
use super::super::html::Html;
use crate::model::address::Address;
use crate::model::article::Article;
use crate::model::claimant::Claimants;
use crate::model::entity::Outlet;
use crate::model::scale::{Level, Scale};
use crate::model::site::Thing;
use crate::model::vocabulary::{Genre, TopicKind, Treats};

/// Addresses of pages; a mail address is none.
fn web(address: &Address) -> Option<&str> {
    Some(address.as_str()).filter(|text| text.starts_with("http"))
}

/// The page is about an article of somebody else's, and says so: it does not pose as its publisher.
pub(super) fn article_page(cx: &Contexts<'_>, article: &Article, canonical: &str) -> Html {
    let Some(original) = original(cx, article) else { return Html::default() };
    let mut page = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": article.front.title,
        "publisher": publisher(cx),
        "isBasedOn": original,
    });
    if !canonical.is_empty() {
        page["url"] = json!(canonical);
    }
    Html::json(&page)
}

/// The site as an organisation.
fn publisher(cx: &Contexts<'_>) -> Value {
    let mut publisher = json!({ "@type": "Organization", "name": cx.config.title });
    if let Some(base) = &cx.config.base_url {
        publisher["url"] = json!(base.as_str());
    }
    publisher
}

/// An article where it was published; none where nobody says who did.
fn original(cx: &Contexts<'_>, article: &Article) -> Option<Value> {
    let source = &article.front.source;
    let outlet = cx.library().outlets.get(source.outlet.as_ref()?.as_str())?;
    // What somebody hands out to the press is no news article yet.
    let kind = if source.genre == Some(Genre::PressRelease) { "Article" } else { "NewsArticle" };
    let mut original = json!({
        "@type": kind,
        "headline": article.front.title,
        "inLanguage": article.front.language,
        "publisher": outlet_of(&outlet.fields),
    });
    if let Some(genre) = source.genre {
        original["genre"] = json!(genre_name(genre));
    }
    let authors: Vec<_> = source.authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect();
    if !authors.is_empty() {
        original["author"] = json!(authors);
    }
    if let Some(date) = source.published {
        original["datePublished"] = json!(date.to_string());
    }
    if let Some(url) = source.url.as_ref().and_then(web) {
        original["url"] = json!(url);
    }
    Some(original)
}

/// The kind of an article as English has it: linked data is the same in every language.
fn genre_name(genre: Genre) -> &'static str {
    match genre {
        Genre::Report => "Report",
        Genre::Analysis => "Analysis",
        Genre::Opinion => "Opinion",
        Genre::Interview => "Interview",
        Genre::Advocacy => "Advocacy",
        Genre::PressRelease => "Press release",
    }
}

fn outlet_of(outlet: &Outlet) -> Value {
    let mut organisation = json!({ "@type": "NewsMediaOrganization", "name": outlet.name });
    if let Some(url) = outlet.url.as_ref().and_then(web) {
        organisation["url"] = json!(url);
    }
    same_as(&mut organisation, &outlet.same_as);
    organisation
}

fn same_as(thing: &mut Value, addresses: &[Address]) {
    let addresses: Vec<&str> = addresses.iter().filter_map(web).collect();
    if !addresses.is_empty() {
        thing["sameAs"] = json!(addresses);
    }
}

/// `ClaimReview` stands on the claim's page and nowhere else, and only where the page has an address and a verdict
/// (Google, "Fact Check structured data": required are `claimReviewed`, `reviewRating.alternateName` and `url`).
pub(super) fn claim_review(cx: &Contexts<'_>, index: usize, canonical: &str) -> Html {
    let claim = &cx.library().claims.at(index).fields;
    let scale = &cx.scale;
    let Some(level) = claim.verdict.as_ref().and_then(|id| scale.level(id)).filter(|_| !canonical.is_empty()) else {
        return Html::default();
    };
    let mut review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": canonical,
        "claimReviewed": claim.text,
        "datePublished": claim.created.to_string(),
        "inLanguage": cx.config.language,
        "author": publisher(cx),
        "reviewRating": rating(scale, level),
        "itemReviewed": claim_made(cx, index),
    });
    if let Some(changed) = claim.history.iter().map(|change| change.date).max() {
        review["dateModified"] = json!(changed.to_string());
    }
    if let Some(summary) = &claim.summary {
        review["reviewBody"] = json!(summary);
    }
    Html::json(&review)
}

/// The word, and its number where it is a point on a line whose worst end is at least 1 and below its best (as Google
/// asks).
fn rating(scale: &Scale, level: &Level) -> Value {
    let mut rating = json!({ "@type": "Rating", "alternateName": level.label });
    let ranks = || scale.levels.iter().filter_map(|l| l.rank);
    if let (Some(rank), Some(worst), Some(best)) = (level.rank, ranks().min(), ranks().max())
        && 1 <= worst
        && worst < best
    {
        rating["ratingValue"] = json!(rank);
        rating["worstRating"] = json!(worst);
        rating["bestRating"] = json!(best);
    }
    rating
}

/// The claim with who makes it and where. An article that disputes a claim is not where it appears.
fn claim_made(cx: &Contexts<'_>, index: usize) -> Value {
    let claim = &cx.library().claims.at(index).fields;
    let mut made = json!({ "@type": "Claim", "text": claim.text });
    let mut authors = claimants(cx, &claim.claimant);
    match authors.len() {
        0 => {}
        1 => made["author"] = authors.remove(0),
        _ => made["author"] = json!(authors),
    }
    if let Some(date) = claim.date {
        made["datePublished"] = json!(date.to_string());
    }
    let articles = &cx.library().articles;
    let mut makers: Vec<usize> = cx.site.links.claim_notes[index]
        .iter()
        .filter(|at| articles[at.article].notes[at.note].treats() != Treats::Disputes)
        .map(|at| at.article)
        .filter(|&article| articles[article].front.source.url.as_ref().and_then(web).is_some())
        .collect();
    makers.dedup();
    let dated = makers.iter().copied().filter(|&article| articles[article].front.source.published.is_some());
    if let Some(first) = dated.min_by_key(|&article| (articles[article].front.source.published, article))
        && let Some(original) = original(cx, &articles[first])
    {
        made["firstAppearance"] = original;
        makers.retain(|&article| article != first);
    }
    let others: Vec<Value> = makers.iter().filter_map(|&article| original(cx, &articles[article])).collect();
    if !others.is_empty() {
        made["appearance"] = json!(others);
    }
    made
}

/// Those of whom it is known what they are. Words may mean a crowd; "the author … Organization or Person" they are not.
fn claimants(cx: &Contexts<'_>, claimants: &Claimants) -> Vec<Value> {
    let library = cx.library();
    let one = |thing: Thing| match thing {
        Thing::Outlet(i) => outlet_of(&library.outlets.at(i).fields),
        Thing::Topic(i) => {
            let topic = &library.topics.at(i).fields;
            let kind = if topic.kind == TopicKind::Person { "Person" } else { "Organization" };
            let mut author = json!({ "@type": kind, "name": topic.label });
            same_as(&mut author, &topic.same_as);
            author
        }
        other => json!({ "@type": "Organization", "name": library.label(other) }),
    };
    claimants.ids().filter_map(|id| library.claimant(id.as_str())).map(one).collect()
}
