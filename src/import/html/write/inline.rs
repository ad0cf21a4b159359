//! Runs → Markdown of one line (or a few, with hard breaks).
//!
//! Marks become tokens, tokens are put where `CommonMark` lets emphasis open and close, and the result is read back: a
//! paragraph whose words would come out differently is written without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::runs::{Mark, Marks, Piece, Run, Runs};
use crate::import::markdown::{self, Edge};

/// Where a line of Markdown stands: a table's cell has no line breaks of its own, a heading none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Paragraph,
    Heading,
    Cell,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token<'a> {
    /// Words, not escaped yet.
    Text(String),
    /// Markdown as it is.
    Raw(String),
    Break,
    Open(Mark),
    Close(Mark, &'a str),
}

/// What postil reads of Markdown (`pipeline::parse::markdown`).
const DIALECT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// Markdown that shows the words of `runs`, with as many of their marks as keep every word.
pub(super) fn write(runs: &Runs, line: Line) -> String {
    let mut tokens = Vec::new();
    nest(&runs.pieces, Marks::default(), &runs.links, &mut tokens);
    trim(&mut tokens);
    place(&mut tokens);
    let marked = render(&tokens, line);
    if shows(&marked, runs) {
        return marked;
    }
    // A link says more than emphasis.
    tokens.retain(|token| !matches!(token, Token::Open(mark) | Token::Close(mark, _) if is_delimiter(*mark)));
    let linked = render(&tokens, line);
    if shows(&linked, runs) { linked } else { plain(runs, line) }
}

/// Whether a paragraph has nothing but words.
pub(super) fn is_plain(runs: &Runs) -> bool {
    runs.pieces.iter().all(|run| run.marks.none() && matches!(run.piece, Piece::Text(_)))
}

/// The words without marks.
fn plain(runs: &Runs, line: Line) -> String {
    let bare = |run: &Run| match &run.piece {
        Piece::Text(text) | Piece::Code(text) => Some(Token::Text(text.clone())),
        Piece::Break => Some(Token::Break),
        Piece::Note(_) | Piece::Image(..) => None,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for token in runs.pieces.iter().filter_map(bare) {
        match (tokens.last_mut(), token) {
            (Some(Token::Text(last)), Token::Text(text)) => last.push_str(&text),
            (_, token) => tokens.push(token),
        }
    }
    trim(&mut tokens);
    render(&tokens, line)
}

/// Runs as nested tokens: the mark that reaches furthest is the outer one.
fn nest<'a>(runs: &[Run], open: Marks, links: &'a [String], tokens: &mut Vec<Token<'a>>) {
    let mut at = 0;
    while at < runs.len() {
        let reach = |mark: Mark| runs[at..].iter().take_while(|run| run.marks.has(mark)).count();
        let outer =
            runs[at].marks.list().filter(|mark| !open.has(*mark)).max_by_key(|mark| (reach(*mark), rank(*mark)));
        let Some(mark) = outer else {
            tokens.push(token(&runs[at].piece));
            at += 1;
            continue;
        };
        let end = at + reach(mark);
        let inner = &runs[at..end];
        let address = match mark {
            Mark::Link(link) => links.get(usize::from(link) - 1).map_or("", String::as_str),
            _ => "",
        };
        tokens.push(Token::Open(mark));
        nest(inner, open.with(mark), links, tokens);
        tokens.push(Token::Close(mark, address));
        at = end;
    }
}

/// Which of two marks that reach as far is the outer one.
fn rank(mark: Mark) -> u8 {
    match mark {
        Mark::Strong => 3,
        Mark::Emphasis => 2,
        Mark::Strike => 1,
        Mark::Link(_) => 4,
        // `H*<sub>i</sub>*` would not open behind a letter.
        Mark::Sub | Mark::Sup | Mark::Kbd => 5,
    }
}

fn token<'a>(piece: &Piece) -> Token<'a> {
    match piece {
        Piece::Text(text) => Token::Text(text.clone()),
        Piece::Code(text) => Token::Raw(code(text)),
        Piece::Break => Token::Break,
        Piece::Note(label) => Token::Raw(format!("[^{label}]")),
        Piece::Image(alt, file) => Token::Raw(format!("![{}]({file})", markdown::escape(alt).replace(']', "\\]"))),
    }
}

/// A code span: its fence is longer than any run of back quotes in it.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Takes white space off both ends.
fn trim(tokens: &mut Vec<Token<'_>>) {
    for token in tokens.iter_mut() {
        match token {
            Token::Text(text) => {
                *text = text.trim_start_matches(' ').to_owned();
                if !text.is_empty() {
                    break;
                }
            }
            Token::Open(_) | Token::Close(..) => {}
            _ => break,
        }
    }
    for token in tokens.iter_mut().rev() {
        match token {
            Token::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    break;
                }
            }
            Token::Open(_) | Token::Close(..) => {}
            _ => break,
        }
    }
    tokens.retain(|token| !matches!(token, Token::Text(text) if text.is_empty()));
}

/// Moves characters out of marks until each can open and close where it stands, and drops marks around nothing.
fn place(tokens: &mut Vec<Token<'_>>) {
    let mut at = 0;
    while at < tokens.len() {
        if matches!(tokens[at], Token::Open(_)) {
            open(tokens, at);
        }
        at += 1;
    }
    for at in (0..tokens.len()).rev() {
        if matches!(tokens.get(at), Some(Token::Close(..))) {
            close(tokens, at);
        }
    }
    drop_empty(tokens);
}

/// Whether a mark is written with `*` or `~`, which have rules for their neighbours.
fn is_delimiter(mark: Mark) -> bool {
    matches!(mark, Mark::Strong | Mark::Emphasis | Mark::Strike)
}

fn open(tokens: &mut Vec<Token<'_>>, at: usize) {
    let Token::Open(mark) = tokens[at] else { return };
    let Some(Token::Text(text)) = tokens.get(at + 1) else { return };
    let before = tokens[..at].iter().rev().find_map(|token| edge(token, Edge::End));
    let free = before.is_none_or(|c| !c.is_alphanumeric());
    let moved = |c: char| c.is_whitespace() || (is_delimiter(mark) && !free && is_punctuation(c));
    let count = text.find(|c| !moved(c)).unwrap_or(text.len());
    if count == 0 {
        return;
    }
    let (out, rest) = (text[..count].to_owned(), text[count..].to_owned());
    tokens[at + 1] = Token::Text(rest);
    let previous = at.checked_sub(1).and_then(|at| tokens.get_mut(at));
    if let Some(Token::Text(before)) = previous {
        before.push_str(&out);
    } else {
        tokens.insert(at, Token::Text(out));
    }
}

fn close(tokens: &mut Vec<Token<'_>>, at: usize) {
    let Token::Close(mark, _) = tokens[at] else { return };
    let Some(Token::Text(text)) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return };
    let after = tokens[at + 1..].iter().find_map(|token| edge(token, Edge::Start));
    let free = after.is_none_or(|c| !c.is_alphanumeric());
    let moved = |c: char| c.is_whitespace() || (is_delimiter(mark) && !free && is_punctuation(c));
    let kept = text.trim_end_matches(moved).len();
    if kept == text.len() {
        return;
    }
    let (rest, out) = (text[..kept].to_owned(), text[kept..].to_owned());
    tokens[at - 1] = Token::Text(rest);
    if let Some(Token::Text(after)) = tokens.get_mut(at + 1) {
        after.insert_str(0, &out);
    } else {
        tokens.insert(at + 1, Token::Text(out));
    }
}

/// The outermost character of a token; other delimiters are looked through.
fn edge(token: &Token<'_>, side: Edge) -> Option<char> {
    match token {
        Token::Text(text) if side == Edge::Start => text.chars().next(),
        Token::Text(text) => text.chars().next_back(),
        Token::Raw(_) => Some('`'),
        Token::Break => Some(' '),
        Token::Open(mark) | Token::Close(mark, _) => (!is_delimiter(*mark)).then_some('<'),
    }
}

/// What `CommonMark` 0.31 calls punctuation, roughly: neither letter, digit nor space.
fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

fn drop_empty(tokens: &mut Vec<Token<'_>>) {
    tokens.retain(|token| !matches!(token, Token::Text(text) if text.is_empty()));
    while let Some(at) = (1..tokens.len()).find(
        |at| matches!((&tokens[at - 1], &tokens[*at]), (Token::Open(open), Token::Close(close, _)) if open == close),
    ) {
        tokens.drain(at - 1..=at);
    }
}

fn render(tokens: &[Token<'_>], line: Line) -> String {
    let mut written = String::new();
    let mut in_link = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(text) => {
                let after = tokens[at + 1..].first();
                let start = written.is_empty() || written.ends_with('\n');
                let before = if start { ' ' } else { written.chars().next_back().unwrap_or(' ') };
                let next = after.map_or(' ', |token| edge(token, Edge::Start).unwrap_or('*'));
                let edge = if start { Edge::Start } else { Edge::End };
                let escaped = markdown::escape_part(text, before, next, edge);
                // Behind `\[` a bare `]` would end the link.
                written.push_str(&if in_link > 0 { escaped.replace(']', "\\]") } else { escaped });
                if text.ends_with('!') && matches!(after, Some(Token::Open(Mark::Link(_)))) {
                    written.insert(written.len() - 1, '\\');
                }
            }
            Token::Raw(raw) if line == Line::Cell => written.push_str(&raw.replace('|', "\\|")),
            Token::Raw(raw) => written.push_str(raw),
            Token::Break => line_break(&mut written, line),
            Token::Open(mark) => {
                in_link += usize::from(matches!(mark, Mark::Link(_)));
                written.push_str(opening(*mark));
            }
            Token::Close(Mark::Link(_), address) => {
                in_link -= 1;
                written.extend(["](", address, ")"]);
            }
            Token::Close(mark, _) => written.push_str(closing(*mark)),
        }
    }
    written
}

fn line_break(written: &mut String, line: Line) {
    written.truncate(written.trim_end_matches(' ').len());
    written.push_str(match line {
        Line::Paragraph => "\\\n",
        Line::Heading => " ",
        Line::Cell => "<br>",
    });
}

fn opening(mark: Mark) -> &'static str {
    match mark {
        Mark::Link(_) => "[",
        Mark::Sub => "<sub>",
        Mark::Sup => "<sup>",
        Mark::Kbd => "<kbd>",
        mark => closing(mark),
    }
}

fn closing(mark: Mark) -> &'static str {
    match mark {
        Mark::Link(_) => "]",
        Mark::Strong => "**",
        Mark::Emphasis => "*",
        Mark::Strike => "~~",
        Mark::Sub => "</sub>",
        Mark::Sup => "</sup>",
        Mark::Kbd => "</kbd>",
    }
}

/// Whether `markdown`, read as postil reads it, shows the words of `runs` and nothing else.
fn shows(markdown: &str, runs: &Runs) -> bool {
    let mut shown = String::with_capacity(markdown.len());
    let mut image = 0;
    // References to footnotes are only read where there is a definition, which stands elsewhere.
    let options = DIALECT.difference(Options::ENABLE_FOOTNOTES);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Image { .. }) => image += 1,
            Event::End(TagEnd::Image) => image -= 1,
            Event::Text(text) | Event::Code(text) if image == 0 => shown.push_str(&text),
            Event::SoftBreak | Event::HardBreak => shown.push(' '),
            Event::InlineHtml(html) if &*html == "<br>" => shown.push(' '),
            Event::Start(Tag::Paragraph | Tag::Link { .. } | Tag::Strong | Tag::Emphasis | Tag::Strikethrough)
            | Event::End(_)
            | Event::InlineHtml(_)
            | Event::Text(_)
            | Event::Code(_) => {}
            _ => return false,
        }
    }
    let wanted = runs.pieces.iter().map(|run| match &run.piece {
        Piece::Text(text) | Piece::Code(text) => text.clone(),
        Piece::Break => " ".to_owned(),
        Piece::Note(label) => format!("[^{label}]"),
        Piece::Image(..) => String::new(),
    });
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    bare(&shown) == bare(&wanted.collect::<String>())
}
