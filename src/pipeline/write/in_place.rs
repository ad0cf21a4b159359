//! The other way, for an output folder that cannot be renamed: file by file. Not atomic.
//!
//! All files that differ are made before the first is put in place, so a page that cannot be made
//! costs nothing. A kill from then on leaves some files new and some old; the new list lies in the
//! stage by then, so the next build knows all of them as postil's and ends the work.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{self, sync_all};
use super::error::{self, WriteError};
use super::fill::{Filled, fill};
use super::manifest;
use super::old::Old;
use super::plan::Plan;
use super::stage::Stage;
use super::target::{State, Target};
use super::{How, Report};
use crate::model::output::{OutPath, Output};

/// Writes the files that differ into the target, then removes those that are no longer written.
pub(super) fn in_place(output: &Output<'_>, old: &Old, plan: Plan, target: &Target) -> Result<Report, WriteError> {
    if matches!(target.state, State::Missing) {
        fs::create_dir(&target.path).map_err(error::disk(&target.path, "made"))?;
    }
    let stage = Stage::inside(target)?;
    match prepare(output, old, &plan, &stage) {
        Ok(filled) if filled.differs(old) => finish(&filled, output, old, plan, target, stage),
        Ok(filled) => {
            let left = stage.clear(&target.path);
            Ok(Report::new(&filled, plan, How::Nothing).leaving(left))
        }
        Err(reason) => {
            stage.clear(&target.path);
            if matches!(target.state, State::Missing) {
                // Fails if someone has put a file there, as it should.
                let _ = fs::remove_dir(&target.path);
            }
            Err(reason)
        }
    }
}

fn prepare(output: &Output<'_>, old: &Old, plan: &Plan, stage: &Stage) -> Result<Filled, WriteError> {
    let site = stage.site();
    let filled = fill(output, old, &site)?;
    if filled.differs(old) {
        let list = site.join(manifest::NAME);
        let text = filled.manifest.to_text();
        disk::create(&list, text.as_bytes()).map_err(error::disk(&list, "written"))?;
        let written = filled.written.iter().map(|path| site.join(path.as_str()));
        stage.ready(&plan.overwritten, written.chain([list, site.clone()]).collect())?;
    }
    Ok(filled)
}

/// From here on an error leaves a mix. The stage then stays for the next build, as it has the list.
fn finish(
    filled: &Filled,
    output: &Output<'_>,
    old: &Old,
    plan: Plan,
    target: &Target,
    stage: Stage,
) -> Result<Report, WriteError> {
    put(filled, output, old, &plan, target, &stage)
        .map_err(|reason| WriteError::Half { target: target.path.clone(), reason: Box::new(reason) })?;
    let left = stage.clear(&target.path);
    Ok(Report::new(filled, plan, How::InPlace).leaving(left))
}

fn put(
    filled: &Filled,
    output: &Output<'_>,
    old: &Old,
    plan: &Plan,
    target: &Target,
    stage: &Stage,
) -> Result<(), WriteError> {
    let folders = output.folders();
    let in_the_way =
        |path: &&OutPath| folders.contains(path.as_str()) || path.folders().any(|folder| output.contains(folder));
    let (first, last): (Vec<_>, Vec<_>) = plan.obsolete.iter().partition(in_the_way);
    for folder in &old.hollow {
        if !plan.hollow.contains(folder) {
            prune(&target.path, folder);
        }
    }
    remove(&target.path, &first)?;
    for path in &filled.written {
        move_in(Path::new(path.as_str()), target, stage)?;
    }
    remove(&target.path, &last)?;
    make_durable(&folders, &target.path)?;
    move_in(Path::new(manifest::NAME), target, stage)?;
    make_durable(&BTreeSet::new(), &target.path)
}

fn move_in(path: &Path, target: &Target, stage: &Stage) -> Result<(), WriteError> {
    let (from, to) = (stage.site().join(path), target.path.join(path));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(error::disk(folder, "made"))?;
    }
    fs::rename(from, &to).map_err(error::disk(&to, "written"))
}

fn remove(target: &Path, paths: &[&OutPath]) -> Result<(), WriteError> {
    for path in paths {
        let file = target.join(path.as_str());
        match fs::remove_file(&file) {
            Err(reason) if reason.kind() != ErrorKind::NotFound => {
                return Err(error::disk(&file, "removed")(reason));
            }
            _ => {}
        }
        if let Some(folder) = Path::new(path.as_str()).parent() {
            prune(target, folder);
        }
    }
    Ok(())
}

/// Removes `folder` and those around it, as far as they are empty.
fn prune(target: &Path, folder: &Path) {
    for folder in folder.ancestors() {
        // The folder itself is never empty: it has the stage.
        if fs::remove_dir(target.join(folder)).is_err() {
            return;
        }
    }
}

fn make_durable(folders: &BTreeSet<&str>, target: &Path) -> Result<(), WriteError> {
    let inner = folders.iter().map(|folder| target.join(folder));
    let all: Vec<PathBuf> = inner.chain([target.to_owned()]).collect();
    sync_all(&all).map_err(|(path, reason)| error::disk(&path, "made durable")(reason))
}
