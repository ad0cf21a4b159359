//! An annotation as a note's fields.

use super::FROM;
use super::annotation::{Annotation, Words};
use crate::model::id::Id;
use crate::model::note::{AnchorHint, Imported, NoteFields};
use crate::model::scale::Scale;
use crate::model::vocabulary::NoteKind;
use crate::text::slugify;

/// What an annotation's tags say of the note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// What the note does.
    pub kind: NoteKind,
    /// A level of the site's scale.
    pub verdict: Option<Id>,
    /// The tags that are left.
    pub tags: Vec<String>,
}

/// A tag that is the name of a kind, or of a level of the site's scale, sets it: `Fact check`, `needs-context`. A level
/// makes a note a fact-check, unless another tag says that it is something else; then it stays a tag. Without such tags
/// the note gives context.
#[must_use]
pub fn meaning(tags: &[String], scale: &Scale) -> Meaning {
    let kind_of = |tag: &String| NoteKind::ALL.iter().copied().find(|kind| kind.id() == slugify(tag));
    let level_of = |tag: &String| scale.levels.iter().find(|level| level.id.as_str() == slugify(tag));
    let said = tags.iter().find_map(kind_of);
    let level = tags.iter().find_map(level_of).filter(|_| said.is_none_or(|kind| kind == NoteKind::FactCheck));
    let kind = said.unwrap_or(if level.is_some() { NoteKind::FactCheck } else { NoteKind::Context });
    let used = |tag: &&String| {
        kind_of(tag) == Some(kind) || level_of(tag).is_some_and(|other| level.is_some_and(|level| level.id == other.id))
    };
    let tags = tags.iter().filter(|tag| !used(tag)).cloned().collect();
    Meaning { kind, verdict: level.map(|level| level.id.clone()), tags }
}

/// The note. `quote` and `anchor` are those of the place that was found, or those of the annotation.
#[must_use]
pub fn fields(
    annotation: &Annotation,
    meaning: Meaning,
    by: &Id,
    quote: Option<String>,
    anchor: AnchorHint,
) -> NoteFields {
    NoteFields {
        id: None,
        kind: meaning.kind,
        quote,
        anchor,
        verdict: meaning.verdict,
        claim: None,
        treats: None,
        language: None,
        body: format!("{}\n", annotation.text.replace("\r\n", "\n").replace('\r', "\n")),
        sources: Vec::new(),
        tags: meaning.tags,
        by: by.clone(),
        created: annotation.created,
        orphan: None,
        answer: None,
        history: Vec::new(),
        imported: Some(Imported {
            from: FROM.to_owned(),
            id: annotation.id.clone(),
            user: Some(annotation.user.clone()),
            url: annotation.url.clone(),
            changed: (annotation.updated > annotation.created).then_some(annotation.updated),
        }),
    }
}

/// The words around an annotation's words as it has them, for a note whose place was not found.
#[must_use]
pub fn quote(words: &Words) -> (Option<String>, AnchorHint) {
    let hint = AnchorHint { prefix: words.prefix.clone(), suffix: words.suffix.clone(), position: None };
    (Some(words.exact.clone()), hint)
}
