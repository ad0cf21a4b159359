//! `postil import --update`: a source that is read again, on small sites of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use postil::text::{Merged, assembled, merge};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

const LAMP: &str = "The lamp is lit again\n\nBy Ada Quill | Harbour Post | May 3, 2024\n\n\
    The keeper climbed the stairs at dusk and lit the lamp, as every keeper before her had done.\n\n\
    The harbour was closed for nine days after the first storm, and the ferry waited at the other shore.\n\n\
    The council paid for the work from its reserve, which had been kept for another purpose entirely.\n";
const FOLDER: &str = "content/articles/harbour-post-the-lamp-is-lit-again/";
const ARTICLE: &str = "content/articles/harbour-post-the-lamp-is-lit-again/article.md";
const NOTE: &str = "content/articles/harbour-post-the-lamp-is-lit-again/notes/closed.yaml";
const CLOSED: &str =
    "kind: context   # no check\nquote: closed for nine days\nbody: |\n  So it was.\nby: ada\ncreated: 2026-03-20\n";

struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(crate::case::place());
        site.write("postil.yaml", "title: Harbour\nlanguage: en\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        site
    }

    /// With `lamp.txt` imported.
    fn imported() -> Self {
        let site = Self::new();
        site.write("lamp.txt", LAMP);
        site.import(&["lamp.txt"], 0);
        site
    }

    /// The same, in a repository.
    fn committed() -> Self {
        let site = Self::imported();
        site.git(&["init", "--quiet"]);
        site.git(&["add", "--all"]);
        site.git(&["commit", "--quiet", "--message", "imported"]);
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn edit(&self, name: &str, old: &str, new: &str) {
        let text = self.text(name);
        assert!(text.contains(old), "{name} has no {old:?}:\n{text}");
        self.write(name, text.replace(old, new));
    }

    /// All files but the repository's.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        crate::case::tree(&self.path("content"))
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false"];
        let output = self.alone("git").args(identity).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn alone(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(self.0.path()).env("NO_COLOR", "1").env("HOME", self.0.path()).stdin(Stdio::null());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.env("GIT_CEILING_DIRECTORIES", self.0.path().parent().unwrap());
        command
    }

    /// Runs `postil import`; gives what it said when it ends with the code.
    fn import(&self, arguments: &[&str], code: i32) -> String {
        let output = self.alone(env!("CARGO_BIN_EXE_postil")).arg("import").args(arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(code), "{said}");
        said
    }

    fn update(&self, arguments: &[&str], code: i32) -> String {
        self.import(&[&["--update"], arguments].concat(), code)
    }

    /// Runs an update that must leave all files as they are.
    fn in_vain(&self, arguments: &[&str], code: i32) -> String {
        let before = self.files();
        let said = self.update(arguments, code);
        assert!(before == self.files(), "a file was changed:\n{said}");
        said
    }
}

#[test]
fn nothing_new_writes_nothing() {
    let site = Site::imported();
    let said = site.in_vain(&["lamp.txt", "--yes"], 0);
    assert_eq!(said, format!("./{ARTICLE}: nothing new in the source\n"));
    site.edit(ARTICLE, "language: en", "language: en   # so it is");
    site.edit(ARTICLE, "before her had done.", "before her had done, by hand.");
    site.in_vain(&["lamp.txt", "--yes"], 0);
}

#[test]
fn what_is_new_comes_in_and_all_else_stays_byte_for_byte() {
    let site = Site::imported();
    site.edit(ARTICLE, "text: full\n", "text: full   # the whole\ntopics: []\n");
    site.edit("lamp.txt", "Ada Quill", "Ada Quill and Ben Oar");
    site.edit("lamp.txt", "nine days", "ten days");
    let before = site.text(ARTICLE);
    let said = site.update(&["lamp.txt", "--yes"], 0);
    assert!(said.contains("  authors    Ada Quill{+, Ben Oar+}\n"), "{said}");
    assert!(said.contains("was closed for [-nine-]{+ten+} days after"), "{said}");
    let new: Vec<String> = site.text(ARTICLE).lines().map(str::to_owned).collect();
    let differ: Vec<&str> = before.lines().filter(|line| !new.iter().any(|other| other == line)).collect();
    assert_eq!(differ.len(), 3, "authors, the record and the paragraph: {differ:?}");
    assert!(new.contains(&"  authors: [Ada Quill, Ben Oar]".to_owned()), "{new:?}");
    site.in_vain(&["lamp.txt", "--yes"], 0);
}

#[test]
fn line_ends_stay_as_they_are() {
    let site = Site::imported();
    site.write(ARTICLE, site.text(ARTICLE).replace('\n', "\r\n"));
    site.write(NOTE, CLOSED.replace('\n', "\r\n"));
    site.in_vain(&["lamp.txt", "--yes"], 0);
    site.edit("lamp.txt", "nine days", "ten days");
    site.edit(
        "lamp.txt",
        "entirely.",
        "entirely.\n\nThe gulls left the pier before the winter came, and nobody missed them.",
    );
    site.update(&["lamp.txt", "--url", "https://example.org/lamp", "--yes"], 0);
    for text in [site.text(ARTICLE), site.text(NOTE)] {
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    }
    assert!(site.text(ARTICLE).contains("\r\n  url: https://example.org/lamp\r\nimport:"), "{}", site.text(ARTICLE));
    assert!(
        site.text(ARTICLE)
            .ends_with("entirely.\r\n\r\nThe gulls left the pier before the winter came, and nobody missed them.\r\n")
    );
}

#[test]
fn a_field_that_a_person_changed_is_kept_and_the_difference_told() {
    let site = Site::imported();
    site.edit(ARTICLE, "title: The lamp is lit again", "title: 'A lamp, lit'   # shorter");
    site.edit(ARTICLE, "  published: 2024-05-03\n", "");
    site.edit("lamp.txt", "May 3, 2024", "May 4, 2024");
    site.edit("lamp.txt", "The lamp is lit again", "The lamp is lit again today");
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.update(&["lamp.txt", "--article", "harbour-post-the-lamp-is-lit-again", "--yes"], 0);
    assert!(
        said.contains("  title      stays “A lamp, lit”; the source says “The lamp is lit again today”\n"),
        "{said}"
    );
    assert!(said.contains("  published  stays taken out; the source says “2024-05-04”\n"), "{said}");
    let article = site.text(ARTICLE);
    assert!(article.contains("title: 'A lamp, lit'   # shorter\n") && !article.contains("\n  published:"), "{article}");
    let said = site.in_vain(&["lamp.txt", "--article", ARTICLE, "--yes"], 0);
    assert!(!said.contains("stays"), "once is enough: {said}");
}

#[test]
fn what_a_person_said_is_theirs_until_they_say_otherwise() {
    let site = Site::new();
    site.write("lamp.txt", LAMP);
    site.import(&["lamp.txt", "--set", "title=Said", "--set", "rights=CC BY 4.0"], 0);
    let article = "content/articles/harbour-post-said/article.md";
    site.edit("lamp.txt", "nine days", "ten days");
    site.update(&["lamp.txt", "--yes"], 0);
    assert!(site.text(article).contains("title: Said\n") && site.text(article).contains("  rights: CC BY 4.0\n"));
    assert!(site.text(article).contains("ten days"));
    site.update(&["lamp.txt", "--set", "title=Said anew", "--article", "harbour-post-said", "--yes"], 0);
    assert!(site.text(article).contains("title: Said anew\n"));
}

#[test]
fn a_note_comes_along_and_one_whose_words_are_gone_is_listed() {
    let site = Site::imported();
    site.write(NOTE, CLOSED);
    let paid = NOTE.replace("closed", "paid");
    site.write(&paid, CLOSED.replace("closed for nine days", "paid for the work from its reserve"));
    site.edit(ARTICLE, "import:\n", "stance:\n  - toward: harbour\n    label: neutral\n    quote: waited at the other shore\n    by: ada\n    on: 2026-03-20\nimport:\n");
    site.edit(
        "lamp.txt",
        "nine days after the first storm, and the ferry waited at the other",
        "ten days after the first storm, and the ferry waited at the far",
    );
    site.edit(
        "lamp.txt",
        "The council paid for the work from its reserve, which had been kept for another purpose entirely.",
        "Gulls.",
    );
    let said = site.update(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("closed for [-nine-]{+ten+} days\n"), "{said}");
    assert!(
        said.contains("1 note left for you")
            && said.contains("orphan, the words that stood there in the text before this import are gone"),
        "{said}"
    );
    let note = site.text(NOTE);
    assert!(note.starts_with("kind: context   # no check\nquote: closed for ten days\nanchor:\n  prefix: "), "{note}");
    assert!(site.text(&paid).contains("quote: paid for the work from its reserve\nbody"), "{}", site.text(&paid));
    assert!(site.text(ARTICLE).contains("    quote: waited at the far shore\n    anchor:\n"), "{}", site.text(ARTICLE));
}

#[test]
fn in_git_a_text_that_both_edited_is_merged() {
    let site = Site::committed();
    site.write(NOTE, CLOSED);
    site.edit(ARTICLE, "lit the lamp,", "lit the *lamp*,");
    site.edit(ARTICLE, "The council", "Here a person wrote something.\n\nThe council");
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.update(&["lamp.txt", "--yes"], 0);
    assert!(said.contains("  text       edited here and in the source: merged\n"), "{said}");
    let article = site.text(ARTICLE);
    for words in ["lit the *lamp*,", "Here a person wrote something.\n\nThe council", "closed for ten days"] {
        assert!(article.contains(words), "{words} is not in {article}");
    }
    assert!(site.text(NOTE).contains("quote: closed for ten days\n"));
    site.in_vain(&["lamp.txt", "--yes"], 0);
    site.edit("lamp.txt", "The council paid", "The town paid");
    site.update(&["lamp.txt", "--yes"], 0);
    let article = site.text(ARTICLE);
    assert!(article.contains("wrote something.\n\nThe town paid") && article.contains("*lamp*"), "{article}");
}

#[test]
fn a_conflict_is_shown_and_never_written() {
    let site = Site::committed();
    site.edit(ARTICLE, "nine days", "9 days");
    site.edit("lamp.txt", "nine days", "ten days");
    site.edit("lamp.txt", "The council", "The town");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("the same words were edited here and in the source"), "{said}");
    assert!(said.contains("  here       The harbour was closed for [-nine-]{+9+} days"), "{said}");
    assert!(said.contains("  source     The harbour was closed for [-nine-]{+ten+} days"), "{said}");
    let said = site.in_vain(&["lamp.txt", "--keep", "theirs", "--dry-run"], 0);
    assert!(said.contains("[-9-]{+ten+}") && said.ends_with(": would be updated\n"), "{said}");
    site.update(&["lamp.txt", "--keep", "mine", "--yes"], 0);
    assert!(site.text(ARTICLE).contains("closed for 9 days") && site.text(ARTICLE).contains("The town paid"));
    site.in_vain(&["lamp.txt", "--yes"], 0);
}

#[test]
fn without_git_a_text_that_both_edited_is_left_alone() {
    let site = Site::imported();
    site.edit(ARTICLE, "lit the lamp,", "lit the *lamp*,");
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("the text as it was imported is in no git repository"), "{said}");
    let mine = site.text(ARTICLE);
    site.update(&["lamp.txt", "--keep", "mine", "--yes"], 0);
    assert!(site.text(ARTICLE).ends_with(mine.split("\n---\n").nth(1).unwrap()));
    site.in_vain(&["lamp.txt", "--yes"], 0);
    site.edit("lamp.txt", "ten days", "eleven days");
    site.update(&["lamp.txt", "--keep", "theirs", "--yes"], 0);
    assert!(site.text(ARTICLE).contains("lit the lamp,") && site.text(ARTICLE).contains("eleven days"));
}

#[test]
fn without_yes_a_pipe_changes_nothing_nor_does_a_dry_run() {
    let site = Site::imported();
    site.write(NOTE, CLOSED);
    site.edit("lamp.txt", "nine days", "ten days");
    let other = LAMP.replace("lit again", "out").replace("keeper", "guard").replace("harbour", "port");
    site.write("other.txt", other);
    let said = site.in_vain(&["lamp.txt", "other.txt"], 1);
    assert!(
        said.contains("2 articles from 2 sources: 1 would be written, 1 with doubts, 1 would be updated\n"),
        "{said}"
    );
    assert!(
        said.ends_with("nothing was written: on a terminal each article is asked about, --yes writes without asking\n"),
        "{said}"
    );
    site.in_vain(&["lamp.txt", "other.txt", "--dry-run"], 0);
    site.update(&["lamp.txt", "other.txt", "--yes"], 0);
    assert!(site.path("content/articles/harbour-post-the-lamp-is-out/article.md").exists());
}

#[test]
fn of_a_feed_the_new_is_made_and_the_changed_is_updated() {
    let item = |number: usize, title: &str, text: &str| {
        format!(
            "<item><title>{title}</title><link>https://example.org/{number}</link>\
            <pubDate>Fri, 0{number} May 2024 10:00:00 GMT</pubDate><description>{text}</description></item>"
        )
    };
    let feed = |items: &[String]| {
        format!("<rss version='2.0'><channel><title>Harbour Post</title>{}</channel></rss>", items.concat())
    };
    let one = item(1, "One", "The first boat came home before the storm, and the keeper went to bed.");
    let two = item(2, "Two", "The second boat came home after the storm, and the keeper got up again.");
    let site = Site::new();
    site.write("feed.xml", feed(&[one.clone(), two.clone()]));
    site.import(&["feed.xml"], 0);
    let changed = one.replace("<title>One", "<title>Number one").replace("went to bed", "stayed awake");
    site.write(
        "feed.xml",
        feed(&[item(3, "Three", "The third boat never came home, and nobody slept that night."), two, changed]),
    );
    let said = site.update(&["feed.xml", "--yes"], 0);
    assert!(
        said.contains("3 articles from 1 source: 1 written, 1 with doubts, 1 updated, 1 with nothing new\n"),
        "{said}"
    );
    let one = site.text("content/articles/harbour-post-one/article.md");
    assert!(one.contains("title: Number one\n") && one.contains("stayed awake"), "{one}");
    assert_eq!(fs::read_dir(site.path("content/articles")).unwrap().count(), 3);
}

#[test]
fn an_article_that_cannot_be_read_is_left_alone() {
    let site = Site::imported();
    site.edit(ARTICLE, "title: The lamp", "title: [The lamp");
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(
        said.contains("it can't be read: content/articles/harbour-post-the-lamp-is-lit-again/article.md:"),
        "{said}"
    );
    // Under another title it could be the same article.
    site.edit("lamp.txt", "The lamp is lit again", "The lamp is lit");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("it may be an article that can't be read: "), "{said}");
    let site = Site::imported();
    site.write(NOTE, "kind: [context\n");
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("mend this first: content/articles/"), "{said}");
}

#[test]
fn another_text_of_the_same_name_is_not_taken_for_the_article() {
    let site = Site::imported();
    let head = LAMP.split("The keeper").next().unwrap();
    site.write(
        "lamp.txt",
        format!("{head}Nobody counted gulls on that pier this winter, though many had promised they would try.\n"),
    );
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(
        said.contains("the article of this name is another text: say which one it is with --article NAME"),
        "{said}"
    );
    site.in_vain(&["lamp.txt", "--article", "nowhere", "--yes"], 1);
    site.update(&["lamp.txt", "--article", "harbour-post-the-lamp-is-lit-again", "--yes"], 0);
    assert!(site.text(ARTICLE).contains("Nobody counted"));
}

#[test]
fn an_article_without_a_record_is_a_person_s() {
    let site = Site::imported();
    let text = site.text(ARTICLE);
    let record = text.find("  wrote:").unwrap();
    let end = record + text[record..].find('\n').unwrap() + 1;
    site.write(ARTICLE, [&text[..record], &text[end..]].concat());
    site.in_vain(&["lamp.txt", "--yes"], 0);
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.in_vain(&["lamp.txt", "--yes"], 1);
    assert!(said.contains("it has no record of what was imported"), "{said}");
    site.update(&["lamp.txt", "--keep", "theirs", "--yes"], 0);
    site.in_vain(&["lamp.txt", "--yes"], 0);
}

#[test]
fn an_excerpt_stays_one() {
    let site = Site::new();
    site.write("lamp.txt", LAMP);
    site.import(&["lamp.txt", "--excerpt", "20"], 0);
    let said = site.in_vain(&["lamp.txt", "--yes"], 0);
    assert!(said.contains("nothing new"), "{said}");
    site.edit("lamp.txt", "at dusk", "at dawn");
    site.update(&["lamp.txt", "--yes"], 0);
    let article = site.text(ARTICLE);
    assert!(
        article.contains("at dawn") && article.contains("text: excerpt\n") && !article.contains("ferry"),
        "{article}"
    );
}

#[test]
fn pictures_are_added_and_never_overwritten() {
    let page = |body: &str| {
        format!(
            "<html lang=en><head><title>Lamps</title></head><body><article><h1>Lamps of the harbour</h1>\
            <p>The keeper climbed the stairs at dusk and lit the lamp, as every keeper before her had done.</p>{body}\
            <p>The harbour was closed for nine days after the first storm, and the ferry waited at the other shore.</p>\
            <p>The council paid for the work from its reserve, which had been kept for another purpose entirely.</p>\
            </article></body></html>"
        )
    };
    let picture =
        |name: &str| format!("<figure><img src=page_files/{name}.png alt={name} width=640 height=480></figure>");
    let site = Site::new();
    site.write("page_files/one.png", b"\x89PNG one");
    site.write("page_files/two.png", b"\x89PNG two");
    site.write("page.html", page(&picture("one")));
    site.import(&["page.html"], 0);
    let folder = "content/articles/lamps/";
    let own = format!("{folder}one.png");
    assert!(site.path(&own).exists(), "{:?}", site.files().keys());
    site.write(&own, b"a person's");
    site.write("page.html", page(&(picture("one") + &picture("two"))));
    let said = site.update(&["page.html", "--yes"], 0);
    assert!(said.contains("one.png: differs from the source's, and is left as it is"), "{said}");
    assert_eq!(site.text(&own), "a person's");
    assert!(site.path(&format!("{folder}two.png")).exists(), "{said}");
}

#[test]
fn programs_are_told_what_changes() {
    let site = Site::imported();
    site.write(NOTE, CLOSED);
    site.edit("lamp.txt", "nine days", "ten days");
    let said = site.update(&["lamp.txt", "--yes", "--report", "json"], 0);
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["outcome"], "updated");
    assert_eq!(lines[0]["update"]["text"], "replaced");
    assert_eq!(lines[0]["update"]["paragraphs"][0]["line"], 23);
    assert_eq!(lines[0]["update"]["notes_carried"].as_array().unwrap().len(), 1);
    assert_eq!(lines[1]["updated"], 1);
    assert!(!said.contains("\\u001b"), "{said}");
    let said = site.update(&["lamp.txt", "--yes", "--report", "json"], 0);
    assert!(said.contains("\"outcome\":\"unchanged\""), "{said}");
}

#[test]
fn nothing_lies_beside_the_files_that_were_written() {
    let site = Site::imported();
    site.write(NOTE, CLOSED);
    site.edit("lamp.txt", "nine days", "ten days");
    site.update(&["lamp.txt", "--yes"], 0);
    let hidden: Vec<String> = site.files().into_keys().filter(|path| path.contains("/.")).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
    assert!(site.path(FOLDER).is_dir());
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e"]).prop_map(str::to_owned), 0..7)
}

fn joined(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n") + "\n"
}

proptest! {
    /// Whatever the two sides did: what only a person has stands in the result, or in a conflict, which is never written.
    #[test]
    fn no_paragraph_of_a_person_is_lost(base in paragraphs(), mine in paragraphs(), source in paragraphs()) {
        let parts = merge(&joined(&base), &joined(&mine), &joined(&source));
        let result = assembled(&parts, &joined(&mine), |part| match part {
            Merged::Conflict { mine, .. } => mine,
            Merged::Settled(text) => text,
        });
        let count = |text: &str, word: &str| text.split_whitespace().filter(|other| *other == word).count();
        for word in ["a", "b", "c", "d", "e"] {
            let own = count(&joined(&mine), word).saturating_sub(count(&joined(&base), word));
            prop_assert!(count(&result, word) >= own, "{word}: {base:?} {mine:?} {source:?} gave {result:?}");
        }
        // With nothing new in the source nothing changes, and with nothing of a person's all of the source comes.
        let same = merge(&joined(&base), &joined(&mine), &joined(&base));
        prop_assert_eq!(assembled(&same, &joined(&mine), |_| "?"), joined(&mine));
        let all = merge(&joined(&base), &joined(&base), &joined(&source));
        prop_assert_eq!(assembled(&all, &joined(&base), |_| "?").trim().to_owned(), joined(&source).trim().to_owned());
    }
}
