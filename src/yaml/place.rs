//! Where a value stands, found again in the text when a problem is to be shown.

use std::ops::Range;

use super::events::{Frame, Node, Walk, walk};
use crate::diag::{Origin, SourceMap, Span};

/// The span of the value at `pointer` below `origin`: a text's own bytes, the key of a map or list. Where there is no
/// such value, the nearest one above it that exists, at last the file's first line.
///
/// Places are not kept while a site is built: they are found by one more walk over the file, only when needed.
#[must_use]
pub fn place(sources: &SourceMap, origin: &Origin, pointer: &str) -> Span {
    let text = &sources.text(origin.source)[origin.start as usize..origin.end as usize];
    let wanted = origin.join(pointer);
    match nearest(text, &wanted) {
        Some(at) => Span::new(origin.source, at.start + origin.start as usize, at.end + origin.start as usize),
        None => sources.first_line(origin.source),
    }
}

/// The bytes of the node at `wanted` or of the deepest node on the way to it.
fn nearest(text: &str, wanted: &str) -> Option<Range<usize>> {
    let mut best: Option<(usize, Range<usize>)> = None;
    // A text that is not YAML has been reported already; what was found up to there will do.
    let _ = walk(text, |frames, node, range| {
        let at = match node {
            Node::Scalar { .. } | Node::Refused(_) => range,
            Node::Key { .. } | Node::End => return Walk::Go,
            Node::Map | Node::List => match frames.last() {
                Some(Frame::Map(keys)) => keys.last().map_or(range, |(_, at)| at.clone()),
                _ => first_line(text, &range),
            },
        };
        let here = pointer(frames);
        let on_the_way =
            here == wanted || here.is_empty() || wanted.strip_prefix(&here).is_some_and(|r| r.starts_with('/'));
        if on_the_way && !here.is_empty() && best.as_ref().is_none_or(|(depth, _)| here.len() > *depth) {
            best = Some((here.len(), at));
        }
        if here == wanted && !here.is_empty() { Walk::Stop } else { Walk::Go }
    });
    best.map(|(_, at)| at)
}

fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let end = text[range.start..].find('\n').map_or(text.len(), |i| range.start + i);
    range.start..end
}

/// The way to the current node as text.
pub(super) fn pointer(frames: &[Frame]) -> String {
    let mut way = String::new();
    for frame in frames {
        if !way.is_empty() {
            way.push('/');
        }
        match frame {
            Frame::Map(keys) => way.push_str(keys.last().map_or("", |(key, _)| key)),
            Frame::List(n) => way.push_str(&n.to_string()),
        }
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_keys_and_the_nearest_parent() {
        let text = "title: Tides\nsources:\n  - title: Täbles\n    url: https://example.org\ntags: [a, b]\n";
        let at = |p: &str| nearest(text, p).map(|r| &text[r]);
        assert_eq!(at("title"), Some("Tides"));
        assert_eq!(at("sources/0/title"), Some("Täbles"));
        assert_eq!(at("sources"), Some("sources"));
        assert_eq!(at("tags/1"), Some("b"));
        assert_eq!(at("sources/0/accessed"), Some("title: Täbles"));
        assert_eq!(at("nothing"), None);
    }
}
