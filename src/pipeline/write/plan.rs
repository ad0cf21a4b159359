//! What happens to each file that is there: kept, overwritten on request, or removed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Edited;
use super::disk::Fingerprint;
use super::error::{WriteError, disk};
use super::manifest::Manifest;
use super::old::Old;
use super::target::Target;
use crate::model::output::{OutPath, Output};

/// The fate of the files in the output folder that the new site does not simply replace.
pub(super) struct Plan {
    /// Files that are not postil's, or no longer: they stay. Relative, in order.
    pub(super) keep: Vec<PathBuf>,
    /// Empty folders that stay. Relative.
    pub(super) hollow: Vec<PathBuf>,
    /// Bytes of others which the author agreed to lose.
    pub(super) overwritten: Manifest,
    /// Files of the old site that the new one does not have, unchanged since they were written.
    pub(super) obsolete: Vec<OutPath>,
}

impl Plan {
    /// Decides, or refuses with the names of all files that would be lost.
    pub(super) fn new(output: &Output<'_>, old: &Old, target: &Target, edited: Edited) -> Result<Self, WriteError> {
        let (lost, keep) = foreign(output, old);
        refuse_in_the_way(output, &keep, target)?;
        if edited == Edited::Refuse && !lost.is_empty() {
            return Err(WriteError::Edited {
                target: target.path.clone(),
                files: lost.iter().map(|path| path.as_str().into()).collect(),
            });
        }
        let gone = |path: &&OutPath| !output.contains(path.as_str());
        Ok(Self {
            keep,
            hollow: hollow(output, old),
            overwritten: prints(lost, &target.path)?,
            obsolete: old.intact.keys().filter(gone).cloned().collect(),
        })
    }
}

/// Files that are not as postil wrote them: those that the new site would overwrite, and the rest.
fn foreign(output: &Output<'_>, old: &Old) -> (Vec<OutPath>, Vec<PathBuf>) {
    let edited = old.edited.iter().map(|(path, _)| PathBuf::from(path.as_str()));
    let all: BTreeSet<PathBuf> = old.foreign.iter().cloned().chain(edited).collect();
    let (mut lost, mut keep) = (Vec::new(), Vec::new());
    for path in all {
        match in_output(output, &path) {
            Some(path) => lost.push(path),
            None => keep.push(path),
        }
    }
    (lost, keep)
}

fn in_output(output: &Output<'_>, path: &Path) -> Option<OutPath> {
    let path = path.to_str().filter(|path| output.contains(path))?;
    OutPath::new(path).ok()
}

fn refuse_in_the_way(output: &Output<'_>, keep: &[PathBuf], target: &Target) -> Result<(), WriteError> {
    let folders = output.folders();
    let stands = |path: &&PathBuf| path.to_str().is_some_and(|path| folders.contains(path)) || under_file(output, path);
    let files: Vec<PathBuf> = keep.iter().filter(stands).cloned().collect();
    if files.is_empty() {
        return Ok(());
    }
    let target = target.path.clone();
    Err(WriteError::InTheWay { target, files })
}

/// Whether the site has a file where `path` has one of its folders, or itself.
fn under_file(output: &Output<'_>, path: &Path) -> bool {
    path.ancestors().any(|folder| in_output(output, folder).is_some())
}

fn hollow(output: &Output<'_>, old: &Old) -> Vec<PathBuf> {
    let stays = |path: &&PathBuf| !under_file(output, path);
    old.hollow.iter().filter(stays).cloned().collect()
}

fn prints(lost: Vec<OutPath>, target: &Path) -> Result<Manifest, WriteError> {
    let print = |path: OutPath| {
        let file = target.join(path.as_str());
        let print = Fingerprint::of_file(&file).map_err(disk(&file, "read"))?;
        Ok((path, print))
    };
    lost.into_iter().map(print).collect()
}
