//! Every document that is cited, once, with everything that cites it.

use std::collections::BTreeMap;

use crate::model::library::Library;
use crate::model::note::Citation;
use crate::model::site::{CitedDocument, Citer, NoteRef};

/// All documents by publisher and title. A document is the same where its address is, or, without one, its publisher
/// and title.
pub(super) fn collect(library: &Library) -> Vec<CitedDocument> {
    let mut cited: BTreeMap<String, CitedDocument> = BTreeMap::new();
    let mut add = |citations: &[Citation], citer: Citer| {
        for citation in citations {
            let document = cited
                .entry(identity(citation))
                .or_insert_with(|| CitedDocument { citation: citation.clone(), cited_by: Vec::new() });
            document.cited_by.push((citer, citation.shows));
        }
    };
    for (article, a) in library.articles.iter().enumerate() {
        for (note, n) in a.notes.iter().enumerate() {
            add(&n.fields.sources, Citer::Note(NoteRef { article, note }));
        }
    }
    for (claim, entry) in library.claims.iter().enumerate() {
        add(&entry.fields.sources, Citer::Claim(claim));
    }
    for (event, entry) in library.events.iter().enumerate() {
        add(&entry.fields.sources, Citer::Event(event));
    }
    let mut documents: Vec<CitedDocument> = cited.into_values().collect();
    documents.sort_by_cached_key(|d| {
        let publisher = d.citation.publisher.clone().unwrap_or_default();
        (publisher.is_empty(), publisher.to_lowercase(), d.citation.title.to_lowercase(), identity(&d.citation))
    });
    documents
}

fn identity(citation: &Citation) -> String {
    match &citation.url {
        Some(url) => url.as_str().to_owned(),
        None => format!("{}\n{}", citation.publisher.as_deref().unwrap_or_default(), citation.title),
    }
}
