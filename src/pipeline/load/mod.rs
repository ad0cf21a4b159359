//! Step 1: disk → [`Sources`]. Only the names that the content model has are read, each file once; no link on the disk
//! is followed.

mod attachment;
mod content;
mod look;

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::diag::Diagnostics;
use crate::model::sources::Sources;

/// What can go wrong with the disk, as opposed to what is written on it.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or folder can't be read.
    #[error("{path}: {error}", path = path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// There is no such folder below the site's root.
    #[error("{path}: there is no such folder; a site keeps its articles there (`postil import` makes the first one)", path = .0.display())]
    NoContent(PathBuf),
    /// The theme that `postil.yaml` names is nowhere.
    #[error("there is no theme `{theme}`: neither a folder themes/{theme} nor one of postil's own ({known})")]
    NoTheme {
        /// Its name.
        theme: String,
        /// The names of those that postil brings.
        known: String,
    },
}

/// Reads all files of the site at `root`.
///
/// # Errors
/// When a folder or file can't be read, or the theme is nowhere.
pub fn load(root: &Path, config: &Config, diagnostics: &mut Diagnostics) -> Result<Sources, LoadError> {
    let mut sources = content::read(root, &config.limits, diagnostics)?;
    sources.look = look::read(root, &config.theme)?;
    Ok(sources)
}

/// Wraps an error of the file system with the path that it is about.
fn at(path: &Path) -> impl FnOnce(std::io::Error) -> LoadError {
    let path = path.to_owned();
    move |error| LoadError::Io { path, error }
}
