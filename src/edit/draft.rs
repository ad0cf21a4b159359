//! A note that somebody is writing.

use super::note::body;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::note::{AnchorHint, Citation, NoteFields};
use crate::model::vocabulary::{NoteKind, Treats};

/// What is known of a note so far. The fields are those of [`NoteFields`].
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is the field of NoteFields with this name")]
pub struct Draft {
    pub id: Option<Id>,
    pub kind: Option<NoteKind>,
    pub quote: Option<String>,
    pub anchor: AnchorHint,
    pub verdict: Option<Id>,
    pub claim: Option<Id>,
    pub treats: Option<Treats>,
    pub language: Option<String>,
    pub body: Option<String>,
    pub sources: Vec<Citation>,
    pub tags: Vec<String>,
    pub by: Option<Id>,
    pub created: Date,
}

/// What every note has and a draft lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// What it does.
    Kind,
    /// What it says.
    Body,
    /// Who writes it.
    By,
}

impl Draft {
    /// The note.
    ///
    /// # Errors
    /// When something is missing that every note has: the first such thing.
    pub fn note(self) -> Result<NoteFields, Missing> {
        Ok(NoteFields {
            id: self.id,
            kind: self.kind.ok_or(Missing::Kind)?,
            quote: self.quote,
            anchor: self.anchor,
            verdict: self.verdict,
            claim: self.claim,
            treats: self.treats,
            language: self.language,
            body: body(&self.body.ok_or(Missing::Body)?),
            sources: self.sources,
            tags: self.tags,
            by: self.by.ok_or(Missing::By)?,
            created: self.created,
            imported: None,
            orphan: None,
            answer: None,
            history: Vec::new(),
        })
    }
}
