//! Text → logical lines: one character set, no hard wraps, every line with its number in the source.

use super::wrap;

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
}

/// A tab moves to the fourth column, as `CommonMark` 2.2 has it; only the order of indents matters here.
const TAB: usize = 4;

/// All logical lines of a text, blank lines counted but not kept.
pub(super) fn read(text: &str) -> Vec<Line> {
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
        lines.push(Line { number, last: number, gap, indent, text: words });
        gap = 0;
    }
    wrap::undo(lines)
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
