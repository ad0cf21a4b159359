//! New selectors into the files of notes and articles.

use std::collections::BTreeMap;
use std::path::Path;

use super::finding::{Finding, Proposal, Todo};
use super::show;
use crate::cmd::replace::{Replaced, replace};
use crate::config::Limits;
use crate::diag::{SourceId, SourceMap};
use crate::edit::selectors::{Selectors, rewrite};

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
    let mut files: BTreeMap<SourceId, Vec<(&Finding<'_>, &Proposal)>> = BTreeMap::new();
    for finding in findings {
        if let Todo::Refresh(proposal) | Todo::Change(proposal) = &finding.todo {
            files.entry(finding.subject.origin.source).or_default().push((finding, proposal));
        }
    }
    let mut applied = Applied::default();
    for (source, changes) in files {
        let old = sources.text(source);
        let mut new = old.to_owned();
        let mut notes = 0;
        for (finding, proposal) in &changes {
            match changed(&new, old, finding, proposal, limits) {
                Ok(text) => (new, notes) = (text, notes + 1),
                Err(refused) => {
                    let at = show::place(sources, finding.subject.span(sources));
                    applied.refused.push(format!("{at}: {refused}"));
                    applied.left += 1;
                }
            }
        }
        let path = sources.path(source);
        if notes == 0 {
            continue;
        }
        match replace(&root.join(path), old, &new)? {
            Replaced::Yes => (applied.notes, applied.files) = (applied.notes + notes, applied.files + 1),
            Replaced::ChangedMeanwhile => {
                applied
                    .refused
                    .push(format!("{path}: the file was changed meanwhile and is left as it is: run this again"));
                applied.left += notes;
            }
        }
    }
    Ok(applied)
}

/// The file with one more change; `file` may have some already, all inside the same YAML.
fn changed(
    file: &str,
    old: &str,
    finding: &Finding<'_>,
    proposal: &Proposal,
    limits: &Limits,
) -> Result<String, crate::edit::selectors::Refused> {
    let origin = &finding.subject.origin;
    let (start, end) = (origin.start as usize, file.len() - (old.len() - origin.end as usize));
    let wanted = Selectors { quote: proposal.restated.quote.as_deref(), anchor: Some(&proposal.restated.anchor) };
    let yaml = rewrite(&file[start..end], &origin.pointer, wanted, limits)?;
    Ok([&file[..start], &yaml, &file[end..]].concat())
}
