//! Removes an old site, but no byte that is not safe elsewhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator as _, ParallelExtend as _, ParallelIterator as _};
use walkdir::WalkDir;

use super::disk::{Fingerprint, are_alike};
use super::manifest::{self, Manifest};

/// Removes the files of `tree` that nobody can miss, and then its empty folders: files that its
/// own manifest lists and that are unchanged since, files that `twin` has with the same bytes, and
/// what `overwritten` lists. Returns all others, which stay, and folders that cannot be read.
///
/// The manifest goes last, so that a second call knows what the first one knew.
pub(super) fn discard(tree: &Path, twin: &Path, overwritten: &Manifest) -> Vec<PathBuf> {
    let known = Manifest::read(tree).ok().flatten().unwrap_or_default();
    let (files, folders, mut left) = entries(tree);
    left.par_extend(files.into_par_iter().filter_map(|file| {
        let path = file.strip_prefix(tree).ok()?;
        let spare = path != Path::new(manifest::NAME)
            && (is_written(tree, path, &known)
                || is_written(tree, path, overwritten)
                || are_alike(&file, &twin.join(path)));
        let gone = spare && fs::remove_file(&file).is_ok();
        (!gone).then_some(file)
    }));
    for folder in folders {
        // Fails where something stays in it, as it should.
        let _ = fs::remove_dir(folder);
    }
    let list = tree.join(manifest::NAME);
    left.retain(|path| *path != list);
    if left.is_empty() {
        // What cannot be removed keeps the stage, which is then reported.
        let _ = fs::remove_file(list);
        let _ = fs::remove_dir(tree);
    }
    left
}

/// Files, folders with the inner ones first, and what cannot be read.
fn entries(tree: &Path) -> (Vec<PathBuf>, Vec<PathBuf>, Vec<PathBuf>) {
    let (mut files, mut folders, mut unread) = (Vec::new(), Vec::new(), Vec::new());
    let walk = WalkDir::new(tree).min_depth(1).contents_first(true);
    for entry in walk.sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => folders.push(entry.into_path()),
            Ok(entry) => files.push(entry.into_path()),
            // The second rename of two may not have come to pass: there is nothing to remove.
            Err(error) if is_missing(&error) => {}
            Err(error) => unread.push(error.path().unwrap_or(tree).to_owned()),
        }
    }
    (files, folders, unread)
}

fn is_missing(error: &walkdir::Error) -> bool {
    let reason = error.io_error().map(io::Error::kind);
    reason == Some(io::ErrorKind::NotFound)
}

fn is_written(tree: &Path, path: &Path, list: &Manifest) -> bool {
    let written = path.to_str().and_then(|path| list.get(path));
    written.is_some_and(|print| Fingerprint::of_file(&tree.join(path)).is_ok_and(|found| found == print))
}
