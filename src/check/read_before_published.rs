//! Finds documents and articles that were read before they were published.
//!
//! **Why**: one of the two dates is a slip.
//!
//! **What to do**: look both up, and mend the wrong one. Of a page that was published anew, give the day of the text that
//! was read.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};

pub(super) const CODE: &str = "read-before-published";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for reading in subject.readings() {
        let (Some(published), Some(read)) = (reading.published, reading.read) else { continue };
        if read.is_before(published) {
            let message = format!("it was read on {read}, before it was published on {published}");
            let problem = Diagnostic::warning(CODE, message).at(reading.place(subject, reading.read_key));
            let problem = problem.related(reading.place(subject, "published"), "when it was published");
            found.push(problem.help("mend the date that is wrong"));
        }
    }
}
