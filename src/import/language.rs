//! Whether a body is plainly English. Other languages are left to a person: a wrong `lang` is worse than none.

use super::draft::{Block, Kind};

/// Fewest words to judge by; short texts in Scots, Dutch or pidgin could pass.
const ENOUGH: usize = 25;

/// Words that English has and that no language near it writes so, as percent of the text: seven at least (English prose
/// has 10 to 16), with `the` alone at two (English prose: 4 to 8).
const COMMON: &[&str] =
    &["the", "and", "that", "with", "this", "which", "from", "have", "their", "they", "would", "been"];
const COMMON_PERCENT: usize = 7;
const THE_PERCENT: usize = 2;

/// `Some("en")`, or `None` where that cannot be said.
pub(super) fn of(body: &[Block]) -> Option<&'static str> {
    let (mut all, mut common, mut the) = (0, 0, 0);
    for text in body.iter().flat_map(texts) {
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            all += 1;
            common += usize::from(COMMON.contains(&word.as_str()));
            the += usize::from(word == "the");
        }
    }
    let english = all >= ENOUGH && common * 100 >= all * COMMON_PERCENT && the * 100 >= all * THE_PERCENT;
    english.then_some("en")
}

fn texts(block: &Block) -> Vec<&str> {
    match &block.kind {
        Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) => vec![text],
        Kind::List { items: texts, .. } | Kind::Quote(texts) => texts.iter().map(String::as_str).collect(),
        Kind::Break => Vec::new(),
    }
}
