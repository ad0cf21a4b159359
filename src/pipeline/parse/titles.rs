//! What a bare `[[wikilink]]` reads as: the title of what it names.

use std::collections::BTreeMap;

use crate::model::entity::{Claim, Editor, Outlet, Topic};
use crate::model::library::Table;
use crate::model::reference::{Reference, ReferenceKind};

/// The titles of everything that has a page.
pub(super) struct Titles<'a> {
    pub(super) articles: BTreeMap<&'a str, &'a str>,
    pub(super) pages: BTreeMap<&'a str, &'a str>,
    pub(super) outlets: &'a Table<Outlet>,
    pub(super) claims: &'a Table<Claim>,
    pub(super) topics: &'a Table<Topic>,
    pub(super) editors: &'a Table<Editor>,
}

impl Titles<'_> {
    /// The title of what stands between the brackets, if there is such a thing.
    pub(super) fn of(&self, target: &str) -> Option<&str> {
        let Reference { kind, id, .. } = Reference::parse(target);
        let article = || self.articles.get(id).copied();
        let page = || self.pages.get(id).copied();
        let topic = || self.topics.get(id).map(|t| t.fields.label.as_str());
        let claim = || self.claims.get(id).map(|c| c.fields.text.as_str());
        let outlet = || self.outlets.get(id).map(|o| o.fields.name.as_str());
        let editor = || self.editors.get(id).map(|e| e.fields.name.as_str());
        match kind {
            None => article().or_else(topic).or_else(claim).or_else(outlet),
            Some(ReferenceKind::Article) => article(),
            Some(ReferenceKind::Page) => page(),
            Some(ReferenceKind::Topic) => topic(),
            Some(ReferenceKind::Claim) => claim(),
            Some(ReferenceKind::Outlet) => outlet(),
            Some(ReferenceKind::Editor) => editor(),
        }
    }
}
