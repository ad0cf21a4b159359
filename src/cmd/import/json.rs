//! The report for programs: one JSON object a line. The keys are described in the README's "Import"; new ones may come.

use serde::Serialize;
use serde_json::{Value, json};

use super::options::Wanted;
use super::tell::asks;
use super::write::{Done, State};
use crate::import::{Decision, Dropped, Skipped};
use crate::model::vocabulary::TextKind;

#[derive(Serialize)]
struct Article<'a> {
    r#type: &'static str,
    source: &'a str,
    item: usize,
    of: usize,
    path: String,
    outcome: &'static str,
    why: Option<&'a str>,
    title: Option<&'a str>,
    authors: &'a [String],
    outlet: Option<&'a str>,
    via: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    rights: Option<&'a str>,
    text: &'static str,
    words: usize,
    categories: &'a [String],
    related: &'a [String],
    decisions: Vec<Value>,
    unsure: Vec<&'static str>,
    dropped: Vec<Value>,
    attachments: Vec<&'a str>,
    also: &'a [String],
    asks: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    update: Option<&'a Value>,
}

/// An article's line, with a newline; `update` tells what became of one that was there.
pub(super) fn article(source: &str, one: &Wanted, of: usize, done: &Done, update: Option<&Value>) -> String {
    let draft = &one.draft;
    let (outcome, why) = match &done.state {
        State::Written => ("written", None),
        State::WouldBeWritten => ("would-be-written", None),
        State::Updated => ("updated", None),
        State::WouldBeUpdated => ("would-be-updated", None),
        State::Unchanged => ("unchanged", None),
        State::NotWritten(why) => ("not-written", Some(why.as_str())),
    };
    let article = Article {
        r#type: "article",
        source,
        item: one.number,
        of,
        path: done.path.display().to_string(),
        outcome,
        why,
        title: draft.title.as_deref(),
        authors: &draft.authors,
        outlet: draft.outlet.as_deref(),
        via: draft.via.as_deref(),
        published: draft.published.map(|published| published.to_string()),
        url: draft.url.as_deref(),
        language: draft.language.as_deref(),
        rights: draft.rights.as_deref(),
        text: draft.text.unwrap_or(TextKind::Full).id(),
        words: draft.words(),
        categories: &draft.categories,
        related: &draft.related,
        decisions: draft.decisions.iter().map(decision).collect(),
        unsure: draft.unsure.iter().map(|field| field.key()).collect(),
        dropped: draft.dropped.iter().map(dropped).collect(),
        attachments: draft.attachments.iter().map(|file| file.name.as_str()).collect(),
        also: &done.also,
        asks: asks(draft),
        update,
    };
    line(&article)
}

fn decision(decision: &Decision) -> Value {
    json!({"field": decision.field.key(), "value": decision.value, "rule": decision.rule, "line": decision.line})
}

fn dropped(dropped: &Dropped) -> Value {
    json!({"first": dropped.line, "last": dropped.last, "rule": dropped.rule, "text": dropped.text})
}

/// The line of an item or chapter that is no article.
pub(super) fn skipped(source: &str, skipped: &Skipped) -> String {
    let Skipped { place, title, why } = skipped;
    line(&json!({"type": "skipped", "source": source, "place": place, "title": title, "why": why}))
}

/// The line of a source that gave nothing.
pub(super) fn nothing(source: &str, kind: &str, why: &str) -> String {
    line(&json!({"type": "nothing", "source": source, "kind": kind, "why": why}))
}

/// The line of an export of annotations.
pub(super) fn annotations(source: &str, report: &str) -> String {
    line(&json!({"type": "annotations", "source": source, "lines": report.lines().collect::<Vec<_>>()}))
}

/// Something that happened to a source: where it was redirected, that it was slow.
pub(super) fn remark(source: &str, remark: &str) -> String {
    line(&json!({"type": "remark", "source": source, "remark": remark}))
}

/// The last line.
pub(super) fn summary(summary: &impl Serialize) -> String {
    line(summary)
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings and numbers are always JSON") + "\n"
}
