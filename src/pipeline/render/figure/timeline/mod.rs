//! Events above a line of time, and below them what appeared when, a row for each outlet.
//!
//! A mark is a number that the list beside the picture has as well, or words where there are few. What took several days
//! is a bar of that length; what is known only by its month or year is a broken one; where too much would stand in one
//! place, one mark counts it. Every mark is a link.

mod events;
mod place;
mod rows;
#[cfg(test)]
mod tests;

use self::events::Events;
use self::rows::PlacedRow;
use super::super::html::Html;
use super::super::language::Language;
use super::axis::Axis;
use super::calendar::Extent;
use super::lanes::Stacked;
use super::svg::Svg;
use super::ticks;
use crate::text::shortened;

/// More outlets than this share one row: together they would push the events out of sight.
pub(crate) const MOST_ROWS: usize = 6;
/// The most bytes of one picture; where names make it longer, they are left out and the dates stand alone.
const MOST_BYTES: usize = 60_000;
/// Characters of a mark's name.
const LONGEST_NAME: usize = 48;

/// Something that has its time.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// When.
    pub(crate) extent: Extent,
    /// Whether that is only about right.
    pub(crate) about: bool,
    /// When, in words.
    pub(crate) when: String,
    /// What, in the author's words.
    pub(crate) text: String,
    /// Where it leads.
    pub(crate) href: String,
    /// Whether it is background: drawn hollow.
    pub(crate) context: bool,
}

/// What one outlet published.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The outlet.
    pub(crate) label: String,
    /// Its articles, by time.
    pub(crate) entries: Vec<Entry>,
}

/// What a timeline shows.
#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    /// What the picture is called for those who do not see it.
    pub(crate) name: String,
    /// Events, by time.
    pub(crate) events: Vec<Entry>,
    /// Articles; at most [`MOST_ROWS`] rows.
    pub(crate) rows: Vec<Row>,
}

/// Whether marks have numbers that the list has as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// Numbers, from 1 in the order of the events.
    Numbers,
    /// Words.
    Words,
}

/// A drawn timeline.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// The picture.
    pub(crate) svg: Html,
    /// What its marks say.
    pub(crate) marks: Marks,
    /// Whether its scale changes.
    pub(crate) broken: bool,
    /// Whether there is a bar of what is known by its month or year only.
    pub(crate) unsure: bool,
    /// Whether some marks count several events or articles.
    pub(crate) counts: bool,
}

/// Draws a timeline; none where nothing has a time.
pub(crate) fn draw(timeline: &Timeline, language: &Language) -> Option<Drawing> {
    let drawing = draw_all(timeline, language)?;
    if drawing.svg.len() <= MOST_BYTES {
        return Some(drawing);
    }
    let mut bare = timeline.clone();
    for entry in bare.events.iter_mut().chain(bare.rows.iter_mut().flat_map(|row| &mut row.entries)) {
        entry.text.clear();
    }
    draw_all(&bare, language)
}

fn draw_all(timeline: &Timeline, language: &Language) -> Option<Drawing> {
    let rows = timeline.rows.iter().flat_map(|row| &row.entries);
    let axis = Axis::new(timeline.events.iter().chain(rows).map(|entry| &entry.extent))?;
    let events = Events::new(&axis, &timeline.events);
    let mut y = events.height();
    let has_rows = !timeline.rows.is_empty();
    let place = |row| {
        let placed = PlacedRow::new(&axis, row, y, timeline.rows.len());
        y = placed.base;
        placed
    };
    let rows: Vec<PlacedRow<'_>> = timeline.rows.iter().map(place).collect();
    let mut svg = Svg::links(y + 46.0, &timeline.name);
    svg.markup(
        "<defs><path id=\"chart-break\" d=\"M-5 6L-1-6M1 6L5-6\"/>\
         <path id=\"chart-article\" d=\"M0-7L7 0L0 7L-7 0Z\"/>\
         <path id=\"chart-open\" d=\"M-2-4L6 0L-2 4Z\"/></defs>\n",
    );
    draw_axis(&mut svg, &axis, y, language);
    if has_rows {
        base(&mut svg, &axis, "chart-base", events.height());
    }
    events.draw(&mut svg, language);
    for row in &rows {
        row.draw(&mut svg, &axis, language);
    }
    let unsure = svg.has("chart-unsure");
    let counted = |items: &[Stacked]| items.iter().any(|item| item.members.len() > 1);
    Some(Drawing {
        svg: svg.finish(),
        marks: events.marks,
        broken: axis.segments.len() > 1,
        unsure,
        counts: counted(&events.items) || rows.iter().any(|row| counted(&row.items)),
    })
}

/// The line at the foot with its ticks, which run through the picture, and its words.
fn draw_axis(svg: &mut Svg, axis: &Axis, y: f64, language: &Language) {
    let scale = ticks::scale(axis, language);
    svg.markup("<g class=\"chart-axis\" aria-hidden=\"true\">");
    for tick in &scale.ticks {
        svg.line("chart-grid", (*tick, 0.0), (*tick, y)).line("chart-tick", (*tick, y), (*tick, y + 5.0));
    }
    for tick in &scale.minor {
        svg.line("chart-tick", (*tick, y), (*tick, y + 3.0));
    }
    base(svg, axis, "chart-line", y);
    for x in axis.breaks() {
        svg.shape("#chart-break", x, y);
    }
    for (labels, y) in [(&scale.labels, y + 19.0), (&scale.parents, y + 36.0)] {
        for label in labels {
            ticks::write(svg, label, y);
        }
    }
    svg.markup("</g>\n");
}

/// A thin line under each stretch.
fn base(svg: &mut Svg, axis: &Axis, class: &'static str, y: f64) {
    for segment in &axis.segments {
        svg.line(class, (segment.from, y), (segment.to, y));
    }
}

/// Words up to a length, cut between two of them where there is a space in their second half.
fn whole_words(words: &str, longest: usize) -> String {
    let cut = shortened(words, longest);
    match cut.strip_suffix('…').and_then(|kept| kept.rsplit_once(' ')) {
        Some((kept, _)) if kept.len() > cut.len() / 2 => format!("{}…", kept.trim_end_matches([',', ';', ':'])),
        _ => cut,
    }
}

/// What a mark is called for those who do not see it, and where a pointer rests on it.
fn name(entry: &Entry, language: &Language) -> String {
    if entry.text.is_empty() {
        return entry.when.clone();
    }
    language.say("pair", &[("label", (&entry.when).into()), ("value", whole_words(&entry.text, LONGEST_NAME).into())])
}
