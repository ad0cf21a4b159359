//! Where a quote is found: readable cases in `tests/anchor/*.test`, and laws for random texts.
//!
//! A case file begins with a text, a block a line behind `text: `. Each group of lines behind it is a quote (`quote`, maybe
//! `prefix` and `suffix`) and what must come of it: `found`, `moved` or `edited` with the words in brackets and enough around them to
//! tell which are meant, `ambiguous` with their number, `orphan`, or `whole`. `\u{…}`, `\n` and `\_` (a space) may be used.

mod laws;

use std::{fs, ops::Range, path::Path};

use postil::{
    model::anchor::{Fit, Placement},
    pipeline::anchor::{Quote, Text, describe},
    text::{Folded, PlainText, PlainTextBuilder, TextRange},
};
use proptest::{prelude::*, sample::Index};

fn plain(blocks: &str) -> PlainText {
    let (mut builder, mut at) = (PlainTextBuilder::default(), 0);
    for block in blocks.split('\n') {
        builder.push(block, at..at + block.len());
        builder.end_block();
        at += block.len() + 1;
    }
    builder.finish()
}

fn quote(words: &str) -> Quote<'_> {
    Quote { words, prefix: None, suffix: None, position: None }
}

#[test]
fn quotes_find_what_a_reader_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anchor");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the cases").flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "test"));
    files.sort();
    let (mut wrong, mut count) = (vec![], 0);
    for path in &files {
        let content = fs::read_to_string(path).expect("a case");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut groups =
            content.split("\n\n").map(|group| group.lines().filter(|l| !l.starts_with('#')).collect::<Vec<_>>());
        let blocks: Vec<_> = groups.next().unwrap_or_default().into_iter().map(|line| value(line, "text: ")).collect();
        let text = plain(&blocks.join("\n"));
        for group in groups.filter(|group| !group.is_empty()) {
            count += 1;
            let field = |key: &str| group.iter().find(|line| line.starts_with(key)).map(|line| value(line, key));
            let (words, prefix, suffix) = (field("quote: "), field("prefix: "), field("suffix: "));
            let words = words.unwrap_or_default();
            let quote = Quote { words: &words, prefix: prefix.as_deref(), suffix: suffix.as_deref(), position: None };
            let got = told(&text, &Text::new(text.as_str()).place(quote));
            let wanted = group.last().map(|line| line.trim().to_owned()).unwrap_or_default();
            if !fits(&wanted, &got) {
                wrong.push(format!("{name}: {words:?}\n  expected {wanted}\n  got      {got}"));
            }
        }
    }
    assert!(files.len() >= 8 && count >= 40, "{} files with {count} cases", files.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What stands behind a key, with its escapes read.
fn value(line: &str, key: &str) -> String {
    let text = line.strip_prefix(key).unwrap_or_else(|| panic!("`{line}` does not begin with `{key}`"));
    let mut parts = text.split("\\u{");
    let mut value = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape ends");
        value.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        value.push_str(rest);
    }
    value.replace("\\n", "\n").replace("\\_", " ")
}

/// A placement in the words of a case file, with the whole text around the brackets.
fn told(text: &PlainText, placement: &Placement) -> String {
    match placement {
        Placement::Whole => "whole".into(),
        Placement::Orphan(_) => "orphan".into(),
        Placement::Ambiguous(places) => format!("ambiguous: {}", places.len()),
        Placement::Anchored(anchor) => {
            let Range { start, end } = anchor.range.bytes();
            let text = text.as_str();
            let fit = match anchor.fit {
                Fit::Exact => "found",
                Fit::Moved(_) => "moved",
                Fit::Approximate(_) => "edited",
            };
            format!("{fit}: {}[{}]{}", &text[..start], &text[start..end], &text[end..])
        }
    }
}

fn fits(wanted: &str, got: &str) -> bool {
    match (wanted.split_once(": "), got.split_once(": ")) {
        (Some((wanted_fit @ ("found" | "moved" | "edited"), words)), Some((fit, all))) => {
            wanted_fit == fit && all.contains(&value(words, ""))
        }
        _ => wanted == got,
    }
}

/// Texts in which much occurs twice and much is folded.
fn twins() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "tide",
        "low",
        "Low",
        "no",
        "a",
        " ",
        " ",
        " ",
        "\n",
        "-",
        "–",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "…",
        ".",
        "...",
        "é",
        "e\u{301}",
        "\u{ad}",
        "\u{200b}",
        "\u{a0}",
        "水",
        "ا",
        "x\u{30c}",
        "\u{1112}\u{1161}\u{11ab}",
        "\u{1f469}\u{200d}\u{1f4bb}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![3 => twins(), 1 => any::<String>(), 1 => "[a-c ]{0,40}"]
}

/// Words that resemble each other, in blocks: much stands twice, and an edit is likely to hit something.
fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the", "tide", "tides", "was", "low", "in", "spring", "and", "harbour", "harbours", "master", "said", "no",
        "nine", "1848",
    ]);
    let gap = prop::sample::select(vec![" ", " ", " ", " ", " ", ", ", ". ", ".\n", " – "]);
    prop::collection::vec((word, gap), 1..80)
        .prop_map(|words| words.iter().flat_map(|(word, gap)| [*word, gap]).collect())
}

/// What an author may do to a text: words put in, taken out, or put in their place; more than one of them.
fn edits() -> impl Strategy<Value = Vec<(Index, usize, String)>> {
    prop::collection::vec((any::<Index>(), 0usize..20, "( [a-z]{2,8}){0,4}"), 0..5)
}

fn edited(text: &str, edits: &[(Index, usize, String)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (at, taken, put)| {
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        let rest = (at + taken).min(chars.len());
        chars[..at].iter().copied().chain(put.chars()).chain(chars[rest..].iter().copied()).collect()
    })
}

fn stretch(text: &str, from: Index, to: Index) -> Option<Range<usize>> {
    laws::stretch(text, from.index(text.len() + 1), to.index(text.len() + 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Words with everything around them are found where they were taken.
    #[test]
    fn a_stretch_with_its_surroundings_is_found_again(text in texts(), from in any::<Index>(), to in any::<Index>()) {
        let plain = plain(&text);
        let text = plain.as_str();
        let Some(range) = stretch(text, from, to) else { return Ok(()) };
        let quote = Quote { words: &text[range.clone()], prefix: Some(&text[..range.start]), suffix: Some(&text[range.end..]), position: None };
        let wanted = TextRange::new(range.start, range.end);
        match Text::new(plain.as_str()).place(quote) {
            Placement::Anchored(anchor) => prop_assert_eq!(anchor.range, wanted),
            // Only where folding makes two surroundings one.
            Placement::Ambiguous(places) => prop_assert!(places.contains(&wanted), "{places:?} without {wanted:?}"),
            other => prop_assert!(false, "{other:?} for {wanted:?}"),
        }
    }

    /// Whatever is asked of whatever text: places stand on characters, inside the text, and hold the words, unless they
    /// say that they do not.
    #[test]
    fn what_is_found_is_what_was_quoted(text in texts(), words in texts(), prefix in texts(), suffix in texts()) {
        let plain = plain(&text);
        let quote = Quote { words: &words, prefix: Some(&prefix), suffix: Some(&suffix), position: None };
        let places = match Text::new(plain.as_str()).place(quote) {
            Placement::Anchored(anchor) if matches!(anchor.fit, Fit::Approximate(_)) => {
                prop_assert!(plain.as_str().get(anchor.range.bytes()).is_some());
                vec![]
            }
            Placement::Anchored(anchor) => vec![anchor.range],
            Placement::Ambiguous(places) => {
                prop_assert!(places.len() > 1);
                places
            }
            Placement::Whole => {
                prop_assert_eq!(Folded::quote(&words), "");
                vec![]
            }
            Placement::Orphan(_) => vec![],
        };
        for range in places {
            let found = plain.as_str().get(range.bytes());
            prop_assert!(found.is_some(), "{range:?} is not on characters");
            let (found, words) = (Folded::quote(found.unwrap_or_default()), Folded::quote(&words));
            prop_assert!(found == words || words.contains(" ... "), "{found:?} for {words:?}");
        }
    }

    /// Other quotation marks, dashes, spaces, line breaks, hyphens: the same place, as long as it is the only one.
    #[test]
    fn what_no_reader_sees_makes_no_difference(text in twins(), from in any::<Index>(), to in any::<Index>(), seed in any::<u32>()) {
        let plain = plain(&text);
        let Some(range) = stretch(plain.as_str(), from, to) else { return Ok(()) };
        let words = plain.as_str()[range.clone()].to_owned();
        let Placement::Anchored(first) = Text::new(plain.as_str()).place(quote(&words)) else { return Ok(()) };
        let retyped = retype(&words, seed);
        prop_assert_eq!(Folded::quote(&retyped), Folded::quote(&words));
        match Text::new(plain.as_str()).place(quote(&retyped)) {
            Placement::Anchored(anchor) => {
                let (one, other) = (plain.slice(anchor.range), plain.slice(first.range));
                prop_assert_eq!(Folded::quote(one), Folded::quote(other), "{:?} for {:?}", one, retyped);
            }
            // The words as they were are unique; typed otherwise they may stand in two places.
            Placement::Ambiguous(places) => prop_assert!(places.len() > 1),
            other => prop_assert!(false, "{other:?} for {retyped:?}"),
        }
    }

    /// Folding twice is folding once; each folded byte knows a stretch of the original that folds to it.
    #[test]
    fn folding_keeps_its_places(text in texts()) {
        let folded = Folded::new(&text);
        let again = Folded::new(folded.as_str());
        prop_assert_eq!(again.as_str(), folded.as_str());
        let mut last = 0;
        for (at, c) in folded.as_str().char_indices() {
            let range = folded.original(at..at + c.len_utf8());
            let original = text.get(range.bytes());
            prop_assert!(original.is_some_and(|words| !words.is_empty()), "{range:?} of {text:?}");
            prop_assert!(range.start >= last, "{range:?} comes after {last}");
            prop_assert!(Folded::new(original.unwrap_or_default()).as_str().contains(c));
            last = range.start;
        }
    }
}

// The laws that `fuzz/` tries as well.
proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_note_describes_it_finds(text in prop_oneof![texts(), prose()], from in any::<Index>(), to in any::<Index>()) {
        if let Some(range) = stretch(&text, from, to) {
            laws::described(&text, range);
        }
    }

    #[test]
    fn blocks_put_elsewhere_leave_a_note_at_its_words(
        text in prop_oneof![texts(), prose()], from in any::<Index>(), to in any::<Index>(), before in prose(), behind in texts(),
    ) {
        if let Some(range) = stretch(&text, from, to) {
            laws::undisturbed(&text, range, &before, &behind);
        }
    }

    #[test]
    fn every_answer_is_a_place_and_none_depends_on_another(
        text in texts(), words in texts(), other in texts(), prefix in prop::option::of(texts()), suffix in prop::option::of(texts()),
        position in prop::option::of(0usize..100),
    ) {
        laws::any_question(&text, Quote { words: &words, prefix: prefix.as_deref(), suffix: suffix.as_deref(), position }, quote(&other));
    }

    #[test]
    fn whatever_was_edited_a_place_is_a_place(
        text in prop_oneof![prose(), texts()], edits in edits(), from in any::<Index>(), to in any::<Index>(), whole in any::<bool>(),
    ) {
        let Some(range) = stretch(&text, from, to) else { return Ok(()) };
        let stored = describe(&text, TextRange::new(range.start, range.end));
        let asked = if whole { laws::quote(&text[range.clone()], &stored) } else { quote(&text[range]) };
        let new = edited(&text, &edits);
        laws::any_question(&new, asked, asked);
        laws::any_revision(&text, &new, asked);
    }

    #[test]
    fn the_old_text_carries_a_note_past_new_words(
        text in prop_oneof![prose(), texts()], from in any::<Index>(), to in any::<Index>(), new in "([x-z]{4,8} ){0,9}",
    ) {
        if let Some(range) = stretch(&text, from, to) {
            laws::carried(&text, range.clone(), "");
            laws::carried(&text, range, &new);
        }
    }
}

/// The words as another program would have copied them.
fn retype(words: &str, seed: u32) -> String {
    let mut at = 0;
    let mut other = |c: char| {
        at += 1;
        let choice = (seed.rotate_left(at) & 3) as usize;
        match c {
            '"' | '“' | '”' => ["\"", "“", "”", "«"][choice].to_owned(),
            '\'' | '’' => ["'", "’", "‘", "‚"][choice].to_owned(),
            '-' | '–' => ["-", "–", "—", "\u{2011}"][choice].to_owned(),
            ' ' | '\n' | '\u{a0}' => [" ", "\n", "\u{a0}", " \t\u{2009}"][choice].to_owned(),
            '…' => ["…", "...", "…", "..."][choice].to_owned(),
            'é' => ["é", "e\u{301}", "é", "e\u{301}"][choice].to_owned(),
            'o' => ["o", "\u{ad}o", "\u{200b}o", "o"][choice].to_owned(),
            c => c.into(),
        }
    };
    words.chars().map(&mut other).collect()
}
