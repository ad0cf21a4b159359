//! Which element of a page holds the article.
//!
//! `dom_smoothie` finds it. A second look, of our own and by other signs, says whether that is likely right: the element
//! that the page itself marks as the text, or else the one that holds most of the page's prose.

use std::collections::BTreeSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::dom;
use super::prune;
use super::words::TEXT;

/// The article in its tree.
pub(super) struct Found {
    document: Document,
    root: NodeId,
    /// The element that the page marks as the text, where it stands in the tree's article.
    pub(super) text: Option<NodeId>,
    /// How far two ways of finding it agree, in percent of the words.
    pub(super) agreement: usize,
}

impl Found {
    pub(super) fn root(&self) -> NodeRef<'_> {
        NodeRef::new(self.root, &self.document.tree)
    }
}

/// The element that `dom_smoothie` puts an article into.
const CONTENT: &str = "#readability-page-1";

/// Fewest bytes of a paragraph of prose, and fewest of them in an article's text.
const PROSE: usize = 60;
const ENOUGH: usize = 400;

/// Share of its parent's prose, in percent, that an element must hold to be the text in its place.
const MOST: usize = 85;

/// Most marked elements, and most levels, that are looked at.
const MOST_MARKED: usize = 16;
const LEVELS: usize = 32;

/// From this share, in percent, of the marked prose an article is taken to be the marked one.
const DOUBT: usize = 60;

/// Below this prose, in bytes, an article is so short that a second look which found three times as much is believed.
const SHORT: usize = 800;

/// Finds the article. `again` makes the same tree once more: `dom_smoothie` takes the first apart.
pub(super) fn find(document: Document, again: impl FnOnce() -> Document) -> Option<Found> {
    let second = second(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
    let root = reader.parse().ok().and_then(|_| Some(reader.doc.select_single(CONTENT).nodes().first()?.id));
    let Some(root) = root else {
        let root = second.as_ref()?.node;
        return Some(Found { document: again(), root, text: None, agreement: 0 });
    };
    let Some(second) = second else {
        return Some(Found { document: reader.doc, root, text: None, agreement: 100 });
    };
    let first: BTreeSet<NodeId> =
        NodeRef::new(root, &reader.doc.tree).descendants_it().filter(NodeRef::is_text).map(|node| node.id).collect();
    let shared: usize = second.prose.iter().filter(|(id, _)| first.contains(id)).map(|(_, size)| size).sum();
    let recall = shared * 100 / second.size.max(1);
    let extra = prose(&NodeRef::new(root, &reader.doc.tree)).iter().map(|(_, size)| size).sum::<usize>();
    let agreement = shared * 200 / (second.size + extra).max(1);
    if second.is_marked && extra < SHORT && second.size > extra * 3 {
        return Some(Found { document: again(), root: second.node, text: Some(second.node), agreement });
    }
    let text = (second.is_marked && recall >= DOUBT).then_some(second.node);
    Some(Found { document: reader.doc, root, text, agreement })
}

/// What the second look found.
struct Second {
    node: NodeId,
    /// Whether the page itself names it as the text.
    is_marked: bool,
    /// Text nodes of its prose, with their bytes.
    prose: Vec<(NodeId, usize)>,
    size: usize,
}

fn second(document: &Document) -> Option<Second> {
    let body = document.body()?;
    let all = prose(&body);
    let whole: usize = all.iter().map(|(_, size)| size).sum();
    let marked = marked(&body, whole);
    let is_marked = marked.is_some();
    let node = marked.unwrap_or_else(|| densest(&body, whole));
    let prose = prose(&node);
    let size = prose.iter().map(|(_, size)| size).sum();
    (size >= ENOUGH).then_some(Second { node: node.id, is_marked, prose, size })
}

/// The element that is named as the article's text: of several the one with the most prose, of nested ones the inner
/// one that holds almost all.
fn marked<'a>(body: &NodeRef<'a>, whole: usize) -> Option<NodeRef<'a>> {
    let mut best: Option<(NodeRef<'a>, usize)> = None;
    // A real page has a few; the bound keeps a page of nothing else from being read once for each.
    for node in body.descendants_it().filter(|node| node.is_element() && is_text(node)).take(MOST_MARKED) {
        let size = prose(&node).iter().map(|(_, size)| size).sum::<usize>();
        let better = match &best {
            None => true,
            Some((outer, most)) => {
                let inside = node.ancestors_it(None).any(|above| above.id == outer.id);
                if inside { size * 100 >= most * MOST } else { size > *most }
            }
        };
        if size >= ENOUGH && better {
            best = Some((node, size));
        }
    }
    // A page of several marked texts is a list of articles, or the mark means something else.
    best.filter(|(_, size)| size * 100 >= whole * 30).map(|(node, _)| node)
}

fn is_text(node: &NodeRef<'_>) -> bool {
    if !dom::is_one_of(node, &["div", "section", "article", "main", "td"]) {
        return false;
    }
    let property = ["itemprop", "property"].iter().filter_map(|key| dom::attribute(node, key));
    if property.into_iter().any(|value| value.to_ascii_lowercase().contains("articlebody")) {
        return true;
    }
    prune::names(node).is_some_and(|names| TEXT.iter().any(|name| names.contains(name)))
}

/// The innermost element that holds most of the prose of its parent, from the page's body down.
fn densest<'a>(body: &NodeRef<'a>, whole: usize) -> NodeRef<'a> {
    let (mut node, mut size) = (*body, whole);
    for _ in 0..LEVELS {
        let children = node.element_children();
        let sized = children.iter().map(|child| (child, prose(child).iter().map(|(_, size)| size).sum::<usize>()));
        match sized.max_by_key(|(_, size)| *size) {
            Some((child, inner)) if inner * 100 >= size * MOST && inner > 0 && !child.has_name("p") => {
                (node, size) = (*child, inner);
            }
            _ => break,
        }
    }
    node
}

/// Text nodes of the prose below a node, with their bytes: in paragraphs, or loose in a box, long enough and not in
/// links.
fn prose(root: &NodeRef<'_>) -> Vec<(NodeId, usize)> {
    let mut found = Vec::new();
    for node in root.descendants_it() {
        let Some(size) = dom::text(&node, |text| text.trim().len()).filter(|size| *size > 0) else { continue };
        let mut parent = node.parent();
        let mut in_link = false;
        while let Some(above) = parent.filter(|above| {
            dom::is_one_of(above, &["a", "b", "strong", "i", "em", "span", "font", "u", "sup", "sub", "code", "mark"])
        }) {
            in_link |= above.has_name("a");
            parent = above.parent();
        }
        let Some(box_) = parent else { continue };
        let long = if box_.has_name("p") { size >= 20 } else { size >= PROSE };
        if !in_link && long && dom::is_one_of(&box_, &["p", "div", "section", "article", "td", "blockquote", "main"]) {
            found.push((node.id, size));
        }
    }
    found
}
