//! Finds languages of articles, notes and outlets that are no language tags.
//!
//! **Why**: the tag tells browsers how a text runs, breaks and sounds; from a wrong one it is read aloud as another language.
//!
//! **What to do**: write a tag of BCP 47, such as `en`, `pt-BR` or `zh-Hans`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Origin};
use crate::text::is_language_tag;

pub(super) const CODE: &str = "bad-language";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let library = subject.library();
    let articles = library.articles.iter().map(|article| (&article.origin, Some(&article.front.language)));
    let notes = subject.notes().map(|(_, note)| (&note.origin, note.fields.language.as_ref()));
    let outlets = library.outlets.iter().map(|outlet| (&outlet.origin, outlet.fields.language.as_ref()));
    let bad = |(origin, tag): (&Origin, Option<&String>)| {
        let tag = tag.filter(|tag| !is_language_tag(tag))?;
        let problem = Diagnostic::error(CODE, format!("`{tag}` is no language tag"));
        Some(
            problem
                .at(subject.place(origin, "language"))
                .help("write one of BCP 47, such as `en`, `pt-BR` or `zh-Hans`"),
        )
    };
    articles.chain(notes).chain(outlets).filter_map(bad).for_each(|problem| found.push(problem));
}
