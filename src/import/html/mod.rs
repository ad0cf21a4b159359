//! Saved pages: HTML → a draft.
//!
//! ```text
//! text ── bounds ──► parser ──► tree ── meta ──► candidates for each field, with their rules
//! tree ── body ──► the element that holds the article ── prune ── write ──► blocks ── clean ──► body + dropped
//! candidates + body ── settle ──► fields
//! ```
//!
//! One tree serves all steps. Time grows with the size of the page and nothing else: depth and number of elements are
//! bounded before anything looks at them.

mod body;
mod bounds;
mod clean;
mod dom;
mod files;
mod lines;
mod meta;
mod prune;
mod settle;
#[rustfmt::skip] // Lists are read in rows.
mod words;
mod write;

use dom_query::Document;
use url::Url;

use super::draft::{Attachment, Block, Draft, Dropped};
use super::source::Unreadable;
pub(super) use files::{Files, NoFiles, Saved, picture as is_picture};

/// Most elements of a page: the largest of 519 measured pages has 9,600. It keeps a page below one second.
const MOST_TAGS: usize = 100_000;

/// Largest page, in bytes. Real ones have up to 5 MB; pictures inside of the page are the rest.
const LARGEST: usize = 16 * 1024 * 1024;

/// Where a page came from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    /// Name of its file.
    pub(super) name: &'a str,
    /// Where it was read, if that is known.
    pub(super) url: Option<&'a str>,
    /// The files that came with it.
    pub(super) files: &'a dyn Files,
}

/// The article of a page.
///
/// # Errors
/// When the page is larger than the bounds, or holds no prose.
pub(super) fn read(html: &str, origin: Origin<'_>) -> Result<Draft, Unreadable> {
    let flat = bounded(html)?;
    let document = Document::from(flat.as_ref());
    let facts = meta::read(&document, origin.url);
    let base = base(&document, origin.url.or(facts.address()));
    prune::mark(&document);
    let again = || {
        let document = Document::from(flat.as_ref());
        prune::mark(&document);
        document
    };
    let found = body::find(document, again).ok_or(Unreadable::NoArticle(""))?;
    let cuts = prune::article(&found.root(), found.text);
    let written = write::write(&found.root(), base.as_ref(), origin.files);
    let mut places = lines::Places::new(html);
    let mut cleaned = clean::blocks(written.blocks, &facts, &mut places);
    cleaned.dropped.extend(cuts.into_iter().map(|cut| cut.placed(&places)));
    cleaned.dropped.extend(clean::pictures(written.pictures, &places));
    if cleaned.blocks.is_empty() {
        return Err(Unreadable::NoArticle(""));
    }
    let mut draft = settle::draft(origin.name, &facts, cleaned, found.agreement, &mut places);
    draft.attachments = written.attachments;
    Ok(draft)
}

/// A piece of HTML as blocks: the body of a feed's item or of a chapter.
#[derive(Debug, Default)]
pub(super) struct Fragment {
    /// Its blocks; lines are those of the fragment.
    pub(super) blocks: Vec<Block>,
    /// Lines that are not the article's: share buttons, trailers of feeds, pictures from elsewhere.
    pub(super) dropped: Vec<Dropped>,
    /// Pictures to keep.
    pub(super) attachments: Vec<Attachment>,
}

/// Blocks of a piece of HTML that is an article's body as a whole, so that nothing has to be found in it. `base`
/// completes relative links.
///
/// # Errors
/// When it is larger than the bounds of a page.
pub(super) fn fragment(html: &str, base: Option<&Url>, files: &dyn Files) -> Result<Fragment, Unreadable> {
    let flat = bounded(html)?;
    let document = Document::from(flat.as_ref());
    let facts = meta::Facts::default();
    let Some(root) = document.body() else { return Ok(Fragment::default()) };
    let written = write::write(&root, base, files);
    let mut places = lines::Places::new(html);
    let cleaned = clean::blocks(written.blocks, &facts, &mut places);
    let mut dropped = cleaned.dropped;
    dropped.extend(clean::pictures(written.pictures, &places));
    Ok(Fragment { blocks: cleaned.blocks, dropped, attachments: written.attachments })
}

fn bounded(html: &str) -> Result<std::borrow::Cow<'_, str>, Unreadable> {
    if html.len() > LARGEST {
        let size = format!("{} MiB", html.len() / 1024 / 1024);
        return Err(Unreadable::TooLarge(size, format!("{} MiB", LARGEST / 1024 / 1024)));
    }
    let tags = memchr::memchr_iter(b'<', html.as_bytes()).count();
    if tags > MOST_TAGS * 2 {
        return Err(Unreadable::TooLarge(format!("{} tags", tags / 2), format!("{MOST_TAGS} tags")));
    }
    Ok(bounds::flatten(html))
}

/// What relative links are relative to: `<base>` where the page has one, else its address.
fn base(document: &Document, address: Option<&str>) -> Option<Url> {
    let address = address.and_then(|address| Url::parse(address).ok());
    let stated = document.select_single("base[href]");
    let href = stated.attr("href");
    match href.as_deref().map(str::trim) {
        Some(href) => write::absolute(href, address.as_ref()).or(address),
        None => address,
    }
}
