//! Footnotes: a reference is a short link to an element of the page, which becomes the note's text.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{NodeId, NodeRef};
use url::Url;

use super::{Piece, Writer, block};
use crate::import::draft::Kind;
use crate::import::html::dom;

/// Longest mark of a footnote, in characters: `[12]`, `(3)`, `note 4`.
const LONGEST_MARK: usize = 8;

/// Longest text of one footnote, in bytes: more is a section that a table of contents points to.
const LONGEST_NOTE: usize = 4000;

/// The footnotes of a tree.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Label of each reference, by its node.
    labels: BTreeMap<NodeId, String>,
    /// Nodes that are written at the end, or not at all: the notes' texts and the links back.
    skipped: BTreeSet<NodeId>,
    /// Label and node of each note, in the order of the first references.
    texts: Vec<(String, NodeId)>,
}

impl Notes {
    pub(super) fn is_skipped(&self, id: NodeId) -> bool {
        self.skipped.contains(&id)
    }

    pub(super) fn label(&self, id: NodeId) -> Option<String> {
        self.labels.get(&id).cloned()
    }
}

/// Finds references and what they refer to.
pub(super) fn find(root: &NodeRef<'_>, base: Option<&Url>) -> Notes {
    let mut targets: BTreeMap<String, NodeRef<'_>> = BTreeMap::new();
    let mut references = Vec::new();
    for node in root.descendants_it().filter(NodeRef::is_element) {
        for id in ["id", "name"].iter().filter_map(|name| dom::attribute(&node, name)) {
            targets.entry(id).or_insert(node);
        }
        if let Some(target) = reference(&node, base) {
            references.push((node, target));
        }
    }
    let mut notes = Notes::default();
    let mut known: BTreeMap<NodeId, String> = BTreeMap::new();
    for (node, target) in references {
        let Some(text) = targets.get(&target).and_then(|target| text_of(target, &node)) else { continue };
        // A note's own link back to the text is no reference.
        if node.ancestors_it(None).any(|above| known.contains_key(&above.id)) {
            continue;
        }
        let label = known.entry(text.id).or_insert_with(|| {
            let label = label(&node, &notes.texts);
            notes.texts.push((label.clone(), text.id));
            label
        });
        notes.labels.insert(raised(&node).id, label.clone());
        notes.skipped.insert(text.id);
    }
    notes
}

/// The target of a link that looks like a footnote's mark: `#fn1` behind `1`, `[a]` or `*`.
fn reference(node: &NodeRef<'_>, base: Option<&Url>) -> Option<String> {
    if !node.has_name("a") {
        return None;
    }
    let href = dom::attribute(node, "href")?;
    let (page, target) = href.rsplit_once('#')?;
    // A saved page writes its whole address before the fragment.
    let here = page.is_empty() || base.is_some_and(|base| base.as_str().split('#').next() == Some(page));
    if !here {
        return None;
    }
    let mark = dom::words(node);
    let inner = mark.trim_matches(['[', ']', '(', ')', ' ', '.']);
    let short = mark.chars().count() <= LONGEST_MARK && !inner.is_empty();
    let number = inner.rsplit(' ').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    let symbol = inner.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶'));
    let letter = inner.chars().count() == 1 && raised(node).id != node.id;
    let raised_mark = raised(node).id != node.id || mark.starts_with('[') || named(target);
    (short && (number || symbol || letter) && raised_mark).then(|| target.to_owned())
}

/// Whether an id is one that only footnotes have.
fn named(target: &str) -> bool {
    let target = target.to_lowercase();
    ["fn", "note", "cite", "ftn", "endnote"].iter().any(|word| target.contains(word))
}

/// `<sup>` around a reference, where it holds nothing else.
fn raised<'a>(node: &NodeRef<'a>) -> NodeRef<'a> {
    let mut outer = *node;
    while let Some(parent) = outer.parent() {
        if !dom::is_one_of(&parent, &["sup", "span"]) || dom::words(&parent) != dom::words(node) {
            break;
        }
        outer = parent;
    }
    if outer.has_name("sup") || outer.descendants_it().any(|inner| inner.has_name("sup")) { outer } else { *node }
}

/// The element that holds the note's text: the target, or the paragraph or item that it marks the start of.
fn text_of<'a>(target: &NodeRef<'a>, reference: &NodeRef<'_>) -> Option<NodeRef<'a>> {
    let holds = |node: &NodeRef<'_>| dom::is_one_of(node, &["li", "p", "dd", "div", "aside"]);
    let node = if holds(target) { *target } else { target.ancestors_it(Some(3)).find(holds)? };
    let text = node.text();
    let whole = !text.trim().is_empty() && text.len() <= LONGEST_NOTE;
    let apart = !reference.ancestors_it(None).any(|above| above.id == node.id);
    let section = node.descendants_it().any(|inner| dom::is_one_of(&inner, &["h1", "h2", "h3", "h4"]));
    (whole && apart && !section).then_some(node)
}

/// The mark itself where it is free and plain, else the next number.
fn label(node: &NodeRef<'_>, taken: &[(String, NodeId)]) -> String {
    let mark: String = dom::words(node).chars().filter(char::is_ascii_alphanumeric).collect();
    let free = |label: &str| !label.is_empty() && taken.iter().all(|(other, _)| other != label);
    if free(&mark) {
        return mark;
    }
    let mut number = taken.len() + 1;
    while !free(&number.to_string()) {
        number += 1;
    }
    number.to_string()
}

/// Writes the notes at the end.
pub(super) fn append(root: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let texts = std::mem::take(&mut writer.notes.texts);
    for (_, id) in &texts {
        writer.notes.skipped.remove(id);
    }
    for (label, id) in texts {
        let node = NodeRef::new(id, root.tree);
        skip_links_back(&node, &label, writer);
        let mut inner = Vec::new();
        block::children(&node, writer, &mut inner);
        if inner.is_empty() {
            continue;
        }
        let words = block::joined_words(&inner);
        // Wikipedia's mark before several links back.
        let text = block::joined(&inner);
        let text = text.trim_start_matches(['^', '↑', ' ']).replace('\n', "\n    ").replace("\n    \n", "\n\n");
        blocks.push(Piece { kind: Kind::Markdown(format!("[^{label}]: {text}")), words, linked: 0 });
    }
}

/// Links back to the text, and the mark that a note repeats at its start, are written nowhere.
fn skip_links_back(node: &NodeRef<'_>, label: &str, writer: &mut Writer<'_>) {
    for (at, link) in node.descendants_it().filter(|inner| inner.has_name("a")).enumerate() {
        let within = dom::attribute(&link, "href").is_none_or(|href| href.contains('#'));
        let words = dom::words(&link);
        let arrow = words.chars().all(|c| !c.is_alphanumeric());
        let mark = words.trim_matches(['[', ']', '(', ')', '.', ' ']) == label;
        let letter = words.chars().count() <= 1;
        if within && (arrow || letter || (mark && at == 0)) {
            writer.notes.skipped.insert(raised(&link).id);
        }
    }
}
