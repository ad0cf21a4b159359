//! Titles of chapters, from the book's table of contents.

use std::collections::BTreeMap;

use super::archive::{Archive, TEXT, resolve};
use super::package::Package;
use crate::import::xml::{self, Node, Order, Tree};

/// The title of each file that a table of contents names: the first that leads to the file.
pub(super) fn titles(archive: &Archive<'_>, package: &Package) -> BTreeMap<String, String> {
    let mut titles = BTreeMap::new();
    for path in &package.contents {
        let Ok(bytes) = archive.read(path, TEXT) else { continue };
        let text = xml::text(&bytes);
        let Ok(tree) = Tree::new(&text, &Order::default()) else { continue };
        for (href, title) in ncx(&tree).chain(nav(&tree)) {
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(file) = resolve(path, &href).filter(|_| !title.is_empty()) {
                titles.entry(file).or_insert(title);
            }
        }
        if !titles.is_empty() {
            break;
        }
    }
    titles
}

/// `<navPoint><navLabel><text>…</text></navLabel><content src="…"/>` of EPUB 2.
fn ncx<'a>(tree: &'a Tree<'a>) -> impl Iterator<Item = (String, String)> {
    tree.nodes().filter(|node| node.is("navPoint")).filter_map(|point| {
        let label = point.children().find(|child| child.is("navLabel"))?;
        let content = point.children().find(|child| child.is("content"))?;
        Some((content.attribute("src")?.into_owned(), label.text()))
    })
}

/// The links of `<nav epub:type="toc">` of EPUB 3.
fn nav<'a>(tree: &'a Tree<'a>) -> impl Iterator<Item = (String, String)> {
    let is_toc = |node: &Node<'_>| {
        node.is("nav")
            && node.attribute("epub:type").is_none_or(|kind| kind.split_whitespace().any(|kind| kind == "toc"))
    };
    let toc = tree.nodes().find(is_toc);
    let links = toc.into_iter().flat_map(Node::descendants).filter(|node| node.is("a"));
    links.filter_map(|link| Some((link.attribute("href")?.into_owned(), link.text())))
}
