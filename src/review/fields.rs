//! What was changed in a YAML text, key by key: order, quotation marks and comments do not count.
//!
//! Values are compared as they were written rather than as types, so that no key can be forgotten here.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::config::Limits;
use crate::diag::{Diagnostics, SourceMap};
use crate::yaml::Reader;

/// A value that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its key, behind the keys that it stands under and the numbers of list items from 1: `sources 2 url`.
    pub field: String,
    /// What it was, or nothing where it was not there.
    pub before: Option<String>,
    /// What it is, or nothing where it is gone.
    pub after: Option<String>,
}

/// A YAML text as a tree; `None` where it can't be read.
pub(super) fn value(text: &str, limits: &Limits) -> Option<Value> {
    // The same limits and dialect as for the types, since what could not be read there must not be read here.
    let reader = Reader::<Value>::new("text", limits.yaml(limits.article_bytes));
    let mut sources = SourceMap::default();
    let source = sources.add("", text);
    reader.read(&sources, source, 0..text.len(), &mut Diagnostics::default())
}

/// The same without some of its top keys.
pub(super) fn without(value: Option<Value>, keys: &[&str]) -> Option<Value> {
    let Some(Value::Object(mut map)) = value else { return value };
    map.retain(|key, _| !keys.contains(&key.as_str()));
    Some(Value::Object(map))
}

/// What differs, in the order of the newer text; nothing where one of the two can't be read.
pub(super) fn changes(before: Option<&Value>, after: Option<&Value>) -> Vec<FieldChange> {
    let mut found = Vec::new();
    if let (Some(before), Some(after)) = (before, after) {
        compare("", Some(before), Some(after), &mut found);
    }
    found
}

fn compare(name: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<FieldChange>) {
    match (before, after) {
        (Some(Value::Object(before)), Some(Value::Object(after))) => maps(name, before, after, found),
        (Some(Value::Array(before)), Some(Value::Array(after))) if before.iter().chain(after).any(is_nested) => {
            lists(name, before, after, found);
        }
        _ => {
            let (before, after) = (before.map(text), after.map(text));
            if before != after {
                found.push(FieldChange { field: name.to_owned(), before, after });
            }
        }
    }
}

fn maps(name: &str, before: &Map<String, Value>, after: &Map<String, Value>, found: &mut Vec<FieldChange>) {
    let below = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name} {key}") };
    for (key, value) in after {
        compare(&below(key), before.get(key), Some(value), found);
    }
    for (key, value) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
        compare(&below(key), Some(value), None, found);
    }
}

/// Items that both lists hold are the same wherever they stand. Of the others, as many on both sides are taken to be
/// edited in their order; otherwise some were added and some taken out.
fn lists(name: &str, before: &[Value], after: &[Value], found: &mut Vec<FieldChange>) {
    let mut gone: Vec<&Value> = before.iter().collect();
    let mut new: Vec<(usize, &Value)> = Vec::new();
    for (value, number) in after.iter().zip(1..) {
        match gone.iter().position(|old| *old == value) {
            Some(at) => drop(gone.remove(at)),
            None => new.push((number, value)),
        }
    }
    if gone.len() == new.len() {
        for (old, (number, value)) in gone.into_iter().zip(new) {
            compare(&format!("{name} {number}"), Some(old), Some(value), found);
        }
        return;
    }
    for (number, value) in new {
        compare(&format!("{name} {number}"), None, Some(value), found);
    }
    for old in gone {
        compare(name, Some(old), None, found);
    }
}

fn is_nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// A value as one text.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            map.iter().map(|(key, value)| format!("{key}: {}", text(value))).collect::<Vec<_>>().join("; ")
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(before: &Value, after: &Value) -> Vec<String> {
        let told = |change: FieldChange| {
            format!("{}: {} → {}", change.field, change.before.unwrap_or_default(), change.after.unwrap_or_default())
        };
        changes(Some(before), Some(after)).into_iter().map(told).collect()
    }

    #[test]
    fn keys_are_told_with_what_they_stand_under() {
        let before = json!({"kind": "context", "anchor": {"prefix": "a", "position": 1}, "tags": ["x"], "by": "ada"});
        let after = json!({"tags": ["x", "y"], "anchor": {"position": 1, "prefix": "b"}, "kind": "context"});
        assert_eq!(told(&before, &after), ["tags: x → x, y", "anchor prefix: a → b", "by: ada → "]);
        assert_eq!(told(&before, &before), [""; 0]);
    }

    #[test]
    fn items_of_lists_are_edited_added_or_taken_out() {
        let (log, book, post) =
            (json!({"title": "Log"}), json!({"title": "Book"}), json!({"title": "Log", "url": "x"}));
        let list = |items: &[&Value]| json!({"sources": items});
        assert_eq!(told(&list(&[&log, &book]), &list(&[&book, &post])), ["sources 2 url:  → x"]);
        assert_eq!(told(&list(&[&log]), &list(&[&book, &log])), ["sources 1:  → title: Book"]);
        assert_eq!(told(&list(&[&log, &book]), &list(&[&book])), ["sources: title: Log → "]);
    }
}
