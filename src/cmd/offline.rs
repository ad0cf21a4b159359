//! `postil check --offline`: the files of a built site are read here and judged by [`offline`](crate::offline).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diag::{Diagnostics, SourceMap};
use crate::offline::{Finding, Folder, Reading};

/// What the site built in `folder` asks for outside itself, and its dead links. Of the files only those with a finding are
/// held, for their lines to be shown.
///
/// # Errors
/// When that is no built site, or a file can't be read.
pub(super) fn read(folder: &Path) -> anyhow::Result<(Diagnostics, SourceMap)> {
    if !folder.exists() {
        bail!("there is no folder {}: name what `postil build` wrote, such as _site", folder.display());
    }
    let files = files(folder)?;
    if !files.contains("index.html") {
        let hint = if folder.join("postil.yaml").is_file() {
            "; it has a postil.yaml: name what `postil build` wrote, such as _site"
        } else {
            ""
        };
        bail!("{} is no built site: it has no index.html{hint}", folder.display());
    }
    let site = Folder::new(files.clone(), &text(folder, "index.html")?);
    let names: Vec<String> = files.into_iter().filter(|name| Folder::is_read(name)).collect();
    let read = |name: String| -> anyhow::Result<(String, Reading)> {
        let reading = site.read(&name, &text(folder, &name)?);
        Ok((name, reading))
    };
    let readings = names.into_par_iter().map(read).collect::<anyhow::Result<BTreeMap<String, Reading>>>()?;
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for (name, reading) in readings.iter().filter(|(_, reading)| !reading.findings.is_empty()) {
        found.entry(name).or_default().extend(&reading.findings);
    }
    let dead = Folder::dead_places(&readings);
    for (name, finding) in &dead {
        found.entry(name).or_default().push(finding);
    }
    told(folder, &found)
}

fn told(folder: &Path, found: &BTreeMap<&str, Vec<&Finding>>) -> anyhow::Result<(Diagnostics, SourceMap)> {
    let (mut diagnostics, mut sources) = (Diagnostics::default(), SourceMap::default());
    for (name, findings) in found {
        let source = sources.add(path(folder, name).to_string_lossy(), text(folder, name)?);
        for finding in findings {
            diagnostics.push(finding.diagnostic(source));
        }
    }
    Ok((diagnostics, sources))
}

/// The names of all files, from the folder, with `/`.
fn files(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.with_context(|| folder.display().to_string())?;
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(folder)?;
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"));
        }
    }
    Ok(files)
}

fn path(folder: &Path, name: &str) -> PathBuf {
    folder.join(name)
}

/// The text of a file; what is no UTF-8 in it is replaced, as browsers do.
fn text(folder: &Path, name: &str) -> anyhow::Result<String> {
    let path = path(folder, name);
    let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned()))
}
