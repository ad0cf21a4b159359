//! The six steps, in order. No step names another; each is given what the one before it made.

pub mod anchor;
pub mod link;
pub mod load;
pub mod parse;
pub mod render;
pub mod write;

use std::path::Path;

use crate::config::Config;
use crate::diag::Diagnostics;
use crate::model::site::Site;
use crate::model::sources::Sources;

/// The first four steps: everything that is known about the site at `root` before a page is made. Problems of the
/// texts are in `diagnostics`.
///
/// # Errors
/// When a file can't be read.
pub fn site(root: &Path, config: &Config, diagnostics: &mut Diagnostics) -> Result<Site, load::LoadError> {
    let sources = load::load(root, config, diagnostics)?;
    Ok(woven(sources, config, diagnostics))
}

/// The same for files that have been read.
#[must_use]
pub fn woven(sources: Sources, config: &Config, diagnostics: &mut Diagnostics) -> Site {
    let library = parse::parse(sources, config, diagnostics);
    let anchored = anchor::anchor(library);
    link::link(anchored)
}
