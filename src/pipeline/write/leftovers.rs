//! Puts right what builds that were killed left behind. Called under the lock, so whatever is found
//! belongs to no living build.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Fingerprint, sync};
use super::error::{WriteError, disk};
use super::manifest::{self, Manifest};
use super::publish::OLD;
use super::stage::{INSIDE, STAGE, Stage};
use super::target::Target;

/// Brings back a site lost between two renames, ends a build in place that was cut short, clears
/// old stages. Returns files that had to stay because they may be someone's.
pub(super) fn settle(target: &Target) -> Result<Vec<PathBuf>, WriteError> {
    let read = |reason| disk(&target.parent, "read")(reason);
    let olds = numbered(target, OLD).map_err(read)?;
    if fs::symlink_metadata(&target.path).is_err() {
        bring_back(&olds, target)?;
    } else {
        give_to_stages(&olds, target)?;
    }
    let mut left = settle_inside(target)?;
    for (_, root) in numbered(target, STAGE).map_err(read)? {
        match Stage::found(root.clone()) {
            Some(stage) => left.extend(stage.clear(&target.path)),
            // Empty, it is ours, of a build killed at its first or last step. With anything in it
            // it is a stranger's, and stays, as this call removes no such folder.
            None => drop(fs::remove_dir(root)),
        }
    }
    Ok(left)
}

/// Folders beside the target named as it, `middle` and a number; the number and the path.
fn numbered(target: &Target, middle: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let start = target.name_with(middle);
    let mut found = Vec::new();
    for entry in fs::read_dir(&target.parent)? {
        let entry = entry?;
        if let Some(number) = number_after(&entry.file_name(), &start)
            && entry.file_type()?.is_dir()
        {
            found.push((number, entry.path()));
        }
    }
    found.sort();
    Ok(found)
}

/// What follows `start` in `name`, if it is digits and hyphens.
fn number_after(name: &OsStr, start: &OsStr) -> Option<String> {
    let end = name.as_encoded_bytes().strip_prefix(start.as_encoded_bytes())?;
    let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
    let number = end.iter().all(digits) && !end.is_empty();
    number.then(|| String::from_utf8_lossy(end).into_owned())
}

/// Renames the old site back if there is no doubt which folder it is.
fn bring_back(olds: &[(String, PathBuf)], target: &Target) -> Result<(), WriteError> {
    let is_site = |path: &&PathBuf| matches!(Manifest::read(path), Ok(Some(_)));
    let mut sites = olds.iter().map(|(_, path)| path).filter(is_site);
    let (Some(old), None) = (sites.next(), sites.next()) else {
        return Ok(());
    };
    fs::rename(old, &target.path).map_err(disk(old, "renamed back"))?;
    sync(&target.parent).map_err(disk(&target.parent, "made durable"))
}

/// Ends two renames: the old site belongs into the stage of the same number, to be cleared with
/// it. Without such a stage the folder is none of ours: people call their copies so.
fn give_to_stages(olds: &[(String, PathBuf)], target: &Target) -> Result<(), WriteError> {
    for (number, old) in olds {
        let root = target.beside(&format!("{STAGE}{number}"));
        if let Some(stage) = Stage::found(root)
            && stage.is_ready()
            && fs::symlink_metadata(stage.site()).is_err()
        {
            fs::rename(old, stage.site()).map_err(disk(old, "renamed"))?;
        }
    }
    Ok(())
}

/// Makes the manifest say what a build in place had written when it was killed, so that its files
/// are known as postil's, and clears its stage.
fn settle_inside(target: &Target) -> Result<Vec<PathBuf>, WriteError> {
    let root = target.path.join(INSIDE);
    let Some(stage) = Stage::found(root.clone()) else {
        // As for stages beside the site: removed if it is empty.
        let _ = fs::remove_dir(root);
        return Ok(Vec::new());
    };
    if stage.is_ready() {
        let read = |reason| disk(&target.path, "read")(reason);
        if let Some(new) = Manifest::read(&stage.site()).map_err(read)? {
            let old = Manifest::read(&target.path).map_err(read)?;
            let merged = merge(old.unwrap_or_default(), &new, &target.path);
            replace_manifest(&merged, &stage, target)?;
        }
    }
    Ok(stage.clear(&target.path))
}

/// The old list, with the new entry of each file that is already new on disk.
fn merge(mut old: Manifest, new: &Manifest, folder: &Path) -> Manifest {
    for (path, print) in new.iter() {
        let file = folder.join(path.as_str());
        if Fingerprint::of_file(&file).is_ok_and(|found| found == print) {
            old.insert(path.clone(), print);
        }
    }
    old
}

fn replace_manifest(list: &Manifest, stage: &Stage, target: &Target) -> Result<(), WriteError> {
    let (new, place) = (stage.root().join("merged"), target.path.join(manifest::NAME));
    fs::write(&new, list.to_text()).map_err(disk(&new, "written"))?;
    sync(&new).map_err(disk(&new, "made durable"))?;
    fs::rename(&new, &place).map_err(disk(&place, "written"))
}
