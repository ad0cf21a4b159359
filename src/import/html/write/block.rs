//! Blocks: what begins a line of its own.

use dom_query::NodeRef;

use super::runs::Runs;
use super::{Piece, Writer, code, inline, list, table};
use crate::import::draft::Kind;
use crate::import::html::dom;
use crate::import::markdown;

/// Deepest nesting of blocks that is written as such; what is deeper is written flat.
const DEEPEST: usize = 24;

/// 1..=6 for `h1` to `h6`.
pub(super) fn level(name: &str) -> Option<usize> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// Adds the blocks that stand in `node`.
pub(super) fn children(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    if writer.depth > DEEPEST {
        let mut runs = Runs::default();
        runs.words(&node.text(), super::runs::Marks::default());
        paragraphs(runs, blocks);
        return;
    }
    writer.depth += 1;
    let mut runs = Runs::default();
    let mut child = node.first_child();
    while let Some(one) = child {
        child = one.next_sibling();
        if opens_block(&one) {
            paragraphs(std::mem::take(&mut runs), blocks);
            block(&one, writer, blocks);
        } else {
            runs.read(&one, writer);
        }
    }
    paragraphs(runs, blocks);
    writer.depth -= 1;
}

/// Whether a node is a block, or holds one where HTML would not have it (`<a><div>`, `<span><p>`).
fn opens_block(node: &NodeRef<'_>) -> bool {
    let Some(name) = dom::name(node) else { return false };
    let name = name.as_ref();
    if dom::is_silent(name) {
        return false;
    }
    dom::is_block(name) || code::is_block(node) || holds_block(node, name)
}

fn holds_block(node: &NodeRef<'_>, name: &str) -> bool {
    // A heading or a quotation inside of a link would lose the link, which is worse.
    let light = |inner: &str| name == "a" && matches!(inner, "div" | "p" | "section" | "article");
    node.descendants_it()
        .any(|inner| dom::name(&inner).is_some_and(|inner| dom::is_block(inner.as_ref()) && !light(inner.as_ref())))
}

fn block(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let Some(name) = dom::name(node) else { return };
    let name = name.as_ref();
    if writer.is_skipped(node) {
        return;
    }
    match name {
        "pre" => blocks.extend(code::write(node)),
        "code" if code::is_block(node) => blocks.extend(code::write(node)),
        "ul" | "ol" | "menu" => list::write(node, writer, blocks),
        "dl" => list::definitions(node, writer, blocks),
        "blockquote" => quote(node, writer, blocks),
        "table" => table::write(node, writer, blocks),
        "figcaption" | "caption" => caption(node, writer, blocks),
        "hr" => blocks.push(Piece { kind: Kind::Break, words: String::new(), linked: 0 }),
        name => match level(name) {
            Some(level) => heading(node, level, writer, blocks),
            None => children(node, writer, blocks),
        },
    }
}

/// One paragraph, or several where double breaks stand between them.
pub(super) fn paragraphs(runs: Runs, blocks: &mut Vec<Piece>) {
    if runs.pieces.is_empty() {
        return;
    }
    for runs in runs.paragraphs() {
        let words = runs.plain();
        let kind = if inline::is_plain(&runs) {
            Kind::Paragraph(words.clone())
        } else {
            Kind::Markdown(inline::write(&runs, inline::Line::Paragraph))
        };
        blocks.push(Piece { kind, words, linked: runs.linked() });
    }
}

fn heading(node: &NodeRef<'_>, level: usize, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let mut runs = Runs::default();
    runs.read_children(node, writer);
    runs.forget_emphasis();
    if runs.is_empty() {
        return;
    }
    let words = runs.plain().replace('\n', " ");
    let level = level.saturating_add_signed(writer.raise).clamp(2, 6);
    let kind = if inline::is_plain(&runs) {
        Kind::Heading { level, text: words.clone() }
    } else {
        let line = inline::write(&runs, inline::Line::Heading);
        Kind::Markdown(format!("{} {}", "#".repeat(level), markdown::heading_end(&line)))
    };
    blocks.push(Piece { kind, words, linked: runs.linked() });
}

pub(super) fn caption(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let mut inner = Vec::new();
    children(node, writer, &mut inner);
    let text = |piece: &Piece| matches!(piece.kind, Kind::Paragraph(_) | Kind::Markdown(_));
    if inner.iter().all(|piece| matches!(piece.kind, Kind::Paragraph(_))) && !inner.is_empty() {
        let words: Vec<&str> = inner.iter().map(|piece| piece.words.as_str()).collect();
        let words = words.join(" ");
        blocks.push(Piece { kind: Kind::Caption(words.clone()), words, linked: 0 });
    } else if inner.iter().all(text) && !inner.is_empty() {
        // Links keep it from standing in emphasis as a whole.
        let lines: Vec<String> = inner.iter().map(|piece| markdown::of(&piece.kind)).collect();
        let words: Vec<&str> = inner.iter().map(|piece| piece.words.as_str()).collect();
        blocks.push(Piece { kind: Kind::Markdown(lines.join("\\\n")), words: words.join(" "), linked: linked(&inner) });
    } else {
        blocks.extend(inner);
    }
}

fn quote(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let mut inner = Vec::new();
    children(node, writer, &mut inner);
    if inner.is_empty() {
        return;
    }
    let words = joined_words(&inner);
    let quoted: Vec<String> =
        joined(&inner).lines().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect();
    blocks.push(Piece { kind: Kind::Markdown(quoted.join("\n")), words, linked: linked(&inner) });
}

/// Blocks as Markdown, apart by blank lines. Two lists in a row would become one, so that the second has other markers.
pub(super) fn joined(blocks: &[Piece]) -> String {
    let lines: Vec<String> = blocks.iter().map(|piece| markdown::of(&piece.kind)).collect();
    lines.join("\n\n")
}

pub(super) fn joined_words(blocks: &[Piece]) -> String {
    let words: Vec<&str> = blocks.iter().map(|piece| piece.words.as_str()).collect();
    words.join(" ")
}

/// Bytes of words in links, of all blocks together.
pub(super) fn linked(blocks: &[Piece]) -> usize {
    blocks.iter().map(|piece| piece.linked).sum()
}
