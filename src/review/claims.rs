//! Claims that were touched: themselves, or by a note that is tied to them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::comparison::{Comparison, Revision};
use super::entries::changed;
use super::pair::Pair;
use super::{At, FieldChange, NoteChange, Status};
use crate::model::entity::{Claim, Entry};

/// A claim that was touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimChange {
    /// Its id; the older one where it is withdrawn.
    pub claim: String,
    /// The id it had, where it has another one now.
    pub was: Option<String>,
    /// What became of its own file.
    pub status: Status,
    /// What it says.
    pub text: String,
    /// The verdict it had.
    pub verdict_before: Option<String>,
    /// The verdict it has.
    pub verdict: Option<String>,
    /// How many notes were tied to it.
    pub passages_before: usize,
    /// How many are.
    pub passages: usize,
    /// What was changed in its own file.
    pub fields: Vec<FieldChange>,
    /// The notes that were changed and are or were tied to it.
    pub notes: Vec<TouchedNote>,
    /// Where it stands, or stood.
    pub at: At,
}

/// A changed note that is or was tied to a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TouchedNote {
    /// The article's slug.
    pub article: String,
    /// The note's id.
    pub note: String,
    /// What became of it.
    pub status: Status,
}

/// All claims that were touched, by id.
pub(super) fn changes(both: &Comparison<'_>, notes: &[NoteChange]) -> Vec<ClaimChange> {
    let mut touched: BTreeMap<&str, Vec<TouchedNote>> = BTreeMap::new();
    for change in notes {
        let note = TouchedNote { article: change.article.clone(), note: change.note.clone(), status: change.status };
        for claim in &change.claims {
            touched.entry(claim).or_default().push(note.clone());
        }
    }
    let notes_of = |claim: &Entry<Claim>| touched.get(claim.id.as_str()).cloned().unwrap_or_default();
    let change = |pair| match pair {
        Pair::Added(new) => {
            let added = one(new, both.added(&new.origin), both.after.at(&new.origin, "text"), notes_of(new));
            Some(ClaimChange { verdict: verdict(new), passages: passages(&both.after, new), ..added })
        }
        Pair::Withdrawn(old) => {
            let gone = one(old, both.withdrawn(&old.origin), both.before.at(&old.origin, "text"), notes_of(old));
            Some(ClaimChange { verdict_before: verdict(old), passages_before: passages(&both.before, old), ..gone })
        }
        Pair::Kept(old, new) => edited(both, old, new, notes_of(new)),
    };
    both.entries(|side| &side.site.library().claims).into_iter().filter_map(change).collect()
}

fn edited(
    both: &Comparison<'_>,
    old: &Entry<Claim>,
    new: &Entry<Claim>,
    notes: Vec<TouchedNote>,
) -> Option<ClaimChange> {
    let fields = changed(both, &old.origin, &new.origin);
    let was = (old.id != new.id).then(|| old.id.to_string());
    let status = if was.is_some() || !fields.is_empty() { Status::Edited } else { Status::Same };
    (status == Status::Edited || !notes.is_empty()).then(|| ClaimChange {
        was,
        verdict_before: verdict(old),
        verdict: verdict(new),
        passages_before: passages(&both.before, old),
        passages: passages(&both.after, new),
        fields,
        ..one(new, status, both.after.at(&new.origin, "text"), notes)
    })
}

fn one(claim: &Entry<Claim>, status: Status, at: At, notes: Vec<TouchedNote>) -> ClaimChange {
    ClaimChange {
        claim: claim.id.to_string(),
        was: None,
        status,
        text: claim.fields.text.clone(),
        verdict_before: None,
        verdict: None,
        passages_before: 0,
        passages: 0,
        fields: Vec::new(),
        notes,
        at,
    }
}

fn verdict(claim: &Entry<Claim>) -> Option<String> {
    claim.fields.verdict.as_ref().map(ToString::to_string)
}

fn passages(revision: &Revision<'_>, claim: &Entry<Claim>) -> usize {
    let number = revision.side.library().claims.index(claim.id.as_str());
    number.and_then(|i| revision.side.site.links.claim_notes.get(i)).map_or(0, Vec::len)
}
