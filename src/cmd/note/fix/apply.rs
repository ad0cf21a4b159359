//! New selectors into the files of notes and articles.

use std::path::Path;

use crate::cmd::carry::finding::Finding;
use crate::cmd::carry::rewritten::{Rewritten, rewritten};
use crate::cmd::replace::{Replaced, replace};
use crate::config::Limits;
use crate::diag::SourceMap;

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Applied {
    /// Notes that were written.
    pub(super) notes: usize,
    /// Files that were written.
    pub(super) files: usize,
    /// What could not be written, as sentences with their place.
    pub(super) refused: Vec<String>,
    /// How many notes those are.
    pub(super) left: usize,
}

/// Writes all the proposals, each file once.
///
/// # Errors
/// When a file can't be read or written; the files before it are written.
pub(super) fn apply(
    root: &Path,
    findings: &[&Finding<'_>],
    sources: &SourceMap,
    limits: &Limits,
) -> anyhow::Result<Applied> {
    let Rewritten { files, refused } = rewritten(findings, sources, limits);
    let mut applied = Applied { left: refused.len(), refused, ..Applied::default() };
    for file in files {
        let path = sources.path(file.source);
        match replace(&root.join(path), sources.text(file.source), &file.new)? {
            Replaced::Yes => (applied.notes, applied.files) = (applied.notes + file.notes, applied.files + 1),
            Replaced::ChangedMeanwhile => {
                applied
                    .refused
                    .push(format!("{path}: the file was changed meanwhile and is left as it is: run this again"));
                applied.left += file.notes;
            }
        }
    }
    Ok(applied)
}
