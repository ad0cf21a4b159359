//! What is written is what is read.

use postil::{
    config::Limits,
    diag::{Diagnostics, SourceMap},
    edit::note::{body, names, write},
    model::{
        address::Address,
        date::Date,
        id::Id,
        note::{AnchorHint, Answer, Change, Citation, Imported, NoteFields, OrphanAcknowledged},
        vocabulary::{ChangeKind, NoteKind, Shows, Treats},
    },
    yaml::Reader,
};
use proptest::{option, prelude::*, sample::select};

const WORDS: [&str; 17] = [
    "no",
    "Yes",
    "null",
    "~",
    "12:30",
    "2025-11-14",
    "1e3",
    "0x1f",
    "---",
    "- a",
    "a: b",
    "a #b",
    ".5",
    "a:",
    "<<",
    "=",
    "012",
];

/// Any text, more often such as YAML might take for something else.
fn text() -> impl Strategy<Value = String> {
    let signs =
        "[ \\t\\n\r\"'\\\\:#{}\\[\\],&*!|>%@`~?.=a-c0-2\u{85}\u{2028}\u{feff}\u{202e}\u{ad}é水\u{1f30a}-]{0,12}";
    prop_oneof![signs, "\\PC{0,12}", any::<String>(), select(&WORDS[..]).prop_map(str::to_owned)]
}

fn date() -> impl Strategy<Value = Date> {
    let dates = ["2025-11-14", "2025-11", "2025", "0001-01-01"].map(|date| Date::parse(date).expect("a date"));
    select(dates.to_vec())
}

fn id() -> impl Strategy<Value = Id> {
    select(vec!["ada", "no", "2025", "1e3", "x-1", "12"]).prop_map(|id| Id::new(id).expect("an id"))
}

fn address() -> impl Strategy<Value = Address> {
    "https://example\\.org/[a-z#?&=:,%é ]{0,12}".prop_map(|text| Address::parse(&text).expect("an address"))
}

fn citation() -> impl Strategy<Value = Citation> {
    let documents = (text(), option::of(text()), option::of(text()), option::of(address()));
    let dates = (option::of(date()), option::of(date()), option::of(address()), option::of(select(Shows::ALL)));
    (documents, dates).prop_map(|((title, author, publisher, url), (published, accessed, archived, shows))| Citation {
        title,
        author,
        publisher,
        url,
        published,
        accessed,
        archived,
        shows,
    })
}

fn anchor() -> impl Strategy<Value = AnchorHint> {
    let parts = (option::of(text()), option::of(text()), option::of(any::<u32>()));
    parts.prop_map(|(prefix, suffix, at)| AnchorHint { prefix, suffix, position: at.map(|at| at as usize) })
}

fn change() -> impl Strategy<Value = Change> {
    (date(), id(), text(), select(ChangeKind::ALL)).prop_map(|(date, by, what, kind)| Change { date, by, what, kind })
}

fn imported() -> impl Strategy<Value = Imported> {
    let parts = (text(), text(), option::of(text()), option::of(address()), option::of(date()));
    parts.prop_map(|(from, id, user, url, changed)| Imported { from, id, user, url, changed })
}

fn note() -> impl Strategy<Value = NoteFields> {
    let what = (select(NoteKind::ALL), option::of(text()), anchor(), option::of(id()), option::of(id()));
    let how = (option::of(select(Treats::ALL)), option::of(text()), prop::collection::vec(text(), 0..6));
    let lists = (
        prop::collection::vec(citation(), 0..3),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(change(), 0..3),
    );
    let orphan = option::of((date(), text()).prop_map(|(since, reason)| OrphanAcknowledged { since, reason }));
    let answer = option::of((text(), id(), date()).prop_map(|(text, by, on)| Answer { text, by, on }));
    let made = (id(), date(), option::of(imported()));
    (what, how, lists, orphan, answer, made).prop_map(|(what, how, lists, orphan, answer, (by, created, imported))| {
        NoteFields {
            id: None,
            kind: what.0,
            quote: what.1,
            anchor: what.2,
            verdict: what.3,
            claim: what.4,
            treats: how.0,
            language: how.1,
            body: body(&how.2.join("\n")),
            sources: lists.0,
            tags: lists.1,
            by,
            created,
            imported,
            orphan,
            answer,
            history: lists.2,
        }
    })
}

proptest! {
    #[test]
    fn a_note_is_read_as_it_was_written(note in note()) {
        let written = write(&note);
        let mut sources = SourceMap::default();
        let source = sources.add("note.yaml", written.as_str());
        let limits = Limits::default();
        let mut found = Diagnostics::default();
        let read = Reader::<NoteFields>::new("note", limits.yaml(1 << 20)).read(&sources, source, 0..written.len(), &mut found);
        prop_assert!(found.is_empty(), "{:?}\n{}", found, written);
        prop_assert_eq!(format!("{:?}", read), format!("{:?}", Some(&note)), "{}", written);
        let line = |line: &str| line.contains(|c: char| c.is_control() && c != '\t');
        prop_assert!(!written.lines().any(line), "{:?}", written);
        prop_assert!(written.ends_with('\n'));
    }

    #[test]
    fn every_name_is_an_id_and_another(note in note()) {
        let all: Vec<_> = names(&note).take(3).collect();
        prop_assert_eq!(all.len(), 3);
        prop_assert!(all[0] != all[1] && all[1] != all[2]);
        prop_assert!(all.iter().all(|id| id.as_str().len() < 60));
    }
}
