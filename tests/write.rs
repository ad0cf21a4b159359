//! The last step against a real disk: refusals, rebuilds, other people's files, kills.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong should end")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use postil::model::output::{BadPath, Clash, Content, Flaw, OutPath, Output};
use postil::pipeline::write::{Edited, How, Mode, Options, Refusal, Report, WriteError, write};

const MANIFEST: &str = ".postil-manifest";

// ---- a disk to try things on ------------------------------------------------------------------

/// A folder of its own, with the output folder `_site` in it.
struct Disk(tempfile::TempDir);

impl Disk {
    /// In memory where there is such a thing: hundreds of builds need not wait for a busy disk.
    fn new() -> Self {
        tempfile::tempdir_in("/dev/shm").map_or_else(|_| Self::real(), Self)
    }

    fn real() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A disk with a first site on it.
    fn with(files: &[(&str, &str)]) -> Self {
        let disk = Self::new();
        disk.build(files).unwrap();
        disk
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn site(&self) -> PathBuf {
        self.root().join("_site")
    }

    fn file(&self, path: &str) -> PathBuf {
        self.site().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let file = self.file(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.file(path)).unwrap()
    }

    fn options(&self) -> Options {
        let current = self.root().to_owned();
        Options::new(current, Some("/home/nobody".into()))
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        write(&output(files), Path::new("_site"), &self.options())
    }

    fn build_in(&self, mode: Mode, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        let options = Options { mode, ..self.options() };
        write(&output(files), &self.site(), &options)
    }

    fn force(&self, mode: Mode, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        let edited = Edited::Overwrite;
        let options = Options { mode, edited, ..self.options() };
        write(&output(files), &self.site(), &options)
    }

    /// What stands beside the output folder.
    fn beside(&self) -> Vec<String> {
        names(self.root()).into_iter().filter(|name| name != "_site").collect()
    }

    /// Holds after every success: nothing left beside, no link of either kind in the site.
    fn is_clean(&self) {
        assert_eq!(self.beside(), Vec::<String>::new());
        for entry in walkdir::WalkDir::new(self.site()) {
            let entry = entry.unwrap();
            let found = entry.metadata().unwrap();
            assert!(!found.is_symlink());
            assert!(found.is_dir() || found.nlink() == 1, "{entry:?}");
            let name = entry.file_name().to_str().unwrap();
            assert!(!name.starts_with(".postil-") || name == MANIFEST, "{entry:?}");
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn path(path: &str) -> OutPath {
    OutPath::new(path).unwrap()
}

fn output<'a>(files: &[(&str, &'a str)]) -> Output<'a> {
    let mut output = Output::new();
    for (name, text) in files {
        let text = text.as_bytes();
        output.insert(path(name), Content::Shared(text)).unwrap();
    }
    output
}

/// Every file's bytes.
fn bytes(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(root).unwrap().to_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    node: u64,
    links: u64,
    mode: u32,
    changed: (i64, i64),
    bytes: Option<Vec<u8>>,
}

/// All that a touch would change, folders and links included.
fn stamps(root: &Path) -> BTreeMap<PathBuf, Stamp> {
    let stamp = |entry: walkdir::DirEntry| {
        let found = entry.metadata().unwrap();
        let bytes = found.is_file().then(|| fs::read(entry.path()).unwrap());
        let stamp = Stamp {
            node: found.ino(),
            links: found.nlink(),
            mode: found.mode(),
            changed: (found.ctime(), found.ctime_nsec()),
            bytes,
        };
        (entry.into_path(), stamp)
    };
    walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).map(stamp).collect()
}

/// Says one sentence in lower case with a remedy, as every message should.
fn is_well_said(error: &WriteError) {
    let text = error.to_string();
    assert!(!text.contains('\n') && !text.ends_with('.'), "{text}");
    assert!(text.contains(';'), "no remedy: {text}");
    assert!(!text.starts_with(char::is_uppercase), "{text}");
}

const BOTH: [Mode; 2] = [Mode::Exchange, Mode::InPlace];

// ---- paths ------------------------------------------------------------------------------------

#[test]
fn takes_ordinary_paths() {
    for good in [
        "index.html",
        ".nojekyll",
        "a/b/c.html",
        "assets/a-1f.css",
        "aktuelles/größe.html",
        "console.html",
        "com/lpt.html",
        "com10.html",
        "...a",
        "a..b",
        "~",
        "ملف.html",
    ] {
        assert_eq!(path(good).as_str(), good);
        assert_eq!(path(good).to_string(), good);
    }
}

#[test]
fn refuses_bad_paths() {
    let part = "p".repeat(101);
    let long = format!("{0}/{0}/{0}", "p".repeat(90));
    for (bad, why) in [
        ("", Flaw::Empty),
        ("/", Flaw::Absolute),
        ("/etc/passwd", Flaw::Absolute),
        ("..", Flaw::Dots),
        ("a/../b", Flaw::Dots),
        ("./a", Flaw::Dots),
        ("a//b", Flaw::EmptyPart),
        ("a/", Flaw::EmptyPart),
        ("a\\b", Flaw::Character('\\')),
        ("C:/a", Flaw::Character(':')),
        ("a?b", Flaw::Character('?')),
        ("a\nb", Flaw::Control),
        ("a\tb", Flaw::Control),
        ("a\u{0}b", Flaw::Control),
        ("a\u{7f}b", Flaw::Control),
        ("a\u{85}b", Flaw::Control),
        ("con", Flaw::Device),
        ("a/NUL.html", Flaw::Device),
        ("Com1.tar.gz", Flaw::Device),
        ("lpt²", Flaw::Device),
        ("aux .html", Flaw::Device),
        ("a./b", Flaw::LastCharacter),
        ("a ", Flaw::LastCharacter),
        (&part, Flaw::LongPart),
        (&long, Flaw::Long),
        (MANIFEST, Flaw::Reserved),
        (".Postil-Manifest", Flaw::Reserved),
        (".postil-stage/a", Flaw::Reserved),
    ] {
        let error: BadPath = OutPath::new(bad).unwrap_err();
        assert_eq!(error.flaw, why, "{bad:?}");
        assert!(!error.to_string().contains(char::is_control), "{error}");
    }
}

#[test]
fn refuses_two_outputs_that_are_one_file() {
    let clash = |first: &str, second: &str| {
        let mut output = output(&[(first, "")]);
        let clash = output.insert(path(second), Content::Shared(b"")).unwrap_err();
        assert_eq!(output.len(), 1);
        let text = clash.to_string();
        assert!(text.contains(second) && text.contains("; "), "{text}");
        clash
    };
    assert!(matches!(clash("a.html", "a.html"), Clash::Twice { .. }));
    assert!(matches!(clash("a.html", "A.html"), Clash::Alike { .. }));
    assert!(matches!(clash("É.html", "e\u{301}.html"), Clash::Alike { .. }));
    assert!(matches!(clash("a", "a/b"), Clash::FileAndFolder { .. }));
    assert!(matches!(clash("a/b", "a"), Clash::FileAndFolder { .. }));
    assert!(matches!(clash("a/b/c", "A/b"), Clash::Folders { .. } | Clash::FileAndFolder { .. }));
    assert!(matches!(clash("A", "a/b/c"), Clash::FileAndFolder { .. }));
    assert!(matches!(clash("a/b", "A/c"), Clash::Folders { .. }));
}

// ---- refusals touch nothing -------------------------------------------------------------------

/// Refuses, in both modes and with `--force`, and leaves every stamp as it was.
fn refused(disk: &Disk, target: &Path, options: &Options) -> Refusal {
    let before = stamps(disk.root());
    let mut last = None;
    for (mode, edited) in [(Mode::Exchange, Edited::Refuse), (Mode::InPlace, Edited::Overwrite)] {
        let options = Options { mode, edited, ..options.clone() };
        let error = write(&output(&[("index.html", "x")]), target, &options).unwrap_err();
        is_well_said(&error);
        let WriteError::Refused(refusal) = error else { panic!("{error}") };
        last = Some(refusal);
    }
    assert_eq!(before, stamps(disk.root()));
    last.unwrap()
}

#[test]
fn refuses_folders_that_are_no_output_folder() {
    let disk = Disk::new();
    let inner = disk.root().join("home/project/inner");
    fs::create_dir_all(&inner).unwrap();
    let options = Options::new(disk.root().join("home/project"), Some(disk.root().join("home")));
    let refused = |target: &str| refused(&disk, Path::new(target), &options);
    assert!(matches!(refused(""), Refusal::Empty));
    assert!(matches!(refused("/"), Refusal::Root { .. }));
    assert!(matches!(refused("."), Refusal::Current { .. }));
    assert!(matches!(refused("./"), Refusal::Current { .. }));
    assert!(matches!(refused("inner/.."), Refusal::Current { .. }));
    assert!(matches!(refused("../project"), Refusal::Current { .. }));
    assert!(matches!(refused("../.."), Refusal::Current { .. }));
    assert!(matches!(refused(".."), Refusal::Home { .. }));
    assert!(matches!(refused("nowhere/_site"), Refusal::NoParent { .. }));
}

#[test]
fn refuses_projects() {
    for found in [".git", "Cargo.toml", "postil.yaml", "content"] {
        // Once as a bare folder, once as a site that postil itself wrote.
        for disk in [Disk::new(), Disk::with(&[("index.html", "x")])] {
            disk.put(&format!("{found}/x"), "someone's");
            let refusal = refused(&disk, &disk.site(), &disk.options());
            assert!(refusal.to_string().contains(found), "{refusal}");
            assert!(matches!(refusal, Refusal::Project { .. }));
        }
    }
}

#[test]
fn a_page_in_a_folder_called_content_is_no_project() {
    let disk = Disk::with(&[("content/index.html", "1")]);
    disk.build(&[("content/index.html", "2")]).unwrap();
    assert_eq!(disk.read("content/index.html"), "2");
}

#[test]
fn refuses_links_files_and_foreign_folders() {
    let disk = Disk::new();
    let mine = disk.root().join("mine");
    fs::create_dir(&mine).unwrap();
    symlink(&mine, disk.root().join("link")).unwrap();
    symlink("nowhere", disk.root().join("dangling")).unwrap();
    fs::write(disk.root().join("file"), "x").unwrap();
    let refused = |target: &str| refused(&disk, &disk.root().join(target), &disk.options());
    assert!(matches!(refused("link"), Refusal::Link { .. }));
    assert!(matches!(refused("link/"), Refusal::Link { .. }));
    assert!(matches!(refused("dangling"), Refusal::Link { .. }));
    assert!(matches!(refused("file"), Refusal::NotAFolder { .. }));
    fs::write(mine.join("notes.txt"), "x").unwrap();
    assert!(matches!(refused("mine"), Refusal::Foreign { .. }));
}

#[test]
fn trusts_no_damaged_manifest() {
    let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
    let good = disk.read(MANIFEST);
    let line = good.lines().nth(1).unwrap();
    let bad: Vec<String> = vec![
        String::new(),
        "postil manifest 1".into(),
        good.replace("manifest 1", "manifest 2"),
        good.trim_end().into(),
        good.replace('\n', "\r\n"),
        good.replace("a.html", "../a.html"),
        good.replace("a.html", "/a.html"),
        good.replace("a.html", MANIFEST),
        good.replace("a.html", "c.html"),
        good.replace("\t1\t", "\t01\t"),
        good.replace("\t1\t", "\t-1\t"),
        format!("{good}{line}\n"),
        format!("{good}\n"),
        good.to_uppercase(),
        good[..good.len() - 5].into(),
    ];
    for text in bad {
        disk.put(MANIFEST, &text);
        let refusal = refused(&disk, &disk.site(), &disk.options());
        assert!(matches!(refusal, Refusal::Damaged { .. }), "{text}");
    }
    fs::remove_file(disk.file(MANIFEST)).unwrap();
    symlink("elsewhere", disk.file(MANIFEST)).unwrap();
    let refusal = refused(&disk, &disk.site(), &disk.options());
    assert!(matches!(refusal, Refusal::Damaged { .. }));
}

/// A damaged list may make a build stop or call pages foreign, but never costs a file its bytes.
#[test]
fn no_flipped_byte_of_the_manifest_removes_a_strangers_file() {
    let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
    let good = disk.read(MANIFEST);
    for at in 0..good.len() {
        let mut list = good.clone().into_bytes();
        list[at] ^= 1;
        fs::write(disk.file(MANIFEST), list).unwrap();
        disk.put("a.html", "a");
        disk.put("b.html", "b");
        disk.put("c.html", "mine");
        disk.put("`.html", "mine");
        let _ = disk.build(&[("a.html", "a"), ("n.html", "n")]);
        assert_eq!((disk.read("c.html"), disk.read("`.html")), ("mine".into(), "mine".into()));
        assert_eq!(disk.read("a.html"), "a");
    }
}

// ---- building ---------------------------------------------------------------------------------

#[test]
fn writes_a_first_site_from_every_kind_of_content() {
    for mode in BOTH {
        let disk = Disk::real();
        let image = disk.root().join("image.png");
        fs::write(&image, vec![7; 300_000]).unwrap();
        let mut output = Output::new();
        output.insert(path("a.html"), Content::Bytes(b"a".into())).unwrap();
        output.insert(path("b/c/d.html"), Content::Shared(b"d")).unwrap();
        output.insert(path("b/image.png"), Content::Copy(image.clone())).unwrap();
        let make = || Ok(b"made".to_vec());
        output.insert(path(".nojekyll"), Content::Made(Box::new(make))).unwrap();
        let options = Options { mode, ..disk.options() };
        let report = write(&output, &disk.site(), &options).unwrap();
        let how = if mode == Mode::InPlace { How::InPlace } else { How::FirstTime };
        assert_eq!((report.written, report.unchanged, report.removed), (4, 0, 0));
        assert_eq!((report.how, report.kept, report.left), (how, vec![], vec![]));
        assert_eq!(disk.read("b/c/d.html"), "d");
        assert_eq!(disk.read(".nojekyll"), "made");
        assert_eq!(fs::read(disk.file("b/image.png")).unwrap(), fs::read(&image).unwrap());
        let again = write(&output, &disk.site(), &options).unwrap();
        assert_eq!((again.how, again.unchanged), (How::Nothing, 4));
        fs::remove_file(image).unwrap();
        disk.is_clean();
    }
}

#[test]
fn the_manifest_lists_path_size_and_hash() {
    let disk = Disk::with(&[("b.html", "bb"), ("a/c.html", "")]);
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex();
    let (first, second) = (hash(""), hash("bb"));
    let list = format!("postil manifest 1\na/c.html\t0\t{first}\nb.html\t2\t{second}\n");
    assert_eq!(disk.read(MANIFEST), list);
}

#[test]
fn an_empty_folder_is_taken_with_its_permissions() {
    let disk = Disk::real();
    fs::create_dir(disk.site()).unwrap();
    fs::set_permissions(disk.site(), fs::Permissions::from_mode(0o750)).unwrap();
    assert_eq!(disk.build(&[("a.html", "a")]).unwrap().how, How::FirstTime);
    assert_eq!(disk.build(&[("a.html", "b")]).unwrap().how, How::Exchanged);
    assert_eq!(fs::metadata(disk.site()).unwrap().mode() & 0o777, 0o750);
    disk.is_clean();
}

#[test]
fn a_rebuild_without_change_touches_nothing() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b/c.html", "c")]);
        disk.put("mine.txt", "mine");
        let before = stamps(&disk.site());
        let report = disk.build_in(mode, &[("a.html", "a"), ("b/c.html", "c")]).unwrap();
        assert_eq!((report.how, report.unchanged), (How::Nothing, 2));
        assert_eq!(report.kept, [PathBuf::from("mine.txt")]);
        let mut after = stamps(&disk.site());
        if mode == Mode::InPlace {
            // The stage came and went in it.
            let changed = before[&disk.site()].changed;
            after.get_mut(&disk.site()).unwrap().changed = changed;
        }
        assert_eq!(before, after);
        disk.is_clean();
    }
}

#[test]
fn what_did_not_change_keeps_its_time_and_its_place() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b/c.html", "c"), ("gone/d.html", "d")]);
        disk.put("own/mine.txt", "mine");
        fs::create_dir(disk.file("own/hollow")).unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for kept in ["b/c.html", "own/mine.txt"] {
            fs::File::options().write(true).open(disk.file(kept)).unwrap().set_modified(long_ago).unwrap();
        }
        let node = |name: &str| {
            let found = fs::metadata(disk.file(name)).unwrap();
            (found.ino(), found.modified().unwrap())
        };
        let before = [node("b/c.html"), node("own/mine.txt")];
        let report = disk.build_in(mode, &[("a.html", "A"), ("b/c.html", "c"), ("n/e.html", "e")]).unwrap();
        assert_eq!((report.written, report.unchanged, report.removed), (2, 1, 1));
        assert_eq!(report.kept, [PathBuf::from("own/mine.txt")]);
        assert_eq!(before, [node("b/c.html"), node("own/mine.txt")]);
        assert_eq!(before[0].1, long_ago);
        assert_eq!((disk.read("a.html"), disk.read("n/e.html")), ("A".into(), "e".into()));
        assert!(!disk.file("gone").exists(), "its last file went");
        assert!(disk.file("own/hollow").is_dir());
        disk.is_clean();
    }
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    for mode in BOTH {
        let disk = Disk::with(&[("a", "1"), ("b/c/d", "2"), ("b/c/e", "2")]);
        disk.build_in(mode, &[("a/x/y", "3"), ("b", "4")]).unwrap();
        assert_eq!((disk.read("a/x/y"), disk.read("b")), ("3".into(), "4".into()));
        disk.build_in(mode, &[("a", "1"), ("b/c/d", "2")]).unwrap();
        assert_eq!((disk.read("a"), disk.read("b/c/d")), ("1".into(), "2".into()));
        disk.is_clean();
    }
}

#[test]
fn a_deleted_page_is_written_again_and_a_deleted_old_one_forgotten() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
        fs::remove_file(disk.file("a.html")).unwrap();
        fs::remove_file(disk.file("b.html")).unwrap();
        let report = disk.build_in(mode, &[("a.html", "a")]).unwrap();
        assert_eq!((report.written, report.removed), (1, 0));
        assert_eq!(names(&disk.site()), [MANIFEST, "a.html"]);
    }
}

#[test]
fn a_page_with_a_second_name_is_written_anew() {
    let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
    let other = disk.root().join("backup.html");
    fs::hard_link(disk.file("a.html"), &other).unwrap();
    let report = disk.build(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!((report.written, report.unchanged), (1, 1));
    assert_eq!(fs::read_to_string(&other).unwrap(), "a");
    fs::remove_file(other).unwrap();
    disk.is_clean();
}

#[test]
fn the_number_of_threads_does_not_show() {
    let build = |threads: usize| {
        let disk = Disk::real();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| write(&numbered(1, 300), &disk.site(), &disk.options())).unwrap();
        bytes(&disk.site())
    };
    assert_eq!(build(1), build(8));
}

// ---- files of others --------------------------------------------------------------------------

#[test]
fn names_all_edited_pages_and_overwrites_them_only_when_told() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
        disk.put("a.html", "by hand");
        disk.put("b.html", "by hand too");
        disk.put("new.html", "mine, not postil's");
        let files = [("a.html", "a"), ("b.html", "B"), ("c.html", "C"), ("new.html", "n")];
        let before = bytes(disk.root());
        let error = disk.build_in(mode, &files).unwrap_err();
        is_well_said(&error);
        for name in ["a.html", "b.html", "new.html", "--force"] {
            assert!(error.to_string().contains(name), "{error}");
        }
        assert!(!error.to_string().contains("c.html"), "{error}");
        assert_eq!(before, bytes(disk.root()));
        let report = disk.force(mode, &files).unwrap();
        assert_eq!((report.written, report.unchanged, report.removed), (4, 0, 0));
        assert_eq!((report.kept, report.left), (vec![], vec![]));
        assert_eq!(disk.read("a.html") + &disk.read("b.html") + &disk.read("new.html"), "aBn");
        disk.is_clean();
    }
}

#[test]
fn an_edited_page_that_is_no_longer_part_of_the_site_stays() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
        disk.put("b.html", "by hand");
        let report = disk.force(mode, &[("a.html", "a")]).unwrap();
        assert_eq!((report.removed, report.kept), (0, vec!["b.html".into()]));
        assert_eq!(disk.read("b.html"), "by hand");
        let report = disk.build_in(mode, &[("a.html", "A")]).unwrap();
        assert_eq!((report.removed, report.kept), (0, vec!["b.html".into()]));
        assert_eq!(disk.read("b.html"), "by hand");
        disk.is_clean();
    }
}

#[test]
fn a_strangers_file_in_the_way_is_never_overwritten() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a")]);
        disk.put("b", "mine");
        disk.put("c/d", "mine");
        fs::create_dir_all(disk.file("hollow/deep")).unwrap();
        let before = stamps(&disk.site());
        let error = disk.force(mode, &[("b/x", "x"), ("c", "x")]).unwrap_err();
        is_well_said(&error);
        assert!(matches!(&error, WriteError::InTheWay { files, .. } if files.len() == 2));
        assert_eq!(before, stamps(&disk.site()));
        disk.build_in(mode, &[("hollow", "x")]).unwrap();
        assert_eq!(disk.read("hollow") + &disk.read("b") + &disk.read("c/d"), "xminemine");
        disk.is_clean();
    }
}

#[test]
fn a_link_or_a_pipe_in_the_site_is_refused() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a")]);
        symlink("/etc/passwd", disk.file("link")).unwrap();
        let error = disk.force(mode, &[("a.html", "b")]).unwrap_err();
        is_well_said(&error);
        assert!(matches!(error, WriteError::Special { .. }));
        assert_eq!((disk.read("a.html"), disk.beside()), ("a".into(), vec![]));
    }
}

// ---- contents that fail -----------------------------------------------------------------------

#[test]
fn a_page_that_cannot_be_made_leaves_the_old_site() {
    for mode in BOTH {
        for old in [Some("old"), None] {
            let disk = Disk::new();
            if let Some(old) = old {
                disk.build(&[("a.html", old)]).unwrap();
            }
            let before = bytes(disk.root());
            let mut output = numbered(1, 100);
            let fail = || Err("template `page` has no such field".into());
            output.insert(path("broken.html"), Content::Made(Box::new(fail))).unwrap();
            output.insert(path("zzz.html"), Content::Made(Box::new(fail))).unwrap();
            let options = Options { mode, ..disk.options() };
            let error = write(&output, &disk.site(), &options).unwrap_err();
            is_well_said(&error);
            let text = error.to_string();
            assert!(text.contains("broken.html") && text.contains("no such field"), "{text}");
            assert_eq!(before, bytes(disk.root()));
            assert_eq!((disk.site().exists(), disk.beside()), (old.is_some(), vec![]));
        }
    }
}

#[test]
fn a_copy_takes_regular_files_only() {
    let disk = Disk::with(&[("a.html", "a")]);
    let sources = tempfile::tempdir().unwrap();
    let link = sources.path().join("link");
    symlink("/etc/passwd", &link).unwrap();
    let folder = sources.path().to_owned();
    let missing = sources.path().join("missing");
    for from in [link, folder, missing, "/dev/zero".into()] {
        let mut output = Output::new();
        output.insert(path("image.png"), Content::Copy(from.clone())).unwrap();
        let error = write(&output, &disk.site(), &disk.options()).unwrap_err();
        is_well_said(&error);
        assert!(error.to_string().contains(from.to_str().unwrap()), "{error}");
        assert_eq!((disk.read("a.html"), disk.beside()), ("a".into(), vec![]));
    }
}

#[test]
fn a_pipe_does_not_block_the_build() {
    let disk = Disk::new();
    let pipe = disk.root().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut output = Output::new();
    output.insert(path("image.png"), Content::Copy(pipe)).unwrap();
    let error = write(&output, &disk.site(), &disk.options()).unwrap_err();
    assert!(matches!(error, WriteError::Copied { .. }), "{error}");
}

#[test]
fn a_copied_file_is_replaced_only_when_its_bytes_differ() {
    let disk = Disk::new();
    let image = disk.root().join("image.png");
    let build = |text: &str| {
        fs::write(&image, text).unwrap();
        let mut output = Output::new();
        output.insert(path("image.png"), Content::Copy(image.clone())).unwrap();
        let report = write(&output, &disk.site(), &disk.options()).unwrap();
        assert_eq!(disk.read("image.png"), text);
        report.how
    };
    let hows = ["one", "one", "two", "longer"].map(build);
    assert_eq!(hows, [How::FirstTime, How::Nothing, How::Exchanged, How::Exchanged]);
}

// ---- several builds ---------------------------------------------------------------------------

#[test]
fn a_build_waits_for_another_and_then_gives_up() {
    let disk = Disk::new();
    let lock = fs::File::create(disk.root().join("_site.lock")).unwrap();
    lock.try_lock().unwrap();
    let wait = Duration::from_millis(200);
    let options = Options { wait, ..disk.options() };
    let start = Instant::now();
    let error = write(&output(&[("a", "a")]), &disk.site(), &options).unwrap_err();
    is_well_said(&error);
    assert!(error.to_string().contains("another build is running"), "{error}");
    assert!(start.elapsed() >= wait && start.elapsed() < 5 * wait);
    assert_eq!(disk.beside(), ["_site.lock"]);
    drop(lock);
    write(&output(&[("a", "a")]), &disk.site(), &options).unwrap();
    disk.is_clean();
}

#[test]
fn a_strangers_file_with_the_name_of_the_lock_stays() {
    let disk = Disk::new();
    let lock = disk.root().join("_site.lock");
    fs::write(&lock, "mine").unwrap();
    let error = disk.build(&[("a", "a")]).unwrap_err();
    is_well_said(&error);
    assert!(matches!(error, WriteError::ForeignLock { .. }));
    assert_eq!(fs::read_to_string(lock).unwrap(), "mine");
    assert!(!disk.site().exists());
}

#[test]
fn builds_at_once_come_one_after_another() {
    let disk = Disk::new();
    let running = AtomicUsize::new(0);
    thread::scope(|scope| {
        for version in 0..8 {
            let (disk, running) = (&disk, &running);
            scope.spawn(move || {
                for round in 0..5 {
                    let number = version * 5 + round;
                    let make = move || {
                        assert_eq!(running.fetch_add(1, Ordering::SeqCst), 0, "two at once");
                        thread::sleep(Duration::from_millis(2));
                        running.fetch_sub(1, Ordering::SeqCst);
                        Ok(number.to_string().into_bytes())
                    };
                    let mut output = numbered(number, 10);
                    output.insert(path("once"), Content::Made(Box::new(make))).unwrap();
                    write(&output, &disk.site(), &disk.options()).unwrap();
                }
            });
        }
    });
    let number = disk.read("once").parse().unwrap();
    let expected = Disk::new();
    let mut output = numbered(number, 10);
    output.insert(path("once"), Content::Bytes(number.to_string().into())).unwrap();
    write(&output, &expected.site(), &expected.options()).unwrap();
    assert_eq!(bytes(&disk.site()), bytes(&expected.site()));
    disk.is_clean();
}

// ---- after a crash ----------------------------------------------------------------------------

#[test]
fn a_site_lost_between_two_renames_comes_back() {
    let disk = Disk::with(&[("a.html", "a"), ("b.html", "b")]);
    disk.put("mine.txt", "mine");
    fs::rename(disk.site(), disk.root().join("_site.old-123-0")).unwrap();
    let report = disk.build(&[("a.html", "a"), ("b.html", "B")]).unwrap();
    assert_eq!((report.how, report.unchanged), (How::Exchanged, 1));
    assert_eq!(report.kept, [PathBuf::from("mine.txt")]);
    disk.is_clean();
}

#[test]
fn of_two_old_sites_neither_is_taken() {
    let disk = Disk::with(&[("a.html", "a")]);
    fs::rename(disk.site(), disk.root().join("moved")).unwrap();
    disk.build(&[("a.html", "b")]).unwrap();
    fs::rename(disk.site(), disk.root().join("_site.old-1-0")).unwrap();
    fs::rename(disk.root().join("moved"), disk.root().join("_site.old-2-0")).unwrap();
    assert_eq!(disk.build(&[("a.html", "c")]).unwrap().how, How::FirstTime);
    assert_eq!(disk.beside(), ["_site.old-1-0", "_site.old-2-0"]);
}

#[test]
fn a_copy_that_a_person_made_is_neither_used_nor_removed() {
    let disk = Disk::with(&[("a.html", "a")]);
    fs::rename(disk.site(), disk.root().join("_site.old-backup")).unwrap();
    assert_eq!(disk.build(&[("a.html", "b")]).unwrap().how, How::FirstTime);
    fs::rename(disk.site(), disk.root().join("_site.old-2024")).unwrap();
    fs::remove_file(disk.root().join("_site.old-2024").join(MANIFEST)).unwrap();
    assert_eq!(disk.build(&[("a.html", "c")]).unwrap().how, How::FirstTime);
    assert_eq!(disk.build(&[("a.html", "d")]).unwrap().how, How::Exchanged);
    assert_eq!(disk.beside(), ["_site.old-2024", "_site.old-backup"]);
}

#[test]
fn stages_of_dead_builds_are_cleared_but_no_strangers_folder() {
    let disk = Disk::with(&[("a.html", "a")]);
    let beside = |name: &str| disk.root().join(name);
    let dead = beside("_site.stage-99-0");
    fs::create_dir_all(dead.join("site/deep")).unwrap();
    fs::write(dead.join(".postil-stage"), "").unwrap();
    fs::write(dead.join("site/deep/half"), "half").unwrap();
    fs::hard_link(disk.file("a.html"), dead.join("site/a.html")).unwrap();
    fs::create_dir(beside("_site.stage-98-0")).unwrap();
    for mine in ["_site.stage-1-1", "_site.stage-mine", "_site.stage-"] {
        fs::create_dir(beside(mine)).unwrap();
        fs::write(beside(mine).join("mine.txt"), "mine").unwrap();
    }
    fs::write(beside("_site.stage-mine/.postil-stage"), "").unwrap();
    symlink("_site.stage-mine", beside("_site.stage-5-5")).unwrap();
    let report = disk.build(&[("a.html", "a")]).unwrap();
    assert_eq!((report.how, report.unchanged), (How::Nothing, 1));
    let stay = ["_site.stage-", "_site.stage-1-1", "_site.stage-5-5", "_site.stage-mine"];
    assert_eq!(disk.beside(), stay);
    assert_eq!(names(&beside("_site.stage-mine")), [".postil-stage", "mine.txt"]);
}

/// A build killed right after the exchange: the stage holds the old site, and in it a file that
/// came too late to be carried over.
#[test]
fn an_old_site_left_in_a_stage_goes_but_for_what_is_nowhere_else() {
    let disk = Disk::with(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
    let stage = disk.root().join("_site.stage-99-0");
    fs::create_dir(&stage).unwrap();
    fs::write(stage.join(".postil-stage"), "").unwrap();
    fs::write(stage.join(".postil-ready"), "postil manifest 1\n").unwrap();
    disk.put("mine.txt", "mine");
    disk.put("late.txt", "late");
    disk.put("c.html", "by hand, after the look");
    fs::rename(disk.site(), stage.join("site")).unwrap();
    disk.build(&[("a.html", "A"), ("b.html", "b"), ("c.html", "c")]).unwrap_or_else(|error| {
        panic!("{error}");
    });
    // The stage was cleared before there was a new site, so all that is not postil's is there.
    let left = ["site/c.html", "site/late.txt", "site/mine.txt"];
    for name in left {
        assert!(stage.join(name).is_file(), "{name}");
    }
    assert!(!stage.join("site/a.html").exists());
    // What stands in the new site too is no loss; the rest is named by every build.
    disk.put("mine.txt", "mine");
    let report = disk.build(&[("a.html", "A"), ("b.html", "b"), ("c.html", "c")]).unwrap();
    let still = ["site/c.html", "site/late.txt"].map(|name| stage.canonicalize().unwrap().join(name));
    assert_eq!(report.left, still);
    for file in still {
        fs::remove_file(file).unwrap();
    }
    let report = disk.build(&[("a.html", "A"), ("b.html", "b"), ("c.html", "c")]).unwrap();
    assert_eq!(report.left, Vec::<PathBuf>::new());
    disk.is_clean();
}

#[test]
fn a_build_in_place_that_was_cut_short_is_ended_by_the_next() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
        let new = [("a.html", "A"), ("b.html", "B"), ("n.html", "N")];
        let other = Disk::with(&new);
        // Killed after `a` and `n` had been put in place: neither is in the old manifest.
        let stage = disk.file(".postil-stage");
        fs::create_dir_all(stage.join("site")).unwrap();
        fs::write(stage.join(".postil-stage"), "").unwrap();
        fs::write(stage.join(".postil-ready"), "postil manifest 1\n").unwrap();
        fs::write(stage.join("site/b.html"), "B").unwrap();
        fs::copy(other.file(MANIFEST), stage.join("site").join(MANIFEST)).unwrap();
        disk.put("a.html", "A");
        disk.put("n.html", "N");
        // The sources have changed once more since.
        let report = disk.build_in(mode, &[("a.html", "A2"), ("b.html", "B2")]).unwrap();
        assert_eq!((report.written, report.removed), (2, 2));
        assert_eq!((report.kept, report.left), (vec![], vec![]));
        assert_eq!(names(&disk.site()), [MANIFEST, "a.html", "b.html"]);
        disk.is_clean();
    }
}

#[test]
fn an_empty_stage_in_the_site_is_cleared() {
    for mode in BOTH {
        let disk = Disk::with(&[("a.html", "a")]);
        fs::create_dir(disk.file(".postil-stage")).unwrap();
        disk.build_in(mode, &[("a.html", "b")]).unwrap();
        disk.is_clean();
        assert_eq!(names(&disk.site()), [MANIFEST, "a.html"]);
    }
}

// ---- kills and readers ------------------------------------------------------------------------

/// A site in which every page says its version, with a few pages that never change.
fn numbered(version: usize, pages: usize) -> Output<'static> {
    let mut output = Output::new();
    for page in 0..pages {
        let stable = page % 5 == 4;
        let make = move || {
            let version = if stable { 0 } else { version };
            Ok(format!("{version} {page} {}", "x".repeat(2000)).into_bytes())
        };
        let name = format!("articles/{page}.html");
        output.insert(path(&name), Content::Made(Box::new(make))).unwrap();
    }
    let index = format!("{version} index").into_bytes();
    output.insert(path("index.html"), Content::Bytes(index)).unwrap();
    let own = format!("version/{version}/page.html");
    output.insert(path(&own), Content::Bytes(version.to_string().into())).unwrap();
    output
}

const CHILD: &str = "POSTIL_TEST_WRITE_CHILD";
const KILLED_PAGES: usize = 150;

/// Not a test by itself: the build that the kill tests end. `CHILD` is `<mode> <version> <folder>`.
#[test]
fn child() {
    let Ok(orders) = std::env::var(CHILD) else {
        return;
    };
    let mut orders = orders.splitn(3, ' ');
    let mode = if orders.next() == Some("in-place") { Mode::InPlace } else { Mode::Exchange };
    let version = orders.next().unwrap().parse().unwrap();
    let root = PathBuf::from(orders.next().unwrap());
    let options = Options { mode, ..Options::new(root.clone(), None) };
    write(&numbered(version, KILLED_PAGES), &root.join("_site"), &options).unwrap();
}

fn start(mode: &str, version: usize, disk: &Disk) -> Child {
    let (_, module) = module_path!().split_once("::").unwrap_or_default();
    let name = if module.is_empty() { "child".into() } else { format!("{module}::child") };
    Command::new(std::env::current_exe().unwrap())
        .args([&name, "--exact", "--test-threads=1"])
        .env(CHILD, format!("{mode} {version} {}", disk.root().display()))
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// How long an undisturbed build takes at best, start of the process included.
fn pace(mode: &str, disk: &Disk) -> Duration {
    let build = |version| {
        let begin = Instant::now();
        assert!(start(mode, version, disk).wait().unwrap().success());
        let took = begin.elapsed();
        assert_eq!(disk.read("index.html"), format!("{version} index"), "the child did build");
        took
    };
    [1, 2, 1, 2].map(build).into_iter().min().unwrap()
}

#[test]
fn a_kill_leaves_the_old_site_or_the_new_one() {
    let disk = Disk::new();
    let expected = |version| {
        let other = Disk::new();
        write(&numbered(version, KILLED_PAGES), &other.site(), &other.options()).unwrap();
        let mut all = bytes(&other.site());
        all.insert("mine.txt".into(), b"mine".into());
        all
    };
    let pace = pace("exchange", &disk);
    disk.put("mine.txt", "mine");
    let sites = [expected(2), expected(3)];
    let (mut now, mut killed) = (0, 0);
    for run in 0..40 {
        let next = 1 - now;
        let mut child = start("exchange", next + 2, &disk);
        thread::sleep(pace.mul_f64(f64::from(run % 20) / 18.0));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        let found = bytes(&disk.site());
        now = sites.iter().position(|site| *site == found).expect("old or new, never a mix");
        if run % 2 == 1 {
            write(&numbered(next + 2, KILLED_PAGES), &disk.site(), &disk.options()).unwrap();
            assert!(bytes(&disk.site()) == sites[next]);
            disk.is_clean();
            now = next;
        }
    }
    assert!(killed > 5, "the delays are too long to test anything: {killed}");
}

#[test]
fn a_kill_in_place_is_put_right_by_the_next_build() {
    let disk = Disk::new();
    let pace = pace("in-place", &disk);
    disk.put("mine.txt", "mine");
    for run in 0..12 {
        let mut child = start("in-place", run + 4, &disk);
        thread::sleep(pace.mul_f64(0.2 + f64::from(u32::try_from(run).unwrap()) / 15.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let mode = BOTH[run % 2];
        let options = Options { mode, ..disk.options() };
        let output = numbered(run + 100, KILLED_PAGES);
        let report = write(&output, &disk.site(), &options).unwrap();
        assert_eq!((report.kept, report.left), (vec!["mine.txt".into()], vec![]));
        assert_eq!(bytes(&disk.site()).len(), output.len() + 2);
        assert_eq!(disk.read("index.html"), format!("{} index", run + 100));
        disk.is_clean();
    }
}

/// Reads the index, some pages, the index again. If both times it says the same version, all
/// pages between must say it too; nothing may ever be missing.
fn read_along(disk: &Disk, done: &AtomicBool) -> usize {
    let version = |name: &str| {
        let text = disk.read(name);
        text.split(' ').next().unwrap().to_owned()
    };
    let mut rounds = 0;
    while !done.load(Ordering::Relaxed) {
        let before = version("index.html");
        let pages: Vec<String> = [0, 1, 2, 3].map(|page| version(&format!("articles/{page}.html"))).into();
        if before == version("index.html") {
            assert!(pages.iter().all(|page| *page == before), "{before}: {pages:?}");
            rounds += 1;
        }
    }
    rounds
}

#[test]
fn a_reader_never_sees_a_mix_or_a_gap() {
    let disk = Disk::new();
    let build = |version| write(&numbered(version, 20), &disk.site(), &disk.options());
    build(0).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| read_along(&disk, &done));
        for version in 1..=50 {
            assert_eq!(build(version).unwrap().how, How::Exchanged);
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 50);
    });
    disk.is_clean();
}
