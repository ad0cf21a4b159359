//! Events as marks above the line: numbers, words where they are few, counts where they are too many.

use super::super::super::language::{Arg, Language};
use super::super::axis::{Axis, WIDTH};
use super::super::lanes::{Limits, Span, Stacked, lanes, stack};
use super::super::svg::{Box, Svg};
use super::super::ticks::{Anchor, Label, text_width};
use super::place::Place;
use super::{Entry, Marks, name, whole_words};

/// The radius of a numbered mark, and of one with words beside it, in pixels.
const RADIUS: f64 = 11.0;
const DOT: f64 = 5.0;
/// Height of a lane in pixels: of numbers, of words, and where marks count.
const LANE: f64 = 25.0;
const WORDS_LANE: f64 = 21.0;
const COUNT_LANE: f64 = 33.0;
/// The box of a count, in pixels.
const COUNT: (f64, f64) = (48.0, 30.0);
/// At most so many events have words beside their marks, in so many lanes, each of so many characters.
const MOST_WORDS: usize = 10;
const MOST_WORD_LANES: usize = 7;
const LONGEST_WORDS: usize = 34;
/// What fits on a screen and keeps a picture small. A column is a count's box and a bit.
const LIMITS: Limits = Limits { lanes: 9, marks: 72, column: 52.0 };

/// The events with their lanes.
pub(super) struct Events<'t> {
    entries: &'t [Entry],
    places: Vec<Place>,
    pub(super) marks: Marks,
    /// Words beside marks, where they have words: their place, and how many pixels beside it they begin or end.
    words: Vec<(Label, f64)>,
    pub(super) items: Vec<Stacked>,
}

impl<'t> Events<'t> {
    pub(super) fn new(axis: &Axis, entries: &'t [Entry]) -> Self {
        let places: Vec<Place> = entries.iter().map(|entry| Place::new(axis, &entry.extent)).collect();
        Self::with_words(entries, &places).unwrap_or_else(|| {
            let radius = |i: usize| number_width(i + 1) / 2.0;
            let spans: Vec<Span> = places.iter().enumerate().map(|(i, p)| p.span(radius(i), radius(i))).collect();
            let marks: Vec<f64> = places.iter().map(|place| place.mark).collect();
            let items = stack(&marks, &spans, LIMITS);
            Self { entries, places, marks: Marks::Numbers, words: Vec::new(), items }
        })
    }

    /// Words beside each mark, where they are few enough.
    fn with_words(entries: &'t [Entry], places: &[Place]) -> Option<Self> {
        if entries.len() > MOST_WORDS {
            return None;
        }
        let words: Vec<(Label, f64)> = entries.iter().zip(places).map(|(entry, place)| beside(entry, *place)).collect();
        let span = |(place, (label, shift)): (&Place, &(Label, f64))| {
            let (left, right) = label.ends();
            place.span((place.mark - left - shift).max(DOT), (right + shift - place.mark).max(DOT))
        };
        let spans: Vec<Span> = places.iter().zip(&words).map(span).collect();
        let lanes = lanes(&spans, MOST_WORD_LANES);
        let fits = lanes.iter().all(|lane| *lane < MOST_WORD_LANES);
        let item = |(i, lane)| Stacked { members: vec![i], lane, column: None };
        fits.then(|| Self {
            entries,
            places: places.to_vec(),
            marks: Marks::Words,
            words,
            items: lanes.into_iter().enumerate().map(item).collect(),
        })
    }

    fn lane_height(&self) -> f64 {
        match self.marks {
            Marks::Words => WORDS_LANE,
            Marks::Numbers if self.items.iter().any(|item| item.members.len() > 1) => COUNT_LANE,
            Marks::Numbers => LANE,
        }
    }

    /// Down to the line that the lowest lane stands on, and a bit.
    pub(super) fn height(&self) -> f64 {
        let lanes = self.items.iter().map(|item| item.lane + 1).max().unwrap_or_default();
        f64::from(u32::try_from(lanes).unwrap_or_default()) * self.lane_height() + 6.0
    }

    pub(super) fn draw(&self, svg: &mut Svg, language: &Language) {
        if self.items.is_empty() {
            return;
        }
        let base_y = self.height();
        let y = |lane: usize| {
            base_y - 4.0 - (f64::from(u32::try_from(lane).unwrap_or_default()) + 0.5) * self.lane_height()
        };
        svg.markup("<g aria-hidden=\"true\">");
        for item in &self.items {
            let x = item.column.unwrap_or_else(|| self.places[item.members[0]].mark);
            svg.line("chart-stem", (x, y(item.lane)), (x, base_y));
        }
        svg.markup("</g>\n");
        for item in &self.items {
            let y = y(item.lane);
            match item.column {
                Some(x) if item.members.len() > 1 => self.draw_count(svg, &item.members, (x, y), language),
                Some(x) => self.draw_mark(svg, item.members[0], (Place::at(x), y), language),
                None => self.draw_mark(svg, item.members[0], (self.places[item.members[0]], y), language),
            }
        }
    }

    fn draw_mark(&self, svg: &mut Svg, i: usize, (place, y): (Place, f64), language: &Language) {
        let (entry, number) = (&self.entries[i], i + 1);
        let name = match self.marks {
            Marks::Numbers => {
                language.say("pair", &[("label", number.into()), ("value", name(entry, language).into())])
            }
            Marks::Words => name(entry, language),
        };
        svg.link(class(entry), &entry.href, &name);
        match self.marks {
            Marks::Words => {
                place.draw_bar(svg, &entry.extent, y, DOT);
                svg.circle(place.mark, y, DOT);
                let (label, shift) = &self.words[i];
                svg.words(label, y + 4.5, *shift);
            }
            Marks::Numbers => {
                let width = number_width(number);
                place.draw_bar(svg, &entry.extent, y, width / 2.0);
                let label = Label { x: place.mark, text: number.to_string(), anchor: Anchor::Middle };
                svg.rect(Box { x: place.mark, y: y - RADIUS, width, height: 2.0 * RADIUS, round: RADIUS });
                svg.words(&label, y + 4.5, 0.0);
            }
        }
        svg.end_link();
    }

    fn draw_count(&self, svg: &mut Svg, members: &[usize], (x, y): (f64, f64), language: &Language) {
        let (first, last) = (&self.entries[members[0]], &self.entries[members[members.len() - 1]]);
        let count = members.len().to_string();
        let args = [("count", members.len().into()), ("first", Arg::from(&first.when)), ("last", (&last.when).into())];
        svg.link("chart-count", &first.href, &language.say("chart-events-between", &args));
        let (width, height) = COUNT;
        svg.rect(Box { x, y: y - height / 2.0, width, height, round: 2.0 });
        for (text, y) in
            [(count, y - 2.0), (language.say("chart-events", &[("count", members.len().into())]), y + 11.0)]
        {
            svg.words(&Label { x, text, anchor: Anchor::Middle }, y, 0.0);
        }
        svg.end_link();
    }
}

/// How wide the mark of a number is, in pixels: round up to 99.
fn number_width(number: usize) -> f64 {
    (text_width(&number.to_string()) + 7.0).max(2.0 * RADIUS)
}

/// The words beside a mark and its bar, and their distance: behind, or before where there is no room. Words that have room
/// on neither side stand on their bar.
fn beside(entry: &Entry, place: Place) -> (Label, f64) {
    let text = whole_words(&entry.text, LONGEST_WORDS);
    let room = text_width(&text) + DOT + 4.0;
    let (before, behind) = place.bar;
    if behind + room <= WIDTH {
        (Label { x: behind, text, anchor: Anchor::Start }, DOT + 4.0)
    } else if room <= before {
        (Label { x: before, text, anchor: Anchor::End }, -DOT - 4.0)
    } else if place.mark < WIDTH / 2.0 {
        (Label { x: place.mark, text, anchor: Anchor::Start }, DOT + 4.0)
    } else {
        (Label { x: place.mark, text, anchor: Anchor::End }, -DOT - 4.0)
    }
}

fn class(entry: &Entry) -> &'static str {
    match (entry.context, entry.about) {
        (false, false) => "chart-mark",
        (false, true) => "chart-mark chart-about",
        (true, false) => "chart-mark chart-context",
        (true, true) => "chart-mark chart-context chart-about",
    }
}
