//! What is written below a line of time: the days, months or years that are worth a tick, and what they belong to.

use super::super::language::Language;
use super::axis::{Axis, Segment, WIDTH};
use super::calendar::{Day, civil, day, month_of, month_start};
use super::svg::Svg;

/// Between two ticks, in pixels: closer ones are a pattern, not a measure.
const MINOR: f64 = 5.0;
/// Between two labels, in pixels.
const SPACE: f64 = 7.0;
/// From a tick to the label behind it, in pixels.
const BEHIND: f64 = 4.0;

/// How wide words are at 12 pixels in a sans serif, at most: measured on one of the widest. Letters of
/// wide scripts take the whole 12.
pub(crate) fn text_width(words: &str) -> f64 {
    let width = |c: char| match c {
        '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | '\'' | '’' | '|' => 4.2,
        'm' | 'w' | 'M' | 'W' | '…' | '—' => 11.5,
        'A'..='Z' => 8.6,
        '\u{1100}'.. => 12.0,
        _ => 7.4,
    };
    words.chars().map(width).sum()
}

/// Words below the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// Where they begin, or their middle, in pixels.
    pub(crate) x: f64,
    /// The words.
    pub(crate) text: String,
    /// What `x` is.
    pub(crate) anchor: Anchor,
}

/// Which part of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

impl Label {
    /// Where the words begin and end, in pixels.
    pub(crate) fn ends(&self) -> (f64, f64) {
        let width = text_width(&self.text);
        let from = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        (from, from + width)
    }
}

/// What stands below a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Scale {
    /// Where a tick stands, in pixels.
    pub(crate) ticks: Vec<f64>,
    /// Where a shorter one stands between them.
    pub(crate) minor: Vec<f64>,
    /// The first row: days, months or years.
    pub(crate) labels: Vec<Label>,
    /// The second: what they belong to.
    pub(crate) parents: Vec<Label>,
}

/// From one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Days of the month that are 1, and every so many.
    Days(i32),
    /// So many months, counted from January.
    Months(i32),
    /// So many years.
    Years(i32),
}

/// From fine to coarse; a thousand years is the last that dates of four digits need.
const STEPS: [Step; 18] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
];

/// The finest ticks of each stretch whose labels stand free of each other.
pub(crate) fn scale(axis: &Axis, language: &Language) -> Scale {
    let mut scale = Scale::default();
    for segment in &axis.segments {
        let fits =
            |step: &Step| of_step(segment, *step, language).map(|found| found.within(segment)).filter(Scale::fits);
        let found = STEPS.iter().find_map(fits).unwrap_or_else(|| name(segment));
        scale.ticks.extend(found.ticks);
        scale.minor.extend(found.minor);
        scale.labels.extend(found.labels);
        scale.parents.extend(found.parents);
    }
    scale.parents = apart(scale.parents);
    scale
}

impl Scale {
    /// Without a label at the end that has no room there. It may reach a little into a break.
    fn within(mut self, segment: &Segment) -> Self {
        let to = (segment.to + SPACE).min(WIDTH);
        while self.labels.last().is_some_and(|label| label.ends().1 > to) {
            self.labels.pop();
            self.minor.extend(self.ticks.pop());
        }
        self
    }

    fn fits(&self) -> bool {
        let apart = self.labels.windows(2).all(|pair| pair[0].ends().1 + SPACE <= pair[1].ends().0);
        apart && !self.labels.is_empty()
    }
}

/// Writes a label; one behind its tick is so many pixels behind it on any width.
pub(super) fn write(svg: &mut Svg, label: &Label, y: f64) {
    if label.anchor == Anchor::Start {
        svg.words(&Label { x: label.x - BEHIND, ..label.clone() }, y, BEHIND);
    } else {
        svg.words(label, y, 0.0);
    }
}

/// Leaves out labels that begin before the one to their left has ended.
fn apart(labels: Vec<Label>) -> Vec<Label> {
    let mut kept: Vec<Label> = Vec::new();
    for label in labels {
        if label.ends().1 <= WIDTH && kept.last().is_none_or(|last| last.ends().1 + SPACE <= label.ends().0) {
            kept.push(label);
        }
    }
    kept
}

/// The ticks of one step, or none where they would be too many to read.
fn of_step(segment: &Segment, step: Step, language: &Language) -> Option<Scale> {
    let apart = segment.scale()
        * match step {
            Step::Days(n) => f64::from(n),
            Step::Months(n) => 31.0 * f64::from(n),
            Step::Years(n) => 366.0 * f64::from(n),
        };
    if apart < 12.0 {
        return None;
    }
    Some(match step {
        Step::Days(n) => days(segment, n, language),
        Step::Months(n) => months(segment, n, language),
        Step::Years(n) => years(segment, n, language),
    })
}

fn place(segment: &Segment, day: Day, part: f64) -> f64 {
    segment.from + (f64::from(day - segment.days.start) + part) * segment.scale()
}

/// A day's number stands below its middle, its month below the first of them.
fn days(segment: &Segment, step: i32, language: &Language) -> Scale {
    let ticked = |day: &Day| {
        let of_month = civil(*day).2;
        match step {
            1 => true,
            2 => of_month % 2 == 1 && of_month < 30,
            // 1, 5, 10 …: the round ones, and none that would stand beside the first of the next month.
            step => of_month == 1 || of_month % step == 0 && of_month < 30,
        }
    };
    let all: Vec<Day> = segment.days.clone().collect();
    let label =
        |&day: &Day| Label { x: place(segment, day, 0.5), text: civil(day).2.to_string(), anchor: Anchor::Middle };
    let mut labels: Vec<Label> = all.iter().filter(|day| ticked(day)).map(label).collect();
    if labels.is_empty() {
        labels = all.first().map(label).into_iter().collect();
    }
    let heads = all.iter().enumerate().filter(|(i, day)| *i == 0 || civil(**day).2 == 1);
    let parent = |(i, &day): (usize, &Day)| {
        let (year, month, _) = civil(day);
        let text = match (i, month) {
            (0, _) | (_, 1) => language.short_date(year, Some(month), None),
            _ => language.short_month(month),
        };
        Label { x: place(segment, day, 0.0), text, anchor: Anchor::Start }
    };
    let minor = if step > 1 && segment.scale() >= MINOR {
        all.iter().map(|day| place(segment, *day, 0.5)).collect()
    } else {
        Vec::new()
    };
    Scale { ticks: labels.iter().map(|label| label.x).collect(), minor, labels, parents: heads.map(parent).collect() }
}

/// A month's name stands behind the tick at its beginning, its year below the first of them.
fn months(segment: &Segment, step: i32, language: &Language) -> Scale {
    let first = month_of(segment.days.start);
    let all = (first..).take_while(|month| month_start(*month) < segment.days.end);
    let mut scale = Scale::default();
    for month in all.filter(|month| month_start(*month) >= segment.days.start) {
        if month.rem_euclid(step) != 0 {
            scale.minor.push(place(segment, month_start(month), 0.0));
            continue;
        }
        let x = place(segment, month_start(month), 0.0);
        let name = language.short_month(month.rem_euclid(12) + 1);
        scale.ticks.push(x);
        scale.labels.push(Label { x: x + BEHIND, text: name, anchor: Anchor::Start });
        if scale.parents.is_empty() || month.rem_euclid(12) == 0 {
            let text = month.div_euclid(12).to_string();
            scale.parents.push(Label { x: x + BEHIND, text, anchor: Anchor::Start });
        }
    }
    scale
}

/// A year's number stands behind the tick at its beginning. A stretch that begins between two round years says when.
fn years(segment: &Segment, step: i32, language: &Language) -> Scale {
    let (first, month, _) = civil(segment.days.start);
    let last = civil(segment.days.end - 1).0;
    let mut scale = Scale::default();
    let minor =
        [1, 10, 100].into_iter().find(|unit| segment.scale() * 365.0 * f64::from(*unit) >= MINOR).unwrap_or(step);
    for year in (first..=last).filter(|year| day(*year, 1, 1) >= segment.days.start) {
        let x = place(segment, day(year, 1, 1), 0.0);
        if year.rem_euclid(step) == 0 {
            scale.ticks.push(x);
            scale.labels.push(Label { x: x + BEHIND, text: year.to_string(), anchor: Anchor::Start });
        } else if year.rem_euclid(minor) == 0 {
            scale.minor.push(x);
        }
    }
    let text = language.short_date(first, (month != 1).then_some(month), None);
    let start = Label { x: segment.from + BEHIND, text, anchor: Anchor::Start };
    if scale.labels.first().is_some_and(|label| start.ends().1 + SPACE <= label.ends().0) {
        scale.ticks.insert(0, segment.from);
        scale.labels.insert(0, start);
    }
    scale
}

/// Where no step fits: when the stretch begins.
fn name(segment: &Segment) -> Scale {
    let text = civil(segment.days.start).0.to_string();
    let labels = vec![Label { x: segment.from + BEHIND, text, anchor: Anchor::Start }];
    Scale { ticks: vec![segment.from], labels, ..Scale::default() }
}

#[cfg(test)]
mod tests {
    use super::super::super::language::english;
    use super::super::calendar::Extent;
    use super::*;

    fn written(days: &[Day]) -> String {
        let extents: Vec<Extent> = days.iter().map(|&day| Extent::Day(day)).collect();
        let scale = scale(&Axis::new(extents.iter()).expect("there are days"), english());
        let words = |labels: &[Label]| labels.iter().map(|label| label.text.clone()).collect::<Vec<_>>().join(" ");
        for labels in [&scale.labels, &scale.parents] {
            assert!(labels.windows(2).all(|pair| pair[0].ends().1 < pair[1].ends().0), "{labels:?}");
            assert!(labels.iter().all(|label| label.ends().0 >= 0.0 && label.ends().1 <= WIDTH), "{labels:?}");
        }
        format!("{} / {}", words(&scale.labels), words(&scale.parents))
    }

    #[test]
    fn days() {
        assert_eq!(written(&[day(2025, 11, 3), day(2025, 11, 9)]), "3 4 5 6 7 8 9 / Nov 2025");
        assert_eq!(
            written(&[day(2025, 11, 1), day(2025, 11, 30)]),
            "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 / Nov 2025"
        );
        assert_eq!(
            written(&[day(2025, 12, 10), day(2026, 1, 25)]),
            "11 13 15 17 19 21 23 25 27 29 1 3 5 7 9 11 13 15 17 19 21 23 25 / Dec 2025 Jan 2026"
        );
        assert_eq!(written(&[day(2025, 11, 3)]), "3 / Nov 2025");
    }

    #[test]
    fn months_years_and_decades() {
        assert_eq!(
            written(&[day(2025, 2, 1), day(2025, 6, 3), day(2026, 1, 9)]),
            "Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan / 2025 2026"
        );
        assert_eq!(
            written(&[day(2023, 1, 1), day(2025, 6, 3)]),
            "Jan Mar May Jul Sep Nov Jan Mar May Jul Sep Nov Jan Mar May / 2023 2024 2025"
        );
        assert_eq!(
            written(&[day(2015, 1, 1), day(2025, 6, 3)]),
            "2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 / "
        );
        assert_eq!(
            written(&[day(1960, 1, 1), day(2025, 6, 3)]),
            "1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010 2015 2020 / "
        );
        assert_eq!(
            written(&(0..80).map(|n| day(1 + 25 * n, 1, 1)).collect::<Vec<_>>()),
            "1 200 400 600 800 1000 1200 1400 1600 1800 / "
        );
    }

    #[test]
    fn a_dense_month_after_many_years() {
        let mut days: Vec<Day> = (1960..2026).map(|year| day(year, 6, 1)).collect();
        days.extend((0..40).map(|n| day(2025, 11, 1) + n % 28));
        assert_eq!(written(&days), "1960 1970 1980 1990 2000 2010 2020 1 5 10 15 20 25 / Nov 2025");
    }
}
