//! The rules for verdicts and histories. A reader who saw a verdict is owed the reason for another one, so:
//!
//! | code | | finds |
//! |---|---|---|
//! | `verdict-without-history` | error | a verdict of a note or claim that was changed or taken out, with no entry added to `history`; a note whose kind was changed has lost its verdict as well |
//! | `history-rewritten` | error | entries of a `history` that were edited or taken out |
//! | `verdict-withdrawn` | warning | a note or claim that is withdrawn with its verdict or history: its page says nothing of it any more. An entry of the kind `retraction` would |
//! | `verdict-change-called-minor` | warning | a verdict that was changed, where all new entries are of the kind `minor`, which says that nothing changed |
//!
//! A first verdict needs no entry. An entry counts as new where the older revision has fewer that say the same.

use serde::Serialize;

use super::comparison::{Comparison, Noted};
use super::notes::withdrawn;
use super::pair::Pair;
use super::{At, Status};
use crate::diag::Severity;
use crate::model::entity::{Claim, Entry};
use crate::model::id::Id;
use crate::model::note::Change;
use crate::model::vocabulary::{ChangeKind, NoteKind};
use crate::text::one_line;

/// A verdict or history that was changed in another way than the rules of this module's page allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How bad it is.
    #[serde(serialize_with = "super::severity")]
    pub severity: Severity,
    /// The rule.
    pub code: &'static str,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: &'static str,
    /// The slug of the article, for a note.
    pub article: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// The claim.
    pub claim: Option<String>,
    /// Where it stands; for what is withdrawn, where it stood.
    pub at: At,
}

const ADD: &str = "add an entry to `history` that says what was changed and why: `{date, by, what, kind: correction}`";
const KEEP: &str = "put the entries back as they were, and add a new one for what is to be said now";
const RETRACT: &str = "to tell readers, keep the file, take the verdict out and add an entry `{date, by, what, kind: retraction}` to `history`";
const CALL: &str = "`minor` means that nothing that was said changes: call the entry `correction` or `retraction`";

/// What a note or claim says that readers rely on.
#[derive(Clone, Copy)]
struct Record<'a> {
    verdict: Option<&'a Id>,
    /// What the note does; claims have no kind.
    kind: Option<NoteKind>,
    history: &'a [Change],
}

/// All findings, errors first.
pub(super) fn findings(both: &Comparison<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for pair in both.notes() {
        match pair {
            Pair::Kept(old, new) => {
                let about = About::note(new);
                judge(&about, of_note(old), of_note(new), &|pointer| new.at(pointer), &mut found);
            }
            Pair::Withdrawn(old) if withdrawn(both, old) == Status::Withdrawn => {
                gone(&About::note(old), of_note(old), old.at("verdict"), &mut found);
            }
            _ => {}
        }
    }
    for pair in both.entries(|side| &side.site.library().claims) {
        match pair {
            Pair::Kept(old, new) => {
                let at = |pointer: &str| both.after.at(&new.origin, pointer);
                judge(&About::claim(new), of_claim(old), of_claim(new), &at, &mut found);
            }
            Pair::Withdrawn(old) if both.withdrawn(&old.origin) == Status::Withdrawn => {
                gone(&About::claim(old), of_claim(old), both.before.at(&old.origin, "verdict"), &mut found);
            }
            _ => {}
        }
    }
    found.sort_by_key(|finding| finding.severity);
    found
}

fn judge(about: &About, old: Record<'_>, new: Record<'_>, at: &dyn Fn(&str) -> At, found: &mut Vec<Finding>) {
    let lost = missing(old.history, new.history).len();
    let added = missing(new.history, old.history);
    if lost > 0 {
        let what = if lost == 1 { "an entry".to_owned() } else { format!("{lost} entries") };
        let message = format!("{what} of its `history` {} edited or taken out", if lost == 1 { "was" } else { "were" });
        found.push(about.finding(Severity::Error, "history-rewritten", message, KEEP, at("history")));
    }
    let Some((message, key)) = changed_verdict(old, new) else { return };
    // An entry that stands in the place of an old one tells nothing new.
    if added.len() <= lost {
        let message = format!("{message}, and no entry was added to its `history`");
        found.push(about.finding(Severity::Error, "verdict-without-history", message, ADD, at(key)));
    } else if added.iter().all(|entry| entry.kind == ChangeKind::Minor) {
        let message = format!("{message}, and its `history` calls that `minor`");
        found.push(about.finding(Severity::Warning, "verdict-change-called-minor", message, CALL, at("history")));
    }
}

/// How a verdict that was there was changed, in words, with the key to look at.
fn changed_verdict(old: Record<'_>, new: Record<'_>) -> Option<(String, &'static str)> {
    let before = old.verdict?;
    let judged = |record: Record<'_>| record.kind.is_none_or(|kind| kind == NoteKind::FactCheck);
    match new.verdict {
        _ if judged(old) && !judged(new) => {
            let kind = new.kind.map_or("", NoteKind::id);
            Some((
                format!("the note, with the verdict `{before}`, was a fact-check and is now of the kind `{kind}`"),
                "kind",
            ))
        }
        None => Some((format!("the verdict `{before}` was taken out"), "kind")),
        Some(after) if after != before => Some((format!("the verdict was `{before}` and is now `{after}`"), "verdict")),
        Some(_) => None,
    }
}

fn gone(about: &About, old: Record<'_>, at: At, found: &mut Vec<Finding>) {
    let message = match (old.verdict, old.history.len()) {
        (None, 0) => return,
        (Some(verdict), _) => format!("the {} was withdrawn with its verdict `{verdict}`", about.noun),
        (None, 1) => format!("the {} was withdrawn with its `history` of one entry", about.noun),
        (None, entries) => format!("the {} was withdrawn with its `history` of {entries} entries", about.noun),
    };
    found.push(about.finding(Severity::Warning, "verdict-withdrawn", message, RETRACT, at));
}

/// The entries of one history that another does not hold as often; how the lines of a sentence break does not count.
fn missing<'a>(history: &'a [Change], other: &[Change]) -> Vec<&'a Change> {
    let mut left: Vec<&Change> = other.iter().collect();
    let same = |a: &Change, b: &Change| {
        (a.date, &a.by, a.kind) == (b.date, &b.by, b.kind) && one_line(&a.what) == one_line(&b.what)
    };
    let is_missing = |entry: &&Change| {
        let at = left.iter().position(|other| same(entry, other));
        at.map(|at| left.remove(at)).is_none()
    };
    history.iter().filter(is_missing).collect()
}

fn of_note(noted: Noted<'_>) -> Record<'_> {
    let fields = &noted.note.fields;
    Record { verdict: fields.verdict.as_ref(), kind: Some(fields.kind), history: &fields.history }
}

fn of_claim(claim: &Entry<Claim>) -> Record<'_> {
    Record { verdict: claim.fields.verdict.as_ref(), kind: None, history: &claim.fields.history }
}

/// What a finding is about.
struct About {
    noun: &'static str,
    article: Option<String>,
    note: Option<String>,
    claim: Option<String>,
}

impl About {
    fn note(noted: Noted<'_>) -> Self {
        let (article, note) = (noted.article.article.slug.to_string(), noted.note.id.to_string());
        Self { noun: "note", article: Some(article), note: Some(note), claim: None }
    }

    fn claim(claim: &Entry<Claim>) -> Self {
        Self { noun: "claim", article: None, note: None, claim: Some(claim.id.to_string()) }
    }

    fn finding(&self, severity: Severity, code: &'static str, message: String, help: &'static str, at: At) -> Finding {
        let (article, note, claim) = (self.article.clone(), self.note.clone(), self.claim.clone());
        Finding { severity, code, message, help, article, note, claim, at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;

    fn entry(what: &str, kind: ChangeKind) -> Change {
        let date = Date::parse("2025-11-21").expect("a date");
        Change { date, by: Id::new("ada").expect("an id"), what: what.into(), kind }
    }

    /// The codes found for a fact-check that had the verdict `supported` and one entry, and has these now.
    fn found(verdict: Option<&str>, kind: NoteKind, history: &[Change]) -> Vec<&'static str> {
        let (old, old_history) = (Id::new("supported").expect("an id"), [entry("a", ChangeKind::Minor)]);
        let new = verdict.map(|id| Id::new(id).expect("an id"));
        let about = About { noun: "note", article: None, note: None, claim: None };
        let at = |_: &str| At { path: String::new(), line: 1 };
        let old = Record { verdict: Some(&old), kind: Some(NoteKind::FactCheck), history: &old_history };
        let mut found = Vec::new();
        judge(&about, old, Record { verdict: new.as_ref(), kind: Some(kind), history }, &at, &mut found);
        found.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_changed_verdict_needs_a_new_entry() {
        let (a, b) = (entry("a", ChangeKind::Minor), entry("b", ChangeKind::Correction));
        let check = NoteKind::FactCheck;
        assert_eq!(found(Some("supported"), check, std::slice::from_ref(&a)), [""; 0]);
        assert_eq!(found(Some("error"), check, std::slice::from_ref(&a)), ["verdict-without-history"]);
        assert_eq!(found(None, check, std::slice::from_ref(&a)), ["verdict-without-history"]);
        assert_eq!(found(Some("supported"), NoteKind::Context, std::slice::from_ref(&a)), ["verdict-without-history"]);
        assert_eq!(found(Some("error"), check, &[a.clone(), b.clone()]), [""; 0]);
        assert_eq!(found(Some("error"), check, &[entry("a\n ", ChangeKind::Minor), b]), [""; 0]);
        assert_eq!(found(Some("error"), check, &[a.clone(), a.clone()]), ["verdict-change-called-minor"]);
    }

    #[test]
    fn a_history_is_not_rewritten() {
        let b = entry("b", ChangeKind::Correction);
        let check = NoteKind::FactCheck;
        assert_eq!(found(Some("supported"), check, &[]), ["history-rewritten"]);
        assert_eq!(found(Some("supported"), check, std::slice::from_ref(&b)), ["history-rewritten"]);
        assert_eq!(found(Some("error"), check, &[b]), ["history-rewritten", "verdict-without-history"]);
    }
}
