//! Texts that link to a page, with the sentence that does.

use serde::Serialize;

use super::super::context::Contexts;
use crate::model::excerpt::Excerpt;
use crate::model::site::{Backlink, Thing};

/// Most texts that a page lists.
const MOST: usize = 100;

/// Words in their sentence, as templates receive them.
#[derive(Serialize)]
pub(super) struct ExcerptCx {
    before: String,
    words: String,
    after: String,
}

impl From<Excerpt> for ExcerptCx {
    fn from(Excerpt { before, words, after }: Excerpt) -> Self {
        Self { before, words, after }
    }
}

/// A linking text as templates receive it.
#[derive(Serialize)]
struct BacklinkCx {
    label: String,
    /// The page, or the note's place on it.
    route: String,
    /// Whether a note on the page links, not its own text.
    from_note: bool,
    excerpt: ExcerptCx,
}

/// The texts that link to a thing, and how many more there are.
#[derive(Serialize)]
pub(super) struct BacklinksCx {
    list: Vec<BacklinkCx>,
    more: usize,
}

/// The texts that link to a thing. To a topic the articles' own texts are left out: its page lists them among those that
/// mention it.
pub(super) fn backlinks(cx: &Contexts<'_>, thing: Thing) -> BacklinksCx {
    let backlinks = cx.site.links.backlinks.get(&thing).map(Vec::as_slice).unwrap_or_default();
    let mention = |b: &&Backlink| {
        matches!((thing, b.from), (Thing::Topic(_), Thing::Article(_)))
            && b.note.is_none()
            && !b.excerpt.words.is_empty()
    };
    let shown: Vec<&Backlink> = backlinks.iter().filter(|b| !mention(b)).collect();
    let list = shown.iter().take(MOST).map(|backlink| {
        let link = cx.link(backlink.from);
        let route = match (backlink.from, backlink.note) {
            (Thing::Article(article), Some(note)) => {
                format!("{}#note-{}", link.route, cx.library().articles[article].notes[note].id)
            }
            _ => link.route,
        };
        let (from_note, excerpt) = (backlink.note.is_some(), backlink.excerpt.clone().into());
        BacklinkCx { label: link.label, route, from_note, excerpt }
    });
    BacklinksCx { list: list.collect(), more: shown.len().saturating_sub(MOST) }
}
