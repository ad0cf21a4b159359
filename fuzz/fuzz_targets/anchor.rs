//! Texts, quotes and edits against the laws of `tests/anchor/laws.rs`.
#![no_main]

#[path = "../../tests/anchor/laws.rs"]
mod laws;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use postil::pipeline::anchor::{Quote, describe};
use postil::text::TextRange;

/// A piece of text: mostly one of [`PIECES`], so that much occurs twice; sometimes any character.
#[derive(Arbitrary, Debug)]
enum Piece {
    Known(u8),
    Again(u8),
    Any(char),
}

/// Words that resemble each other, signs that fold, characters that combine, scripts without spaces.
#[rustfmt::skip]
const PIECES: [&str; 64] = [
    " ", " ", " ", " ", " ", "\n", "\u{a0}", "\r\n", "the", "tide", "tides", "time", "low", "Low", "harbour", "harbours", "master",
    "a", "of", "no", "1848", "1849", "-", "–", "“", "”", "\"", "'", "’", ".", ",", "…", " … ", "...", "é", "e\u{301}",
    "\u{301}", "\u{ad}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{e000}", "水", "你好", "ไทย", "ที่", "한", "\u{1112}\u{1161}\u{11ab}",
    "क्षि", "ا", "עברית", "ß", "ſ", "İ", "ﬁ", "ǆ", "👩\u{200d}💻", "👨\u{200d}👩\u{200d}👧", "🇫🇷", "🇫", "👍🏽", "x\u{30c}", "\u{1f3fd}", "`",
];

/// Words, none of which is among the pieces.
const NEW: &str = "Qvw xyq 7 zzyx.\n";

fn write(pieces: &[Piece]) -> String {
    pieces.iter().fold(String::new(), |mut text, piece| {
        match piece {
            Piece::Known(n) | Piece::Again(n) => text.push_str(PIECES[*n as usize % PIECES.len()]),
            Piece::Any(c) => text.push(*c),
        }
        text
    })
}

/// What is done to a text: at a character some are taken out and others put in.
#[derive(Arbitrary, Debug)]
struct Edit {
    at: u16,
    out: u8,
    put: Vec<Piece>,
}

/// Which part of a hint is kept.
#[derive(Arbitrary, Debug)]
struct Kept {
    prefix: Option<u8>,
    suffix: Option<u8>,
    position: Option<i16>,
}

#[derive(Arbitrary, Debug)]
struct Input {
    text: Vec<Piece>,
    ends: [(u16, u16); 2],
    kept: [Kept; 2],
    edits: Vec<Edit>,
    other: Vec<Piece>,
}

fn edited(text: &str, edits: &[Edit]) -> String {
    edits.iter().take(6).fold(text.to_owned(), |text, edit| {
        let chars: Vec<char> = text.chars().collect();
        let at = edit.at as usize % (chars.len() + 1);
        let rest = (at + edit.out as usize).min(chars.len());
        chars[..at].iter().copied().chain(write(&edit.put).chars()).chain(chars[rest..].iter().copied()).collect()
    })
}

fn cut(text: &str, most: u8) -> &str {
    &text[..text.char_indices().nth(most as usize).map_or(text.len(), |(at, _)| at)]
}

fuzz_target!(|input: Input| {
    let text = write(&input.text);
    let ranges = input.ends.map(|(one, other)| laws::stretch(&text, one as usize, other as usize));
    let stored = ranges.clone().map(|range| range.map(|range| describe(&text, TextRange::new(range.start, range.end))));
    let new = edited(&text, &input.edits);
    let other = write(&input.other);
    let quotes: Vec<Quote<'_>> = (0..2)
        .map(|i| {
            let (kept, stored) = (&input.kept[i], stored[i].as_ref());
            let position = stored.and_then(|stored| stored.position).unwrap_or_default();
            Quote {
                words: ranges[i].clone().map_or(&other, |range| &text[range]),
                prefix: kept
                    .prefix
                    .map(|most| stored.map_or(&*other, |s| cut(s.prefix.as_deref().unwrap_or_default(), most))),
                suffix: kept
                    .suffix
                    .map(|most| stored.map_or(&*other, |s| cut(s.suffix.as_deref().unwrap_or_default(), most))),
                position: kept.position.map(|by| position.saturating_add_signed(by as isize)),
            }
        })
        .collect();
    for text in [&text, &new, &other] {
        laws::any_question(text, quotes[0], quotes[1]);
    }
    for (range, quote) in ranges.into_iter().zip(&quotes) {
        laws::any_revision(&text, &new, *quote);
        laws::any_revision(&new, &text, *quote);
        if let Some(range) = range {
            laws::described(&text, range.clone());
            laws::undisturbed(&text, range.clone(), &other, &new);
            laws::carried(&text, range.clone(), "");
            laws::carried(&text, range, NEW);
        }
    }
});
