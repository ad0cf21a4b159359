//! Notes, the documents they cite and their history.

use schemars::JsonSchema;
use serde::Deserialize;

use super::address::Address;
use super::date::Date;
use super::document::Document;
use super::id::Id;
use super::vocabulary::{ChangeKind, NoteKind, Shows, Treats};
use crate::diag::Origin;

/// What an author writes in a note. The words are those of the W3C Web Annotation Data Model where it has one.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct NoteFields {
    /// Only for notes that stand in an article's front matter; a file's name is its id.
    pub id: Option<Id>,
    /// What the note does.
    pub kind: NoteKind,
    /// The exact words, as a reader sees them (`TextQuoteSelector.exact`); without, the note is on the whole article.
    pub quote: Option<String>,
    /// The tool's part.
    #[serde(default)]
    pub anchor: AnchorHint,
    /// A level of the site's scale; fact-checks only.
    pub verdict: Option<Id>,
    /// The shared claim that this passage makes.
    pub claim: Option<Id>,
    /// How the article treats that claim here; it asserts it where nothing is said.
    pub treats: Option<Treats>,
    /// The language of a translation, BCP 47.
    pub language: Option<String>,
    /// The note, Markdown.
    pub body: String,
    /// What the note rests on.
    #[serde(default)]
    pub sources: Vec<Citation>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Who wrote it.
    pub by: Id,
    /// When.
    pub created: Date,
    /// Says that the words are gone and somebody has looked.
    pub orphan: Option<OrphanAcknowledged>,
    /// What came of a question; questions only.
    pub answer: Option<Answer>,
    /// What was changed since.
    #[serde(default)]
    pub history: Vec<Change>,
    /// Where it was written before it came here; `import` writes it.
    pub imported: Option<Imported>,
}

/// Where a note was written before it came here: it comes only once, and readers see that it was made elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Imported {
    /// The program that it was written in, such as Hypothesis.
    pub from: String,
    /// Its id there.
    pub id: String,
    /// Who wrote it, by the name that they have there.
    pub user: Option<String>,
    /// Where it can be read there.
    pub url: Option<Address>,
    /// When it was last changed there, where that is not the day it was made.
    pub changed: Option<Date>,
}

/// What tells a quote from its twins and an edited passage from a deleted one; written by the tool.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
pub struct AnchorHint {
    /// The words before the quote.
    pub prefix: Option<String>,
    /// The words after it.
    pub suffix: Option<String>,
    /// Where it began, in code points of the article's plain text: a hint only.
    pub position: Option<usize>,
}

/// A note whose words are gone, acknowledged by an editor.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct OrphanAcknowledged {
    /// Since when.
    pub since: Date,
    /// Why the note stays.
    pub reason: String,
}

/// The answer to a question that a note asks.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct Answer {
    /// What the answer is, in a sentence or two.
    pub text: String,
    /// Who gives it.
    pub by: Id,
    /// When.
    pub on: Date,
}

/// A document that a note, claim or event cites.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct Citation {
    /// What it is called.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read; a document may have no address.
    pub url: Option<Address>,
    /// When it was published.
    pub published: Option<Date>,
    /// When the editor read it.
    pub accessed: Option<Date>,
    /// An archived copy.
    pub archived: Option<Address>,
    /// What it shows.
    pub shows: Option<Shows>,
}

/// A change that readers should know of.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct Change {
    /// When.
    pub date: Date,
    /// By whom.
    pub by: Id,
    /// What was changed, in a sentence.
    pub what: String,
    /// How much it matters.
    pub kind: ChangeKind,
}

/// A note as parsed.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its name: the file's, or the one given in front matter.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// What was written.
    pub fields: NoteFields,
    /// Its body.
    pub body: Document,
}

impl Note {
    /// How the article treats the note's claim.
    #[must_use]
    pub fn treats(&self) -> Treats {
        self.fields.treats.unwrap_or(Treats::Asserts)
    }
}
