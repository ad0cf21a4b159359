//! What must hold for every text and every quote. Each law panics where it is broken: `tests/anchor.rs` tries them on
//! random texts, `fuzz/` for as long as one likes.

use std::{fmt::Debug, ops::Range};

use postil::{
    model::{
        anchor::{Anchor, Fit, Guess, Placement, Score},
        note::AnchorHint,
    },
    pipeline::anchor::{Quote, Revised, Revision, Text, describe},
    text::{Folded, TextRange, is_grapheme_boundary},
};

/// A quote with what a tool stored of it.
pub(super) fn quote<'a>(words: &'a str, stored: &'a AnchorHint) -> Quote<'a> {
    Quote { words, prefix: stored.prefix.as_deref(), suffix: stored.suffix.as_deref(), position: stored.position }
}

/// The stretch between two character boundaries of a text as a person could have marked it: without white space at its
/// ends, and not without anything to see.
pub(super) fn stretch(text: &str, one: usize, other: usize) -> Option<Range<usize>> {
    let ends: Vec<usize> = (0..=text.len()).filter(|&at| is_grapheme_boundary(text, at)).collect();
    let (one, other) = (ends[one % ends.len()], ends[other % ends.len()]);
    let words = &text[one.min(other)..one.max(other)];
    let start = one.min(other) + (words.len() - words.trim_start().len());
    let range = start..start + words.trim().len();
    let whole = is_grapheme_boundary(text, range.start) && is_grapheme_boundary(text, range.end);
    (whole && !Folded::quote(&text[range.clone()]).is_empty()).then_some(range)
}

/// A place inside the text that cuts no character and holds something; `asked` is told where it is not.
fn is_place(text: &str, range: TextRange, asked: &dyn Debug) {
    let Range { start, end } = range.bytes();
    assert!(start < end && end <= text.len(), "{range:?} for {asked:?}");
    let whole = is_grapheme_boundary(text, start) && is_grapheme_boundary(text, end);
    assert!(whole, "{range:?} cuts a character, for {asked:?}");
}

fn is_score(score: Score, asked: &dyn Debug) {
    assert!((0.0..=1.0).contains(&score.value()), "{score:?} for {asked:?}");
}

/// Whatever is asked of whatever text: places stand in it, on characters, scores in 0..=1, and what is called the same
/// words is.
fn is_placement(text: &str, words: &str, placement: &Placement, asked: &dyn Debug) {
    match placement {
        Placement::Whole => assert_eq!(Folded::quote(words), "", "a quote of something is on nothing"),
        Placement::Anchored(anchor) => is_anchor(text, words, *anchor, asked),
        Placement::Ambiguous(places) => {
            let mut once = places.clone();
            once.sort_unstable();
            once.dedup();
            assert!(places.len() > 1 && once.len() == places.len(), "ambiguous between {places:?} for {asked:?}");
            for &place in places {
                is_place(text, place, asked);
            }
        }
        Placement::Orphan(guess) => guess.iter().for_each(|Guess { range, score }| {
            is_place(text, *range, asked);
            is_score(*score, asked);
        }),
    }
}

fn is_anchor(text: &str, words: &str, Anchor { range, fit }: Anchor, asked: &dyn Debug) {
    is_place(text, range, asked);
    is_score(fit.score(), asked);
    let (found, words) = (Folded::quote(&text[range.bytes()]), Folded::quote(words));
    match fit {
        // Of a long passage only the ends are quoted.
        _ if words.contains(" ... ") => {}
        Fit::Exact | Fit::Moved(_) => assert_eq!(found, words, "{fit:?} for {asked:?}"),
        Fit::Approximate(_) => assert_ne!(found, words, "{fit:?} for {asked:?}"),
    }
}

/// The same question gets the same answer, also from a text that was asked something else before.
pub(super) fn any_question(text: &str, one: Quote<'_>, other: Quote<'_>) {
    let asked = Text::new(text);
    let (first, second) = (asked.place(one), asked.place(other));
    is_placement(text, one.words, &first, &(one, text));
    is_placement(text, other.words, &second, &(other, text));
    let asked = Text::new(text);
    assert_eq!((asked.place(other), asked.place(one)), (second, first), "the order of the questions matters");
    for explained in asked.explain(one) {
        is_place(text, explained.range, &(one, text));
        is_score(explained.score, &(one, text));
        assert!(explained.features.iter().all(|feature| feature.is_finite()), "{:?}", explained.features);
    }
}

/// A note finds the words that it was made on, whatever copies of them there are.
pub(super) fn described(text: &str, range: Range<usize>) {
    let stored = describe(text, TextRange::new(range.start, range.end));
    let placement = Text::new(text).place(quote(&text[range.clone()], &stored));
    let wanted = Anchor { range: TextRange::new(range.start, range.end), fit: Fit::Exact };
    assert_eq!(placement, Placement::Anchored(wanted), "{:?} of {text:?} with {stored:?}", &text[range]);
}

/// Blocks put before and behind a text leave a note at its words, though its position is of before.
pub(super) fn undisturbed(text: &str, range: Range<usize>, before: &str, behind: &str) {
    let stored = describe(text, TextRange::new(range.start, range.end));
    let quote = quote(&text[range.clone()], &stored);
    let longer = format!("{before}\n{text}\n{behind}");
    let whole = [quote.prefix.unwrap_or_default(), quote.words, quote.suffix.unwrap_or_default()].concat();
    let first = longer.find(&whole).expect("the text is still there");
    let start = before.len() + 1 + range.start;
    let cut = !is_grapheme_boundary(&longer, start) || !is_grapheme_boundary(&longer, start + range.len());
    let rest = first + whole.chars().next().map_or(0, char::len_utf8);
    if cut || longer[rest..].contains(&whole) {
        return;
    }
    let wanted = Anchor { range: TextRange::new(start, start + range.len()), fit: Fit::Exact };
    assert_eq!(Text::new(&longer).place(quote), Placement::Anchored(wanted), "{whole:?} in {longer:?}");
}

/// Whatever became of a text: the place in the new one is a place.
pub(super) fn any_revision(old: &str, new: &str, quote: Quote<'_>) {
    let (before, after) = (Text::new(old), Text::new(new));
    let revised = Revision::new(&before, &after).place(quote);
    match &revised {
        Revised::Carried(range, score) => {
            is_place(new, *range, &(quote, old, new));
            is_score(*score, &(quote, old, new));
        }
        Revised::Searched(placement) => is_placement(new, quote.words, placement, &(quote, old, new)),
    }
    let (before, after) = (Text::new(old), Text::new(new));
    assert_eq!(Revision::new(&before, &after).place(quote), revised, "asked twice");
}

/// A text that was not changed, or got a block of new words before it: the same words.
pub(super) fn carried(text: &str, range: Range<usize>, before: &str) {
    let stored = describe(text, TextRange::new(range.start, range.end));
    let new = format!("{before}{text}");
    let (start, end) = (before.len() + range.start, before.len() + range.end);
    if !is_grapheme_boundary(&new, start) || !is_grapheme_boundary(&new, end) {
        return;
    }
    let (old, new) = (Text::new(text), Text::new(&new));
    let revised = Revision::new(&old, &new).place(quote(&text[range.clone()], &stored));
    let place = match &revised {
        Revised::Carried(range, _) => Some(*range),
        Revised::Searched(placement) => placement.anchor().map(|anchor| anchor.range),
    };
    let wanted = TextRange::new(start, end);
    assert_eq!(place, Some(wanted), "{revised:?} for {:?} of {:?} with {stored:?}", &text[range], new.as_str());
}
