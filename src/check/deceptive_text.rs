//! Finds characters that let a text read other than it is stored: overrides and isolates of writing direction, invisible
//! tag characters.
//!
//! **Why**: whoever reviews a pull request sees something else than what is published (Trojan Source, CVE-2021-42574).
//!
//! **What to do**: take the character out. Right-to-left prose needs none of them.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, SourceId, Span};
use crate::text::deceptive;

pub(super) const CODE: &str = "deceptive-text";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let library = subject.library();
    for article in &library.articles {
        file(subject, article.origin.source, found);
        for note in article.notes.iter().filter(|note| note.origin.source != article.origin.source) {
            file(subject, note.origin.source, found);
        }
    }
    library.outlets.iter().for_each(|entry| file(subject, entry.origin.source, found));
    library.claims.iter().for_each(|entry| file(subject, entry.origin.source, found));
    library.topics.iter().for_each(|entry| file(subject, entry.origin.source, found));
    library.events.iter().for_each(|entry| file(subject, entry.origin.source, found));
    library.editors.iter().for_each(|entry| file(subject, entry.origin.source, found));
    library.pages.iter().for_each(|page| file(subject, page.origin.source, found));
}

fn file(subject: Subject<'_>, source: SourceId, found: &mut Diagnostics) {
    let Some(character) = deceptive(subject.sources().text(source)) else { return };
    let message = format!("the character U+{:04X} {}", u32::from(character.character), character.does);
    let span = Span::new(source, character.at, character.at + character.character.len_utf8());
    found.push(Diagnostic::warning(CODE, message).at(span).help("take it out; more may follow in this file"));
}
