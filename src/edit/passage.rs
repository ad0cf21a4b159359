//! Words of an article as a note quotes them, and as a list of places shows them.

use crate::text::{Folded, TextRange, is_grapheme_boundary, passage_ends, shortened};

/// What is shown on each side of words in a list of places, in characters.
const AROUND: usize = 32;

/// The quote for words that were typed and `found`, where they stand: as the article has them, white space as single
/// spaces. A long passage that was typed as `first words … last words` stays so.
#[must_use]
pub fn quote(typed: &str, found: &str) -> String {
    let (typed, folded) = (Folded::quote(typed), Folded::new(found));
    let spaced = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = folded.as_str();
    let ends = passage_ends(&typed).filter(|(first, last)| all.starts_with(first) && all.ends_with(last));
    match ends.filter(|_| all != typed) {
        None => spaced(found),
        Some((first, last)) => {
            let first = folded.original(0..first.len());
            let last = folded.original(all.len() - last.len()..all.len());
            format!("{} … {}", spaced(&found[first.bytes()]), spaced(&found[last.bytes()]))
        }
    }
}

/// The words of a place between some of those around them, on one line: `…flats are dry. [Low tide] comes twice…`.
#[must_use]
pub fn around(text: &str, range: TextRange) -> String {
    let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
    let words = shortened(&text[range.bytes()], 2 * AROUND);
    format!("{}[{words}]{}", end_of(before), start_of(after))
}

fn end_of(text: &str) -> String {
    let Some((least, _)) = text.char_indices().rev().nth(AROUND - 1).filter(|(at, _)| *at > 0) else {
        return on_one_line(text);
    };
    let between_words = text[least..].find(char::is_whitespace).filter(|at| *at < (text.len() - least) / 2);
    let start = least + between_words.unwrap_or(0);
    let start = (start..=text.len()).find(|&at| is_grapheme_boundary(text, at)).unwrap_or(start);
    format!("…{}", on_one_line(text[start..].trim_start()))
}

fn start_of(text: &str) -> String {
    let Some((most, _)) = text.char_indices().nth(AROUND) else { return on_one_line(text) };
    let between_words = text[..most].rfind(char::is_whitespace).filter(|at| *at > most / 2);
    let end = between_words.unwrap_or(most);
    let end = (0..=end).rev().find(|&at| is_grapheme_boundary(text, at)).unwrap_or(end);
    format!("{}…", on_one_line(&text[..end]))
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_article_s() {
        assert_eq!(quote("\"low tide\"  comes", "“low tide”\ncomes"), "“low tide” comes");
        let passage = "The sea comes in – twice a day – and then\nit goes out again.";
        assert_eq!(quote("The sea comes ... goes out again.", passage), "The sea comes … goes out again.");
        let middle = "comes in – twice a day – and then\nit goes  out";
        assert_eq!(quote("comes in - twice ... it goes out", middle), "comes in – twice … it goes out");
        assert_eq!(
            quote("one two three … four five six", "one two three … four five six"),
            "one two three … four five six"
        );
    }

    #[test]
    fn places_are_shown_in_their_surroundings() {
        let text = "Twice a day the sea comes in.\nAt low tide the flats are dry, and nobody is on them at all.";
        let at = text.find("low tide").expect("stands there");
        let range = TextRange::new(at, at + 8);
        assert_eq!(around(text, range), "…a day the sea comes in. At [low tide] the flats are dry, and nobody…");
    }
}
