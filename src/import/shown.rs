//! The words that a reader sees of a block, whatever it is made of.

use pulldown_cmark::{Event, Parser};

use super::draft::{Block, Kind};
use super::shape;

/// The words of a block without marks.
pub(super) fn block(kind: &Kind) -> String {
    match kind {
        Kind::Markdown(text) => markdown(text),
        Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) => text.clone(),
        Kind::List { items: texts, .. } | Kind::Quote(texts) => texts.join(" "),
        Kind::Break => String::new(),
    }
}

/// The words of Markdown.
pub(super) fn markdown(text: &str) -> String {
    let words = |event| match event {
        Event::Text(text) | Event::Code(text) => text.into_string(),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        _ => String::new(),
    };
    Parser::new(text).map(words).collect()
}

/// The words of a heading; `None` for other blocks.
pub(super) fn heading(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Heading { text, .. } => Some(text.clone()),
        Kind::Markdown(text) if text.starts_with('#') => Some(markdown(text)),
        _ => None,
    }
}

/// How many words a body has. Names of pictures are none.
pub(super) fn count(body: &[Block]) -> usize {
    body.iter().map(|block| shape::words(&self::block(&block.kind))).sum()
}
