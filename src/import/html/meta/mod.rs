//! What a page says about its article: JSON-LD, `<meta>`, microdata, and what it prints.

mod author;
mod json_ld;
mod outlet;
mod printed;
mod stamp;
mod tags;
mod title;

use dom_query::Document;
use url::Url;

use super::dom;
use super::write::{absolute, without_tracking};
use crate::import::date::Published;

pub(super) use stamp::stamp;

/// A value for a field, with the rule that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate<T> {
    pub(super) value: T,
    pub(super) rule: &'static str,
    /// The words of the source that say it, by which the line is found.
    pub(super) evidence: String,
}

impl<T> Candidate<T> {
    fn new(value: T, rule: &'static str, evidence: impl Into<String>) -> Self {
        Self { value, rule, evidence: evidence.into() }
    }
}

/// All candidates, the best of each field first.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) titles: Vec<Candidate<String>>,
    pub(super) authors: Vec<Candidate<Vec<String>>>,
    pub(super) published: Vec<Candidate<Published>>,
    pub(super) modified: Vec<Candidate<Published>>,
    pub(super) outlets: Vec<Candidate<String>>,
    pub(super) addresses: Vec<Candidate<String>>,
    pub(super) languages: Vec<Candidate<String>>,
    /// The text as the page's own data have it, without structure.
    pub(super) text: Option<String>,
}

impl Facts {
    /// The article's address.
    pub(super) fn address(&self) -> Option<&str> {
        self.addresses.first().map(|address| address.value.as_str())
    }
}

/// Reads a page before anything is taken out of it. `url` is where it was read.
pub(super) fn read(document: &Document, url: Option<&str>) -> Facts {
    let tags = tags::read(document);
    let linked = json_ld::read(document);
    let printed = printed::read(document);
    let mut facts = Facts { addresses: addresses(document, url, &tags, &linked), ..Facts::default() };
    facts.outlets = outlet::find(&tags, &linked, facts.address());
    facts.titles = title::find(&tags, &linked, &printed, &facts.outlets);
    facts.authors = author::find(&tags, &linked, &printed, &facts.outlets, facts.address());
    facts.published = stamp::published(&tags, &linked, &printed, facts.address());
    facts.modified = stamp::modified(&tags, &linked);
    facts.languages = languages(document, &tags, &linked);
    facts.text = linked.text;
    facts
}

/// The address that the page gives itself, then the one that it was saved from or read at.
fn addresses(
    document: &Document,
    url: Option<&str>,
    tags: &tags::Tags,
    linked: &json_ld::Linked,
) -> Vec<Candidate<String>> {
    let here = url.and_then(|url| Url::parse(url).ok());
    let saved = saved_from(document);
    let base = here.clone().or_else(|| saved.as_deref().and_then(|saved| Url::parse(saved).ok()));
    let canonical = document.select_single("link[rel~=canonical][href]").attr("href").map(|href| href.to_string());
    let stated = [
        (canonical, "link rel=canonical"),
        (tags.first(&["og:url", "parsely-link", "twitter:url"]).map(str::to_owned), "meta og:url"),
        (linked.url.clone(), "JSON-LD url"),
        (saved, "saved from url"),
        (here.map(String::from), "address given"),
    ];
    let mut addresses: Vec<Candidate<String>> = Vec::new();
    for (evidence, rule) in stated {
        let Some(evidence) = evidence else { continue };
        let Some(found) = absolute(&evidence, base.as_ref()).filter(is_article) else { continue };
        let mut found = without_tracking(found);
        found.set_fragment(None);
        addresses.push(Candidate::new(found.into(), rule, evidence));
    }
    addresses
}

/// Whether an address can be that of an article on the net: a canonical link to the front page is a mistake.
fn is_article(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| host.contains('.'))
        && (url.path().len() > 1 || url.query().is_some())
}

/// `<!-- saved from url=(0042)https://… -->`, which browsers write at the top of a saved page; the same of other tools.
fn saved_from(document: &Document) -> Option<String> {
    let root = document.root();
    let comments = root.children_it(false).chain(document.html_root().children_it(false)).take(16);
    comments.filter(dom_query::NodeRef::is_comment).find_map(|node| {
        let text = node.query(|node| match &node.data {
            dom_query::NodeData::Comment { contents } => Some(contents.to_string()),
            _ => None,
        })??;
        let lower = text.to_ascii_lowercase();
        let behind = ["saved from url=", "url:", "mirrored from "]
            .iter()
            .find_map(|lead| lower.find(lead).map(|at| text[at + lead.len()..].trim_start()))?;
        let behind = behind.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(behind, |(_, rest)| rest);
        let address = behind.split_whitespace().next()?;
        address.starts_with("http").then(|| address.to_owned())
    })
}

fn languages(document: &Document, tags: &tags::Tags, linked: &json_ld::Linked) -> Vec<Candidate<String>> {
    let html = document.html_root();
    let attribute = dom::attribute(&html, "lang").or_else(|| dom::attribute(&html, "xml:lang"));
    let stated = [
        (attribute, "lang of the page"),
        (linked.language.clone(), "JSON-LD inLanguage"),
        (
            tags.first(&["og:locale", "content-language", "dc.language", "language"]).map(str::to_owned),
            "meta og:locale",
        ),
    ];
    let tag = |(value, rule): (Option<String>, &'static str)| {
        let evidence = value?;
        Some(Candidate::new(language_tag(&evidence)?, rule, evidence))
    };
    stated.into_iter().filter_map(tag).collect()
}

/// `en_US.UTF-8` and `EN-us` as BCP 47 has them; none for what is no tag.
fn language_tag(text: &str) -> Option<String> {
    let text = text.split([',', ';', '.', ' ', '@']).next()?.replace('_', "-");
    let mut parts = text.split('-');
    let language = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&language.len()) || !language.bytes().all(|b| b.is_ascii_lowercase()) || language == "und" {
        return None;
    }
    let mut tag = language;
    for part in parts.filter(|part| part.bytes().all(|b| b.is_ascii_alphanumeric())) {
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                tag.push_str(&part[..1].to_ascii_uppercase());
                tag.push_str(&part[1..].to_ascii_lowercase());
            }
            3 if part.bytes().all(|b| b.is_ascii_digit()) => tag.push_str(part),
            _ => {
                tag.pop();
                break;
            }
        }
    }
    Some(tag)
}
