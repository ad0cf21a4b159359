//! The folder in which a site is prepared, and from which the old one is removed.
//!
//! ```text
//! _site.stage-4711-0/
//! ├── .postil-stage     written first: the folder is postil's, and may be cleared
//! ├── .postil-ready     written last: from now on `site` may be the old site
//! └── site/             the new site; after the exchange, the old one
//! ```
//!
//! As long as the stage is not ready, everything in `site` was made here and is thrown away whole.
//! From then on each file is looked at (see [`discard`](super::discard)), because it may be an
//! author's. A build that was killed left one or the other, so the next build clears it by the same
//! code that an undisturbed build ends with.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::discard::discard;
use super::disk::{self, sync_all};
use super::error::{self, WriteError};
use super::manifest::Manifest;
use super::target::Target;

/// The stage of a build in place: inside the output folder, as that may be a disk of its own.
pub(super) const INSIDE: &str = ".postil-stage";

/// Shows a folder to be a stage.
const MARKER: &str = ".postil-stage";

/// Shows a stage to be ready, and lists, as a manifest, what the author agreed to lose.
const READY: &str = ".postil-ready";

/// The site in a stage.
const SITE: &str = "site";

/// What comes between the output folder's name and the number of a stage.
pub(super) const STAGE: &str = ".stage-";

/// A folder of ours in which a site is prepared.
pub(super) struct Stage {
    root: PathBuf,
}

impl Stage {
    /// Makes a stage beside the target, under a name that is free.
    pub(super) fn beside(target: &Target) -> Result<Self, WriteError> {
        loop {
            let root = target.beside(&format!("{STAGE}{}", new_number()));
            match fs::create_dir(&root) {
                Ok(()) => return Self::furnish(root),
                // Left by a dead build with the same process id, and with a file in it to keep.
                Err(reason) if reason.kind() == io::ErrorKind::AlreadyExists => {}
                Err(reason) => return Err(error::disk(&root, "made")(reason)),
            }
        }
    }

    /// Makes a stage in the target.
    pub(super) fn inside(target: &Target) -> Result<Self, WriteError> {
        let root = target.path.join(INSIDE);
        fs::create_dir(&root).map_err(error::disk(&root, "made"))?;
        Self::furnish(root)
    }

    fn furnish(root: PathBuf) -> Result<Self, WriteError> {
        let marker = root.join(MARKER);
        let stage = Self { root };
        let site = stage.site();
        disk::create(&marker, b"")
            .map_err(error::disk(&marker, "written"))
            .and_then(|()| fs::create_dir(&site).map_err(error::disk(&site, "made")))
            // Made a moment ago, so there is nothing of anyone in it.
            .inspect_err(|_| drop(fs::remove_dir_all(&stage.root)))?;
        Ok(stage)
    }

    /// Takes up a stage that a dead build left at `root`, if it is one.
    pub(super) fn found(root: PathBuf) -> Option<Self> {
        is_stage(&root).then_some(Self { root })
    }

    /// The folder itself.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// What stands behind [`STAGE`] in its name.
    pub(super) fn number(&self) -> String {
        let name = self.root.file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        name.rsplit(STAGE).next().unwrap_or_default().to_owned()
    }

    /// The site in it.
    pub(super) fn site(&self) -> PathBuf {
        self.root.join(SITE)
    }

    /// Whether the site in it may be one that was published; in doubt it is.
    pub(super) fn is_ready(&self) -> bool {
        let found = fs::symlink_metadata(self.root.join(READY));
        !found.is_err_and(|reason| reason.kind() == io::ErrorKind::NotFound)
    }

    /// Makes everything durable, `paths` being what was written into `site`, and marks the stage
    /// as ready: what `overwritten` lists may be lost from here on.
    pub(super) fn ready(&self, overwritten: &Manifest, mut paths: Vec<PathBuf>) -> Result<(), WriteError> {
        let ready = self.root.join(READY);
        let list = overwritten.to_text();
        disk::create(&ready, list.as_bytes()).map_err(error::disk(&ready, "written"))?;
        paths.extend([ready, self.root.join(MARKER), self.root.clone()]);
        sync_all(&paths).map_err(|(path, reason)| error::disk(&path, "made durable")(reason))
    }

    /// Removes the stage; returns what it had to leave because it may be someone's.
    ///
    /// `twin` is the published folder: a file that stands there too is not lost here. An error of
    /// the disk leaves something behind, which is returned as well.
    pub(super) fn clear(self, twin: &Path) -> Vec<PathBuf> {
        let site = self.site();
        if self.is_ready() {
            let list = Manifest::read_file(&self.root.join(READY));
            let left = discard(&site, twin, &list.ok().flatten().unwrap_or_default());
            if !left.is_empty() {
                return left;
            }
        } else {
            // All of it was made here. An error shows below, as the folder then stays.
            let _ = fs::remove_dir_all(&site);
        }
        match self.remove() {
            Ok(()) => Vec::new(),
            Err(_) => vec![self.root],
        }
    }

    /// Removes the two marks only when nothing else is left, so that a stage stays known for what
    /// it is, ready or not.
    fn remove(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.root)? {
            let name = entry?.file_name();
            if name != MARKER && name != READY {
                return Err(io::ErrorKind::DirectoryNotEmpty.into());
            }
        }
        if self.is_ready() {
            fs::remove_file(self.root.join(READY))?;
        }
        fs::remove_file(self.root.join(MARKER))?;
        fs::remove_dir(&self.root)
    }
}

/// Whether `root` is a folder that postil made as a stage.
pub(super) fn is_stage(root: &Path) -> bool {
    let kind = |path: &Path| fs::symlink_metadata(path).map(|found| found.file_type());
    kind(root).is_ok_and(|found| found.is_dir()) && kind(&root.join(MARKER)).is_ok_and(|found| found.is_file())
}

/// `<process id>-<count>`: no two stages of living builds have the same.
fn new_number() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{}-{count}", std::process::id())
}
