//! Where two articles meet: the passages that both have, and the claims on which both have notes.

use super::align::{Meeting, What};
use crate::model::compared::ComparedPair;
use crate::model::shared::{SharedPair, SharedPassage};
use crate::model::site::{NoteRef, Site};
use crate::text::{PlainText, TextRange};

/// What both have, in the order of the first text, and what stands beside it.
pub(super) struct Meetings {
    /// For the rows.
    pub(super) rows: Vec<Meeting>,
    /// For each passage the claims whose quotes lie in it.
    pub(super) in_passages: Vec<Vec<usize>>,
    /// Claims whose words have no place in the first text.
    pub(super) nowhere: Vec<usize>,
}

impl Meetings {
    pub(super) fn new(site: &Site, pair: &ComparedPair, shared: Option<&SharedPair>) -> Self {
        let passages = shared.map_or(&[][..], |shared| &shared.passages);
        let texts = [pair.first, pair.second].map(|article| &site.library().articles[article].body.text);
        let passage = |(number, p): (usize, &SharedPassage)| Meeting {
            what: What::Passage(number),
            here: p.here,
            there: Some(p.there),
        };
        let mut meetings = Self {
            rows: passages.iter().enumerate().map(passage).collect(),
            in_passages: vec![Vec::new(); passages.len()],
            nowhere: Vec::new(),
        };
        for (number, &claim) in pair.claims.iter().enumerate() {
            let places = [pair.first, pair.second].map(|article| place(site, claim, article));
            meetings.claim(number, places, passages, texts);
        }
        meetings.rows.sort_by_key(|meeting| (meeting.here.start, meeting.here.end));
        meetings
    }

    fn claim(
        &mut self,
        number: usize,
        places: [Option<TextRange>; 2],
        passages: &[SharedPassage],
        texts: [&PlainText; 2],
    ) {
        let meets =
            |place: Option<TextRange>, passage: TextRange| place.is_some_and(|p| !p.intersect(passage).is_empty());
        let inside = |p: &SharedPassage| meets(places[0], p.here);
        let around = passages.iter().position(inside);
        if let Some(passage) = around.or_else(|| passages.iter().position(|p| meets(places[1], p.there))) {
            return self.in_passages[passage].push(number);
        }
        let Some(here) = places[0] else { return self.nowhere.push(number) };
        self.rows.push(Meeting {
            what: What::Claim(number),
            here: behind(texts[0], here, passages.iter().map(|p| p.here)),
            there: places[1].map(|there| behind(texts[1], there, passages.iter().map(|p| p.there))),
        });
    }
}

/// Where an article's first quote for a claim stands.
fn place(site: &Site, claim: usize, article: usize) -> Option<TextRange> {
    let placements = &site.anchored.placements[article].notes;
    notes(site, claim, article).iter().find_map(|at| Some(placements[at.note].anchor()?.range))
}

/// An article's notes for a claim, in reading order.
pub(super) fn notes(site: &Site, claim: usize, article: usize) -> &[NoteRef] {
    let notes = &site.links.claim_notes[claim];
    let first = notes.partition_point(|note| note.article < article);
    let end = notes.partition_point(|note| note.article <= article);
    &notes[first..end]
}

/// The end of the paragraph that holds the end of a quote, or the passage that begins before it.
fn behind(text: &PlainText, quote: TextRange, passages: impl Iterator<Item = TextRange>) -> TextRange {
    let rest = &text.as_str()[quote.end as usize..];
    let line = quote.end as usize + rest.find('\n').unwrap_or(rest.len());
    let next = passages.map(|passage| passage.start).filter(|&start| start >= quote.end).min();
    let at = TextRange::new(0, line).end.min(next.unwrap_or(u32::MAX));
    TextRange { start: at, end: at }
}
