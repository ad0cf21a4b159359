//! Lists and definition lists.

use dom_query::NodeRef;

use super::runs::Runs;
use super::{Piece, Writer, block, inline};
use crate::import::draft::Kind;
use crate::import::html::dom;
use crate::import::markdown;

/// A list. Items with blocks of their own stand apart by blank lines.
pub(super) fn write(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let mut items: Vec<Vec<Piece>> = Vec::new();
    let mut child = node.first_child();
    while let Some(one) = child {
        child = one.next_sibling();
        if writer.is_skipped(&one) {
            continue;
        }
        let mut inner = Vec::new();
        if one.has_name("li") {
            block::children(&one, writer, &mut inner);
        } else {
            loose(&one, writer, &mut inner);
        }
        // A list that stands in a list without an item of its own belongs to the item above it.
        match items.last_mut() {
            Some(last) if !one.has_name("li") => last.extend(inner),
            _ if inner.is_empty() => {}
            _ => items.push(inner),
        }
    }
    if items.is_empty() {
        return;
    }
    let first = dom::attribute(node, "start").and_then(|start| start.parse().ok()).filter(|start| *start < 1_000_000);
    let numbered = node.has_name("ol").then_some(first.unwrap_or(1));
    let after_list = matches!(blocks.last(), Some(Piece { kind: Kind::Markdown(text), .. }) if is_list(text, numbered));
    let words = items.iter().map(|item| block::joined_words(item)).collect::<Vec<_>>().join(" ");
    let linked = items.iter().map(|item| block::linked(item)).sum();
    let marks = if after_list { Marks::Other } else { Marks::Usual };
    blocks.push(Piece { kind: Kind::Markdown(lines(&items, numbered, marks)), words, linked });
}

/// Which of the two marks of a list is written: a list right behind another needs the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    Usual,
    Other,
}

/// Whether Markdown is a list of this kind with the usual marks.
fn is_list(text: &str, numbered: Option<usize>) -> bool {
    match numbered {
        None => text.starts_with("- "),
        Some(_) => text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". "),
    }
}

/// What stands in a list outside of its items.
fn loose(node: &NodeRef<'_>, writer: &mut Writer<'_>, inner: &mut Vec<Piece>) {
    if dom::is_one_of(node, &["ul", "ol"]) {
        write(node, writer, inner);
    } else if dom::name(node).is_some_and(|name| dom::is_block(name.as_ref())) {
        block::children(node, writer, inner);
    } else {
        let mut runs = Runs::default();
        runs.read(node, writer);
        block::paragraphs(runs, inner);
    }
}

fn lines(items: &[Vec<Piece>], numbered: Option<usize>, marks: Marks) -> String {
    let tight = items.iter().all(|item| is_tight(item));
    let mut written = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let mark = match (numbered, marks) {
            (None, Marks::Usual) => "- ".to_owned(),
            (None, Marks::Other) => "* ".to_owned(),
            (Some(first), Marks::Usual) => format!("{}. ", first + at),
            (Some(first), Marks::Other) => format!("{}) ", first + at),
        };
        let text = if tight { tight_item(item) } else { block::joined(item) };
        written.push(indented(&mark, &text));
    }
    written.join(if tight { "\n" } else { "\n\n" })
}

/// One paragraph, or one and a list.
fn is_tight(item: &[Piece]) -> bool {
    let paragraph = |piece: &Piece| matches!(&piece.kind, Kind::Paragraph(_)) || is_line(&piece.kind);
    match item {
        [one] => paragraph(one) || is_any_list(&one.kind),
        [one, list] => paragraph(one) && is_any_list(&list.kind),
        _ => false,
    }
}

fn is_line(kind: &Kind) -> bool {
    matches!(kind, Kind::Markdown(text) if !text.contains('\n') && !text.starts_with(['#', '>', '|', '`']))
}

fn is_any_list(kind: &Kind) -> bool {
    matches!(kind, Kind::Markdown(text) if is_list(text, None) || (is_list(text, Some(1)) && !text.contains("\n\n")))
}

fn tight_item(item: &[Piece]) -> String {
    item.iter().map(|piece| markdown::of(&piece.kind)).collect::<Vec<_>>().join("\n")
}

/// `mark` before the first line, its width in spaces before the others.
fn indented(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.len());
    let mut written = mark.to_owned();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            written.push('\n');
            if !line.is_empty() {
                written.push_str(&indent);
            }
        }
        written.push_str(line);
    }
    written
}

/// `Term` and `: meaning`, as pulldown-cmark and PHP Markdown Extra read it.
pub(super) fn definitions(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let mut text = String::new();
    let mut words = Vec::new();
    let mut last = Entry::None;
    for entry in entries(node) {
        if entry.has_name("dt") {
            let mut runs = Runs::default();
            runs.read_children(&entry, writer);
            if runs.is_empty() {
                continue;
            }
            words.push(runs.plain());
            let gap = if last == Entry::Meaning { "\n" } else { "" };
            text.extend([gap, &inline::write(&runs, inline::Line::Heading), "\n"]);
            last = Entry::Term;
        } else {
            let mut inner = Vec::new();
            block::children(&entry, writer, &mut inner);
            if inner.is_empty() {
                continue;
            }
            words.push(block::joined_words(&inner));
            if last == Entry::None {
                blocks.extend(inner);
                continue;
            }
            text.extend([&indented(": ", &block::joined(&inner)), "\n"]);
            last = Entry::Meaning;
        }
    }
    if !text.is_empty() {
        blocks.push(Piece { kind: Kind::Markdown(text.trim_end().to_owned()), words: words.join(" "), linked: 0 });
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    None,
    Term,
    Meaning,
}

/// Terms and meanings, also those in groups (`<dl><div><dt>…`).
fn entries<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut entries = Vec::new();
    for child in node.element_children() {
        if child.has_name("div") {
            entries.extend(child.element_children());
        } else {
            entries.push(child);
        }
    }
    entries.retain(|entry| dom::name(entry).is_some_and(|name| !dom::is_silent(name.as_ref())));
    entries
}
