//! What an article said at earlier times, and when a note was written: read from git, which is never changed.

use std::collections::{BTreeMap, HashSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::Context as _;

use super::git::Git;

/// Versions of one article that are looked at, the newest ones: an article that was edited once a day for half a year.
pub(super) const MOST: usize = 200;

/// The past of a site.
pub(super) struct Past {
    git: Git,
    objects: Objects,
    /// Whether older commits were not fetched.
    pub(super) shallow: bool,
    /// For each commit that was asked for: all that are not before it.
    later: BTreeMap<String, HashSet<String>>,
}

/// A state of a file that was committed.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// The full name of the commit.
    pub(super) commit: String,
    /// The day of the commit, as `2026-01-31`.
    pub(super) date: String,
    /// The file in that commit, from the repository's own root: it may have been called otherwise.
    path: String,
}

impl Past {
    /// The past of the site at `root`.
    ///
    /// # Errors
    /// As [`Git::at`].
    pub(super) fn at(root: &Path) -> anyhow::Result<Self> {
        let git = Git::at(root)?;
        let objects = Objects::of(&git)?;
        let shallow = git.is_shallow();
        Ok(Self { git, objects, shallow, later: BTreeMap::new() })
    }

    /// The versions of a file of the site, the newest first, at most [`MOST`]; under its older names too.
    ///
    /// # Errors
    /// When git says so; a repository without a commit is an error as well.
    pub(super) fn versions(&self, file: &str) -> anyhow::Result<Vec<Version>> {
        let most = format!("--max-count={MOST}");
        let options = ["log", "--follow", "-M", "--name-status", "-z", "--no-show-signature", "--no-color"];
        let format = ["--format=%x01%H%x00%cs", &most, "HEAD", "--", file];
        let output = self.git.run(options.into_iter().chain(format))?;
        let output = String::from_utf8_lossy(&output).into_owned();
        Ok(output.split('\u{1}').filter_map(version).collect())
    }

    /// The numbers of `versions`, the likeliest to be the text first that stood there when the lines were written: from
    /// the commit that last changed one of them back, then forth. Lines that were never committed were written last.
    pub(super) fn likeliest(
        &mut self,
        versions: &[Version],
        file: &str,
        lines: &[RangeInclusive<usize>],
    ) -> anyhow::Result<Vec<usize>> {
        let all = 0..versions.len();
        let Some(commit) = (if versions.len() > 1 { self.last_change(file, lines)? } else { None }) else {
            return Ok(all.collect());
        };
        let later = self.later(&commit)?;
        let (forth, back): (Vec<_>, Vec<_>) = all.partition(|&number| later.contains(&versions[number].commit));
        Ok(back.into_iter().chain(forth.into_iter().rev()).collect())
    }

    /// A version's content as text; `None` where it is none, larger than `limit` bytes, or not in this clone.
    ///
    /// # Errors
    /// When git ends.
    pub(super) fn text(&mut self, version: &Version, limit: usize) -> anyhow::Result<Option<String>> {
        let name = format!("{}:{}", version.commit, version.path);
        let bytes = self.objects.read(&name, limit).context("git ended while old texts were read")?;
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(text.map(|text| text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)))
    }

    /// The newest of the commits that last changed the lines, counted from 1; `None` where one of them is not committed.
    fn last_change(&self, file: &str, lines: &[RangeInclusive<usize>]) -> anyhow::Result<Option<String>> {
        let lines = lines.iter().map(|lines| format!("-L{},{}", lines.start(), lines.end()));
        let options = ["-c", "blame.ignoreRevsFile=", "blame", "--porcelain"].map(str::to_owned);
        let args = options.into_iter().chain(lines).chain(["--".to_owned(), file.to_owned()]);
        // The one usual cause: git does not know the file.
        let Ok(output) = self.git.run(args) else { return Ok(None) };
        let output = String::from_utf8_lossy(&output).into_owned();
        let mut commits: Vec<&str> = output.lines().filter_map(blamed).collect();
        commits.sort_unstable();
        commits.dedup();
        match commits[..] {
            _ if commits.iter().any(|commit| commit.bytes().all(|b| b == b'0')) => Ok(None),
            [] => Ok(None),
            [only] => Ok(Some(only.to_owned())),
            _ => {
                let newest = ["rev-list", "--topo-order", "--max-count=1"].into_iter().chain(commits);
                Ok(Some(String::from_utf8_lossy(&self.git.run(newest)?).trim().to_owned()))
            }
        }
    }

    fn later(&mut self, commit: &str) -> anyhow::Result<&HashSet<String>> {
        if !self.later.contains_key(commit) {
            let output = self.git.run(["rev-list", "HEAD", "--not", commit])?;
            let commits = String::from_utf8_lossy(&output).lines().map(str::to_owned).collect();
            self.later.insert(commit.to_owned(), commits);
        }
        Ok(&self.later[commit])
    }
}

/// `commit NUL date NUL status NUL path NUL`, of a renamed file with both paths; a version in which the file is gone is none.
fn version(record: &str) -> Option<Version> {
    let mut fields = record.split('\0').filter(|field| !field.is_empty());
    let (commit, date) = (fields.next()?, fields.next()?);
    let status = fields.next()?.trim_start();
    let path = fields.next_back()?;
    (!status.starts_with('D')).then(|| Version { commit: commit.into(), date: date.into(), path: path.into() })
}

/// The commit in a line `commit old-line new-line …` of `git blame --porcelain`.
fn blamed(line: &str) -> Option<&str> {
    let mut words = line.split(' ');
    let commit = words.next().filter(|word| word.len() >= 40 && word.bytes().all(|b| b.is_ascii_hexdigit()))?;
    words.next()?.parse::<usize>().ok()?;
    words.next()?.parse::<usize>().ok().map(|_| commit)
}

/// One `git cat-file --batch` that answers as long as it is asked.
struct Objects {
    child: Child,
    /// `None` once it is closed, which ends the program.
    names: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    fn of(git: &Git) -> anyhow::Result<Self> {
        let mut command = git.command(["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("`git` can't be run: is it installed?")?;
        let (names, answers) = (child.stdin.take(), child.stdout.take());
        let answers = BufReader::new(answers.context("git has no output")?);
        Ok(Self { child, names, answers })
    }

    /// The bytes of an object; `None` where there is none, or it has more than `limit`.
    fn read(&mut self, name: &str, limit: usize) -> std::io::Result<Option<Vec<u8>>> {
        let Some(names) = self.names.as_mut().filter(|_| !name.contains('\n')) else { return Ok(None) };
        writeln!(names, "{name}")?;
        names.flush()?;
        let mut header = String::new();
        if self.answers.read_line(&mut header)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        // `<name> <type> <size>`, or `<what was asked> missing`.
        let mut words = header.trim_end().rsplit(' ');
        let Some(size) = words.next().and_then(|size| size.parse::<u64>().ok()) else { return Ok(None) };
        let is_file = words.next() == Some("blob") && size <= limit as u64;
        let mut bytes = Vec::new();
        let mut content = (&mut self.answers).take(size);
        if is_file {
            content.read_to_end(&mut bytes)?;
        } else {
            std::io::copy(&mut content, &mut std::io::sink())?;
        }
        self.answers.read_exact(&mut [0])?;
        Ok(is_file.then_some(bytes))
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        self.names = None;
        // It ends by itself; how does not matter.
        let _ = self.child.wait();
    }
}
