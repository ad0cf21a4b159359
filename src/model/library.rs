//! What [`parse`](crate::pipeline::parse) gives: everything that was written, understood one by one.

use super::article::Article;
use super::entity::{Claim, Editor, Entry, Event, Outlet, Page, Topic};
use super::id::Id;
use super::sources::Look;
use crate::diag::SourceMap;

/// Entries sorted by id.
#[derive(Clone, Debug)]
pub struct Table<T> {
    entries: Vec<Entry<T>>,
}

impl<T> Table<T> {
    /// A table of entries in any order.
    #[must_use]
    pub fn new(mut entries: Vec<Entry<T>>) -> Self {
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        Self { entries }
    }

    /// The number of the entry with that id, its place in the order of ids.
    #[must_use]
    pub fn index(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()
    }

    /// The entry with that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry<T>> {
        self.index(id).map(|i| &self.entries[i])
    }

    /// The entry with that number.
    ///
    /// # Panics
    /// When no entry has it.
    #[must_use]
    pub fn at(&self, index: usize) -> &Entry<T> {
        &self.entries[index]
    }

    /// All, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<T>> {
        self.entries.iter()
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.entries.iter().map(|entry| &entry.id)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Everything that was written.
#[derive(Debug)]
pub struct Library {
    /// The files, for places in messages.
    pub sources: SourceMap,
    /// Articles by slug.
    pub articles: Vec<Article>,
    /// Who publishes.
    pub outlets: Table<Outlet>,
    /// What several articles claim.
    pub claims: Table<Claim>,
    /// What they are about.
    pub topics: Table<Topic>,
    /// What happened.
    pub events: Table<Event>,
    /// Who annotates.
    pub editors: Table<Editor>,
    /// The site's own pages by slug.
    pub pages: Vec<Page>,
    /// What the pages look like.
    pub look: Look,
}

impl Library {
    /// The number of the article with that slug.
    #[must_use]
    pub fn article(&self, slug: &str) -> Option<usize> {
        self.articles.binary_search_by(|article| article.slug.as_str().cmp(slug)).ok()
    }

    /// The number of the page with that name.
    #[must_use]
    pub fn page(&self, slug: &str) -> Option<usize> {
        self.pages.binary_search_by(|page| page.slug.as_str().cmp(slug)).ok()
    }
}
