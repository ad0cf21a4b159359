//! Links turned round: who links to a thing, with the sentence that does.

use std::collections::BTreeMap;

use crate::model::document::{Document, Link};
use crate::model::library::Library;
use crate::model::site::{Backlink, Href, Links, Thing};
use crate::text::TextRange;

/// All backlinks by what they lead to, those of one thing in order of the texts they come from: a page's own before
/// its notes', one each.
pub(super) fn collect(links: &Links, library: &Library) -> BTreeMap<Thing, Vec<Backlink>> {
    let mut backlinks = BTreeMap::new();
    for (i, article) in library.articles.iter().enumerate() {
        let from = Thing::Article(i);
        add(&mut backlinks, (from, None), &article.body, &links.articles[i].body);
        for &note in &links.reading_order[i] {
            add(&mut backlinks, (from, Some(note)), &article.notes[note].body, &links.articles[i].notes[note]);
        }
    }
    for (i, page) in library.pages.iter().enumerate() {
        add(&mut backlinks, (Thing::Page(i), None), &page.body, &links.pages[i]);
    }
    backlinks
}

/// Adds the first link of a text to each thing.
fn add(
    backlinks: &mut BTreeMap<Thing, Vec<Backlink>>,
    from: (Thing, Option<usize>),
    document: &Document,
    hrefs: &[Href],
) {
    for (link, href) in document.links.iter().zip(hrefs) {
        let Href::Page { thing, .. } = href else { continue };
        let list = backlinks.entry(*thing).or_default();
        if *thing != from.0 && list.last().is_none_or(|last| (last.from, last.note) != from) {
            list.push(Backlink { from: from.0, note: from.1, excerpt: document.excerpt(words(document, link)) });
        }
    }
}

/// The words of a link without white space at their ends.
fn words(document: &Document, link: &Link) -> TextRange {
    let words = document.text.slice(link.text);
    let start = link.text.start as usize + (words.len() - words.trim_start().len());
    TextRange::new(start, start + words.trim().len())
}
