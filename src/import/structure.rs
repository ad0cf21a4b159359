//! Body lines → blocks: headings, captions, lists, quotations, paragraphs.

use super::draft::{Block, Kind, Numbering};
use super::lines::Line;
use super::phrases;
use super::shape::{self, Marker};

/// Columns by which a quotation is indented more than the rest of the text.
const QUOTE_INDENT: usize = 4;

/// Longest caption, in words.
const CAPTION_WORDS: usize = 40;

/// Fewest list items in a row: a single `- ` or `1986. ` is as likely the beginning of a paragraph.
const ITEMS: usize = 2;

/// Blocks in the order of the lines.
pub(super) fn blocks(lines: &[Line]) -> Vec<Block> {
    let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (kind, taken) = block(lines, at, margin);
        blocks.push(Block { line: lines[at].number, kind });
        at += taken;
    }
    while blocks.last().is_some_and(|block| block.kind == Kind::Break) {
        blocks.pop();
    }
    blocks
}

/// The block that begins at `at`, and how many lines it takes, at least one.
fn block(lines: &[Line], at: usize, margin: usize) -> (Kind, usize) {
    let line = &lines[at];
    let next = lines.get(at + 1);
    if next.is_some_and(is_underline) {
        return (Kind::Heading { level: 2, text: line.text.clone() }, 2);
    }
    if let Some(group) = list(&lines[at..]).or_else(|| quote(&lines[at..])).or_else(|| indented(&lines[at..], margin)) {
        return group;
    }
    if let Some(kind) = marked(&line.text) {
        return (kind, 1);
    }
    let short = next.is_some_and(is_short);
    if is_credit(&line.text) || depicts(&line.text, next.filter(|_| short)) {
        return (Kind::Caption(line.text.clone()), 1);
    }
    // The first line of a body has no section above it to part from; the last has nothing below.
    if at > 0 && next.is_some() && !short && shape::heading(&line.text) {
        return (Kind::Heading { level: 2, text: line.text.clone() }, 1);
    }
    (Kind::Paragraph(line.text.clone()), 1)
}

/// `=====` or `-----` right below a line of text.
fn is_underline(line: &Line) -> bool {
    let marks = |mark: char| line.text.len() >= 3 && line.text.chars().all(|c| c == mark);
    line.gap == 0 && (marks('=') || marks('-'))
}

/// Whether a line could be a heading, so that the one above it is none.
fn is_short(line: &Line) -> bool {
    shape::heading(&line.text) && shape::item(&line.text).is_none()
}

/// Markdown's own `## ` and rule lines.
fn marked(text: &str) -> Option<Kind> {
    if shape::rule(text) {
        return Some(Kind::Break);
    }
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    let heading = (1..=6).contains(&level) && words.starts_with(' ');
    heading.then(|| Kind::Heading { level: level.max(2), text: words.trim().to_owned() })
}

/// Items of one kind in a row; numbers must count up from 1.
fn list(lines: &[Line]) -> Option<(Kind, usize)> {
    let (first, _) = shape::item(&lines[0].text)?;
    let mut items = Vec::new();
    for (expected, line) in (1..).zip(lines) {
        match (first, shape::item(&line.text)) {
            (Marker::Bullet, Some((Marker::Bullet, words))) => items.push(words.to_owned()),
            (Marker::Number(_), Some((Marker::Number(number), words))) if number == expected => {
                items.push(words.to_owned());
            }
            _ => break,
        }
    }
    let numbering = if first == Marker::Bullet { Numbering::Bullets } else { Numbering::Numbers };
    let taken = items.len();
    (taken >= ITEMS).then_some((Kind::List { numbering, items }, taken))
}

/// A passage of several source lines that is indented as a whole. One indented line is the typist's paragraph sign.
fn indented(lines: &[Line], margin: usize) -> Option<(Kind, usize)> {
    let deep = |line: &&Line| line.indent >= margin + QUOTE_INDENT && line.last > line.number;
    let paragraphs: Vec<String> = lines.iter().take_while(deep).map(|line| line.text.clone()).collect();
    let taken = paragraphs.len();
    (taken > 0).then_some((Kind::Quote(paragraphs), taken))
}

/// Lines with `>`. A line with nothing else parts two paragraphs; at the beginning it is no quotation.
fn quote(lines: &[Line]) -> Option<(Kind, usize)> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut parted = true;
    let mut taken = 0;
    for line in lines.iter().take_while(|line| line.text.starts_with('>')) {
        let words = line.text.trim_start_matches(['>', ' ']);
        parted |= words.is_empty() || line.gap > 0;
        match paragraphs.last_mut() {
            None if words.is_empty() => return None,
            _ if words.is_empty() => {}
            Some(last) if !parted => last.extend([" ", words]),
            _ => paragraphs.push(words.to_owned()),
        }
        parted = words.is_empty();
        taken += 1;
    }
    (taken > 0).then_some((Kind::Quote(paragraphs), taken))
}

/// `Photo: …`, with or without brackets around it.
pub(super) fn is_credit(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[']);
    let label = bare.split_once(':').map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| phrases::CREDIT.contains(&label.as_str())) && shape::words(text) <= CAPTION_WORDS
}

/// `Map of …` without a stop. `below` is the next line where that is short, as after a picture that stood before a
/// heading.
fn depicts(text: &str, below: Option<&Line>) -> bool {
    let lower = text.to_lowercase();
    let opens = |phrases: &[&str]| phrases.iter().any(|phrase| lower.starts_with(phrase));
    let sure = opens(phrases::DEPICTS);
    (sure || (below.is_some() && opens(phrases::DEPICTS_MAYBE)))
        && shape::words(text) <= CAPTION_WORDS
        && !shape::ends_in_stop(text)
}
