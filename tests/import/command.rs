//! `postil import` as it is typed, on sites of their own.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const LAMP: &str = "The lamp is lit again\n\nBy Ada Quill | Harbour Post | May 3, 2024\n\n\
    The keeper climbed the stairs at dusk and lit the lamp.\n";
const ARTICLE: &str = "content/articles/harbour-post-the-lamp-is-lit-again/article.md";
const FEED: &str = "<rss version='2.0'><channel><title>Harbour Post</title>\
    <item><title>One</title><link>https://example.org/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>\
    <description>The first boat came home before the storm, and the keeper went to bed.</description></item>\
    <item><title>Two</title><link>https://example.org/2</link><pubDate>Sat, 04 May 2024 10:00:00 GMT</pubDate>\
    <description>The second boat came home after the storm, and the keeper got up again.</description></item>\
    <item><title>Empty</title><link>https://example.org/3</link></item></channel></rss>";

struct Site(TempDir);

/// Exit code, and standard output with errors behind.
struct Said(i32, String);

impl Site {
    fn new() -> Self {
        let site = Self(crate::case::place());
        fs::create_dir(site.path("content")).unwrap();
        site.with("postil.yaml", b"title: Harbour\nlanguage: en\n")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with(self, name: &str, bytes: &[u8]) -> Self {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn articles(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("content/articles")).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn import(&self, arguments: &[&str]) -> Said {
        self.piped(arguments, "")
    }

    fn piped(&self, arguments: &[&str], input: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.0.path()).arg("import").args(arguments).env("NO_COLOR", "1");
        for proxy in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
            command.env_remove(proxy);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        Said(output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }
}

impl Said {
    /// The report, when the exit code is as expected.
    fn ends(self, code: i32) -> String {
        assert_eq!(self.0, code, "{}", self.1);
        self.1
    }

    /// The objects of a report for programs.
    fn objects(self, code: i32) -> Vec<Value> {
        self.ends(code).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[test]
fn writes_the_article_and_the_outlet_it_does_not_know() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    site.import(&["lamp.txt"]).ends(0);
    assert!(site.text(ARTICLE).contains("\n  outlet: harbour-post\n"));
    assert_eq!(site.text("content/outlets/harbour-post.yaml"), "name: Harbour Post\n");
}

#[test]
fn uses_the_outlet_that_has_this_name_or_alias() {
    let site = Site::new()
        .with("lamp.txt", LAMP.as_bytes())
        .with("content/outlets/broken.yaml", b"name: [")
        .with("content/outlets/hp.yaml", "name: The Post of the Harbour\naliases: [HARBOUR POST]\n".as_bytes());
    site.import(&["lamp.txt"]).ends(0);
    assert!(site.text(ARTICLE).contains("\n  outlet: hp\n"));
    assert!(!site.path("content/outlets/harbour-post.yaml").exists());
}

#[test]
fn never_overwrites_and_goes_on_with_the_rest() {
    let other = LAMP.replace("lit again", "out");
    let site = Site::new()
        .with("lamp.txt", LAMP.as_bytes())
        .with("other.txt", other.as_bytes())
        .with(ARTICLE, b"a person wrote this");
    site.import(&["lamp.txt", "other.txt"]).ends(1);
    assert_eq!(site.text(ARTICLE), "a person wrote this");
    assert!(site.path("content/articles/harbour-post-the-lamp-is-out/article.md").exists());
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let site =
        Site::new().with("bad.txt", b"\0\x01\x02\xff\0").with("empty.txt", b"").with("lamp.txt", LAMP.as_bytes());
    let said = site.import(&["bad.txt", "gone.txt", "empty.txt", "lamp.txt"]).ends(2);
    assert!(said.contains("1 article from 4 sources: 1 written, 1 with doubts, 3 sources without one ("), "{said}");
    assert!(site.path(ARTICLE).exists());
    site.import(&["empty.txt"]).ends(1);
}

#[test]
fn dry_run_writes_nothing_and_shows_what_is_kept_and_dropped() {
    let text = format!("{LAMP}\nRead more: Another lamp is out\n\nThe boats came home before midnight, unhurt.\n");
    let site = Site::new().with("lamp.txt", text.as_bytes());
    let said = site.import(&["lamp.txt", "--dry-run"]).ends(0);
    assert!(said.contains(": would be written\n"), "{said}");
    assert!(said.contains("\n  +    5 The keeper climbed the stairs"), "{said}");
    assert!(said.contains("\n  -    7 ("), "{said}");
    assert_eq!(fs::read_dir(site.path("content")).unwrap().count(), 0);
}

#[test]
fn two_articles_of_one_name_in_one_file_get_two_folders() {
    let site = Site::new().with("lamp.txt", format!("{LAMP}\n* * *\n\n{LAMP}").as_bytes());
    let said = site.import(&["lamp.txt"]).ends(0);
    assert!(said.contains("item       2 of 2\n"), "{said}");
    assert!(site.path("content/articles/harbour-post-the-lamp-is-lit-again-2/article.md").exists());
}

#[test]
fn two_files_of_one_name_are_told_apart_before_anything_is_written() {
    let site = Site::new().with("a.txt", LAMP.as_bytes()).with("b.txt", LAMP.as_bytes());
    let said = site.import(&["a.txt", "b.txt", "--dry-run"]).ends(1);
    assert!(said.contains("another article of this import has this name"), "{said}");
}

#[cfg(unix)]
#[test]
fn follows_no_link_out_of_the_site() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    fs::create_dir(site.path("outside")).unwrap();
    std::os::unix::fs::symlink(site.path("outside"), site.path("content/articles")).unwrap();
    site.import(&["lamp.txt"]).ends(1);
    assert_eq!(fs::read_dir(site.path("outside")).unwrap().count(), 0);
}

#[test]
fn a_folder_that_is_no_site_is_an_error() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    site.import(&["lamp.txt", "--root", "nowhere"]).ends(2);
}

#[test]
fn what_a_person_says_wins_and_is_not_unsure() {
    let text = "The lamp is lit again\n\nThe keeper climbed the stairs at dusk and lit the lamp, as she always does.\n";
    let site = Site::new().with("lamp.txt", text.as_bytes());
    let set = |pair| ["--set", pair];
    let mut arguments = vec!["lamp.txt"];
    for pair in [
        "author=Ada Quill",
        "author=Ben Oar",
        "title=The lamp",
        "outlet=Harbour Post",
        "published=2024-05",
        "language=en",
        "url=https://example.org/lamp",
        "rights=CC BY 4.0",
    ] {
        arguments.extend(set(pair));
    }
    let said = site.import(&arguments).ends(0);
    assert!(said.contains("title      The lamp (said by you"), "{said}");
    assert!(!said.contains("nobody says that it may be shown"), "{said}");
    let article = site.text("content/articles/harbour-post-the-lamp/article.md");
    for line in [
        "title: The lamp\n",
        "language: en\n",
        "  outlet: harbour-post\n",
        "  authors: [Ada Quill, Ben Oar]\n",
        "  url: https://example.org/lamp\n",
        "  published: 2024-05\n",
        "  rights: CC BY 4.0\n",
        "    authors: said by you\n",
    ] {
        assert!(article.contains(line), "{line} is not in {article}");
    }
    let unsure = article.lines().find(|line| line.starts_with("  unsure:")).unwrap();
    assert!(["title", "authors", "outlet", "published", "url"].iter().all(|key| !unsure.contains(key)), "{unsure}");
    let check = Command::new(env!("CARGO_BIN_EXE_postil")).current_dir(site.0.path()).arg("check").output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn what_can_t_be_said_is_refused_before_anything_is_read() {
    let site = Site::new().with("a.txt", LAMP.as_bytes()).with("b.txt", LAMP.as_bytes());
    for (arguments, why) in [
        (&["a.txt", "--set", "colour=red"][..], "`colour` can't be set"),
        (&["a.txt", "--set", "title="], "says nothing"),
        (&["a.txt", "--set", "title=a", "--set", "title=b"], "is set twice"),
        (&["a.txt", "--set", "published=soon"], "is no date"),
        (&["a.txt", "--set", "language=English!"], "is no language tag"),
        (&["a.txt", "--url", "file:///a"], "is no address"),
        (&["a.txt", "--items", "0"], "is no list of items"),
        (&["a.txt", "b.txt", "--set", "title=One"], "are for one source"),
    ] {
        let said = site.import(arguments).ends(2);
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
    assert!(site.articles().is_empty());
}

#[test]
fn items_of_a_feed_are_chosen_and_the_rest_has_a_reason() {
    let site = Site::new().with("feed.xml", FEED.as_bytes());
    let said = site.import(&["feed.xml", "--items", "2"]).ends(0);
    assert!(said.contains("item       2 of 2\n"), "{said}");
    assert!(said.contains("(Empty): passed over: it has no text\n"), "{said}");
    assert_eq!(site.articles(), ["harbour-post-two"]);
    site.import(&["feed.xml", "--since", "2024-05-04"]).ends(1);
    assert_eq!(site.articles(), ["harbour-post-two"], "it exists already, and the other is older");
    let said = site.import(&["feed.xml", "--items", "7"]).ends(1);
    assert!(said.contains("none of its 2 articles is asked for"), "{said}");
    let said = site.import(&["feed.xml", "--set", "title=One for two"]).ends(1);
    assert!(said.contains("a title or url is that of one"), "{said}");
}

#[test]
fn a_kind_and_an_address_can_be_said() {
    let page = "<p>The keeper climbed the stairs at dusk and lit the lamp, as every keeper before her had done.</p>";
    let site = Site::new().with("page.html", page.as_bytes());
    site.piped(&["-", "--from", "text", "--url", "https://example.org/lamp"], LAMP).ends(0);
    assert!(site.text(ARTICLE).contains("\n  url: https://example.org/lamp\n"));
    site.import(&["page.html", "--from", "epub"]).ends(2);
}

#[test]
fn an_excerpt_is_no_more_than_asked_for() {
    let text = LAMP.replace("lit the lamp.\n", "lit the lamp. She came down again.\n\nThe boats came home at night.\n");
    let site = Site::new().with("lamp.txt", text.as_bytes());
    let said = site.import(&["lamp.txt", "--excerpt", "12"]).ends(0);
    assert!(!said.contains("nobody says that it may be shown"), "{said}");
    let article = site.text(ARTICLE);
    assert!(article.contains("\ntext: excerpt\n"), "{article}");
    assert!(article.ends_with("lit the lamp.\n"), "{article}");
}

#[test]
fn strict_counts_doubts() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    site.import(&["lamp.txt", "--strict", "--dry-run"]).ends(3);
    let set = ["--set", "url=https://example.org/a", "--set", "language=en"];
    site.import(&[&["lamp.txt", "--strict"][..], &set].concat()).ends(0);
}

#[test]
fn the_report_for_programs_holds_everything() {
    let site = Site::new().with("feed.xml", FEED.as_bytes()).with("empty.txt", b"");
    let said = site.import(&["feed.xml", "empty.txt", "--report", "json"]).objects(1);
    let types: Vec<&str> = said.iter().map(|object| object["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["article", "article", "skipped", "nothing", "summary"]);
    let article = &said[0];
    assert_eq!(article["title"], "One");
    assert_eq!(article["outcome"], "written");
    assert_eq!(article["path"], site.path_as_said("content/articles/harbour-post-one/article.md"));
    assert!(article["decisions"].as_array().unwrap().iter().any(|decision| decision["field"] == "title"
        && decision["rule"].is_string()
        && decision["line"].as_u64() == Some(1)));
    assert!(article["unsure"].as_array().unwrap().contains(&Value::from("authors")));
    assert_eq!(said[3]["kind"], "empty");
    assert_eq!(said[4]["written"], 2);
    assert_eq!(said[4]["not_read"]["empty"], 1);
}

impl Site {
    /// A path as the command writes it when it is run in the site's folder.
    fn path_as_said(&self, path: &str) -> String {
        let here = self.path(path);
        assert!(here.exists(), "{}", here.display());
        format!("./{path}")
    }
}

#[test]
fn a_folder_stands_for_the_files_below_it() {
    let page = |title: &str| LAMP.replace("The lamp is lit again", title);
    let site = Site::new()
        .with("dumps/b/two.txt", page("Two boats").as_bytes())
        .with("dumps/a.txt", page("One boat").as_bytes())
        .with("dumps/.hidden.txt", page("Hidden").as_bytes())
        .with("dumps/page_files/frame.html", page("Frame").as_bytes())
        .with("dumps/data.json", b"{\"a\": 1}")
        .with("dumps/map.png", b"\x89PNG");
    let said = site.import(&["dumps"]).ends(1);
    assert_eq!(site.articles(), ["harbour-post-one-boat", "harbour-post-two-boats"]);
    assert!(said.find("one-boat").unwrap() < said.find("two-boats").unwrap(), "{said}");
    assert!(said.contains("data.json: it is neither a feed nor an export of annotations"), "{said}");
    assert!(said.contains("passed over in folders: 1 .png\n"), "{said}");
    assert!(!said.contains('\r') && !said.contains('\u{1b}'), "progress is for terminals: {said}");
    fs::create_dir(site.path("nothing")).unwrap();
    let said = site.import(&["nothing"]).ends(2);
    assert!(said.contains("holds no file that can be imported"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_not_followed() {
    let site = Site::new().with("outside/lamp.txt", LAMP.as_bytes());
    fs::create_dir(site.path("dumps")).unwrap();
    std::os::unix::fs::symlink(site.path("outside"), site.path("dumps/folder")).unwrap();
    std::os::unix::fs::symlink(site.path("outside/lamp.txt"), site.path("dumps/lamp.txt")).unwrap();
    site.import(&["dumps"]).ends(2);
    assert!(site.articles().is_empty());
}

#[test]
fn annotations_found_in_a_folder_come_after_the_articles() {
    let note = "[{\"id\": \"abc\", \"created\": \"2024-05-04T10:00:00Z\", \"updated\": \"2024-05-04T10:00:00Z\", \
        \"user\": \"acct:ada@hypothes.is\", \"uri\": \"https://example.org/lamp\", \"text\": \"Which lamp?\", \
        \"tags\": [\"question\"], \"group\": \"__world__\", \"permissions\": {\"read\": [\"group:__world__\"]}, \
        \"target\": [{\"source\": \"https://example.org/lamp\", \"selector\": [{\"type\": \"TextQuoteSelector\", \
        \"exact\": \"lit the lamp\"}]}]}]";
    let site = Site::new()
        .with("postil.yaml", b"title: Harbour\nlanguage: en\n")
        .with("content/editors/sample-editor-one.yaml", b"name: Sample Editor\n")
        .with("dumps/a.json", note.as_bytes())
        .with("dumps/lamp.md", format!("---\ntitle: Lamp\nlanguage: en\n---\n\n{LAMP}").as_bytes());
    let by = ["--by", "ada@hypothes.is=sample-editor-one"];
    site.import(&[&["dumps/lamp.md", "--url", "https://example.org/lamp"][..], &by].concat()).ends(0);
    let objects = site.import(&[&["dumps/a.json", "--report", "json"][..], &by].concat()).objects(0);
    assert_eq!(objects[0]["type"], "annotations");
    assert!(objects[0]["lines"][0].as_str().unwrap().ends_with(": written"), "{objects:?}");
    let said = site.import(&[&["dumps"][..], &by].concat()).ends(1);
    let (article, notes) = (said.find("it exists already").unwrap(), said.find("1 here already").unwrap());
    assert!(article < notes, "{said}");
}

#[test]
fn an_address_is_fetched_and_its_redirects_are_shown() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 2048];
            let read = stream.read(&mut request).unwrap();
            let moved = request[..read].starts_with(b"GET /old ");
            let head = if moved { "301 Moved\r\nLocation: /lamp" } else { "200 OK\r\nContent-Type: text/plain" };
            let body = if moved { "" } else { LAMP };
            write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
                .unwrap();
        }
    });
    let site = Site::new();
    let said = site.import(&[&format!("{server}/old")]).ends(0);
    assert!(said.contains(&format!("redirected: {server}/old → {server}/lamp (301)\n")), "{said}");
    assert!(site.text(ARTICLE).contains(&format!("  url: {server}/lamp\n")), "{}", site.text(ARTICLE));
    let said = site.import(&["gopher://example.org/a"]).ends(2);
    assert!(said.contains("only http and https addresses are read, not gopher"), "{said}");
}
