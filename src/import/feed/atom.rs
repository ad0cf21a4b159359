//! Atom 1.0 (RFC 4287) and 0.3, also where a feed forgets its namespace.

use super::base;
use super::item::{Extent, Feed, Item, Stated, Words};
use super::words;
use crate::import::xml::{Node, Space, Tree};

/// The feed whose root is `root`.
pub(super) fn feed<'a>(tree: &'a Tree<'a>, root: Node<'a>, address: Option<&str>) -> Feed {
    let entries = tree.nodes().filter(|node| is(*node, "entry"));
    // Where the feed was fetched, where it says it stands, or its site.
    let own = address.map(str::to_owned).or_else(|| itself(root));
    let own = own.or_else(|| link(root, None).map(|link| link.words).filter(|link| base::is_web(link)));
    let address = own.as_deref();
    let base = base::of(root, address);
    Feed {
        title: child(root, "title").and_then(|node| title(node, "feed title")),
        link: link(root, base.as_deref()).map(|link| link.words),
        language: language(root, "feed xml:lang"),
        authors: authors(root, "feed author"),
        items: entries.map(|entry| item(entry, address)).collect(),
    }
}

fn item(entry: Node<'_>, address: Option<&str>) -> Item {
    let base = base::of(entry, address);
    let stated = |names: &[&str], rule| {
        let node = names.iter().find_map(|name| child(entry, name))?;
        Stated::new(&node.text(), node.line(), rule)
    };
    let enclosure = links(entry).find(|node| rel(*node) == "enclosure");
    let source = child(entry, "source").and_then(|source| child(source, "title"));
    Item {
        line: entry.line(),
        title: child(entry, "title").and_then(|node| title(node, "entry title")),
        link: link(entry, base.as_deref()),
        authors: authors(entry, "entry author"),
        published: stated(&["published", "issued", "created"], "entry published"),
        updated: stated(&["updated", "modified"], "entry updated"),
        texts: texts(entry, address),
        categories: categories(entry),
        language: language(entry, "entry xml:lang"),
        outlet: source.and_then(|node| title(node, "entry source")),
        encloses: enclosure.and_then(|node| node.attribute("type")).map(Into::into),
        not_an_item: None,
    }
}

/// Whether an element of Atom has this name; a feed without a namespace means Atom.
fn is(node: Node<'_>, name: &str) -> bool {
    matches!(node.space(), Space::Atom | Space::Plain) && node.is(name)
}

fn child<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    node.children().find(|child| is(*child, name))
}

fn title(node: Node<'_>, rule: &'static str) -> Option<Stated> {
    Stated::new(&words::title(&node.text()), node.line(), rule)
}

fn language(node: Node<'_>, rule: &'static str) -> Option<Stated> {
    Stated::new(&node.attribute("xml:lang")?, node.line(), rule)
}

/// Names of authors; Atom 0.3 has the same elements.
pub(super) fn authors(node: Node<'_>, rule: &'static str) -> Vec<Stated> {
    let authors = node.children().filter(|child| child.space() != Space::Itunes && is_author(*child));
    let name = |author: Node<'_>| {
        let name = author.children().find(|child| child.is("name")).unwrap_or(author);
        let bare = !name.has_children();
        bare.then(|| Stated::new(&name.text(), name.line(), rule)).flatten()
    };
    authors.filter_map(name).collect()
}

fn is_author(node: Node<'_>) -> bool {
    matches!(node.space(), Space::Atom | Space::Plain) && node.is("author")
}

fn links(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.children().filter(|child| is(*child, "link") && child.attribute("href").is_some())
}

fn rel(link: Node<'_>) -> String {
    link.attribute("rel").map_or_else(|| "alternate".to_owned(), |rel| rel.to_lowercase())
}

/// The address that a feed gives as its own.
pub(super) fn itself(node: Node<'_>) -> Option<String> {
    let links = node.children().filter(|child| child.is("link") && rel(*child) == "self");
    links.filter_map(|link| link.attribute("href")).find(|href| base::is_web(href)).map(Into::into)
}

/// The page that an entry is about: the address before a counting service, then HTML before other forms.
fn link(node: Node<'_>, outer: Option<&str>) -> Option<Stated> {
    if let Some(original) = node.child(Space::Feedburner, "origLink") {
        return Stated::new(&original.text(), original.line(), "feedburner:origLink");
    }
    let mut alternates = links(node).filter(|link| rel(*link) == "alternate").collect::<Vec<_>>();
    alternates.sort_by_key(|link| link.attribute("type").is_some_and(|kind| !kind.contains("html")));
    let written = alternates.first().and_then(|link| Some((link.attribute("href")?, *link)));
    if let Some((href, link)) = written {
        let own = base::of(link, None).and_then(|own| base::resolve(&own, outer)).or(outer.map(str::to_owned));
        let address = base::resolve(&href, own.as_deref()).unwrap_or_else(|| href.into_owned());
        return Stated::new(&address, link.line(), "entry link");
    }
    let id = child(node, "id").filter(|id| base::is_web(&id.text()))?;
    Stated::new(&id.text(), id.line(), "entry id")
}

fn categories(entry: Node<'_>) -> Vec<String> {
    let named = entry
        .children()
        .filter(|child| is(*child, "category") || child.space() == Space::Dublin && child.is("subject"));
    let name = |node: Node<'_>| {
        let name = node.attribute("label").or_else(|| node.attribute("term"));
        Stated::new(&name.map_or_else(|| node.text(), Into::into), 0, "").map(|stated| stated.words)
    };
    named.filter_map(name).collect()
}

fn texts(entry: Node<'_>, address: Option<&str>) -> Vec<Words> {
    let kinds = [("content", Extent::Whole, "entry content"), ("summary", Extent::Summary, "entry summary")];
    let texts = entry.children().filter_map(|node| {
        let (_, extent, rule) = kinds.iter().find(|(name, ..)| is(node, name))?;
        text(node, *extent, rule, address)
    });
    let media = entry.descendants().filter(|node| node.space() == Space::Media && node.is("description"));
    let media = media.filter_map(|node| text(node, Extent::Summary, "media:description", address));
    texts.chain(media).collect()
}

/// The text of a text construct (RFC 4287, 3.1 and 4.1.3; Atom 0.3 says `mode` and MIME types).
pub(super) fn text(node: Node<'_>, extent: Extent, rule: &'static str, address: Option<&str>) -> Option<Words> {
    let kind = node.attribute("type").unwrap_or_default().to_lowercase();
    let mode = node.attribute("mode").unwrap_or_default().to_lowercase();
    if mode == "base64" || kind.starts_with("image/") || kind.starts_with("audio/") {
        return None;
    }
    let html = match kind.as_str() {
        _ if node.has_children() => unprefixed(node),
        "text" | "text/plain" => words::from_plain(&node.text()),
        _ => words::html(&node.text()),
    };
    let base = base::of(node, address);
    (!html.trim().is_empty()).then(|| Words { html, extent, base, line: node.line(), rule })
}

/// HTML that stands as XML: `<xhtml:p>` is `<p>`.
pub(super) fn unprefixed(node: Node<'_>) -> String {
    let raw = node.raw();
    let prefix =
        raw.split('<').find_map(|tag| tag.split([' ', '>', '/']).next()?.split_once(':')).map(|(prefix, _)| prefix);
    let html = match prefix.filter(|prefix| prefix.chars().all(char::is_alphanumeric)) {
        Some(prefix) => raw.replace(&format!("<{prefix}:"), "<").replace(&format!("</{prefix}:"), "</"),
        None => raw.to_owned(),
    };
    if html.contains("<![CDATA[") { html.replace("<![CDATA[", "").replace("]]>", "") } else { html }
}
