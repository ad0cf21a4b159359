//! One page of a book: is it a chapter, and what is in it.

use super::archive::{Archive, PICTURE, TEXT, resolve};
use super::package::{Package, Page};
use crate::import::draft::Origin;
use crate::import::feed::Stated;
use crate::import::html::{self, Files, Fragment};
use crate::import::xml::{self, Node, Order, Tree};
use crate::import::{shown, slug};

/// What the structural semantics of EPUB (`epub:type`) and the guide of EPUB 2 call pages that are no text.
const AROUND: &[&str] = &[
    "cover",
    "title-page",
    "titlepage",
    "halftitlepage",
    "halftitle-page",
    "copyright-page",
    "imprint",
    "colophon",
    "toc",
    "landmarks",
    "page-list",
    "loi",
    "lot",
    "loa",
    "lov",
    "index",
];

/// The same as names of files, without their endings, and as titles in tables of contents, folded.
const NAMES: &[&str] = &[
    "cover",
    "coverpage",
    "cover page",
    "front cover",
    "back cover",
    "title",
    "titlepage",
    "title page",
    "half title",
    "copyright",
    "copyright page",
    "imprint",
    "colophon",
    "toc",
    "nav",
    "contents",
    "table of contents",
    "index",
    "umschlag",
    "titelseite",
    "impressum",
    "inhalt",
    "inhaltsverzeichnis",
    "couverture",
    "page de titre",
    "table des matieres",
    "sommaire",
    "portada",
    "creditos",
    "indice",
    "copertina",
    "frontespizio",
    "sommario",
];

/// Words above which a page is text whatever its file is called.
const SHORT: usize = 400;

/// Endings of pictures that are kept. SVG is none: it can hold scripts.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif"];

/// A chapter.
#[derive(Debug)]
pub(super) struct Chapter {
    /// Its title and where that stands.
    pub(super) title: Option<Stated>,
    /// Its blocks without its title; lines are those of its file.
    pub(super) fragment: Fragment,
    /// Whether the table of contents names it.
    pub(super) listed: bool,
}

impl Chapter {
    /// Whether it is the rest of the chapter before it: it has no title of any kind.
    pub(super) fn goes_on(&self) -> bool {
        !self.listed && self.title.as_ref().is_none_or(|title| title.rule == HEAD)
    }
}

/// Where a title may stand that no reader sees.
const HEAD: &str = "page title";

/// Reads a page of the spine, or says why it is no chapter.
pub(super) fn read(
    archive: &Archive<'_>,
    package: &Package,
    page: &Page,
    listed: Option<&str>,
) -> Result<Chapter, String> {
    around_by_book(package, page, listed)?;
    if package.encrypted.contains(&page.path) {
        return Err("it is encrypted: buy or export the book without copy protection".to_owned());
    }
    let bytes = archive.read(&page.path, TEXT)?;
    let text = xml::text(&bytes);
    let tree = Tree::new(&text, &Order::default()).map_err(|error| error.to_string())?;
    let body = tree.find("body").or_else(|| tree.nodes().next()).ok_or("it has no text")?;
    if let Some(kind) = kind(body) {
        return Err(format!("it is no chapter: the book calls it `{kind}`"));
    }
    let pictures = Pictures { archive, page: &page.path };
    let mut fragment = html::fragment(body.raw(), None, &pictures).map_err(|error| error.to_string())?;
    let words = shown::count(&fragment.blocks);
    if words == 0 {
        return Err("it has no words".to_owned());
    }
    let stem = page.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    if words < SHORT && listed.is_none() && NAMES.contains(&slug::folded(stem).as_str()) {
        return Err(format!("it is no chapter: its file is called `{stem}`"));
    }
    let above = body.line() - 1;
    fragment.blocks.iter_mut().for_each(|block| block.line = block.line.max(1) + above);
    let title = title(&tree, package, &mut fragment, listed);
    Ok(Chapter { title, fragment, listed: listed.is_some() })
}

/// What shows before a page is opened.
fn around_by_book(package: &Package, page: &Page, listed: Option<&str>) -> Result<(), String> {
    if page.is_contents {
        return Err("it is the table of contents".to_owned());
    }
    if page.aside {
        return Err("the book leaves it out of its reading order".to_owned());
    }
    if let Some(kind) = package.guide.get(&page.path).filter(|kind| AROUND.contains(&kind.as_str())) {
        return Err(format!("it is no chapter: the book calls it `{kind}`"));
    }
    match listed.filter(|title| NAMES.contains(&slug::folded(title).as_str())) {
        Some(title) => Err(format!("it is no chapter: the table of contents calls it `{title}`")),
        None => Ok(()),
    }
}

/// What the page or its only section is, where that is no text.
fn kind(body: Node<'_>) -> Option<String> {
    let mut children = body.children();
    let only = children.next().filter(|_| children.next().is_none());
    let kinds = [Some(body), only].into_iter().flatten().filter_map(|node| node.attribute("epub:type"));
    let kinds: Vec<String> =
        kinds.flat_map(|kinds| kinds.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
    kinds.into_iter().find(|kind| AROUND.contains(&kind.as_str()))
}

/// From the table of contents, the first heading, or the page's head; a heading with the same words leaves the body.
fn title(tree: &Tree<'_>, package: &Package, fragment: &mut Fragment, listed: Option<&str>) -> Option<Stated> {
    let first = fragment.blocks.first().and_then(|block| Some((shown::heading(&block.kind)?, block.line)));
    let listed = listed.and_then(|title| Stated::new(title, 0, "table of contents"));
    let headed = first.as_ref().and_then(|(words, line)| Stated::new(words, *line, "first heading"));
    let in_head = || {
        let node = tree.find("title")?;
        let stated = Stated::new(&node.text(), node.line(), HEAD)?;
        // Many books have their own title in the head of each page.
        let other = package.title.as_ref().is_none_or(|book| slug::folded(&book.words) != slug::folded(&stated.words));
        other.then_some(stated)
    };
    let title = listed.or_else(|| headed.clone()).or_else(in_head);
    if let (Some(title), Some(headed)) = (&title, headed)
        && slug::folded(&headed.words) == slug::folded(&title.words)
    {
        fragment.blocks.remove(0);
    }
    title
}

/// The book's pictures, as a page names them.
#[derive(Debug)]
struct Pictures<'a, 'b> {
    archive: &'a Archive<'b>,
    page: &'a str,
}

impl Files for Pictures<'_, '_> {
    fn find(&self, address: &str) -> Option<(String, Origin)> {
        let path = resolve(self.page, address)?;
        let name = path.rsplit('/').next()?;
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        if !PICTURES.contains(&ending.as_str()) {
            return None;
        }
        let bytes = self.archive.read(&path, PICTURE).ok()?;
        Some((name.to_owned(), Origin::Bytes(bytes)))
    }
}
