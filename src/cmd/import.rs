//! `postil import`: reads dumps, writes one folder an article, and says what it did and why.
//!
//! Nothing that exists is ever overwritten, and one bad file never stops the rest.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::new_file::create;
use crate::config::Limits;
use crate::diag::{Diagnostics, SourceMap};
use crate::import::{self, Draft, outlets};
use crate::model::entity::Outlet;
use crate::yaml;

/// Whether an import only shows what it would write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DryRun {
    /// Files are written.
    No,
    /// Nothing is written.
    Yes,
}

/// Largest dump, in bytes. A year of a weekly paper is some 10 MB; more is a mistake in the name.
const LARGEST: u64 = 32 * 1024 * 1024;

/// How an import of one file or article ended, the worst last: the order decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Written,
    NotWritten,
    Unread,
}

/// Imports each of `files` (`-` is standard input) into the site's folder `content`.
///
/// Exit code 0: all written (or shown). 1: a file held no article, or something exists already. 2: a file could not be
/// read.
///
/// # Errors
/// When `content` is not a folder, or the report cannot be printed.
pub fn run(files: &[PathBuf], content: &Path, dry_run: DryRun) -> anyhow::Result<ExitCode> {
    if !content.is_dir() {
        bail!("{}: no such folder", content.display());
    }
    let mut worst = Outcome::Written;
    for file in files {
        let (report, outcome) = one(file, content, dry_run);
        io::stdout().write_all(report.as_bytes()).context("cannot print the report")?;
        worst = worst.max(outcome);
    }
    if worst < Outcome::Unread {
        writeln!(io::stdout(), "next: read what is unsure, then run `postil check`")
            .context("cannot print the report")?;
    }
    Ok(match worst {
        Outcome::Written => ExitCode::SUCCESS,
        Outcome::NotWritten => ExitCode::from(1),
        Outcome::Unread => ExitCode::from(2),
    })
}

fn one(file: &Path, content: &Path, dry_run: DryRun) -> (String, Outcome) {
    let name = file_name(file);
    let drafts = match text(file) {
        Ok(text) => import::read(&name, &text),
        Err(error) => return (format!("{}: {error:#}\n", file.display()), Outcome::Unread),
    };
    if drafts.is_empty() {
        return (format!("{}: no article found: not one paragraph of text\n", file.display()), Outcome::NotWritten);
    }
    let mut report = String::new();
    let mut worst = Outcome::Written;
    for (slug, draft) in slugs(&drafts) {
        let (lines, outcome) = article(&slug, draft, content, dry_run);
        report.push_str(&lines);
        worst = worst.max(outcome);
    }
    (report, worst)
}

/// A folder for each draft; two of one name in one file are told apart by a number, the same at every import.
fn slugs(drafts: &[Draft]) -> Vec<(String, &Draft)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut slugs = Vec::new();
    for draft in drafts {
        let slug = draft.slug();
        let count = taken.entry(slug.clone()).or_default();
        *count += 1;
        slugs.push((if *count == 1 { slug } else { format!("{slug}-{count}") }, draft));
    }
    slugs
}

fn article(slug: &str, draft: &Draft, content: &Path, dry_run: DryRun) -> (String, Outcome) {
    let path = content.join("articles").join(slug).join("article.md");
    let written = match dry_run {
        DryRun::Yes if path.exists() => Err(anyhow::anyhow!("it exists already")),
        DryRun::Yes => Ok(format!("{}: would be written\n", path.display())),
        DryRun::No => write(&path, draft, content).map(|stubs| format!("{}: written\n{stubs}", path.display())),
    };
    match written {
        Ok(lines) => (lines + &draft.report(), Outcome::Written),
        Err(error) => (
            format!("{}: not written, nothing was changed: {error:#}\n{}", path.display(), draft.report()),
            Outcome::NotWritten,
        ),
    }
}

/// Writes the article, then a file for each outlet that the site does not know; gives a line for each of those.
fn write(path: &Path, draft: &Draft, content: &Path) -> anyhow::Result<String> {
    let known = known_outlets(content);
    let mut stubs = Vec::new();
    let mut id_of = |name: &str| {
        known.iter().find(|(id, names)| names.iter().chain([id]).any(|known| outlets::same(known, name))).map_or_else(
            || {
                let (id, yaml) = outlets::stub(name);
                stubs.push((id.clone(), yaml));
                id
            },
            |(id, _)| id.clone(),
        )
    };
    let outlet = draft.outlet.as_deref().map(&mut id_of);
    let via = draft.via.as_deref().map(&mut id_of);
    create(path, &draft.article_md(outlet.as_deref(), via.as_deref(), &draft.from), content)?;
    Ok(stubs.iter().map(|(id, yaml)| stub(id, yaml, content)).collect())
}

fn stub(id: &str, yaml: &str, content: &Path) -> String {
    let path = content.join("outlets").join(format!("{id}.yaml"));
    match create(&path, yaml, content) {
        Ok(()) => format!("{}: written, holds only the name: add its address and country\n", path.display()),
        Err(error) => format!("{}: not written, nothing was changed: {error:#}\n", path.display()),
    }
}

/// Ids, names and aliases of the outlets that the site has. A file that can't be read is for `check` to report.
fn known_outlets(content: &Path) -> Vec<(String, Vec<String>)> {
    let Ok(entries) = fs::read_dir(content.join("outlets")) else {
        return Vec::new();
    };
    let limits = Limits::default();
    let reader = yaml::Reader::<Outlet>::new("outlet", limits.yaml(limits.note_bytes));
    let names = |path: PathBuf| {
        let id = path.file_name()?.to_str()?.strip_suffix(".yaml")?.to_owned();
        let text = fs::read_to_string(&path).ok()?;
        let mut sources = SourceMap::default();
        let source = sources.add(id.as_str(), text.as_str());
        let outlet = reader.read(&sources, source, 0..text.len(), &mut Diagnostics::default())?;
        Some((id, [vec![outlet.name], outlet.aliases].concat()))
    };
    let mut known: Vec<_> = entries.flatten().filter_map(|entry| names(entry.path())).collect();
    known.sort();
    known
}

fn file_name(file: &Path) -> String {
    match file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned(),
    }
}

/// The text of a file or of standard input, which must be UTF-8: a wrong guess at the encoding would change an author's
/// words.
fn text(file: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > LARGEST {
        bail!("larger than {} MiB: split it", LARGEST / 1024 / 1024);
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to() + 1;
        anyhow::anyhow!("byte {byte} is not UTF-8: save the file as UTF-8 and import it again")
    })
}
