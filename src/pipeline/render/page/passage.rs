//! An article's text in passages, so that notes can stand beside the block that their words end in.

use serde::Serialize;

use super::super::context::{Contexts, NoteCx, State};
use super::super::document::{MarkedNote, Marks, Role, Writer};
use super::super::html::Html;
use crate::model::document::NodeKind;
use crate::model::site::{NoteRef, Thing};

/// A stretch of the text: a block with the notes whose words end in it, and the blocks behind it that have none.
#[derive(Serialize)]
pub(super) struct Passage {
    first: Html,
    notes: Vec<NoteCx>,
    rest: Html,
}

/// The text, cut before each block that has notes.
pub(super) fn passages(cx: &Contexts<'_>, index: usize, root: &str) -> Vec<Passage> {
    let article = &cx.library().articles[index];
    let marks = marks(cx, index);
    let around = cx.surroundings(root, Thing::Article(index), Role::Main);
    let mut writer = Writer::new(&article.body, &cx.site.links.articles[index].body, &marks, around);
    let mut passages: Vec<Passage> = Vec::new();
    let note = |note: usize| cx.note(NoteRef { article: index, note }, root);
    // A heading waits for the block that it stands over, so that both keep together when notes stretch a passage.
    let mut heading = Html::default();
    let mut add = |html: Html, notes: Vec<NoteCx>| match passages.last_mut() {
        Some(last) if notes.is_empty() => last.rest.append(&html),
        _ => passages.push(Passage { first: html, notes, rest: Html::default() }),
    };
    for block in Writer::blocks(&article.body) {
        let top = &article.body.nodes[block];
        let notes: Vec<NoteCx> = marks.ending_in(top.text).map(note).collect();
        heading.append(&writer.block_html(block));
        if !notes.is_empty() || !matches!(top.kind, NodeKind::Heading(_)) {
            add(std::mem::take(&mut heading), notes);
        }
    }
    if !heading.is_empty() {
        add(heading, Vec::new());
    }
    let footnotes = article.body.nodes.iter().filter(|n| matches!(n.kind, NodeKind::Footnote(_)));
    let notes = footnotes.flat_map(|n| marks.ending_in(n.text)).map(note).collect();
    let html = writer.footnotes_html();
    if !html.is_empty() {
        add(html, notes);
    }
    passages
}

/// The notes that have a place in the text.
fn marks(cx: &Contexts<'_>, index: usize) -> Marks {
    let article = &cx.library().articles[index];
    let placements = &cx.site.anchored.placements[index].notes;
    let marked = cx.site.links.reading_order[index].iter().filter_map(|&i| {
        let anchor = placements[i].anchor()?;
        let at = NoteRef { article: index, note: i };
        let note = &article.notes[i];
        let level = note.fields.verdict.as_ref().and_then(|id| cx.config.scale.level(id));
        Some(MarkedNote {
            note: i,
            id: note.id.to_string(),
            number: cx.number(at),
            range: anchor.range,
            kind: note.fields.kind,
            tone: level.map(|level| level.tone.id()),
            label: cx.note_label(at),
            changed: cx.state(at) == State::Approximate,
        })
    });
    Marks::new(marked.collect())
}
