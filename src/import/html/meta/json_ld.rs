//! JSON-LD: what the page's own data say of the article.

use std::collections::BTreeMap;

use dom_query::Document;
use serde_json::{Map, Value};

use super::dom;

/// What the best object of a page says.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    /// The text without structure.
    pub(super) text: Option<String>,
}

/// Largest script that is read, in bytes, and deepest nesting of it.
const LARGEST: usize = 2 * 1024 * 1024;
const DEEPEST: usize = 8;

/// Keys that lead to other works than this article.
const OTHERS: &[&str] = &[
    "hasPart",
    "isPartOf",
    "mentions",
    "citation",
    "comment",
    "itemListElement",
    "isBasedOn",
    "workExample",
    "review",
    "relatedLink",
    "video",
    "image",
    "associatedMedia",
    "publisher",
    "author",
    "creator",
    "about",
    "breadcrumb",
];

pub(super) fn read(document: &Document) -> Linked {
    let scripts = document.select("script[type*=\"ld+json\"]");
    let parsed: Vec<Value> = scripts.nodes().iter().filter_map(|node| parse(&node.text())).collect();
    let mut objects = Vec::new();
    let mut named = BTreeMap::new();
    for value in &parsed {
        collect(value, 0, &mut objects, &mut named);
    }
    // The first object of the best type: later ones are often teasers.
    let best = objects.iter().min_by_key(|object| rank(object));
    best.filter(|object| rank(object) < UNRANKED)
        .map_or_else(Linked::default, |object| linked(object, &objects, &named))
}

/// Scripts are often not quite JSON: comments around them, line breaks inside of strings, a semicolon at the end.
fn parse(text: &str) -> Option<Value> {
    if text.len() > LARGEST {
        return None;
    }
    let text = text.trim().trim_start_matches("<!--").trim_start_matches("<![CDATA[").trim_start_matches("//<![CDATA[");
    let text =
        text.trim_end_matches([';', '\n', ' ']).trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//");
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&spaced).ok().or_else(|| serde_json::from_str(&without_last_commas(&spaced)).ok())
}

/// `,}` and `,]` outside of strings lose their comma.
fn without_last_commas(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        match c {
            '"' if !escaped => quoted = !quoted,
            '}' | ']' if !quoted => {
                let bare = kept.trim_end().len();
                if kept[..bare].ends_with(',') {
                    kept.truncate(bare - 1);
                }
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        kept.push(c);
    }
    kept
}

fn collect<'a>(
    value: &'a Value,
    depth: usize,
    objects: &mut Vec<&'a Map<String, Value>>,
    named: &mut BTreeMap<&'a str, &'a Map<String, Value>>,
) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth + 1, objects, named)),
        Value::Object(object) => {
            if let Some(id) = object.get("@id").and_then(Value::as_str)
                && object.len() > 1
            {
                named.entry(id).or_insert(object);
            }
            if rank(object) < UNRANKED {
                objects.push(object);
            }
            for (key, value) in object {
                if !OTHERS.contains(&key.as_str()) {
                    collect(value, depth + 1, objects, named);
                }
            }
        }
        _ => {}
    }
}

const UNRANKED: usize = 9;

/// How likely an object is the page's article: 0 is best.
fn rank(object: &Map<String, Value>) -> usize {
    let types: Vec<&str> = match object.get("@type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
        _ => return UNRANKED,
    };
    let rank = |name: &&str| match name.rsplit('/').next().unwrap_or(name) {
        name if name.ends_with("NewsArticle") || name == "Report" || name == "ReportageNewsArticle" => 0,
        name if name.ends_with("Article") || name.ends_with("Posting") => 1,
        "Review" | "Recipe" | "CreativeWork" | "Event" | "Book" | "TechArticle" | "HowTo" | "ClaimReview" => 3,
        "VideoObject" | "AudioObject" | "PodcastEpisode" | "QAPage" => 5,
        name if name.ends_with("Page") => 6,
        _ => UNRANKED,
    };
    let best = types.iter().map(rank).min().unwrap_or(UNRANKED);
    let said = ["headline", "datePublished", "author", "articleBody"].iter().any(|key| object.contains_key(*key));
    if best < UNRANKED && !said { best.max(7) } else { best }
}

fn linked(
    best: &Map<String, Value>,
    objects: &[&Map<String, Value>],
    named: &BTreeMap<&str, &Map<String, Value>>,
) -> Linked {
    // A field that the best object leaves out may stand in another one of an article or in that of the page.
    let of = |key: &str| text(best.get(key)).or_else(|| objects.iter().find_map(|object| text(object.get(key))));
    let authors = |object: &Map<String, Value>| {
        let value = object.get("author").or_else(|| object.get("creator"));
        value.map(|value| names(value, named)).unwrap_or_default()
    };
    let own = authors(best);
    Linked {
        headline: text(best.get("headline")).or_else(|| text(best.get("name"))),
        authors: if own.is_empty() {
            objects.iter().map(|object| authors(object)).find(|names| !names.is_empty()).unwrap_or_default()
        } else {
            own
        },
        published: of("datePublished").or_else(|| of("dateCreated")),
        modified: of("dateModified"),
        publisher: best
            .get("publisher")
            .or_else(|| objects.iter().find_map(|object| object.get("publisher")))
            .and_then(|value| names(value, named).into_iter().next()),
        language: language(best).or_else(|| objects.iter().find_map(|object| language(object))),
        url: text(best.get("mainEntityOfPage").and_then(|page| page.get("@id")).or(best.get("mainEntityOfPage")))
            .or_else(|| text(best.get("url")))
            .filter(|url| url.starts_with("http")),
        text: objects
            .iter()
            .filter_map(|object| object.get("articleBody").and_then(Value::as_str))
            .max_by_key(|text| text.len())
            .map(str::to_owned),
    }
}

fn language(object: &Map<String, Value>) -> Option<String> {
    let value = object.get("inLanguage")?;
    text(Some(value)).or_else(|| text(value.get("alternateName")))
}

/// A string, or the first one of a list; character references are resolved, tags taken out.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => {
            let text = plain(text);
            (!text.is_empty()).then_some(text)
        }
        Value::Array(values) => values.iter().find_map(|value| text(Some(value))),
        _ => None,
    }
}

/// JSON-LD strings often hold HTML.
fn plain(text: &str) -> String {
    if text.contains(['<', '&']) && text.len() < 2000 {
        return dom::words(&Document::fragment(text).root());
    }
    dom::squash(text)
}

/// Names of persons and organisations: strings, objects with a name, and objects that name another one by its id.
fn names(value: &Value, named: &BTreeMap<&str, &Map<String, Value>>) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().take(32).flat_map(|value| names(value, named)).collect(),
        Value::Object(object) => {
            let id = object.get("@id").and_then(Value::as_str);
            let whole =
                if object.contains_key("name") { object } else { id.and_then(|id| named.get(id)).unwrap_or(&object) };
            match whole.get("name") {
                Some(Value::Array(many)) => many.iter().filter_map(|name| text(Some(name))).collect(),
                name => text(name).into_iter().collect(),
            }
        }
        value => text(Some(value)).into_iter().collect(),
    }
}
