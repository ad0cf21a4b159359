//! What each outlet published, as a row of marks.

use super::super::super::language::{Arg, Language};
use super::super::axis::{Axis, WIDTH};
use super::super::lanes::{Limits, Span, Stacked, stack};
use super::super::svg::{Box, Svg};
use super::super::ticks::{Anchor, Label};
use super::place::Place;
use super::{Entry, Row, base, name};
use crate::text::shortened;

/// Height of a row of articles with one lane, in pixels; of its name, where that has no room before the marks; and of each
/// further lane.
const ROW: f64 = 26.0;
const ROW_NAME: f64 = 16.0;
const ROW_LANE: f64 = 18.0;
/// Half of the mark of an article, in pixels.
const DIAMOND: f64 = 7.0;
/// The box of a count, in pixels, and the width of the column that it counts.
const COUNT: (f64, f64) = (30.0, 18.0);
const COLUMN: f64 = 46.0;
/// Marks of all rows, and lanes of each.
const MOST_MARKS: usize = 90;
const MOST_LANES: usize = 2;
/// Characters of an outlet's name.
const LONGEST_NAME: usize = 32;

/// A row of articles with their lanes.
pub(super) struct PlacedRow<'t> {
    row: &'t Row,
    places: Vec<Place>,
    pub(super) items: Vec<Stacked>,
    label: Label,
    /// Where its name and its line stand, in pixels.
    name: f64,
    pub(super) base: f64,
}

impl<'t> PlacedRow<'t> {
    pub(super) fn new(axis: &Axis, row: &'t Row, top: f64, rows: usize) -> Self {
        let places: Vec<Place> = row.entries.iter().map(|entry| Place::new(axis, &entry.extent)).collect();
        let spans: Vec<Span> = places.iter().map(|place| place.span(DIAMOND, DIAMOND)).collect();
        let middles: Vec<f64> = places.iter().map(|place| place.mark).collect();
        let limits = Limits { lanes: MOST_LANES, marks: MOST_MARKS / rows, column: COLUMN };
        let items = stack(&middles, &spans, limits);
        let further = items.iter().map(|item| item.lane).max().unwrap_or_default();
        let label = Label { x: 0.0, text: shortened(&row.label, LONGEST_NAME), anchor: Anchor::Start };
        let left = items.iter().map(|item| match item.column {
            Some(x) => x - COUNT.0 / 2.0,
            None => spans[item.members[0]].left,
        });
        let above = if left.fold(WIDTH, f64::min) > label.ends().1 + DIAMOND { 0.0 } else { ROW_NAME };
        let base = top + above + ROW + f64::from(u32::try_from(further).unwrap_or_default()) * ROW_LANE;
        let name = if above > 0.0 { top + ROW_NAME } else { base - 8.0 };
        Self { row, places, items, label, name, base }
    }

    pub(super) fn draw(&self, svg: &mut Svg, axis: &Axis, language: &Language) {
        svg.markup("<g class=\"chart-row\" aria-hidden=\"true\">").words(&self.label, self.name, 0.0);
        base(svg, axis, "chart-base", self.base);
        svg.markup("</g>\n");
        for item in &self.items {
            let lane = f64::from(u32::try_from(item.lane).unwrap_or_default());
            let y = self.base - 12.0 - lane * ROW_LANE;
            let (first, count) = (&self.row.entries[item.members[0]], item.members.len());
            match item.column {
                Some(x) if count > 1 => {
                    let last = &self.row.entries[item.members[count - 1]];
                    let args =
                        [("count", count.into()), ("first", Arg::from(&first.when)), ("last", (&last.when).into())];
                    let name = self.with_outlet(first, language.say("chart-articles-between", &args), language);
                    svg.link("chart-count", &first.href, &name);
                    let (width, height) = COUNT;
                    svg.rect(Box { x, y: y - height / 2.0, width, height, round: 2.0 });
                    svg.words(&Label { x, text: count.to_string(), anchor: Anchor::Middle }, y + 4.5, 0.0);
                }
                _ => {
                    svg.link("chart-article", &first.href, &self.with_outlet(first, name(first, language), language));
                    let place = item.column.map_or(self.places[item.members[0]], Place::at);
                    place.draw_bar(svg, &first.extent, y, DIAMOND);
                    svg.shape("#chart-article", place.mark, y);
                }
            }
            svg.end_link();
        }
    }

    /// The outlet is part of an article's name, where names have room.
    fn with_outlet(&self, entry: &Entry, name: String, language: &Language) -> String {
        if entry.text.is_empty() {
            name
        } else {
            [name, self.label.text.clone()].join(&language.say("list-separator", &[]))
        }
    }
}
