//! What an outlet writes below or above each of its articles: footers, calls to subscribe, words about the author.
//!
//! A run is the outlet's own where several of its articles have it and few of other outlets do; a sentence, where most of
//! its words stand in such runs, and it stands at the beginning or end of the text with nothing but such sentences
//! between. What an outlet republished together with another's text is known by the same runs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::extend::Reach;
use super::groups::Groups;
use super::prints::{FINE, Print, number};
use super::words::{Marks, Word};
use super::{Text, common::mark};

/// Articles of one outlet that must have a run: two may be one text and its update.
const SEVERAL: usize = 3;

/// More words at one end of a text are a text.
const MOST_WORDS: usize = 150;

/// Sentences with fewer words, between others that are the outlet's own or at the very end, are too: a date, a name.
const SHORT: usize = 6;

/// Marks the words that are an outlet's own and gives the hashes of their runs.
pub(super) fn mark_all(groups: &Groups, texts: &[Text<'_>], site_words: &mut [Vec<Word>]) {
    let outlets = Outlets::new(texts);
    for group in groups.iter().filter(|group| group.len() >= SEVERAL) {
        mark_group(group, &outlets, site_words);
    }
    for words in site_words.iter_mut() {
        mark_ends(words);
    }
    let is_own = |word: &Word| word.marks.has(Marks::BOILERPLATE);
    let have_some: Vec<bool> = site_words.iter().map(|words| words.iter().any(is_own)).collect();
    // The same runs in other outlets' copies.
    for group in groups.iter().filter(|group| group.len() >= SEVERAL) {
        let own = |print: &&Print| {
            let article = print.article as usize;
            have_some[article] && is_own(&site_words[article][print.at()])
        };
        if group.iter().filter(own).count() >= SEVERAL {
            for print in group {
                mark(&mut site_words[print.article as usize], *print, Marks::EVERYWHERE, FINE);
            }
        }
    }
    for words in site_words.iter_mut() {
        for range in sentences(words) {
            if part(&words[range.clone()], Marks::EVERYWHERE) {
                words[range].iter_mut().for_each(|word| word.marks.add(Marks::BOILERPLATE));
            }
        }
    }
}

/// The outlets of a site by number.
struct Outlets {
    /// Each article's outlet.
    of: Vec<Option<u32>>,
    /// How many articles each outlet has.
    sizes: Vec<usize>,
}

impl Outlets {
    fn new(texts: &[Text<'_>]) -> Self {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let mut sizes: Vec<usize> = Vec::new();
        let mut number_of = |outlet| {
            let outlet = *numbers.entry(outlet).or_insert_with(|| {
                sizes.push(0);
                number(sizes.len() - 1)
            });
            sizes[outlet as usize] += 1;
            outlet
        };
        let of = texts.iter().map(|text| text.outlet.map(&mut number_of)).collect();
        Self { of, sizes }
    }
}

/// Marks a run in the articles of the outlet whose own it seems to be.
fn mark_group(group: &[Print], outlets: &Outlets, site_words: &mut [Vec<Word>]) {
    let articles = || group.chunk_by(|a, b| a.article == b.article);
    let mut carriers: Vec<u32> = articles().filter_map(|prints| outlets.of[prints[0].article as usize]).collect();
    carriers.sort_unstable();
    let all = articles().count();
    for of_outlet in carriers.chunk_by(|a, b| a == b).filter(|articles| articles.len() >= SEVERAL) {
        let (outlet, count) = (of_outlet[0], of_outlet.len());
        let most = count * 4 >= outlets.sizes[outlet as usize] * 3;
        let of_it = count * 2 >= all;
        if !(of_it || (most && stands_at_ends(group, site_words))) {
            continue;
        }
        for print in group.iter().filter(|print| outlets.of[print.article as usize] == Some(outlet)) {
            let words = &mut site_words[print.article as usize];
            mark(words, *print, Marks::HOUSE, FINE);
            if most && of_it && count > SEVERAL {
                mark(words, *print, Marks::EVERYWHERE, FINE);
            }
        }
    }
}

/// Whether a run stands near the beginning or end of four in five of its articles.
fn stands_at_ends(group: &[Print], site_words: &[Vec<Word>]) -> bool {
    let is_at_end = |print: &Print| is_at_end(&site_words[print.article as usize], print.at());
    let (mut all, mut at_ends) = (0, 0);
    for prints in group.chunk_by(|a, b| a.article == b.article) {
        all += 1;
        at_ends += usize::from(prints.iter().any(is_at_end));
    }
    at_ends * 5 >= all * 4
}

/// Whether a run stands near the beginning or end of a text.
fn is_at_end(words: &[Word], at: usize) -> bool {
    let near = MOST_WORDS.min(words.len() / 3);
    at < near || at + near >= words.len()
}

/// Marks the sentences at both ends of a text that are the outlet's own, and those anywhere that most of its articles
/// have.
fn mark_ends(words: &mut [Word]) {
    let sentences = sentences(words);
    let front = own_from(words, sentences.iter().cloned());
    let back = own_from(words, sentences.iter().rev().cloned());
    for range in front.into_iter().chain(back) {
        words[range].iter_mut().for_each(|word| word.marks.add(Marks::BOILERPLATE));
    }
    let mut run: Vec<Range<usize>> = Vec::new();
    for range in sentences.into_iter().chain(std::iter::once(words.len()..words.len())) {
        if part(&words[range.clone()], Marks::EVERYWHERE) {
            run.push(range);
            continue;
        }
        if run.iter().map(Range::len).sum::<usize>() <= MOST_WORDS {
            for range in run.drain(..) {
                words[range].iter_mut().for_each(|word| word.marks.add(Marks::BOILERPLATE));
            }
        }
        run.clear();
    }
}

/// The sentences from one end on that are the outlet's own; none where they are most of the text.
fn own_from(words: &[Word], sentences: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let (mut own, mut short) = (Vec::new(), Vec::new());
    for range in sentences {
        if part(&words[range.clone()], Marks::HOUSE) {
            own.append(&mut short);
            own.push(range);
        } else if range.len() < SHORT && short.len() < 2 {
            short.push(range);
        } else {
            break;
        }
    }
    let count: usize = own.iter().map(Range::len).sum();
    if count > MOST_WORDS || count * 5 > words.len() * 3 { Vec::new() } else { own }
}

/// The sentences of a text, as ranges of words.
pub(super) fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.marks.has(Marks::SENTENCE_END) || at + 1 == words.len() {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences
}

/// Whether at least six in ten words have the marks.
fn part(words: &[Word], marks: Marks) -> bool {
    !words.is_empty() && words.iter().filter(|word| word.marks.has(marks)).count() * 10 >= words.len() * 6
}

/// Whether all that two texts of one outlet share is their last words: where an outlet has but two articles on the site,
/// nothing else tells its footer.
pub(super) fn is_footer(first: &[Word], second: &[Word], found: &[Reach]) -> bool {
    let at_end = |words: &[Word], range: &Range<usize>| {
        range.end + SHORT / 2 >= words.len() && range.len() <= MOST_WORDS && range.len() * 5 <= words.len() * 2
    };
    matches!(found, [reach] if at_end(first, &reach.first) && at_end(second, &reach.second))
}
