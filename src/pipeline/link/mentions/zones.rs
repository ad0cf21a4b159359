//! Where in a document a mention may stand, and where it may become a link.

use crate::model::document::{Document, HtmlElement, NodeKind};
use crate::text::TextRange;

/// What may be made of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    /// Running text: words of one such stretch, by its number, may become a link.
    Open(usize),
    /// A heading, a link, words struck out: a name there is a mention, no link.
    Bare,
    /// Code and what is typed: names there are none.
    Closed,
}

/// The leaves of a document with their zones, in reading order.
pub(super) struct Zones {
    leaves: Vec<(TextRange, Zone)>,
}

impl Zones {
    /// Walks over the tree once. A stretch of running text ends where an element begins or ends.
    pub(super) fn new(document: &Document) -> Self {
        let mut leaves = Vec::new();
        let (mut ends, mut stretch) = (Vec::new(), 0);
        let (mut bare, mut closed) = (0, 0);
        for (at, node) in document.nodes.iter().enumerate() {
            while ends.last().is_some_and(|&end| end <= at) {
                ends.pop();
                stretch += 1;
            }
            let end = node.end as usize;
            match node.kind {
                NodeKind::Text | NodeKind::SoftBreak => {
                    let zone = match at {
                        _ if at < closed => Zone::Closed,
                        _ if at < bare => Zone::Bare,
                        _ => Zone::Open(stretch),
                    };
                    leaves.push((node.text, zone));
                    continue;
                }
                NodeKind::Code | NodeKind::CodeBlock(_) => leaves.push((node.text, Zone::Closed)),
                NodeKind::Html(HtmlElement::Kbd) => closed = closed.max(end),
                NodeKind::Heading(_) | NodeKind::Link(_) | NodeKind::Strikethrough => bare = bare.max(end),
                _ => {}
            }
            stretch += 1;
            ends.push(end);
        }
        Self { leaves }
    }

    /// The zone of a range: the strictest of its leaves, and bare where it crosses an element's edge.
    pub(super) fn of(&self, range: TextRange) -> Zone {
        let first = self.leaves.partition_point(|(leaf, _)| leaf.end <= range.start);
        let inside = self.leaves[first..].iter().take_while(|(leaf, _)| leaf.start < range.end).map(|(_, zone)| *zone);
        let crossed = |one: Zone, other: Zone| if one == other { one } else { one.max(other).max(Zone::Bare) };
        inside.reduce(crossed).unwrap_or(Zone::Closed)
    }
}
