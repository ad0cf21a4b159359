//! Why a note stands at the end of its article and not at its words, as readers are told.

use super::super::language::Language;
use crate::model::anchor::Placement;
use crate::text::{Folded, PlainText};

/// One sentence about a quote that has no place; empty for all others.
pub(super) fn lost(language: &Language, quote: Option<&str>, placement: &Placement, text: &PlainText) -> String {
    let Some(quote) = quote.map(Folded::quote) else { return String::new() };
    let stands = |range| Folded::quote(text.slice(range)) == quote;
    match placement {
        Placement::Whole | Placement::Anchored(_) => String::new(),
        Placement::Ambiguous(places) if places.iter().all(|&place| stands(place)) => {
            language.say("lost-several", &[("count", places.len().into())])
        }
        Placement::Ambiguous(places) => language.say("lost-alike", &[("count", places.len().into())]),
        Placement::Orphan(Some(guess)) if stands(guess.range) => language.say("lost-between", &[]),
        Placement::Orphan(_) => language.say("lost-gone", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::anchor::{Guess, Score};
    use crate::text::{PlainTextBuilder, TextRange};

    #[test]
    fn the_reason_is_true() {
        let mut text = PlainTextBuilder::default();
        text.push("low tide, low tide, high tide", 0..29);
        let text = text.finish();
        let language = super::super::super::language::english();
        let lost = |placement| lost(language, Some("low tide"), &placement, &text);
        let at = |start, end| TextRange::new(start, end);
        let guess = |range| Placement::Orphan(Some(Guess { range, score: Score::new(0.3) }));
        assert!(lost(Placement::Ambiguous(vec![at(0, 8), at(10, 18)])).contains("stand in 2 places"));
        assert!(lost(Placement::Ambiguous(vec![at(0, 8), at(20, 29)])).contains("equally like"));
        assert!(lost(guess(at(0, 8))).contains("between others"));
        assert!(lost(guess(at(20, 29))).contains("no longer"));
        assert_eq!(lost(Placement::Whole), "");
    }
}
