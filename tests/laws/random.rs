//! The same for sites thrown together at random: texts with every sort of markup, notes on every sort of stretch.

use std::fmt::Write as _;

use proptest::{prelude::*, sample::Index, strategy::ValueTree as _, test_runner::TestRunner};

use super::page::Page;
use crate::case::{Case, Workplace, difference, place};

const ARTICLES: usize = 60;

/// Words that come back often, so that notes may be ambiguous, and long enough for edited ones to be found.
const WORDS: &[&str] = &[
    "the",
    "harbour",
    "was",
    "dredged",
    "in",
    "spring",
    "and",
    "council",
    "paid",
    "for",
    "work",
    "from",
    "its",
    "reserve",
    "boats",
    "came",
    "back",
    "before",
    "autumn",
    "storms",
    "filled",
    "basin",
    "again",
    "nobody",
    "counted",
    "steps",
    "Grüße",
    "水",
    "café",
    "“low”",
    "e\u{301}bb",
    "1848",
];

/// A block: how it is marked up, and its words.
type Block = (usize, Vec<(usize, &'static str)>);

/// A note: where its words begin in the text, how many they are, how one of them is edited, and what is stored.
type Note = (Index, usize, usize, usize);

fn article() -> impl Strategy<Value = (Vec<Block>, Vec<Note>)> {
    let word = (0usize..12, prop::sample::select(WORDS));
    let block = (0usize..8, prop::collection::vec(word, 1..40));
    let note = (any::<Index>(), 1usize..24, 0usize..6, 0usize..4);
    (prop::collection::vec(block, 1..6), prop::collection::vec(note, 0..9))
}

/// A text's Markdown, and its words as a reader sees them.
fn write(blocks: &[Block]) -> (String, Vec<&'static str>) {
    let (mut text, mut words) = (String::new(), vec![]);
    for (kind, content) in blocks {
        let marked = content.iter().map(|(markup, word)| match markup {
            0 => format!("**{word}**"),
            1 => format!("*{word}*"),
            2 => format!("`{word}`"),
            3 => format!("[{word}](https://example.org/)"),
            4 => format!("~~{word}~~"),
            5 => format!("{word}\\\n"),
            6 => format!("***{word}** {word}*"),
            _ => (*word).to_owned(),
        });
        let line = marked.collect::<Vec<_>>().join(" ");
        let block = match kind {
            0 => format!("## {}", line.replace("\\\n", "")),
            1 => format!("- {line}\n- {line}"),
            2 => format!("> {}", line.replace('\n', "\n> ")),
            3 => format!("```\n{line}\n```"),
            4 => format!("| {line} | x |\n|---|---|\n| y | {line} |").replace("\\\n", ""),
            5 => format!("{line}[^n]\n\n[^n]: {line}"),
            _ => line,
        };
        text.push_str(&block);
        text.push_str("\n\n");
        words.extend(content.iter().map(|(_, word)| *word));
    }
    (text, words)
}

/// The words of a note, and maybe some around them.
fn note(words: &[&str], (at, count, edit, stored): &Note) -> String {
    let start = at.index(words.len());
    let end = (start + count).min(words.len());
    let mut quote: Vec<&str> = words[start..end].to_vec();
    match edit {
        0 => drop(quote.pop().filter(|_| quote.len() > 1)),
        1 => quote.insert(quote.len() / 2, "slowly"),
        2 => quote[count % (end - start)] = "something",
        3 => quote.reverse(),
        _ => {}
    }
    let around = |range: std::ops::Range<usize>| words[range].join(" ");
    let (before, behind) = (around(start.saturating_sub(9)..start), around(end..(end + 9).min(words.len())));
    let anchor = match stored {
        0 => String::new(),
        1 => format!("anchor: {{prefix: \"{before} \", suffix: \" {behind}\"}}\n"),
        2 => format!("anchor: {{prefix: \"{before} \"}}\n"),
        _ => format!("anchor: {{prefix: \"{before} \", suffix: \" {behind}\", position: {}}}\n", start * 6),
    };
    format!("kind: context\nquote: \"{}\"\n{anchor}body: Words.\nby: ada\ncreated: 2025-11-21\n", quote.join(" "))
}

/// A site of many articles, each named by its number.
fn site() -> Case {
    let folder = place().keep();
    let write_file = |path: String, text: String| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a path in the site")).expect("a new folder");
        std::fs::write(path, text).expect("a new file");
    };
    write_file("postil.yaml".into(), "title: Random\nlanguage: en\n".into());
    write_file("content/editors/ada.yaml".into(), "name: Ada\n".into());
    let mut runner = TestRunner::deterministic();
    for number in 0..ARTICLES {
        let (blocks, notes) = article().new_tree(&mut runner).expect("an article").current();
        let (text, words) = write(&blocks);
        let mut article = "---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\n".to_owned();
        write!(article, "{text}").expect("a string grows");
        write_file(format!("content/articles/k{number}/article.md"), article);
        for (id, asked) in notes.iter().enumerate() {
            write_file(format!("content/articles/k{number}/notes/n{id}.yaml"), note(&words, asked));
        }
    }
    // An error in the report makes the build a lenient one.
    write_file("report.txt".into(), "error\n".into());
    Case { name: "random".into(), folder, theme: None }
}

/// The pages of a site.
fn pages(copy: &Workplace) -> Vec<(String, Page)> {
    let (tree, run) = copy.build(&[]);
    assert!((0..=1).contains(&run.code), "build ended with {}:\n{}", run.code, run.said);
    let page = |bytes: &Vec<u8>| Page::read(&String::from_utf8_lossy(bytes));
    let articles = tree.iter().filter(|(path, _)| path.starts_with("articles/k"));
    articles.map(|(path, bytes)| (path.clone(), page(bytes))).collect()
}

#[test]
fn notes_of_all_sorts_leave_a_text_as_it_is_and_each_stands_once() {
    let case = site();
    let (with, without) = (case.copy(), case.copy());
    super::take_notes_away(&without);
    let (with, without) = (pages(&with), pages(&without));
    let folder = case.folder;
    assert_eq!(with.len(), ARTICLES);
    let (mut wrong, mut marked, mut changed, mut lost) = (vec![], 0, 0, 0);
    for ((path, with), (_, without)) in with.iter().zip(&without) {
        let (old, new) = (without.bare.clone().unwrap_or_default(), with.bare.clone().unwrap_or_default());
        if old != new {
            wrong.push(format!("{path} (- without notes, + with notes)\n{}", difference(&old, &new)));
        }
        wrong.extend(with.twins.iter().chain(&with.errors).map(|text| format!("{path}: {text}")));
        let notes = folder.join("content").join(path.trim_end_matches(".html")).join("notes");
        for note in std::fs::read_dir(notes).into_iter().flatten().flatten() {
            let name = note.file_name().to_string_lossy().trim_end_matches(".yaml").to_owned();
            if !with.ids.contains(&format!("note-{name}")) {
                wrong.push(format!("{path}: {name} is not on the page"));
            }
            marked += usize::from(with.ids.contains(&format!("ref-{name}")));
            lost += usize::from(!with.ids.contains(&format!("ref-{name}")));
        }
        changed += with.links.iter().filter(|link| link.class.contains("noteref-changed")).count();
    }
    std::fs::remove_dir_all(folder).expect("the site of this test");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // All sorts were there.
    assert!(marked > 100 && changed > 20 && lost > 20, "{marked} marked, {changed} of them changed, {lost} lost");
}
