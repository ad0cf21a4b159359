//! What can go wrong while a site is put on disk.

use std::io;
use std::path::{Path, PathBuf};

use super::target::Refusal;
use crate::model::output::{MakeError, OutPath};

/// Why a site was not written. Unless a variant says otherwise, the old site is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder may not be written to; nothing was touched.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Another build held the lock for as long as this one was willing to wait.
    #[error(
        "another build is running for {target:?}, as its lock {lock:?} shows; \
         wait for it to end and build again"
    )]
    Busy {
        /// The output folder.
        target: PathBuf,
        /// The lock file.
        lock: PathBuf,
    },
    /// A file that is not postil's has the name of the lock.
    #[error("{lock:?} stands where postil puts its lock, but is not postil's; rename it")]
    ForeignLock {
        /// The file.
        lock: PathBuf,
    },
    /// Files of the site were changed by hand, or put there by someone else.
    #[error(
        "{} in {target:?} is not as postil wrote it and would be lost; \
         move the changes into the site's sources, or give --force to overwrite them",
        list(files)
    )]
    Edited {
        /// The output folder.
        target: PathBuf,
        /// Every such file, relative to the folder, in order.
        files: Vec<PathBuf>,
    },
    /// A file that is not postil's stands where the site needs a folder, or the other way round.
    #[error(
        "{} in {target:?} is not postil's and stands where the site has a folder or a file; \
         move it away",
        list(files)
    )]
    InTheWay {
        /// The output folder.
        target: PathBuf,
        /// Every such file, relative to the folder, in order.
        files: Vec<PathBuf>,
    },
    /// The output folder holds a link, a pipe, a socket or a device.
    #[error(
        "{path:?} is neither a file nor a folder, so it can be neither published nor kept; \
         move it out of the output folder"
    )]
    Special {
        /// The thing.
        path: PathBuf,
    },
    /// A page could not be made.
    #[error("{path} could not be made: {reason}; mend its source and build again")]
    Made {
        /// The page.
        path: OutPath,
        /// What its recipe said.
        reason: MakeError,
    },
    /// A file to be copied into the site could not be.
    #[error("{from:?} could not be copied to {path}: {reason}; put a plain file there")]
    Copied {
        /// The place in the site.
        path: OutPath,
        /// The file.
        from: PathBuf,
        /// What the disk said.
        reason: io::Error,
    },
    /// The system does not let the output folder be renamed.
    #[error(
        "{target:?} cannot be exchanged for the new site ({reason}), as it is a mount point or \
         belongs to a lower layer of an overlay; choose another folder, or give --in-place, \
         which is not atomic"
    )]
    Fixed {
        /// The output folder.
        target: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// Writing in place stopped half-way: some files are new, others old.
    #[error("{target:?} is half written ({reason}), as can be with --in-place; build again")]
    Half {
        /// The output folder.
        target: PathBuf,
        /// The error that stopped it.
        reason: Box<WriteError>,
    },
    /// The disk refused something.
    #[error("{path:?} could not be {done}: {reason}; mend this and build again")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What was to be done with it, as `read` or `written`.
        done: &'static str,
        /// What the disk said.
        reason: io::Error,
    },
}

/// Turns an error of the disk into ours: `.map_err(disk(path, "read"))`.
pub(super) fn disk<E: Into<io::Error>>(path: &Path, done: &'static str) -> impl FnOnce(E) -> WriteError {
    move |reason| WriteError::Disk { path: path.to_owned(), done, reason: reason.into() }
}

#[allow(
    clippy::unnecessary_debug_formatting,
    reason = "a file's name may have control characters, which a terminal must not see"
)]
fn list(files: &[PathBuf]) -> String {
    let names: Vec<String> = files.iter().map(|file| format!("{file:?}")).collect();
    names.join(", ")
}
