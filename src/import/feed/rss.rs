//! RSS 0.9x, 1.0 and 2.0 with the modules that feeds use.

use super::atom;
use super::base;
use super::item::{Extent, Feed, Item, Stated, Words};
use super::words;
use crate::import::xml::{Node, Space, Tree};

/// Where each value may stand, the best first.
const TITLE: &[(Space, &str)] =
    &[(Space::Plain, "title"), (Space::Dublin, "title"), (Space::Itunes, "title"), (Space::Atom, "title")];
const PUBLISHED: &[(Space, &str)] = &[
    (Space::Plain, "pubDate"),
    (Space::Dublin, "date"),
    (Space::Dublin, "issued"),
    (Space::Dublin, "created"),
    (Space::Atom, "published"),
    (Space::Atom, "issued"),
];
const UPDATED: &[(Space, &str)] = &[(Space::Dublin, "modified"), (Space::Atom, "updated"), (Space::Atom, "modified")];
const LANGUAGE: &[(Space, &str)] = &[(Space::Dublin, "language"), (Space::Plain, "language")];

/// The elements that hold text, what they are meant for, and how a report names them.
const TEXTS: &[(Space, &str, Extent, &str)] = &[
    (Space::Content, "encoded", Extent::Whole, "content:encoded"),
    (Space::Html, "body", Extent::Whole, "xhtml:body"),
    (Space::Html, "div", Extent::Whole, "xhtml:div"),
    (Space::Atom, "content", Extent::Whole, "atom:content"),
    (Space::Plain, "body", Extent::Whole, "body"),
    (Space::Plain, "description", Extent::Either, "description"),
    (Space::Dublin, "description", Extent::Summary, "dc:description"),
    (Space::Atom, "summary", Extent::Summary, "atom:summary"),
    (Space::Itunes, "summary", Extent::Summary, "itunes:summary"),
    (Space::Media, "description", Extent::Summary, "media:description"),
];

/// The feed in `tree`. RSS 1.0 has its items beside the channel, the others inside.
pub(super) fn feed<'a>(tree: &'a Tree<'a>, address: Option<&str>) -> Feed {
    let channel = tree.nodes().find(|node| node.space() == Space::Plain && node.is("channel"));
    let value = |places: &[(Space, &str)], rule| channel.and_then(|channel| stated(channel, places, rule));
    let link = value(&[(Space::Plain, "link")], "link").and_then(|link| base::resolve(&link.words, address));
    // What links are relative to: `xml:base`, then where the feed was fetched, then where it says it stands.
    let itself = channel.and_then(|channel| atom::itself(channel));
    let outer = address.map(str::to_owned).or(itself).or_else(|| link.clone());
    let publisher = value(&[(Space::Dublin, "publisher")], "dc:publisher").filter(|name| !name.words.contains('@'));
    Feed {
        title: channel.and_then(|channel| title(channel, "feed title")).or(publisher),
        language: value(LANGUAGE, "feed language"),
        authors: Vec::new(),
        items: tree.nodes().filter_map(|node| item(node, outer.as_deref())).collect(),
        link,
    }
}

/// An `item`, or a reason why an element of that name is none.
fn item(node: Node<'_>, outer: Option<&str>) -> Option<Item> {
    if !node.is("item") || !matches!(node.space(), Space::Plain | Space::Content) {
        return None;
    }
    // Versions in conflict, forms of a text, empty ones that a broken program left.
    let nested = std::iter::successors(node.parent(), |node| node.parent()).any(|outer| outer.is("item"));
    let enclosure = node.child(Space::Plain, "enclosure").and_then(|enclosure| enclosure.attribute("type"));
    Some(Item {
        line: node.line(),
        title: title(node, "item title"),
        link: link(node, outer),
        authors: authors(node),
        published: stated(node, PUBLISHED, "item date"),
        updated: stated(node, UPDATED, "item date of change"),
        texts: texts(node, outer),
        categories: categories(node),
        language: stated(node, LANGUAGE, "item language"),
        outlet: node
            .child(Space::Plain, "source")
            .and_then(|source| Stated::new(&source.text(), source.line(), "item source")),
        encloses: enclosure.map(Into::into),
        not_an_item: nested.then_some("it stands inside another item"),
    })
}

/// The first of the elements that has words.
fn stated(node: Node<'_>, places: &[(Space, &str)], rule: &'static str) -> Option<Stated> {
    let mut named = places
        .iter()
        .flat_map(|(space, name)| node.children().filter(move |child| child.space() == *space && child.is(name)));
    named.find_map(|child| Stated::new(&child.text(), child.line(), rule))
}

fn title(node: Node<'_>, rule: &'static str) -> Option<Stated> {
    let written = stated(node, TITLE, rule)?;
    Stated::new(&words::title(&written.words), written.line, rule)
}

fn link(node: Node<'_>, outer: Option<&str>) -> Option<Stated> {
    let original = stated(node, &[(Space::Feedburner, "origLink")], "feedburner:origLink");
    let plain = || stated(node, &[(Space::Plain, "link")], "item link");
    let found =
        original.or_else(plain).or_else(|| atom_link(node)).or_else(|| permanent(node)).or_else(|| about(node))?;
    let base = base::of(node, outer);
    Some(Stated { words: base::resolve(&found.words, base.as_deref()).unwrap_or(found.words), ..found })
}

fn atom_link(node: Node<'_>) -> Option<Stated> {
    let links = || node.children().filter(|child| child.is("link"));
    let alternate = |link: &Node<'_>| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let link = links().find(|link| alternate(link) && link.attribute("href").is_some())?;
    Stated::new(&link.attribute("href")?, link.line(), "item link")
}

/// A `guid` is an address unless it says that it is none (RSS 2.0).
fn permanent(node: Node<'_>) -> Option<Stated> {
    let guid = node.child(Space::Plain, "guid")?;
    let address = guid.text();
    let permanent = guid.attribute("isPermaLink").is_none_or(|value| !value.eq_ignore_ascii_case("false"));
    (permanent && base::is_web(&address)).then(|| Stated::new(&address, guid.line(), "item guid")).flatten()
}

fn about(node: Node<'_>) -> Option<Stated> {
    let about = node.attribute("rdf:about").filter(|about| base::is_web(about))?;
    Stated::new(&about, node.line(), "item about")
}

fn authors(node: Node<'_>) -> Vec<Stated> {
    let named = |space: Space, name: &str, rule| {
        let named = node.children().filter(|child| child.space() == space && child.is(name) && !child.has_children());
        named.filter_map(|child| Stated::new(&child.text(), child.line(), rule)).collect::<Vec<_>>()
    };
    let mut ways = [
        named(Space::Dublin, "creator", "dc:creator"),
        named(Space::Plain, "author", "item author"),
        atom::authors(node, "atom:author"),
        named(Space::Itunes, "author", "itunes:author"),
    ];
    let first = ways.iter().position(|names| !names.is_empty()).unwrap_or(0);
    std::mem::take(&mut ways[first])
}

fn categories(node: Node<'_>) -> Vec<String> {
    let named = |child: &Node<'_>| match child.space() {
        Space::Plain => child.is("category"),
        Space::Dublin => child.is("subject"),
        _ => false,
    };
    node.children()
        .filter(named)
        .filter_map(|child| Stated::new(&child.text(), 0, ""))
        .map(|stated| stated.words)
        .collect()
}

fn texts(node: Node<'_>, outer: Option<&str>) -> Vec<Words> {
    let own = node.children().filter_map(|child| {
        let (.., extent, rule) = TEXTS.iter().find(|(space, name, ..)| child.space() == *space && child.is(name))?;
        atom::text(child, *extent, rule, outer)
    });
    // The old form of the module `content`: `content:items` holds a list of forms, one of them HTML.
    let forms = node.child(Space::Content, "items").into_iter().flat_map(Node::descendants);
    let forms = forms
        .filter(|form| form.is("value"))
        .filter_map(|form| atom::text(form, Extent::Whole, "content:items", outer));
    let grouped = node.children().filter(|child| child.space() == Space::Media).flat_map(Node::descendants);
    let grouped = grouped.filter(|node| node.space() == Space::Media && node.is("description"));
    let grouped = grouped.filter_map(|node| atom::text(node, Extent::Summary, "media:description", outer));
    own.chain(forms).chain(grouped).collect()
}
