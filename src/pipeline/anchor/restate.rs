//! What a note should say of the place that was found for it, so that from then on its words stand there exactly.

use super::{Text, describe, quote};
use crate::model::note::AnchorHint;
use crate::text::{Folded, TextRange, passage_ends};

/// New selectors for a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Restated {
    /// The words of the place, where they are others than the note's: one space between two words, and for a long passage
    /// quoted as `first words … last words` such a quote again.
    pub quote: Option<String>,
    /// The words around them.
    pub anchor: AnchorHint,
}

/// Selectors with which the place is found exactly, for a note that quotes `old`; `None` where no words tell it from
/// its twins.
#[must_use]
pub fn restate(text: &Text<'_>, place: TextRange, old: &str) -> Option<Restated> {
    let anchor = describe(text.as_str(), place);
    let fits = |words: &str| text.exactly(quote(words, &anchor)) == Some(place);
    if fits(old) {
        return Some(Restated { quote: None, anchor });
    }
    let raw = text.as_str().get(place.bytes())?;
    let words: Vec<&str> = raw.split_whitespace().collect();
    let whole = [words.join(" "), raw.to_owned()];
    let new = passages(&words, old).chain(whole).find(|words| fits(words))?;
    Some(Restated { quote: Some(new), anchor })
}

/// A passage by its first and last words, as many of them as the old quote had, then more; none where the old quote was
/// not of that kind, or nothing would be left out.
fn passages(words: &[&str], old: &str) -> impl Iterator<Item = String> {
    /// Further words on each side that are tried: more than a sentence tells no more.
    const MORE: usize = 16;
    let folded = Folded::quote(old);
    let count = |side: &str| side.split(' ').count();
    let counts = passage_ends(&folded).map(|(first, last)| (count(first), count(last)));
    let gap = if old.contains('…') { "…" } else { "..." };
    let passage = move |more: usize| {
        let (first, last) = counts.map(|(first, last)| (first + more, last + more))?;
        let left_out = words.len().checked_sub(first + last).is_some_and(|left_out| left_out > 1);
        left_out.then(|| format!("{} {gap} {}", words[..first].join(" "), words[words.len() - last..].join(" ")))
    };
    (0..=MORE).map_while(passage)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The tide was low. Nobody saw the boats.\nThe tide was low. Nobody came back to the harbour.";

    fn restated(words: &str, old: &str) -> Option<Restated> {
        let start = TEXT.find(words).expect("stands there");
        restate(&Text::new(TEXT), TextRange::new(start, start + words.len()), old)
    }

    #[test]
    fn words_that_are_the_same_to_a_reader_stay_as_they_were_written() {
        let same = restated("Nobody saw the boats", "Nobody  saw\nthe boats").expect("is told from others");
        assert_eq!((same.quote, same.anchor.position), (None, Some(18)));
    }

    #[test]
    fn new_words_have_one_space_between_two() {
        let new = restated("boats.\nThe tide", "boats and the tide").expect("is told from others");
        assert_eq!(new.quote.as_deref(), Some("boats. The tide"));
    }

    #[test]
    fn a_long_passage_stays_one() {
        let words = "The tide was low. Nobody came back to the harbour";
        let new = restated(words, "The tide is low … to this harbour").expect("is told from others");
        assert_eq!(new.quote.as_deref(), Some("The tide was low. … to the harbour"));
        let short = restated("The tide was low. Nobody came", "The tide is … low. Nobody came").expect("is told");
        assert_eq!(short.quote.as_deref(), Some("The tide was low. Nobody came"));
    }

    #[test]
    fn what_nothing_tells_apart_has_no_selectors() {
        let text = "x ".repeat(400);
        assert_eq!(
            restate(&Text::new(&text), TextRange::new(400, 401), "y").map(|new| new.anchor.position),
            Some(Some(400))
        );
        let blocks = "x\ny\n".repeat(400);
        assert!(
            restate(&Text::new(&blocks), TextRange::new(400, 403), "z").is_some(),
            "the position tells, with the line break"
        );
    }
}
