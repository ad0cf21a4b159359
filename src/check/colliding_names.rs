//! Finds different things that would have one page or file: authors whose names differ only in accents or punctuation,
//! and files beside an article whose names differ only by case.
//!
//! **Why**: one would hide the other, on some disks only.
//!
//! **What to do**: spell the name alike, or rename one of the files.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::output::{Content, OutPath, Output};
use crate::text::slugify;

pub(super) const CODE: &str = "colliding-names";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    authors(subject, found);
    attachments(subject, found);
}

fn authors(subject: Subject<'_>, found: &mut Diagnostics) {
    let mut first: BTreeMap<String, (&str, Span)> = BTreeMap::new();
    for article in &subject.library().articles {
        for (i, name) in article.front.source.authors.iter().enumerate() {
            let slug = slugify(name);
            match first.get(&slug) {
                Some((known, _)) if known == name => {}
                Some((known, span)) => {
                    let here = subject.place(&article.origin, &format!("source/authors/{i}"));
                    let message = format!("`{name}` and `{known}` have one page, authors/{slug}.html");
                    let problem = Diagnostic::warning(CODE, message).at(here).related(*span, "the other one");
                    found.push(problem.help("spell the name alike if this is one person"));
                }
                None => {
                    let span = subject.place(&article.origin, &format!("source/authors/{i}"));
                    first.insert(slug, (name, span));
                }
            }
        }
    }
}

fn attachments(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        let mut names = Output::new();
        for file in &article.attachments {
            let Ok(path) = OutPath::new(&file.name) else { continue };
            if let Err(clash) = names.insert(path, Content::Bytes(Vec::new())) {
                let problem = Diagnostic::error(CODE, clash.to_string());
                found.push(problem.at(subject.sources().first_line(file.source)).help("rename one of them"));
            }
        }
    }
}
