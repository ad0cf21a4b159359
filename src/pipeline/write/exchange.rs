//! The usual way: a whole new tree beside the old one, then one call that exchanges the two.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::disk::{self, Carried, carry};
use super::error::{self, WriteError};
use super::fill::{Filled, fill};
use super::manifest;
use super::old::Old;
use super::plan::Plan;
use super::publish::publish;
use super::stage::Stage;
use super::target::Target;
use super::{How, Report};
use crate::model::output::Output;

/// Writes the site beside the target and exchanges the two.
pub(super) fn exchange(output: &Output<'_>, old: &Old, plan: Plan, target: &Target) -> Result<Report, WriteError> {
    let stage = Stage::beside(target)?;
    let outcome = prepare(output, old, &plan, target, &stage);
    let outcome = outcome.and_then(|filled| {
        let how = if filled.differs(old) { publish(&stage, target)? } else { How::Nothing };
        Ok(Report::new(&filled, plan, how))
    });
    let left = stage.clear(&target.path);
    outcome.map(|report| report.leaving(left))
}

/// Brings the stage to where it can be published; stops early if nothing differs.
fn prepare(output: &Output<'_>, old: &Old, plan: &Plan, target: &Target, stage: &Stage) -> Result<Filled, WriteError> {
    let site = stage.site();
    let filled = fill(output, old, &site)?;
    if !filled.differs(old) {
        return Ok(filled);
    }
    let folders = make_folders(output, plan, &site)?;
    let copied = carry_over(&filled, plan, target, &site)?;
    let list = site.join(manifest::NAME);
    let text = filled.manifest.to_text();
    disk::create(&list, text.as_bytes()).map_err(error::disk(&list, "written"))?;
    keep_permissions(&folders, &target.path, &site)?;
    let written = filled.written.iter().map(|path| site.join(path.as_str()));
    let folders = folders.iter().map(|folder| site.join(folder));
    let paths = written.chain(copied).chain(folders).chain([list]).collect();
    stage.ready(&plan.overwritten, paths)?;
    Ok(filled)
}

/// Makes the folders of what is carried over; returns all folders of the new tree, outer first.
fn make_folders(output: &Output<'_>, plan: &Plan, site: &Path) -> Result<BTreeSet<PathBuf>, WriteError> {
    let kept = plan.keep.iter().filter_map(|path| path.parent());
    let hollow = plan.hollow.iter().map(PathBuf::as_path);
    let mut folders: BTreeSet<PathBuf> = output.folders().into_iter().map(Into::into).collect();
    for folder in kept.chain(hollow) {
        let path = site.join(folder);
        fs::create_dir_all(&path).map_err(error::disk(&path, "made"))?;
        folders.extend(folder.ancestors().map(Path::to_owned));
    }
    folders.insert(PathBuf::new());
    Ok(folders)
}

/// Gives unchanged files and those of others a place in the new tree; returns those copied.
fn carry_over(filled: &Filled, plan: &Plan, target: &Target, site: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let same = filled.same.iter().map(|path| Path::new(path.as_str()));
    let kept = plan.keep.iter().map(PathBuf::as_path);
    let paths: Vec<&Path> = same.chain(kept).collect();
    let carried: Result<Vec<_>, WriteError> = paths
        .into_par_iter()
        .map(|path| {
            let (from, to) = (target.path.join(path), site.join(path));
            let how = carry(&from, &to).map_err(error::disk(&from, "carried over"))?;
            Ok((how == Carried::Copied).then_some(to))
        })
        .collect();
    Ok(carried?.into_iter().flatten().collect())
}

/// Gives each folder the permissions that it had, innermost first, as the last thing done in it.
fn keep_permissions(folders: &BTreeSet<PathBuf>, old: &Path, site: &Path) -> Result<(), WriteError> {
    for folder in folders.iter().rev() {
        let Ok(found) = fs::symlink_metadata(old.join(folder)) else {
            continue;
        };
        let path = site.join(folder);
        let made = fs::symlink_metadata(&path).map_err(error::disk(&path, "read"))?;
        // Not set where they agree: not every disk lets them be set.
        if found.is_dir() && found.permissions() != made.permissions() {
            fs::set_permissions(&path, found.permissions()).map_err(error::disk(&path, "changed"))?;
        }
    }
    Ok(())
}
