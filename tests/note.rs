//! `postil note`: what is written, what is refused and how, and what is listed. Each case runs the program on a small
//! site of its own.

mod round_trip;

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use crate::case::{Tree, place, tree};

const ARTICLE: &str = "\
---
title: Tides
language: en
text: digest
---

Twice a day the *sea* comes in, and [twice](https://example.org/) it goes out.
At low tide the flats are dry.

The keeper said: “At low tide nobody – but nobody – walks there.” She has seen
the water come back in less than an hour.
";

const CLAIM: &str = "text: The flats dry out.\nby: ada\ncreated: 2025-11-21\n";

const NOTES: &str = "content/articles/tides/notes/";

/// A small site with one article and one editor.
struct Site {
    folder: TempDir,
}

/// How a command ended and what it said.
struct Said {
    code: i32,
    out: String,
    error: String,
}

impl Site {
    fn new(article: &str) -> Site {
        let site = Site { folder: place() };
        site.write("postil.yaml", "title: Tides\nlanguage: en\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        site.write("content/articles/tides/article.md", article);
        site
    }

    /// The same with a paragraph as its article's text.
    fn saying(text: &str) -> Site {
        Site::new(&format!("---\ntitle: Tides\nlanguage: en\ntext: digest\n---\n\n{text}\n"))
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().expect("a path in the site")).expect("a folder can be made");
        fs::write(self.path(path), text).expect("a file can be written");
    }

    fn note(&self, name: &str) -> String {
        fs::read_to_string(self.path(&format!("{NOTES}{name}.yaml"))).expect("the note is there")
    }

    fn notes(&self) -> Vec<String> {
        tree(&self.path(NOTES)).into_keys().collect()
    }

    fn files(&self) -> Tree {
        tree(self.folder.path())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.folder.path()).args(arguments).env("NO_COLOR", "1").env("TMPDIR", self.folder.path());
        command.env_remove("VISUAL").env_remove("EDITOR").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        said(&self.command(arguments).output().expect("the built program starts"))
    }

    /// `postil note add tides` on a day of its own, with what every note has unless it is among the arguments.
    fn add(&self, arguments: &[&str]) -> Said {
        self.run(&with_basics(arguments))
    }

    /// The same, expected to work; gives the name of the new file.
    #[track_caller]
    fn added(&self, arguments: &[&str]) -> String {
        let said = self.add(arguments);
        assert_eq!((said.code, &*said.error), (0, ""), "{arguments:?}: {}", said.out);
        let name = said.out.lines().next().and_then(|line| line.strip_prefix(NOTES)?.strip_suffix(".yaml"));
        name.unwrap_or_else(|| panic!("no path in {}", said.out)).to_owned()
    }

    /// The same, expected to be refused for these reasons, with nothing written.
    #[track_caller]
    fn refused(&self, arguments: &[&str], code: i32, why: &[&str]) {
        let before = self.files();
        let said = self.add(arguments);
        assert_eq!((said.code, &*said.out), (code, ""), "{arguments:?}: {}", said.error);
        for words in why {
            assert!(said.error.contains(words), "{arguments:?} was not told {words:?}: {}", said.error);
        }
        assert!(!said.error.contains("panicked"), "{}", said.error);
        assert_eq!(self.files(), before, "{arguments:?} wrote something");
    }

    /// Everything that is known of the site's notes.
    fn list(&self) -> Vec<serde_json::Value> {
        let said = self.run(&["note", "list", "--format", "json"]);
        assert_eq!((said.code, &*said.error), (0, ""));
        serde_json::from_str(&said.out).expect("an array")
    }
}

fn said(output: &Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it speaks UTF-8");
    Said { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), error: text(&output.stderr) }
}

fn with_basics<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["note", "add", "tides", "--created", "2025-11-21"];
    for (option, value) in [("--kind", "context"), ("--body", "Mostly.")] {
        if !arguments.iter().any(|argument| argument.starts_with(option)) {
            all.extend([option, value]);
        }
    }
    all.extend(arguments);
    all
}

#[test]
fn a_note_holds_the_words_and_what_is_around_them() {
    let site = Site::new(ARTICLE);
    let said = site.add(&["--quote", "low tide the flats", "--tag", "tides", "--tag", "no"]);
    assert_eq!((said.code, &*said.error), (0, ""));
    assert_eq!(
        said.out,
        "content/articles/tides/notes/20251121-low-tide-the-flats.yaml\ncontent/articles/tides/article.md:8\n"
    );
    assert_eq!(
        site.note("20251121-low-tide-the-flats"),
        "# yaml-language-server: $schema=../../../../schema/note.json
kind: context
quote: low tide the flats
anchor:
  prefix: \"Twice a day the sea comes in, and twice it goes out. At \"
  suffix: \" are dry.\\nThe keeper said: “At low tide nobody – but nobody –\"
  position: 56
body: |
  Mostly.
tags: [tides, \"no\"]
by: ada
created: 2025-11-21
"
    );
    assert_eq!(site.run(&["check"]).out, "no problems\n");
    assert_eq!(site.list()[0]["state"], "exact");
}

#[test]
fn a_fact_check_has_its_verdict_claim_and_sources() {
    let site = Site::new(ARTICLE);
    site.write("content/claims/flats-dry.yaml", CLAIM);
    let name = site.added(&[
        "--quote=flats are dry",
        "--kind=fact-check",
        "--verdict=supported",
        "--claim=flats-dry",
        "--treats=asserts",
        "--source=Harbour log, March, publisher=Port office, published=2026-03, accessed=2026-03-20, shows=supports",
        "--source=https://example.org/a,title=yes,accessed=2026-03-20,archived=https://example.org/b",
    ]);
    let note = site.note(&name);
    let (_, sources) = note.split_once("sources:\n").expect("sources");
    assert_eq!(
        sources,
        "  - title: Harbour log, March
    publisher: Port office
    published: 2026-03
    accessed: 2026-03-20
    shows: supports
  - title: \"yes\"
    url: https://example.org/a
    accessed: 2026-03-20
    archived: https://example.org/b
by: ada
created: 2025-11-21
"
    );
    assert!(note.contains("verdict: supported\nclaim: flats-dry\ntreats: asserts\nbody: |\n"), "{note}");
    site.refused(&["--quote=flats", "--source=https://example.org/"], 2, &["needs its title", "title=…,url=https://"]);
    site.refused(&["--quote=flats", "--source=titel=Log"], 2, &["did you mean `title`?"]);
}

#[test]
fn words_are_stored_as_the_article_has_them() {
    let site = Site::new(ARTICLE);
    let quote = |typed: &str| {
        let name = site.added(&["--quote", typed]);
        site.list().into_iter().find(|note| note["id"] == *name).expect("is listed")["quote"].clone()
    };
    // Straight marks and a hyphen for curly ones and a dash, a line break for a space.
    assert_eq!(quote("\"At low  tide nobody - but\nnobody"), "“At low tide nobody – but nobody");
    // Across emphasis and a link, and from one paragraph into the next.
    assert_eq!(quote("the sea comes in, and twice it goes"), "the sea comes in, and twice it goes");
    assert_eq!(quote("flats are dry. The keeper said"), "flats are dry. The keeper said");
    // A long passage stays short.
    assert_eq!(quote("The keeper said ... than an hour."), "The keeper said … than an hour.");
    assert_eq!(quote("At low tide nobody - but … seen the water"), "At low tide nobody – but … seen the water");
    let all = site.list();
    assert!(all.iter().all(|note| note["state"] == "exact"), "{all:#?}");
    let ends = |note: &serde_json::Value| note["place"]["words"].as_str().is_some_and(|words| words.ends_with("hour."));
    assert!(all.iter().any(ends), "the passage reaches to its last words");
}

#[test]
fn one_of_several_places_has_to_be_chosen() {
    let site = Site::new(ARTICLE);
    let list = ["“low tide” stands twice", "1  line 8: ", "2  line 10: ", "“At [low tide] nobody", "--nth N"];
    site.refused(&["--quote", "low tide"], 1, &list);
    site.refused(&["--quote", "low tide", "--nth", "3"], 1, &["there is no place 3", "1  line 8"]);
    site.refused(&["--quote", "low tide", "--prefix", "At"], 1, &["stands twice"]);
    site.refused(&["--quote", "low tide", "--prefix", "high"], 1, &["nowhere between the words given", "1  line 8"]);
    site.refused(&["--quote", "low tide", "--nth", "0"], 2, &["--nth"]);
    let line = |arguments: &[&str]| site.add(arguments).out.trim_end().rsplit(':').next().map(str::to_owned);
    assert_eq!(line(&["--quote", "low tide", "--nth", "2"]).as_deref(), Some("10"));
    assert_eq!(line(&["--quote", "low tide", "--suffix", "the flats"]).as_deref(), Some("8"));
    assert_eq!(line(&["--quote", "low tide", "--prefix", "\"At "]).as_deref(), Some("10"));
    let places: Vec<_> = site.list().iter().map(|note| note["place"]["line"].as_u64()).collect();
    assert_eq!(places, [Some(8), Some(10), Some(10)]);
}

/// In a text that says the same over and over, the position decides.
#[test]
fn twins_between_twins_are_told_apart() {
    let site = Site::saying(&"The bell rings once. ".repeat(40));
    site.added(&["--quote", "rings", "--nth", "20"]);
    let note = &site.list()[0];
    assert_eq!((&note["state"], &note["place"]["start"]), (&"exact".into(), &(19 * 21 + 9).into()));
    site.refused(&["--quote", "rings"], 1, &["stands 40 times", "… and 20 more"]);
}

#[test]
fn words_that_the_article_does_not_have_are_refused_with_those_it_has() {
    let site = Site::new(ARTICLE);
    let near = ["it says (score 0.", "line 11: “", "water come back in less than an hour", "quote those words"];
    site.refused(&["--quote", "the water came back in less than one hour"], 1, &near);
    site.refused(&["--quote", "the flats ARE dry"], 1, &["does not say “the flats ARE dry”", "the flats are dry"]);
    site.refused(&["--quote", "a recipe for rye bread"], 1, &["does not say “a recipe for rye bread”"]);
    site.refused(&["--quote", " \n"], 1, &["the quote is empty"]);
    site.refused(&["--quote", "\u{202e}abc\u{1b}[31m"], 1, &["\\u{202e}abc\\u{1b}[31m"]);
}

#[test]
fn a_note_on_the_whole_article_is_said_to_be_one() {
    let site = Site::new(ARTICLE);
    site.refused(&[], 2, &["--quote", "--whole"]);
    site.refused(&["--whole", "--quote", "low tide"], 2, &["cannot be used with"]);
    let said = site.add(&["--whole"]);
    assert_eq!(said.out, format!("{NOTES}20251121-context.yaml\ncontent/articles/tides/article.md\n"));
    let note = site.note("20251121-context");
    assert!(!note.contains("anchor") && !note.contains("quote"), "{note}");
    assert_eq!(site.list()[0]["state"], "whole");
}

#[test]
fn what_every_note_has_is_asked_for() {
    let site = Site::new(ARTICLE);
    let quote = ["note", "add", "tides", "--quote", "low tide the"];
    let refused = |more: &[&str], why: &str| {
        let said = site.run(&[&quote[..], more].concat());
        assert!(said.code == 2 && said.error.contains(why), "{more:?}: {}", said.error);
    };
    refused(&["--body", "x"], "--kind");
    refused(&["--kind", "context"], "--body");
    refused(&["--kind", "remark", "--body", "x"], "fact-check");
    site.refused(&["--quote=low tide the", "--body= \n "], 1, &["says nothing"]);
    site.write("content/editors/bo.yaml", "name: Bo\n");
    refused(&["--kind", "context", "--body", "x"], "--by: ada, bo");
    assert_eq!(site.add(&["--quote=low tide the", "--by=bo"]).code, 0);
    site.refused(&["--quote=low tide the", "--by=cy"], 1, &["dangling-reference", "by: cy"]);
    fs::remove_dir_all(site.path("content/editors")).expect("a folder can be removed");
    refused(&["--kind", "context", "--body", "x"], "content/editors/<id>.yaml");
}

#[test]
fn a_note_that_check_would_refuse_is_shown_and_not_written() {
    let site = Site::new(ARTICLE);
    site.write("content/topics/salt.yaml", "label: Salt\nkind: theme\n");
    site.write("content/articles/tides/notes/lost.yaml", "kind: [");
    let arguments = ["--quote=low tide the", "--kind=fact-check", "--verdict=suported", "--body=Long\n\nwords."];
    let why = [
        "did you mean `supported`?",
        "20251121-low-tide-the.yaml:8:10",
        "body: |\n  Long\n\n  words.\n",
        "fact-check-without-source",
    ];
    site.refused(&arguments, 1, &why);
    let said = site.add(&arguments);
    assert!(!said.error.contains("salt") && !said.error.contains("lost"), "only what the note brings: {}", said.error);
    site.refused(&["--quote=low tide the", "--verdict=Needs Context"], 2, &["--verdict", "is not an id"]);
    site.refused(&["--quote=low tide the", "--body=[[nowhere]]"], 1, &["nowhere", "broken-link"]);
}

#[test]
fn no_file_is_ever_overwritten() {
    let site = Site::new(ARTICLE);
    let names = [(); 3].map(|()| site.added(&["--quote", "The keeper said"]));
    assert_eq!(names, ["20251121-the-keeper-said", "20251121-the-keeper-said-2", "20251121-the-keeper-said-3"]);
    assert_eq!(site.added(&["--quote", "The keeper said", "--id", "keeper"]), "keeper");
    site.refused(&["--quote", "The keeper said", "--id", "keeper"], 2, &["a note `keeper` already"]);
    site.write(&format!("{NOTES}broken.yaml"), "kind: [");
    site.refused(&["--quote", "The keeper said", "--id", "broken"], 2, &["a note `broken` already"]);
    site.refused(&["--quote", "The keeper said", "--id", "a/../b"], 2, &["--id"]);
    assert!(site.note("20251121-the-keeper-said").contains("body: |\n  Mostly.\n"));
    let front = ARTICLE
        .replace("---\n\n", "notes:\n  - {id: bell, kind: context, body: x, by: ada, created: 2025-11-21}\n---\n\n");
    let site = Site::new(&front);
    site.refused(&["--quote", "The keeper said", "--id", "bell"], 2, &["a note `bell` already"]);
}

#[test]
fn many_at_once_take_a_name_each() {
    let site = Site::new(ARTICLE);
    let arguments = with_basics(&["--quote", "The keeper said"]);
    let running: Vec<_> =
        (0..6).map(|_| site.command(&arguments).stdout(Stdio::null()).spawn().expect("the program starts")).collect();
    for mut one in running {
        assert!(one.wait().expect("it ends").success());
    }
    assert_eq!(site.notes().len(), 6, "{:?}", site.notes());
}

#[test]
fn names_are_short_and_plain() {
    let site = Site::saying(
        "L’été d’avant, the very long winter of unforgettably incomprehensible weather was – ??? – over. سطح البحر يرتفع",
    );
    assert_eq!(site.added(&["--quote", "L’été d’avant"]), "20251121-lete-davant");
    assert_eq!(
        site.added(&["--quote", "very long winter of unforgettably incomprehensible weather"]),
        "20251121-very-long-winter-of-unforgettably"
    );
    assert_eq!(site.added(&["--quote", "???"]), "20251121-context");
    assert!(site.added(&["--quote", "سطح البحر"]).is_ascii());
}

#[test]
fn text_from_right_to_left_is_quoted_as_it_is() {
    let site = Site::new(
        "---\ntitle: المد\nlanguage: ar\ntext: digest\n---\n\nيرتفع البحر مرتين في اليوم.\n\nقال الحارس: «لا أحد يمشي هناك».\n",
    );
    let name =
        site.added(&["--quote", "البحر مرتين", "--kind", "translation", "--language", "en", "--body", "the sea twice"]);
    let note = site.note(&name);
    assert!(note.contains("quote: البحر مرتين\n") && note.contains("language: en\n"), "{note}");
    let name = site.added(&["--quote", "\"لا أحد"]);
    assert!(site.note(&name).contains("quote: \"«لا أحد\"\n") || site.note(&name).contains("quote: «لا أحد\n"));
    assert!(site.list().iter().all(|note| note["state"] == "exact"));
}

/// What YAML, a terminal or a reviewer might take for something else.
const HOSTILE: &[&str] = &[
    ": #",
    "a: b # c",
    "---",
    "--- \n...\n---",
    "- item\n- item",
    "no",
    "2025-11-14",
    "12:30",
    "'single' \"double\" \\ back\\slash",
    "\ttab\n\tand tab",
    "    code\n  less\nnone",
    "\n\n  begins late",
    "ends  \nin spaces  ",
    "one\r\ntwo\rthree",
    "bell \u{7} escape \u{1b}[31m next line \u{85} end",
    "line \u{2028} separators \u{2029} mark \u{feff}",
    "over \u{202e}edirrevo\u{202c} isolate \u{2066}x\u{2069}",
    "invisible \u{e0041}\u{200b}\u{ad}",
    "{{ template }} {% raw %} &lt;script>",
    "!!python/object:os.system &anchor *alias << %TAG @at `tick`",
    "水 – é \u{1f30a} e\u{301}",
    "|\n  >-",
    "# heading\n\n# yaml-language-server: $schema=x",
];

#[test]
fn hostile_bodies_stay_what_they_are() {
    let site = Site::new(ARTICLE);
    for body in HOSTILE {
        let name = site.added(&["--quote=low tide the", "--body", body]);
        let found = site.list().into_iter().find(|note| note["id"] == *name).expect("is listed");
        assert_eq!(found["body"], postil::edit::note::body(body), "{body:?}");
        let raw = site.note(&name);
        let hidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || ('\u{202a}'..='\u{2069}').contains(&c);
        assert!(!raw.contains(hidden), "{raw:?}");
    }
    assert_eq!(site.run(&["check"]).code, 0);
}

#[test]
fn hostile_words_are_quoted_as_they_stand() {
    let text = "Here: #1 is --- a \\\"quoted\\\" 'line' with no: yes, {% raw %} & `co\u{ad}de` \u{202e}over\u{202c} [x] \\*y\\* 2025-11-14 … end";
    let site = Site::saying(text);
    let quotes = [
        ": #1",
        "---",
        "\"quoted\"",
        "'line'",
        "no: yes, {%",
        "co\u{ad}de",
        "\u{202e}over\u{202c}",
        "[x] *y*",
        "2025-11-14",
    ];
    for quote in quotes {
        let name = site.added(&["--quote", quote]);
        let found = site.list().into_iter().find(|note| note["id"] == *name).expect("is listed");
        assert_eq!((&found["quote"], &found["state"]), (&quote.into(), &"exact".into()), "{}", site.note(&name));
        assert!(!site.note(&name).contains(['\u{202e}', '\u{202c}', '\u{ad}']), "{:?}", site.note(&name));
    }
}

#[test]
fn a_very_long_body_is_kept_where_the_site_allows_it() {
    let site = Site::new(ARTICLE);
    let body = "Words and words.\n".repeat(6_000);
    let add_on = |quote: &str| {
        let arguments = with_basics(&["--quote", quote, "--body", "-"]);
        let mut running = site.command(&arguments);
        running.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = running.spawn().expect("the program starts");
        let mut input = running.stdin.take().expect("a pipe");
        input.write_all(body.as_bytes()).expect("it reads");
        drop(input);
        said(&running.wait_with_output().expect("it ends"))
    };
    let add = || add_on("low tide the");
    let refused = add();
    assert!(refused.code == 1 && refused.error.contains("too-large"), "{}", &refused.error[..400]);
    assert_eq!(refused.error.matches("Words and words.").count(), 6_000, "the text is not lost");
    assert!(add_on("a recipe").error.ends_with(&body), "nor where the words are not found");
    assert!(site.notes().is_empty());
    site.write("postil.yaml", "title: Tides\nlanguage: en\nlimits: {note_bytes: 200000}\n");
    assert_eq!(add().code, 0);
    assert_eq!(site.list()[0]["body"], *body);
}

#[test]
fn an_article_is_named_by_slug_or_path() {
    let site = Site::new(ARTICLE);
    let root = site.folder.path().to_string_lossy().into_owned();
    let absolute = site.path("content/articles/tides/article.md").to_string_lossy().into_owned();
    let rest = ["--quote", "low tide the", "--kind", "context", "--body", "x", "--dry-run"];
    for name in
        ["tides", "content/articles/tides", "./content/articles/tides/", "content/articles/tides/article.md", &absolute]
    {
        assert_eq!(site.run(&[&["note", "add", name], &rest[..]].concat()).code, 0, "{name}");
    }
    let elsewhere = Site::new(ARTICLE);
    for name in ["tides", "content/articles/tides"] {
        let said = elsewhere.run(&[&["--root", &*root, "note", "add", name], &rest[..6]].concat());
        assert_eq!(said.code, 0, "{}", said.error);
        assert!(said.out.starts_with(&root), "{}", said.out);
    }
    assert!(elsewhere.notes().is_empty());
    for (name, why) in [
        ("tidse", "did you mean `tides`?"),
        ("boats", "there are tides"),
        ("content/editors", "there are tides"),
        ("", "there are"),
    ] {
        let said = site.run(&[&["note", "add", name], &rest[..]].concat());
        assert!(said.code == 2 && said.error.contains(why), "{name}: {}", said.error);
    }
    site.write("content/articles/moss/article.md", "no front matter\n");
    let said = site.run(&[&["note", "add", "moss"], &rest[..]].concat());
    assert!(said.code == 2 && said.error.contains("`postil check` says why"), "{}", said.error);
}

#[test]
fn a_dry_run_shows_the_file_and_writes_nothing() {
    let site = Site::new(ARTICLE);
    let before = site.files();
    let said = site.add(&["--quote", "low tide the", "--dry-run"]);
    assert_eq!((said.code, &*said.error), (0, ""));
    assert_eq!(site.files(), before);
    let name = site.added(&["--quote", "low tide the"]);
    assert_eq!(site.note(&name), said.out);
}

/// Two places on earth that never have the same day.
#[test]
fn today_is_the_day_where_the_person_is() {
    let site = Site::new(ARTICLE);
    let day = |zone: &str| {
        let arguments = ["note", "add", "tides", "--quote=low tide the", "--kind=context", "--body=x", "--dry-run"];
        let said = said(&site.command(&arguments).env("TZ", zone).output().expect("the program starts"));
        said.out.split_once("created: ").expect("a day").1.trim().to_owned()
    };
    assert!(day("<+14>-14") > day("<-12>12"));
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_note_out_of_the_site() {
    let (site, outside) = (Site::new(ARTICLE), place());
    std::os::unix::fs::symlink(outside.path(), site.path("content/articles/tides/notes")).expect("a link");
    site.refused(&["--quote", "low tide the"], 2, &["leads out of"]);
    assert!(tree(outside.path()).is_empty());
}

/// The form, with an editor that is a script.
#[cfg(unix)]
mod form {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    /// An editor that writes `text` in place of the form, whose name is its last argument.
    fn editor(site: &Site, text: &str) -> String {
        site.write("form.txt", text);
        script(site, "cp \"$2\" seen.txt; cat form.txt > \"$2\"")
    }

    fn script(site: &Site, line: &str) -> String {
        site.write("editor.sh", &format!("#!/bin/sh\nset -e\n{line}\n"));
        fs::set_permissions(site.path("editor.sh"), fs::Permissions::from_mode(0o755)).expect("can be run");
        "./editor.sh --wait".to_owned()
    }

    fn fill(site: &Site, editor: &str, more: &[&str]) -> Said {
        let arguments = [&["note", "add", "tides", "--edit", "--created", "2025-11-21"], more].concat();
        said(&site.command(&arguments).env("EDITOR", editor).output().expect("the program starts"))
    }

    /// The file that is named as the one in which the text is kept.
    fn kept(said: &Said) -> String {
        let name = said.error.split("kept in ").nth(1).expect("a name").lines().next().expect("a line");
        fs::read_to_string(name.split(": ").next().expect("a name")).expect("the file is there")
    }

    const FILLED: &str = "kind: question\nquote: |-\n  nobody - but nobody\nbody: |\n  Who counts?\n# My own remark.\nby: ada\ncreated: 2025-11-20\n";

    #[test]
    fn what_was_written_becomes_a_note() {
        let site = Site::new(ARTICLE);
        site.write("content/claims/flats-dry.yaml", CLAIM);
        let editor = editor(&site, FILLED);
        let said = fill(&site, &editor, &[]);
        assert_eq!((said.code, &*said.error), (0, ""), "{}", said.out);
        assert!(said.out.ends_with("article.md:10\n"), "{}", said.out);
        let note = site.note("20251120-nobody-but-nobody");
        assert!(note.starts_with("# yaml-language-server: $schema=../../../../schema/note.json\n# My own remark.\nkind: question\nquote: nobody – but nobody\nanchor:\n  prefix: "), "{note}");
        assert!(note.ends_with("body: |\n  Who counts?\nby: ada\ncreated: 2025-11-20\n"), "{note}");
        let form = fs::read_to_string(site.path("seen.txt")).expect("the form was seen");
        for words in [
            "“Tides”",
            "flats-dry: The flats dry out.",
            "needs-context: ",
            "by: ada\n",
            "created: 2025-11-21\n",
            "# Who writes it: ada.",
        ] {
            assert!(form.contains(words), "{words} is not in {form}");
        }
        assert!(!tree(site.folder.path()).keys().any(|path| path.starts_with("postil-")), "the form is gone");
    }

    #[test]
    fn what_was_typed_stands_in_the_form() {
        let site = Site::new(ARTICLE);
        let editor =
            script(&site, "cp \"$2\" seen.txt; sed -i 's/^body: .*/body: \"from the editor\"/; /^  $/d' \"$2\"");
        let more = [
            "--quote=no body: #1",
            "--kind=fact-check",
            "--verdict=supported",
            "--source=Log,accessed=2026-01-05",
            "--tag=a, b",
        ];
        let said = fill(&site, &editor, &more);
        assert!(said.code == 1 && said.error.contains("does not say “no body: #1”"), "{}", said.error);
        let more = [
            "--quote=\"At low tide",
            "--kind=fact-check",
            "--verdict=supported",
            "--source=Log,accessed=2026-01-05",
            "--tag=a, b",
        ];
        let said = fill(&site, &editor, &more);
        assert_eq!((said.code, &*said.error), (0, ""), "{}", said.out);
        let note = site.note("20251121-at-low-tide");
        assert!(note.contains("quote: “At low tide\n") && note.contains("body: |\n  from the editor\n"), "{note}");
        assert!(note.contains("  - title: Log\n") && note.contains("tags: [\"a, b\"]\n"), "{note}");
    }

    #[test]
    fn an_untouched_or_empty_form_adds_nothing() {
        let site = Site::new(ARTICLE);
        let nothing = ["true", &script(&site, "echo '# only a comment' > \"$2\""), "sed -i s/@/@/"];
        for editor in nothing {
            let said = fill(&site, editor, &[]);
            assert!(said.code == 1 && said.error.contains("left as it was, or empty"), "{editor}: {}", said.error);
            assert!(!tree(site.folder.path()).keys().any(|path| path.starts_with("postil-")), "the form is gone");
        }
        assert!(site.notes().is_empty());
    }

    #[test]
    fn what_can_not_be_a_note_is_kept_and_named() {
        let site = Site::new(ARTICLE);
        for (text, code, why) in [
            (FILLED.replace("nobody -", "somebody -"), 1, "does not say"),
            (FILLED.replace("nobody - but nobody", ""), 1, "the quote is empty"),
            (FILLED.replace("Who counts?", ""), 1, "says nothing"),
            (FILLED.replace("question", "qestion"), 1, "did you mean `question`?"),
            (FILLED.replace("by: ada", "by: "), 1, "no value here"),
            (FILLED.replace("by: ada", "by: cy"), 1, "dangling-reference"),
            (FILLED.replace("kind", "knid"), 1, "did you mean `kind`?"),
            (FILLED.replace("body: |", "body: \""), 1, "not YAML"),
        ] {
            let editor = editor(&site, &text);
            let said = fill(&site, &editor, &[]);
            assert!(said.code == code && said.error.contains(why), "{text}: {}", said.error);
            assert_eq!(kept(&said), text);
        }
        assert!(site.notes().is_empty());
        let latin = script(&site, "printf 'body: \\351\\n' > \"$2\"");
        let said = fill(&site, &latin, &[]);
        assert!(said.code == 2 && said.error.contains("byte 7 is not UTF-8"), "{}", said.error);
        let failing = script(&site, "echo 'body: half' > \"$2\"; exit 3");
        let said = fill(&site, &failing, &[]);
        assert!(said.code == 2 && kept(&said) == "body: half\n", "{}", said.error);
        let said = fill(&site, "./no-such-editor", &[]);
        assert!(said.code == 2 && said.error.contains("can't be started: set VISUAL or EDITOR"), "{}", said.error);
    }

    #[test]
    fn the_visual_editor_wins_and_no_shell_reads_it() {
        let site = Site::new(ARTICLE);
        let editor = editor(&site, FILLED);
        let arguments = ["note", "add", "tides", "--edit"];
        let mut command = site.command(&arguments);
        command.env("VISUAL", &editor).env("EDITOR", "false");
        assert_eq!(said(&command.output().expect("the program starts")).code, 0);
        let mut command = site.command(&arguments);
        command.env("VISUAL", " ").env("EDITOR", "touch; touch hacked");
        assert_eq!(said(&command.output().expect("the program starts")).code, 2);
        assert!(!site.path("hacked").exists());
    }
}

#[test]
fn notes_are_listed_in_reading_order_one_a_line() {
    let site = Site::new(ARTICLE);
    let quoted = |name: &str, quote: &str| {
        let note = format!("kind: context\nquote: {quote}\nbody: x\nby: ada\ncreated: 2025-11-21\n");
        site.write(&format!("{NOTES}{name}.yaml"), &note);
    };
    quoted("c-keeper", "The keeper said");
    quoted("b-twice", "low tide");
    quoted("a-gone", "a recipe for rye bread");
    quoted("f-edited", "has seen the waters come back in less than one hour");
    site.write(&format!("{NOTES}g-first.yaml"), "kind: fact-check\nverdict: supported\nquote: comes in\nanchor: {prefix: the big lake, suffix: \", and twice it goes out\"}\nsources: [{title: Log}]\nbody: x\nby: ada\ncreated: 2025-11-21\n");
    site.added(&["--whole", "--id", "e-whole"]);
    let said = site.run(&["note", "list", "tides"]);
    assert_eq!((said.code, &*said.error), (0, ""));
    let lines: Vec<_> = said.out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
    let ids: Vec<_> = lines.iter().map(|line| (line[0], line[1], line[4])).collect();
    assert_eq!(
        ids,
        [
            ("-", "e-whole", "whole"),
            ("7", "g-first", "moved"),
            ("8", "b-twice", "ambiguous"),
            ("10", "c-keeper", "exact"),
            ("10", "f-edited", "approximate"),
            ("-", "a-gone", "orphan"),
        ]
    );
    assert!(said.out.contains("8   b-twice   context     -          ambiguous 2       “low tide”\n"), "{}", said.out);
    let all = site.run(&["note", "list"]);
    assert!(all.out.contains("tides:8   b-twice "), "{}", all.out);
    let some = site.run(&["note", "list", "--state", "orphan", "--state", "whole"]);
    assert_eq!(some.out.lines().count(), 2, "{}", some.out);
    assert_eq!(site.run(&["note", "list", "--state", "lost"]).code, 2);
    assert_eq!(site.run(&["note", "list", "bread"]).code, 2);
}

#[test]
fn a_list_as_json_holds_everything() {
    let site = Site::new(&ARTICLE.replace("At low tide the", "Grüße 👋. At low tide the"));
    site.added(&[
        "--quote=low tide the",
        "--kind=fact-check",
        "--verdict=supported",
        "--source=Log,accessed=2026-01-05",
    ]);
    let note = &site.list()[0];
    assert_eq!(note["article"], "tides");
    assert_eq!(note["path"], "content/articles/tides/notes/20251121-low-tide-the.yaml");
    assert_eq!((&note["verdict"], &note["by"], &note["score"]), (&"supported".into(), &"ada".into(), &1.0.into()));
    assert_eq!(note["sources"][0]["title"], "Log");
    assert_eq!((&note["place"]["start"], &note["place"]["end"]), (&65.into(), &77.into()), "code points");
    assert_eq!(note["place"]["start"], note["anchor"]["position"]);
    assert_eq!((&note["place"]["line"], &note["place"]["words"]), (&8.into(), &"low tide the".into()));
    assert_eq!(Site::new(ARTICLE).run(&["note", "list", "--format", "json"]).out.trim(), "[]");
}

#[test]
fn a_list_says_when_notes_are_missing() {
    let site = Site::new(ARTICLE);
    site.added(&["--quote", "low tide the"]);
    site.write("content/articles/moss/article.md", ARTICLE);
    site.write("content/articles/moss/notes/broken.yaml", "kind: [");
    let said = site.run(&["note", "list"]);
    assert!(said.code == 1 && said.error.contains("notes may be missing"), "{}", said.error);
    assert_eq!(said.out.lines().count(), 1);
    assert_eq!(site.run(&["note", "list", "tides"]).code, 0);
}
