//! Plain text: what an editor pastes from a page, a feed reader, a newsletter, a wire or a PDF.
//!
//! ```text
//! text ── lines (mail head, page edges, sections, wrap) ──► logical lines ── split ──► masthead, one part an article
//! part ── rules ──► signs ── extent ──► where the text is ── boilerplate ──► clues + kept lines
//! kept lines ── head ──► title, byline + body lines ── structure ──► blocks;   clues + head + masthead ── settle ──► fields
//! ```
//!
//! Time is linear in the length of the text.

mod boilerplate;
mod clue;
mod edges;
mod extent;
mod head;
mod lines;
mod mail_head;
mod masthead;
mod rules;
mod sections;
mod settle;
mod split;
mod structure;
mod trailer;
mod wrap;

use super::draft::{Draft, Dropped};

/// Every article that a text holds, in its order; none where it has not one paragraph of prose.
pub(super) fn read(name: &str, text: &str) -> Vec<Draft> {
    let source = lines::read(text);
    let (masthead, parts) = split::articles(source.lines);
    let masthead = masthead::Masthead::read(masthead);
    let cleaned: Vec<_> = parts.into_iter().map(boilerplate::strip).collect();
    let articles: Vec<_> = cleaned.into_iter().map(head::take).collect();
    let site = masthead.site.clone().or_else(|| articles.first().and_then(|article| article.site.clone()));
    let settled = articles.into_iter().map(|article| settle::draft(name, article, site.as_ref(), &masthead));
    let mut drafts: Vec<Draft> = settled.collect();
    report(&mut drafts, source.dropped.into_iter().chain(masthead.dropped));
    drafts
}

/// Adds what was taken from the whole text to the article in which it stands, or the one below.
fn report(drafts: &mut [Draft], dropped: impl Iterator<Item = Dropped>) {
    let lasts: Vec<usize> = drafts.iter().map(last_line).collect();
    for dropped in dropped {
        let at = lasts.partition_point(|last| *last < dropped.line).min(drafts.len().saturating_sub(1));
        if let Some(draft) = drafts.get_mut(at) {
            draft.dropped.push(dropped);
        }
    }
    for draft in drafts {
        draft.dropped.sort_by_key(|dropped| dropped.line);
    }
}

fn last_line(draft: &Draft) -> usize {
    let body = draft.body.last().map_or(0, |block| block.line);
    draft.dropped.last().map_or(body, |dropped| dropped.last.max(body))
}
