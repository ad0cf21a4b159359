//! Many events, few, vague and long ones: what always holds of the picture.

use super::super::super::language::english;
use super::*;
use crate::model::date::When;

fn entry(when: &str, text: &str) -> Entry {
    let when = When::parse(when).expect("a date");
    let href = format!("#{}", "e".repeat(90));
    Entry {
        extent: when.into(),
        about: when.approximate,
        when: english().when(when),
        text: text.into(),
        href,
        context: false,
    }
}

fn timeline(events: &[&str], rows: &[&[&str]]) -> Timeline {
    let all = |whens: &[&str]| whens.iter().map(|when| entry(when, "The boats come in.")).collect::<Vec<_>>();
    let row = |whens: &&[&str]| Row { label: "Harbour News".into(), entries: all(whens) };
    Timeline { name: "Timeline".into(), events: all(events), rows: rows.iter().map(row).collect() }
}

/// A thousand days of the same few years, from a fixed rule; several on some days, with vague ones and long ones.
fn many(count: u32) -> Vec<String> {
    let when = |n: u32| {
        let (year, month, day) = ([1990, 2003, 2020][(n % 7 / 3) as usize], n * 7 % 12 + 1, n * n % 28 + 1);
        match n % 50 {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}~"),
            2 => format!("{year}-{month:02}-{day:02}/.."),
            3 => format!("{year}/2021"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    };
    let mut whens: Vec<String> = (0..count).map(when).collect();
    whens.sort();
    whens
}

/// All values of an attribute that are parts of the width.
fn parts(svg: &str, name: &str) -> Vec<f64> {
    let sign = format!(" {name}=\"");
    let values = svg.split(&sign).skip(1).filter_map(|rest| rest.split_once("%\"")?.0.parse().ok());
    values.collect()
}

fn svg(timeline: &Timeline) -> String {
    let drawing = draw(timeline, english()).expect("there are events");
    serde_json::to_string(&drawing.svg).expect("HTML is a string").replace("\\\"", "\"")
}

#[test]
fn few_have_words_and_many_have_numbers() {
    let marks = |events: &[&str]| draw(&timeline(events, &[]), english()).map(|drawing| drawing.marks);
    assert_eq!(marks(&["2025-11-01"]), Some(Marks::Words));
    assert_eq!(marks(&["2025-11-01", "2025-11-01", "1960", "2001/2005", "2004/..", "2024-02~"]), Some(Marks::Words));
    assert_eq!(marks(&["2025-11-01"; 10]), Some(Marks::Numbers));
    assert_eq!(marks(&[]), None);
}

#[test]
fn every_mark_stands_inside() {
    for count in [1, 2, 9, 60, 400] {
        let whens = many(count);
        let whens: Vec<&str> = whens.iter().map(String::as_str).collect();
        let svg = svg(&timeline(&whens, &[whens.as_slice(), &["2003-05-05"]]));
        for name in ["x", "cx", "x1", "x2"] {
            assert!(parts(&svg, name).iter().all(|part| (0.0..=100.0).contains(part)), "{count} {name}");
        }
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}

#[test]
fn ten_thousand_are_one_small_picture() {
    let whens = many(10_000);
    let whens: Vec<&str> = whens.iter().map(String::as_str).collect();
    let rows: Vec<&[&str]> = vec![whens.as_slice(); MOST_ROWS];
    let timeline = timeline(&whens, &rows);
    let drawing = draw(&timeline, english()).expect("there are events");
    assert!(drawing.svg.len() <= MOST_BYTES, "{} bytes", drawing.svg.len());
    assert_eq!(drawing.svg, draw(&timeline, english()).expect("again").svg);
}

#[test]
fn no_names_make_it_long() {
    let mut timeline = timeline(&["2003-01-01", "2003-02-01"], &[]);
    timeline.events =
        (1..28).flat_map(|day| [day, day]).map(|day| entry(&format!("2003-01-{day:02}"), &"\"".repeat(400))).collect();
    timeline.rows = (0..6).map(|_| Row { label: "水".repeat(90), entries: timeline.events.clone() }).collect();
    let bytes = draw(&timeline, english()).expect("there are events").svg.len();
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
}

#[test]
fn nobody_s_words_are_markup() {
    let mut timeline = timeline(&["2003-01-01"], &[&["2004"]]);
    timeline.events[0].text = "<script>\"".into();
    timeline.rows[0].label = "</svg><b>".into();
    let svg = svg(&timeline);
    assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
}
