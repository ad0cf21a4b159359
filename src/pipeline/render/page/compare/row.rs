//! The rows of two texts: what both say, whole, and what stands between, folded where it is long.

use serde::Serialize;
use tera::Value;
use unicode_segmentation::UnicodeSegmentation as _;

use super::super::super::context::DifferingCx;
use super::Pair;
use super::align::{Order, Part, Row, What, rows};
use super::meetings::{Meetings, notes};
use crate::model::shared::{SharedPassage, Side};
use crate::model::site::NoteRef;
use crate::text::{PlainText, TextRange, one_line};

/// Bytes of two texts together that a page shows whole: with its markup it stays below 150 kB, also where everything is
/// shared. Of longer texts the paragraphs that stand between are cut.
const WHOLE: usize = 100_000;

/// Words that a cut paragraph keeps.
const KEPT: usize = 25;

/// A stretch of fewer words is not worth folding.
const FOLDED: usize = 40;

/// Words of a folded stretch that tell what it is.
const OPENING: usize = 9;

/// One row, by what it is.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(super) enum RowCx {
    /// What stands between.
    Between { cells: [StretchCx; 2] },
    /// Words of both.
    Passage(PassageCx),
    /// A claim of both.
    Claim { claim: ClaimCx },
}

/// What one text has between two things that both have.
#[derive(Default, Serialize)]
pub(super) struct StretchCx {
    paragraphs: Vec<String>,
    /// The numbers of passages that stand here and elsewhere in the other text.
    elsewhere: Vec<usize>,
    words: usize,
    /// Its first words, where it is folded.
    opening: String,
}

/// Words of both.
#[derive(Serialize)]
pub(super) struct PassageCx {
    number: usize,
    words: usize,
    /// `same`, `earlier` or `later`: where the second text has it.
    order: &'static str,
    differing: DifferingCx,
    /// How often words differ.
    changes: usize,
    /// To the words in each article.
    routes: [String; 2],
    /// Claims whose quotes lie in it.
    claims: Vec<ClaimCx>,
}

/// A claim and how each article treats it.
#[derive(Serialize)]
pub(super) struct ClaimCx {
    card: Value,
    cells: [Option<TreatedCx>; 2],
}

/// How an article treats a claim, by the first of its notes, and in which words.
#[derive(Serialize)]
struct TreatedCx {
    treats: &'static str,
    treats_label: String,
    notes: Vec<QuoteCx>,
}

#[derive(Serialize)]
struct QuoteCx {
    quote: String,
    route: String,
    label: String,
}

/// Makes the rows of a pair.
pub(super) struct Rows<'a> {
    pair: &'a Pair<'a>,
    meetings: &'a Meetings,
    texts: [&'a PlainText; 2],
    /// Whether paragraphs are cut.
    pub(super) cut: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(pair: &'a Pair<'a>, meetings: &'a Meetings) -> Self {
        let texts = pair.articles().map(|article| &pair.cx.library().articles[article].body.text);
        let bytes: usize = texts.iter().map(|text| text.as_str().len()).sum();
        Self { pair, meetings, texts, cut: bytes > WHOLE }
    }

    pub(super) fn all(&mut self) -> Vec<RowCx> {
        let [first, second] = self.texts.map(|text| TextRange::new(0, text.as_str().len()).end);
        rows(&self.meetings.rows, first, second).into_iter().filter_map(|row| self.row(&row)).collect()
    }

    fn row(&self, row: &Row) -> Option<RowCx> {
        match row {
            Row::Between(here, there) => {
                let cells = [self.stretch(0, &[Part::Text(*here)]), self.stretch(1, there)];
                cells
                    .iter()
                    .any(|cell| cell.words > 0 || !cell.elsewhere.is_empty())
                    .then_some(RowCx::Between { cells })
            }
            Row::Both(What::Passage(number), order) => self.passage(*number, *order).map(RowCx::Passage),
            Row::Both(What::Claim(number), _) => {
                Some(RowCx::Claim { claim: self.pair.claim(self.pair.compared.claims[*number]) })
            }
        }
    }

    fn passage(&self, number: usize, order: Order) -> Option<PassageCx> {
        let (pair, cx) = (self.pair, self.pair.cx);
        let passage = &pair.shared?.passages[number];
        let [first, second] = self.shown(passage);
        let differing = DifferingCx::new(first, second);
        let place = |side: Side| {
            let at = pair.compared.shared.map_or(0, |shared| cx.shared.number(shared, number, side));
            format!("{}#page-shared-{at}", pair.sides[side as usize].route)
        };
        Some(PassageCx {
            number: number + 1,
            words: passage.words,
            order: match order {
                Order::Same => "same",
                Order::Earlier => "earlier",
                Order::Later => "later",
            },
            changes: differing.changes,
            differing,
            routes: [Side::First, Side::Second].map(place),
            claims: self.meetings.in_passages[number].iter().map(|&n| pair.claim(pair.compared.claims[n])).collect(),
        })
    }

    /// The words of a passage in both texts, with the full stop behind them where both have the same.
    fn shown(&self, passage: &SharedPassage) -> [&'a str; 2] {
        let ends = self.shown_ends(passage);
        let starts = [passage.here.start, passage.there.start];
        [0, 1].map(|side| &self.texts[side].as_str()[starts[side] as usize..ends[side] as usize])
    }

    /// Where they end.
    fn shown_ends(&self, passage: &SharedPassage) -> [u32; 2] {
        let ends = [passage.here.end, passage.there.end];
        let signs = |side: usize| {
            let rest = &self.texts[side].as_str()[ends[side] as usize..];
            &rest[..rest.find(|c: char| c.is_alphanumeric() || c.is_whitespace()).unwrap_or(rest.len())]
        };
        let more = if signs(0) == signs(1) { signs(0).len() } else { 0 };
        ends.map(|end| end + u32::try_from(more).unwrap_or(0))
    }

    /// A stretch without the full stop of the passage before it, where that is shown with its words.
    fn behind_passage(&self, side: usize, stretch: TextRange) -> TextRange {
        let passages = self.pair.shared.map_or(&[][..], |shared| &shared.passages);
        let before = passages.iter().find(|passage| [passage.here.end, passage.there.end][side] == stretch.start);
        let start = before.map_or(stretch.start, |passage| self.shown_ends(passage)[side].min(stretch.end));
        TextRange { start, ..stretch }
    }

    fn stretch(&self, side: usize, parts: &[Part]) -> StretchCx {
        let mut stretch = StretchCx::default();
        for part in parts {
            match part {
                Part::Text(range) => {
                    self.add(&mut stretch, self.texts[side].slice(self.behind_passage(side, *range)));
                }
                Part::Elsewhere(number) => stretch.elsewhere.push(number + 1),
            }
        }
        if stretch.words > FOLDED {
            stretch.opening = cut(&stretch.paragraphs[0], OPENING);
        }
        stretch
    }

    /// Adds the paragraphs of a text; what has no words, as a full stop behind a passage, is left out.
    fn add(&self, stretch: &mut StretchCx, text: &str) {
        for line in text.split('\n').map(one_line) {
            let words = line.unicode_words().count();
            if words > 0 {
                stretch.words += words;
                stretch.paragraphs.push(if self.cut { cut(&line, KEPT) } else { line });
            }
        }
    }
}

/// The first so many words of a line.
fn cut(line: &str, most: usize) -> String {
    let mut words = line.split_inclusive(' ');
    let kept: String = words.by_ref().take(most).collect();
    if words.next().is_some() { format!("{}…", kept.trim_end()) } else { kept }
}

impl Pair<'_> {
    /// A claim by its number in the library.
    pub(super) fn claim(&self, claim: usize) -> ClaimCx {
        ClaimCx {
            card: self.cx.cards.claims[claim].clone(),
            cells: self.articles().map(|article| self.treated(notes(self.cx.site, claim, article))),
        }
    }

    fn treated(&self, notes: &[NoteRef]) -> Option<TreatedCx> {
        let (cx, library) = (self.cx, self.cx.library());
        let note = |at: &NoteRef| &library.articles[at.article].notes[at.note];
        let treats = note(notes.first()?).treats();
        let quote = |at: &NoteRef| QuoteCx {
            quote: note(at).fields.quote.clone().unwrap_or_default(),
            route: cx.note_route(*at),
            label: cx.note_label(*at),
        };
        Some(TreatedCx {
            treats: treats.id(),
            treats_label: cx.name("article", treats.id()),
            notes: notes.iter().map(quote).collect(),
        })
    }
}
