//! Which parts of an article are not compared: headings, code, and lists of what is cited.

use crate::model::document::{Document, NodeKind};
use crate::text::TextRange;

/// Headings above lists of references.
const REFERENCES: [&str; 24] = [
    "references",
    "sources",
    "bibliography",
    "notes",
    "footnotes",
    "see also",
    "further reading",
    "external links",
    "related articles",
    "read more",
    "works cited",
    "références",
    "bibliographie",
    "notes et références",
    "quellen",
    "literatur",
    "einzelnachweise",
    "fuentes",
    "referencias",
    "bibliografía",
    "المراجع",
    "المصادر",
    "参考文献",
    "источники",
];

/// The ranges of a document that are not compared, in order.
pub(super) fn left_out(document: &Document) -> Vec<TextRange> {
    let mut out = Vec::new();
    let mut references = false;
    let mut at = 0;
    while at < document.nodes.len() {
        let node = &document.nodes[at];
        let whole = match &node.kind {
            NodeKind::Heading(_) => {
                references = is_references(document.text.slice(node.text));
                true
            }
            NodeKind::CodeBlock(_) => true,
            NodeKind::List(_) => references || is_mostly_links(document, at),
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Footnote(_) => is_mostly_links(document, at),
            _ => false,
        };
        if whole {
            out.push(node.text);
            at = (node.end as usize).max(at + 1);
        } else {
            at += 1;
        }
    }
    out
}

fn is_references(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches(':').to_lowercase();
    REFERENCES.contains(&heading.as_str())
}

/// Whether at least half of the letters of a node are links.
fn is_mostly_links(document: &Document, at: usize) -> bool {
    let node = &document.nodes[at];
    let inside = &document.nodes[at + 1..(node.end as usize).max(at + 1)];
    let links = inside.iter().filter(|node| matches!(node.kind, NodeKind::Link(_)));
    let linked: u32 = links.map(|link| link.text.end - link.text.start).sum();
    linked > 0 && linked * 2 >= node.text.end - node.text.start
}
