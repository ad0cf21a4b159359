//! Finds links in articles, notes and pages that lead nowhere: no such thing, no such file, no such place on the page, or
//! an address that a page must not link to.
//!
//! **Why**: the reader meets a dead end, or worse: `javascript:` runs, and `/x` leads to the reader's own disk when the
//! page is opened from a folder.
//!
//! **What to do**: mend the target; links to files are written as on the forge: `../other/article.md`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::document::{Document, Link};
use crate::model::site::{Href, Thing};
use crate::text::nearest;

pub(super) const CODE: &str = "broken-link";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    let library = subject.library();
    for (i, (article, links)) in library.articles.iter().zip(&subject.site.links.articles).enumerate() {
        let home = Thing::Article(i);
        document(subject, home, &article.body, &links.body, found);
        for (note, hrefs) in article.notes.iter().zip(&links.notes) {
            document(subject, home, &note.body, hrefs, found);
        }
    }
    for (i, (page, hrefs)) in library.pages.iter().zip(&subject.site.links.pages).enumerate() {
        document(subject, Thing::Page(i), &page.body, hrefs, found);
    }
}

fn document(subject: Subject<'_>, home: Thing, document: &Document, hrefs: &[Href], found: &mut Diagnostics) {
    for (link, href) in document.links.iter().zip(hrefs) {
        match href {
            Href::Broken(broken) => {
                let problem = Diagnostic::error(CODE, broken.why.clone()).at(link.span);
                found.push(match &broken.nearest {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem.help("mend the target, or take the link out"),
                });
            }
            Href::Page { thing, fragment: Some(fragment) } => place(subject, *thing, fragment, link, found),
            Href::Here(fragment) => place(subject, home, fragment, link, found),
            Href::Page { .. } | Href::File(_) | Href::Elsewhere(_) => {}
        }
    }
}

fn place(subject: Subject<'_>, thing: Thing, fragment: &str, link: &Link, found: &mut Diagnostics) {
    if subject.site.has_place(thing, fragment) {
        return;
    }
    let label = subject.library().label(thing);
    let problem = Diagnostic::error(CODE, format!("“{label}” has no place `#{fragment}`")).at(link.span);
    found.push(match nearest(fragment, places(subject, thing)) {
        Some(near) => problem.help(format!("did you mean `#{near}`?")),
        None => problem.help("places are headings (`#words-of-the-heading`) and notes (`#note-id`)"),
    });
}

fn places(subject: Subject<'_>, thing: Thing) -> Vec<&str> {
    let library = subject.library();
    let body = match thing {
        Thing::Article(i) => &library.articles[i].body,
        Thing::Page(i) => &library.pages[i].body,
        _ => return Vec::new(),
    };
    body.headings.iter().map(|h| &*h.id).collect()
}
