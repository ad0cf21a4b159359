//! Passages that articles share: runs of words that stand in two of them, word for word or nearly.
//!
//! [`words`] makes numbers of words; [`prints`] chooses fingerprints of them (winnowing) and [`groups`] puts the same ones
//! side by side. [`frequent`] counts words and runs of four, so that what is made of phrases costs no comparison.
//! [`boilerplate`] takes out what an outlet writes below each of its articles, [`common`] tells phrases from
//! words of one's own. [`candidates`] says which pairs are worth a look, [`extend`] how far two texts go on alike, with a
//! few words changed, and [`passages`] what of it a reader would call shared; [`close`] finds more of it in texts that share
//! something for certain.
//!
//! Time and memory grow with the number of words: of a run that stands in more than [`candidates::EACH_WITH_EACH`] articles
//! each is compared with a few others only.

mod boilerplate;
mod candidates;
mod close;
mod common;
mod extend;
mod frequent;
mod groups;
mod left_out;
mod passages;
mod prints;
mod words;

use rayon::prelude::*;

use self::groups::Groups;
use self::passages::{Place, Side};
use self::prints::{FINE, Grain, LONG, Print, number, prints};
use self::words::{Marks, Word};
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::library::Library;
use crate::model::shared::{SharedPair, SharedPassage};
use crate::text::TextRange;

/// A text to compare with others.
#[derive(Clone, Debug, Default)]
pub struct Text<'a> {
    /// What a reader sees.
    pub text: &'a str,
    /// Ranges of it that are not compared, in order.
    pub left_out: Vec<TextRange>,
    /// Who published it: what several texts of one outlet have at their ends is the outlet's, not theirs.
    pub outlet: Option<&'a str>,
    /// When: of many texts that share words, each is compared with the earliest.
    pub published: Option<Date>,
}

/// All pairs of articles that share passages, by the numbers of the two.
#[must_use]
pub fn collect(library: &Library) -> Vec<SharedPair> {
    let texts: Vec<Text<'_>> = library.articles.par_iter().map(text).collect();
    pairs(&texts)
}

fn text(article: &Article) -> Text<'_> {
    let source = &article.front.source;
    Text {
        text: article.body.text.as_str(),
        left_out: left_out::left_out(&article.body),
        outlet: source.outlet.as_ref().map(crate::model::id::Id::as_str),
        published: source.published,
    }
}

/// All pairs of texts that share passages, by the numbers of the two.
#[must_use]
pub fn pairs(texts: &[Text<'_>]) -> Vec<SharedPair> {
    let mut words: Vec<Vec<Word>> = texts.par_iter().map(|text| words::words(text.text, &text.left_out)).collect();
    frequent::mark_words(&mut words);
    let long = Groups::new(all_prints(&words, LONG));
    common::mark_long(&long, &mut words);
    frequent::mark_runs(&mut words);
    let fine = Groups::new(all_prints(&words, FINE));
    boilerplate::mark_all(&fine, texts, &mut words);
    let common = mark_common(&fine, texts, &mut words);
    words.par_iter_mut().enumerate().for_each(|(article, words)| set_apart(article, words));
    let candidates = candidates::pairs(&long, &fine, &common, &ranks(texts), &words);
    drop((long, common));
    let places = places(&fine, &words);
    drop(fine);
    let compared = candidates
        .par_iter()
        .filter_map(|&(first, second)| compared((first as usize, second as usize), texts, &words, &places));
    compared.collect()
}

fn all_prints(words: &[Vec<Word>], grain: Grain) -> Vec<Print> {
    words.par_iter().enumerate().flat_map_iter(|(article, words)| prints(number(article), words, grain)).collect()
}

/// Marks the words of phrases and gives their hashes, sorted.
fn mark_common(groups: &Groups, texts: &[Text<'_>], words: &mut [Vec<Word>]) -> Vec<u64> {
    let stock = common::stock();
    let days = common::Days::new(texts.iter().map(|text| text.published.and_then(day)).collect());
    let common: Vec<u64> = groups
        .par_iter()
        .filter(|group| !groups::mostly(group, Print::PHRASES) && common::is_common(group, &days, &stock))
        .map(|group| group[0].hash)
        .collect();
    let mut left = common.iter().peekable();
    for group in groups.iter().filter(|group| left.next_if(|hash| **hash == group[0].hash).is_some()) {
        for print in group {
            common::mark(&mut words[print.article as usize], *print, Marks::COMMON, FINE);
        }
    }
    common
}

/// A number for a day that is known: as far from another one as the days are, give or take three where months end.
fn day(date: Date) -> Option<i32> {
    let (month, day) = (date.month()?, date.day()?);
    Some(i32::from(date.year()) * 372 + i32::from(month) * 31 + i32::from(day))
}

/// Makes words that are not the article's own like no other word, so that passages end there.
fn set_apart(article: usize, words: &mut [Word]) {
    for (at, word) in words.iter_mut().enumerate() {
        if word.marks.has(Marks::BOILERPLATE) {
            word.hash ^= number(article).wrapping_mul(0x9e37_79b1) ^ number(at).wrapping_mul(0x85eb_ca6b);
        }
    }
}

/// Each article's place by age: those without a day last, then by number.
fn ranks(texts: &[Text<'_>]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&article| (texts[article].published.is_none(), texts[article].published, article));
    let mut ranks = vec![0; texts.len()];
    for (rank, article) in order.into_iter().enumerate() {
        ranks[article] = number(rank);
    }
    ranks
}

/// For each article its fingerprints that others have too, by group; those of phrases only lead through words that nearly
/// all texts share.
fn places(groups: &Groups, words: &[Vec<Word>]) -> Vec<Vec<Place>> {
    let mut places = vec![Vec::new(); words.len()];
    let own = groups.iter().enumerate().filter(|(_, prints)| !groups::mostly(prints, Print::PHRASES));
    for (group, prints) in own {
        for print in prints {
            if !words[print.article as usize][print.at()].marks.has(Marks::BOILERPLATE) {
                places[print.article as usize].push((number(group), number(print.at())));
            }
        }
    }
    places
}

/// What two texts share, if anything.
fn compared(
    pair: (usize, usize),
    texts: &[Text<'_>],
    words: &[Vec<Word>],
    places: &[Vec<Place>],
) -> Option<SharedPair> {
    let (first, second) = pair;
    let side = |article: usize| Side { words: &words[article], places: &places[article] };
    let found = passages::passages(side(first), side(second));
    if found.is_empty()
        || (is_same_outlet(texts, pair) && boilerplate::is_footer(&words[first], &words[second], &found))
    {
        return None;
    }
    let same: usize = found.iter().map(|reach| reach.same).sum();
    let range = |article: usize, range: &std::ops::Range<usize>| TextRange {
        start: words[article][range.start].range().start,
        end: words[article][range.end - 1].range().end,
    };
    let passage = |reach: &extend::Reach| SharedPassage {
        here: range(first, &reach.first),
        there: range(second, &reach.second),
        // Where an end was moved on one side only, fewer words are left there than were counted.
        same: reach.same.min(reach.first.len()).min(reach.second.len()),
        words: reach.first.len().max(reach.second.len()),
    };
    let part = |article: usize| {
        let own = words[article].iter().filter(|word| !word.marks.has(Marks::BOILERPLATE)).count();
        ratio(same.min(own), own)
    };
    Some(SharedPair {
        first,
        second,
        passages: found.iter().map(passage).collect(),
        part_of_first: part(first),
        part_of_second: part(second),
    })
}

fn is_same_outlet(texts: &[Text<'_>], (first, second): (usize, usize)) -> bool {
    texts[first].outlet.is_some() && texts[first].outlet == texts[second].outlet
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2⁵²")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
