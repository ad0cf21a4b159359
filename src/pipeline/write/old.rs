//! What stands in the output folder, sorted by whose it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use walkdir::{DirEntry, WalkDir};

use super::disk::Fingerprint;
use super::error::{WriteError, disk};
use super::manifest::{self, Manifest};
use super::target::{State, Target};
use crate::model::output::OutPath;

/// The old site, as it is on disk.
#[derive(Default)]
pub(super) struct Old {
    /// The list that it was written with; `None` if there is no site yet.
    pub(super) manifest: Option<Manifest>,
    /// Listed, and still the same bytes.
    pub(super) intact: BTreeMap<OutPath, Page>,
    /// Listed, but changed by hand: the bytes that are there now.
    pub(super) edited: Manifest,
    /// Files that are not listed, relative to the folder.
    pub(super) foreign: Vec<PathBuf>,
    /// Folders without anything in them, relative to the folder.
    pub(super) hollow: Vec<PathBuf>,
}

/// A file that is as postil wrote it.
#[derive(Clone, Copy)]
pub(super) struct Page {
    print: Fingerprint,
    /// Whether it has a second name somewhere, which a published file must not keep.
    linked: bool,
}

impl Old {
    /// Reads what stands at the target; hashes all files that are listed.
    pub(super) fn read(target: &Target) -> Result<Self, WriteError> {
        let State::Site(manifest) = &target.state else {
            return Ok(Self::default());
        };
        let mut old = Self { manifest: Some(manifest.clone()), ..Self::default() };
        let listed = old.walk(&target.path, manifest)?;
        let pages: Result<Vec<_>, WriteError> =
            listed.into_par_iter().map(|(path, written)| Ok((look(&target.path, &path)?, path, written))).collect();
        for (page, path, written) in pages? {
            if page.print == written {
                old.intact.insert(path, page);
            } else {
                old.edited.insert(path, page.print);
            }
        }
        Ok(old)
    }

    /// What `path` holds, if the new site may take that file over as it is.
    pub(super) fn reusable(&self, path: &OutPath) -> Option<Fingerprint> {
        let page = self.intact.get(path)?;
        (!page.linked).then_some(page.print)
    }

    /// Sorts out foreign files and empty folders; returns the listed files.
    fn walk(&mut self, target: &Path, manifest: &Manifest) -> Result<Vec<(OutPath, Fingerprint)>, WriteError> {
        let (mut listed, mut hollow) = (Vec::new(), BTreeSet::new());
        for entry in WalkDir::new(target).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(disk(target, "read"))?;
            let path = relative(&entry, target);
            if let Some(parent) = path.parent() {
                hollow.remove(parent);
            }
            if entry.file_type().is_dir() {
                hollow.insert(path);
            } else if !entry.file_type().is_file() {
                let path = entry.into_path();
                return Err(WriteError::Special { path });
            } else if path != Path::new(manifest::NAME) {
                match listing(&path, manifest) {
                    Some(found) => listed.push(found),
                    None => self.foreign.push(path),
                }
            }
        }
        self.hollow.extend(hollow);
        Ok(listed)
    }
}

fn relative(entry: &DirEntry, root: &Path) -> PathBuf {
    let path = entry.path();
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

fn listing(path: &Path, manifest: &Manifest) -> Option<(OutPath, Fingerprint)> {
    let path = path.to_str()?;
    let written = manifest.get(path)?;
    Some((OutPath::new(path).ok()?, written))
}

fn look(target: &Path, path: &OutPath) -> Result<Page, WriteError> {
    let file = target.join(path.as_str());
    let found = fs::symlink_metadata(&file).map_err(disk(&file, "read"))?;
    Ok(Page { print: Fingerprint::of_file(&file).map_err(disk(&file, "read"))?, linked: found.nlink() > 1 })
}
