//! Step 4: [`Anchored`] → [`Site`]. Every reference finds what it names, and what it names learns of it.
//!
//! [`href`] follows the links of Markdown texts, [`backlinks`] turns them round; [`index`] inverts what YAML says
//! (topics, claims, outlets, editors, stances); [`mentions`] finds the names of topics in texts; [`cited`], [`record`] and
//! [`related`] gather documents, changes and questions, neighbours; [`shared`] and [`compared`] what two articles have in
//! common. A reference that names nothing is kept as [`Href::Broken`] or left out of an index: the rules of `check`
//! report it.

mod backlinks;
mod cited;
mod compared;
mod href;
mod index;
mod mentions;
mod order;
mod record;
mod related;
pub mod shared;

use rayon::prelude::*;

use crate::model::anchor::Anchored;
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::shared::SharedPair;
use crate::model::site::{ArticleLinks, Links, Site};

/// Links everything that was written.
#[must_use]
pub fn link(anchored: Anchored) -> Site {
    let library = &anchored.library;
    let mut links = Links {
        articles: library.articles.par_iter().map(|a| article_links(a, library)).collect(),
        pages: library.pages.iter().map(|p| href::of_document(&p.body, library)).collect(),
        reading_order: order::reading_orders(&anchored),
        newest: order::newest(library),
        ..Links::default()
    };
    index::fill(&mut links, library);
    record::fill(&mut links, library);
    links.backlinks = backlinks::collect(&links, library);
    mentions::fill(&mut links, library);
    links.cited = cited::collect(library);
    links.shared = shared::collect(library);
    links.shared_of = shared_of(&links.shared, library.articles.len());
    links.compared = compared::collect(&links, library);
    links.compared_of = compared::of_articles(&links.compared, library.articles.len());
    links.related = related::collect(&links, library);
    Site { anchored, links }
}

fn article_links(article: &Article, library: &Library) -> ArticleLinks {
    ArticleLinks {
        body: href::of_document(&article.body, library),
        notes: article.notes.iter().map(|note| href::of_document(&note.body, library)).collect(),
    }
}

fn shared_of(pairs: &[SharedPair], articles: usize) -> Vec<Vec<usize>> {
    let mut shared = vec![Vec::new(); articles];
    for (number, pair) in pairs.iter().enumerate() {
        shared[pair.first].push(number);
        shared[pair.second].push(number);
    }
    shared
}
