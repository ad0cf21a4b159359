//! Notes that were added, edited or withdrawn.

use serde::Serialize;
use serde_json::Value;

use super::comparison::{Comparison, Noted};
use super::pair::Pair;
use super::short;
use super::{At, FieldChange, Status};

/// A note that was added, edited or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteChange {
    /// The article's slug; the older one where the article is withdrawn.
    pub article: String,
    /// The note's id; the older one where the note is withdrawn.
    pub note: String,
    /// The id it had, where it has another one now.
    pub was: Option<String>,
    /// What became of it.
    pub status: Status,
    /// What it does: `fact-check`, `context` and so on.
    pub kind: &'static str,
    /// The verdict it had.
    pub verdict_before: Option<String>,
    /// The verdict it has.
    pub verdict: Option<String>,
    /// The claims it is or was tied to.
    pub claims: Vec<String>,
    /// The words that it is about, shortened; none where it is about the whole article.
    pub quote: Option<String>,
    /// Where it stands, or stood.
    pub at: At,
    /// What was changed in it.
    pub fields: Vec<FieldChange>,
}

/// All notes that were changed, by article and id.
pub(super) fn changes(both: &Comparison<'_>) -> Vec<NoteChange> {
    let change = |pair| match pair {
        Pair::Added(new) => Some(change(new, added(both, new))),
        Pair::Withdrawn(old) => Some(change(old, withdrawn(both, old))),
        Pair::Kept(old, new) => edited(old, new),
    };
    both.notes().filter_map(change).collect()
}

fn edited(old: Noted<'_>, new: Noted<'_>) -> Option<NoteChange> {
    let fields = new.changes(old);
    let was = (old.note.id != new.note.id).then(|| old.note.id.to_string());
    if fields.is_empty() && was.is_none() {
        return None;
    }
    let mut edited = change(new, Status::Edited);
    let before = change(old, Status::Edited);
    edited.claims.extend(before.claims);
    edited.claims.sort();
    edited.claims.dedup();
    Some(NoteChange { was, verdict_before: before.verdict, fields, ..edited })
}

fn change(noted: Noted<'_>, status: Status) -> NoteChange {
    let fields = &noted.note.fields;
    let verdict = fields.verdict.as_ref().map(ToString::to_string);
    let (verdict_before, verdict) = match status {
        Status::Withdrawn | Status::Unreadable => (verdict, None),
        _ => (None, verdict),
    };
    NoteChange {
        article: noted.article.article.slug.to_string(),
        note: noted.note.id.to_string(),
        was: None,
        status,
        kind: fields.kind.id(),
        verdict_before,
        verdict,
        claims: fields.claim.iter().map(ToString::to_string).collect(),
        quote: fields.quote.as_deref().map(short),
        at: noted.at(if fields.quote.is_some() { "quote" } else { "kind" }),
        fields: Vec::new(),
    }
}

fn added(both: &Comparison<'_>, new: Noted<'_>) -> Status {
    if new.note.origin.pointer.is_empty() { both.added(&new.note.origin) } else { Status::Added }
}

/// What became of a note that is missing: one that can't be read, or whose article can't be read, was not withdrawn.
pub(super) fn withdrawn(both: &Comparison<'_>, old: Noted<'_>) -> Status {
    let article = old.article.article;
    let Some(after) = both.now(article.slug.as_str()) else { return both.withdrawn(&article.origin) };
    if old.note.origin.pointer.is_empty() {
        return both.withdrawn(&old.note.origin);
    }
    let Some(front) = after.front() else { return Status::Unreadable };
    let mut written = front.get("notes").and_then(Value::as_array).into_iter().flatten();
    let there = written.any(|note| note.get("id").and_then(Value::as_str) == Some(old.note.id.as_str()));
    if there { Status::Unreadable } else { Status::Withdrawn }
}
