//! The words of all units and notes.
//!
//! Units are taken in chunks of fixed size, each by any thread, and the chunks stay in order, so that what is made of them
//! does not depend on the number of threads. Notes are numbered through, in the order of their units.

use std::cmp::Ordering;
use std::collections::HashMap;

use rayon::prelude::*;

use super::unit::{Words, notes, words};
use super::word;
use crate::model::site::{Site, Thing};

/// Units in a chunk: many threads have work on a large site, and joining costs little.
pub(super) const CHUNK: usize = 256;

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

/// What all units say.
pub(super) struct Gathered {
    /// How many notes there are.
    pub(super) notes: usize,
    /// The words of all chunks, by word in the order of UTF-16, as scripts compare, and by chunk.
    pub(super) parts: Vec<Part>,
}

/// Reads all units.
pub(super) fn gather(site: &Site, units: &[Thing]) -> Gathered {
    let mut all_notes = 0;
    let mut chunks = Vec::new();
    for (chunk, part) in units.chunks(CHUNK).enumerate() {
        chunks.push((Gatherer::at(chunk * CHUNK, all_notes), part));
        all_notes += part.iter().map(|&unit| notes(site, unit)).sum::<usize>();
    }
    let gathered = chunks.into_par_iter().flat_map(|(gatherer, units)| gatherer.gather(site, units));
    let mut parts: Vec<Part> = gathered.collect();
    parts.par_sort_unstable_by(|a, b| utf16_order(&a.word, &b.word).then(a.first.cmp(&b.first)));
    Gathered { notes: all_notes, parts }
}

/// Compares as JavaScript does. Only characters beyond U+FFFF, whose surrogates come before U+E000, differ from UTF-8.
fn utf16_order(a: &str, b: &str) -> Ordering {
    let key = |byte: u8| if matches!(byte, 0xEE | 0xEF) { byte + 0x10 } else { byte };
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => key(a).cmp(&key(b)),
        None => a.len().cmp(&b.len()),
    }
}

/// The number of a unit or note, and its fields or weight.
pub(super) type Place = (u32, u8);

/// Where a word stands in one chunk.
#[derive(Default)]
pub(super) struct Places {
    /// How many units have it, in any field.
    pub(super) units: usize,
    pub(super) last: Option<u32>,
    /// The units that have it in title or text: title (0 to 2) × 10 + text (0 to 9).
    pub(super) texts: Vec<Place>,
    /// The notes that have it: 0 to 2.
    pub(super) notes: Vec<Place>,
}

/// A word in one chunk.
pub(super) struct Part {
    pub(super) word: Box<str>,
    /// The first unit of the chunk.
    pub(super) first: u32,
    pub(super) places: Places,
}

/// How often the unit at hand has a word.
#[derive(Clone, Copy, Default)]
struct Count {
    title: u32,
    text: u32,
    note: u32,
}

/// Gathers the words of a chunk.
#[derive(Default)]
struct Gatherer {
    /// The unit and the note that come next.
    unit: u32,
    note: u32,
    /// The number of each word in the chunk.
    numbers: HashMap<Box<str>, usize>,
    counts: Vec<Count>,
    places: Vec<Places>,
    /// Words of the text at hand; those of title and text may be there twice.
    found: Vec<usize>,
}

impl Gatherer {
    /// For the chunk that begins with this unit and this note.
    fn at(unit: usize, note: usize) -> Self {
        let number = |number| u32::try_from(number).expect("units and notes are files, fewer than 2^32");
        Self { unit: number(unit), note: number(note), ..Self::default() }
    }

    fn gather(mut self, site: &Site, units: &[Thing]) -> Vec<Part> {
        let first = self.unit;
        for &unit in units {
            self.unit(&words(site, unit));
        }
        // In any order: the parts are sorted by word and chunk before anything is made of them.
        let Self { numbers, mut places, .. } = self;
        let part =
            |(word, number): (Box<str>, usize)| Part { word, first, places: std::mem::take(&mut places[number]) };
        numbers.into_iter().map(part).collect()
    }

    fn unit(&mut self, words: &Words<'_>) {
        for text in &words.title {
            self.count(text, |count| &mut count.title);
        }
        let mut length = 0;
        for block in &words.blocks {
            length += self.count(block.text, |count| &mut count.text);
        }
        self.close_text(length);
        for (_, text) in &words.notes {
            self.close_note(text);
        }
        self.unit += 1;
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
                self.places.push(Places::default());
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

    /// Adds the unit to the words of its title and text.
    fn close_text(&mut self, length: u32) {
        for number in std::mem::take(&mut self.found) {
            let Count { title, text, .. } = std::mem::take(&mut self.counts[number]);
            if title + text == 0 {
                continue;
            }
            let text = if text == 0 { 0 } else { 1 + step(&TEXT_STEPS, text, length, USUAL_TEXT) };
            let unit = self.unit;
            self.places[number].in_unit(unit).texts.push((unit, title.min(2) as u8 * 10 + text));
        }
    }

    /// Adds the next note to its words.
    fn close_note(&mut self, text: &str) {
        let length = self.count(text, |count| &mut count.note);
        for number in std::mem::take(&mut self.found) {
            let count = std::mem::take(&mut self.counts[number].note);
            let weight = step(&NOTE_STEPS, count, length, USUAL_NOTE);
            self.places[number].in_unit(self.unit).notes.push((self.note, weight));
        }
        self.note += 1;
    }
}

impl Places {
    /// Counts a unit, once.
    fn in_unit(&mut self, unit: u32) -> &mut Self {
        if self.last.replace(unit) != Some(unit) {
            self.units += 1;
        }
        self
    }
}

/// The step of a frequency in a text of so many words.
fn step(steps: &[f64], count: u32, length: u32, usual: f64) -> u8 {
    let weight = f64::from(count) / (1.0 - LENGTH + LENGTH * f64::from(length) / usual);
    steps.iter().map(|&edge| u8::from(weight >= edge)).sum()
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
        assert_eq!(usize::from(text(u32::MAX, 1)), TEXT_STEPS.len());
    }

    #[test]
    fn a_word_is_gathered_by_unit_and_note() {
        let mut gatherer = Gatherer::at(5, 7);
        let block = |text| super::super::unit::Block { place: Box::default(), text };
        let words = |title, text, notes| Words { title: vec![title], blocks: vec![block(text)], notes };
        gatherer.unit(&words("Tide", "tide", vec![("a", "no"), ("b", "tide"), ("c", "tide")]));
        gatherer.unit(&words("Ebb", "ebb", vec![]));
        gatherer.unit(&words("Ebb", "a tide", vec![("a", "tide")]));
        let places = &gatherer.places[gatherer.numbers["tide"]];
        assert_eq!(places.units, 2);
        assert_eq!(places.texts, [(5, 17), (7, 7)]);
        assert_eq!(places.notes, [(8, 2), (9, 2), (10, 2)]);
    }
}
