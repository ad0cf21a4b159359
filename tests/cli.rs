//! What the commands promise: exit codes 0 (clean), 1 (problems in the content), 2 (could not run); results on standard
//! output, everything else on standard error; nothing written where something is wrong.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use crate::case::{place, tree};

const ARTICLE: &str = "---\ntitle: Tides\nlanguage: en\ntext: digest\n---\n\nTwice a day the sea comes in.\n";
const NOTE: &str = "kind: context\nquote: Twice a day\nbody: Mostly.\nby: ada\ncreated: 2025-11-21\n";

/// A small site that is right.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Site {
        let folder = place();
        let site = Site { folder };
        site.write("postil.yaml", "title: Tides\nlanguage: en\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        site.write("content/articles/tides/article.md", ARTICLE);
        site.write("content/articles/tides/notes/mostly.yaml", NOTE);
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().expect("a path in the site")).expect("a folder can be made");
        fs::write(self.path(path), text).expect("a file can be written");
    }

    /// The same site with a warning and, in another file, an error at line 2, column 8.
    fn with_problems() -> Site {
        let site = Site::new();
        site.write("content/topics/salt.yaml", "label: Salt\nkind: theme\n");
        site.write("content/articles/tides/notes/lost.yaml", &NOTE.replace("Twice a day", "Thrice à day"));
        site
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.folder.path()).args(arguments).env("NO_COLOR", "1").env("HOME", "/nonexistent");
        command
    }

    /// Runs postil; gives exit code, standard output, standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let Output { status, stdout, stderr } = self.command(arguments).output().expect("the built program starts");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        (status.code().unwrap_or(-1), text(stdout), text(stderr))
    }

    fn built(&self, folder: &str) -> bool {
        self.path(folder).join("index.html").is_file()
    }
}

#[test]
fn a_clean_site_is_checked_and_built() {
    let site = Site::new();
    assert_eq!(site.run(&["check"]), (0, "no problems\n".into(), String::new()));
    assert!(!site.path("_site").exists(), "check writes nothing");
    let (code, out, error) = site.run(&["build"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("files written, 0 unchanged, 0 removed") && out.contains("open ./_site/index.html"), "{out}");
    assert!(site.built("_site"));
    let (code, out, _) = site.run(&[]);
    assert!(code == 0 && out.starts_with("0 files written"), "`postil` alone builds: {out}");
    let elsewhere = Site::new();
    let root = elsewhere.folder.path().to_string_lossy().into_owned();
    assert_eq!(site.run(&["check", "--root", &root]).0, 0);
    assert_eq!(site.run(&["--root", &root, "build"]).0, 0);
    assert!(elsewhere.built("_site"), "the output stands in the site that was named");
}

#[test]
fn a_site_may_have_no_search() {
    let site = Site::new();
    let searched = |folder: &str| {
        assert_eq!(site.run(&["build", "--out", folder]).0, 0);
        let index = fs::read_to_string(site.path(folder).join("index.html")).expect("a first page");
        let files = tree(&site.path(folder));
        (index.contains("search.html"), files.keys().any(|path| path.starts_with("search")))
    };
    assert_eq!(searched("with"), (true, true));
    site.write("postil.yaml", "title: Tides\nlanguage: en\nsearch: false\n");
    assert_eq!(searched("without"), (false, false));
}

#[test]
fn problems_stop_a_build_unless_it_is_lenient() {
    let site = Site::with_problems();
    let (code, out, error) = site.run(&["check"]);
    assert!(code == 1 && error.is_empty() && out.contains("notes/lost.yaml:2:8"), "{out}{error}");
    assert!(out.ends_with("1 error, 1 warning\n"), "{out}");
    let before = tree(site.folder.path());
    let (code, out, error) = site.run(&["build"]);
    assert!(code == 1 && out.is_empty() && error.contains("[orphan-note]"), "{out}{error}");
    assert!(error.contains("nothing was written"), "{error}");
    assert_eq!(tree(site.folder.path()), before, "nothing was written");
    let (code, out, error) = site.run(&["build", "--lenient"]);
    assert!(code == 1 && out.contains("files written") && error.contains("[orphan-note]"), "{out}{error}");
    assert!(site.built("_site"));
    let page = fs::read_to_string(site.path("_site/articles/tides.html")).expect("the article's page");
    assert!(page.contains("Thrice à day"), "the note stands on the page");
}

#[test]
fn an_old_site_outlives_a_build_that_fails() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).0, 0);
    let before = tree(&site.path("_site"));
    site.write("content/articles/tides/notes/broken.yaml", "kind: [");
    assert_eq!(site.run(&["build"]).0, 1);
    site.write("templates/article.html", "{% if %}");
    assert_eq!(site.run(&["build", "--lenient"]).0, 2);
    assert_eq!(tree(&site.path("_site")), before);
}

#[test]
fn warnings_alone_are_no_failure_but_where_they_are_asked_to_be() {
    let site = Site::new();
    site.write("content/topics/salt.yaml", "label: Salt\nkind: theme\n");
    assert_eq!(site.run(&["check"]).0, 0);
    assert_eq!(site.run(&["check", "--strict"]).0, 1);
    let (code, out, error) = site.run(&["build"]);
    assert!(code == 0 && out.contains("files written") && error.contains("warning[unused-entry]"), "{out}{error}");
}

#[test]
fn json_names_code_place_and_help() {
    let site = Site::with_problems();
    let (code, out, error) = site.run(&["check", "--format", "json"]);
    assert_eq!((code, error.as_str()), (1, ""));
    let problems: Vec<serde_json::Value> = serde_json::from_str(&out).expect("an array");
    let lost = problems.iter().find(|problem| problem["severity"] == "error").expect("the error");
    assert_eq!(lost["code"], "orphan-note");
    assert_eq!(lost["place"]["path"], "content/articles/tides/notes/lost.yaml");
    assert_eq!((lost["place"]["line"].as_u64(), lost["place"]["column"].as_u64()), (Some(2), Some(8)));
    // Bytes, while columns are characters.
    assert_eq!((lost["place"]["start"].as_u64(), lost["place"]["end"].as_u64()), (Some(21), Some(34)));
    assert!(lost["message"].is_string() && lost["help"].is_string());
    let clean = Site::new().run(&["check", "--format", "json"]);
    assert_eq!((clean.0, clean.1.trim()), (0, "[]"));
}

#[test]
fn what_cannot_run_ends_with_two_and_says_why() {
    let site = Site::new();
    let refused = |arguments: &[&str], why: &str| {
        let before = tree(site.folder.path());
        let (code, out, error) = site.run(arguments);
        assert!(code == 2 && out.is_empty() && error.contains(why), "{arguments:?} ended with {code}: {out}{error}");
        assert!(!error.contains("panicked"), "{error}");
        assert_eq!(tree(site.folder.path()), before, "{arguments:?} wrote something");
    };
    for command in ["build", "check"] {
        refused(&[command, "--root", "content"], "no postil.yaml");
        refused(&[command, "--root", "nowhere"], "no postil.yaml");
        refused(&[command, "--no-such-flag"], "--no-such-flag");
    }
    refused(&["no-such-command"], "no-such-command");
    refused(&["check", "--format", "xml"], "xml");
    refused(&["build", "--base-url", "javascript:alert(1)"], "javascript");
    refused(&["build", "--base-url", "example.org"], "not an address");
    for (out, why) in [
        ("", "a value is required"),
        (".", "the folder you are in"),
        ("..", "the folder you are in"),
        ("/", "root of the disk"),
        ("content", "content"),
        ("content/articles/tides", "stand in content/"),
        ("content/new", "stand in content/"),
        ("content/articles/../new", "stand in content/"),
        ("postil.yaml", "not a folder"),
    ] {
        let before = tree(site.folder.path());
        let (code, said, error) = site.run(&["build", "--out", out]);
        assert!(code == 2 && said.is_empty(), "--out {out:?} ended with {code}: {said}{error}");
        assert!(error.starts_with("error: ") && error.len() > 20, "--out {out:?}: {error}");
        assert!(error.contains(why), "--out {out:?}, not {why}: {error}");
        assert_eq!(tree(site.folder.path()), before, "--out {out:?} wrote something");
    }
    for (settings, why) in [
        ("title: Tides\n", "`language`"),
        ("title: Tides\nlanguage: en\nthmee: folio\n", "did you mean `theme`?"),
        ("title: [\n", "postil.yaml:1:8"),
        ("title: Tides\nlanguage: English\n", "postil.yaml:2:11"),
        ("title: Tides\nlanguage: en\ntheme: nowhere\n", "no theme `nowhere`; there are broadsheet, folio, plain"),
        ("title: Tides\nlanguage: en\ntheme: ../content\n", "no theme `../content`"),
        ("title: Tides\nlanguage: en\nbase_url: ftp://example.org/\n", "ftp:"),
        ("title: Tides\nlanguage: en\nscale: eleven\n", "postil.yaml:3:8"),
        ("title: Tides\nlanguage: en\noffline: pvva\n", "postil.yaml:3:10"),
        ("", "`title`"),
    ] {
        site.write("postil.yaml", settings);
        refused(&["build"], why);
        refused(&["check"], why);
    }
    site.write("postil.yaml", "title: Tides\nlanguage: en\n");
    fs::rename(site.path("content"), site.path("contents")).expect("a folder can be renamed");
    refused(&["check"], "content");
}

#[test]
fn templates_that_are_wrong_are_told_before_anything_is_written() {
    let site = Site::new();
    site.write("templates/article.html", "{{ no_such_thing.at_all }}");
    let (code, out, error) = site.run(&["build"]);
    assert!(code == 2 && out.is_empty() && error.contains("no_such_thing"), "{out}{error}");
    assert!(!site.path("_site").exists());
}

/// The styles of a page, by the names that they have in the theme.
fn styles(site: &Site) -> Vec<String> {
    let page = fs::read_to_string(site.path("_site/index.html")).expect("a page");
    let names = page.split("rel=\"stylesheet\" href=\"assets/").skip(1).filter_map(|rest| rest.split_once(".css"));
    names.map(|(name, _)| name.rsplit_once('-').expect("a hash").0.to_owned()).collect()
}

#[test]
fn a_theme_takes_what_it_has_not_got_from_the_one_that_it_extends() {
    let site = Site::new();
    site.write("themes/mine/static/mine.css", ":root { --ink: #222 }\n");
    let (code, _, error) = site.run(&["build", "--theme", "mine"]);
    assert!(code == 2 && error.contains("themes/mine/theme.yaml") && error.contains("`name: mine`"), "{error}");
    for (theme, expected) in [
        ("name: mine\n", &["mine"][..]),
        ("name: mine\nextends: folio\n", &["style", "mine"]),
        ("name: mine\nextends: broadsheet\n", &["style", "broadsheet", "mine"]),
        ("name: mine\nextends: broadsheet\nstyles: [mine.css, style.css]\n", &["mine", "style"]),
    ] {
        site.write("themes/mine/theme.yaml", theme);
        assert_eq!(site.run(&["build", "--theme", "mine"]).0, 0, "{theme}");
        assert_eq!(styles(&site), expected, "{theme}");
        let has_icon = site.path("_site/assets/icon.svg").exists();
        assert_eq!(has_icon, theme.contains("extends"), "{theme}");
    }
    // What one leaves out, those that extend it do not have.
    site.write("themes/ours/theme.yaml", "name: ours\nextends: mine\n");
    site.write("themes/mine/theme.yaml", "name: mine\nextends: broadsheet\nstyles: [mine.css]\n");
    site.write("themes/ours/static/ours.css", "p { margin: 0 }\n");
    assert_eq!(site.run(&["build", "--theme", "ours"]).0, 0);
    assert_eq!(styles(&site), ["mine", "ours"]);
    assert_eq!(tree(&site.path("_site/assets")).keys().filter(|name| name.contains(".css")).count(), 2);
}

/// `themes/plain/README.md` promises it.
#[test]
fn the_plain_theme_is_one_small_style_sheet_and_no_script() {
    let site = Site::new();
    assert_eq!(site.run(&["build", "--theme", "plain"]).0, 0);
    let assets = tree(&site.path("_site/assets"));
    assert_eq!(styles(&site), ["plain"]);
    let [icon, sheet] = assets.keys().map(String::as_str).collect::<Vec<_>>()[..] else {
        panic!("{:?}", assets.keys())
    };
    assert!(icon == "icon.svg" && sheet.starts_with("plain-"), "{icon} {sheet}");
    assert!(assets[sheet].len() <= 6_000, "{} bytes", assets[sheet].len());
}

#[test]
fn one_file_of_a_theme_that_postil_brings_can_be_replaced() {
    let site = Site::new();
    site.write("themes/folio/static/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    site.write("themes/folio/static/last.css", "p { margin: 0 }\n");
    assert_eq!(site.run(&["build"]).0, 0);
    assert_eq!(styles(&site), ["last", "style"]);
    assert!(fs::read_to_string(site.path("_site/assets/icon.svg")).expect("an icon").ends_with("svg\"/>\n"));
}

#[test]
fn the_address_reaches_feeds_sitemap_and_canonical_links() {
    let site = Site::new();
    assert_eq!(site.run(&["build", "--out", "none"]).0, 0);
    assert!(!site.path("none/sitemap.xml").exists(), "a sitemap needs an address");
    assert_eq!(site.run(&["build", "--base-url", "https://example.org/reader"]).0, 0);
    let read = |name: &str| fs::read_to_string(site.path("_site").join(name)).expect(name);
    for (name, holds) in [
        ("feed.xml", "https://example.org/reader/articles/tides.html"),
        ("sitemap.xml", "<loc>https://example.org/reader/articles/tides.html</loc>"),
        ("robots.txt", "https://example.org/reader/sitemap.xml"),
        ("articles/tides.html", "<link rel=\"canonical\" href=\"https://example.org/reader/articles/tides.html\">"),
        ("404.html", "https://example.org/reader/"),
    ] {
        assert!(read(name).contains(holds), "{name} does not hold {holds}");
    }
    site.write("postil.yaml", "title: Tides\nlanguage: en\nbase_url: https://example.com/\n");
    assert_eq!(site.run(&["build"]).0, 0);
    assert!(fs::read_to_string(site.path("_site/feed.xml")).expect("a feed").contains("https://example.com/articles/"));
    assert_eq!(site.run(&["build", "--base-url", "https://example.org/"]).0, 0);
    assert!(!fs::read_to_string(site.path("_site/feed.xml")).expect("a feed").contains("example.com"), "typed wins");
}

#[test]
fn schemas_are_json_that_describe_what_the_sample_holds() {
    let site = Site::new();
    let (code, out, error) = site.run(&["schema"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let names = ["article", "claim", "editor", "event", "note", "outlet", "page", "theme", "topic"];
    assert_eq!(out.lines().count(), names.len());
    for name in names {
        let text = fs::read_to_string(site.path(&format!("schema/{name}.json"))).expect(name);
        let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(schema["$schema"].is_string() && schema["properties"].is_object(), "{name}");
        assert!(text.ends_with('\n'));
    }
    assert_eq!(site.run(&["schema", "--out", "elsewhere"]).0, 0);
    assert!(site.path("elsewhere/note.json").exists());
    assert_eq!(site.run(&["schema", "--out", "postil.yaml"]).0, 2);
}

/// `postil check | head`: the other end is closed before anything is said.
#[test]
fn a_closed_pipe_is_no_panic() {
    let site = Site::with_problems();
    for arguments in [&["check"][..], &["check", "--format", "json"], &["build", "--lenient"], &["schema"], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = site.command(arguments);
        let output = command.stdout(writer).stderr(Stdio::piped()).output().expect("the built program starts");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| code <= 2), "{arguments:?} ended with {:?}", output.status);
        assert!(!error.contains("panicked") && !error.contains("pipe"), "{arguments:?}: {error}");
    }
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let status =
        site.command(&["build"]).stdout(Stdio::null()).stderr(writer).status().expect("the built program starts");
    assert!(status.code().is_some_and(|code| code <= 2), "with standard error closed: {status:?}");
}

/// What the disk can hold beside plain files.
#[cfg(unix)]
#[test]
fn nothing_but_plain_files_is_followed() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    fs::create_dir(site.path("outside")).expect("a new folder");
    site.write("outside/secret.yaml", NOTE);
    site.write("outside/secret.txt", "secret words");
    symlink("../../../../outside/secret.yaml", site.path("content/articles/tides/notes/link.yaml")).expect("a link");
    symlink("/proc/self/environ", site.path("content/articles/tides/environment.txt")).expect("a link");
    symlink(site.path("outside"), site.path("content/topics")).expect("a link");
    symlink("article.md", site.path("content/articles/tides/itself.txt")).expect("a link");
    symlink("nowhere", site.path("content/pages")).expect("a link");
    let fifo = Command::new("mkfifo").arg(site.path("content/articles/tides/pipe.txt")).status();
    let fifos = usize::from(fifo.is_ok_and(|status| status.success()));
    let (code, out, _) = site.run(&["check"]);
    assert_eq!(code, 1);
    assert_eq!(out.matches("error[not-a-plain-file]").count(), 5 + fifos, "{out}");
    assert!(out.contains("--> content/articles/tides/notes/link.yaml:1:1"), "{out}");
    assert_eq!(site.run(&["build", "--lenient"]).0, 1);
    let built = tree(&site.path("_site"));
    assert!(
        ["environment", "itself", "pipe"].iter().all(|name| !built.contains_key(&format!("articles/tides/{name}.txt")))
    );
    assert!(built.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("secret words")));
}
