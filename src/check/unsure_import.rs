//! Finds imported articles with fields that the importer was unsure of.
//!
//! **Why**: a missing date or author is left out and never guessed; somebody has to look.
//!
//! **What to do**: fill the fields in and take their names out of `import: {unsure: […]}`.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "unsure-import";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        let Some(import) = article.front.import.as_ref().filter(|import| !import.unsure.is_empty()) else { continue };
        let message = format!("the import was unsure of: {}", import.unsure.join(", "));
        let problem = Diagnostic::warning(CODE, message).at(subject.place(&article.origin, "import/unsure"));
        found.push(problem.help("fill these in where they are known, and take their names out of `unsure`"));
    }
}
