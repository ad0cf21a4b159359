//! The fields of an article that an import writes: how they stand in the front matter, and what is recorded of them, so
//! that a later import knows which of them a person has changed.

use std::collections::BTreeMap;

use super::draft::{Draft, Field};
use super::said;
use crate::model::address::Address;
use crate::model::article::FrontMatter;
use crate::model::vocabulary::TextKind;
use crate::text::same_paragraphs;
use crate::yaml::{flow, scalar};

/// Name of the text among the recorded fields.
pub(super) const BODY: &str = "body";

/// A value of a field, as an import writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The field's name in reports and records.
    pub key: &'static str,
    /// The way to it in the front matter.
    pub way: &'static str,
    /// What it says; of several authors one a line.
    pub words: String,
    /// As it is written, on one line.
    pub yaml: String,
    /// Who gives it.
    pub by: Giver,
}

/// Who gives a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giver {
    /// The source, or a rule of the import.
    Source,
    /// A person, with `--set`.
    Person,
}

/// Names of the fields and their ways, in the order of the front matter.
pub const FIELDS: [(&str, &str); 9] = [
    ("title", "title"),
    ("language", "language"),
    ("text", "text"),
    ("outlet", "source/outlet"),
    ("authors", "source/authors"),
    ("url", "source/url"),
    ("published", "source/published"),
    ("via", "source/via"),
    ("rights", "source/rights"),
];

/// A language that is not determined (BCP 47): the key is required.
pub const NO_LANGUAGE: &str = "und";

/// The fields that a draft has, in the order of [`FIELDS`].
#[must_use]
pub fn values(draft: &Draft, outlet_id: Option<&str>, via_id: Option<&str>) -> Vec<Value> {
    let plain = |text: Option<&str>| text.map(|text| (text.to_owned(), scalar(text)));
    let as_it_is = |text: String| (text.clone(), text);
    let authors = (!draft.authors.is_empty()).then(|| (draft.authors.join("\n"), flow(&draft.authors)));
    let url = draft.url.as_deref().map(|url| (address(url), scalar(url)));
    let language = draft.language.as_deref().unwrap_or(NO_LANGUAGE).to_owned();
    let text = draft.text.unwrap_or(TextKind::Full).id();
    let all = [
        plain(draft.title.as_deref()),
        Some(as_it_is(language)),
        Some(as_it_is(text.to_owned())),
        plain(outlet_id),
        authors,
        url,
        draft.published.map(|published| as_it_is(published.to_string())),
        plain(via_id),
        plain(draft.rights.as_deref()),
    ];
    let value = |((key, way), value): ((&'static str, &'static str), Option<(String, String)>)| {
        let (words, yaml) = value?;
        Some(Value { key, way, words, yaml, by: giver(draft, key) })
    };
    FIELDS.into_iter().zip(all).filter_map(value).collect()
}

/// What an article says of a field, in the form of [`Value::words`].
#[must_use]
pub fn present(front: &FrontMatter, key: &str) -> Option<String> {
    let source = &front.source;
    match key {
        "title" => Some(front.title.clone()),
        "language" => Some(front.language.clone()),
        "text" => Some(front.text.id().to_owned()),
        "outlet" => source.outlet.as_ref().map(ToString::to_string),
        "authors" => (!source.authors.is_empty()).then(|| source.authors.join("\n")),
        "url" => source.url.as_ref().map(ToString::to_string),
        "published" => source.published.map(|date| date.to_string()),
        "via" => source.via.as_ref().map(ToString::to_string),
        "rights" => source.rights.clone(),
        _ => None,
    }
}

/// What is recorded of a draft that becomes an article: a mark for each field that no person has said, and for the body.
#[must_use]
pub fn record(values: &[Value], body: &str) -> BTreeMap<String, String> {
    let fields = values.iter().filter(|value| value.by == Giver::Source);
    let fields = fields.map(|value| (value.key.to_owned(), mark(&value.words)));
    fields.chain([(BODY.to_owned(), body_mark(body))]).collect()
}

/// A record on one line, the body first, then the fields in their order.
#[must_use]
pub fn record_yaml(record: &BTreeMap<String, String>) -> String {
    let keys = [BODY].into_iter().chain(FIELDS.iter().map(|(key, _)| *key));
    let marks = keys.filter_map(|key| Some(format!("{key}: \"{}\"", record.get(key)?)));
    format!("{{{}}}", marks.collect::<Vec<_>>().join(", "))
}

/// What is recorded of a text. Two with the same paragraphs have the same mark, whatever their line ends are.
#[must_use]
pub fn body_mark(body: &str) -> String {
    mark(&same_paragraphs(body))
}

/// The first 16 hexadecimal digits of the BLAKE3 hash: 64 bits tell the few states of one field apart.
#[must_use]
pub fn mark(words: &str) -> String {
    blake3::hash(words.as_bytes()).to_hex()[..16].to_owned()
}

/// An address as a site reads it.
fn address(url: &str) -> String {
    Address::parse(url).map_or_else(|_| url.to_owned(), |address| address.to_string())
}

fn giver(draft: &Draft, key: &str) -> Giver {
    let mut decisions = draft.decisions.iter();
    let first = decisions.find(|decision| decision.field.key() == key && decision.field != Field::Body);
    if first.is_some_and(|decision| decision.rule == said::RULE) { Giver::Person } else { Giver::Source }
}
