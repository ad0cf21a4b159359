//! `postil note fix` in small repositories.

use std::{
    fs,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::case::place;

const ARTICLE: &str = "---\ntitle: The harbour\nlanguage: en\ntext: digest\n---\n\n\
    The harbour was dredged in spring, and the boats came back in May. The council paid for the work from its reserve.\n\n\
    In autumn the harbour was closed for nine days after the first storm, and the ferry waited at the other shore.\n\n\
    The winter was quiet. Nobody counted the gulls on the pier, and the light was mended twice.\n";
const CLOSED: &str = "kind: context   # not a check\nquote: the harbour was closed for nine days\nbody: |\n  So it was.\nby: ada\ncreated: 2026-03-20\n";
const FILE: &str = "content/articles/harbour/notes/closed.yaml";
const ARTICLE_FILE: &str = "content/articles/harbour/article.md";

/// A site with one article and one note.
struct Site {
    folder: TempDir,
}

impl Site {
    /// The site in no repository.
    fn new() -> Self {
        let site = Self { folder: place() };
        site.write("postil.yaml", "title: Harbour\nlanguage: en\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        site.write(ARTICLE_FILE, ARTICLE);
        site.write(FILE, CLOSED);
        site
    }

    /// The same in a repository, all of it committed.
    fn committed() -> Self {
        let site = Self::new();
        site.git(&["init", "--quiet"]);
        site.commit();
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().expect("a path in the site")).expect("a folder can be made");
        fs::write(self.path(path), text).expect("a file can be written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a file of the site")
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}");
        self.write(path, &text.replace(old, new));
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false"];
        let mut command = self.alone("git", self.folder.path());
        let output = command.args(identity).args(arguments).output().expect("git is there");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "a step"]);
    }

    /// A program that sees nobody's settings.
    fn alone(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder).env("NO_COLOR", "1").env("HOME", self.folder.path());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command
    }

    /// Runs `postil note fix`; gives the exit code and all that was said.
    fn fix(&self, arguments: &[&str]) -> (i32, String) {
        self.postil(&[&["note", "fix"], arguments].concat())
    }

    fn postil(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = self.alone(env!("CARGO_BIN_EXE_postil"), self.folder.path());
        let output = command.args(arguments).stdin(Stdio::null()).output().expect("the built program starts");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap_or(-1), String::from_utf8(said).expect("it speaks UTF-8"))
    }

    /// Edits the article: nine days become ten, and something is added above.
    fn edit(&self) {
        self.replace(ARTICLE_FILE, "closed for nine days", "closed for ten days");
        self.replace(ARTICLE_FILE, "came back in May", "all came back in early May");
    }
}

/// What the note says when it was carried over to the edited article.
fn fixed(note: &str) -> String {
    let anchor = "anchor:\n  prefix: \"May. The council paid for the work from its reserve.\\nIn autumn \"\n  \
        suffix: \" after the first storm, and the ferry waited at the other\"\n  position: 135\n";
    note.replace("nine days\n", &format!("ten days\n{anchor}"))
}

#[test]
fn an_edited_article_gets_its_note_back() {
    let site = Site::committed();
    site.edit();
    for arguments in [&["--dry-run"][..], &[], &["harbour"], &["content/articles/harbour/article.md", "--dry-run"]] {
        let (code, said) = site.fix(arguments);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("closed.yaml:2:8: approximate, 0.85 of its words carried by the diff since "), "{said}");
        assert!(said.contains("  the harbour was closed for [-nine-]{+ten+} days\n"), "{said}");
        assert!(
            said.contains("article.md:9:11\n") && said.contains("nothing was written; 1 note can be fixed"),
            "{said}"
        );
        assert_eq!(said.contains("--yes"), !arguments.contains(&"--dry-run"), "{said}");
        assert_eq!(site.read(FILE), CLOSED);
    }
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("1 note written in 1 file\nall other notes fit\n"), "{said}");
    assert_eq!(site.read(FILE), fixed(CLOSED));
    assert_eq!(site.fix(&["--dry-run"]), (0, "all notes fit\n".into()));
    assert_eq!(site.postil(&["check", "--strict"]), (0, "no problems\n".into()));
    let names: Vec<_> = fs::read_dir(site.path("content/articles/harbour/notes")).expect("notes").flatten().collect();
    assert_eq!(names.len(), 1, "nothing else was left there");
}

#[test]
fn many_edits_later_the_text_on_which_the_note_was_made_is_found() {
    let site = Site::committed();
    for (old, new) in
        [("The winter was quiet", "The winter was mild"), ("first storm", "second storm"), ("the pier", "a pier")]
    {
        site.replace(ARTICLE_FILE, old, new);
        site.commit();
    }
    site.edit();
    site.commit();
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("carried by the diff since"), "{said}");
    // The note's anchor is younger than its words: the text that both fit is the one to begin from.
    site.commit();
    site.replace(ARTICLE_FILE, "closed for ten days", "shut for ten days");
    site.commit();
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("the harbour was [-closed-]{+shut+} for ten days"), "{said}");
    assert!(said.contains("carried by the diff since"), "{said}");
}

#[test]
fn stale_context_is_refreshed_in_one_line() {
    let site = Site::committed();
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.starts_with(&format!("{FILE}:2:8: the words stand; `anchor` is added\n\n")), "{said}");
    site.replace(ARTICLE_FILE, "came back in May", "all came back in early May");
    let (code, said) = site.fix(&["--dry-run"]);
    assert!(
        code == 1 && said.starts_with(&format!("{FILE}:2:8: the words stand; position 125 is now 135\n")),
        "{said}"
    );
    assert_eq!(site.fix(&["--yes"]).0, 0);
    assert_eq!(site.read(FILE), fixed(CLOSED).replace("ten days", "nine days"));
    // The same words between new ones.
    site.replace(ARTICLE_FILE, "In autumn the harbour", "When the leaves fell, the harbour");
    site.replace(ARTICLE_FILE, "after the first storm", "for repairs");
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("the same words; what stands around them is stored anew"), "{said}");
    assert!(site.read(FILE).contains("When the leaves fell, "), "{}", site.read(FILE));
}

#[test]
fn without_old_texts_the_words_alone_decide() {
    let site = Site::new();
    assert_eq!(site.fix(&["--yes"]).0, 0, "the anchor is added");
    site.edit();
    let (code, said) = site.fix(&["--yes"]);
    assert!(said.contains("found by its words (no old text)") && said.contains("in no git repository"), "{said}");
    assert_eq!((code, site.read(FILE)), (0, fixed(CLOSED)), "{said}");

    let origin = Site::committed();
    origin.fix(&["--yes"]);
    origin.commit();
    origin.edit();
    origin.commit();
    let clone = place();
    let url = format!("file://{}", origin.folder.path().display());
    let shallow = clone.path().join("site");
    origin.git(&["clone", "--quiet", "--depth", "1", &url, &shallow.to_string_lossy()]);
    let mut command = origin.alone(env!("CARGO_BIN_EXE_postil"), &shallow);
    let output = command.args(["note", "fix", "--yes"]).output().expect("the built program starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && said.contains("found by its words (no old text in this shallow clone"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(shallow.join(FILE)).expect("the note"), fixed(CLOSED));
}

#[test]
fn an_uncommitted_note_is_carried_from_the_last_commit_of_its_article() {
    let site = Site::committed();
    let other = "content/articles/harbour/notes/gulls.yaml";
    site.write(other, &CLOSED.replace("the harbour was closed for nine days", "Nobody counted the gulls"));
    site.replace(ARTICLE_FILE, "Nobody counted the gulls", "Nobody has counted the gulls");
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("gulls.yaml:2:8: approximate, 1.00 of its words carried by the diff"), "{said}");
    assert!(site.read(other).contains("\nquote: Nobody has counted the gulls\nanchor:\n"), "{}", site.read(other));
}

#[test]
fn a_renamed_folder_keeps_its_past() {
    let site = Site::committed();
    site.git(&["mv", "content/articles/harbour", "content/articles/port"]);
    site.commit();
    let article = site.read("content/articles/port/article.md").replace("nine days", "ten days");
    site.write("content/articles/port/article.md", &article.replace("came back in May", "all came back in early May"));
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("carried by the diff since"), "{said}");
    assert_eq!(site.read("content/articles/port/notes/closed.yaml"), fixed(CLOSED));
}

#[test]
fn a_site_below_the_root_of_its_repository_has_a_past() {
    let site = Site::new();
    let below = site.path("docs/reader");
    fs::create_dir_all(&below).expect("a folder can be made");
    for part in ["postil.yaml", "content"] {
        fs::rename(site.path(part), below.join(part)).expect("can be moved");
    }
    site.git(&["init", "--quiet"]);
    site.commit();
    site.replace(&format!("docs/reader/{ARTICLE_FILE}"), "nine days", "ten days");
    let (code, said) = site.postil(&["--root", "docs/reader", "note", "fix", "--yes"]);
    assert!(code == 0 && said.contains("carried by the diff since"), "{said}");
}

#[test]
fn line_ends_byte_order_mark_and_permissions_stay() {
    let site = Site::committed();
    let returns = format!("\u{FEFF}{}", CLOSED.replace('\n', "\r\n").trim_end());
    site.write(FILE, &returns);
    site.commit();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(site.path(FILE), fs::Permissions::from_mode(0o640)).expect("permissions can be set");
    }
    site.edit();
    let (code, said) = site.fix(&["--yes"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(site.read(FILE), format!("\u{FEFF}{}", fixed(CLOSED).replace('\n', "\r\n").trim_end()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(site.path(FILE)).expect("the note").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}

#[test]
fn notes_and_stances_in_front_matter_are_fixed_together() {
    let site = Site::committed();
    let inline = "stance:\n- toward: port\n  label: favor\n  rationale: it says so\n  quote: the boats came back\n  by: ada\n  on: 2026-03-20\n\
        notes:\n  - id: light\n    quote: 'the light was mended twice'   # by whom?\n    kind: question\n    body: By whom?\n    by: ada\n    created: 2026-03-20\n\
        \x20 - {id: gulls, kind: context, quote: Nobody counted the gulls, body: Nobody., by: ada, created: 2026-03-20}\n---\n\n";
    site.replace(ARTICLE_FILE, "---\n\n", inline);
    site.write("content/topics/port.yaml", "label: Port\nkind: theme\n");
    site.commit();
    site.edit();
    site.replace(ARTICLE_FILE, "mended twice", "mended three times");
    site.replace(ARTICLE_FILE, "Nobody counted the gulls on", "Nobody saw or counted the gulls on");
    let before = site.read(ARTICLE_FILE);
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("4 notes written in 2 files"), "{said}");
    let after = site.read(ARTICLE_FILE);
    let line =
        |start: &str| after.lines().find(|line| line.trim_start().starts_with(start)).unwrap_or_default().to_owned();
    assert_eq!(line("quote: 'the light"), "    quote: 'the light was mended three times'   # by whom?");
    assert_eq!(line("quote: the boats"), "  quote: the boats all came back");
    assert!(line("- {id: gulls").contains("quote: Nobody saw or counted the gulls, anchor: {prefix: \""), "{after}");
    let kept = |text: &str| {
        let parts = ["quote:", "anchor:", "prefix:", "suffix:", "position:", "- {"];
        let lines = text.lines().filter(|line| !parts.iter().any(|part| line.trim_start().starts_with(part)));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(kept(&before), kept(&after));
    assert_eq!(site.fix(&[]), (0, "all notes fit\n".into()));
}

#[test]
fn orphans_are_listed_and_never_changed() {
    let site = Site::committed();
    site.replace(
        ARTICLE_FILE,
        "In autumn the harbour was closed for nine days after the first storm, and the ferry",
        "The ferry",
    );
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 1 && said.contains("closed.yaml:2:8: orphan, the words that stood there in "), "{said}");
    assert!(
        said.contains("“the harbour was closed for nine days”") && said.contains("left for you: 1 orphaned"),
        "{said}"
    );
    assert_eq!(site.read(FILE), CLOSED);
    site.replace(FILE, "created:", "orphan: {since: 2026-04-01, reason: The passage was withdrawn.}\ncreated:");
    assert_eq!(site.fix(&[]), (0, "all notes fit (1 orphan acknowledged)\n".into()));
}

#[test]
fn git_tells_twins_apart_where_the_words_can_not() {
    let site = Site::committed();
    site.replace(ARTICLE_FILE, "The winter was quiet.", "In winter the harbour was closed for nine days again.");
    let (code, said) = site.fix(&["--yes"]);
    assert!(
        code == 0 && said.contains("closed.yaml:2:8: ambiguous, 1.00 of its words carried by the diff since"),
        "{said}"
    );
    assert!(site.read(FILE).contains("In autumn \"\n"), "{}", site.read(FILE));

    // The note's own passage goes, the twin stays.
    site.commit();
    site.replace(ARTICLE_FILE, "In autumn the harbour was closed for nine days after the first storm, and the", "The");
    let note = site.read(FILE);
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 1 && said.contains("1 orphaned"), "{said}");
    assert_eq!(site.read(FILE), note);

    let alone = Site::new();
    alone.replace(ARTICLE_FILE, "The winter was quiet.", "In winter the harbour was closed for nine days again.");
    let (code, said) = alone.fix(&["--yes"]);
    assert!(code == 1 && said.contains("may be meant in 2 places") && said.contains("1 ambiguous"), "{said}");
    assert!(
        said.contains("article.md:9:11  prefix: \"autumn\"") && said.contains("article.md:11:11  prefix: \"winter\""),
        "{said}"
    );
    assert_eq!(alone.read(FILE), CLOSED);
}

#[test]
fn words_that_came_to_stand_elsewhere_do_not_take_the_note_along() {
    let site = Site::committed();
    site.edit();
    site.replace(ARTICLE_FILE, "The winter was quiet.", "In winter the harbour was closed for nine days.");
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 0 && said.contains("taken for other words, 0.85 of its words carried"), "{said}");
    assert_eq!(site.read(FILE), fixed(CLOSED));
}

#[test]
fn what_is_not_sure_enough_is_shown_and_left() {
    let site = Site::committed();
    site.edit();
    let (code, said) = site.fix(&["--yes", "--min-score", "0.9"]);
    assert!(code == 1 && said.contains("not sure enough to be written unasked: below 0.90"), "{said}");
    assert!(said.contains("0 notes written in 0 files\nleft for you: 1 not written\n"), "{said}");
    assert_eq!(site.read(FILE), CLOSED);
    assert_eq!(site.fix(&["--yes", "--min-score", "2"]).0, 2);
    assert_eq!(site.fix(&["--yes", "--dry-run"]).0, 2);
    let (code, said) = site.fix(&["harbor"]);
    assert!(code == 2 && said.contains("did you mean `harbour`?"), "{said}");
}

#[test]
fn a_long_passage_stays_one() {
    let site = Site::committed();
    site.replace(FILE, "the harbour was closed for nine days", "In autumn the harbour … at the other shore");
    site.commit();
    site.replace(ARTICLE_FILE, "In autumn the harbour", "In late autumn the harbour");
    let (code, said) = site.fix(&["--yes"]);
    assert_eq!(code, 0, "{said}");
    assert!(site.read(FILE).contains("quote: In late autumn the … at the other shore\n"), "{}", site.read(FILE));
}

#[test]
fn a_broken_note_does_not_keep_the_others_from_being_fixed() {
    let site = Site::committed();
    site.write("content/articles/harbour/notes/broken.yaml", "kind: [");
    site.edit();
    let (code, said) = site.fix(&["--yes"]);
    assert!(code == 1 && said.contains("broken.yaml") && said.contains("1 note written in 1 file"), "{said}");
    assert_eq!(site.read(FILE), fixed(CLOSED));
}

/// A run on a terminal, which `script` (util-linux) gives. None where there is no such program.
#[cfg(target_os = "linux")]
fn on_a_terminal(site: &Site, prompted: impl Fn(), answers: &str) -> Option<(i32, String)> {
    let run = format!("{} note fix", env!("CARGO_BIN_EXE_postil"));
    let mut command = site.alone("script", site.folder.path());
    command.args(["--quiet", "--return", "--command", &run, "/dev/null"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let (mut input, mut output) = (child.stdin.take()?, child.stdout.take()?);
    let (mut said, mut bytes) = (Vec::new(), [0; 512]);
    let mut answers = answers.chars();
    loop {
        let read = output.read(&mut bytes).unwrap_or(0);
        if read == 0 {
            break;
        }
        said.extend_from_slice(&bytes[..read]);
        if said.ends_with(b"[q]uit: ") {
            prompted();
            // Its end would be the end of the terminal, so the input stays open.
            let _ = writeln!(input, "{}", answers.next().unwrap_or('q'));
        }
    }
    let code = child.wait().ok()?.code()?;
    Some((code, String::from_utf8_lossy(&said).replace('\r', "")))
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_each_change_is_asked_about() {
    let site = Site::committed();
    let gulls = "content/articles/harbour/notes/gulls.yaml";
    site.write(gulls, &CLOSED.replace("the harbour was closed for nine days", "Nobody counted the gulls"));
    site.commit();
    site.edit();
    site.replace(ARTICLE_FILE, "Nobody counted", "Nobody ever counted");
    let Some((code, said)) = on_a_terminal(&site, || (), "nn") else { return };
    assert!(code == 1 && said.contains("write this? [y]es") && said.contains("left for you: 2 not written"), "{said}");
    assert_eq!(site.read(FILE), CLOSED);
    let (code, said) = on_a_terminal(&site, || (), "yq").unwrap_or_default();
    assert!(code == 1 && said.contains("1 note written in 1 file\nleft for you: 1 not written"), "{said}");
    assert_eq!(site.read(FILE), fixed(CLOSED));
    let (code, said) = on_a_terminal(&site, || (), "a").unwrap_or_default();
    assert!(code == 0 && said.contains("all other notes fit"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_was_changed_meanwhile_is_left_as_it_is() {
    let site = Site::committed();
    site.edit();
    let theirs = CLOSED.replace("So it was.", "So it was, as others say.");
    let Some((code, said)) = on_a_terminal(&site, || site.write(FILE, &theirs), "y") else { return };
    assert!(code == 1 && said.contains("closed.yaml: the file was changed meanwhile and is left as it is"), "{said}");
    assert_eq!(site.read(FILE), theirs);
}
