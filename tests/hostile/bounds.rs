//! However long and however odd a text or a quote is, its place is found, or not, in a time that grows with its length.
//! The limits are wide: the slowest of these takes a second in a release build and six in a debug build.

use std::{
    io::Write as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{Hostile, yaml};

/// Characters of a long text.
const LONG: usize = 1_000_000;

/// Seconds that one question may take, in a debug build on a busy machine.
const SECONDS: f64 = 60.0;

/// Words in no order, the same at each run.
fn prose(mut seed: u64) -> String {
    let mut text = String::with_capacity(LONG + 16);
    while text.len() < LONG {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut word = seed >> 16;
        for _ in 0..2 + seed % 8 {
            text.push(char::from(b'a' + u8::try_from(word % 26).unwrap_or_default()));
            word /= 26;
        }
        text.push(' ');
    }
    text
}

/// Questions by name.
fn questions() -> Vec<(&'static str, Value)> {
    let (text, other) = (prose(1), prose(2));
    let (letter, word) = ("a".repeat(LONG), "tide ".repeat(LONG / 5));
    let marks = "e".to_owned() + &"\u{301}".repeat(100_000);
    let (family, flags) = ("\u{1f469}\u{200d}".repeat(100_000), "\u{1f1eb}".repeat(100_000));
    let spaces = " ".repeat(LONG) + "tide";
    let near = |mut question: Value| {
        question["prefix"] = json!("tide tide tide ");
        question["suffix"] = json!(" tide tide tide");
        question["position"] = json!(5_000);
        question
    };
    vec![
        ("a long quote of other words", json!({ "text": text, "quote": other })),
        ("a long quote, edited", json!({ "text": text, "quote": text.replace("ab", "ba"), "suffix": " x" })),
        ("a long quote of itself", json!({ "text": text, "quote": text })),
        ("one letter, quoted", near(json!({ "text": letter, "quote": "a".repeat(20) }))),
        ("one letter, all but one quoted", near(json!({ "text": letter, "quote": letter[1..] }))),
        ("one letter, and a word", near(json!({ "text": letter, "quote": "low tide" }))),
        ("one word, quoted", near(json!({ "text": word, "quote": "tide tide" }))),
        ("one word, and another between", near(json!({ "text": word, "quote": "tide tide low tide" }))),
        ("one word, quoted very often", near(json!({ "text": word, "quote": "tide ".repeat(100_000) + "low" }))),
        ("a quote of one word", json!({ "text": text, "quote": "tide ".repeat(LONG / 5) })),
        ("accents", json!({ "text": marks, "quote": "e\u{301}" })),
        ("accents, more of them", near(json!({ "text": marks, "quote": marks.clone() + "\u{301}" }))),
        ("emoji", json!({ "text": family, "quote": "\u{1f469}" })),
        ("emoji, some of them", near(json!({ "text": family, "quote": "\u{1f469}\u{200d}".repeat(5) }))),
        ("flags", json!({ "text": flags, "quote": "\u{1f1eb}" })),
        ("flags, some of them", near(json!({ "text": flags, "quote": "\u{1f1eb}\u{1f1ea}".repeat(3) }))),
        ("flags, many of them", near(json!({ "text": flags, "quote": "\u{1f1eb}".repeat(20_001) }))),
        ("spaces", near(json!({ "text": spaces, "quote": "low tide" }))),
        ("two spaces after each word", near(json!({ "text": "tide  ".repeat(LONG / 6), "quote": "low  tide" }))),
        ("passages", near(json!({ "text": "a b c ".repeat(LONG / 6), "quote": "a b c … a b c … a b d" }))),
        (
            "an old text with nothing in common",
            json!({ "text": text, "old": other, "quote": other[500..600], "position": 500 }),
        ),
        ("an old text of one letter", json!({ "text": text, "old": letter, "quote": "aaa", "position": 500 })),
        (
            "an old text with two words",
            json!({ "text": word.replace("tide tide", "low tide"), "old": word, "quote": "tide", "position": 500 }),
        ),
    ]
}

#[test]
fn a_question_takes_a_time_that_grows_with_its_length() {
    let questions = questions();
    let lines: Vec<String> = questions
        .iter()
        .map(|(name, question)| {
            let mut line = question.clone();
            line["id"] = json!(name);
            line.to_string() + "\n"
        })
        .collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.args(["anchor", "--timed"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().expect("the built program starts");
    let mut input = running.stdin.take().expect("it reads");
    let feed = std::thread::spawn(move || {
        for line in lines {
            input.write_all(line.as_bytes()).expect("it reads all");
        }
    });
    let output = running.wait_with_output().expect("it ends");
    feed.join().expect("it was fed");
    let answers: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("an answer"))
        .collect();
    assert_eq!(answers.len(), questions.len());
    let slow: Vec<&Value> =
        answers.iter().filter(|answer| answer["us"].as_f64().unwrap_or(f64::MAX) > SECONDS * 1e6).collect();
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn hundreds_of_notes_on_one_odd_text_are_placed() {
    let site = Hostile::new();
    let texts = [
        ("word", 500, "tide ".repeat(10_000), "tide low "),
        ("emoji", 100, "\u{1f469}\u{200d}".repeat(10_000), "\u{1f469}"),
        ("flags", 50, "\u{1f1eb}".repeat(20_000), "\u{1f1eb}"),
        ("letter", 50, "a".repeat(50_000), "a"),
        ("accents", 50, "e".to_owned() + &"\u{301}".repeat(20_000), "e\u{301}"),
    ];
    for (name, notes, text, piece) in &texts {
        let head = "---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\n";
        site.write(&format!("content/articles/{name}/article.md"), &format!("{head}{text}\n"));
        for number in 0..*notes {
            let (quote, around) = (yaml(piece.repeat(1 + number % 7).trim()), yaml(piece));
            let note = format!(
                "kind: context\nquote: {quote}\nanchor: {{prefix: {around}, suffix: {around}, position: {}}}\nbody: Words.\nby: ada\n\
                 created: 2025-11-21\n",
                number * 31
            );
            site.write(&format!("content/articles/{name}/notes/n{number}.yaml"), &note);
        }
    }
    let begun = Instant::now();
    let (code, said) = site.postil(&["build", "--lenient"]);
    assert!((0..=1).contains(&code), "{said}");
    assert!(begun.elapsed() < Duration::from_secs(240), "took {:?}", begun.elapsed());
}
