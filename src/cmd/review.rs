//! `postil review`.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use super::git::{FileKind, Git, TreeFile};
use super::{PROBLEMS, site};
use crate::cli::{Review, ReviewFormat};
use crate::config::{self, Config};
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};
use crate::model::site::Site;
use crate::review::{Base, Past, SettingsThen, Side, SiteThen, json, markdown, review};
use crate::{check, pipeline};

/// The name of the file that makes a folder a site.
const SETTINGS: &str = "postil.yaml";

/// Prints what the working tree of the site at `root` changes since the merge base of `HEAD` and `args.base`. Exit code 1
/// if that breaks a rule for verdicts and histories, or brings an error.
///
/// # Errors
/// When one of the two revisions can't be read; in plain words where git is missing, knows no such commit, or lacks it.
pub(super) fn run(root: &Path, args: &Review) -> anyhow::Result<ExitCode> {
    let (config, site, diagnostics) = site::read(root)?;
    let settings = fs::read_to_string(root.join(SETTINGS)).with_context(|| SETTINGS.to_owned())?;
    let git = Git::at(root)?;
    let head = git.head()?;
    let commit = git.merge_base(&head, &git.commit(&args.base)?, &args.base)?;
    let old = Old::read(&git, &commit, &config)?;
    let changes = git.changes(&commit)?;
    let base = Base { given: args.base.clone(), commit, head, site: old.was_there, settings: old.settings_then };
    let past = Past {
        renames: changes.renames,
        changed: changes.changed.into_iter().collect(),
        links: old.links.clone(),
        outside: git.changed_outside(&base.commit)?,
        base,
    };
    let problems = diagnostics.sorted(&site.library().sources);
    let after = Side { site: &site, config: &config, settings: &settings, problems: &problems };
    let found = review(old.side(), after, &past);
    let text = match args.format {
        ReviewFormat::Markdown => markdown::render(&found),
        ReviewFormat::Json => json::render(&found) + "\n",
    };
    anstream::stdout().write_all(text.as_bytes())?;
    Ok(if found.count(Severity::Error) > 0 { ExitCode::from(PROBLEMS) } else { ExitCode::SUCCESS })
}

/// The site as a commit holds it.
struct Old {
    config: Config,
    settings: String,
    settings_then: SettingsThen,
    was_there: SiteThen,
    site: Site,
    problems: Vec<Diagnostic>,
    /// Files of `content/` that are no plain files.
    links: BTreeSet<String>,
}

impl Old {
    /// Writes the files of a commit to a temporary folder and reads them as any site is read.
    fn read(git: &Git, commit: &str, today: &Config) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("there is no place for temporary files")?;
        let files = git.files(commit, &["content", SETTINGS])?;
        let (plain, other): (Vec<TreeFile>, Vec<TreeFile>) =
            files.into_iter().partition(|file| file.kind == FileKind::Plain);
        fs::create_dir(folder.path().join("content"))?;
        write(git, &plain, folder.path())?;
        let settings = fs::read_to_string(folder.path().join(SETTINGS)).unwrap_or_default();
        let own = settings_of(&settings);
        let settings_then = if own.is_some() { SettingsThen::Own } else { SettingsThen::Todays };
        // Pages are not built, and a theme of the site's own is not in the temporary folder.
        let config = Config { theme: config::DEFAULT_THEME.into(), ..own.unwrap_or_else(|| today.clone()) };
        let mut diagnostics = Diagnostics::default();
        let site = pipeline::site(folder.path(), &config, &mut diagnostics)?;
        check::check(&site, &config, &mut diagnostics);
        let problems = diagnostics.sorted(&site.library().sources);
        let was_there = if plain.is_empty() { SiteThen::Absent } else { SiteThen::There };
        let links = other.into_iter().map(|file| file.path).collect();
        Ok(Self { config, settings, settings_then, was_there, site, problems, links })
    }

    fn side(&self) -> Side<'_> {
        Side { site: &self.site, config: &self.config, settings: &self.settings, problems: &self.problems }
    }
}

/// The settings in a text, where they can be used.
fn settings_of(text: &str) -> Option<Config> {
    let mut diagnostics = Diagnostics::default();
    let config = config::read(Path::new(SETTINGS), text, &mut SourceMap::default(), &mut diagnostics);
    config.filter(|_| diagnostics.is_empty())
}

/// Writes the files to a folder. Of those that a site only copies, the names will do: they are left empty.
fn write(git: &Git, files: &[TreeFile], folder: &Path) -> anyhow::Result<()> {
    // What git keeps may be made by anybody: a path that leads elsewhere is none of a site.
    let inside = |file: &&TreeFile| Path::new(&file.path).components().all(|part| matches!(part, Component::Normal(_)));
    let files: Vec<&TreeFile> = files.iter().filter(inside).collect();
    let folders: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| Some(folder.join(&file.path).parent()?.into())).collect();
    for folder in folders {
        fs::create_dir_all(&folder).context("the old files can't be written to a temporary folder")?;
    }
    let create =
        |file: &TreeFile| File::create(folder.join(&file.path)).with_context(|| format!("the old {}", file.path));
    let (read, copied): (Vec<&TreeFile>, Vec<&TreeFile>) = files.into_iter().partition(|file| is_read(&file.path));
    for file in copied {
        create(file)?;
    }
    git.contents(&read, |number, bytes| {
        std::io::copy(bytes, &mut create(read[number])?)?;
        Ok(())
    })
}

/// Whether a file's text matters: Markdown, YAML, and drawings, which are judged.
fn is_read(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["md", "yaml", "svg"].iter().any(|read| ending.eq_ignore_ascii_case(read))
}
