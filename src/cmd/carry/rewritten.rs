//! New selectors in the files of notes and articles, as texts: nothing is written here.

use std::collections::BTreeMap;

use super::finding::{Finding, Proposal, Todo};
use super::show;
use crate::config::Limits;
use crate::diag::{SourceId, SourceMap};
use crate::edit::selectors::{Selectors, rewrite};

/// What comes of proposals.
#[derive(Debug, Default)]
pub(in crate::cmd) struct Rewritten {
    /// Each file that changes, once.
    pub(in crate::cmd) files: Vec<File>,
    /// What can't be written, as sentences with their place; one a note.
    pub(in crate::cmd) refused: Vec<String>,
}

/// A file with new selectors.
#[derive(Debug)]
pub(in crate::cmd) struct File {
    /// Which.
    pub(in crate::cmd) source: SourceId,
    /// Its new text.
    pub(in crate::cmd) new: String,
    /// How many of its notes changed.
    pub(in crate::cmd) notes: usize,
}

/// Puts all the proposals into the texts of their files.
pub(in crate::cmd) fn rewritten(findings: &[&Finding<'_>], sources: &SourceMap, limits: &Limits) -> Rewritten {
    let mut files: BTreeMap<SourceId, Vec<(&Finding<'_>, &Proposal)>> = BTreeMap::new();
    for finding in findings {
        if let Todo::Refresh(proposal) | Todo::Change(proposal) = &finding.todo {
            files.entry(finding.subject.origin.source).or_default().push((finding, proposal));
        }
    }
    let mut all = Rewritten::default();
    for (source, changes) in files {
        let old = sources.text(source);
        let mut file = File { source, new: old.to_owned(), notes: 0 };
        for (finding, proposal) in &changes {
            match changed(&file.new, old, finding, proposal, limits) {
                Ok(text) => (file.new, file.notes) = (text, file.notes + 1),
                Err(refused) => {
                    let at = show::place(sources, finding.subject.span(sources));
                    all.refused.push(format!("{at}: {refused}"));
                }
            }
        }
        all.files.extend(Some(file).filter(|file| file.notes > 0));
    }
    all
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
