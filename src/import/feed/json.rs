//! JSON Feed 1.0 and 1.1, forgiving numbers for texts and missing keys.

use serde_json::Value;

use super::base;
use super::item::{Extent, Feed, Item, Stated, Words};
use super::words;
use crate::import::source::Unreadable;

/// The feed that `text` is.
pub(super) fn feed(text: &str, address: Option<&str>) -> Result<Feed, Unreadable> {
    let json: Value = serde_json::from_str(text).map_err(|error| {
        Unreadable::Malformed("JSON feed", format!("{error}: fetch it again, or take its RSS or Atom form"))
    })?;
    let Some(items) = json.get("items").and_then(Value::as_array) else {
        return Err(Unreadable::Malformed("JSON feed", "it has no list called `items`".to_owned()));
    };
    let link = string(&json, "home_page_url");
    let outer = address.map(str::to_owned).or_else(|| string(&json, "feed_url")).or_else(|| link.clone());
    let mut lines = Lines { text, at: 0, line: 1 };
    Ok(Feed {
        title: stated(&json, "title", 1, "feed title"),
        language: stated(&json, "language", 1, "feed language"),
        authors: authors(&json, 1, "feed author"),
        items: items.iter().map(|item| self::item(item, lines.of(item), outer.as_deref())).collect(),
        link,
    })
}

/// Finds the line of each item by its id: a parsed value has no place.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, item: &Value) -> usize {
        let rest = &self.text[self.at..];
        let id = item.get("id").or_else(|| item.get("url")).map(Value::to_string);
        match id.and_then(|id| rest.find(&id)) {
            Some(found) => {
                self.line += rest[..found].matches('\n').count();
                self.at += found;
            }
            // Looking on from here for each item would take quadratic time.
            None => self.at = self.text.len(),
        }
        self.line
    }
}

fn item(json: &Value, line: usize, outer: Option<&str>) -> Item {
    let address = stated(json, "url", line, "item url").or_else(|| stated(json, "id", line, "item id"));
    let address = address.and_then(|stated| Some(Stated { words: base::resolve(&stated.words, outer)?, ..stated }));
    let tags = json.get("tags").and_then(Value::as_array).into_iter().flatten();
    let mut attachments = json.get("attachments").and_then(Value::as_array).into_iter().flatten();
    Item {
        line,
        title: string(json, "title").and_then(|title| Stated::new(&words::title(&title), line, "item title")),
        authors: authors(json, line, "item author"),
        published: stated(json, "date_published", line, "date_published"),
        updated: stated(json, "date_modified", line, "date_modified"),
        texts: texts(json, line, address.as_ref().map(|stated| stated.words.as_str()).or(outer)),
        categories: tags.filter_map(Value::as_str).map(str::to_owned).collect(),
        language: stated(json, "language", line, "item language"),
        outlet: None,
        encloses: attachments.find_map(|file| string(file, "mime_type")),
        not_an_item: None,
        link: address,
    }
}

fn texts(json: &Value, line: usize, base: Option<&str>) -> Vec<Words> {
    let texts = [
        ("content_html", Extent::Whole, string(json, "content_html").map(|html| words::html(&html))),
        ("content_text", Extent::Whole, string(json, "content_text").map(|text| words::from_plain(&text))),
        ("summary", Extent::Summary, string(json, "summary").map(|text| words::from_plain(&text))),
    ];
    let written = texts.into_iter().filter_map(|(rule, extent, html)| {
        let html = html.filter(|html| !html.trim().is_empty())?;
        Some(Words { html, extent, base: base.map(str::to_owned), line, rule })
    });
    let mut texts: Vec<Words> = written.collect();
    // The same text twice: its HTML has the marks, whatever the length.
    if texts.iter().any(|text| text.rule == "content_html") {
        texts.retain(|text| text.rule != "content_text");
    }
    texts
}

/// `authors` since 1.1, `author` before.
fn authors(json: &Value, line: usize, rule: &'static str) -> Vec<Stated> {
    let all = json.get("authors").and_then(Value::as_array).into_iter().flatten().chain(json.get("author"));
    let mut authors: Vec<Stated> = all.filter_map(|author| stated(author, "name", line, rule)).collect();
    authors.dedup();
    authors
}

fn stated(json: &Value, key: &str, line: usize, rule: &'static str) -> Option<Stated> {
    Stated::new(&string(json, key)?, line, rule)
}

fn string(json: &Value, key: &str) -> Option<String> {
    match json.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
