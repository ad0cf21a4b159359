//! `postil build`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::{PROBLEMS, report, site};
use crate::cli::Build;
use crate::config::with_slash;
use crate::model::address::Address;
use crate::pipeline::render::render;
use crate::pipeline::write::{self, Edited, How, Mode, Options, Report};

/// Builds the site at `root`. Errors in the content stop it before anything is written, unless `--lenient`.
///
/// # Errors
/// When the site can't be read, a template is wrong, or the output can't be written.
pub(super) fn run(root: &Path, args: &Build) -> anyhow::Result<ExitCode> {
    let mut config = site::settings(root)?;
    if let Some(theme) = &args.theme {
        config.theme.clone_from(theme);
    }
    if let Some(url) = &args.base_url {
        config.base_url = Some(with_slash(&Address::parse(url).context("--base-url")?));
    }
    let (site, diagnostics) = site::judged(root, &config)?;
    let errors = diagnostics.has_errors();
    report::to_stderr(&diagnostics.sorted(&site.library().sources), &site.library().sources)?;
    if errors && !args.lenient {
        writeln!(
            anstream::stderr(),
            "nothing was written: mend the errors above, or build all the same with --lenient"
        )?;
        return Ok(ExitCode::from(PROBLEMS));
    }
    let target = args.out.clone().unwrap_or_else(|| root.join("_site"));
    outside_sources(root, &target)?;
    let output = render(&site, &config)?;
    let report = write::write(&output, &target, &options(args)?)?;
    tell(&report, &target)?;
    Ok(if errors { ExitCode::from(PROBLEMS) } else { ExitCode::SUCCESS })
}

/// Pages among the files that they are made from would be read as content by the next build. Whatever way the path
/// takes (`..`, links), what counts is where it ends; a folder that is not there yet ends below its parent.
fn outside_sources(root: &Path, target: &Path) -> anyhow::Result<()> {
    let absolute = std::path::absolute(target)?;
    let real = absolute.ancestors().find_map(|above| above.canonicalize().ok()).unwrap_or_default();
    for folder in ["content", "templates", "themes"] {
        if root.join(folder).canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
            bail!("{}: the site's own files stand in {folder}/; choose a folder outside it", target.display());
        }
    }
    Ok(())
}

fn options(args: &Build) -> anyhow::Result<Options> {
    let current = std::env::current_dir().context("the current folder")?;
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let mut options = Options::new(current, home);
    if args.in_place {
        options.mode = Mode::InPlace;
    }
    if args.force {
        options.edited = Edited::Overwrite;
    }
    Ok(options)
}

/// What was done, and what to open.
fn tell(report: &Report, target: &Path) -> anyhow::Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "{} files written, {} unchanged, {} removed", report.written, report.unchanged, report.removed)?;
    match report.how {
        How::TwoRenames => {
            writeln!(out, "this file system can't exchange two folders: for an instant there was no site")?;
        }
        How::InPlace => writeln!(out, "written file by file: until it was done, the site was a mix of old and new")?,
        How::Exchanged | How::FirstTime | How::Nothing => {}
    }
    for path in &report.kept {
        writeln!(out, "kept, not postil's or edited by hand: {}", path.display())?;
    }
    for path in &report.left {
        writeln!(out, "left where it is, it changed meanwhile: {}", path.display())?;
    }
    writeln!(out, "open {}", target.join("index.html").display())?;
    Ok(())
}
