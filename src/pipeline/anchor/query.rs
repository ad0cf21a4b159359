//! What is searched: the words of the quote between those of its context.

use std::borrow::Cow;
use std::ops::Range;

use super::Quote;
use super::words::{IDEOGRAPH, Word, cut_head, cut_tail, words};

/// A quote made to begin and end with whole words: `hill` with `up` before it and `s` behind is searched as `uphills`.
#[derive(Debug)]
pub(super) struct Grown<'a> {
    words: Cow<'a, str>,
    prefix: &'a str,
    suffix: &'a str,
    head: &'a str,
    tail: &'a str,
    /// As in [`Quote`].
    pub(super) position: Option<usize>,
}

impl<'a> Grown<'a> {
    /// Grows a quote if the text has the words that come of it: context that a person typed has no space at its ends.
    pub(super) fn new(quote: Quote<'a>, text: &[Word]) -> Self {
        let prefix = last(CONTEXT, quote.prefix.unwrap_or_default());
        let suffix = first(CONTEXT, quote.suffix.unwrap_or_default());
        let (before, head) = prefix.split_at(cut_head(prefix, quote.words));
        let (tail, after) = suffix.split_at(cut_tail(quote.words, suffix));
        let as_it_is = Self { words: quote.words.into(), prefix, suffix, head: "", tail: "", position: quote.position };
        if head.is_empty() && tail.is_empty() {
            return as_it_is;
        }
        let grown = [head, quote.words, tail].concat();
        let ends = words(&grown);
        let stands = |word: &Word| text.iter().any(|other| other.id == word.id);
        if !ends.first().is_some_and(stands) || !ends.last().is_some_and(stands) {
            return as_it_is;
        }
        Self { words: grown.into(), prefix: before, suffix: after, head, tail, ..as_it_is }
    }

    /// Letters of the first word that the quote left out.
    pub(super) fn head(&self) -> Option<&str> {
        Some(self.head).filter(|head| !head.is_empty())
    }

    /// Letters of the last word that the quote left out.
    pub(super) fn tail(&self) -> Option<&str> {
        Some(self.tail).filter(|tail| !tail.is_empty())
    }
}

/// Characters of context that are compared, on each side. More would ask too much of a passage that moved: of all 64 that
/// a note stores, 5 of 100 moved passages become orphans that are found with 48; 32 tell 3 of 100 twins less.
const CONTEXT: usize = 48;

fn first(count: usize, text: &str) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

fn last(count: usize, text: &str) -> &str {
    text.char_indices().rev().nth(count - 1).map_or(text, |(start, _)| &text[start..])
}

/// A word that is searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought<'a> {
    /// The word itself.
    pub(super) word: &'a str,
    /// As in [`Word`].
    pub(super) id: u64,
    /// As in [`Word`].
    pub(super) weight: f32,
    /// How little the text repeats it, 0..=1: words that stand everywhere say little about a place.
    pub(super) rarity: f32,
    /// Whether the stored context may have cut it.
    pub(super) cut: Cut,
    /// Fewest and most bytes of other words that may be like it; none are like a number, a letter or a sign.
    related: (u32, u32),
}

impl Sought<'_> {
    /// What the word says for a place that has it, in whole numbers: at most a few hundred, so that the votes of all words
    /// of a book fit into 32 bits.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 400")]
    pub(super) fn vote(&self) -> u32 {
        const ONE: f32 = 64.0;
        (self.weight * self.rarity * ONE) as u32
    }
}

/// Context is stored by characters, so the word at its far end may be a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// A whole word.
    Whole,
    /// Letters before these may be missing.
    Head,
    /// Letters behind these may be missing.
    Tail,
}

/// Prefix, quote and suffix as one row of words.
#[derive(Debug)]
pub(super) struct Query<'a> {
    /// All words in reading order.
    pub(super) words: Vec<Sought<'a>>,
    /// Which of them are the quote.
    pub(super) quote: Range<usize>,
    /// Whether a block ended right before the quote.
    pub(super) block_before: bool,
    /// Whether a block ended right after it.
    pub(super) block_after: bool,
    /// Where each word stands in `words`, sorted by id.
    by_id: Vec<(u64, usize)>,
}

impl<'a> Query<'a> {
    pub(super) fn new(quote: &'a Grown<'a>) -> Self {
        let mut all = sought(quote.prefix);
        if let Some(first) = all.first_mut() {
            first.cut = Cut::Head;
        }
        let start = all.len();
        all.extend(sought(&quote.words));
        let end = all.len();
        all.extend(sought(quote.suffix));
        if let Some(last) = all[end..].last_mut() {
            last.cut = Cut::Tail;
        }
        let mut by_id: Vec<(u64, usize)> = all.iter().enumerate().map(|(at, word)| (word.id, at)).collect();
        by_id.sort_unstable();
        Self {
            words: all,
            quote: start..end,
            block_before: quote.prefix.trim_end_matches(' ').ends_with('\n'),
            block_after: quote.suffix.trim_start_matches(' ').starts_with('\n'),
            by_id,
        }
    }

    /// The words before the quote, nearest last.
    pub(super) fn prefix(&self) -> &[Sought<'a>] {
        &self.words[..self.quote.start]
    }

    /// The words of the quote.
    pub(super) fn quoted(&self) -> &[Sought<'a>] {
        &self.words[self.quote.clone()]
    }

    /// The words after the quote.
    pub(super) fn suffix(&self) -> &[Sought<'a>] {
        &self.words[self.quote.end..]
    }

    /// Where words with this id stand in the query.
    pub(super) fn positions(&self, id: u64) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let first = self.by_id.partition_point(|&(other, _)| other < id);
        self.by_id[first..].iter().take_while(move |&&(other, _)| other == id).map(|&(_, at)| at)
    }

    /// Sets the rarity of a word that stands `count` times among `of` words.
    pub(super) fn set_rarity(&mut self, id: u64, count: usize, of: usize) {
        let rarity = rarity(count, of);
        let first = self.by_id.partition_point(|&(other, _)| other < id);
        for &(_, at) in self.by_id[first..].iter().take_while(|&&(other, _)| other == id) {
            self.words[at].rarity = rarity;
        }
    }
}

fn sought(text: &str) -> Vec<Sought<'_>> {
    let seek = |w: Word| {
        let word = &text[w.start as usize..w.end as usize];
        let alone = w.weight <= IDEOGRAPH || word.starts_with(|c: char| c.is_ascii_digit());
        let len = w.end - w.start;
        let related = if alone { (1, 0) } else { ((3 * len).div_ceil(5), 5 * len / 3) };
        Sought { word, id: w.id, weight: w.weight, rarity: 1.0, cut: Cut::Whole, related }
    };
    words(text).into_iter().map(seek).collect()
}

/// Inverse document frequency with words for documents, scaled to 0..=1 (Spärck Jones 1972): 1 for a word that the
/// text does not repeat, 0 for one that is all of it.
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^24")]
fn rarity(count: usize, of: usize) -> f32 {
    let (count, of) = (count.max(1) as f32, of.max(2) as f32);
    (1.0 - count.ln() / of.ln()).clamp(0.0, 1.0)
}

/// How like a sought word and a word of the text are, 0..=1: what they share at both ends, if that is most of them.
#[inline]
pub(super) fn likeness(sought: &Sought<'_>, word: &Word, text: &str) -> f32 {
    if sought.id == word.id {
        return 1.0;
    }
    let (least, most) = sought.related;
    if sought.cut == Cut::Whole && !(least..=most).contains(&(word.end - word.start)) {
        return 0.0;
    }
    let (word, other) = (sought.word.as_bytes(), &text.as_bytes()[word.start as usize..word.end as usize]);
    match sought.cut {
        Cut::Head if other.ends_with(word) => 1.0,
        Cut::Tail if other.starts_with(word) => 1.0,
        _ if least > most => 0.0,
        _ if word[0] != other[0] && word[word.len() - 1] != other[other.len() - 1] => 0.0,
        _ => shared(word, other),
    }
}

/// Below this part in common two words are different words: "tide" and "time" are, "report" and "reported" are not.
const RELATED: f32 = 0.6;

/// Letters that are looked at from each end of a word: a word of a million letters must not cost a million steps.
const LOOK: usize = 32;

fn shared(a: &[u8], b: &[u8]) -> f32 {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let head = a.iter().zip(b).take(LOOK).take_while(|(a, b)| a == b).count();
    let tails = a.iter().rev().zip(b.iter().rev()).take(LOOK.min(short - head));
    let part = ratio(head + tails.take_while(|(a, b)| a == b).count(), long.min(2 * LOOK));
    if part >= RELATED { part.min(1.0) } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of words")]
fn ratio(some: usize, of: usize) -> f32 {
    some as f32 / of as f32
}
