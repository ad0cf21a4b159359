//! Finds files beside articles that could do more than show something: pages, scripts, and drawings that hold a script, a
//! link or another document. They are not published, also not with `--lenient`.
//!
//! **Why**: they would stand on the site's own address as they are.
//!
//! **What to do**: keep images, documents and data; export a drawing as plain SVG or PNG.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "unsafe-attachment";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for file in subject.library().articles.iter().flat_map(|article| &article.attachments) {
        if let Some(flaw) = &file.flaw {
            let problem = Diagnostic::error(CODE, format!("this file {flaw}"));
            let problem = problem.at(subject.sources().first_line(file.source));
            found.push(problem.help("keep images, documents and data only; export a drawing as plain SVG or PNG"));
        }
    }
}
