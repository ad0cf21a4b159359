//! Elements inside the article that are not of it, told by the names that sites give them.

use dom_query::{Document, NodeId, NodeRef};

use super::dom;
use super::lines::Places;
use super::words::{LINKED, NAMED};
use crate::import::draft::Dropped;
use crate::import::shape;

/// Words that were taken out of the tree.
#[derive(Debug)]
pub(super) struct Cut {
    words: String,
    rule: &'static str,
}

impl Cut {
    pub(super) fn placed(self, places: &Places<'_>) -> Dropped {
        let line = places.first(&self.words);
        Dropped { line, last: line, text: self.words, rule: self.rule }
    }
}

/// Largest part of an article that a name may take out, in percent of its words, and what it may always take.
const LARGEST_PART: usize = 20;
const ALWAYS: usize = 30;

/// Share of words inside links, in percent, from which an element is a list of links.
const MOSTLY_LINKS: usize = 50;

/// Where a name is kept that the extractor would lose: it puts the only paragraph of a box in the box's place.
const MARK: &str = "data-postil";

/// Gives the only element in a box the box's name. Before the extraction.
pub(super) fn mark(document: &Document) {
    for node in document.select("div, section, aside").nodes() {
        let Some(child) = node.first_element_child().filter(|child| child.has_name("p")) else { continue };
        if child.next_element_sibling().is_some() {
            continue;
        }
        let named = names(node).and_then(|names| NAMED.iter().find(|(name, _)| names.contains(name)));
        if let Some((name, _)) = named {
            child.set_attr(MARK, name);
        }
    }
}

/// Takes out what is named so; `text` is the element that holds the article's text, where the page marks one.
pub(super) fn article(root: &NodeRef<'_>, text: Option<NodeId>) -> Vec<Cut> {
    let mut cuts = behind(root, text);
    let most = (shape::words(&root.text()) * LARGEST_PART / 100).max(ALWAYS);
    let mut next = root.first_child();
    while let Some(node) = next {
        let rule = rule(&node, most, text);
        // What stands in a node that goes is not looked at.
        let inner = node.first_child().filter(|_| rule.is_none());
        next = inner.or_else(|| behind_node(&node, root));
        if let Some(rule) = rule {
            let words = dom::words(&node);
            if !words.is_empty() {
                cuts.push(Cut { words, rule });
            }
            node.remove_from_parent();
        }
    }
    cuts
}

/// What stands behind the element that the page marks as the text: author's notes, offers, lists of links.
fn behind(root: &NodeRef<'_>, text: Option<NodeId>) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let inside = text.is_some_and(|text| root.descendants_it().any(|node| node.id == text));
    let Some(text) = text.filter(|_| inside) else { return cuts };
    let mut at = NodeRef::new(text, root.tree);
    while at.id != root.id {
        let mut next = at.next_sibling();
        while let Some(node) = next {
            next = node.next_sibling();
            let words = dom::words(&node);
            if node.is_element() && !words.is_empty() && !is_text(&node) {
                cuts.push(Cut { words, rule: "behind the text" });
                node.remove_from_parent();
            }
        }
        let Some(parent) = at.parent() else { break };
        at = parent;
    }
    cuts
}

/// Whether an element holds several paragraphs, so that it is likely more of the text.
fn is_text(node: &NodeRef<'_>) -> bool {
    let prose = |node: &NodeRef<'_>| node.has_name("p") && shape::words(&node.text()) >= 30 && !mostly_links(node);
    prose(node) || node.descendants_it().filter(prose).count() >= 2
}

/// The next node in reading order behind all of `node`.
fn behind_node<'a>(node: &NodeRef<'a>, root: &NodeRef<'_>) -> Option<NodeRef<'a>> {
    let mut at = *node;
    loop {
        if let Some(next) = at.next_sibling() {
            return Some(next);
        }
        at = at.parent().filter(|parent| parent.id != root.id)?;
    }
}

fn rule(node: &NodeRef<'_>, most: usize, text: Option<NodeId>) -> Option<&'static str> {
    if !node.is_element() || Some(node.id) == text {
        return None;
    }
    if dom::attribute(node, "aria-hidden").is_some_and(|hidden| hidden == "true")
        && dom::is_one_of(node, &["span", "i"])
    {
        return None;
    }
    let names = names(node)?;
    let by_name = NAMED.iter().find(|(name, _)| names.contains(name)).map(|(_, rule)| *rule);
    let linked = || LINKED.iter().any(|name| names.contains(name)) && mostly_links(node);
    let rule = by_name.or_else(|| linked().then_some("links to other articles"))?;
    let fits = shape::words(&node.text()) <= most && !holds(node, text);
    let paragraph = node.has_name("p") && !node.has_attr(MARK);
    let kept = paragraph
        || dom::is_one_of(node, &["pre", "code", "math", "td", "th", "tr", "tbody", "a", "sup", "h1"])
        || node.descendants_it().any(|inner| dom::is_one_of(&inner, &["pre", "h1", "table"]));
    (fits && !kept).then_some(rule)
}

fn holds(node: &NodeRef<'_>, text: Option<NodeId>) -> bool {
    text.is_some_and(|text| node.descendants_it().any(|inner| inner.id == text))
}

/// `class`, `id` and the like as `-one-two-three-`, cut at every mark and at every inner capital.
pub(super) fn names(node: &NodeRef<'_>) -> Option<String> {
    let mut names = String::from("-");
    for key in ["class", "id", "data-component", "data-testid", "role", "aria-label", MARK] {
        let Some(value) = dom::attribute(node, key) else { continue };
        let mut before = ' ';
        for c in value.chars().take(200) {
            if c.is_ascii_alphanumeric() {
                if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                    names.push('-');
                }
                names.push(c.to_ascii_lowercase());
            } else if !names.ends_with('-') {
                names.push('-');
            }
            before = c;
        }
        if !names.ends_with('-') {
            names.push('-');
        }
    }
    (names.len() > 1).then_some(names)
}

pub(super) fn mostly_links(node: &NodeRef<'_>) -> bool {
    let all = letters(node);
    // A table of contents links within the page.
    let leads = |link: &NodeRef<'_>| dom::attribute(link, "href").is_some_and(|href| !href.starts_with('#'));
    let links = node.descendants_it().filter(|inner| inner.has_name("a") && leads(inner));
    let linked: usize = links.map(|link| letters(&link)).sum();
    all > 0 && linked * 100 >= all * MOSTLY_LINKS
}

fn letters(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|c| !c.is_whitespace()).count()
}
