//! A file of an author gets a new text, whole or not at all, and only if it still says what was read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Whether the new text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    /// It was.
    Yes,
    /// Somebody else has changed the file since it was read: it was left as it is.
    ChangedMeanwhile,
}

/// Puts the text `new` in the place of `old` in a file, both without the byte order mark that the file may have and
/// keeps. The new text is written beside the file and renamed over it; permissions stay.
///
/// # Errors
/// When the file can't be read or written; then it is as it was.
pub(super) fn replace(path: &Path, old: &str, new: &str) -> anyhow::Result<Replaced> {
    let change = Change { path: path.to_owned(), old: old.to_owned(), new: new.to_owned() };
    Ok(if replace_all(&[change])?.is_none() { Replaced::Yes } else { Replaced::ChangedMeanwhile })
}

/// A file that is to get a new text.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The file.
    pub(super) path: PathBuf,
    /// What it says.
    pub(super) old: String,
    /// What it is to say.
    pub(super) new: String,
}

/// As [`replace`] for files that belong together, in their order: all new texts are written beside their files, and all files
/// looked at, before the first is renamed. Gives a file that was changed meanwhile; then none is written.
///
/// # Errors
/// When a file can't be read or written; what was not renamed by then is as it was.
pub(super) fn replace_all(changes: &[Change]) -> anyhow::Result<Option<PathBuf>> {
    let mut beside = Vec::new();
    let mut staged = || {
        for change in changes {
            let Some(mark) = unchanged(change)? else { return Ok(Some(change.path.clone())) };
            beside.push(hidden(&change.path));
            write(&change.path, &hidden(&change.path), &[mark, change.new.as_bytes()].concat())
                .with_context(|| change.path.display().to_string())?;
        }
        anyhow::Ok(None)
    };
    let renamed = staged().and_then(|changed| if changed.is_some() { Ok(changed) } else { rename(changes) });
    for left in beside {
        // What is left of it is ours; what was renamed is not there any more.
        let _ = fs::remove_file(left);
    }
    renamed
}

fn rename(changes: &[Change]) -> anyhow::Result<Option<PathBuf>> {
    for change in changes {
        if unchanged(change)?.is_none() {
            return Ok(Some(change.path.clone()));
        }
    }
    for change in changes {
        fs::rename(hidden(&change.path), &change.path).with_context(|| change.path.display().to_string())?;
    }
    Ok(None)
}

/// The byte order mark of a file, empty where it has none; `None` where the file does not say what was read.
fn unchanged(change: &Change) -> anyhow::Result<Option<&'static [u8]>> {
    const MARK: &[u8] = "\u{FEFF}".as_bytes();
    let bytes = fs::read(&change.path).with_context(|| change.path.display().to_string())?;
    let mark: &[u8] = if bytes.starts_with(MARK) { MARK } else { &[] };
    Ok((&bytes[mark.len()..] == change.old.as_bytes()).then_some(mark))
}

/// A hidden name, which no part of postil reads, beside the file.
fn hidden(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.postil-{}", std::process::id()))
}

fn write(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(path)?.permissions())?;
    file.sync_all()
}
