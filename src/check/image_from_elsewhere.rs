//! Finds images that another server would have to deliver.
//!
//! **Why**: a page asks no other host for anything, so that it works from a disk and tells nobody who reads it; the image
//! is shown as a link.
//!
//! **What to do**: put the image beside the article, if its licence allows it.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::document::{Document, LinkKind};
use crate::model::site::Href;

pub(super) const CODE: &str = "image-from-elsewhere";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let library = subject.library();
    for (article, links) in library.articles.iter().zip(&subject.site.links.articles) {
        document(&article.body, &links.body, found);
        article.notes.iter().zip(&links.notes).for_each(|(note, hrefs)| document(&note.body, hrefs, found));
    }
    library.pages.iter().zip(&subject.site.links.pages).for_each(|(page, hrefs)| document(&page.body, hrefs, found));
}

fn document(document: &Document, hrefs: &[Href], found: &mut Diagnostics) {
    for (link, href) in document.links.iter().zip(hrefs) {
        if link.kind == LinkKind::Image && matches!(href, Href::Elsewhere(_)) {
            let problem = Diagnostic::warning(CODE, "this image stands on another server and is shown as a link");
            found.push(problem.at(link.span).help("put the image beside the article, if its licence allows it"));
        }
    }
}
