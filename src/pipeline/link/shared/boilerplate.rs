//! What an outlet writes below or above each of its articles: footers, calls to subscribe, words about the author.
//!
//! A run is the outlet's own where several of its articles have it and few of other outlets do; a sentence, where most of
//! its words stand in such runs, and it stands at the beginning or end of the text with nothing but such sentences
//! between. What an outlet republished together with another's text is known by the same runs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::extend::Reach;
use super::groups::Groups;
use super::prints::{FINE, Print};
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
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for outlet in texts.iter().filter_map(|text| text.outlet) {
        *sizes.entry(outlet).or_default() += 1;
    }
    for group in groups.iter().filter(|group| group.len() >= SEVERAL) {
        mark_group(group, texts, &sizes, site_words);
    }
    for words in site_words.iter_mut() {
        mark_ends(words);
    }
    // The same runs in other outlets' copies.
    for group in groups.iter().filter(|group| group.len() >= SEVERAL) {
        let own = |print: &&Print| site_words[print.article as usize][print.at as usize].marks.has(Marks::BOILERPLATE);
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

/// Marks a run in the articles of the outlet whose own it seems to be.
fn mark_group(group: &[Print], texts: &[Text<'_>], sizes: &BTreeMap<&str, usize>, site_words: &mut [Vec<Word>]) {
    let mut carriers: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut all, mut at_ends) = (0, 0);
    for prints in group.chunk_by(|a, b| a.article == b.article) {
        let article = prints[0].article as usize;
        all += 1;
        at_ends += usize::from(prints.iter().any(|print| is_at_end(&site_words[article], print.at as usize)));
        if let Some(outlet) = texts[article].outlet {
            *carriers.entry(outlet).or_default() += 1;
        }
    }
    for (outlet, count) in carriers {
        let most = sizes.get(outlet).is_some_and(|&size| count * 4 >= size * 3);
        let of_it = count * 2 >= all;
        if count < SEVERAL || !(of_it || (most && at_ends * 5 >= all * 4)) {
            continue;
        }
        let of_outlet = group.iter().filter(|print| texts[print.article as usize].outlet == Some(outlet));
        for print in of_outlet {
            let words = &mut site_words[print.article as usize];
            mark(words, *print, Marks::HOUSE, FINE);
            if most && of_it && count > SEVERAL {
                mark(words, *print, Marks::EVERYWHERE, FINE);
            }
        }
    }
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
