//! Which unit has which word, how often and in which field: lists of digits, one a word. A list has
//!
//! 1. how many units have the word in title or text, and how many notes have it, as [`number`](super::code)s,
//! 2. those units ([`push_numbers`]),
//! 3. for each of them one digit: title (0 to 2) × 10 + text (0 to 9),
//! 4. the notes: where they are many as those units, else of each the distance from the one before × 3 + its weight (0 to
//!    2) as a number. A word of many notes says little, and how often it stands in one even less.
//!
//! What is alike stands together: so gzip makes a third to a half of what it makes of units one by one. Weights are
//! frequencies against a text of usual length, in steps: BM25 needs no more, and lengths need not be loaded.

use rayon::prelude::*;

use super::code::{are_many, digit, push, push_numbers};
use super::gather::{Gathered, Part};

/// A word and its list.
pub(super) struct List {
    /// The word.
    pub(super) word: Box<str>,
    /// How many units have it, in any field.
    pub(super) units: usize,
    /// The list.
    pub(super) codes: Vec<u8>,
}

/// The lists of all words, in the order of the words.
pub(super) fn lists(gathered: &Gathered, units: usize) -> Vec<List> {
    let words: Vec<&[Part]> = gathered.parts.chunk_by(|a, b| a.word == b.word).collect();
    words.into_par_iter().map(|parts| list(parts, units, gathered.notes)).collect()
}

/// The list of a word that is in these parts, of a site with so many units and notes.
fn list(parts: &[Part], units: usize, notes: usize) -> List {
    let in_texts = || parts.iter().flat_map(|part| part.places.texts.iter().copied());
    let in_notes = || parts.iter().flat_map(|part| part.places.notes.iter().copied());
    let counts = [in_texts().count(), in_notes().count()];
    let mut codes = Vec::with_capacity(8 + counts[0] * 2 + counts[1]);
    push(&mut codes, counts[0]);
    push(&mut codes, counts[1]);
    push_numbers(&mut codes, in_texts().map(|place| place.0), counts[0], units);
    codes.extend(in_texts().map(|(_, fields)| digit(usize::from(fields))));
    if are_many(counts[1], notes) {
        push_numbers(&mut codes, in_notes().map(|place| place.0), counts[1], notes);
    } else {
        let mut before = 0;
        for (note, weight) in in_notes() {
            push(&mut codes, (note - before) as usize * 3 + usize::from(weight));
            before = note;
        }
    }
    List { word: parts[0].word.clone(), units: parts.iter().map(|part| part.places.units).sum(), codes }
}

#[cfg(test)]
mod tests {
    use super::super::gather::Places;
    use super::*;

    /// The list of a word in units 5 and 7 and notes 8, 9 and 10, of a site with so many units and notes.
    fn tide(units: usize, notes: usize) -> String {
        let places = Places { texts: vec![(5, 17), (7, 7)], notes: vec![(8, 2), (9, 2), (10, 2)], ..Places::default() };
        let list = list(&[Part { word: "tide".into(), first: 0, places }], units, notes);
        String::from_utf8(list.codes).unwrap()
    }

    fn digits(values: &[usize]) -> String {
        values.iter().map(|&value| char::from(digit(value))).collect()
    }

    #[test]
    fn a_list_is_written_as_the_module_says() {
        assert_eq!(tide(100, 100), digits(&[2, 3, 5, 2, 17, 7, 8 * 3 + 2, 3 + 2, 3 + 2]));
    }

    #[test]
    fn a_list_of_many_is_bits() {
        assert_eq!(tide(8, 12), digits(&[2, 3, 32, 2, 17, 7, 0, 1 << 2 | 1 << 3 | 1 << 4]));
    }
}
