//! Tokens → elements in reading order.

use std::borrow::Cow;
use std::ops::Range;

use super::entities::decode;
use super::space::Space;
use super::tokens::{Token, Tokens, attributes};
use crate::import::source::Unreadable;

/// Elements inside each other; what lies deeper is read as lying at this depth. The deepest real feed has 30.
const DEPTH: usize = 200;

/// Elements in all. A feed of 32 MiB has 300,000.
const ELEMENTS: usize = 2_000_000;

/// Declarations of namespaces in force at one place; a feed has up to 30.
const DECLARATIONS: usize = 200;

/// A text has more elements than any source.
fn too_many() -> Unreadable {
    Unreadable::TooLarge(format!("more than {ELEMENTS} elements"), format!("{ELEMENTS} elements"))
}

/// What is known of elements, so that tags that were left open can be closed.
#[derive(Debug, Default)]
pub(in crate::import) struct Order {
    /// Local names of elements that do not stand inside one of their name: their start tag closes an open one, unless
    /// elements of another vocabulary are open in between.
    pub(in crate::import) apart: &'static [&'static str],
    /// Elements that hold a few words and none of `fields`.
    pub(in crate::import) short: &'static [&'static str],
    /// Elements whose start tag closes one of `short`.
    pub(in crate::import) fields: &'static [&'static str],
}

/// A text's elements.
#[derive(Debug)]
pub(in crate::import) struct Tree<'a> {
    text: &'a str,
    elements: Vec<Element<'a>>,
    /// Where lines end.
    ends: Vec<usize>,
}

#[derive(Debug)]
struct Element<'a> {
    local: &'a str,
    space: Space,
    attributes: &'a str,
    parent: Option<usize>,
    /// What stands between its tags.
    inner: Range<usize>,
    /// Number behind its last descendant: children follow their parent.
    end: usize,
}

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Node<'a> {
    tree: &'a Tree<'a>,
    number: usize,
}

/// What is open while tokens are read.
#[derive(Default)]
struct Open<'a> {
    /// Numbers and names of elements, the innermost last.
    elements: Vec<(usize, &'a str)>,
    /// Prefix, family and the depth at which they were declared.
    spaces: Vec<(&'a str, Space, usize)>,
}

impl<'a> Tree<'a> {
    /// The elements of any text. An end tag closes all that is open inside its element; one without an element is
    /// passed over; what is open at the end is closed there.
    ///
    pub(in crate::import) fn new(text: &'a str, order: &Order) -> Result<Self, Unreadable> {
        let mut tree = Self { text, elements: Vec::new(), ends: memchr::memchr_iter(b'\n', text.as_bytes()).collect() };
        let mut open = Open::default();
        for (token, range) in Tokens::new(text) {
            match token {
                Token::Start { name, attributes, closed } => {
                    let local = local(name);
                    if !closed && order.apart.contains(&local) && tree.is_left_open(&open, name) {
                        tree.close(&mut open, name, range.start);
                    }
                    let innermost = open.elements.last().map(|(_, name)| self::local(name));
                    if order.fields.contains(&local) && innermost.is_some_and(|open| order.short.contains(&open)) {
                        tree.pop(&mut open, range.start);
                    }
                    tree.push(&mut open, name, attributes, range.end)?;
                    if closed || open.elements.len() > DEPTH {
                        tree.pop(&mut open, range.end);
                    }
                }
                Token::End { name } => tree.close(&mut open, name, range.start),
                Token::Words(_) | Token::Verbatim(_) => {}
            }
        }
        while !open.elements.is_empty() {
            tree.pop(&mut open, text.len());
        }
        Ok(tree)
    }

    fn push(&mut self, open: &mut Open<'a>, name: &'a str, written: &'a str, from: usize) -> Result<(), Unreadable> {
        if self.elements.len() >= ELEMENTS {
            return Err(too_many());
        }
        let depth = open.elements.len();
        for (key, value) in attributes(written).filter(|(key, _)| key.starts_with("xmlns")) {
            let prefix = key.strip_prefix("xmlns:").unwrap_or_default();
            if open.spaces.len() < DECLARATIONS {
                open.spaces.push((prefix, Space::of_address(value, prefix), depth));
            }
        }
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let declared = open.spaces.iter().rev().find(|(other, ..)| *other == prefix).map(|(_, space, _)| *space);
        let number = self.elements.len();
        self.elements.push(Element {
            local: local(name),
            space: declared.unwrap_or_else(|| Space::of_prefix(prefix)),
            attributes: written,
            parent: open.elements.last().map(|(parent, _)| *parent),
            inner: from..from,
            end: number + 1,
        });
        open.elements.push((number, name));
        Ok(())
    }

    /// Whether an element of this name is open and all that is open inside it has its vocabulary.
    fn is_left_open(&self, open: &Open<'a>, name: &str) -> bool {
        let inside = open.elements.iter().rev().take_while(|(_, other)| *other != name);
        open.elements.iter().any(|(_, other)| *other == name)
            && inside.into_iter().all(|(number, _)| self.elements[*number].space != Space::Other)
    }

    fn close(&mut self, open: &mut Open<'a>, name: &str, at: usize) {
        let Some(depth) = open.elements.iter().rposition(|(_, other)| *other == name) else { return };
        while open.elements.len() > depth {
            self.pop(open, at);
        }
    }

    fn pop(&mut self, open: &mut Open<'a>, at: usize) {
        let Some((number, _)) = open.elements.pop() else { return };
        let all = self.elements.len();
        let element = &mut self.elements[number];
        element.inner.end = at.max(element.inner.start);
        element.end = all;
        let depth = open.elements.len();
        open.spaces.retain(|(.., declared)| *declared < depth);
    }

    /// All elements in reading order.
    pub(in crate::import) fn nodes(&'a self) -> impl Iterator<Item = Node<'a>> {
        (0..self.elements.len()).map(|number| Node { tree: self, number })
    }

    /// The first element with this local name.
    pub(in crate::import) fn find(&'a self, local: &str) -> Option<Node<'a>> {
        self.nodes().find(|node| node.is(local))
    }
}

impl<'a> Node<'a> {
    fn element(self) -> &'a Element<'a> {
        &self.tree.elements[self.number]
    }

    /// Its name without a prefix.
    pub(in crate::import) fn local(self) -> &'a str {
        self.element().local
    }

    /// What its name belongs to.
    pub(in crate::import) fn space(self) -> Space {
        self.element().space
    }

    /// Whether it has this local name, whatever its case.
    pub(in crate::import) fn is(self, local: &str) -> bool {
        self.local().eq_ignore_ascii_case(local)
    }

    /// The element that it stands in.
    pub(in crate::import) fn parent(self) -> Option<Self> {
        self.element().parent.map(|number| Self { number, ..self })
    }

    /// The elements right inside.
    pub(in crate::import) fn children(self) -> impl Iterator<Item = Self> {
        let end = self.element().end;
        let mut next = self.number + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then_some(Self { number: next, ..self })?;
            next = child.element().end;
            Some(child)
        })
    }

    /// Whether elements stand inside.
    pub(in crate::import) fn has_children(self) -> bool {
        self.element().end > self.number + 1
    }

    /// All elements inside, in reading order.
    pub(in crate::import) fn descendants(self) -> impl Iterator<Item = Self> {
        (self.number + 1..self.element().end).map(move |number| Self { number, ..self })
    }

    /// The first child with this name.
    pub(in crate::import) fn child(self, space: Space, local: &str) -> Option<Self> {
        self.children().find(|child| child.space() == space && child.is(local))
    }

    /// The value of the attribute with this name, with its prefix where it has one.
    pub(in crate::import) fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        attributes(self.element().attributes)
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| decode(value))
    }

    /// All words inside, references decoded.
    pub(in crate::import) fn text(self) -> String {
        let words = |(token, _)| match token {
            Token::Words(words) => decode(words),
            Token::Verbatim(words) => Cow::Borrowed(words),
            _ => Cow::Borrowed(""),
        };
        Tokens::new(self.raw()).map(words).collect()
    }

    /// What stands between its tags, as written.
    pub(in crate::import) fn raw(self) -> &'a str {
        &self.tree.text[self.element().inner.clone()]
    }

    /// The line of its content, counted from 1.
    pub(in crate::import) fn line(self) -> usize {
        self.tree.ends.partition_point(|end| *end < self.element().inner.start) + 1
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_closed_where_their_neighbours_show_it() {
        let tree =
            Tree::new("<a><item>one<b>two<item>three</a></c>four", &Order { apart: &["item"], ..Order::default() })
                .unwrap();
        let items: Vec<_> = tree.nodes().filter(|node| node.is("item")).map(Node::text).collect();
        assert_eq!(items, ["onetwo", "three"]);
        assert_eq!(tree.find("a").unwrap().children().count(), 2);
    }

    #[test]
    fn namespaces_are_known_by_address_by_prefix_and_inside_their_element_only() {
        let text = "<a xmlns:x='http://purl.org/dc/elements/1.1/'><x:t/><dc:t/><b xmlns='http://www.w3.org/2005/Atom'><t/></b><t/></a>";
        let tree = Tree::new(text, &Order::default()).unwrap();
        let spaces: Vec<_> = tree.nodes().filter(|node| node.is("t")).map(Node::space).collect();
        assert_eq!(spaces, [Space::Dublin, Space::Dublin, Space::Atom, Space::Plain]);
    }
}
