//! Finds archived copies whose address names another page than the one that is cited.
//!
//! Archives such as the Wayback Machine put the address of the page into the address of the copy; of other archives
//! nothing can be told.
//!
//! **Why**: the copy is what a reader falls back on when the page is gone.
//!
//! **What to do**: put the copy of the cited address there, or cite the address that the copy is of.

use super::{Subject, shortened};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::address::Address;

pub(super) const CODE: &str = "mismatched-archive";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for reading in subject.readings() {
        let (Some(url), Some(copy)) = (reading.url, reading.archived) else { continue };
        let Some(kept) = kept(copy).filter(|kept| kept.document() != url.document()) else { continue };
        let message = format!("the copy is of `{}`, not of the cited address", shortened(kept.as_str()));
        let problem = Diagnostic::warning(CODE, message).at(reading.place(subject, "archived"));
        let problem = problem.related(reading.place(subject, "url"), "the cited address");
        found.push(problem.help("put the copy of the cited address there, or cite the one that the copy is of"));
    }
}

/// The address inside an archive's address. Some archives make `//` one slash.
fn kept(copy: &Address) -> Option<Address> {
    let (_, rest) = copy.as_str().split_once("://")?;
    let at = ["/http:/", "/https:/"].iter().filter_map(|start| rest.find(start)).min()?;
    let (scheme, page) = rest[at + 1..].split_once(":/")?;
    Address::parse(&format!("{scheme}://{}", page.trim_start_matches('/'))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_names_what_it_keeps() {
        let kept = |text: &str| kept(&Address::parse(text).unwrap()).map(|url| url.document());
        let page = Some("example.org/a?b=1".to_owned());
        assert_eq!(kept("https://web.archive.org/web/20260101000000/http://www.example.org/a?b=1"), page);
        assert_eq!(kept("https://archive.example/2026/https:/example.org/a?b=1"), page);
        assert_eq!(kept("https://archive.example/Xy12Z"), None);
    }
}
