//! Annotations from Hypothesis as notes: reading, and the command on sites of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use postil::import::hypothesis::{self, Editors, meaning};
use postil::model::scale::Preset;
use postil::model::vocabulary::NoteKind;
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::case::place;

const ARTICLE: &str = "---\ntitle: Tides\nlanguage: en\ntext: digest\nsource:\n  url: https://tides.example.org/a\n---\n\n\
    Twice a day the sea comes in, and the harbour fills.\n\nTwice a day it goes out again.\n";

/// An annotation of the words `exact`, as the API gives it.
fn annotation(id: &str, exact: &str) -> Value {
    json!({
        "id": id, "created": "2024-05-03T10:00:00.123456+00:00", "updated": "2024-05-03T11:00:00+00:00",
        "user": "acct:ada@hypothes.is", "uri": "http://tides.example.org/a/?utm_source=x#top",
        "text": "It **does**, mostly.\n\nNot in the south.", "tags": ["sea"], "group": "__world__",
        "permissions": {"read": ["group:__world__"], "admin": ["acct:ada@hypothes.is"]},
        "target": [{"source": "https://tides.example.org/a", "selector": [
            {"type": "RangeSelector", "startOffset": 1},
            {"type": "TextPositionSelector", "start": 900, "end": 910},
            {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": " the sea\n   comes"}]}],
        "document": {"title": ["Tides"]}, "links": {"html": format!("https://hypothes.is/a/{id}")},
        "user_info": {"display_name": "Ada"}, "hidden": false, "references": []
    })
}

fn with(mut annotation: Value, key: &str, value: Value) -> Value {
    annotation[key] = value;
    annotation
}

fn export(annotations: &[Value]) -> String {
    json!({"export_date": "2024-06-01T00:00:00Z", "export_userid": "acct:ada@hypothes.is", "client_version": "1.2", "annotations": annotations})
        .to_string()
}

struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(place());
        site.write("postil.yaml", "title: Tides\nlanguage: en\nbase_url: https://reader.example.org/\n");
        site.write("content/editors/sample-editor-one.yaml", "name: Sample Editor\n");
        site.write("content/articles/tides/article.md", ARTICLE);
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn import(&self, annotations: &[Value], more: &[&str]) -> (i32, String) {
        self.write("export.json", &export(annotations));
        self.postil(&[&["import", "export.json"], more].concat())
    }

    fn postil(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        let done = command.current_dir(self.0.path()).args(arguments).env("NO_COLOR", "1").output().unwrap();
        let text = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        (done.status.code().unwrap(), text)
    }

    /// Names and texts of the article's notes.
    fn notes(&self) -> Vec<(String, String)> {
        let Ok(entries) = fs::read_dir(self.path("content/articles/tides/notes")) else { return Vec::new() };
        let read = |entry: fs::DirEntry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap())
        };
        let mut notes: Vec<_> = entries.flatten().map(read).collect();
        notes.sort();
        notes
    }
}

const BY: [&str; 2] = ["--by", "ada=sample-editor-one"];

#[test]
fn an_annotation_becomes_a_note_with_author_date_and_id() {
    let site = Site::new();
    let (code, said) = site.import(&[annotation("Ab-1_x", "Twice a day")], &BY);
    assert_eq!((code, site.notes().len()), (0, 1), "{said}");
    let (name, note) = &site.notes()[0];
    assert_eq!(name, "20240503-twice-a-day.yaml");
    let expected = "\
# yaml-language-server: $schema=../../../../schema/note.json
kind: context
quote: Twice a day
anchor:
  prefix: \"\"
  suffix: \" the sea comes in, and the harbour fills.\\U0000000ATwice a day it goes \"
  position: 0
body: |
  It **does**, mostly.

  Not in the south.
tags: [sea]
by: sample-editor-one
created: 2024-05-03
imported:
  from: Hypothesis
  id: \"Ab-1_x\"
  user: ada@hypothes.is
  url: https://hypothes.is/a/Ab-1_x
";
    // How much context is stored is the matcher's business.
    let without_suffix =
        |text: &str| text.lines().filter(|line| !line.starts_with("  suffix")).collect::<Vec<_>>().join("\n");
    assert_eq!(without_suffix(note), without_suffix(expected));
    assert_eq!(site.postil(&["check"]), (0, "no problems\n".to_owned()));
}

#[test]
fn the_same_id_comes_once_and_later_changes_are_told() {
    let site = Site::new();
    site.import(&[annotation("one", "Twice a day")], &BY);
    let before = site.notes();
    let changed = with(annotation("one", "Twice a day"), "updated", json!("2024-07-01T00:00:00Z"));
    let twice =
        [annotation("one", "Twice a day"), changed, annotation("two", "Twice a day"), annotation("two", "Twice a day")];
    let (code, said) = site.import(&twice, &BY);
    assert_eq!((code, site.notes().len()), (0, 2), "{said}");
    assert!(said.contains("annotation one: it was changed in Hypothesis on 2024-07-01"), "{said}");
    assert!(said.contains("1 notes written, 3 here already, 0 refused"), "{said}");
    assert!(site.notes().contains(&before[0]), "what is there stays as it is");
    assert_eq!(site.notes()[1].0, "20240503-twice-a-day.yaml");
    assert_eq!(site.notes()[0].0, "20240503-twice-a-day-2.yaml");
}

#[test]
fn nobody_becomes_an_editor_by_an_import() {
    let site = Site::new();
    let other = with(annotation("two", "Twice a day"), "user", json!("acct:bo@hypothes.is"));
    let (code, said) = site.import(&[annotation("one", "Twice a day"), other], &BY);
    assert_eq!((code, site.notes().len()), (1, 1), "{said}");
    assert!(said.contains("annotation two: not imported: nobody says which editor bo@hypothes.is is"), "{said}");
    assert!(said.contains("--by bo@hypothes.is=EDITOR"), "{said}");
    let (code, said) = site.import(&[annotation("one", "Twice a day")], &["--by", "ada=nobody"]);
    assert!(code == 2 && said.contains("content/editors/nobody.yaml"), "{said}");
    let (code, said) = site.import(&[annotation("one", "Twice a day")], &["--by", "ada"]);
    assert!(code == 2 && said.contains("`ada` does not say who is who"), "{said}");
}

#[test]
fn a_short_name_stands_for_one_user_only() {
    let one = annotation("one", "x");
    let two = with(annotation("two", "x"), "user", json!("acct:ada@partner.example.org"));
    let read = |annotations: &[Value]| hypothesis::read(export(annotations).as_bytes()).unwrap().annotations;
    let editors = Editors::read(&["ada=sample-editor-one".to_owned()]).unwrap();
    assert!(editors.of("ada@hypothes.is", &read(std::slice::from_ref(&one))).is_some());
    assert!(editors.of("ada@hypothes.is", &read(&[one.clone(), two.clone()])).is_none());
    let editors = Editors::read(&["acct:ada@hypothes.is=sample-editor-one".to_owned()]).unwrap();
    assert!(editors.of("ada@hypothes.is", &read(&[one.clone(), two.clone()])).is_some());
    assert!(editors.of("ada@partner.example.org", &read(&[one, two])).is_none());
}

#[test]
fn what_is_not_for_everybody_or_says_nothing_is_passed_over() {
    let base = || annotation("one", "Twice a day");
    for (key, value, why) in [
        ("permissions", json!({"read": ["acct:ada@hypothes.is"]}), "not public"),
        ("permissions", json!({"read": ["group:abc"]}), "not public"),
        ("permissions", json!({}), "does not say who may read it"),
        ("hidden", json!(true), "hidden"),
        ("moderation_status", json!("PENDING"), "not approved"),
        ("references", json!(["root", "parent"]), "a reply to parent"),
        ("text", json!("  "), "a highlight without words"),
        ("created", json!("yesterday"), "no date"),
        ("id", Value::Null, "no id"),
        ("user", Value::Null, "no user"),
    ] {
        let export = hypothesis::read(export(&[with(base(), key, value)]).as_bytes()).unwrap();
        assert!(export.annotations.is_empty(), "{key}");
        assert!(export.skipped[0].why.contains(why), "{:?}", export.skipped);
    }
    let approved = with(base(), "moderation_status", json!("APPROVED"));
    assert_eq!(hypothesis::read(export(&[approved]).as_bytes()).unwrap().annotations.len(), 1);
}

#[test]
fn places_that_were_not_found_are_told_and_kept() {
    let site = Site::new();
    let place = |quote: Value| json!([{"selector": [quote]}]);
    let quote = |exact: Value, suffix: Value| {
        place(json!({"type": "TextQuoteSelector", "exact": exact, "prefix": null, "suffix": suffix}))
    };
    let on = |id: &str, target: Value| with(annotation(id, ""), "target", target);
    let (code, said) = site.import(
        &[
            on("gone", quote(json!("The lighthouse was sold for a pound of salt"), json!(null))),
            on("twice", quote(json!("Twice a day"), json!(null))),
            on("null", quote(json!(null), json!(null))),
            on("page", json!([{"source": "https://tides.example.org/a"}])),
            on("range", place(json!({"type": "RangeSelector"}))),
        ],
        &BY,
    );
    assert_eq!((code, site.notes().len()), (0, 5), "{said}");
    assert!(said.contains("its words are not in the article"), "{said}");
    assert!(said.contains("its words stand at 2 places"), "{said}");
    assert_eq!(said.matches("a note on the whole article").count(), 2, "{said}");
    let quoted = site.notes().iter().filter(|(_, note)| note.contains("\nquote: ")).count();
    assert_eq!(quoted, 2);
}

#[test]
fn the_article_is_found_by_its_addresses_and_by_no_alternate() {
    let site = Site::new();
    let at = |id: &str, uri: &str| {
        let annotation = with(annotation(id, "Twice a day"), "uri", json!(uri));
        with(annotation, "target", json!([{"source": uri}]))
    };
    let canonical = |annotation: Value, rel: &str| {
        with(annotation, "document", json!({"link": [{"rel": rel, "href": "https://tides.example.org/a"}]}))
    };
    let (code, said) = site.import(
        &[
            at("archive", "https://web.archive.org/web/20240503000000/https://tides.example.org/a"),
            at("own", "https://reader.example.org/articles/tides.html#note-1"),
            canonical(at("canonical", "https://mirror.example.org/a"), "canonical"),
            canonical(at("alternate", "https://mirror.example.org/a"), "alternate"),
            at("other", "https://tides.example.org/b"),
        ],
        &BY,
    );
    assert_eq!((code, site.notes().len()), (1, 3), "{said}");
    assert!(
        said.contains("annotation alternate: not imported: no article has the address https://mirror.example.org/a"),
        "{said}"
    );
    assert!(said.contains("annotation other: not imported"), "{said}");
    site.write("content/articles/twin/article.md", ARTICLE);
    let (code, said) = site.import(&[annotation("two", "Twice a day")], &BY);
    assert!(code == 1 && said.contains("several articles have the address") && said.contains("tides, twin"), "{said}");
}

#[test]
fn tags_set_kind_and_verdict() {
    let scale = Preset::Plain.scale();
    let of = |tags: &[&str]| {
        let meaning = meaning(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>(), &scale);
        (meaning.kind, meaning.verdict.map(|id| id.to_string()).unwrap_or_default(), meaning.tags.join(","))
    };
    let none = String::new;
    assert_eq!(of(&[]), (NoteKind::Context, none(), none()));
    assert_eq!(of(&["Question", "sea"]), (NoteKind::Question, none(), "sea".to_owned()));
    assert_eq!(of(&["Needs context", "fact check"]), (NoteKind::FactCheck, "needs-context".to_owned(), none()));
    assert_eq!(of(&["disputed", "sea"]), (NoteKind::FactCheck, "disputed".to_owned(), "sea".to_owned()));
    assert_eq!(of(&["link", "error"]), (NoteKind::Link, none(), "error".to_owned()));
}

#[test]
fn nothing_is_written_where_only_asked_or_where_the_site_is_broken() {
    let site = Site::new();
    let (code, said) = site.import(&[annotation("one", "Twice a day")], &[&BY[..], &["--dry-run"]].concat());
    assert!(code == 0 && site.notes().is_empty() && said.contains("would be written"), "{said}");
    site.write("content/articles/tides/notes/broken.yaml", "kind: [");
    let (code, said) = site.import(&[annotation("one", "Twice a day")], &BY);
    assert!(code == 2 && site.notes().len() == 1 && said.contains("postil check"), "{said}");
}

#[test]
fn the_page_says_where_a_note_came_from() {
    let site = Site::new();
    site.import(&[annotation("one", "Twice a day")], &BY);
    assert_eq!(site.postil(&["build"]).0, 0);
    let page = fs::read_to_string(site.path("_site/articles/tides.html")).unwrap();
    assert!(page.contains("imported from <a") && page.contains("https://hypothes.is/a/one"), "{page}");
    let annotations = fs::read_to_string(site.path("_site/annotations/tides.json")).unwrap();
    assert!(annotations.contains("\"via\": \"https://hypothes.is/a/one\""), "{annotations}");
}

#[test]
fn the_api_s_answer_and_a_bare_list_are_read_and_nothing_else_is() {
    let rows = json!({"total": 1, "rows": [annotation("one", "x")]}).to_string();
    let list = json!([annotation("one", "x")]).to_string();
    for text in [rows, list] {
        assert_eq!(hypothesis::read(text.as_bytes()).unwrap().annotations.len(), 1);
    }
    for bytes in [&b""[..], b"{}", b"\xff", b"{\"annotations\": 1}", b"[[[["] {
        assert!(hypothesis::read(bytes).is_err());
    }
    let odd = hypothesis::read(b"[1, null, {}, {\"target\": 3}]").unwrap();
    assert_eq!((odd.annotations.len(), odd.skipped.len()), (0, 4));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever an annotation says, its note is YAML that says the same.
    #[test]
    fn any_words_survive_the_file(text in "[ -~\\n\\té“\u{202e}\u{7f}:#|>]{1,60}", exact in "[ -~é“\\n]{0,30}", tag in "[ -~é,\\[]{1,12}") {
        let mut annotation = with(annotation("one", &exact), "text", json!(text.clone()));
        annotation["tags"] = json!([tag]);
        let read = hypothesis::read(export(&[annotation]).as_bytes()).unwrap();
        let Some(annotation) = read.annotations.first() else { return Ok(()) };
        let editor = postil::model::id::Id::new("sample-editor-one").unwrap();
        let (quote, anchor) = annotation.words.as_ref().map(hypothesis::quote).unwrap_or_default();
        let note = hypothesis::fields(annotation, meaning(&annotation.tags, &Preset::Plain.scale()), &editor, quote, anchor);
        let yaml: Value = serde_yaml::from_str(&postil::edit::note::write(&note)).unwrap();
        prop_assert_eq!(yaml["body"].as_str().unwrap().trim(), annotation.text.trim());
        prop_assert_eq!(yaml["quote"].as_str(), note.quote.as_deref());
        prop_assert_eq!(yaml["imported"]["id"].as_str(), Some("one"));
    }
}
