//! A source that is read again, and the article that it became: what of the front matter is written anew. Field by field,
//! with three values: what the import wrote (its mark in the record), what stands there, and what the source says now.
//!
//! What a person changed, took out or said is theirs: it stays, and the difference is told.

use std::collections::BTreeMap;

use super::draft::{Draft, Field};
use super::front_matter::{dropped, rules};
use super::values::{BODY, FIELDS, Giver, NO_LANGUAGE, Value, body_mark, mark, present, record_yaml};
use crate::model::article::{FrontMatter, ImportRecord};
use crate::yaml::{flow, scalar};

/// What becomes of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's name.
    pub key: &'static str,
    /// What stands there; `None` where nothing does.
    pub before: Option<String>,
    /// What the source says now.
    pub source: String,
    /// Which of the two is right.
    pub winner: Winner,
}

/// Which of two values is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Winner {
    /// The new one: nobody has touched the old one, or a person says so now.
    Source,
    /// The one that a person wrote.
    Person,
}

/// What becomes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The source's text is that of the last import.
    AsBefore,
    /// It is now the source's, whole.
    Replaced,
    /// It holds something of a person's, and the source's new text was looked at.
    Merged,
    /// It is a person's, who wants it so.
    Kept,
}

/// The front matter's new values.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Fields whose value differs from the source's, in their order.
    pub fields: Vec<FieldChange>,
    /// Ways in the front matter and what is to stand there, as YAML; empty where nothing changes.
    pub edits: Vec<(String, String)>,
    /// The record that comes of them.
    record: ImportRecord,
}

/// What the record says of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// The mark of the text that the import put there.
    pub wrote: Option<&'a str>,
    /// The mark of the source's text at the last import.
    pub seen: Option<&'a str>,
}

impl<'a> Known<'a> {
    /// What an article's front matter says.
    #[must_use]
    pub fn of(front: &'a FrontMatter) -> Self {
        let Some(import) = &front.import else { return Self { wrote: None, seen: None } };
        let wrote = import.wrote.get(BODY).map(String::as_str);
        Self { wrote, seen: import.merged.as_deref().or(wrote) }
    }

    /// Whether no person has changed the text `body`.
    #[must_use]
    pub fn is_untouched(self, body: &str) -> bool {
        self.wrote == Some(&*body_mark(body))
    }

    /// Whether the source's text `body` is that of the last import.
    #[must_use]
    pub fn has_seen(self, body: &str) -> bool {
        self.seen == Some(&*body_mark(body))
    }
}

/// Decides about each field, and what is recorded of the new import.
#[must_use]
pub fn plan(front: &FrontMatter, draft: &Draft, values: &[Value], text: Text) -> Plan {
    let old = front.import.clone();
    // What a text is belongs to the text.
    let concerns = |value: &&Value| value.key != "text" || text != Text::Kept;
    let decided: Vec<(&Value, Option<FieldChange>)> =
        values.iter().filter(concerns).map(|value| (value, field(front, value))).collect();
    let taken: Vec<&Value> = decided
        .iter()
        .filter(|(_, change)| change.as_ref().is_some_and(|change| change.winner == Winner::Source))
        .map(|(value, _)| *value)
        .collect();
    let fields = decided.iter().filter_map(|(_, change)| change.clone()).collect();
    if taken.is_empty() && text == Text::AsBefore {
        return Plan { fields, edits: Vec::new(), record: old.unwrap_or_else(|| empty(draft)) };
    }
    let old = old.unwrap_or_else(|| empty(draft));
    let record = recorded(&old, draft, values, &taken, text);
    let mut edits: Vec<(String, String)> =
        taken.iter().map(|value| (value.way.to_owned(), value.yaml.clone())).collect();
    edits.extend(record_edits(front.import.as_ref(), &record));
    Plan { fields, edits, record }
}

impl Plan {
    /// Whether front matter that was edited says what it should: the new values, the record, and all else as before.
    #[must_use]
    pub fn is_said(&self, before: &FrontMatter, after: &FrontMatter) -> bool {
        let wanted = |key: &str| match self.fields.iter().find(|change| change.key == key) {
            Some(FieldChange { winner: Winner::Source, source, .. }) => Some(source.clone()),
            _ => present(before, key),
        };
        let fields = FIELDS.iter().all(|(key, _)| present(after, key) == wanted(key));
        let mut rest = after.clone();
        (rest.title, rest.language, rest.text) = (before.title.clone(), before.language.clone(), before.text);
        let (new, old) = (&mut rest.source, &before.source);
        (new.outlet, new.via, new.authors) = (old.outlet.clone(), old.via.clone(), old.authors.clone());
        (new.url, new.published, new.rights) = (old.url.clone(), old.published, old.rights.clone());
        rest.import.clone_from(&before.import);
        fields && after.import.as_ref() == Some(&self.record) && rest == *before
    }
}

/// What becomes of a field; `None` where there is nothing to say of it.
fn field(front: &FrontMatter, value: &Value) -> Option<FieldChange> {
    let before = present(front, value.key);
    let import = front.import.as_ref();
    let recorded = import.and_then(|import| import.wrote.get(value.key));
    if before.as_ref() == Some(&value.words) || is_unknown(value) {
        return None;
    }
    let untouched = match (&before, recorded) {
        (Some(before), Some(recorded)) => mark(before) == *recorded,
        // Nobody takes out what was never there.
        (None, None) => import.is_some_and(|import| !import.wrote.is_empty()),
        _ => false,
    };
    let winner = if untouched || value.by == Giver::Person { Winner::Source } else { Winner::Person };
    let old_news = recorded.is_some_and(|recorded| mark(&value.words) == *recorded);
    (winner == Winner::Source || !old_news).then(|| FieldChange {
        key: value.key,
        before,
        source: value.words.clone(),
        winner,
    })
}

/// Whether a value only stands for one that was not found.
fn is_unknown(value: &Value) -> bool {
    value.key == "language" && value.words == NO_LANGUAGE
}

fn empty(draft: &Draft) -> ImportRecord {
    ImportRecord {
        from: draft.from.clone(),
        unsure: Vec::new(),
        sources: BTreeMap::new(),
        dropped: Vec::new(),
        wrote: BTreeMap::new(),
        merged: None,
        excerpt: None,
    }
}

fn recorded(old: &ImportRecord, draft: &Draft, values: &[Value], taken: &[&Value], text: Text) -> ImportRecord {
    let mut new = old.clone();
    for value in values.iter().filter(|value| !is_unknown(value)) {
        match value.by {
            Giver::Source => new.wrote.insert(value.key.to_owned(), mark(&value.words)),
            Giver::Person => new.wrote.remove(value.key),
        };
    }
    let body = draft.body_md();
    let has_new_text = matches!(text, Text::Replaced | Text::Merged);
    match text {
        Text::AsBefore => {}
        Text::Replaced => drop(new.wrote.insert(BODY.to_owned(), body_mark(&body))),
        Text::Merged | Text::Kept => new.merged = Some(body_mark(&body)),
    }
    // A key is not taken out: with the mark of the text itself it says as much.
    if text == Text::Replaced && new.merged.is_some() {
        new.merged = Some(body_mark(&body));
    }
    if has_new_text {
        new.from.clone_from(&draft.from);
        new.dropped = numbers(&dropped(draft));
        new.excerpt = draft.cut_at.or(old.excerpt);
    }
    let is_taken = |name: &str| {
        let is_text = name == Field::Body.key() || name == Field::Headings.key();
        taken.iter().any(|value| value.key == name) || has_new_text && is_text
    };
    let is_unsure = |name: &str| draft.unsure.iter().any(|field| field.key() == name);
    // What a person took out of the list was looked at.
    new.unsure.retain(|name| !is_taken(name) || is_unsure(name));
    let doubts = draft.unsure.iter().map(|field| field.key()).filter(|name| is_taken(name));
    let doubts: Vec<&str> = doubts.filter(|name| !old.unsure.iter().any(|known| known == name)).collect();
    new.unsure.extend(doubts.into_iter().map(str::to_owned));
    let rules = rules(draft).into_iter().filter(|(key, _)| taken.iter().any(|value| value.key == *key));
    new.sources.extend(rules.map(|(key, rule)| (key.to_owned(), rule)));
    new
}

fn numbers(list: &str) -> Vec<usize> {
    list.trim_matches(['[', ']']).split(", ").filter_map(|number| number.parse().ok()).collect()
}

/// The edits that make the record what it is to be.
fn record_edits(old: Option<&ImportRecord>, new: &ImportRecord) -> Vec<(String, String)> {
    let mut edits = Vec::new();
    let mut say = |differs: bool, way: &str, yaml: String| {
        if differs {
            edits.push((format!("import/{way}"), yaml));
        }
    };
    say(old.is_none_or(|old| old.from != new.from), "from", scalar(&new.from));
    say(old.is_none_or(|old| old.unsure != new.unsure), "unsure", flow(&new.unsure));
    for (key, rule) in &new.sources {
        say(old.is_none_or(|old| old.sources.get(key) != Some(rule)), &format!("sources/{key}"), scalar(rule));
    }
    let lines: Vec<String> = new.dropped.iter().map(usize::to_string).collect();
    say(old.is_none_or(|old| old.dropped != new.dropped), "dropped", format!("[{}]", lines.join(", ")));
    say(old.is_none_or(|old| old.wrote != new.wrote), "wrote", record_yaml(&new.wrote));
    if let Some(merged) = &new.merged {
        say(old.is_none_or(|old| old.merged != new.merged), "merged", format!("\"{merged}\""));
    }
    if let Some(most) = new.excerpt {
        say(old.is_none_or(|old| old.excerpt != new.excerpt), "excerpt", most.to_string());
    }
    edits
}
