//! A text in which quotes are found.

use std::cell::OnceCell;

use super::evidence::Place;
use super::judge::{Judged, features, judge};
use super::query::{Grown, Query};
use super::search::search;
use super::words::{Word, cuts_a_word, words};
use super::{context, exact, folded};
use crate::model::anchor::{Anchor, Fit, Guess, Placement, Score};
use crate::text::{Folded, TextRange, passage_ends, whole_graphemes};

/// What a note says about the place that it means.
#[derive(Clone, Copy, Debug)]
pub struct Quote<'a> {
    /// The words.
    pub words: &'a str,
    /// The words before them.
    pub prefix: Option<&'a str>,
    /// The words after them.
    pub suffix: Option<&'a str>,
    /// Where they began, in code points: a hint only.
    pub position: Option<usize>,
}

impl Quote<'_> {
    /// Whether anything is known of the words around the quote.
    #[must_use]
    pub fn has_context(&self) -> bool {
        self.prefix.or(self.suffix).is_some_and(|_| {
            let says = |side: Option<&str>| side.is_some_and(|side| !side.trim().is_empty());
            says(self.prefix) || says(self.suffix)
        })
    }
}

/// Below this score the words are likelier gone than not. A limit 0.05 lower anchors 1 deleted quote in 130 more and
/// finds 1 live quote in 600 more; one 0.05 higher the other way round (`benches/anchoring/fit.py`, each repository judged
/// by weights fitted on others).
pub(super) const LIMIT: f32 = 0.5;

/// A second place that is this likely, compared with the best, is too close to tell.
const CLOSE: f32 = 0.75;

/// A text that quotes are found in. It is folded and cut into words once, and only if some quote needs it.
pub struct Text<'a> {
    plain: &'a str,
    folded: OnceCell<Folded>,
    words: OnceCell<Vec<Word>>,
}

/// A place that was looked at, for those who fit the model or doubt it.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Where it is.
    pub range: TextRange,
    /// What the model was told of it.
    pub features: Vec<f32>,
    /// As in [`Guess`].
    pub score: Score,
}

impl<'a> Text<'a> {
    /// Gets a text ready.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { plain: text, folded: OnceCell::new(), words: OnceCell::new() }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.plain
    }

    /// The place of a quote.
    #[must_use]
    pub fn place(&self, quote: Quote<'_>) -> Placement {
        let words = Folded::quote(quote.words);
        if words.is_empty() {
            return Placement::Whole;
        }
        if let Some(placement) = self.unchanged(quote, &words) {
            return placement;
        }
        match passage_ends(&words) {
            Some(halves) => self.passage(quote, halves),
            None => self.searched(quote),
        }
    }

    /// Every copy of the words, letter by letter or else as a reader sees them, that stands between the stored words; from
    /// front to back.
    #[must_use]
    pub fn copies_of(&self, quote: Quote<'_>) -> Vec<TextRange> {
        let words = Folded::quote(quote.words);
        let mut copies = if words.is_empty() { Vec::new() } else { self.copies(quote, &words) };
        copies.retain(|&range| context::agrees(self.plain, range, quote));
        copies
    }

    /// Where the quote's own words stand between the stored ones, if they do so once; where nothing else was stored, where
    /// they stand if they do so once. As [`Text::place`] without the search for edited words.
    #[must_use]
    pub fn exactly(&self, quote: Quote<'_>) -> Option<TextRange> {
        let words = Folded::quote(quote.words);
        if words.is_empty() {
            return None;
        }
        self.unchanged(quote, &words)?.anchor().map(|anchor| anchor.range)
    }

    /// All places that come into question, the best first; none where the quote was not changed, or quotes nothing.
    #[must_use]
    pub fn explain(&self, quote: Quote<'_>) -> Vec<Explained> {
        let words = Folded::quote(quote.words);
        if words.is_empty() || self.unchanged(quote, &words).is_some() {
            return Vec::new();
        }
        let grown = Grown::new(quote, self.words());
        let (places, shift) = self.candidates(&grown);
        let explained = |judged: Judged| Explained {
            range: self.range(&judged.place, &grown),
            features: features(&judged.place, &places, shift(&judged.place)).to_vec(),
            score: Score::new(judged.score),
        };
        judge(&places, &shift).into_iter().map(explained).collect()
    }

    /// The same words (`folded`, as a reader sees them) between the stored ones, if they stand so once; where nothing
    /// else was stored, wherever they stand.
    fn unchanged(&self, quote: Quote<'_>, folded: &str) -> Option<Placement> {
        let position = || quote.position.map(|position| self.byte(position));
        if let Some(place) = exact::between(self.plain, quote, position) {
            return Some(exactly(place));
        }
        let places = self.copies(quote, folded);
        let agreeing = places.iter().copied().filter(|&range| context::agrees(self.plain, range, quote));
        match (&agreeing.take(2).collect::<Vec<_>>()[..], quote.has_context()) {
            (&[only], _) => Some(exactly(only)),
            ([_, _], false) => Some(Placement::Ambiguous(places)),
            _ => None,
        }
    }

    /// Where the words stand, letter by letter if they do, else as a reader sees them. Without context, who quotes `the`
    /// does not mean that of `then`, unless no other is there.
    fn copies(&self, quote: Quote<'_>, folded: &str) -> Vec<TextRange> {
        let places = self.all_copies(quote.words, folded);
        let whole = |range: &TextRange| !cuts_a_word(self.plain, *range);
        if quote.has_context() || !places.iter().any(whole) {
            return places;
        }
        places.into_iter().filter(whole).collect()
    }

    fn all_copies(&self, words: &str, folded: &str) -> Vec<TextRange> {
        let places = exact::places(self.plain, words);
        if !places.is_empty() || !folded::may_hold(self.words(), folded) {
            return places;
        }
        let text = self.folded();
        let places = folded::places(self.plain, text, folded);
        match passage_ends(folded) {
            Some(halves) if places.is_empty() => folded::passages(self.plain, text, halves),
            _ => places,
        }
    }

    /// A long passage whose ends, or whose surroundings, were edited: both ends are looked for, each with its side of
    /// the context.
    fn passage(&self, quote: Quote<'_>, (first, last): (&str, &str)) -> Placement {
        let first = self.place(Quote { words: first, suffix: None, ..quote });
        let last = self.place(Quote { words: last, prefix: None, position: None, ..quote });
        let (first, last) = match (first, last) {
            (Placement::Anchored(first), Placement::Anchored(last)) => (first, last),
            (Placement::Ambiguous(places), Placement::Anchored(_)) => return Placement::Ambiguous(places),
            (first, _) => return Placement::Orphan(first.guess()),
        };
        let score = first.fit.score().min(last.fit.score());
        let range = TextRange { start: first.range.start, end: last.range.end };
        if last.range.start < first.range.end {
            return Placement::Orphan(Some(Guess { range: first.range, score }));
        }
        let edited = [first.fit, last.fit].iter().any(|fit| matches!(fit, Fit::Approximate(_)));
        let fit = if edited { Fit::Approximate(score) } else { Fit::Moved(score) };
        Placement::Anchored(Anchor { range, fit })
    }

    fn searched(&self, quote: Quote<'_>) -> Placement {
        let grown = Grown::new(quote, self.words());
        let (places, shift) = self.candidates(&grown);
        let judged = judge(&places, &shift);
        let Some(best) = judged.first() else { return Placement::Orphan(None) };
        let guess = Guess { range: self.range(&best.place, &grown), score: Score::new(best.score) };
        if best.score < LIMIT && (quote.has_context() || !best.place.evidence.verbatim) {
            return Placement::Orphan(Some(guess));
        }
        let mut places = vec![guess.range];
        for other in judged.iter().filter(|other| other.share >= CLOSE * best.share && apart(&other.place, &best.place))
        {
            // Two letters can be one character: a place is told once.
            let range = self.range(&other.place, &grown);
            if !places.contains(&range) {
                places.push(range);
            }
        }
        if places.len() == 1 {
            return Placement::Anchored(Anchor { range: guess.range, fit: self.fit(guess, quote) });
        }
        Placement::Ambiguous(places)
    }

    fn fit(&self, guess: Guess, quote: Quote<'_>) -> Fit {
        let found = Folded::quote(self.plain.get(guess.range.bytes()).unwrap_or_default());
        if found != Folded::quote(quote.words) {
            Fit::Approximate(guess.score)
        } else if context::agrees(self.plain, guess.range, quote) {
            Fit::Exact
        } else {
            Fit::Moved(guess.score)
        }
    }

    /// All places, and how many bytes behind the old position each begins.
    fn candidates(&self, grown: &Grown<'_>) -> (Vec<Place>, impl Fn(&Place) -> Option<isize> + use<'_>) {
        let words = self.words();
        let mut query = Query::new(grown);
        let places = search(self.plain, words, &mut query);
        let position = grown.position.map(|position| self.byte(position));
        let shift = move |place: &Place| {
            let start = words[place.span.0].start as usize;
            position.map(|position| start.cast_signed() - position.cast_signed())
        };
        (places, shift)
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self.plain))
    }

    /// The text's words.
    pub(super) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(self.plain))
    }

    /// The words of a place without the letters that the quote had left out at its ends.
    fn range(&self, place: &Place, grown: &Grown<'_>) -> TextRange {
        let words = self.words();
        let range = TextRange { start: words[place.span.0].start, end: words[place.span.1 - 1].end };
        let found = &self.plain[range.bytes()];
        let head = grown.head().filter(|head| found.starts_with(head)).map_or(0, str::len);
        let tail = grown.tail().filter(|tail| found[head..].ends_with(tail)).map_or(0, str::len);
        let ends = (range.start as usize + head, range.end as usize - tail);
        let range = if ends.0 < ends.1 { TextRange::new(ends.0, ends.1) } else { range };
        whole_graphemes(self.plain, range)
    }

    /// The byte at which a code point stands.
    pub(super) fn byte(&self, code_point: usize) -> usize {
        let (mut left, mut start) = (code_point, 0);
        // Whole stretches are counted at once: a character has one byte that does not continue it.
        for stretch in self.plain.as_bytes().chunks(STRETCH) {
            let begun = stretch.iter().filter(|&&byte| !continues(byte)).count();
            if begun > left {
                break;
            }
            (left, start) = (left - begun, start + stretch.len());
        }
        let bytes = self.plain.as_bytes()[start..].iter().enumerate();
        bytes.filter(|&(_, &byte)| !continues(byte)).nth(left).map_or(self.plain.len(), |(at, _)| start + at)
    }
}

/// Bytes of a text that are counted at once.
const STRETCH: usize = 256;

/// Whether a byte of UTF-8 is not the first of its character.
fn continues(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

fn exactly(range: TextRange) -> Placement {
    Placement::Anchored(Anchor { range, fit: Fit::Exact })
}

fn apart(a: &Place, b: &Place) -> bool {
    a.span.1 <= b.span.0 || b.span.1 <= a.span.0
}
