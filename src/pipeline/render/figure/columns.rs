//! How many articles appeared when: a column for each day, month or year, in a row for each outlet.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::html::Html;
use super::super::language::{Arg, Language};
use super::axis::Axis;
use super::calendar::{Day, civil, day, days, month_of, month_start};
use super::svg::Svg;
use super::ticks::{self, Anchor, Label, Scale};
use crate::model::date::Date;
use crate::text::shortened;

/// More days than this are shown by month, more months by year, more years by decade. Sixty columns leave each ten pixels.
const MOST: i32 = 60;
/// Height of a row with its name, and of its highest column, in pixels.
const ROW: f64 = 62.0;
const HIGHEST: f64 = 30.0;
/// More outlets than this are shown together: the rows would be a picture that nobody compares any more.
const MOST_ROWS: usize = 8;
/// Columns narrower than this have a number only where they are highest, in pixels.
const NUMBERED: f64 = 20.0;

/// One column's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days,
    Months,
    /// So many years.
    Years(i32),
}

impl Unit {
    /// The coarsest that a date allows or that is needed to show all in [`MOST`] columns.
    fn of(dates: &[Date]) -> Self {
        let spans = || dates.iter().map(|date| days(*date));
        let (Some(first), Some(last)) = (spans().map(|s| s.start).min(), spans().map(|s| s.end - 1).max()) else {
            return Self::Days;
        };
        let years = civil(last).0 - civil(first).0;
        let exact = dates.iter().all(|date| date.day().is_some());
        let monthly = dates.iter().all(|date| date.month().is_some());
        if exact && last - first < MOST {
            Self::Days
        } else if monthly && month_of(last) - month_of(first) < MOST {
            Self::Months
        } else {
            let fits = |unit: &i32| years / unit < MOST;
            Self::Years([1, 10, 100].into_iter().find(fits).unwrap_or(1000))
        }
    }

    /// The number of the column of a day.
    fn number(self, of: Day) -> i32 {
        match self {
            Self::Days => of,
            Self::Months => month_of(of),
            Self::Years(unit) => civil(of).0.div_euclid(unit),
        }
    }

    /// The first day of a column.
    fn start(self, number: i32) -> Day {
        match self {
            Self::Days => number,
            Self::Months => month_start(number),
            Self::Years(unit) => day(number * unit, 1, 1),
        }
    }

    /// A column's time in words.
    fn text(self, number: i32, language: &Language) -> String {
        let (year, month, of_month) = civil(self.start(number));
        match self {
            Self::Days => language.short_date(year, Some(month), Some(of_month)),
            Self::Months => language.short_date(year, Some(month), None),
            Self::Years(1) => year.to_string(),
            Self::Years(unit) => language.years(year, year + unit - 1),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Days => "day",
            Self::Months => "month",
            Self::Years(1) => "year",
            Self::Years(10) => "decade",
            Self::Years(100) => "century",
            Self::Years(_) => "millennium",
        }
    }
}

/// What one outlet published.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// The outlet.
    pub(crate) label: String,
    /// The days of its articles.
    pub(crate) dates: Vec<Date>,
}

/// A drawn picture with its numbers.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// The picture.
    pub(crate) svg: Html,
    /// `day`, `month`, `year`, …
    pub(crate) unit: &'static str,
    /// For each time with an article its words and the number for each series, then in all.
    pub(crate) table: Vec<(String, Vec<usize>)>,
}

/// Draws articles over time; none where they all fall into one column.
pub(crate) fn draw(series: &[Series], language: &Language) -> Option<Drawing> {
    let all: Vec<Date> = series.iter().flat_map(|one| one.dates.iter().copied()).collect();
    let unit = Unit::of(&all);
    let counts: Vec<BTreeMap<i32, usize>> = series.iter().map(|one| count(unit, &one.dates)).collect();
    let total = count(unit, &all);
    let (first, last) = (*total.keys().next()?, *total.keys().next_back()?);
    if first == last {
        return None;
    }
    let axis = Axis::linear(unit.start(first)..unit.start(last + 1));
    let rows: Vec<(&str, &BTreeMap<i32, usize>)> = if (2..=MOST_ROWS).contains(&series.len()) {
        series.iter().map(|one| one.label.as_str()).zip(&counts).collect()
    } else {
        vec![("", &total)]
    };
    let row = |number: &i32| {
        let each = counts.iter().map(|counts| counts.get(number).copied().unwrap_or_default());
        (unit.text(*number, language), each.chain([total[number]]).collect())
    };
    let table = total.keys().map(row).collect();
    let args = [
        ("unit", Arg::from(unit.name())),
        ("count", all.len().into()),
        ("first", unit.text(first, language).into()),
        ("last", unit.text(last, language).into()),
    ];
    let name = language.say("articles-by-unit-name", &args);
    let scale = ticks::scale(&axis, language);
    Some(Drawing { svg: picture(&axis, &scale, unit, &rows, &name), unit: unit.name(), table })
}

fn count(unit: Unit, dates: &[Date]) -> BTreeMap<i32, usize> {
    let mut counts = BTreeMap::new();
    for date in dates {
        *counts.entry(unit.number(days(*date).start)).or_default() += 1;
    }
    counts
}

/// Rows share one scale for heights, so that columns can be compared between them.
fn picture(axis: &Axis, scale: &Scale, unit: Unit, rows: &[(&str, &BTreeMap<i32, usize>)], name: &str) -> Html {
    let highest = rows.iter().flat_map(|(_, counts)| counts.values()).copied().max().unwrap_or(1);
    let foot = f64::from(u32::try_from(rows.len()).unwrap_or_default()) * ROW;
    let mut svg = Svg::image(foot + 44.0, name);
    svg.markup("<g class=\"chart-axis\">");
    for tick in &scale.ticks {
        svg.line("chart-grid", (*tick, 0.0), (*tick, foot)).line("chart-tick", (*tick, foot), (*tick, foot + 5.0));
    }
    for (labels, y) in [(&scale.labels, foot + 19.0), (&scale.parents, foot + 36.0)] {
        for label in labels {
            ticks::write(&mut svg, label, y);
        }
    }
    svg.markup("</g>\n");
    for (i, (label, counts)) in rows.iter().enumerate() {
        let base = f64::from(u32::try_from(i + 1).unwrap_or_default()) * ROW;
        svg.markup("<g class=\"chart-row\">");
        let label = Label { x: 0.0, text: shortened(label, 60), anchor: Anchor::Start };
        svg.words(&label, base - ROW + 15.0, 0.0);
        let ends = axis.segments.first().map_or((0.0, 0.0), |segment| (segment.from, segment.to));
        svg.line("chart-line", (ends.0, base), (ends.1, base));
        svg.markup("</g>\n<g class=\"chart-column\">");
        for (number, count) in *counts {
            draw_column(&mut svg, axis, unit.start(*number)..unit.start(number + 1), *count, highest, base);
        }
        svg.markup("</g>\n");
    }
    svg.finish()
}

fn draw_column(svg: &mut Svg, axis: &Axis, days: Range<Day>, count: usize, highest: usize, base: f64) {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let (from, to) = (axis.x(f64::from(days.start)), axis.x(f64::from(days.end)));
    let gap = ((to - from) * 0.12).min(2.0);
    let height = (number(count) / number(highest) * HIGHEST).max(1.5);
    svg.column(from + gap, to - gap, base - height, height);
    if to - from >= NUMBERED || count == highest {
        let label = Label { x: f64::midpoint(from, to), text: count.to_string(), anchor: Anchor::Middle };
        svg.words(&label, base - height - 4.0, 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::language::english;
    use super::*;

    fn dates(texts: &[&str]) -> Vec<Date> {
        texts.iter().map(|text| Date::parse(text).expect("a date")).collect()
    }

    #[test]
    fn a_column_is_as_long_as_dates_are_vague_and_far_apart() {
        let unit = |texts: &[&str]| Unit::of(&dates(texts)).name();
        assert_eq!(unit(&["2025-11-01", "2025-11-20"]), "day");
        assert_eq!(unit(&["2025-11-01", "2025-11"]), "month");
        assert_eq!(unit(&["2023-11-01", "2025-11-01"]), "month");
        assert_eq!(unit(&["2025-11-01", "2025"]), "year");
        assert_eq!(unit(&["1990-11-01", "2025-11-01"]), "year");
        assert_eq!(unit(&["1890-11-01", "2025-11-01"]), "decade");
        assert_eq!(unit(&["0001", "9999"]), "millennium");
    }

    #[test]
    fn a_row_an_outlet_and_a_table_of_all() {
        let series = [
            Series { label: "A & B".into(), dates: dates(&["2025-11-01", "2025-11-01", "2025-11-03"]) },
            Series { label: "C".into(), dates: dates(&["2025-11-03"]) },
        ];
        let drawing = draw(&series, english()).expect("two columns");
        assert_eq!(drawing.table, [("1 Nov 2025".to_owned(), vec![2, 0, 2]), ("3 Nov 2025".to_owned(), vec![1, 1, 2])]);
        assert_eq!(draw(&series[1..], english()).map(|drawing| drawing.unit), None);
        assert_eq!(draw(&[], english()).map(|drawing| drawing.unit), None);
    }
}
