//! Passages that articles share: runs of words that stand in two of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::library::Library;
use crate::model::shared::{SharedPair, SharedPassage};
use crate::text::TextRange;

/// Words of the shortest run that is reported.
const SHORTEST: usize = 8;

/// All pairs of articles that share a passage, by the numbers of the two.
pub(super) fn collect(library: &Library) -> Vec<SharedPair> {
    let words: Vec<Vec<(TextRange, String)>> = library.articles.iter().map(|a| words(a.body.text.as_str())).collect();
    let mut starts: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut pairs: BTreeMap<(usize, usize), (Vec<SharedPassage>, BTreeSet<usize>)> = BTreeMap::new();
    for (second, there) in words.iter().enumerate() {
        let grams: Vec<String> = there.windows(SHORTEST).map(gram).collect();
        for (to, key) in grams.iter().enumerate() {
            for &(first, from) in starts.get(key).map(Vec::as_slice).unwrap_or_default() {
                let (found, covered) = pairs.entry((first, second)).or_default();
                if covered.contains(&from) {
                    continue;
                }
                let here = &words[first];
                let run = (0..).take_while(|n| same(here, from + n, there, to + n)).count();
                covered.extend(from..from + run);
                found.push(SharedPassage {
                    here: TextRange { start: here[from].0.start, end: here[from + run - 1].0.end },
                    there: TextRange { start: there[to].0.start, end: there[to + run - 1].0.end },
                    same: run,
                    words: run,
                });
            }
        }
        for (at, key) in grams.into_iter().enumerate() {
            starts.entry(key).or_default().push((second, at));
        }
    }
    let pair = |((first, second), (mut passages, _)): ((usize, usize), (Vec<SharedPassage>, _))| {
        passages.sort_by_key(|p| p.here.start);
        let part = |article: usize| {
            let shared: usize = passages.iter().map(|p| p.same).sum();
            shared as f64 / words[article].len() as f64
        };
        SharedPair { first, second, part_of_first: part(first), part_of_second: part(second), passages }
    };
    pairs.into_iter().map(pair).collect()
}

fn same(here: &[(TextRange, String)], from: usize, there: &[(TextRange, String)], to: usize) -> bool {
    here.get(from).zip(there.get(to)).is_some_and(|(a, b)| a.1 == b.1)
}

fn gram(words: &[(TextRange, String)]) -> String {
    words.iter().map(|w| w.1.as_str()).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<(TextRange, String)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|w| (TextRange::new(start(w), start(w) + w.len()), w.to_lowercase())).collect()
}
