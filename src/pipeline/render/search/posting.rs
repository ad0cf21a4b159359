//! Which unit has which word, how often and in which field: lists of digits, one a word.
//!
//! Units are taken in chunks of fixed size, each by any thread, and the chunks are joined in order, so that the lists do
//! not depend on the number of threads. A list has for each unit that has the word
//!
//! 1. the distance from the unit before (from 0 for the first), as a [`number`](super::code),
//! 2. one digit: title (0 to 2) × 30 + text (0 to 9) × 3 + notes (0, 1, 2 for two and more),
//! 3. for two and more notes their count, as a number,
//! 4. for each note its distance from the note before × 3 + its weight (0 to 2), as a number.
//!
//! Weights are frequencies against a text of usual length, in steps: BM25 needs no more, and lengths need not be loaded.

use std::cmp::Ordering;
use std::collections::HashMap;

use rayon::prelude::*;

use super::code::{digit, push};
use super::unit::{Words, words};
use super::word;
use crate::model::site::{Site, Thing};

/// Units in a chunk: many threads have work on a large site, and joining costs little.
const CHUNK: usize = 256;

/// Words of a text whose frequencies count as they are; of longer ones they count less (BM25's `avgdl`, but fixed, so
/// that one edit does not change the lists of all words).
const USUAL_TEXT: f64 = 800.0;
/// The same for a note.
const USUAL_NOTE: f64 = 60.0;
/// How much the length counts, 0..=1 (BM25's `b`; Robertson and Zaragoza 2009 recommend 0.5 to 0.8).
const LENGTH: f64 = 0.75;

/// Where the steps of a text's weight lie: step 1 is about 0.25, each next one 1.6 times as much. `search.js` has the
/// middles of the steps.
const TEXT_STEPS: [f64; 8] = [0.32, 0.5, 0.8, 1.26, 2.0, 3.2, 5.0, 8.0];
/// The same for a note: about 0.6, 1.2 and 2.4.
const NOTE_STEPS: [f64; 2] = [0.85, 1.7];

/// All lists of a word.
pub(super) struct List {
    /// The word.
    pub(super) word: Box<str>,
    /// How many units have it.
    pub(super) units: usize,
    /// The list.
    pub(super) codes: Vec<u8>,
}

/// The lists of all words, in the order of UTF-16, as scripts compare.
pub(super) fn lists(site: &Site, units: &[Thing]) -> Vec<List> {
    let mut parts: Vec<Part> = units
        .par_chunks(CHUNK)
        .enumerate()
        .flat_map(|(chunk, units)| Gatherer::gather(site, chunk * CHUNK, units))
        .collect();
    parts.par_sort_unstable_by(|a, b| utf16_order(&a.word, &b.word).then(a.first.cmp(&b.first)));
    let mut lists: Vec<List> = Vec::new();
    let mut before = 0;
    for part in parts {
        match lists.last_mut() {
            Some(list) if list.word == part.word => {
                push(&mut list.codes, part.first - before);
                list.codes.extend(part.codes);
                list.units += part.units;
            }
            _ => {
                let mut codes = Vec::with_capacity(part.codes.len() + 3);
                push(&mut codes, part.first);
                codes.extend(part.codes);
                lists.push(List { word: part.word, units: part.units, codes });
            }
        }
        before = part.last;
    }
    lists
}

/// Compares as JavaScript does. Only characters beyond U+FFFF, whose surrogates come before U+E000, differ from UTF-8.
fn utf16_order(a: &str, b: &str) -> Ordering {
    let key = |byte: u8| if matches!(byte, 0xEE | 0xEF) { byte + 0x10 } else { byte };
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => key(a).cmp(&key(b)),
        None => a.len().cmp(&b.len()),
    }
}

/// A word's list in one chunk; the distance to its first unit is still to come.
struct Part {
    word: Box<str>,
    first: usize,
    last: usize,
    units: usize,
    codes: Vec<u8>,
}

/// How often the unit at hand has a word.
#[derive(Clone, Copy, Default)]
struct Count {
    title: u32,
    text: u32,
    note: u32,
}

/// Gathers the lists of a chunk.
#[derive(Default)]
struct Gatherer {
    /// The number of each word in the chunk.
    numbers: HashMap<Box<str>, usize>,
    counts: Vec<Count>,
    lists: Vec<(usize, usize, usize, Vec<u8>)>,
    /// Words of the unit's title and text.
    found: Vec<usize>,
    /// Words of the unit's notes: word, note, weight.
    noted: Vec<(usize, usize, usize)>,
}

impl Gatherer {
    fn gather(site: &Site, first: usize, units: &[Thing]) -> Vec<Part> {
        let mut gatherer = Self::default();
        for (at, &unit) in units.iter().enumerate() {
            gatherer.unit(first + at, &words(site, unit));
        }
        // In any order: the lists are sorted by word and chunk before anything is made of them.
        let Self { numbers, mut lists, .. } = gatherer;
        let part = |(word, number): (Box<str>, usize)| {
            let (first, last, units, codes) = std::mem::take(&mut lists[number]);
            Part { word, first, last, units, codes }
        };
        numbers.into_iter().map(part).collect()
    }

    fn unit(&mut self, unit: usize, words: &Words<'_>) {
        for text in &words.title {
            self.count(text, |count| &mut count.title);
        }
        let mut length = 0;
        for block in &words.blocks {
            length += self.count(block.text, |count| &mut count.text);
        }
        for (note, (_, text)) in words.notes.iter().enumerate() {
            self.note(note, text);
        }
        self.found.sort_unstable();
        self.found.dedup();
        self.noted.sort_unstable();
        self.close(unit, length);
    }

    /// Counts the words of a text in a field and tells how many there are.
    fn count(&mut self, text: &str, field: impl Fn(&mut Count) -> &mut u32) -> u32 {
        let mut length = 0;
        word::words(text, |word| {
            length += 1;
            let known = self.numbers.get(word).copied();
            let number = known.unwrap_or_else(|| {
                let number = self.counts.len();
                self.numbers.insert(word.into(), number);
                self.counts.push(Count::default());
                self.lists.push((0, 0, 0, Vec::new()));
                number
            });
            let count = field(&mut self.counts[number]);
            if *count == 0 {
                self.found.push(number);
            }
            *count += 1;
        });
        length
    }

    fn note(&mut self, note: usize, text: &str) {
        let before = self.found.len();
        let length = self.count(text, |count| &mut count.note);
        for number in self.found.drain(before..) {
            let count = std::mem::take(&mut self.counts[number].note);
            self.noted.push((number, note, step(&NOTE_STEPS, count, length, USUAL_NOTE)));
        }
    }

    /// Adds the unit to the lists of its words.
    fn close(&mut self, unit: usize, length: u32) {
        let mut in_notes = &self.noted[..];
        let mut found = self.found.iter().copied().peekable();
        loop {
            let number = match (found.peek(), in_notes.first()) {
                (Some(&a), Some(&(b, ..))) => a.min(b),
                (Some(&a), None) => a,
                (None, Some(&(b, ..))) => b,
                (None, None) => break,
            };
            found.next_if_eq(&number);
            let notes = in_notes.iter().take_while(|note| note.0 == number).count();
            let count = std::mem::take(&mut self.counts[number]);
            let text = if count.text == 0 { 0 } else { 1 + step(&TEXT_STEPS, count.text, length, USUAL_TEXT) };
            let (first, last, units, codes) = &mut self.lists[number];
            if *units == 0 {
                *first = unit;
            } else {
                push(codes, unit - *last);
            }
            (*last, *units) = (unit, *units + 1);
            codes.push(digit(count.title.min(2) as usize * 30 + text * 3 + notes.min(2)));
            if notes >= 2 {
                push(codes, notes);
            }
            let mut before = 0;
            for &(_, note, weight) in &in_notes[..notes] {
                push(codes, (note - before) * 3 + weight);
                before = note;
            }
            in_notes = &in_notes[notes..];
        }
        self.found.clear();
        self.noted.clear();
    }
}

/// The step of a frequency in a text of so many words.
fn step(steps: &[f64], count: u32, length: u32, usual: f64) -> usize {
    let weight = f64::from(count) / (1.0 - LENGTH + LENGTH * f64::from(length) / usual);
    steps.iter().take_while(|&&edge| weight >= edge).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_ordered_as_scripts_do() {
        let mut words = ["z", "ab", "a", "\u{FF21}", "\u{20000}", "\u{E000}", "龍"];
        words.sort_by(|a, b| utf16_order(a, b));
        let mut wanted = words;
        wanted.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
        assert_eq!(words, wanted);
    }

    #[test]
    fn a_word_counts_more_in_a_short_text() {
        let text = |count, length| step(&TEXT_STEPS, count, length, USUAL_TEXT);
        assert!(text(1, 50) > text(1, 800) && text(3, 800) > text(1, 800) && text(1, 5000) == 0);
        assert_eq!(text(u32::MAX, 1), TEXT_STEPS.len());
    }

    #[test]
    fn a_unit_is_written_as_the_module_says() {
        let mut gatherer = Gatherer::default();
        let block = |text| super::super::unit::Block { place: Box::default(), text };
        let words = |title, text, notes| Words { title: vec![title], blocks: vec![block(text)], notes };
        gatherer.unit(5, &words("Tide", "tide", vec![("a", "no"), ("b", "tide"), ("c", "tide")]));
        gatherer.unit(9, &words("Ebb", "ebb", vec![]));
        gatherer.unit(12, &words("Ebb", "a tide", vec![("a", "tide")]));
        let (first, last, units, codes) = &gatherer.lists[gatherer.numbers["tide"]];
        let mut wanted = vec![digit(30 + 7 * 3 + 2)];
        push(&mut wanted, 2);
        push(&mut wanted, 3 + 2);
        push(&mut wanted, 3 + 2);
        push(&mut wanted, 7);
        wanted.push(digit(7 * 3 + 1));
        push(&mut wanted, 2);
        assert_eq!((*first, *last, *units), (5, 12, 2));
        assert_eq!(String::from_utf8_lossy(codes), String::from_utf8_lossy(&wanted));
    }
}
