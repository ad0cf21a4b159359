//! The past of a site, as git has it: runs the program `git`, which anybody with a clone has, and never changes anything.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, anyhow, bail};

/// The repository that a site lies in.
pub(super) struct Git {
    /// The site's folder.
    root: PathBuf,
    /// The site's folder as the repository names it: empty, or `docs/reader/`.
    prefix: String,
}

/// A file of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TreeFile {
    /// Its path from the site's folder, with `/`.
    pub(super) path: String,
    /// What it is.
    pub(super) kind: FileKind,
    /// The name of its content.
    pub(super) blob: String,
}

/// What git may keep under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A file.
    Plain,
    /// A symbolic link, or another repository.
    Other,
}

/// What became of a file between a revision and the working tree. Paths count from the site's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// What files are called now → what they were called.
    pub(super) renames: BTreeMap<String, String>,
    /// Files that are there and have other bytes than before.
    pub(super) changed: Vec<String>,
}

const SHALLOW: &str = "this clone is shallow: fetch the rest with `git fetch --unshallow`, or let the workflow check out \
                       with `fetch-depth: 0`";

impl Git {
    /// The repository of the site at `root`.
    ///
    /// # Errors
    /// In plain words: git is not installed, the site is in no repository, or in one without a working tree.
    pub(super) fn at(root: &Path) -> anyhow::Result<Self> {
        let git = Self { root: root.to_owned(), prefix: String::new() };
        let answer = match git.run(["rev-parse", "--is-inside-work-tree", "--show-prefix"]) {
            Err(error) if error.to_string().contains("not a git repository") => bail!(
                "this site lies in no git repository: run this in a clone, or begin one with `git init`, `git add` and \
                 `git commit`"
            ),
            answer => answer.context("the site's past can't be read")?,
        };
        let answer = String::from_utf8(answer).context("the site's folder has a name that is not UTF-8")?;
        let Some(prefix) = answer.strip_prefix("true\n") else {
            bail!("this folder is a git repository without a working tree (bare): run this in a clone of it");
        };
        let prefix = prefix.strip_suffix('\n').unwrap_or(prefix).to_owned();
        Ok(Self { prefix, ..git })
    }

    /// The full name of a commit.
    ///
    /// # Errors
    /// When there is none of that name; the message says so in words, and names a shallow clone where that is the cause.
    pub(super) fn commit(&self, revision: &str) -> anyhow::Result<String> {
        let name = format!("{revision}^{{commit}}");
        match self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &name]) {
            Ok(name) => Ok(String::from_utf8(name)?.trim().to_owned()),
            Err(_) if self.is_shallow() => bail!("`{revision}` is not in this clone; {SHALLOW}"),
            Err(_) => bail!("`{revision}` names no commit here: `git branch --all` lists the branches"),
        }
    }

    /// The commit that the working tree is based on.
    ///
    /// # Errors
    /// When the repository holds none yet.
    pub(super) fn head(&self) -> anyhow::Result<String> {
        let name = self.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
        let name =
            name.map_err(|_| anyhow!("this repository has no commit yet, so there is nothing to compare with"))?;
        Ok(String::from_utf8(name)?.trim().to_owned())
    }

    /// The newest commit that two commits come from, as pull requests compare.
    ///
    /// # Errors
    /// When there is none; the message names a shallow clone where that may be the cause.
    pub(super) fn merge_base(&self, one: &str, other: &str, given: &str) -> anyhow::Result<String> {
        match self.run(["merge-base", one, other]) {
            Ok(name) => Ok(String::from_utf8(name)?.trim().to_owned()),
            Err(_) if self.is_shallow() => {
                bail!("the commit that `HEAD` and `{given}` come from is not here; {SHALLOW}")
            }
            Err(_) => bail!("`HEAD` and `{given}` have no commit in common: name the branch that this one began on"),
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

    /// The files that a commit holds under some files and folders of the site.
    ///
    /// # Errors
    /// When git says that something is wrong.
    pub(super) fn files(&self, commit: &str, under: &[&str]) -> anyhow::Result<Vec<TreeFile>> {
        let under = under.iter().map(|path| self.path(path));
        let args = ["ls-tree", "-r", "-z", "--full-tree", commit, "--"].map(str::to_owned).into_iter().chain(under);
        let list = self.run(args)?;
        let files = list.split(|&byte| byte == 0).filter(|line| !line.is_empty()).map(|line| self.tree_file(line));
        files.collect()
    }

    /// One line of `ls-tree`: mode, type, name, a tab, the path.
    fn tree_file(&self, line: &[u8]) -> anyhow::Result<TreeFile> {
        let line = String::from_utf8_lossy(line);
        let (about, path) = line.split_once('\t').context("git listed a file in another form than it should")?;
        let [mode, _, blob] = about.split(' ').collect::<Vec<_>>()[..] else {
            bail!("git listed `{path}` in another form than it should");
        };
        let path = path.strip_prefix(&self.prefix).unwrap_or(path).to_owned();
        let kind = if mode.starts_with("100") { FileKind::Plain } else { FileKind::Other };
        Ok(TreeFile { path, kind, blob: blob.to_owned() })
    }

    /// Gives the content of each file to `take`, in their order: its number, its size in bytes, its bytes.
    ///
    /// # Errors
    /// When git lacks one, or `take` fails.
    pub(super) fn contents(
        &self,
        files: &[&TreeFile],
        mut take: impl FnMut(usize, &mut dyn Read) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut child = self
            .command(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("`git` can't be run: is it installed?")?;
        let mut questions = child.stdin.take().context("git takes no questions")?;
        let mut answers = BufReader::new(child.stdout.take().context("git gives no answers")?);
        let names: String = files.iter().flat_map(|file| [file.blob.as_str(), "\n"]).collect();
        // From a thread of its own: git answers before it has read all, and both pipes would be full.
        let asked = std::thread::spawn(move || questions.write_all(names.as_bytes()));
        let read = files.iter().enumerate().try_for_each(|(number, file)| {
            let told = || format!("git can't give the old text of {}", file.path);
            answer(&mut answers, |bytes| take(number, bytes)).with_context(told)
        });
        if read.is_err() {
            // It would wait for ever for somebody to read the rest.
            let _ = child.kill();
        }
        drop(answers);
        let _ = child.wait();
        let asked = asked.join();
        read?;
        asked.map_err(|_| anyhow!("git could not be asked"))?.context("git could not be asked")
    }

    /// What became of the files under `content/` between a commit and the working tree.
    ///
    /// # Errors
    /// When git says that something is wrong.
    pub(super) fn changes(&self, commit: &str) -> anyhow::Result<Changes> {
        let list = self.run([&DIFF[..], &["--name-status", "-M", commit, "--", "content"]].concat())?;
        let list = String::from_utf8_lossy(&list);
        let mut words = list.split('\0');
        let own = |path: &str| path.strip_prefix(&self.prefix).unwrap_or(path).to_owned();
        let mut changes = Changes::default();
        while let (Some(status), Some(path)) = (words.next(), words.next()) {
            match status.as_bytes().first() {
                Some(b'R') => {
                    let new = own(words.next().context("git listed a renamed file without its new name")?);
                    if status != "R100" {
                        changes.changed.push(new.clone());
                    }
                    changes.renames.insert(new, own(path));
                }
                Some(b'D') | None => {}
                Some(_) => changes.changed.push(own(path)),
            }
        }
        Ok(changes)
    }

    /// The files of the repository that differ between a commit and the working tree and are neither content nor
    /// settings of the site, by path from the repository's folder. Files that git does not know are not among them.
    ///
    /// # Errors
    /// When git says that something is wrong.
    pub(super) fn changed_outside(&self, commit: &str) -> anyhow::Result<Vec<String>> {
        let list = self.run([&DIFF[..], &["--name-only", "--no-renames", commit]].concat())?;
        let list = String::from_utf8_lossy(&list);
        let (content, settings) = (self.path("content/"), self.path("postil.yaml"));
        let outside = |path: &&str| !path.is_empty() && !path.starts_with(&content) && **path != settings;
        Ok(list.split('\0').filter(outside).map(str::to_owned).collect())
    }

    /// What `git` prints.
    ///
    /// # Errors
    /// When git is not installed, or says that something is wrong.
    pub(super) fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> anyhow::Result<Vec<u8>> {
        let output =
            self.command(args).stdin(Stdio::null()).output().context("`git` can't be run: is it installed?")?;
        if !output.status.success() {
            bail!("git says: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }

    /// The program, to be run in the site's folder.
    pub(super) fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new("git");
        // No pager, no prompt, no lock taken for a refresh, no pattern in a path, no hook of a file monitor, words in
        // English: the answer is read by a program.
        command
            .args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"])
            .args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"])
            .args(args)
            .current_dir(&self.root)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0");
        command
    }
}

/// A diff that runs no program and depends on no settings.
const DIFF: [&str; 6] = ["diff", "-z", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all"];

/// One answer of `cat-file --batch`: a line with name, type and size, the bytes, a line break.
fn answer(answers: &mut impl BufRead, take: impl FnOnce(&mut dyn Read) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut line = String::new();
    answers.read_line(&mut line)?;
    let size = line.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse::<u64>().ok());
    let size = size.ok_or_else(|| anyhow!("it says: {}", line.trim_end()))?;
    let mut bytes = answers.by_ref().take(size);
    take(&mut bytes)?;
    std::io::copy(&mut bytes, &mut std::io::sink())?;
    answers.read_exact(&mut [0])?;
    Ok(())
}
