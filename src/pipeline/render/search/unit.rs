//! What can be found: each article, claim, topic and page with its words, and the notes of articles.

use crate::model::claimant::Claimant;
use crate::model::document::{Document, NodeKind};
use crate::model::library::Library;
use crate::model::site::{Site, Thing};

/// A stretch of a text and the place on its page that it is nearest to.
pub(super) struct Block<'a> {
    /// The id of the heading over it or of its footnote; empty before the first one.
    pub(super) place: Box<str>,
    /// Its words; lines are list items, cells and the like.
    pub(super) text: &'a str,
}

/// The words of a thing by field.
pub(super) struct Words<'a> {
    /// What it is called.
    pub(super) title: Vec<&'a str>,
    /// What it says.
    pub(super) blocks: Vec<Block<'a>>,
    /// Of an article its notes, in the order of the library: id and words.
    pub(super) notes: Vec<(&'a str, &'a str)>,
}

/// All things that can be found, in the order of their numbers in the index.
pub(super) fn units(library: &Library) -> Vec<Thing> {
    let articles = (0..library.articles.len()).map(Thing::Article);
    let claims = (0..library.claims.len()).map(Thing::Claim);
    let topics = (0..library.topics.len()).map(Thing::Topic);
    let pages = (0..library.pages.len()).map(Thing::Page);
    articles.chain(claims).chain(topics).chain(pages).collect()
}

/// How many notes a thing has.
pub(super) fn notes(site: &Site, thing: Thing) -> usize {
    if let Thing::Article(i) = thing { site.library().articles[i].notes.len() } else { 0 }
}

/// The words of a thing.
pub(super) fn words(site: &Site, thing: Thing) -> Words<'_> {
    let library = site.library();
    let mut words = Words { title: vec![library.label(thing)], blocks: Vec::new(), notes: Vec::new() };
    match thing {
        Thing::Article(i) => {
            let article = &library.articles[i];
            words.lines(article.front.summary.iter().chain(&article.front.source.authors));
            words.document(&article.body);
            words.notes = article.notes.iter().map(|note| (note.id.as_str(), note.body.text.as_str())).collect();
        }
        Thing::Claim(i) => {
            let claim = &library.claims.at(i).fields;
            words.lines(claim.summary.as_ref());
            let who = claim.claimant.all.iter().map(|claimant| claimant_name(library, claimant));
            words.blocks.extend(who.map(|text| Block { place: Box::default(), text }));
        }
        Thing::Topic(i) => {
            let topic = &library.topics.at(i).fields;
            words.title.extend(topic.aliases.iter().map(String::as_str));
            words.lines(&topic.summary);
        }
        Thing::Page(i) => words.document(&library.pages[i].body),
        Thing::Outlet(_) | Thing::Editor(_) => {}
    }
    words
}

/// What a claimant is called.
fn claimant_name<'a>(library: &'a Library, claimant: &'a Claimant) -> &'a str {
    match claimant {
        Claimant::Words(words) => words,
        Claimant::Known(id) => {
            let outlet = library.outlets.index(id.as_str()).map(Thing::Outlet);
            let known = outlet.or_else(|| library.topics.index(id.as_str()).map(Thing::Topic));
            known.map_or(id.as_str(), |thing| library.label(thing))
        }
    }
}

impl<'a> Words<'a> {
    fn lines(&mut self, lines: impl IntoIterator<Item = &'a String>) {
        let block = |text: &'a String| Block { place: Box::default(), text };
        self.blocks.extend(lines.into_iter().map(block));
    }

    /// The blocks of a document, each with the id that is nearest above it.
    fn document(&mut self, document: &'a Document) {
        let mut place: Box<str> = Box::default();
        for index in document.children(None) {
            let node = &document.nodes[index];
            match node.kind {
                NodeKind::Heading(number) => place.clone_from(&document.headings[number as usize].id),
                NodeKind::Footnote(number) => place = format!("fn-{number}").into(),
                _ => {}
            }
            let text = document.text.slice(node.text).trim();
            if !text.is_empty() {
                self.blocks.push(Block { place: place.clone(), text });
            }
        }
    }
}
