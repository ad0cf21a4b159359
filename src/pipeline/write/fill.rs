//! Makes every file of the new site, in parallel, and puts those that differ into the stage.

use std::path::Path;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::disk::{self, Fingerprint};
use super::error::{self, WriteError};
use super::manifest::Manifest;
use super::old::Old;
use crate::model::output::{Content, Listed, OutPath, Output, Summary};

/// The new site's list, and which of its files are new.
#[derive(Default)]
pub(super) struct Filled {
    /// All files of the new site.
    pub(super) manifest: Manifest,
    /// Files that now stand in the stage.
    pub(super) written: Vec<OutPath>,
    /// Files that the old site has with the same bytes; not in the stage.
    pub(super) same: Vec<OutPath>,
}

impl Filled {
    fn add(&mut self, path: &OutPath, (print, fate): (Fingerprint, Fate)) {
        self.manifest.insert(path.clone(), print);
        match fate {
            Fate::Written => self.written.push(path.clone()),
            Fate::Same => self.same.push(path.clone()),
        }
    }

    /// Whether the new site differs from the old one at all.
    pub(super) fn differs(&self, old: &Old) -> bool {
        !self.written.is_empty() || old.manifest.as_ref() != Some(&self.manifest)
    }
}

#[derive(Clone, Copy)]
enum Fate {
    Written,
    Same,
}

/// Makes all files. Holds no more than one made file a thread at a time.
///
/// Of several errors the first in the order of paths is returned, whichever thread met it first.
pub(super) fn fill(output: &Output<'_>, old: &Old, site: &Path) -> Result<Filled, WriteError> {
    for folder in output.folders() {
        let folder = site.join(folder);
        std::fs::create_dir(&folder).map_err(error::disk(&folder, "made"))?;
    }
    let files: Vec<_> = output.iter().collect();
    let made: Vec<_> =
        files.into_par_iter().filter_map(|(path, content)| Some((path, place(path, content, old, site)?))).collect();
    let mut filled = Filled::default();
    for (path, result) in made {
        filled.add(path, result?);
    }
    summaries(output, old, site, &mut filled)?;
    Ok(filled)
}

/// Makes the files that tell of all others.
fn summaries(output: &Output<'_>, old: &Old, site: &Path, filled: &mut Filled) -> Result<(), WriteError> {
    let mut last: Vec<(&OutPath, &Summary<'_>)> = Vec::new();
    for (path, content) in output.iter() {
        if let Content::Last(make) = content {
            last.push((path, make));
        }
    }
    if last.is_empty() {
        return Ok(());
    }
    let listed = |(path, print): (_, Fingerprint)| Listed { path, size: print.size, hash: print.hash };
    let files: Vec<Listed<'_>> = filled.manifest.iter().map(listed).collect();
    let made: Vec<(&OutPath, Vec<u8>)> = last.into_iter().map(|(path, make)| (path, make(&files))).collect();
    for (path, bytes) in made {
        filled.add(path, place_bytes(path, &bytes, old, site)?);
    }
    Ok(())
}

type Placed = Result<(Fingerprint, Fate), WriteError>;

/// Puts a file into the stage, if it differs; `None` for one that is made last.
fn place(path: &OutPath, content: &Content<'_>, old: &Old, site: &Path) -> Option<Placed> {
    Some(match content {
        Content::Last(_) => return None,
        Content::Bytes(bytes) => place_bytes(path, bytes, old, site),
        Content::Shared(bytes) => place_bytes(path, bytes, old, site),
        Content::Copy(from) => place_copy(path, from, old, site),
        Content::Made(make) => match make() {
            Ok(bytes) => place_bytes(path, &bytes, old, site),
            Err(reason) => Err(WriteError::Made { path: path.clone(), reason }),
        },
    })
}

fn place_bytes(path: &OutPath, bytes: &[u8], old: &Old, site: &Path) -> Placed {
    let print = Fingerprint::of(bytes);
    if old.reusable(path) == Some(print) {
        return Ok((print, Fate::Same));
    }
    let file = site.join(path.as_str());
    disk::create(&file, bytes).map_err(error::disk(&file, "written"))?;
    Ok((print, Fate::Written))
}

/// Reads the file once if it is new, twice only if its size is that of the old one: an image may
/// be large, so it is never held whole.
fn place_copy(path: &OutPath, from: &Path, old: &Old, site: &Path) -> Placed {
    let place = || {
        let mut file = disk::open(from)?;
        let known = old.reusable(path);
        if let Some(known) = known
            && file.metadata()?.len() == known.size
            && Fingerprint::read(&mut file)? == known
        {
            return Ok((known, Fate::Same));
        }
        let print = disk::copy(&mut file, &site.join(path.as_str()))?;
        Ok((print, Fate::Written))
    };
    place().map_err(|reason| WriteError::Copied { path: path.clone(), from: from.to_owned(), reason })
}
