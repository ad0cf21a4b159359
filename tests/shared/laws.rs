//! What is true of any texts.

use std::time::{Duration, Instant};

use postil::model::date::Date;
use postil::model::shared::{SharedPair, SharedPassage};
use postil::pipeline::link::shared::{Text, pairs};
use postil::text::TextRange;
use proptest::prelude::*;

fn shared(texts: &[String]) -> Vec<SharedPair> {
    let texts: Vec<Text<'_>> = texts.iter().map(|text| Text { text, ..Text::default() }).collect();
    pairs(&texts)
}

/// Words of a small language, in sentences: much stands twice by chance.
fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "tide",
        "was",
        "low",
        "in",
        "spring",
        "and",
        "“harbour",
        "master”",
        "said",
        "nine",
        "1.5",
        "水",
        "位",
        "ماء",
        "e\u{301}té",
        "co\u{ad}ast",
        "mill-",
        "WHEEL",
        "it's",
    ]);
    let gap = prop::sample::select(vec![" ", " ", " ", " ", ", ", ". ", ".\n", " – ", "\u{a0}"]);
    prop::collection::vec((word, gap), 0..120)
        .prop_map(|words| words.iter().flat_map(|(word, gap)| [*word, gap]).collect())
}

/// Texts of which some hold a piece of another.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let mixed = (prose(), prose(), prose())
        .prop_map(|(a, b, shared)| vec![format!("{a}{shared}"), format!("{shared}{b}"), format!("{b}\n{shared}{a}")]);
    prop_oneof![4 => mixed, 1 => prop::collection::vec(any::<String>(), 0..4)]
}

fn disjoint(mut ranges: Vec<TextRange>) -> bool {
    ranges.sort();
    ranges.windows(2).all(|two| two[0].end <= two[1].start)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Ranges are words of the texts, passages don't overlap, counts fit.
    #[test]
    fn passages_are_words_of_both_texts(texts in texts()) {
        for pair in shared(&texts) {
            prop_assert!(pair.first < pair.second);
            prop_assert!(!pair.passages.is_empty());
            prop_assert!(pair.passages.is_sorted_by_key(|passage| passage.here.start));
            prop_assert!((0.0..=1.0).contains(&pair.part_of_first) && (0.0..=1.0).contains(&pair.part_of_second));
            prop_assert!(disjoint(pair.passages.iter().map(|p| p.here).collect()));
            prop_assert!(disjoint(pair.passages.iter().map(|p| p.there).collect()));
            for passage in &pair.passages {
                prop_assert!(passage.same > 0 && passage.same <= passage.words);
                for (text, range) in [(&texts[pair.first], passage.here), (&texts[pair.second], passage.there)] {
                    let words = text.get(range.bytes());
                    prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words), "{words:?}");
                    let before = text[..range.bytes().start].chars().next_back();
                    let joins = |c: char| c.is_ascii_alphanumeric();
                    prop_assert!(!(before.is_some_and(joins) && text[range.bytes()].starts_with(joins)));
                }
            }
        }
    }

    /// Which text comes first makes no difference, nor does a second run.
    #[test]
    fn swapped_texts_share_the_same(texts in texts()) {
        let found = shared(&texts);
        prop_assert_eq!(&found, &shared(&texts));
        let swapped: Vec<String> = texts.iter().rev().cloned().collect();
        let number = |article: usize| texts.len() - 1 - article;
        let mut back: Vec<SharedPair> = shared(&swapped).into_iter().map(|pair| {
            let turned = |p: SharedPassage| SharedPassage { here: p.there, there: p.here, ..p };
            let mut passages: Vec<SharedPassage> = pair.passages.into_iter().map(turned).collect();
            passages.sort_by_key(|passage| passage.here.start);
            SharedPair {
                first: number(pair.second), second: number(pair.first), passages,
                part_of_first: pair.part_of_second, part_of_second: pair.part_of_first,
            }
        }).collect();
        back.sort_by_key(|pair| (pair.first, pair.second));
        prop_assert_eq!(found, back);
    }
}

#[test]
fn the_same_text_twice_is_one_passage() {
    let text = "The ferry leaves the quay at seven and comes back before the lamps are lit.\nMost of its passengers carry \
        baskets. Rain filled the quarry until the ladders floated. The foreman sent everybody home and locked the gate.";
    let found = shared(&[text.into(), text.into()]);
    let [pair] = &found[..] else { panic!("{found:?}") };
    let whole = TextRange::new(0, text.len() - 1);
    assert_eq!(pair.passages.iter().map(|p| (p.here, p.there)).collect::<Vec<_>>(), [(whole, whole)]);
    assert!((pair.part_of_first - 1.0).abs() < 1e-9 && pair.is_same_text());
}

#[test]
fn odd_texts_take_no_time() {
    let start = Instant::now();
    let many = "tide ".repeat(1_000_000);
    let signs = "“".repeat(100_000);
    assert_eq!(shared(&[String::new(), "one".into(), signs, " \n ".into()]), []);
    let found = shared(&[many.clone(), many, "a b ".repeat(200_000), "a b ".repeat(200_001)]);
    assert!(found.iter().all(|pair| pair.passages.len() == 1), "{found:?}");
    assert_eq!(found.len(), 2);
    // A second with the machine to itself; the bound tells linear from quadratic.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

/// Every article of a story that two hundred tell is tied to another.
#[test]
fn of_many_articles_every_one_has_a_pair() {
    let release = "The port authority will open the northern quay in spring. The new ferry carries two hundred passengers \
        and twenty cars. Tickets are sold at the old station only, as the machines on the pier were lost in the storm.";
    let text =
        |n: usize| format!("Reporter number {n} was there on day {n}.\n{release}\nWord {n} is the last of {n} words.");
    let texts: Vec<String> = (0..200).map(text).collect();
    let found = shared(&texts);
    assert!(found.len() < 200 * 8, "{} pairs", found.len());
    for article in 0..200 {
        let of_it = found.iter().filter(|pair| pair.first == article || pair.second == article);
        assert!(of_it.flat_map(|pair| &pair.passages).any(|passage| passage.same >= 30), "article {article}");
    }
}

/// A sentence that ten of two hundred articles have is a release where they appeared in the same days, else a phrase.
#[test]
fn a_sentence_of_many_is_shared_where_it_came_on_the_same_days() {
    let sentence = "The northern quay stays closed until the divers have looked at every one of its eleven pillars.";
    let own = |n: usize| (0..60).map(|word| format!("w{n}x{word}")).collect::<Vec<_>>().join(" ");
    let text = |n: usize| {
        let shared = if n < 10 { sentence } else { "" };
        format!("{}\n{shared}\n{}", own(n), own(n + 1000))
    };
    let texts: Vec<String> = (0..200).map(text).collect();
    let found = |day: &dyn Fn(usize) -> String| {
        let published = |n| Date::parse(&day(n)).ok();
        let texts = texts.iter().enumerate();
        pairs(&texts.map(|(n, text)| Text { text, published: published(n), ..Text::default() }).collect::<Vec<_>>())
            .len()
    };
    let days = |n| if n < 10 { format!("2025-03-{:02}", n + 1) } else { format!("{}-06-15", 1990 + n % 30) };
    assert_eq!(found(&days), 45);
    assert_eq!(found(&|n| format!("{}-03-01", 1990 + n % 10)), 0);
}

/// Texts that are put together from the same few phrases share nothing.
#[test]
fn phrases_of_all_articles_are_not_shared() {
    let starts = ["the water board", "the port authority", "the audit office", "the fire service"];
    let plans = ["promised to look into all of it in due course", "saw no reason to change the old rules this year"];
    let text = |n: usize| -> String {
        let sentence = |at: usize| {
            let seed = (n * 31 + at * 17 + n * at) % 97;
            format!("On day {n} of {at} {} {}. ", starts[seed % 4], plans[seed % 2])
        };
        (0..20).map(sentence).collect()
    };
    assert_eq!(shared(&(0..120).map(text).collect::<Vec<_>>()), []);
}
