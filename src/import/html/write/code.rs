//! Blocks of code.

use dom_query::NodeRef;

use super::Piece;
use crate::import::draft::Kind;
use crate::import::html::dom;

/// Whether a node outside of `<pre>` is a block of code all the same: `<code>` with lines in it that stands alone.
pub(super) fn is_block(node: &NodeRef<'_>) -> bool {
    if !node.has_name("code") {
        return false;
    }
    let lines = node.text().trim().contains('\n') || node.descendants_it().any(|inner| inner.has_name("br"));
    lines && node.prev_element_sibling().is_none() && node.next_element_sibling().is_none()
}

/// A fenced block with the characters of `node`; none where it has no words.
pub(super) fn write(node: &NodeRef<'_>) -> Option<Piece> {
    let mut text = String::new();
    characters(node, &mut text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // The first line break behind `<pre>` is no character; blank lines around code say nothing.
    let text = text.trim_start_matches('\n').trim_end();
    if text.trim().is_empty() {
        return None;
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let language = language(node).unwrap_or_default();
    Some(Piece {
        kind: Kind::Markdown(format!("{fence}{language}\n{text}\n{fence}")),
        words: dom::squash(text),
        linked: 0,
    })
}

fn characters(node: &NodeRef<'_>, text: &mut String) {
    for inner in node.descendants_it() {
        let shown = dom::text(&inner, |words| text.push_str(words)).is_some();
        if !shown && (inner.has_name("br") || (breaks(&inner) && !text.ends_with('\n'))) {
            text.push('\n');
        }
    }
}

/// Elements that begin a line inside of code: lines that a highlighter has wrapped.
fn breaks(node: &NodeRef<'_>) -> bool {
    dom::is_one_of(node, &["p", "div", "li", "tr"])
}

/// The language that a class names: `language-rust`, `lang-rust`, `highlight-source-rust`, `brush: rust`.
fn language(node: &NodeRef<'_>) -> Option<String> {
    let inner = node.descendants_it().find(|inner| inner.has_name("code"));
    let nodes = [inner, Some(*node), node.parent()];
    let classes: Vec<String> = nodes.into_iter().flatten().filter_map(|node| dom::attribute(&node, "class")).collect();
    let named = classes.iter().flat_map(|class| class.split_whitespace()).find_map(|class| {
        ["language-", "lang-", "highlight-source-", "brush:"].iter().find_map(|lead| class.strip_prefix(lead))
    })?;
    let named: String = named.chars().take_while(|c| c.is_ascii_alphanumeric() || "+#-_".contains(*c)).collect();
    (!named.is_empty() && named != "none").then(|| named.to_lowercase())
}
