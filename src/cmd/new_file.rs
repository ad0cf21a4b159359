//! New files in an author's folders: whole or not at all, and never in the place of another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotWritten {
    /// A file of that name is there, and stays as it is.
    #[error("it exists already")]
    Exists,
    /// The folder leads out of the site.
    #[error("its folder is a link that leads out of {0}")]
    Outside(PathBuf),
    /// Something is wrong with the disk.
    #[error("{0:#}")]
    Disk(#[from] anyhow::Error),
}

/// Writes a new file below the folder `inside`: first beside its place under a hidden name, which the loader passes
/// over, then under its own, if that is still free.
///
/// # Errors
/// When the name is taken, the folder leads elsewhere, or the disk refuses.
pub(super) fn create(path: &Path, bytes: &[u8], inside: &Path) -> Result<(), NotWritten> {
    let folder = path.parent().context("a path without a folder")?;
    // A link on disk may lead out of the site, so this comes before any folder is made.
    let existing = folder.ancestors().find(|folder| folder.exists()).context("a path without a folder")?;
    if !real(existing)?.starts_with(real(inside)?) {
        return Err(NotWritten::Outside(inside.to_owned()));
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let name = path.file_name().context("a path without a name")?.to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = write(&beside, bytes).and_then(|()| name_it(&beside, path, bytes));
    // Where even the first step failed there is nothing to take away.
    let _ = fs::remove_file(&beside);
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(NotWritten::Exists),
        Err(error) => Err(anyhow::Error::from(error).context(path.display().to_string()).into()),
    }
}

fn real(path: &Path) -> anyhow::Result<PathBuf> {
    path.canonicalize().with_context(|| path.display().to_string())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A hard link, unlike a rename, never takes another file's place.
fn name_it(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => without_links(path, bytes),
        linked => linked,
    }
}

/// Some file systems have no links. There the file is written in place, and taken away again if it can't be written whole.
fn without_links(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    written.or_else(|error| fs::remove_file(path).and(Err(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_nothing_lies_beside_it() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("notes/a.yaml");
        assert!(create(&path, b"one", place.path()).is_ok());
        assert!(matches!(create(&path, b"two", place.path()), Err(NotWritten::Exists)));
        assert_eq!(fs::read_to_string(&path).expect("was written"), "one");
        assert_eq!(fs::read_dir(place.path().join("notes")).expect("a folder").count(), 1);
    }
}
