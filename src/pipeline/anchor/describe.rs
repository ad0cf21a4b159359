//! What a note stores of the place that it means.

use crate::model::note::AnchorHint;
use crate::text::{TextRange, is_grapheme_boundary};

/// Code points of context that are stored on each side, less the word that they would cut. Twice what others store: it
/// tells more edited passages from deleted ones (`benches/anchoring/README.md`).
const CONTEXT: usize = 64;

/// The words around a range, as they stand, and where it begins.
#[must_use]
pub fn describe(text: &str, range: TextRange) -> AnchorHint {
    let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
    AnchorHint {
        prefix: Some(end_of(before).to_owned()),
        suffix: Some(start_of(after).to_owned()),
        position: Some(before.chars().count()),
    }
}

fn start_of(text: &str) -> &str {
    let Some((most, _)) = text.char_indices().nth(CONTEXT) else { return text };
    let at_a_space = text[..most].rfind(char::is_whitespace).filter(|at| *at > most / 2);
    let end = at_a_space.or_else(|| (1..=most).rev().find(|&at| is_grapheme_boundary(text, at)));
    &text[..end.unwrap_or(most)]
}

fn end_of(text: &str) -> &str {
    let Some((least, _)) = text.char_indices().rev().nth(CONTEXT - 1) else { return text };
    let after_a_space =
        text[least..].char_indices().find(|(_, c)| c.is_whitespace()).map(|(at, c)| least + at + c.len_utf8());
    let after_a_space = after_a_space.filter(|at| *at < least + (text.len() - least) / 2);
    let start = after_a_space.or_else(|| (least..text.len()).find(|&at| is_grapheme_boundary(text, at)));
    &text[start.unwrap_or(least)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_stored_as_it_stands_and_cut_between_words() {
        let text =
            "The harbour was dredged in spring, and when the boats came back they found it deep.\nThe council paid.";
        let start = text.find("deep").expect("stands there");
        let hint = describe(text, TextRange::new(start, start + 4));
        assert_eq!(hint.prefix.as_deref(), Some("dredged in spring, and when the boats came back they found it "));
        assert_eq!(hint.suffix.as_deref(), Some(".\nThe council paid."));
        assert_eq!(hint.position, Some(start));
    }
}
