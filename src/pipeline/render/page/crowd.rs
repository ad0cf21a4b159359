//! Whether notes beside a passage would reach below its text, and how far they are folded so that they do not. A style sheet cannot compare the two, and a script would
//! move what is already seen; so it is estimated here, at the measures of the theme that postil brings.

use serde::Serialize;

use super::super::context::NoteCx;
use crate::model::document::{Document, NodeKind};
use crate::text::TextRange;

/// Characters in a line of text, at 36 rem of the theme's serif; counted in the sample. Wrong by ten in a hundred, some
/// passages fold without need, or keep a gap of a line.
const CHARACTERS: usize = 64;
/// The height of such a line and the room above a block, in CSS pixels.
const LINE: usize = 30;
const ABOVE: usize = 20;

/// Characters in a line of a note in the narrowest margin.
const NOTE_CHARACTERS: usize = 46;
/// The height of such a line.
const NOTE_LINE: usize = 20;
/// A note's head, the line that opens it and the room below.
const NOTE_FRAME: usize = 54;
/// Where it is folded what opens it stands in the head's line.
const FOLDED_FRAME: usize = 30;
/// What a note says where its words have changed since, or what a shared passage says: about four lines.
const CHANGED: usize = 80;

/// The height of a block of text, in CSS pixels.
pub(super) fn block_height(document: &Document, block: usize) -> usize {
    let range = document.nodes[block].text;
    let inside = |other: TextRange| range.start <= other.start && other.end <= range.end;
    let lines = |range: TextRange| document.text.slice(range).chars().count().div_ceil(CHARACTERS);
    // What begins a line of its own has at least one.
    let parts = document.nodes.iter().filter(|node| inside(node.text)).filter(|node| {
        matches!(
            node.kind,
            NodeKind::Item | NodeKind::Task(_) | NodeKind::TableRow | NodeKind::Term | NodeKind::Definition
        )
    });
    let parts: usize = parts.map(|part| lines(part.text)).sum();
    lines(range).max(parts) * LINE + ABOVE
}

/// The height of a footnote: most have one line or two.
pub(super) fn footnote_height() -> usize {
    LINE
}

/// How much of a note's first sentence stands in the margin while the note is closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Fold {
    Whole,
    TwoLines,
    OneLine,
}

impl Fold {
    const ALL: [Self; 3] = [Self::Whole, Self::TwoLines, Self::OneLine];

    /// The one that shows the most and keeps a margin within its text; else the last.
    pub(super) fn that_fits(margin: &MarginHeight, text: usize) -> Self {
        Self::ALL.into_iter().find(|&fold| margin.when(fold) <= text).unwrap_or(Self::OneLine)
    }
}

/// The heights of a margin in CSS pixels, one for each fold.
pub(super) struct MarginHeight([usize; Fold::ALL.len()]);

impl MarginHeight {
    /// Of a passage's notes, and of so many things that are said of shared words.
    pub(super) fn of(notes: &[NoteCx], shared: usize) -> Self {
        Self(Fold::ALL.map(|fold| {
            let notes: usize = notes.iter().map(|note| note_height(note, fold)).sum();
            notes + shared * CHANGED
        }))
    }

    fn when(&self, fold: Fold) -> usize {
        self.0[fold as usize]
    }
}

/// The height of a note that is closed, in CSS pixels.
fn note_height(note: &NoteCx, fold: Fold) -> usize {
    let changed = if note.is_changed() { CHANGED } else { 0 };
    let lines = note.lead_length().div_ceil(NOTE_CHARACTERS);
    changed
        + match fold {
            Fold::Whole => NOTE_FRAME + lines * NOTE_LINE,
            Fold::TwoLines => FOLDED_FRAME + lines.min(2) * NOTE_LINE,
            Fold::OneLine => FOLDED_FRAME + NOTE_LINE,
        }
}
