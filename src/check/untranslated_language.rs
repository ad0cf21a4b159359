//! Finds a site whose language postil has no words in.
//!
//! **Why**: headings, dates and buttons stay English on pages that say that they are in another language.
//!
//! **What to do**: add the words in `templates/i18n/<language>.ftl`; `templates/README.md` of postil tells how.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "untranslated-language";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let tag = subject.config.language.to_ascii_lowercase();
    let (language, known) = (tag.split('-').next().unwrap_or_default(), &subject.library().look.messages);
    if !known.contains_key(&tag) && !known.contains_key(language) {
        let message = format!(
            "postil.yaml says `language: {}`, of which postil has no words: pages speak English",
            subject.config.language
        );
        let help = format!("add templates/i18n/{language}.ftl with the words that you want to change first");
        found.push(Diagnostic::warning(CODE, message).help(help));
    }
}
