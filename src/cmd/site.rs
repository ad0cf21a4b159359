//! The site at a folder, with all that is wrong with it: what `build` and `check` begin with.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::report;
use crate::config::{self, Config};
use crate::diag::{Diagnostic, Diagnostics, SourceMap};
use crate::model::anchor::Anchored;
use crate::model::site::Site;
use crate::model::sources::Sources;
use crate::{check, pipeline};

/// Reads and judges the site at `root`.
///
/// # Errors
/// When there is no site, its settings can't be used, or a file can't be read.
pub(super) fn read(root: &Path) -> anyhow::Result<(Config, Site, Diagnostics)> {
    let config = settings(root)?;
    let (site, diagnostics) = judged(root, &config)?;
    Ok((config, site, diagnostics))
}

/// The same with settings that have been read.
///
/// # Errors
/// When a file can't be read.
pub(super) fn judged(root: &Path, config: &Config) -> anyhow::Result<(Site, Diagnostics)> {
    let mut diagnostics = Diagnostics::default();
    let site = pipeline::site(root, config, &mut diagnostics)?;
    check::check(&site, config, &mut diagnostics);
    Ok((site, diagnostics))
}

/// Reads the site at `root` as far as its quotes have their places; by itself it judges nothing.
///
/// # Errors
/// As [`read`].
pub(super) fn anchored(root: &Path) -> anyhow::Result<(Config, Anchored, Diagnostics)> {
    let config = settings(root)?;
    let mut diagnostics = Diagnostics::default();
    let sources = pipeline::load::load(root, &config, &mut diagnostics)?;
    let library = pipeline::parse::parse(sources, &config, &mut diagnostics);
    Ok((config, pipeline::anchor::anchor(library), diagnostics))
}

/// The files of the site at `root`, read but not yet understood.
///
/// # Errors
/// When there is no site, its settings can't be used, or a file can't be read.
pub(super) fn sources(root: &Path) -> anyhow::Result<(Config, Sources)> {
    let config = settings(root)?;
    // What is wrong with files is for `check` to say.
    let sources = pipeline::load::load(root, &config, &mut Diagnostics::default())?;
    Ok((config, sources))
}

/// The folder `content` of the site at `root`, made where a new site has none yet.
///
/// # Errors
/// When there is no site, or the folder can't be made.
#[cfg(feature = "import")]
pub(super) fn content(root: &Path) -> anyhow::Result<PathBuf> {
    settings_file(root)?;
    let content = root.join("content");
    std::fs::create_dir_all(&content).with_context(|| content.display().to_string())?;
    Ok(content)
}

/// The file whose presence makes a folder a site.
pub(super) fn settings_file(root: &Path) -> anyhow::Result<PathBuf> {
    let path = root.join("postil.yaml");
    if !path.is_file() {
        bail!(
            "there is no postil.yaml in {}: run this in a site's folder, name it with --root, or begin one with a \
             postil.yaml of two lines, `title: …` and `language: en`",
            root.display()
        );
    }
    Ok(path)
}

/// The settings of the site at `root`; what is wrong with them goes to standard error.
///
/// # Errors
/// When there is no site, or its settings can't be used.
pub(super) fn settings(root: &Path) -> anyhow::Result<Config> {
    match read_settings(root)? {
        Ok(config) => Ok(config),
        Err(bad) => {
            report::to_stderr(&bad.problems, &bad.sources)?;
            bail!("postil.yaml can't be used")
        }
    }
}

/// Why settings can't be used.
pub(super) struct BadSettings {
    /// What is wrong, in order.
    pub(super) problems: Vec<Diagnostic>,
    /// The text of the settings.
    pub(super) sources: SourceMap,
}

/// The settings of the site at `root`, or what is wrong with them.
///
/// # Errors
/// When there is no site, or its settings can't be read.
pub(super) fn read_settings(root: &Path) -> anyhow::Result<Result<Config, BadSettings>> {
    let path = settings_file(root)?;
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let config = config::read(Path::new("postil.yaml"), &text, &mut sources, &mut diagnostics);
    let problems = diagnostics.sorted(&sources);
    Ok(config.filter(|_| problems.is_empty()).ok_or(BadSettings { problems, sources }))
}
