use super::*;
use crate::model::date::{Date, When};

const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

#[test]
fn dates_in_words() {
    let table = [
        ("2025-11-14", ["14 November 2025", "14 novembre 2025", "14 نوفمبر 2025"]),
        ("2025-11-01", ["1 November 2025", "1er novembre 2025", "1 نوفمبر 2025"]),
        ("2025-11", ["November 2025", "novembre 2025", "نوفمبر 2025"]),
        ("2025", ["2025", "2025", "2025"]),
        ("2025-11-01/2025-11-04", ["1 to 4 November 2025", "1er au 4 novembre 2025", "من 1 إلى 4 نوفمبر 2025"]),
        (
            "2024-12-30/2025-01-01",
            [
                "30 December 2024 to 1 January 2025",
                "du 30 décembre 2024 au 1er janvier 2025",
                "من 30 ديسمبر 2024 إلى 1 يناير 2025",
            ],
        ),
        (
            "2024-12/2025-01",
            ["December 2024 to January 2025", "de décembre 2024 à janvier 2025", "من ديسمبر 2024 إلى يناير 2025"],
        ),
        ("2025-11-22~", ["about 22 November 2025", "vers le 22 novembre 2025", "نحو 22 نوفمبر 2025"]),
        ("2025~", ["about 2025", "vers 2025", "نحو 2025"]),
        ("2024/2025~", ["about 2024 to 2025", "de 2024 à 2025 environ", "من 2024 إلى 2025 تقريبًا"]),
        ("2025-09-03/..", ["since 3 September 2025", "depuis le 3 septembre 2025", "منذ 3 سبتمبر 2025"]),
        ("2025-09/..~", ["since about September 2025", "depuis septembre 2025 environ", "منذ نحو سبتمبر 2025"]),
    ];
    for (written, said) in table {
        for (tag, said) in LANGUAGES.into_iter().zip(said) {
            assert_eq!(builtin(tag).when(When::parse(written).expect("a date")), said, "{tag}");
        }
    }
    let date = Date::parse("2025-08-01").expect("a day");
    assert_eq!(builtin("fr").date(date), "1er août 2025");
    assert_eq!(builtin("fr").short_date(2025, Some(2), None), "févr. 2025");
    assert_eq!(builtin("en").years(2020, 2029), "2020 to 2029");
}

#[test]
fn plural_forms() {
    let notes = |tag: &str| {
        let language = builtin(tag);
        [0_usize, 1, 2, 3, 11, 100, 1234].map(|n| language.say("notes", &[("count", n.into())]))
    };
    assert_eq!(notes("en"), ["0 notes", "1 note", "2 notes", "3 notes", "11 notes", "100 notes", "1,234 notes"]);
    assert_eq!(notes("fr"), ["0 note", "1 note", "2 notes", "3 notes", "11 notes", "100 notes", "1\u{202f}234 notes"]);
    assert_eq!(notes("ar"), ["لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "3 ملاحظات", "11 ملاحظة", "100 ملاحظة", "1,234 ملاحظة"]);
    let articles = [3_usize, 11, 100].map(|n| builtin("ar").say("articles", &[("count", n.into())]));
    assert_eq!(articles, ["3 مقالات", "11 مقالًا", "100 مقال"]);
}

#[test]
fn scripts_get_all_forms() {
    let words = |tag: &str| builtin(tag).words(&["search-all".into(), "articles".into()]).expect("both are there");
    assert_eq!(
        words("en"),
        r#"{"search-all":"All {count}","articles":{"one":"{count} article","other":"{count} articles"}}"#
    );
    let arabic: serde_json::Value = serde_json::from_str(&words("ar")).expect("JSON");
    assert_eq!(arabic["articles"].as_object().map(serde_json::Map::len), Some(6));
    assert!(builtin("en").words(&["nothing".into()]).is_err());
}

#[test]
fn a_name_in_another_script_does_not_scramble_its_sentence() {
    let say = |tag: &str, title: &str| builtin(tag).say("compare-with", &[("title", title.into())]);
    assert_eq!(say("en", "Tides"), "Compare with Tides");
    assert_eq!(say("en", "المد"), "Compare with \u{2068}المد\u{2069}");
    assert_eq!(say("ar", "المد"), "قارن مع المد");
    assert_eq!(say("ar", "Tides!"), "قارن مع \u{2068}Tides!\u{2069}");
    assert_eq!(say("ar", "المد: Tides"), "قارن مع \u{2067}المد: Tides\u{2069}");
    assert_eq!(without_marks(&say("ar", "Tides!")), "قارن مع Tides!");
}

#[test]
fn what_a_language_lacks_comes_from_the_wider_one_then_from_english() {
    let read = |text: &str| crate::model::message::read(text).0;
    let messages = [
        ("en", "note = Note\nclaim = Claim\narticles = { $count ->\n    [one] one\n   *[other] many\n}"),
        ("fr", "note = Note (fr)\nclaim = Affirmation"),
        ("fr-ca", "note = Note (ca)"),
    ];
    let messages = messages.map(|(tag, text)| (tag.to_owned(), read(text)));
    let language = Language::new(&Look { messages: messages.into(), ..Look::default() }, "fr-CA");
    assert_eq!(["note", "claim"].map(|id| language.say(id, &[])), ["Note (ca)", "Affirmation"]);
    // English words keep to English rules: French has 0 as one.
    assert_eq!(language.say("articles", &[("count", 0_usize.into())]), "many");
}
