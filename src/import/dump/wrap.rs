//! Hard wraps undone: source lines that an editor or a mail program broke become one logical line again.
//!
//! A break is one that greedy filling made: the first word of the next line did not fit any more. That tells a wrapped
//! paragraph from a title above a byline without looking at the words.

use std::collections::HashSet;

use super::lines::{Line, Mark};
use crate::import::{byline, shape};

/// Widths at which programs wrap, in characters: 40 for narrow columns to 100; mail is 72 to 78. Longer lines are whole
/// paragraphs.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// A line of more characters is a paragraph that nobody wrapped. Where there are many of them, short lines are short.
const WHOLE: usize = 110;

/// Percent of the breaks without a blank line that must be greedy before a text counts as wrapped. Wrapped texts reach
/// nearly 100, lists and verse some 10; wrongly joined lines cost more than lines left apart.
const GREEDY: usize = 60;

/// Joins the lines of a hard-wrapped text; any other text is given back as it came.
pub(super) fn undo(lines: Vec<Line>) -> Vec<Line> {
    let Some(width) = width(&lines) else {
        return lines;
    };
    let known = vocabulary(&lines);
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut above = 0;
    for line in lines {
        let length = length(&line);
        match joined.last_mut() {
            Some(last)
                if line.gap == 0 && !starts_anew(&line) && !ends_here(last) && goes_on(last, above, &line, width) =>
            {
                append(last, &line, &known);
            }
            _ => joined.push(line),
        }
        above = length;
    }
    joined
}

/// The column at which the text was wrapped, or `None` when it was not.
fn width(lines: &[Line]) -> Option<usize> {
    let breaks: Vec<(usize, &Line)> = lines
        .windows(2)
        .filter(|pair| pair[1].gap == 0 && !starts_anew(&pair[1]))
        .map(|pair| (length(&pair[0]), &pair[1]))
        .collect();
    let whole = lines.iter().filter(|line| length(line) > WHOLE).count();
    if whole * 3 >= breaks.len().max(1) {
        return None;
    }
    let width = breaks.iter().map(|(above, _)| *above).filter(|above| *above <= *WIDTHS.end()).max()?;
    let greedy = breaks.iter().filter(|(above, line)| did_not_fit(*above, line, width)).count();
    (WIDTHS.contains(&width) && greedy * 100 >= breaks.len() * GREEDY).then_some(width)
}

/// Whether a line continues the one above: it did not fit there, or it begins in the middle of a sentence, as where a
/// person broke the lines by eye.
fn goes_on(last: &Line, above: usize, line: &Line, width: usize) -> bool {
    let amid = line.text.starts_with(char::is_lowercase) && !shape::ends_in_stop(&last.text);
    did_not_fit(above, line, width) || amid
}

/// Whether the first word of `line` would have passed the width. Both in columns.
fn did_not_fit(above: usize, line: &Line, width: usize) -> bool {
    let first = line.text.split(' ').next().unwrap_or_default();
    let next = if dense(first.chars().next()) { 2 } else { 1 + columns(first) };
    above <= width && above + next > width
}

/// Lines that begin something whatever stands above them.
fn starts_anew(line: &Line) -> bool {
    let text = line.text.as_str();
    ends_here(line)
        || shape::item(text).is_some()
        || shape::rule(text)
        || text.starts_with(['>', '#'])
        || byline::read(text).is_some()
}

/// Lines that are whole by what they are.
fn ends_here(line: &Line) -> bool {
    line.mark == Mark::Heading || !line.cells.is_empty()
}

fn append(last: &mut Line, line: &Line, known: &HashSet<String>) {
    match hyphen(&last.text, &line.text, known) {
        Hyphen::None if dense(last.text.chars().next_back()) && dense(line.text.chars().next()) => {}
        Hyphen::None => last.text.push(' '),
        Hyphen::Kept => {}
        Hyphen::Removed => {
            last.text.pop();
        }
    }
    last.text.push_str(&line.text);
    last.last = line.last;
    last.indent = last.indent.min(line.indent);
}

enum Hyphen {
    None,
    Kept,
    Removed,
}

/// What becomes of a hyphen at a break: `govern-/ment` loses it; `long-/term` keeps it where the text writes the word
/// so elsewhere, and `Franco-/German` by its capital. Programs that fill lines break at spaces, so most hyphens there
/// came with the break.
fn hyphen(above: &str, below: &str, known: &HashSet<String>) -> Hyphen {
    let Some(stem) = above.strip_suffix('-') else {
        return Hyphen::None;
    };
    let head = stem.rsplit(' ').next().unwrap_or_default();
    let tail = below.split(' ').next().unwrap_or_default();
    if !head.ends_with(char::is_alphabetic) {
        return Hyphen::None;
    }
    let written_so = known.contains(&word(&format!("{head}-{tail}")));
    if written_so || !tail.starts_with(char::is_lowercase) { Hyphen::Kept } else { Hyphen::Removed }
}

fn vocabulary(lines: &[Line]) -> HashSet<String> {
    lines.iter().flat_map(|line| line.text.split(' ')).map(word).collect()
}

fn word(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Columns up to the end of a line.
fn length(line: &Line) -> usize {
    line.indent + columns(&line.text)
}

/// Characters of Han and kana take two columns.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if dense(Some(c)) { 2 } else { 1 }).sum()
}

/// Whether no space belongs beside a character, as between those of Han and kana and their marks.
fn dense(c: Option<char>) -> bool {
    c.is_some_and(|c| shape::is_dense(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}'))
}
