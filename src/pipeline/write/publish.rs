//! The instant at which the new site takes the old one's place.

use std::fs;
use std::io;
use std::path::Path;

use rustix::io::Errno;

use super::How;
use super::disk::sync;
use super::error::{WriteError, disk};
use super::stage::Stage;
use super::target::{State, Target};

/// What comes between the output folder's name and a number, for the old site during two renames.
pub(super) const OLD: &str = ".old-";

/// Puts the site of a stage in the target's place, and the old one, if any, into the stage.
pub(super) fn publish(stage: &Stage, target: &Target) -> Result<How, WriteError> {
    publish_by(stage, target, exchange)
}

fn publish_by(
    stage: &Stage,
    target: &Target,
    exchange: impl Fn(&Path, &Path) -> Result<(), Errno>,
) -> Result<How, WriteError> {
    let site = stage.site();
    let how = match target.state {
        // `rename` takes the place of an empty folder too, and refuses if it no longer is empty.
        State::Missing | State::Empty | State::Begun => {
            fs::rename(&site, &target.path).map_err(refused(target))?;
            How::FirstTime
        }
        State::Site(_) => match exchange(&site, &target.path) {
            Ok(()) => How::Exchanged,
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => two_renames(stage, target)?,
            Err(reason) => return Err(refused(target)(reason.into())),
        },
    };
    sync(&target.parent).map_err(disk(&target.parent, "made durable"))?;
    sync(stage.root()).map_err(disk(stage.root(), "made durable"))?;
    Ok(how)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> Result<(), Errno> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> Result<(), Errno> {
    Err(Errno::NOSYS)
}

/// For file systems that cannot exchange. For an instant there is no site; a build killed then is
/// put right by the next one. Nothing is lost if the second rename fails: the first is undone.
fn two_renames(stage: &Stage, target: &Target) -> Result<How, WriteError> {
    let old = target.beside(&format!("{OLD}{}", stage.number()));
    fs::rename(&target.path, &old).map_err(refused(target))?;
    if let Err(reason) = fs::rename(stage.site(), &target.path) {
        fs::rename(&old, &target.path).map_err(disk(&old, "renamed back"))?;
        return Err(refused(target)(reason));
    }
    sync(&target.parent).map_err(disk(&target.parent, "made durable"))?;
    fs::rename(&old, stage.site()).map_err(disk(&old, "renamed"))?;
    Ok(How::TwoRenames)
}

fn refused(target: &Target) -> impl Fn(io::Error) -> WriteError {
    |reason| {
        let path = target.path.clone();
        match Errno::from_io_error(&reason) {
            Some(Errno::XDEV | Errno::BUSY) => WriteError::Fixed { target: path, reason },
            _ => disk(&path, "exchanged for the new site")(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::write::Options;
    use crate::pipeline::write::leftovers::settle;
    use crate::pipeline::write::manifest::{self, Manifest};

    fn place(folder: &Path, text: &str) {
        let path = crate::model::output::OutPath::new("index.html").unwrap();
        let print = crate::pipeline::write::disk::Fingerprint::of(text.as_bytes());
        let list: Manifest = [(path, print)].into_iter().collect();
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), text).unwrap();
        fs::write(folder.join(manifest::NAME), list.to_text()).unwrap();
    }

    fn target(folder: &Path) -> Target {
        let options = Options::new(folder.join("elsewhere"), None);
        Target::check(&folder.join("_site"), &options).unwrap()
    }

    fn index(folder: &Path) -> String {
        fs::read_to_string(folder.join("_site/index.html")).unwrap()
    }

    fn prepared(folder: &Path) -> (Target, Stage) {
        place(&folder.join("_site"), "old");
        let target = target(folder);
        let stage = Stage::beside(&target).unwrap();
        place(&stage.site(), "new");
        stage.ready(&Manifest::default(), Vec::new()).unwrap();
        (target, stage)
    }

    #[test]
    fn renames_twice_where_there_is_no_exchange() {
        for errno in [Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP] {
            let disk = tempfile::tempdir().unwrap();
            let (target, stage) = prepared(disk.path());
            let how = publish_by(&stage, &target, |_, _| Err(errno)).unwrap();
            assert_eq!(how, How::TwoRenames);
            assert_eq!(index(disk.path()), "new");
            assert_eq!(stage.clear(&target.path), Vec::<std::path::PathBuf>::new());
            assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn says_in_place_for_mount_points_and_overlays() {
        for errno in [Errno::XDEV, Errno::BUSY] {
            let disk = tempfile::tempdir().unwrap();
            let (target, stage) = prepared(disk.path());
            let error = publish_by(&stage, &target, |_, _| Err(errno)).unwrap_err();
            assert!(error.to_string().contains("--in-place"), "{error}");
            assert_eq!(index(disk.path()), "old");
            assert!(stage.clear(&target.path).is_empty());
        }
    }

    #[test]
    fn a_kill_after_the_first_rename_brings_the_old_site_back() {
        let disk = tempfile::tempdir().unwrap();
        let (found, stage) = prepared(disk.path());
        let old = found.beside(&format!("{OLD}{}", stage.number()));
        fs::rename(&found.path, old).unwrap();
        assert!(settle(&target(disk.path())).unwrap().is_empty());
        assert_eq!(index(disk.path()), "old");
        assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_kill_after_the_second_rename_keeps_the_new_site() {
        let disk = tempfile::tempdir().unwrap();
        let (found, stage) = prepared(disk.path());
        fs::write(found.path.join("mine.txt"), "mine").unwrap();
        let old = found.beside(&format!("{OLD}{}", stage.number()));
        fs::rename(&found.path, &old).unwrap();
        fs::rename(stage.site(), &found.path).unwrap();
        let left = settle(&target(disk.path())).unwrap();
        assert_eq!(index(disk.path()), "new");
        // It came too late to be carried over, so it stays where it is and is named.
        let mine = stage.site().join("mine.txt");
        assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
        assert_eq!(left, [mine]);
    }
}
