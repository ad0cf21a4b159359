//! What was changed, asked and answered, newest first.

use std::cmp::Reverse;

use crate::model::library::Library;
use crate::model::site::{ChangeRef, Links, NoteRef, OutletCorrectionRef, Recorded};
use crate::model::vocabulary::NoteKind;

/// Fills the lists of changes and questions of `links`; [`Links::reading_order`] must be there.
pub(super) fn fill(links: &mut Links, library: &Library) {
    links.changes = changes(library);
    links.outlet_corrections = outlet_corrections(library);
    let (answered, open): (Vec<NoteRef>, Vec<NoteRef>) =
        questions(links, library).partition(|&at| library.note(at).fields.answer.is_some());
    (links.answered_questions, links.open_questions) = (answered, open);
    links.open_questions.sort_by_key(|&at| Reverse(library.note(at).fields.created));
    links.answered_questions.sort_by_key(|&at| Reverse(library.note(at).fields.answer.as_ref().map(|a| a.on)));
}

/// By date; of one thing on one day the last entry first, since entries are added at the end.
fn changes(library: &Library) -> Vec<ChangeRef> {
    let entries = |of: Recorded, count: usize| (0..count).map(move |entry| ChangeRef { of, entry });
    let mut changes = Vec::new();
    for (article, a) in library.articles.iter().enumerate() {
        for (note, n) in a.notes.iter().enumerate() {
            changes.extend(entries(Recorded::Note(NoteRef { article, note }), n.fields.history.len()));
        }
    }
    for (claim, entry) in library.claims.iter().enumerate() {
        changes.extend(entries(Recorded::Claim(claim), entry.fields.history.len()));
    }
    changes.sort_by_key(|&at| (Reverse(library.change(at).date), at.of, Reverse(at.entry)));
    changes
}

fn outlet_corrections(library: &Library) -> Vec<OutletCorrectionRef> {
    let articles = library.articles.iter().enumerate();
    let mut corrections: Vec<OutletCorrectionRef> = articles
        .flat_map(|(article, a)| {
            (0..a.front.corrections.len()).map(move |entry| OutletCorrectionRef { article, entry })
        })
        .collect();
    corrections.sort_by_key(|&at| (Reverse(library.outlet_correction(at).date), at.article, Reverse(at.entry)));
    corrections
}

fn questions(links: &Links, library: &Library) -> impl Iterator<Item = NoteRef> {
    let orders = links.reading_order.iter().enumerate();
    let notes = orders.flat_map(|(article, order)| order.iter().map(move |&note| NoteRef { article, note }));
    notes.filter(|&at| library.note(at).fields.kind == NoteKind::Question)
}
