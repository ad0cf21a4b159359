//! New selectors in an author's YAML (`fix/<case>/`, and laws for random styles and words), and `postil note fix` as a whole
//! (`fix/command.rs`).

mod command;

use std::fs;

use postil::{
    config::Limits,
    diag::{Diagnostics, SourceMap},
    edit::selectors::{Refused, Selectors, rewrite},
    model::note::{AnchorHint, NoteFields},
    yaml::Reader,
};
use proptest::{prelude::*, sample::select};
use serde::Deserialize;

use crate::case::{cases, difference};

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    way: String,
    quote: Option<String>,
    prefix: Option<String>,
    suffix: Option<String>,
    position: Option<usize>,
}

fn rewritten(yaml: &str, way: &str, quote: Option<&str>, anchor: &AnchorHint) -> Result<String, Refused> {
    rewrite(yaml, way, Selectors { quote, anchor: Some(anchor) }, &Limits::default())
}

#[test]
fn only_what_was_asked_for_changes() {
    let cases = cases("fix");
    assert!(cases.len() >= 20, "the cases were not found");
    let mut wrong = vec![];
    for case in cases {
        let read = |name: &str| fs::read_to_string(case.folder.join(name)).expect("a file of a case");
        let asked: Asked = serde_yaml::from_str(&read("asked.yaml")).expect("what is asked");
        let anchor = AnchorHint { prefix: asked.prefix, suffix: asked.suffix, position: asked.position };
        let (before, after) = (read("before.yaml"), read("after.yaml"));
        let bare = |text: &str| text.trim_end_matches('\n').to_owned();
        let returns = |text: &str| text.replace('\n', "\r\n");
        let variants = [
            ("", before.clone(), after.clone()),
            (" (CRLF)", returns(&before), returns(&after)),
            (" (no last line break)", bare(&before), bare(&after)),
            (" (CRLF, no last line break)", returns(&bare(&before)), returns(&bare(&after))),
        ];
        for (variant, before, after) in variants {
            match rewritten(&before, &asked.way, asked.quote.as_deref(), &anchor) {
                Ok(found) if found == after => {
                    let again = rewritten(&found, &asked.way, asked.quote.as_deref(), &anchor);
                    assert_eq!(again.as_deref(), Ok(&*found), "{}{variant}: a second time changes nothing", case.name);
                }
                Ok(found) => wrong.push(format!("{}{variant}\n{}{found:?}", case.name, difference(&after, &found))),
                Err(refused) => wrong.push(format!("{}{variant}: {refused}", case.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_can_not_be_changed_is_refused() {
    let anchor = AnchorHint { position: Some(1), ..AnchorHint::default() };
    let note = "kind: context\nbody: x\nby: ada\ncreated: 2026-03-20\n";
    assert_eq!(rewritten(note, "", Some("x"), &anchor), Err(Refused::NoQuote));
    assert_eq!(rewritten("kind: [", "", Some("x"), &anchor), Err(Refused::Unreadable));
    assert_eq!(rewritten(note, "notes/0", Some("x"), &anchor), Err(Refused::Unreadable));
    let front = "title: x\nlanguage: en\ntext: digest\n";
    assert_eq!(rewritten(front, "notes/0", Some("x"), &anchor), Err(Refused::NoQuote));
}

/// Ways to write a quote, for the words `low tide, they say`.
const QUOTES: [&str; 9] = [
    "quote: low tide, they say",
    "quote: 'low tide, they say'   # why",
    "quote: \"low tide, they say\"",
    "quote: |\n  low tide,\n  they say",
    "quote: >-  # why\n    low tide,\n    they say",
    "quote: low\n tide, they\n   say # why",
    "quote: 'low\n\n  tide, they say'",
    "\"quote\":\n  low tide, they say",
    "quote: |+\n  low tide, they say\n",
];
/// Ways to write an anchor, or none.
const ANCHORS: [&str; 7] = [
    "",
    "anchor: {}\n",
    "anchor: { suffix: it was }  # why\n",
    "anchor:\n    # why\n    position: 7\n    prefix: 'it was '\n",
    "anchor:\n  suffix: >-\n    it\n    was\n  # why\n",
    "anchor: {prefix: \"it was\", # why\n  position: 7}\n",
    "anchor:\n  prefix: it was\n\n  suffix: 'no'\n  position: 12\n",
];
const AROUND: [&str; 4] = ["", "# a comment: \"here\n\n", "tags: [a, 'b']   # c\n", "verdict: 'needs-context'\n"];

fn signs(list: Vec<&'static str>) -> impl Strategy<Value = String> {
    select(list).prop_map(str::to_owned)
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zé]{1,9}",
        2 => signs(vec!["-", "- x", "#", "#1", ":", "x:", "a: b", "\"", "'", "''", "\\", "\\n", "{", "}", "[", ",", "&a", "*a", "!a", "|", ">", "%", "@", "`", "~"]),
        1 => signs(vec!["no", "null", "12", "12:30", "1e5", "0x1f", "2026-11-21", "...", "---", "…", "<<"]),
        1 => signs(vec!["a\u{a0}b", "\u{ad}", "\u{202e}x", "\u{feff}", "👩\u{200d}💻", "水", "\u{1}", "\u{85}", "x\u{2028}y", "\t"]),
    ];
    prop::collection::vec(word, 1..14).prop_map(|words| words.join(" "))
}

fn read(text: &str) -> Option<NoteFields> {
    let mut map = SourceMap::default();
    let source = map.add("note.yaml", text);
    let limits = Limits::default();
    let reader = Reader::<NoteFields>::new("note", limits.yaml(limits.note_bytes));
    reader.read(&map, source, 0..text.len(), &mut Diagnostics::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_written_and_nothing_else_changes(
        quote in select(QUOTES.to_vec()),
        anchor in select(ANCHORS.to_vec()),
        [head, middle, tail] in [select(AROUND.to_vec()), select(AROUND.to_vec()), select(AROUND.to_vec())],
        returns in any::<bool>(),
        new in words(),
        prefix in words(),
        suffix in (words(), select(vec!["", " ", "\n"])).prop_map(|(words, end)| format!("{end}{words}{end}")),
        position in 0..9999_usize,
    ) {
        // A key stands once.
        let mut around = [head, middle, tail];
        around.sort_unstable();
        prop_assume!(around.windows(2).all(|two| two[0] != two[1] || two[0].is_empty() || two[0].starts_with('#')));
        let head = format!("kind: context\n{head}");
        let tail = format!("{tail}body: |\n  x:  'y'\n\nby: ada\ncreated: 2026-03-20\n");
        let breaks = |text: &str| if returns { text.replace('\n', "\r\n") } else { text.to_owned() };
        let before = breaks(&format!("{head}{quote}\n{middle}{anchor}{tail}"));
        prop_assert!(read(&before).is_some(), "{before}");
        let wanted = AnchorHint { prefix: Some(prefix), suffix: Some(suffix), position: Some(position) };
        let after = rewritten(&before, "", Some(&new), &wanted);
        prop_assert!(after.is_ok(), "{before}\nrefused {new:?}, {wanted:?}");
        let after = after.unwrap_or_default();
        let fields = read(&after).expect("is still read");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(fields.quote.as_deref().unwrap_or_default()), words(&new), "{}", after);
        prop_assert_eq!(&fields.anchor, &wanted, "{}", after);
        prop_assert!(after.starts_with(&breaks(&head)) && after.ends_with(&breaks(&tail)), "{}", after);
        prop_assert!(after.contains(&breaks(middle)), "{}", after);
        prop_assert_eq!(after.matches("# why").count(), before.matches("# why").count(), "{}", after);
        prop_assert_eq!(after.matches('\r').count(), if returns { after.matches('\n').count() } else { 0 });
        prop_assert_eq!(rewritten(&after, "", Some(&new), &wanted), Ok(after.clone()));
    }

    /// Any text at all: it is changed or refused, never broken.
    #[test]
    fn no_text_is_broken(text in "(kind: context\n|quote: |anchor:|body: x\n|by: a\n|created: 2026\n|[a-c:\\-\\[\\]{}&*!|>'\"# \n\té水]{0,12}){0,9}") {
        let anchor = AnchorHint { prefix: Some("x".into()), ..AnchorHint::default() };
        if let Ok(after) = rewritten(&text, "", Some("new words"), &anchor) {
            prop_assert_eq!(read(&after).and_then(|fields| fields.anchor.prefix), Some("x".into()));
        }
    }
}
