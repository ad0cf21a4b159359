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
    const MARK: &[u8] = "\u{FEFF}".as_bytes();
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let mark = if bytes.starts_with(MARK) { MARK } else { &[] };
    if &bytes[mark.len()..] != old.as_bytes() {
        return Ok(Replaced::ChangedMeanwhile);
    }
    let beside = beside(path);
    let written = write(path, &beside, &[mark, new.as_bytes()].concat());
    if written.is_err() {
        // What is left of it is ours.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| path.display().to_string())?;
    Ok(Replaced::Yes)
}

/// A hidden name, which no part of postil reads, beside the file.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.postil-{}", std::process::id()))
}

fn write(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(path)?.permissions())?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)
}
