//! Text → logical lines: one character set, no hard wraps, every line with its number in the source.

use super::{edges, mail_head, sections, wrap};
use crate::import::byline;
use crate::import::draft::Dropped;
use crate::import::phrases::byline as words;

/// A logical line: a paragraph, a heading, a list item. Hard-wrapped source lines are joined already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// First source line, counted from 1.
    pub(super) number: usize,
    /// Last source line.
    pub(super) last: usize,
    /// Blank source lines above it.
    pub(super) gap: usize,
    /// Columns before its first character, the least of its source lines.
    pub(super) indent: usize,
    /// The words, trimmed, never empty.
    pub(super) text: String,
    /// The cells of a row, where tabs part the line.
    pub(super) cells: Vec<String>,
    /// What a mark in the source says about it.
    pub(super) mark: Mark,
}

/// A mark that shows what a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mark {
    #[default]
    None,
    /// The first line of a page.
    Page,
    /// The heading of a section, by the link to edit it or by the table of contents.
    Heading,
}

/// A text's lines, and what was taken from it before anything else was looked at.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) lines: Vec<Line>,
    pub(super) dropped: Vec<Dropped>,
}

/// A tab moves to the fourth column, as `CommonMark` 2.2 has it; only the order of indents matters here.
const TAB: usize = 4;

/// All logical lines of a text, blank lines counted but not kept.
pub(super) fn read(text: &str) -> Source {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut gap = 0;
    let mut lines = Vec::new();
    for (index, source) in text.split('\n').enumerate() {
        let words = clean(source);
        if words.is_empty() {
            gap += 1;
            continue;
        }
        let number = index + 1;
        let indent = indent(source);
        let cells = cells(source);
        let mark = if source.starts_with('\u{c}') { Mark::Page } else { Mark::None };
        lines.push(Line { number, last: number, gap, indent, text: words, cells, mark });
        gap = 0;
    }
    let mut source = Source { lines: join_leads(lines), dropped: Vec::new() };
    mail_head::strip(&mut source);
    edges::strip(&mut source);
    sections::mark(&mut source);
    source.lines = wrap::undo(source.lines);
    source
}

/// `By` on a line of its own, as pages break it from the name, goes with the name below.
fn join_leads(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match joined.last_mut() {
            Some(last) if words::is_lead(&last.text) && byline::is_person(&line.text) => {
                last.text = format!("{} {}", last.text, line.text);
                last.last = line.last;
            }
            _ => joined.push(line),
        }
    }
    joined
}

/// What tabs part; nothing where only the line's margin is made of tabs.
fn cells(source: &str) -> Vec<String> {
    let cells: Vec<String> = source.trim_matches([' ', '\u{a0}']).split('\t').map(clean).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    if filled >= 2 { cells } else { Vec::new() }
}

fn indent(source: &str) -> usize {
    let mut columns = 0;
    for c in source.chars() {
        match c {
            ' ' | '\u{a0}' => columns += 1,
            '\t' => columns += TAB,
            '\u{feff}' => {}
            _ => break,
        }
    }
    columns
}

/// One spelling for characters that look the same: see [`put`]. Runs of spaces become one, as any browser shows them.
fn clean(source: &str) -> String {
    let mut line = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        put(&mut line, c, chars.peek().copied());
    }
    line.truncate(line.trim_end().len());
    line.trim_start().to_owned()
}

fn put(line: &mut String, c: char, next: Option<char>) {
    let before = line.chars().next_back();
    match c {
        // A byte order mark in the middle and a soft hyphen are leftovers. Direction marks (U+200E, U+200F) belong to
        // the text.
        '\u{feff}' | '\u{ad}' => {}
        '\u{a0}' if binds(before, next) => line.push(c),
        '\u{a0}' | ' ' if before == Some(' ') => {}
        '\u{a0}' => line.push(' '),
        c if c.is_control() && before == Some(' ') => {}
        c if c.is_control() => line.push(' '),
        c => match ligature(c) {
            Some(letters) => line.push_str(letters),
            None => line.push(c),
        },
    }
}

/// Whether a no-break space is typography: inside guillemets, before French high punctuation, within a number.
/// Elsewhere it is what a web editor left behind around a link, and a search for two words would miss it.
fn binds(before: Option<char>, next: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    matches!(before, Some('«' | '‹'))
        || matches!(next, Some('»' | '›' | ':' | ';' | '!' | '?' | '%'))
        || (digit(before) && digit(next))
}

/// Latin ligatures of U+FB00..U+FB06, which PDF copies hold.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}
