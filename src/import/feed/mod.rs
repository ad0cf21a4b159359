//! RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1 → one draft an item.
//!
//! ```text
//! bytes ── rss | atom | json ──► Feed: items as stated ── settle ──► drafts, or why an item is none
//! ```
//!
//! Every item is accounted for: it is a draft or it is skipped with a reason. An own reader, since the lenient parser
//! that this needs is also what EPUB packages need, and since feed parsers that give up at the first broken tag lose
//! one feed in seven (`benches/import/README.md`). Nothing is fetched.

mod atom;
mod base;
mod date;
mod item;
mod json;
mod names;
mod rss;
mod select;
mod settle;
mod trailer;
mod words;

pub use date::read as day;
pub use item::{Extent, Feed, Item, Stated, Words};
pub use select::{BadItems, is_since, item_numbers, only_items, only_since};

pub(super) use settle::{is_tag, tag};

use super::reading::Reading;
use super::source::Unreadable;
use super::xml::{self, Order, Tree};

/// Reads a feed's items as articles.
///
/// `name` is the file's name, kept as [`Draft::from`](super::Draft::from); `address` is where the feed was fetched,
/// which relative links are relative to.
///
/// # Errors
/// When the bytes are no feed.
pub fn read(name: &str, bytes: &[u8], address: Option<&str>) -> Result<Reading, Unreadable> {
    Ok(settle::reading(name, &parse(bytes, address)?))
}

/// What a feed says, item by item, before it is judged.
///
/// # Errors
/// When the bytes are no feed.
pub fn parse(bytes: &[u8], address: Option<&str>) -> Result<Feed, Unreadable> {
    let decoded = xml::text(bytes);
    let text = decoded.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let above = decoded[..decoded.len() - text.len()].matches('\n').count();
    let mut feed = if text.starts_with('{') { json::feed(text, address)? } else { markup(text, address)? };
    feed.lower(above);
    Ok(feed)
}

/// How the elements of feeds stand to each other.
const ORDER: Order = Order {
    apart: &["item", "entry"],
    short: &["title", "link", "guid", "id", "pubDate", "published", "updated"],
    fields: &[
        "title",
        "link",
        "guid",
        "id",
        "pubDate",
        "published",
        "updated",
        "description",
        "summary",
        "content",
        "encoded",
        "author",
        "creator",
        "category",
    ],
};

fn markup(text: &str, address: Option<&str>) -> Result<Feed, Unreadable> {
    let tree = Tree::new(text, &ORDER)?;
    let root = tree.nodes().find(|node| ["rss", "RDF", "feed", "channel"].iter().any(|name| node.is(name)));
    match root {
        Some(root) if root.is("feed") => Ok(atom::feed(&tree, root, address)),
        Some(_) => Ok(rss::feed(&tree, address)),
        None => Err(Unreadable::Malformed("feed", "it has neither <rss>, <rdf:RDF> nor <feed>".to_owned())),
    }
}
