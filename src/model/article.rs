//! Articles and what their front matter says.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::address::Address;
use super::date::Date;
use super::document::Document;
use super::id::Id;
use super::note::{AnchorHint, Note, NoteFields};
use super::sources::Attachment;
use super::vocabulary::{Genre, StanceLabel, TextKind};
use crate::diag::Origin;

/// What an author writes above an article.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct FrontMatter {
    /// The headline.
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// What this text is in relation to its source.
    pub text: TextKind,
    /// Where it comes from.
    #[serde(default)]
    pub source: SourceFields,
    /// The article's stances, one entry a target and judge.
    #[serde(default)]
    pub stance: Vec<Stance>,
    /// Topics that it is about.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Topics whose names mean something else here and are not looked for; `all` for none at all.
    #[serde(default)]
    pub skip_mentions: Vec<Id>,
    /// One or two sentences for lists, previews and feeds.
    pub summary: Option<String>,
    /// Corrections that the outlet itself has published.
    #[serde(default)]
    pub corrections: Vec<OutletCorrection>,
    /// Notes that stand here rather than in files.
    #[serde(default)]
    pub notes: Vec<NoteFields>,
    /// What `postil import` was sure and unsure of.
    pub import: Option<ImportRecord>,
}

/// Where an article comes from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
pub struct SourceFields {
    /// Who published it: an id in `content/outlets`.
    pub outlet: Option<Id>,
    /// Who wrote it, as printed.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Its address.
    pub url: Option<Address>,
    /// When it was published, never more exactly than is known.
    pub published: Option<Date>,
    /// When it was read.
    pub retrieved: Option<Date>,
    /// An archived copy.
    pub archived: Option<Address>,
    /// Who republished it: an id in `content/outlets` (schema.org `isBasedOn`).
    pub via: Option<Id>,
    /// What kind of text it is.
    pub genre: Option<Genre>,
    /// The licence or permission under which it stands here.
    pub rights: Option<String>,
}

/// One judge's reading of an article's stance toward a target.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct Stance {
    /// A topic or claim.
    pub toward: Id,
    /// The stance.
    pub label: StanceLabel,
    /// One sentence that says where the text shows it.
    pub rationale: Option<String>,
    /// Words in the text that show it, found like a note's.
    pub quote: Option<String>,
    /// What tells the quote from its twins.
    #[serde(default)]
    pub anchor: AnchorHint,
    /// The judge.
    pub by: Id,
    /// When.
    pub on: Date,
}

/// A correction that the outlet itself has published.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct OutletCorrection {
    /// When.
    pub date: Date,
    /// What it says, in the editors' words.
    pub text: String,
    /// Where it stands.
    pub url: Option<Address>,
}

/// What `postil import` decided, so that a person can check it.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct ImportRecord {
    /// The file that was read.
    pub from: String,
    /// Fields that are missing or doubtful.
    #[serde(default)]
    pub unsure: Vec<String>,
    /// For each field the rule that found it and the line.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
    /// Lines that were left out.
    #[serde(default)]
    pub dropped: Vec<usize>,
    /// What the import wrote, so that a later one knows what a person has changed since: for each field and for `body`
    /// the first 16 hexadecimal digits of its BLAKE3 hash. What a person said (`--set`) has none.
    #[serde(default)]
    pub wrote: BTreeMap<String, String>,
    /// The same of the source's text that was last merged into a text that a person has changed; `body` stays the hash of
    /// the text that both began with.
    pub merged: Option<String>,
    /// Most words that were kept of the source's text (`--excerpt`).
    pub excerpt: Option<usize>,
}

/// An article as parsed, with its notes.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name: the folder's.
    pub slug: Id,
    /// Where its front matter was written.
    pub origin: Origin,
    /// What it says.
    pub front: FrontMatter,
    /// Its text.
    pub body: Document,
    /// Its notes, in the order of their files' names, those of the front matter first.
    pub notes: Vec<Note>,
    /// Images and other files that lie beside it.
    pub attachments: Vec<Attachment>,
}
