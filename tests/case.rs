//! A case is a folder that holds a small site. It is copied to a place of its own before anything is run in it.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// The files of a built site: path with `/` → content.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A site that can be tried.
pub(crate) struct Case {
    /// The name of its folder, which says what it shows.
    pub(crate) name: String,
    /// Where it is kept. Never run anything in here.
    pub(crate) folder: PathBuf,
    /// The theme it is built with, where that is not its own.
    pub(crate) theme: Option<&'static str>,
}

/// The cases in `tests/<kind>/`, in the order of their names; none where there is no such folder. `CASE=name` picks one.
pub(crate) fn cases(kind: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind);
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut cases: Vec<_> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| Case { name: entry.file_name().to_string_lossy().into_owned(), folder: entry.path(), theme: None })
        .filter(|case: &Case| env::var("CASE").map_or(true, |name| name == case.name))
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

/// The sample in a theme: the root of the project is a site as well.
pub(crate) fn sample_in(theme: &'static str) -> Case {
    Case { name: format!("the sample in {theme}"), folder: env!("CARGO_MANIFEST_DIR").into(), theme: Some(theme) }
}

/// A copy of a case, gone when it is dropped.
pub(crate) struct Workplace {
    folder: TempDir,
    /// Whether the case's report holds errors, in spite of which it is built.
    lenient: bool,
    /// The theme it is built with, where that is not its own.
    theme: Option<&'static str>,
}

/// What a command said and how it ended.
pub(crate) struct Run {
    /// The exit code; -1 where a signal ended it.
    pub(crate) code: i32,
    /// Standard output, then standard error, with the place of the copy and spaces at line ends taken out.
    pub(crate) said: String,
}

impl Case {
    /// Copies the four things of which a site is made.
    pub(crate) fn copy(&self) -> Workplace {
        let folder = place();
        fs::create_dir(folder.path().join("site")).expect("a new folder");
        for part in ["postil.yaml", "content", "templates", "themes"] {
            copy(&self.folder.join(part), &folder.path().join("site").join(part));
        }
        let report = fs::read_to_string(self.folder.join("report.txt")).unwrap_or_default();
        Workplace { folder, lenient: report.lines().any(|line| line.starts_with("error")), theme: self.theme }
    }
}

impl Workplace {
    /// The copied site.
    pub(crate) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Runs `postil` in the copied site.
    pub(crate) fn postil(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.site()).args(arguments).env("NO_COLOR", "1").envs(environment.iter().copied());
        let output = command.output().expect("the built program starts");
        let real = fs::canonicalize(self.folder.path()).expect("the copy is there");
        let mut said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        for place in [real.join("site"), self.site(), real, self.folder.path().into()] {
            said = said.replace(&format!("{}/", place.display()), "");
        }
        Run { code: output.status.code().unwrap_or(-1), said: trimmed(&said) }
    }

    /// Where [`Workplace::build`] puts the built site.
    pub(crate) fn built(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Builds the site beside the copy and reads it, with what the program said.
    pub(crate) fn build(&self, environment: &[(&str, &str)]) -> (Tree, Run) {
        let out = self.built();
        let out_text = out.to_string_lossy();
        let lenient = self.lenient.then_some("--lenient");
        let theme = self.theme.into_iter().flat_map(|theme| ["--theme", theme]);
        let arguments: Vec<_> = ["build", "--out", &*out_text].into_iter().chain(lenient).chain(theme).collect();
        let run = self.postil(&arguments, environment);
        (tree(&out), run)
    }
}

/// A new folder, in memory where the system has such a place: a build waits for the disk after each file.
pub(crate) fn place() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    tempfile::tempdir_in(folder).expect("a place for temporary files")
}

/// Every file under `folder`.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut found = Tree::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(tree(&entry.path()).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            found.insert(name, fs::read(entry.path()).expect("a file that was just listed"));
        }
    }
    found
}

/// Copies a file or a folder; nothing where there is none.
fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("a file can be copied");
    }
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder can be made");
        for entry in fs::read_dir(from).expect("a folder can be listed").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    }
}

/// Without spaces at the ends of lines and empty lines at the end.
pub(crate) fn trimmed(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned() + "\n"
}

/// The lines that differ, with one line around them: `-` expected, `+` found. Empty where all are equal.
pub(crate) fn difference(expected: &str, found: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    // The length of the longest common run of lines from each pair of places on.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, vec![]);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push(format!("    {}", old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || i < old.len() && common[i + 1][j] >= common[i][j + 1] {
            lines.push(format!("  - {}", old[i]));
            i += 1;
        } else {
            lines.push(format!("  + {}", new[j]));
            j += 1;
        }
    }
    let changed = |line: &String| !line.starts_with("    ");
    let near = |at: usize| lines[at.saturating_sub(1)..lines.len().min(at + 2)].iter().any(changed);
    (0..lines.len()).filter(|&at| near(at)).map(|at| lines[at].clone() + "\n").collect()
}

#[test]
fn a_difference_shows_the_changed_lines() {
    assert_eq!(difference("a\nb\nc\nd\n", "a\nb\nc\nd\n"), "");
    assert_eq!(difference("a\nb\nc\nd\ne", "a\nb\nX\nd\ne"), "    b\n  - c\n  + X\n    d\n");
    assert_eq!(difference("", "a"), "  + a\n");
}
