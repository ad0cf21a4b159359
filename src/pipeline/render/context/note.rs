//! A note as pages show it.

use serde::Serialize;
use tera::Value;

use super::super::document::{Marks, Role, Writer};
use super::super::html::Html;
use super::cards::KindCx;
use super::words::{direction, link};
use super::{Contexts, DateCx, HistoryCx, LinkCx, SourceCx};
use crate::model::anchor::{Fit, Placement};
use crate::model::document::NodeKind;
use crate::model::note::Note;
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
    treats_label: &'static str,
    quote: String,
    /// `anchored`, `whole`, `ambiguous` or `orphan`.
    pub(crate) state: &'static str,
    /// Why an orphan stays, in its editor's words, or empty.
    orphan_reason: String,
    /// The words that were found, where they are not the words quoted.
    found: String,
    lead: Html,
    rest: Html,
    sources: Vec<SourceCx>,
    by: LinkCx,
    created: DateCx,
    modified: Option<DateCx>,
    history: Vec<HistoryCx>,
    tags: Vec<String>,
    language: String,
    dir: &'static str,
    label: String,
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
            route: format!("{}#note-{}", library.route(Thing::Article(at.article)), note.id),
            article: link(library, Thing::Article(at.article)),
            kind: fields.kind.into(),
            verdict: self.verdict(fields.verdict.as_ref()),
            treats: claim.map_or("", |_| note.treats().id()),
            treats_label: claim.map_or("", |_| note.treats().label()),
            claim: claim.map(|claim| link(library, claim)),
            quote: fields.quote.clone().unwrap_or_default(),
            state: state(placement),
            orphan_reason: fields.orphan.as_ref().map(|o| o.reason.clone()).unwrap_or_default(),
            found: found(placement, article).to_owned(),
            lead,
            rest,
            sources: fields.sources.iter().map(SourceCx::from).collect(),
            by: self.editor(&fields.by),
            created: fields.created.into(),
            modified: fields.history.iter().map(|change| change.date).max().map(DateCx::from),
            history: fields.history.iter().map(|change| HistoryCx::new(library, change)).collect(),
            tags: fields.tags.clone(),
            language: fields.language.clone().unwrap_or_default(),
            dir: direction(fields.language.as_deref().unwrap_or(&self.config.language)),
            label: self.note_label(at),
        }
    }

    /// The name by which a screen reader calls the note: `Note 3, fact-check: Disputed`.
    pub(crate) fn note_label(&self, at: NoteRef) -> String {
        let note = &self.library().articles[at.article].notes[at.note];
        let which = match self.number(at) {
            0 => "Note".to_owned(),
            number => format!("Note {number}"),
        };
        let kind = note.fields.kind.label().to_lowercase();
        match note.fields.verdict.as_ref().and_then(|id| self.config.scale.level(id)) {
            Some(level) => format!("{which}, {kind}: {}", level.label),
            None => format!("{which}, {kind}"),
        }
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

fn state(placement: &Placement) -> &'static str {
    match placement {
        Placement::Whole => "whole",
        Placement::Anchored(_) => "anchored",
        Placement::Ambiguous(_) => "ambiguous",
        Placement::Orphan(_) => "orphan",
    }
}

fn found<'a>(placement: &Placement, article: &'a crate::model::article::Article) -> &'a str {
    match placement.anchor() {
        Some(anchor) if matches!(anchor.fit, Fit::Approximate(_)) => article.body.text.slice(anchor.range),
        _ => "",
    }
}
