//! A note as pages show it.

use serde::Serialize;
use tera::Value;

use super::super::document::{Marks, Role, Writer};
use super::super::html::Html;
use super::super::language::Arg;
use super::cards::KindCx;
use super::words::{direction, link};
use super::{AnswerCx, ChangedCx, Contexts, DateCx, HistoryCx, LinkCx, SourceCx};
use crate::model::address::Address;
use crate::model::anchor::{Fit, Placement};
use crate::model::document::NodeKind;
use crate::model::note::{Imported, Note};
use crate::model::site::{NoteRef, Site, Thing};
use crate::text::first_sentence;

/// When what follows the first sentence is shorter than this, in characters, nothing is folded.
const NOT_WORTH_FOLDING: usize = 60;

/// What templates receive of a note.
#[derive(Serialize)]
pub(crate) struct NoteCx {
    id: String,
    number: usize,
    anchor: String,
    #[serde(rename = "ref")]
    reference: String,
    route: String,
    article: LinkCx,
    kind: KindCx,
    verdict: Option<Value>,
    claim: Option<LinkCx>,
    treats: &'static str,
    treats_label: String,
    quote: String,
    /// `anchored`, `approximate`, `whole`, `ambiguous` or `orphan`.
    pub(crate) state: State,
    /// Why an orphan stays, in its editor's words, or empty.
    orphan_reason: String,
    /// Since when, as the same editor says.
    orphan_since: Option<DateCx>,
    /// Why it has no place, or empty.
    lost: String,
    /// What became of the words, where they were found by their likeness.
    changed: Option<ChangedCx>,
    lead: Html,
    rest: Html,
    sources: Vec<SourceCx>,
    by: LinkCx,
    created: DateCx,
    modified: Option<DateCx>,
    answer: Option<AnswerCx>,
    history: Vec<HistoryCx>,
    imported: Option<ImportedCx>,
    tags: Vec<String>,
    language: String,
    dir: &'static str,
    label: String,
}

impl NoteCx {
    /// Whether its words were found by their likeness.
    pub(crate) fn is_changed(&self) -> bool {
        self.changed.is_some()
    }

    /// How many characters the first sentence has.
    pub(crate) fn lead_length(&self) -> usize {
        self.lead.characters()
    }
}

/// Where a note was written before it came to the site.
#[derive(Serialize)]
struct ImportedCx {
    from: String,
    /// Where it can be read there, or empty.
    url: String,
}

impl From<&Imported> for ImportedCx {
    fn from(imported: &Imported) -> Self {
        let url = imported.url.as_ref().map(Address::to_string).unwrap_or_default();
        Self { from: imported.from.clone(), url }
    }
}

impl Contexts<'_> {
    /// A note for a page that is `root` below the site's root.
    pub(crate) fn note(&self, at: NoteRef, root: &str) -> NoteCx {
        let library = self.library();
        let article = &library.articles[at.article];
        let note = &article.notes[at.note];
        let fields = &note.fields;
        let placement = &self.site.anchored.placements[at.article].notes[at.note];
        let claim = fields.claim.as_ref().and_then(|id| library.claims.index(id.as_str())).map(Thing::Claim);
        let (lead, rest) = self.body(at, note, root);
        NoteCx {
            id: note.id.to_string(),
            number: self.number(at),
            anchor: format!("note-{}", note.id),
            reference: format!("ref-{}", note.id),
            route: self.note_route(at),
            article: link(library, Thing::Article(at.article)),
            kind: KindCx::new(&self.language, fields.kind),
            verdict: self.verdict(fields.verdict.as_ref()),
            treats: claim.map_or("", |_| note.treats().id()),
            treats_label: claim.map(|_| self.name("article", note.treats().id())).unwrap_or_default(),
            claim: claim.map(|claim| link(library, claim)),
            quote: fields.quote.clone().unwrap_or_default(),
            state: self.state(at),
            orphan_reason: fields.orphan.as_ref().map(|o| o.reason.clone()).unwrap_or_default(),
            orphan_since: fields.orphan.as_ref().map(|orphan| self.date(orphan.since)),
            lost: self.lost(fields.quote.as_deref(), placement, &article.body.text),
            changed: ChangedCx::new(fields.quote.as_deref(), placement, &article.body.text),
            lead,
            rest,
            sources: fields.sources.iter().map(|source| self.source(source)).collect(),
            by: self.editor(&fields.by),
            created: self.date(fields.created),
            modified: fields.history.iter().map(|change| change.date).max().map(|date| self.date(date)),
            history: fields.history.iter().map(|change| self.history(change)).collect(),
            answer: fields.answer.as_ref().map(|answer| AnswerCx::new(&self.language, library, answer)),
            imported: fields.imported.as_ref().map(ImportedCx::from),
            tags: fields.tags.clone(),
            language: fields.language.clone().unwrap_or_default(),
            dir: direction(fields.language.as_deref().unwrap_or(&self.config.language)),
            label: self.note_label(at),
        }
    }

    /// The name by which a screen reader calls the note: `Note 3, fact-check: Disputed`, and whether it stands at its
    /// words.
    pub(crate) fn note_label(&self, at: NoteRef) -> String {
        let note = &self.library().articles[at.article].notes[at.note];
        let verdict =
            note.fields.verdict.as_ref().and_then(|id| self.scale.level(id)).map(|level| level.label.as_str());
        let whether = |yes| Arg::from(if yes { "yes" } else { "no" });
        let args = [
            ("number", self.number(at).into()),
            ("kind", note.fields.kind.id().into()),
            ("answered", whether(note.fields.answer.is_some())),
            ("judged", whether(verdict.is_some())),
            ("verdict", verdict.unwrap_or_default().into()),
            ("state", self.state(at).id().into()),
        ];
        self.say("note-name", &args)
    }

    /// The way to a note from the site's root.
    pub(crate) fn note_route(&self, at: NoteRef) -> String {
        let library = self.library();
        format!("{}#note-{}", library.route(Thing::Article(at.article)), library.articles[at.article].notes[at.note].id)
    }

    /// Where a note stands.
    pub(crate) fn state(&self, at: NoteRef) -> State {
        State::from(&self.site.anchored.placements[at.article].notes[at.note])
    }

    /// The first sentence, and what follows.
    fn body(&self, at: NoteRef, note: &Note, root: &str) -> (Html, Html) {
        let around = self.surroundings(root, Thing::Article(at.article), Role::Note);
        let hrefs = &self.site.links.articles[at.article].notes[at.note];
        let marks = Marks::default();
        let writer = Writer::new(&note.body, hrefs, &marks, around);
        let first = note.body.nodes.first().filter(|node| node.kind == NodeKind::Paragraph);
        let Some(paragraph) = first else { return (Html::default(), writer.all()) };
        let words = note.body.text.slice(paragraph.text);
        let sentence = first_sentence(words);
        let only = note.body.text.as_str().len() - sentence < NOT_WORTH_FOLDING;
        writer.split(if only { words.len() } else { sentence })
    }
}

/// The numbers of an article's notes: 1 and up in reading order for those that have a place in the text.
pub(super) fn numbers(site: &Site, article: usize) -> Vec<usize> {
    let placements = &site.anchored.placements[article].notes;
    let mut numbers = vec![0; placements.len()];
    let placed = site.links.reading_order[article].iter().filter(|&&note| placements[note].anchor().is_some());
    for (&note, number) in placed.zip(1..) {
        numbers[note] = number;
    }
    numbers
}

/// Where a note stands, as templates and pages ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// At the article's head: it quotes nothing.
    Whole,
    /// At its words.
    Anchored,
    /// At words that are so like the quote that they are taken for it.
    Approximate,
    /// At the end: several places may be meant.
    Ambiguous,
    /// At the end: the words are gone.
    Orphan,
}

impl State {
    /// The word that messages choose by; the same in templates.
    fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Anchored => "anchored",
            Self::Approximate => "approximate",
            Self::Ambiguous => "ambiguous",
            Self::Orphan => "orphan",
        }
    }
}

impl From<&Placement> for State {
    fn from(placement: &Placement) -> Self {
        match placement {
            Placement::Whole => Self::Whole,
            Placement::Anchored(anchor) if matches!(anchor.fit, Fit::Approximate(_)) => Self::Approximate,
            Placement::Anchored(_) => Self::Anchored,
            Placement::Ambiguous(_) => Self::Ambiguous,
            Placement::Orphan(_) => Self::Orphan,
        }
    }
}
