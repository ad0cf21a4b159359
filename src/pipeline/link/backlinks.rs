//! Links turned round: who links to a thing, with the sentence that does.

use std::collections::BTreeMap;

use crate::model::document::{Document, Link};
use crate::model::library::Library;
use crate::model::site::{Backlink, Href, Links, Thing};
use crate::text::{TextRange, sentence_around};

/// All backlinks by what they lead to, those of one thing in order of the things they come from, one each.
pub(super) fn collect(links: &Links, library: &Library) -> BTreeMap<Thing, Vec<Backlink>> {
    let mut backlinks = BTreeMap::new();
    for (i, article) in library.articles.iter().enumerate() {
        let from = Thing::Article(i);
        add(&mut backlinks, from, &article.body, &links.articles[i].body);
        for (note, hrefs) in article.notes.iter().zip(&links.articles[i].notes) {
            add(&mut backlinks, from, &note.body, hrefs);
        }
    }
    for (i, page) in library.pages.iter().enumerate() {
        add(&mut backlinks, Thing::Page(i), &page.body, &links.pages[i]);
    }
    backlinks
}

fn add(backlinks: &mut BTreeMap<Thing, Vec<Backlink>>, from: Thing, document: &Document, hrefs: &[Href]) {
    for (link, href) in document.links.iter().zip(hrefs) {
        let Href::Page { thing, .. } = href else { continue };
        let list = backlinks.entry(*thing).or_default();
        if *thing != from && list.last().is_none_or(|last| last.from != from) {
            list.push(Backlink { from, sentence: sentence(document, link) });
        }
    }
}

/// The sentence that holds the link, in its own block.
fn sentence(document: &Document, link: &Link) -> String {
    let block = document
        .nodes
        .iter()
        .rfind(|node| !node.kind.is_inline() && node.text.start <= link.text.start && link.text.end <= node.text.end)
        .map_or(TextRange::default(), |node| node.text);
    let words = document.text.slice(block);
    let at = (link.text.start - block.start.min(link.text.start)) as usize;
    sentence_around(words, at).split_whitespace().collect::<Vec<_>>().join(" ")
}
