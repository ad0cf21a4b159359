//! The past of a site, as git has it: runs the program `git`, which anybody with a clone has, and never changes anything.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

/// The repository that a site lies in.
pub(super) struct Git {
    /// The site's folder.
    root: PathBuf,
    /// The site's folder as the repository names it: empty, or `docs/reader/`.
    prefix: String,
}

impl Git {
    /// The repository of the site at `root`.
    ///
    /// # Errors
    /// In plain words: git is not installed, the site is in no repository, or the repository has no commit yet.
    pub(super) fn at(root: &Path) -> anyhow::Result<Self> {
        let mut git = Self { root: root.to_owned(), prefix: String::new() };
        let prefix = git.run(["rev-parse", "--show-prefix"]).context("the site's past can't be read")?;
        String::from_utf8(prefix)?.trim_end_matches('\n').clone_into(&mut git.prefix);
        Ok(git)
    }

    /// The full name of a commit.
    ///
    /// # Errors
    /// When there is none of that name; the message says so in words, and names a shallow clone where that is the cause.
    pub(super) fn commit(&self, revision: &str) -> anyhow::Result<String> {
        let name = format!("{revision}^{{commit}}");
        match self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &name]) {
            Ok(name) => Ok(String::from_utf8(name)?.trim().to_owned()),
            Err(_) if self.is_shallow() => bail!(
                "`{revision}` is not in this clone, which is shallow: fetch the rest with `git fetch --unshallow`, or let \
                 the workflow check out with `fetch-depth: 0`"
            ),
            Err(_) => bail!("`{revision}` names no commit here: `git branch --all` lists the branches"),
        }
    }

    /// Whether this clone lacks older commits.
    pub(super) fn is_shallow(&self) -> bool {
        self.run(["rev-parse", "--is-shallow-repository"]).is_ok_and(|answer| answer.starts_with(b"true"))
    }

    /// A file of the site as a path that git understands in any revision.
    pub(super) fn path(&self, file: &str) -> String {
        format!("{}{file}", self.prefix)
    }

    /// What `git` prints.
    ///
    /// # Errors
    /// When git is not installed, or says that something is wrong.
    pub(super) fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> anyhow::Result<Vec<u8>> {
        let output =
            self.command().args(args).stdin(Stdio::null()).output().context("`git` can't be run: is it installed?")?;
        if !output.status.success() {
            bail!("git says: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }

    /// The program, to be run in the site's folder.
    pub(super) fn command(&self) -> Command {
        // No pager, no prompt, no lock taken for a refresh, words in English: the answer is read by a program.
        let mut command = Command::new("git");
        command
            .args(["--no-pager", "--no-optional-locks", "-c", "core.quotePath=false"])
            .current_dir(&self.root)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0");
        command
    }
}
