//! JSON → annotations, as the Hypothesis API describes them (`/api/annotations/{id}`, version 1).

use serde_json::Value;

use crate::import::reading::Skipped;
use crate::import::source::Unreadable;
use crate::model::address::Address;
use crate::model::date::Date;

/// Characters of an annotation's words that a report shows.
const SHOWN: usize = 60;

/// What an export holds.
#[derive(Debug, Clone, Default)]
pub struct Export {
    /// Public notes, in the order of the export.
    pub annotations: Vec<Annotation>,
    /// What does not become a note, and why.
    pub skipped: Vec<Skipped>,
}

/// An annotation that can become a note.
#[derive(Debug, Clone)]
pub struct Annotation {
    /// Its id in Hypothesis.
    pub id: String,
    /// Who wrote it: `name@authority`.
    pub user: String,
    /// Where it can be read in Hypothesis.
    pub url: Option<Address>,
    /// The page that it is on: the address it was made at, then those that the page gives as its own.
    pub pages: Vec<String>,
    /// The day on which it was made.
    pub created: Date,
    /// The day of its last change.
    pub updated: Date,
    /// The words that it is on; none for a note on the whole page.
    pub words: Option<Words>,
    /// What it says, Markdown.
    pub text: String,
    /// Its tags, as written.
    pub tags: Vec<String>,
    /// What was left out on the way, for the report.
    pub remarks: Vec<&'static str>,
}

/// A `TextQuoteSelector`; runs of white space are one space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub exact: String,
    /// Those before them.
    pub prefix: Option<String>,
    /// Those behind them.
    pub suffix: Option<String>,
}

/// Reads an export.
///
/// # Errors
/// When the bytes are no JSON, or hold no list of annotations.
pub fn read(bytes: &[u8]) -> Result<Export, Unreadable> {
    let malformed = |why: String| Unreadable::Malformed("Hypothesis export", why);
    let text = std::str::from_utf8(bytes).map_err(|error| malformed(format!("it is not UTF-8: {error}")))?;
    let json: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| malformed(error.to_string()))?;
    let list = json.as_array().or_else(|| ["annotations", "rows"].iter().find_map(|key| json.get(key)?.as_array()));
    let list = list.ok_or_else(|| malformed("it has neither a list `annotations` nor a list `rows`".to_owned()))?;
    let mut export = Export::default();
    for (number, json) in (1..).zip(list) {
        match annotation(json) {
            Ok(annotation) => export.annotations.push(annotation),
            Err(why) => export.skipped.push(Skipped {
                place: string(json, "id")
                    .map_or_else(|| format!("annotation {number}"), |id| format!("annotation {id}")),
                title: shown(json),
                why,
            }),
        }
    }
    Ok(export)
}

/// The annotation, or why it becomes no note.
fn annotation(json: &Value) -> Result<Annotation, String> {
    public(json)?;
    if let Some(parent) = json.get("references").and_then(Value::as_array).and_then(|all| all.last()) {
        let parent = parent.as_str().unwrap_or("an annotation that it does not name");
        return Err(format!("a reply to {parent}: if it matters, write it into that note"));
    }
    let text = string(json, "text").unwrap_or_default().trim().to_owned();
    if text.is_empty() {
        return Err("a highlight without words: a note says something".to_owned());
    }
    let day = |key| string(json, key).and_then(|time| Date::parse(time.get(..10)?).ok());
    let created = day("created").ok_or("it has no date `created`")?;
    let user = string(json, "user").ok_or("it names no user")?;
    let (words, remarks) = words(json);
    let links = json.get("links");
    let url = ["html", "incontext"].iter().find_map(|key| Address::parse(links?.get(key)?.as_str()?).ok());
    Ok(Annotation {
        id: string(json, "id").ok_or("it has no id, so that it could come twice")?,
        user: user.strip_prefix("acct:").unwrap_or(&user).to_owned(),
        url,
        pages: pages(json),
        created,
        updated: day("updated").unwrap_or(created).max(created),
        words,
        text,
        tags: tags(json),
        remarks,
    })
}

/// Whether everybody may read it: what is private, a group's, hidden or waiting for a moderator never becomes public by
/// an import.
fn public(json: &Value) -> Result<(), String> {
    let readers = json.get("permissions").and_then(|permissions| permissions.get("read")?.as_array());
    let readers = readers.ok_or("it does not say who may read it")?;
    if !readers.iter().any(|reader| reader == "group:__world__") {
        return Err("it is not public: its author or a group alone may read it".to_owned());
    }
    if json.get("hidden").and_then(Value::as_bool) == Some(true) {
        return Err("a moderator has hidden it".to_owned());
    }
    match json.get("moderation_status").filter(|status| !status.is_null()) {
        None => Ok(()),
        Some(status) if status == "APPROVED" => Ok(()),
        Some(status) => Err(format!("moderators have not approved it (moderation_status {status})")),
    }
}

/// The words of the first target. Positions and ranges are those of the page's own code, so they are not kept.
fn words(json: &Value) -> (Option<Words>, Vec<&'static str>) {
    let targets = json.get("target").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let selectors = targets.first().and_then(|target| target.get("selector")?.as_array());
    let selectors = selectors.map(Vec::as_slice).unwrap_or_default();
    let mut remarks = Vec::new();
    if targets.len() > 1 {
        remarks.push("it has several places, and only the first was kept");
    }
    if selectors.is_empty() {
        return (None, remarks);
    }
    let quote = selectors.iter().find(|selector| selector.get("type").is_some_and(|kind| kind == "TextQuoteSelector"));
    let side = |key| {
        quote
            .and_then(|quote| string(quote, key))
            .map(|words| squeezed(&words))
            .filter(|words| !words.trim().is_empty())
    };
    let Some(exact) = side("exact") else {
        // Old annotations have selectors whose fields are null (hypothesis/client#407).
        remarks.push("its place is given without words, so it is a note on the whole article");
        return (None, remarks);
    };
    (Some(Words { exact: exact.trim().to_owned(), prefix: side("prefix"), suffix: side("suffix") }), remarks)
}

/// Runs of white space as one space, also at the ends: they tell where words begin.
fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            squeezed.push(c);
        } else if !squeezed.ends_with(' ') {
            squeezed.push(' ');
        }
    }
    squeezed
}

/// Never by `rel=alternate`: an alternate is another document, such as the site's feed (hypothesis/h#6216).
fn pages(json: &Value) -> Vec<String> {
    let targets = json.get("target").and_then(Value::as_array).into_iter().flatten();
    let links = json.get("document").and_then(|document| document.get("link")?.as_array()).into_iter().flatten();
    let canonical = links.filter(|link| link.get("rel").is_some_and(|rel| rel == "canonical"));
    let mut pages: Vec<String> = string(json, "uri").into_iter().collect();
    pages.extend(targets.filter_map(|target| string(target, "source")));
    pages.extend(canonical.filter_map(|link| string(link, "href")));
    pages.dedup();
    pages
}

fn tags(json: &Value) -> Vec<String> {
    let tags = json.get("tags").and_then(Value::as_array).into_iter().flatten();
    let tags = tags.filter_map(Value::as_str).map(|tag| squeezed(tag.trim()));
    tags.filter(|tag| !tag.is_empty()).collect()
}

fn shown(json: &Value) -> String {
    let words =
        string(json, "text").filter(|text| !text.trim().is_empty()).or_else(|| words(json).0.map(|words| words.exact));
    squeezed(words.unwrap_or_default().trim()).chars().take(SHOWN).collect()
}

fn string(json: &Value, key: &str) -> Option<String> {
    json.get(key)?.as_str().map(str::to_owned)
}
