//! Body lines → blocks: headings, captions, lists, quotations, paragraphs.

use super::lines::{Line, Mark};
use crate::import::draft::{Block, Kind, Numbering};
use crate::import::markdown::escape;
use crate::import::phrases::lookup as table;
use crate::import::shape::{self, Marker};

/// Columns by which a quotation is indented more than the rest of the text.
const QUOTE_INDENT: usize = 4;

/// Longest caption, in words.
const CAPTION_WORDS: usize = 40;

/// Fewest rows of a table, its head among them.
const ROWS: usize = 2;

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
    if line.mark == Mark::Heading {
        return (Kind::Heading { level: 2, text: line.text.clone() }, 1);
    }
    if let Some(group) = table(&lines[at..])
        .or_else(|| list(&lines[at..]))
        .or_else(|| quote(&lines[at..]))
        .or_else(|| indented(&lines[at..], margin))
    {
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
    shape::heading(&line.text) && shape::item(&line.text).is_none() && line.cells.is_empty()
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

/// Rows of cells that tabs part, the first as the head.
fn table(lines: &[Line]) -> Option<(Kind, usize)> {
    let taken = lines.iter().take_while(|line| line.cells.len() >= 2).count();
    if taken < ROWS {
        return None;
    }
    let width = lines[..taken].iter().map(|line| line.cells.len()).max()?;
    let row = |cells: &[String]| {
        let padded = (0..width).map(|at| cells.get(at).map_or(String::new(), |cell| escape(cell)));
        format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
    };
    let mut rows: Vec<String> = lines[..taken].iter().map(|line| row(&line.cells)).collect();
    rows.insert(1, format!("|{}", " --- |".repeat(width)));
    Some((Kind::Markdown(rows.join("\n")), taken))
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
    if shape::words(text) > CAPTION_WORDS {
        return false;
    }
    let bare = text.trim_start_matches(['(', '[']);
    let inner = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, inner)| inner);
    labelled(bare) || inner.is_some_and(labelled)
}

/// Whether a text begins with a label such as `Photo:`.
fn labelled(text: &str) -> bool {
    let label = text.split_once([':', '：']).map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| table::CREDIT.has(&label))
}

/// `Map of …` without a stop. `below` is the next line where that is short, as after a picture that stood before a
/// heading.
fn depicts(text: &str, below: Option<&Line>) -> bool {
    let lower = text.to_lowercase();
    let sure = table::DEPICTS.open(&lower);
    (sure || (below.is_some() && table::DEPICTS_MAYBE.open(&lower)))
        && shape::words(text) <= CAPTION_WORDS
        && !shape::ends_in_stop(text)
}
