//! Outlets, topics, events, editors, pages and settings that were changed, a line each.

use serde::Serialize;

use super::comparison::{Comparison, yaml_text, yaml_value};
use super::pair::{Pair, pairs};
use super::{At, FieldChange, Side, Status, WordCount, fields};
use crate::diag::Origin;
use crate::model::entity::{Entry, Page};
use crate::model::library::Table;
use crate::text::count_differences;

/// What a changed entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Of `content/outlets`.
    Outlet,
    /// Of `content/topics`.
    Topic,
    /// Of `content/events`.
    Event,
    /// Of `content/editors`.
    Editor,
    /// Of `content/pages`.
    Page,
    /// `postil.yaml`.
    Settings,
}

impl EntryKind {
    /// The word for one.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Topic => "topic",
            Self::Event => "event",
            Self::Editor => "editor",
            Self::Page => "page",
            Self::Settings => "settings",
        }
    }
}

/// An entry that was added, edited or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryChange {
    /// What it is.
    pub kind: EntryKind,
    /// Its id; the older one where it is withdrawn. Settings have the name of their file.
    pub id: String,
    /// The id it had, where it has another one now.
    pub was: Option<String>,
    /// What became of it.
    pub status: Status,
    /// What it is called: a name, label, title, or the sentence of an event.
    pub label: String,
    /// What was changed in it.
    pub fields: Vec<FieldChange>,
    /// Words of its text that came and went, for a page whose text was edited.
    pub words: Option<WordCount>,
    /// Where it stands, or stood.
    pub at: At,
}

/// All entries that were changed.
pub(super) fn changes(both: &Comparison<'_>) -> Vec<EntryChange> {
    let mut found = Vec::new();
    table(both, EntryKind::Outlet, |side| &side.site.library().outlets, |outlet| &outlet.name, &mut found);
    table(both, EntryKind::Topic, |side| &side.site.library().topics, |topic| &topic.label, &mut found);
    table(both, EntryKind::Event, |side| &side.site.library().events, |event| &event.text, &mut found);
    table(both, EntryKind::Editor, |side| &side.site.library().editors, |editor| &editor.name, &mut found);
    pages(both, &mut found);
    found.extend(settings(both));
    found
}

fn table<'a, T>(
    both: &Comparison<'a>,
    kind: EntryKind,
    table: fn(Side<'a>) -> &'a Table<T>,
    label: fn(&T) -> &str,
    found: &mut Vec<EntryChange>,
) {
    let change = |side: Side<'_>, entry: &Entry<T>, status: Status| EntryChange {
        kind,
        id: entry.id.to_string(),
        was: None,
        status,
        label: label(&entry.fields).to_owned(),
        fields: Vec::new(),
        words: None,
        at: at(side, &entry.origin),
    };
    for pair in both.entries(table) {
        match pair {
            Pair::Added(new) => found.push(change(both.after.side, new, both.added(&new.origin))),
            Pair::Withdrawn(old) => found.push(change(both.before.side, old, both.withdrawn(&old.origin))),
            Pair::Kept(old, new) => {
                let fields = changed(both, &old.origin, &new.origin);
                let was = (old.id != new.id).then(|| old.id.to_string());
                if was.is_some() || !fields.is_empty() {
                    found.push(EntryChange { was, fields, ..change(both.after.side, new, Status::Edited) });
                }
            }
        }
    }
}

fn pages(both: &Comparison<'_>, found: &mut Vec<EntryChange>) {
    let (before, after) = (&both.before.side.library().pages, &both.after.side.library().pages);
    for pair in pairs(&slugs(before), &slugs(after), |_| None) {
        match pair {
            Pair::Added(i) => found.push(page(both.after.side, &after[i], both.added(&after[i].origin))),
            Pair::Withdrawn(i) => found.push(page(both.before.side, &before[i], both.withdrawn(&before[i].origin))),
            Pair::Kept(i, j) => {
                let (old, new) = (&before[i], &after[j]);
                let fields = changed(both, &old.origin, &new.origin);
                let texts = (old.body.text.as_str(), new.body.text.as_str());
                let words = (texts.0 != texts.1).then(|| count_differences(texts.0, texts.1));
                if words.is_some() || !fields.is_empty() {
                    found.push(EntryChange { fields, words, ..page(both.after.side, new, Status::Edited) });
                }
            }
        }
    }
}

fn slugs(pages: &[Page]) -> Vec<&str> {
    pages.iter().map(|page| page.slug.as_str()).collect()
}

fn page(side: Side<'_>, page: &Page, status: Status) -> EntryChange {
    EntryChange {
        kind: EntryKind::Page,
        id: page.slug.to_string(),
        was: None,
        status,
        label: page.fields.title.clone(),
        fields: Vec::new(),
        words: None,
        at: at(side, &page.origin),
    }
}

/// What was changed in the YAML of an entry.
pub(super) fn changed(both: &Comparison<'_>, old: &Origin, new: &Origin) -> Vec<FieldChange> {
    let (before, after) = (both.before.side, both.after.side);
    if yaml_text(before, old) == yaml_text(after, new) {
        return Vec::new();
    }
    fields::changes(yaml_value(before, old).as_ref(), yaml_value(after, new).as_ref())
}

fn at(side: Side<'_>, origin: &Origin) -> At {
    At::new(side.sources(), side.sources().first_line(origin.source))
}

fn settings(both: &Comparison<'_>) -> Option<EntryChange> {
    let (before, after) = (both.before.side, both.after.side);
    let value = |side: Side<'_>| fields::value(side.settings, &side.config.limits);
    let fields = fields::changes(value(before).as_ref(), value(after).as_ref());
    (!fields.is_empty()).then(|| EntryChange {
        kind: EntryKind::Settings,
        id: "postil.yaml".into(),
        was: None,
        status: Status::Edited,
        label: after.config.title.clone(),
        fields,
        words: None,
        at: At { path: "postil.yaml".into(), line: 1 },
    })
}
