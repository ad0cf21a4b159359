//! Whether notes beside a passage would reach below its text. A style sheet cannot compare the two, and a script would
//! move what is already seen; so it is estimated here, at the measures of the theme that postil brings.

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

/// The height of a note that is closed, in CSS pixels.
pub(super) fn note_height(note: &NoteCx) -> usize {
    let changed = if note.is_changed() { CHANGED } else { 0 };
    NOTE_FRAME + note.lead_length().div_ceil(NOTE_CHARACTERS) * NOTE_LINE + changed
}

/// The height of what is said of a shared passage.
pub(super) fn also_height() -> usize {
    CHANGED
}
