//! Blocks → Markdown that shows the same characters.

use super::draft::{Block, Kind, Numbering};

/// The body, blocks apart by a blank line, with a newline at its end.
pub(super) fn body(blocks: &[Block]) -> String {
    let blocks: Vec<String> = blocks.iter().map(block).collect();
    let mut body = blocks.join("\n\n");
    if !body.is_empty() {
        body.push('\n');
    }
    body
}

fn block(block: &Block) -> String {
    of(&block.kind)
}

/// One block, without a newline at its end.
pub(super) fn of(kind: &Kind) -> String {
    match kind {
        Kind::Heading { level, text } => format!("{} {}", "#".repeat(*level), heading(text)),
        Kind::Paragraph(text) => escape(text),
        // A paragraph of its own in emphasis: the picture is lost, its words are not.
        Kind::Caption(text) => format!("*{}*", escape(text)),
        Kind::List { numbering, items } => list(*numbering, items),
        Kind::Quote(paragraphs) => {
            let lines: Vec<String> = paragraphs.iter().map(|text| format!("> {}", escape(text))).collect();
            lines.join("\n>\n")
        }
        Kind::Break => "---".to_owned(),
        Kind::Markdown(text) => text.clone(),
    }
}

fn list(numbering: Numbering, items: &[String]) -> String {
    let lines: Vec<String> = (1..)
        .zip(items)
        .map(|(number, item)| match numbering {
            Numbering::Bullets => format!("- {}", escape(item)),
            Numbering::Numbers => format!("{number}. {}", escape(item)),
        })
        .collect();
    lines.join("\n")
}

/// `#` at the end of a heading closes it (`CommonMark` 4.2). `{#id}` there is an attribute in several dialects, which
/// do not look at a backslash before it, so that only a character reference keeps its words.
fn heading(text: &str) -> String {
    heading_end(&escape(text))
}

/// The same for a heading's words that are Markdown already.
pub(super) fn heading_end(escaped: &str) -> String {
    if let Some(inner) = escaped.strip_suffix('}') {
        return format!("{inner}&#125;");
    }
    let bare = escaped.trim_end_matches('#');
    let closing = escaped.len() - bare.len();
    format!("{bare}{}", "\\#".repeat(closing))
}

/// One line of plain text as Markdown that shows the same characters: `CommonMark` 0.31 with tables, strikethrough,
/// footnotes, definition lists and wikilinks.
///
/// Only what would be read as Markdown is escaped, so that the file stays readable: `3 - 4` is left, `- 4` at the start
/// is not.
///
/// ```
/// use postil::import::escape;
/// assert_eq!(escape("3*4 is 12"), r"3\*4 is 12");
/// assert_eq!(escape("1986. A year"), r"1986\. A year");
/// assert_eq!(escape("snake_case & so on"), "snake_case & so on");
/// ```
#[must_use]
pub fn escape(text: &str) -> String {
    escape_part(text.trim(), ' ', ' ', Edge::Start)
}

/// A side of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Its first character; as a place: the start of a line.
    Start,
    /// Its last character; as a place: behind something else on the line.
    End,
}

/// A part of a line, between the characters `before` and `after`, escaped as [`escape`] does. `place` says whether the
/// line begins with it.
pub(super) fn escape_part(text: &str, mut before: char, after: char, place: Edge) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    let start = if place == Edge::Start { opening(text) } else { None };
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(after);
        if start == Some(at) || special(c, before, next) || (c == '&' && is_entity(&text[at..])) {
            escaped.push('\\');
        }
        // A line break would begin a new line of Markdown; imported text has none.
        escaped.push(if c == '\n' || c == '\r' { ' ' } else { c });
        before = c;
    }
    escaped
}

/// Characters that mean something anywhere in a line.
fn special(c: char, before: char, after: char) -> bool {
    match c {
        // Between letters `_` never opens or closes emphasis (`CommonMark` 6.2).
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '\\' | '*' | '`' | '<' | '[' | '|' | '~' => true,
        _ => false,
    }
}

/// Index of the character that would open a block: a heading, list, quotation, definition, rule or setext underline.
fn opening(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let marks = text.len() - text.trim_start_matches(first).len();
    let rest = &text[marks..];
    let ends = rest.is_empty() || rest.starts_with([' ', '\t']);
    match first {
        '>' | ':' | '=' => Some(0),
        '#' => (ends && marks <= 6).then_some(0),
        '-' | '+' => (ends || marks > 1).then_some(0),
        '0'..='9' => number(text),
        _ => None,
    }
}

/// Index of the `.` or `)` of an ordered list's marker: at most nine digits (`CommonMark` 5.2).
fn number(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let behind = rest.strip_prefix(['.', ')'])?;
    (digits <= 9 && (behind.is_empty() || behind.starts_with([' ', '\t']))).then_some(digits)
}

/// `&copy;` and `&#169;` would show another character. 32 bytes hold the longest name of the standard.
fn is_entity(text: &str) -> bool {
    let name = text.bytes().skip(1).take(33);
    for (length, byte) in name.enumerate() {
        match byte {
            b';' => return length > 0,
            b'#' if length == 0 => {}
            _ if byte.is_ascii_alphanumeric() => {}
            _ => return false,
        }
    }
    false
}
