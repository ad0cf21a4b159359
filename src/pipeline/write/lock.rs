//! One build at a time: a lock on an empty file beside the output folder.
//!
//! The kernel frees the lock when a build is killed, so a file left over is harmless. The file is
//! removed while the lock is held; whoever waited on it then holds a file that no longer has a
//! name, and must see that and try again.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::disk::flags;
use super::error::{WriteError, disk};
use super::target::Target;

/// How often to look whether the other build has ended: too short for a person to notice.
const POLL: Duration = Duration::from_millis(50);

/// The right to write an output folder, given back when dropped.
pub(super) struct Lock {
    path: PathBuf,
    /// Open for as long as the lock is held.
    _file: File,
}

impl Lock {
    /// Waits for the lock, at most `wait`.
    pub(super) fn take(target: &Target, wait: Duration) -> Result<Self, WriteError> {
        let path = target.beside(".lock");
        let end = Instant::now() + wait;
        loop {
            let file = open(&path)?;
            match file.try_lock() {
                Ok(()) if still_named(&file, &path) => return Ok(Self { path, _file: file }),
                Ok(()) => {}
                Err(TryLockError::Error(reason)) => return Err(disk(&path, "locked")(reason)),
                Err(TryLockError::WouldBlock) if Instant::now() < end => {
                    thread::sleep(POLL.min(wait));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(WriteError::Busy { target: target.path.clone(), lock: path });
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays is taken by the next build, so there is nothing to report.
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> Result<File, WriteError> {
    let foreign = || WriteError::ForeignLock { lock: path.to_owned() };
    if fs::symlink_metadata(path).is_ok_and(|found| !is_ours(&found)) {
        return Err(foreign());
    }
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK))
        .open(path)
        .map_err(disk(path, "opened"))?;
    let found = file.metadata().map_err(disk(path, "read"))?;
    if is_ours(&found) { Ok(file) } else { Err(foreign()) }
}

/// Ours is empty: a file with bytes is someone's, and would be removed with the lock.
fn is_ours(found: &fs::Metadata) -> bool {
    found.is_file() && found.len() == 0
}

fn still_named(file: &File, path: &Path) -> bool {
    let same = || -> io::Result<bool> {
        let (held, named) = (file.metadata()?, fs::symlink_metadata(path)?);
        Ok((held.dev(), held.ino()) == (named.dev(), named.ino()))
    };
    same().unwrap_or(false)
}
