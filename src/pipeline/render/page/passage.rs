//! An article's text in passages, so that notes can stand beside the block that their words end in, and beside them what
//! other articles have of its words.

use serde::Serialize;

use super::super::context::{Contexts, NoteCx, State};
use super::super::document::{MarkedNote, MarkedShared, Marks, Role, Writer};
use super::super::html::{Html, HtmlWriter};
use super::also::{AlsoCx, also};
use super::crowd::{Fold, MarginHeight, block_height, footnote_height};
use crate::model::document::NodeKind;
use crate::model::site::{NoteRef, Thing};
use crate::text::{PlainText, TextRange};

/// A stretch of the text: a block with the notes whose words end in it, and the blocks behind it that have none.
#[derive(Serialize)]
pub(super) struct Passage {
    first: Html,
    notes: Vec<NoteCx>,
    /// Words that end in it and that other articles have too.
    also: Vec<AlsoCx>,
    rest: Html,
    /// How far its notes are folded, so that the margin is no longer than the text.
    fold: Fold,
    /// The height of the text in CSS pixels, as [`crowd`](super::crowd) estimates it.
    #[serde(skip)]
    height: usize,
    #[serde(skip)]
    margin_height: MarginHeight,
}

impl Passage {
    /// A passage without text behind its first block.
    fn new(first: Html, margin: Margin) -> Self {
        let margin_height = MarginHeight::of(&margin.notes, margin.also.len());
        let (notes, also) = (margin.notes, margin.also);
        Self { first, notes, also, rest: Html::default(), fold: Fold::Whole, height: 0, margin_height }
    }

    /// Counts a block of text in.
    fn grow(&mut self, height: usize) {
        self.height += height;
        self.fold = Fold::that_fits(&self.margin_height, self.height);
    }
}

/// What stands beside a block.
#[derive(Default)]
struct Margin {
    notes: Vec<NoteCx>,
    also: Vec<AlsoCx>,
}

impl Margin {
    fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.also.is_empty()
    }
}

/// The text, cut before each block that has notes.
pub(super) fn passages(cx: &Contexts<'_>, index: usize, root: &str) -> Vec<Passage> {
    let article = &cx.library().articles[index];
    let marks = marks(cx, index);
    let around = cx.surroundings(root, Thing::Article(index), Role::Main);
    let mut writer = Writer::new(&article.body, &cx.site.links.articles[index].body, &marks, around)
        .with_mentions(&cx.site.links.mentions[index]);
    let mut passages: Vec<Passage> = Vec::new();
    let margin = |ranges: &[TextRange]| Margin {
        notes: ranges
            .iter()
            .flat_map(|&r| marks.ending_in(r))
            .map(|note| cx.note(NoteRef { article: index, note }, root))
            .collect(),
        also: ranges
            .iter()
            .flat_map(|&r| shared_ending_in(cx, index, r))
            .map(|number| also(cx, index, number))
            .collect(),
    };
    // A heading waits for the block that it stands over, so that both keep together when notes stretch a passage.
    let mut heading = Html::default();
    let mut height = 0;
    let mut add = |html: Html, height: usize, margin: Margin| {
        match passages.last_mut() {
            Some(last) if margin.is_empty() => last.rest.append(&html),
            _ => passages.push(Passage::new(html, margin)),
        }
        if let Some(last) = passages.last_mut() {
            last.grow(height);
        }
    };
    for block in Writer::blocks(&article.body) {
        let top = &article.body.nodes[block];
        let margin = margin(&[top.text]);
        let html = writer.block_html(block);
        let whole = is_shared_whole(cx, index, &article.body.text, top.text);
        height += block_height(&article.body, block);
        heading.append(&if whole { beside_a_line(&html) } else { html });
        if !margin.is_empty() || !matches!(top.kind, NodeKind::Heading(_)) {
            add(std::mem::take(&mut heading), std::mem::take(&mut height), margin);
        }
    }
    if !heading.is_empty() {
        add(heading, height, Margin::default());
    }
    let footnotes = article.body.nodes.iter().filter(|n| matches!(n.kind, NodeKind::Footnote(_)));
    let footnotes: Vec<TextRange> = footnotes.map(|n| n.text).collect();
    let html = writer.footnotes_html();
    if !html.is_empty() {
        let height = footnotes.len() * footnote_height();
        add(html, height, margin(&footnotes));
    }
    passages
}

/// The numbers of the shared words that end in a range.
fn shared_ending_in(cx: &Contexts<'_>, index: usize, range: TextRange) -> impl Iterator<Item = usize> {
    let places = cx.shared.of(index);
    let first = places.partition_point(|place| place.range.end <= range.start);
    let end = places.partition_point(|place| place.range.end <= range.end);
    first + 1..=end
}

/// Whether other articles have all words of a block: signs at its ends may differ.
fn is_shared_whole(cx: &Contexts<'_>, index: usize, text: &PlainText, block: TextRange) -> bool {
    let words = |start, end| text.slice(TextRange { start, end }).chars().any(char::is_alphanumeric);
    let mut at = block.start;
    let mut places: Vec<TextRange> = cx.shared.of(index).iter().map(|place| place.range.intersect(block)).collect();
    places.retain(|place| !place.is_empty());
    places.sort_unstable();
    for place in &places {
        if place.start > at && words(at, place.start) {
            return false;
        }
        at = at.max(place.end);
    }
    !places.is_empty() && !words(at, block.end)
}

/// A block of which all words are shared: a line beside it says so once, and its words need no mark each.
fn beside_a_line(block: &Html) -> Html {
    let mut html = HtmlWriter::default();
    html.markup("<div class=\"shared-block\">\n").html(block).markup("</div>\n");
    html.finish()
}

/// The notes that have a place in the text, and the words that are shared.
fn marks(cx: &Contexts<'_>, index: usize) -> Marks {
    let article = &cx.library().articles[index];
    let placements = &cx.site.anchored.placements[index].notes;
    let marked = cx.site.links.reading_order[index].iter().filter_map(|&i| {
        let anchor = placements[i].anchor()?;
        let at = NoteRef { article: index, note: i };
        let note = &article.notes[i];
        let level = note.fields.verdict.as_ref().and_then(|id| cx.scale.level(id));
        Some(MarkedNote {
            note: i,
            id: note.id.to_string(),
            number: cx.number(at),
            range: anchor.range,
            kind: note.fields.kind,
            tone: level.map(|level| level.tone.id()),
            label: cx.note_label(at),
            changed: cx.state(at) == State::Approximate,
        })
    });
    let shared = cx.shared.of(index).iter().zip(1..);
    let shared = shared.map(|(place, number)| MarkedShared { number, range: place.range });
    Marks::new(marked.collect(), shared.collect())
}
