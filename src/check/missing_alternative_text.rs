//! Finds images without words for those who do not see them.
//!
//! **Why**: WCAG 2.2, 1.1.1.
//!
//! **What to do**: say what the image shows: `![A map of the harbour](map.png)`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::document::{Document, LinkKind};

pub(super) const CODE: &str = "missing-alternative-text";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let library = subject.library();
    for article in &library.articles {
        document(&article.body, found);
        article.notes.iter().for_each(|note| document(&note.body, found));
    }
    library.pages.iter().for_each(|page| document(&page.body, found));
}

fn document(document: &Document, found: &mut Diagnostics) {
    for image in document.links.iter().filter(|l| l.kind == LinkKind::Image && l.alternative.trim().is_empty()) {
        let problem = Diagnostic::warning(CODE, "this image has no words for those who do not see it");
        found.push(problem.at(image.span).help("say between the brackets what it shows"));
    }
}
