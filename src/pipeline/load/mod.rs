//! Step 1: disk → [`Sources`]. Only the names that the content model has are read, each file once; no link on the disk
//! is followed.

mod attachment;
mod content;
mod look;
mod messages;
mod theme;

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
    #[error(
        "there is no theme `{theme}`; there are {known}, and a folder themes/{theme} would be one of the site's own"
    )]
    NoTheme {
        /// Its name.
        theme: String,
        /// The names of those that there are.
        known: String,
    },
    /// A folder of `themes/` without its `theme.yaml`.
    #[error("{path}: there is no such file; a theme begins with a line `name: {theme}` in it")]
    NoThemeFile {
        /// The file from the site's root.
        path: String,
        /// The theme's name.
        theme: String,
    },
}

/// Reads all files of the site at `root`.
///
/// # Errors
/// When a folder or file can't be read, or the theme is nowhere or has no `theme.yaml`.
pub fn load(root: &Path, config: &Config, diagnostics: &mut Diagnostics) -> Result<Sources, LoadError> {
    let mut sources = content::read(root, &config.limits, diagnostics)?;
    let mut themes = theme::Themes { root, limits: &config.limits, map: &mut sources.map, diagnostics };
    sources.look = look::read(&mut themes, &config.theme)?;
    Ok(sources)
}

/// Wraps an error of the file system with the path that it is about.
fn at(path: &Path) -> impl FnOnce(std::io::Error) -> LoadError {
    let path = path.to_owned();
    move |error| LoadError::Io { path, error }
}
