//! The words of pages: each language has all of them, none is forgotten in a template, a script or in the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use postil::model::message::{Messages, read};
use postil::model::scale::Preset;
use postil::model::vocabulary::{
    ChangeKind, Genre, NoteKind, Relation, Shows, StanceLabel, TextKind, TopicKind, Treats,
};
use walkdir::WalkDir;

use crate::case::{Tree, cases};
use crate::laws::shown;

/// Around each message of the language that shows which words are none.
const MARKS: [char; 2] = ['⟦', '⟧'];

/// Words that no language changes: names of formats and signs on keys.
const NAMES: [&str; 6] = ["BibTeX", "CSL", "JSON", "Aa", "xml", "postil"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn messages(tag: &str) -> Messages {
    let text = fs::read_to_string(root().join(format!("templates/i18n/{tag}.ftl"))).expect("it is there");
    let (messages, flaws) = read(&text);
    assert_eq!(flaws, [], "{tag}.ftl");
    messages
}

#[test]
fn every_language_has_the_same_messages_with_the_same_values() {
    let english = messages("en");
    for tag in ["fr", "ar"] {
        let other = messages(tag);
        let ids = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let differing: Vec<_> = ids(&english).symmetric_difference(&ids(&other)).cloned().collect();
        assert!(differing.is_empty(), "{tag}: {differing:?}");
        for (id, pattern) in &english {
            assert_eq!(pattern.variables(), other[id].variables(), "{tag}: {id}");
        }
    }
}

/// The ids that the program puts together: a list and its words.
fn put_together() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut list = |before: &str, words: &[&str], after: &str| {
        ids.extend(words.iter().map(|word| format!("{before}{word}{after}")));
    };
    macro_rules! words {
        ($list:ty) => {
            &<$list>::ALL.iter().map(|word| word.id()).collect::<Vec<_>>()
        };
    }
    list("kind-", words!(NoteKind), "");
    list("relation-", words!(Relation), "");
    list("stance-", words!(StanceLabel), "");
    list("genre-", words!(Genre), "");
    list("topic-", words!(TopicKind), "");
    list("topics-", words!(TopicKind), "");
    list("shows-", words!(Shows), "");
    list("evidence-", words!(Shows), "");
    list("evidence-", &["cited"], "");
    list("text-", words!(TextKind), "");
    list("text-", words!(TextKind), "-explained");
    list("change-", words!(ChangeKind), "");
    list("change-", words!(ChangeKind), "-count");
    for (before, after) in [
        ("treats-", ""),
        ("treats-", "-explained"),
        ("treated-", ""),
        ("treated-", "-in"),
        ("article-", ""),
        ("this-article-", ""),
        ("the-article-", ""),
        ("note-claim-", ""),
    ] {
        list(before, words!(Treats), after);
    }
    let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    list("month-", &months, "");
    list("month-short-", &months, "");
    for preset in [Preset::Plain, Preset::Six, Preset::Seven] {
        let scale = preset.scale();
        for after in ["", "-means"] {
            list(&format!("verdict-{}-", scale.id), &scale.ids(), after);
        }
    }
    ids
}

#[test]
fn every_message_is_used_and_every_one_used_is_there() {
    let english = messages("en");
    let files = ["src/pipeline/render", "templates"].map(|folder| WalkDir::new(root().join(folder)));
    let files = files.into_iter().flatten().flatten().filter(|entry| entry.file_type().is_file());
    let texts: Vec<String> = files
        .filter(|entry| entry.path().extension().is_none_or(|ending| ending != "ftl" && ending != "md"))
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .collect();
    let written: BTreeSet<&str> = texts.iter().flat_map(|text| text.split('"').skip(1)).collect();
    let together = put_together();
    let lacking: Vec<_> = together.iter().filter(|id| !english.contains_key(*id)).collect();
    assert!(lacking.is_empty(), "there are no messages {lacking:?}");
    let inside: BTreeSet<&str> = BTreeSet::from(["articles-by-unit"]);
    let unused: Vec<_> = english
        .keys()
        .filter(|id| !written.contains(id.as_str()) && !together.contains(*id) && !inside.contains(id.as_str()))
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn presets_are_called_in_english_as_their_levels_are() {
    let english = messages("en");
    for preset in [Preset::Plain, Preset::Six, Preset::Seven] {
        let scale = preset.scale();
        for level in &scale.levels {
            let said = |after: &str| format!("{:?}", english[&format!("verdict-{}-{}{after}", scale.id, level.id)]);
            assert!(said("").contains(&format!("{:?}", level.label)), "{}", level.id);
            assert!(said("-means").contains(&format!("{:?}", level.definition)), "{}", level.id);
        }
    }
}

/// English with each message in marks.
fn marked(english: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in english.lines() {
        let begins = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let inside = line.starts_with(' ');
        if open && !inside {
            let last = lines.last_mut().expect("a message has lines");
            last.push(MARKS[1]);
            open = false;
        }
        match begins {
            Some((id, words)) if id == "number-group" => lines.push(format!("{id} = {words}")),
            Some((id, words)) => lines.push(format!("{id} = {}{words}{}", MARKS[0], MARKS[1])),
            None if line.ends_with(" =") => lines.push(format!("{line} {}", MARKS[0])),
            None => {
                open |= inside;
                lines.push(line.to_owned());
            }
        }
    }
    if open {
        lines.last_mut().expect("a message has lines").push(MARKS[1]);
    }
    lines.join("\n") + "\n"
}

/// Arabic content under a language whose words are all marked: what is Latin, unmarked and no author's was forgotten.
#[test]
fn no_word_of_a_page_is_forgotten() {
    let case = cases("sites").into_iter().find(|case| case.name == "arabic-site");
    let Some(case) = case else { return };
    let place = case.copy();
    let english = fs::read_to_string(root().join("templates/i18n/en.ftl")).expect("it is there");
    let folder = place.site().join("templates/i18n");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("qps.ftl"), marked(&english)).expect("a file");
    let settings = place.site().join("postil.yaml");
    let text = fs::read_to_string(&settings).expect("it is there").replace("language: ar", "language: qps");
    fs::write(settings, text).expect("a file");
    let (tree, run) = place.build(&[]);
    assert_eq!(run.code, 0, "{}", run.said);
    let authors = authors_words(&place.site().join("content"));
    let mut forgotten = BTreeSet::new();
    for (path, text) in pages(&tree) {
        for words in shown(&text) {
            forgotten
                .extend(unmarked(&words).into_iter().filter(|word| !authors.contains(word)).map(|word| (path, word)));
        }
    }
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

fn pages(tree: &Tree) -> impl Iterator<Item = (&str, String)> {
    let pages = tree.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "html"));
    pages.map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned()))
}

/// The Latin words of a text that stand in no marks.
fn unmarked(text: &str) -> BTreeSet<String> {
    let mut depth = 0_usize;
    let outside: String = text
        .chars()
        .map(|c| {
            depth = depth.saturating_add_signed(isize::from(c == MARKS[0]) - isize::from(c == MARKS[1]));
            if depth == 0 { c } else { ' ' }
        })
        .collect();
    latin(&outside).into_iter().filter(|word| !NAMES.contains(&word.as_str())).collect()
}

fn latin(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 1).map(str::to_owned).collect()
}

/// All that stands in the content but the keys of its YAML.
fn authors_words(content: &Path) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for entry in WalkDir::new(content).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        for line in fs::read_to_string(entry.path()).unwrap_or_default().lines() {
            let value = line.trim_start_matches([' ', '-']);
            let value = value.split_once(": ").filter(|(key, _)| !key.contains(' ')).map_or(value, |(_, value)| value);
            words.extend(latin(value));
        }
    }
    words
}
