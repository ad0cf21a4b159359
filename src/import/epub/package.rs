//! `content.opf`: what a book says of itself (EPUB 3.3, 5; Open Packaging Format 2.0).

use std::collections::{BTreeMap, BTreeSet};

use super::archive::{self, Archive, TEXT, resolve};
use crate::import::feed::Stated;
use crate::import::source::Unreadable;
use crate::import::xml::{self, Node, Order, Space, Tree};

/// A book.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) title: Option<Stated>,
    /// Who wrote it, without translators, editors and illustrators.
    pub(super) authors: Vec<Stated>,
    pub(super) publisher: Option<Stated>,
    /// When it was published, as written.
    pub(super) date: Option<Stated>,
    pub(super) language: Option<Stated>,
    /// Its pages, in reading order.
    pub(super) spine: Vec<Page>,
    /// The tables of contents: `nav` of EPUB 3, NCX of EPUB 2.
    pub(super) contents: Vec<String>,
    /// What the guide of EPUB 2 calls pages.
    pub(super) guide: BTreeMap<String, String>,
    /// Files that can't be read without a key.
    pub(super) encrypted: BTreeSet<String>,
}

/// A page of the spine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// Its name in the archive.
    pub(super) path: String,
    /// Whether the book is read without it.
    pub(super) aside: bool,
    /// Whether it is the table of contents.
    pub(super) is_contents: bool,
}

struct Item {
    path: String,
    kind: String,
    properties: String,
}

impl Package {
    /// Reads the package of a book.
    pub(super) fn read(archive: &Archive<'_>) -> Result<Self, Unreadable> {
        let malformed = |why: &str| Unreadable::Malformed("EPUB", why.to_owned());
        let path = path(archive).ok_or_else(|| malformed("it has no package file (content.opf)"))?;
        let bytes = archive.read(&path, TEXT).map_err(|why| malformed(&format!("{path}: {why}")))?;
        let text = xml::text(&bytes);
        let tree = Tree::new(&text, &Order::default())?;
        let items = items(&tree, &path);
        let spine = tree.find("spine").ok_or_else(|| malformed("its package file has no spine"))?;
        let mut package = metadata(&tree);
        package.spine = spine.children().filter_map(|node| page(node, &items)).collect();
        let ncx = spine.attribute("toc").and_then(|id| items.get(&*id).map(|item| item.path.clone()));
        let nav = items.values().filter(|item| is_nav(item)).map(|item| item.path.clone());
        let by_kind =
            items.values().filter(|item| item.kind == "application/x-dtbncx+xml").map(|item| item.path.clone());
        package.contents = nav.chain(ncx).chain(by_kind).collect();
        package.guide = guide(&tree, &path);
        package.encrypted = encrypted(archive);
        Ok(package)
    }
}

/// Where the package file is: as the container says, or the only one there.
fn path(archive: &Archive<'_>) -> Option<String> {
    let said = archive.read("META-INF/container.xml", TEXT).ok().and_then(|bytes| {
        let text = xml::text(&bytes);
        let tree = Tree::new(&text, &Order::default()).ok()?;
        resolve("", &tree.find("rootfile")?.attribute("full-path")?)
    });
    said.filter(|path| archive.names().any(|name| name == path))
        .or_else(|| archive.names().find(|name| name.to_ascii_lowercase().ends_with(".opf")).map(str::to_owned))
}

fn items(tree: &Tree<'_>, package: &str) -> BTreeMap<String, Item> {
    let item = |node: Node<'_>| {
        let attribute = |name: &str| node.attribute(name).unwrap_or_default().into_owned();
        let path = resolve(package, &attribute("href"))?;
        Some((attribute("id"), Item { path, kind: attribute("media-type"), properties: attribute("properties") }))
    };
    tree.nodes().filter(|node| node.is("item")).filter_map(item).collect()
}

fn is_nav(item: &Item) -> bool {
    item.properties.split_whitespace().any(|property| property == "nav")
}

fn page(itemref: Node<'_>, items: &BTreeMap<String, Item>) -> Option<Page> {
    let item = items.get(&*itemref.attribute("idref")?)?;
    let aside = itemref.attribute("linear").is_some_and(|linear| linear == "no");
    Some(Page { path: item.path.clone(), aside, is_contents: is_nav(item) })
}

fn metadata(tree: &Tree<'_>) -> Package {
    let Some(metadata) = tree.find("metadata") else { return Package::default() };
    // EPUB 2 may wrap the elements once more (`dc-metadata`).
    let named =
        |name: &'static str| metadata.descendants().filter(move |node| node.space() == Space::Dublin && node.is(name));
    let first = |name, rule| named(name).find_map(|node| Stated::new(&node.text(), node.line(), rule));
    let authors = named("creator").filter(|creator| is_author(metadata, *creator));
    let published = named("date").find(|date| date.attribute("opf:event").is_some_and(|event| event == "publication"));
    let plain = || named("date").find(|date| date.attribute("opf:event").is_none());
    Package {
        title: first("title", "dc:title"),
        authors: authors.filter_map(|node| Stated::new(&node.text(), node.line(), "dc:creator")).collect(),
        publisher: first("publisher", "dc:publisher"),
        date: published.or_else(plain).and_then(|node| Stated::new(&node.text(), node.line(), "dc:date")),
        language: first("language", "dc:language"),
        ..Package::default()
    }
}

/// By its role: an attribute in EPUB 2, an element that refines it in EPUB 3 (MARC relator `aut`).
fn is_author(metadata: Node<'_>, creator: Node<'_>) -> bool {
    let refined = creator.attribute("id").and_then(|id| {
        let refines = format!("#{id}");
        let role = |node: &Node<'_>| {
            node.is("meta")
                && node.attribute("refines").is_some_and(|value| *value == *refines)
                && node.attribute("property").is_some_and(|value| value == "role")
        };
        metadata.children().find(role).map(Node::text)
    });
    let role = creator.attribute("opf:role").map(Into::into).or(refined);
    role.is_none_or(|role: String| role.trim() == "aut")
}

fn guide(tree: &Tree<'_>, package: &str) -> BTreeMap<String, String> {
    let references = tree.nodes().filter(|node| node.is("reference"));
    references
        .filter_map(|node| Some((resolve(package, &node.attribute("href")?)?, node.attribute("type")?.to_lowercase())))
        .collect()
}

fn encrypted(archive: &Archive<'_>) -> BTreeSet<String> {
    let Ok(bytes) = archive.read("META-INF/encryption.xml", archive::TEXT) else { return BTreeSet::new() };
    let text = xml::text(&bytes);
    let Ok(tree) = Tree::new(&text, &Order::default()) else { return BTreeSet::new() };
    let references = tree.nodes().filter(|node| node.is("CipherReference"));
    references.filter_map(|node| resolve("", &node.attribute("URI")?)).collect()
}
