//! What a person should look at: signs that words are missing, doubled or of the wrong kind. The body itself is not
//! touched.

use super::draft::{Decision, Draft, Field, Kind};
use super::shape;

/// Words of a line taken out as boilerplate that may have been a paragraph after all.
const LONG_DROP: usize = 40;

/// Rules whose lines are long as a rule, and never of the article.
const SURE: &[&str] = &["comments", "notice", "cookies", "rights", "page edge"];

/// One heading in three blocks is more than any measured article has.
const HEADINGS_IN: usize = 3;

/// Adds a decision for each sign, and the field to [`Draft::unsure`].
pub(super) fn add(draft: &mut Draft) {
    let signs: Vec<Decision> = long_drops(draft).into_iter().chain(unpaired(draft)).chain(repeated(draft)).collect();
    if !signs.is_empty() {
        draft.unsure.push(Field::Body);
    }
    draft.decisions.extend(signs);
    if crowded(draft) {
        draft.unsure.push(Field::Headings);
    }
}

fn sign(rule: &'static str, line: usize, text: &str) -> Decision {
    Decision { field: Field::Body, value: text.to_owned(), rule, line }
}

fn long_drops(draft: &Draft) -> Vec<Decision> {
    let sure = |rule: &str| SURE.contains(&rule);
    let long = draft.dropped.iter().filter(|dropped| !sure(dropped.rule) && shape::words(&dropped.text) > LONG_DROP);
    long.map(|dropped| sign("long line dropped", dropped.line, &dropped.text)).collect()
}

/// Paragraphs with a closing quotation mark too many, or an opening one that the next paragraph does not take up.
fn unpaired(draft: &Draft) -> Vec<Decision> {
    let paragraphs: Vec<(usize, &str)> = paragraphs(draft).collect();
    let mut signs = Vec::new();
    for (index, (line, text)) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(index + 1).map_or("", |(_, text)| text);
        let count = |mark: char| text.matches(mark).count();
        let (opened, closed) = (count('“'), count('”'));
        // `„…“` closes with the mark that opens in English.
        let foreign = text.contains('„');
        let continued = opened == closed + 1 && next.starts_with('“');
        if opened != closed && !foreign && !continued {
            signs.push(sign("unpaired quotation mark", *line, text));
        }
    }
    signs
}

/// A first paragraph whose words come again is often a caption or a summary that the page showed above the text.
fn repeated(draft: &Draft) -> Option<Decision> {
    let (line, first) = paragraphs(draft).next()?;
    let words: Vec<String> = words(first).collect();
    // The first half is enough: the second time the sentence often goes on.
    let half = &words[..words.len().div_ceil(2)];
    let again = half.len() >= 5
        && paragraphs(draft).skip(1).any(|(_, text)| self::words(text).take(half.len()).eq(half.iter().cloned()));
    again.then(|| sign("first paragraph again", line, first))
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn crowded(draft: &Draft) -> bool {
    let headings = draft.body.iter().filter(|block| matches!(block.kind, Kind::Heading { .. })).count();
    headings > 1 && headings * HEADINGS_IN > draft.body.len()
}

fn paragraphs(draft: &Draft) -> impl Iterator<Item = (usize, &str)> {
    draft.body.iter().filter_map(|block| match &block.kind {
        Kind::Paragraph(text) => Some((block.line, text.as_str())),
        _ => None,
    })
}
