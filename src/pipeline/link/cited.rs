//! Every document that is cited, once, with everything that cites it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::address::Address;
use crate::model::library::Library;
use crate::model::note::Citation;
use crate::model::site::{CitedAt, CitedDocument, Citer, NoteRef};
use crate::text::{Folded, alphabetical};

/// All documents by publisher and title, those without a publisher last. A document is the same where its address is
/// ([`Address::document`]), or, without one, its title and who published it.
pub(super) fn collect(library: &Library) -> Vec<CitedDocument> {
    let mut cited: BTreeMap<String, Vec<CitedAt>> = BTreeMap::new();
    for citer in citers(library) {
        for (source, citation) in library.sources_of(citer).1.iter().enumerate() {
            cited.entry(identity(citation)).or_default().push(CitedAt { citer, source });
        }
    }
    let document = |cited_by: Vec<CitedAt>| {
        let citations: Vec<&Citation> = cited_by.iter().map(|&at| library.citation(at)).collect();
        CitedDocument { citation: fullest(&citations), cited_by }
    };
    let mut documents: Vec<CitedDocument> = cited.into_values().map(document).collect();
    // The sort is stable, so that equals stay in the order of their identity.
    documents.sort_by_cached_key(|document| {
        let publisher = document.citation.publisher.as_deref().unwrap_or_default();
        let name = |text: &str| (alphabetical(text), text.to_owned());
        (publisher.is_empty(), name(publisher), name(&document.citation.title))
    });
    documents
}

fn citers(library: &Library) -> impl Iterator<Item = Citer> {
    let articles = library.articles.iter().enumerate();
    let notes = articles.flat_map(|(article, a)| (0..a.notes.len()).map(move |note| NoteRef { article, note }));
    let claims = (0..library.claims.len()).map(Citer::Claim);
    notes.map(Citer::Note).chain(claims).chain((0..library.events.len()).map(Citer::Event))
}

fn identity(citation: &Citation) -> String {
    let folded = |text: &str| Folded::quote(text).to_lowercase();
    if let Some(url) = &citation.url {
        return url.document();
    }
    let publisher = citation.publisher.as_deref().or(citation.author.as_deref()).unwrap_or_default();
    // No address holds a line break.
    format!("{}\n{}", folded(publisher), folded(&citation.title))
}

/// What several citations of one document say of it together: the longest words, the most exact day, the newest reading,
/// the shortest secure address. `check` tells where they contradict each other.
fn fullest(citations: &[&Citation]) -> Citation {
    let longest = |of: fn(&Citation) -> Option<&str>| {
        let words = citations.iter().filter_map(|citation| of(citation));
        words.min_by_key(|words| Reverse(words.chars().count())).map(str::to_owned)
    };
    let dates = citations.iter().filter_map(|citation| citation.published);
    let addresses = citations.iter().filter_map(|citation| citation.url.as_ref());
    let secure = |url: &Address| url.as_str().starts_with("https:");
    Citation {
        title: longest(|citation| Some(&citation.title)).unwrap_or_default(),
        author: longest(|citation| citation.author.as_deref()),
        publisher: longest(|citation| citation.publisher.as_deref()),
        url: addresses.min_by_key(|url| (!secure(url), url.as_str().len())).cloned(),
        published: dates.min_by_key(|date| Reverse(date.to_string().len())),
        accessed: citations.iter().filter_map(|citation| citation.accessed).max(),
        archived: citations.iter().find_map(|citation| citation.archived.clone()),
        shows: None,
    }
}
