//! Which unit has which two common words side by side, for phrases: lists by the hash of the pair.
//!
//! A list by pair would need all pairs of the site as its words, and most of these stand once. So pairs share lists: a unit
//! that has none of the pair is still in its list where another of its pairs has the same hash, which is one unit in fifty
//! or so. A phrase is what has all its words and these pairs, and is then looked for in the texts of the hits that are
//! shown. Of pairs with a rare word that word's own list says enough; what is written without spaces needs none of this
//! either, since its words are pairs of characters already.
//!
//! A file has the lists of some hashes in order: for each how many numbers it has, as a number, and these
//! ([`push_numbers`]): twice the unit for its title and text, one more for its notes.

use std::collections::HashMap;

use rayon::prelude::*;
use serde_json::json;

use super::Files;
use super::code::{push, push_numbers};
use super::gather::CHUNK;
use super::posting::List;
use super::unit::words;
use super::word::{self, is_unspaced};
use crate::model::site::{Site, Thing};

/// Units that a word must be in to be common: as many texts as one look for a phrase loads (`TEXTS` of `search.js`).
const FEW: usize = 24;
/// And one in so many of all units.
const ONE_IN: usize = 100;
/// Bits of a pair's hash on a large site: text and notes of an article have some five hundred pairs of common words.
const MOST_BITS: u32 = 15;
/// Bits more than those of the number of units: what a small site has is found among few units anyhow.
const MORE_BITS: u32 = 7;
/// Bytes of a file, about 10 kB gzipped.
const SIZE: usize = 16 << 10;
/// Bits of a chunk's part of a number: units of a chunk, twice.
const IN_CHUNK: u32 = (CHUNK * 2).ilog2();

/// FNV-1a of a word in UTF-16, as scripts see it.
fn hash(word: &str) -> u32 {
    word.encode_utf16().fold(0x811C_9DC5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

/// The hash of a pair; `search.js` has the same (`pairHash`).
fn pair(a: u32, b: u32, bits: u32) -> u32 {
    let mixed = a.wrapping_mul(0x9E37_79B1) ^ b;
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x85EB_CA6B);
    mixed >> (32 - bits)
}

/// Puts the lists of all pairs into files. The name of a file with: the bits of a hash, those of them that hashes of one
/// file differ in, and the names of the files.
pub(super) fn shards(site: &Site, units: &[Thing], lists: &[List], files: &mut Files) -> String {
    let is_common = |list: &&List| list.units > FEW.max(units.len() / ONE_IN) && !list.word.starts_with(is_unspaced);
    let common = lists.iter().filter(is_common).map(|list| (&*list.word, hash(&list.word))).collect();
    let bits = (units.len().max(1).next_power_of_two().ilog2() + MORE_BITS).min(MOST_BITS);
    let gather = |units: &[Thing]| Gatherer { common: &common, bits, pairs: Vec::new() }.gather(site, units);
    let chunks: Vec<Vec<u32>> = units.par_chunks(CHUNK).map(gather).collect();
    let all: usize = chunks.iter().map(Vec::len).sum();
    // Distances take one or two digits.
    let file_bits = (all * 3 / 2).div_ceil(SIZE).max(1).next_power_of_two().ilog2().min(bits);
    let low_bits = bits - file_bits;
    let text = |file: u32| text(&chunks, units.len(), file << low_bits, low_bits);
    let texts: Vec<String> = (0..1 << file_bits).into_par_iter().map(text).collect();
    let names: Vec<String> = texts.into_iter().map(|text| files.add(&json!(text))).collect();
    files.add(&json!([bits, low_bits, names]))
}

/// Gathers the pairs of a chunk.
struct Gatherer<'a> {
    /// The hashes of common words.
    common: &'a HashMap<&'a str, u32>,
    bits: u32,
    /// The hash of each pair, and behind it the unit, from 0, and its side.
    pairs: Vec<u32>,
}

impl Gatherer<'_> {
    /// The pairs of these units, in order.
    fn gather(mut self, site: &Site, units: &[Thing]) -> Vec<u32> {
        for (unit, &thing) in (0..).step_by(2).zip(units) {
            let words = words(site, thing);
            self.side(unit, words.title.into_iter().chain(words.blocks.iter().map(|block| block.text)));
            self.side(unit + 1, words.notes.into_iter().map(|(_, text)| text));
        }
        self.pairs.sort_unstable();
        self.pairs
    }

    /// Adds the pairs of one side of a unit, each once.
    fn side<'t>(&mut self, number: u32, texts: impl Iterator<Item = &'t str>) {
        let start = self.pairs.len();
        for text in texts {
            let mut before = None;
            word::words(text, |word| {
                let hash = self.common.get(word).copied();
                if let (Some(a), Some(b)) = (before, hash) {
                    self.pairs.push(pair(a, b, self.bits) << IN_CHUNK | number);
                }
                before = hash;
            });
        }
        self.pairs[start..].sort_unstable();
        let mut kept = start;
        for at in start..self.pairs.len() {
            if at == start || self.pairs[at] != self.pairs[kept - 1] {
                self.pairs[kept] = self.pairs[at];
                kept += 1;
            }
        }
        self.pairs.truncate(kept);
    }
}

/// The lists of the hashes from `first` on that differ in the low bits only.
fn text(chunks: &[Vec<u32>], units: usize, first: u32, low_bits: u32) -> String {
    let mut out = Vec::new();
    let mut rest: Vec<&[u32]> = chunks.iter().map(|chunk| &chunk[before(chunk, first)..]).collect();
    let mut numbers = Vec::new();
    for hash in first..first + (1 << low_bits) {
        numbers.clear();
        for (base, rest) in (0..).step_by(CHUNK * 2).zip(&mut rest) {
            let (own, behind) = rest.split_at(before(rest, hash + 1));
            numbers.extend(own.iter().map(|entry| base + (entry & ((1 << IN_CHUNK) - 1))));
            *rest = behind;
        }
        push(&mut out, numbers.len());
        push_numbers(&mut out, numbers.iter().copied(), numbers.len(), units * 2);
    }
    String::from_utf8(out).expect("digits are ASCII")
}

/// How many entries are of pairs before `hash`.
fn before(entries: &[u32], hash: u32) -> usize {
    entries.partition_point(|entry| entry >> IN_CHUNK < hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_are_common_make_pairs_each_once() {
        let common = ["tide", "table"].into_iter().map(|word| (word, hash(word))).collect();
        let mut gatherer = Gatherer { common: &common, bits: 15, pairs: Vec::new() };
        gatherer.side(0, ["Tide table, tide tables", "Tide table"].into_iter());
        gatherer.side(3, ["tide", "table tide"].into_iter());
        let pair = |a: &str, b: &str| pair(hash(a), hash(b), 15) << IN_CHUNK;
        let mut wanted = [pair("tide", "table"), pair("table", "tide")];
        wanted.sort_unstable();
        assert_eq!(gatherer.pairs, [wanted[0], wanted[1], pair("table", "tide") | 3]);
    }

    /// `tests/browser/checks/search.mjs` expects the same of the script.
    #[test]
    fn a_pair_has_the_hash_that_the_script_gives_it() {
        let pair = |a: &str, b: &str| pair(hash(a), hash(b), 15);
        assert_eq!([pair("tide", "table"), pair("école", "ärger"), pair("прилив", "𐐀")], [15387, 20761, 31406]);
    }

    #[test]
    fn a_file_has_the_lists_of_its_hashes() {
        let chunks = [vec![4 << IN_CHUNK | 3, 6 << IN_CHUNK | 1], vec![6 << IN_CHUNK | 2]];
        let mut wanted = Vec::new();
        for number in [1, 3, 0, 2, 1] {
            push(&mut wanted, number);
        }
        push(&mut wanted, CHUNK * 2 + 1);
        push(&mut wanted, 0);
        assert_eq!(text(&chunks, 1000, 4, 2).into_bytes(), wanted);
    }
}
