//! A small site in a repository of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::case::{difference, place, trimmed};

/// A fact-check with a verdict, a claim and a history.
pub(super) const FERRY: &str = "content/articles/harbour/notes/ferry.yaml";

const FILES: [(&str, &str); 15] = [
    ("postil.yaml", "title: A harbour reader\nlanguage: en\n"),
    (
        "content/articles/harbour/article.md",
        "---\ntitle: The harbour in spring\nlanguage: en\ntext: digest\nsource: {outlet: harbour-post}\ntopics: [harbour]\nnotes:\n  \
         - id: ice\n    kind: definition\n    quote: ice\n    body: From the works.\n    by: ada\n    created: 2026-04-01\n---\n\n\
         The harbour was closed for nine days.\nBoats with bread and ice came in the second week.\n\n![The pier](pier.png) ![A map](map.svg)\n",
    ),
    ("content/articles/harbour/pier.png", "not a real picture"),
    ("content/articles/harbour/map.svg", "<svg width=\"1\" height=\"1\"/>"),
    (
        FERRY,
        "kind: fact-check\nquote: closed for nine days\nverdict: supported\nclaim: nine-days\nbody: The log says so.\nsources:\n  \
         - title: Harbour log\n    accessed: 2026-04-01\nby: ada\ncreated: 2026-04-01\nhistory:\n  \
         - date: 2026-04-01\n    by: ada\n    what: The number was mended.\n    kind: correction\n",
    ),
    (
        "content/articles/harbour/notes/bread.yaml",
        "kind: context\nquote: bread\nbody: Two bakers work there.\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/articles/tides/article.md",
        "---\ntitle: Tides at the stair\nlanguage: en\ntext: digest\nsource:\n  published: 2026-03-02\ntopics: [harbour]\nstance:\n  \
         - toward: harbour\n    label: favor\n    rationale: It is proud of the book.\n    quote: every height into a blue book\n    \
         by: ada\n    on: 2026-04-01\n---\n\n\
         Twice a day the sea comes in.\nLast week the water stood above the second step of the stair.\n\n\
         The keeper writes every height into a blue book.\nThe gauge is read at noon.\n\n\
         The nets held herring and cod, some plaice and eels, and a single old boot on Monday.\n",
    ),
    (
        "content/articles/tides/notes/sea.yaml",
        "kind: context\nquote: the sea comes in\nbody: Mostly.\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/articles/tides/notes/step.yaml",
        "kind: context\nquote: the water stood above the second step of the stair\nanchor:\n  prefix: 'Last week '\n  suffix: .\n\
         body: Counted from below.\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/articles/tides/notes/book.yaml",
        "kind: question\nquote: writes every height into a blue book\nbody: Since when?\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/articles/tides/notes/noon.yaml",
        "kind: context\nquote: The gauge is read at noon\nbody: By hand.\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/articles/tides/notes/catch.yaml",
        "kind: context\nquote: The nets held herring … old boot on Monday\nbody: A good day.\nby: ada\ncreated: 2026-04-01\n",
    ),
    (
        "content/claims/nine-days.yaml",
        "text: The harbour was closed for nine days.\nverdict: supported\nby: ada\ncreated: 2026-04-01\n",
    ),
    ("content/topics/harbour.yaml", "label: Harbour\nkind: place\n"),
    ("content/editors/ada.yaml", "name: Ada\n"),
];

const MORE: [(&str, &str); 3] = [
    ("content/outlets/harbour-post.yaml", "name: Harbour Post\ncountry: IE\n"),
    ("content/events/closing.yaml", "date: 2026-03-01\ntext: The harbour closes.\narticles: [harbour]\n"),
    ("content/pages/about.md", "---\ntitle: About\n---\n\nEditors read the log.\n"),
];

/// A site with its git repository: `main` with one commit, and the branch `work` that begins there.
pub(super) struct Repository {
    folder: TempDir,
    /// The site's folder in the repository.
    inner: PathBuf,
}

impl Repository {
    pub(super) fn new() -> Self {
        Self::inside("")
    }

    /// The site in a folder of the repository.
    pub(super) fn inside(folder: &str) -> Self {
        let site = Self::at(folder);
        let root = site.folder.path().to_string_lossy().into_owned();
        site.git(&["-C", &root, "init", "-q", "-b", "main"]);
        site.commit("first");
        site.git(&["checkout", "-q", "-b", "work"]);
        site
    }

    pub(super) fn without_git() -> Self {
        Self::at("")
    }

    fn at(folder: &str) -> Self {
        let site = Self { folder: place(), inner: folder.into() };
        for (path, text) in FILES.iter().chain(&MORE) {
            site.write(path, text);
        }
        site
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(&self.inner).join(path)
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().expect("a path in the site")).expect("a folder can be made");
        fs::write(self.path(path), text).expect("a file can be written");
    }

    pub(super) fn append(&self, path: &str, text: &str) {
        self.write(path, &(self.read(path) + text));
    }

    /// Replaces words that stand in the file.
    pub(super) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from}");
        self.write(path, &text.replace(from, to));
    }

    /// Removes a file or folder.
    pub(super) fn remove(&self, path: &str) {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("it was there");
    }

    pub(super) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).expect("it was there");
    }

    /// Runs git, apart from all settings but the repository's own; gives what it prints.
    pub(super) fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=Ada", "-c", "user.email=ada@postil.example", "-c", "core.hooksPath=/dev/null"]);
        command.args(arguments).current_dir(self.path("")).envs(APART);
        let output = command.output().expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Commits everything.
    pub(super) fn commit(&self, words: &str) {
        let root = self.folder.path().to_string_lossy().into_owned();
        self.git(&["-C", &root, "add", "-A"]);
        self.git(&["commit", "-q", "-m", words]);
    }

    /// Commits everything, for `main` as well: what comes later is compared with it.
    pub(super) fn commit_to_main(&self) {
        self.commit("this is main now");
        self.git(&["branch", "-f", "main"]);
    }

    /// Runs postil; gives exit code, standard output, standard error.
    pub(super) fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.path("")).args(arguments).env("NO_COLOR", "1").envs(APART);
        let output = command.envs(environment.iter().copied()).output().expect("the built program starts");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }

    /// The review of what was done since `main`, as Markdown.
    pub(super) fn markdown(&self, code: i32) -> String {
        let (ended, text, error) = self.run(&["review", "main"], &[]);
        assert!(ended == code && error.is_empty(), "it ended with {ended}: {text}{error}");
        let commit = |name: &str| self.git(&["rev-parse", "--short=12", name]).trim().to_owned();
        text.replace(&commit("main"), "BASE").replace(&commit("HEAD"), "HEAD")
    }

    /// The same as JSON.
    pub(super) fn json(&self, code: i32) -> Value {
        let (ended, text, error) = self.run(&["review", "main", "--format", "json"], &[]);
        assert!(ended == code && error.is_empty(), "it ended with {ended}: {text}{error}");
        serde_json::from_str(&text).expect("JSON")
    }

    /// Holds the Markdown to `review/<case>.md`; gives the JSON.
    pub(super) fn expect(&self, case: &str, code: i32) -> Value {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review").join(format!("{case}.md"));
        let found = trimmed(&self.markdown(code));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &found).expect("the case can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let difference = difference(&expected, &found);
        assert!(difference.is_empty(), "{}:\n{difference}", file.display());
        self.json(code)
    }
}

/// No settings of whoever runs the tests; always the same time.
const APART: [(&str, &str); 6] = [
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_AUTHOR_DATE", "2026-04-01T12:00:00Z"),
    ("GIT_COMMITTER_DATE", "2026-04-01T12:00:00Z"),
    ("GIT_CEILING_DIRECTORIES", "/dev/shm:/tmp"),
    ("HOME", "/nonexistent"),
];
