//! What the matcher promises, on small texts and on any text.

use proptest::prelude::*;

use super::{Quote, Revised, Revision, Text};
use crate::model::anchor::{Fit, Placement};
use crate::text::{Folded, TextRange, is_grapheme_boundary};

const HARBOUR: &str = "The harbour was dredged in spring, and the boats came back. \
    The council paid for the work from its reserve.\n\
    In autumn the storms filled the basin again. The boats stayed away, and the council paid nothing.";

/// Characters of context that a note stores.
const CONTEXT: usize = 32;

/// A quote as a tool stores it.
fn describe(text: &str, range: std::ops::Range<usize>) -> Quote<'_> {
    let before = text[..range.start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let after = text[range.end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| range.end + at);
    Quote {
        words: &text[range.clone()],
        prefix: Some(&text[before..range.start]),
        suffix: Some(&text[range.end..after]),
        position: Some(text[..range.start].chars().count()),
    }
}

fn of<'a>(text: &'a str, words: &str) -> Quote<'a> {
    let start = text.find(words).expect("stands there");
    describe(text, start..start + words.len())
}

fn found<'a>(text: &'a str, quote: Quote<'_>) -> Option<&'a str> {
    Text::new(text).place(quote).anchor().map(|anchor| &text[anchor.range.bytes()])
}

#[test]
fn an_edited_passage_is_found_with_its_new_ends() {
    let quote = of(HARBOUR, "The council paid for the work from its reserve.");
    let text = HARBOUR.replace("paid for the work from its reserve", "paid for all the work from a reserve");
    let anchor = Text::new(&text).place(quote).anchor().expect("is found");
    assert_eq!(&text[anchor.range.bytes()], "The council paid for all the work from a reserve.");
    assert!(matches!(anchor.fit, Fit::Approximate(_)));
}

#[test]
fn deleted_words_are_an_orphan() {
    let quote = of(HARBOUR, "The council paid for the work from its reserve.");
    let text = HARBOUR.replace("The council paid for the work from its reserve.", "");
    assert!(matches!(Text::new(&text).place(quote), Placement::Orphan(_)));
}

#[test]
fn a_copy_in_foreign_surroundings_is_a_guess_and_not_a_place() {
    let quote = of(HARBOUR, "the council paid");
    let text = "Nobody knows why. Some say that the council paid twice for everything.";
    let Placement::Orphan(Some(guess)) = Text::new(text).place(quote) else { panic!("is an orphan with a guess") };
    assert_eq!(&text[guess.range.bytes()], "the council paid");
    let alone = Quote { prefix: None, suffix: None, position: None, ..quote };
    assert_eq!(found(text, alone), Some("the council paid"));
}

#[test]
fn an_edited_passage_is_preferred_to_its_unedited_twin() {
    let text = "They may be paid for open source work by a firm. Others wrote a guide to getting paid for open source.";
    let quote = of(text, "paid for open");
    let edited = text.replacen("paid for open", "paid for their open", 1);
    assert_eq!(found(&edited, quote), Some("paid for their open"));
}

#[test]
fn words_between_which_nothing_can_decide_are_ambiguous() {
    let text = "one two three four. one two three four.";
    let quote = Quote { words: "two three", prefix: Some("one "), suffix: Some(" four"), position: None };
    let Placement::Ambiguous(places) = Text::new(text).place(quote) else { panic!("is ambiguous") };
    assert_eq!(places, [TextRange::new(4, 13), TextRange::new(24, 33)]);
}

#[test]
fn a_passage_that_moved_says_so() {
    let quote = of(HARBOUR, "In autumn the storms filled the basin again.");
    let text =
        "In autumn the storms filled the basin again. The boats stayed at sea.\nThe harbour was dredged in spring.";
    let anchor = Text::new(text).place(quote).anchor().expect("is found");
    assert!(matches!(anchor.fit, Fit::Moved(_)));
}

#[test]
fn the_old_text_tells_a_twin_from_the_passage_that_is_gone() {
    let old = "The ferry ran on Sundays. It was blue.\nA bus ran on Sundays. It was red.";
    let new = "It was blue.\nA bus ran on Sundays. It was red.";
    let (old, new) = (Text::new(old), Text::new(new));
    let revision = Revision::new(&old, &new);
    let gone = Quote { words: "ran on Sundays", prefix: Some("ferry "), suffix: Some(". It was"), position: Some(10) };
    assert!(matches!(revision.place(gone), Revised::Searched(Placement::Orphan(_))));
    let kept = Quote { words: "ran on Sundays", prefix: None, suffix: None, position: Some(45) };
    let Revised::Carried(range, score) = revision.place(kept) else { panic!("is carried") };
    assert_eq!((&new.as_str()[range.bytes()], score.value()), ("ran on Sundays", 1.0));
}

#[test]
fn code_points_are_counted_over_long_texts() {
    let letters = "aé水👋".repeat(200);
    let text = Text::new(&letters);
    for (count, (at, _)) in letters.char_indices().enumerate() {
        assert_eq!(text.byte(count), at);
    }
    assert_eq!((text.byte(800), text.byte(usize::MAX)), (letters.len(), letters.len()));
}

/// The words of the new text that the old one's became.
fn carried<'t>(old: &str, new: &'t str, words: &str) -> &'t str {
    let start = old.find(words).expect("stands there");
    let quote = describe(old, start..start + words.len());
    let (old, new) = (Text::new(old), Text::new(new));
    match Revision::new(&old, &new).place(quote) {
        Revised::Carried(range, _) => &new.as_str()[range.bytes()],
        Revised::Searched(placement) => panic!("is not carried: {placement:?}"),
    }
}

#[test]
fn a_quote_inside_a_word_is_carried_as_it_is() {
    assert_eq!(carried("The uphill path.", "New. The uphill path.", "hill path"), "hill path");
    assert_eq!(carried("a \u{200b}tide", "New: a \u{200b}tide", "\u{200b}tide"), "\u{200b}tide");
    assert_eq!(carried("a 👩\u{200d}💻 b", "New 👩 a 👩\u{200d}💻 b", "👩\u{200d}💻"), "👩\u{200d}💻");
}

#[test]
fn a_quote_of_nothing_is_on_the_whole_of_each_text() {
    let (old, new) = (Text::new("The tide was low."), Text::new("The tide is low."));
    let nothing = Quote { words: " \u{200b}", prefix: None, suffix: None, position: Some(4) };
    assert_eq!(Revision::new(&old, &new).place(nothing), Revised::Searched(Placement::Whole));
}

#[test]
fn two_letters_of_one_character_are_one_place() {
    let quote = Quote { words: "🇫", prefix: None, suffix: None, position: None };
    assert_eq!(found("harbours 🇫🇫 harbours", quote), Some("🇫🇫"));
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-d]{1,3}",
        1 => prop_oneof![Just("tide"), Just("Grüße"), Just("cafe\u{301}"), Just("你好"), Just("👩‍👩‍👧"), Just("“x”"), Just("—")]
            .prop_map(String::from),
    ];
    let gap = prop_oneof![5 => Just(" "), 1 => Just("\n"), 1 => Just(", ")];
    prop::collection::vec((word, gap), 1..60)
        .prop_map(|words| words.into_iter().map(|(word, gap)| word + gap).collect())
}

/// Two character boundaries of a text, the first before the second.
fn cut(text: &str, a: prop::sample::Index, b: prop::sample::Index) -> std::ops::Range<usize> {
    let ends: Vec<usize> = (0..=text.len()).filter(|&at| is_grapheme_boundary(text, at)).collect();
    let (a, b) = (a.index(ends.len()), b.index(ends.len()));
    ends[a.min(b)]..ends[a.max(b)]
}

fn ranges(placement: Placement) -> Vec<TextRange> {
    match placement {
        Placement::Anchored(anchor) => vec![anchor.range],
        Placement::Ambiguous(places) => places,
        Placement::Orphan(guess) => guess.map(|guess| guess.range).into_iter().collect(),
        Placement::Whole => Vec::new(),
    }
}

proptest! {
    #[test]
    fn a_described_range_is_found_again(text in text(), a: prop::sample::Index, b: prop::sample::Index) {
        let range = cut(&text, a, b);
        prop_assume!(text[range.clone()].trim() == &text[range.clone()]);
        prop_assume!(!Folded::quote(&text[range.clone()]).is_empty());
        let anchor = Text::new(&text).place(describe(&text, range.clone())).anchor().expect("is found");
        prop_assert_eq!((anchor.range, anchor.fit), (TextRange::new(range.start, range.end), Fit::Exact));
    }

    #[test]
    fn ranges_are_inside_the_text_and_on_characters(
        text in text(), words in text(), prefix in text(), suffix in text(), position in prop::option::of(0usize..400),
    ) {
        let quote = Quote { words: &words, prefix: Some(&prefix), suffix: Some(&suffix), position };
        for range in ranges(Text::new(&text).place(quote)) {
            prop_assert!(text.get(range.bytes()).is_some_and(|words| !words.is_empty()));
        }
    }

    #[test]
    fn anything_may_be_asked(text: String, words: String, prefix: String, suffix: String, position: Option<usize>) {
        let quote = Quote { words: &words, prefix: Some(&prefix), suffix: Some(&suffix), position };
        let (old, new) = (Text::new(&prefix), Text::new(&text));
        let _ = Revision::new(&old, &new).place(quote);
        let _ = Text::new(&text).explain(quote);
        for range in ranges(Text::new(&text).place(quote)) {
            prop_assert!(text.get(range.bytes()).is_some());
        }
    }

    #[test]
    fn words_put_elsewhere_change_nothing(before in text(), after in text(), new in "[x-z]{4,8}( [x-z]{4,8}){0,20}") {
        let text = format!("{before}\n{HARBOUR}\n{after}");
        let quote = of(&text, "the boats came back. The council paid");
        for longer in [format!("{new}\n{text}"), format!("{text}\n{new}")] {
            prop_assert_eq!(found(&longer, quote), Some(quote.words));
        }
    }
}
