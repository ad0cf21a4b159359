//! Cuts time where events become more or less frequent.
//!
//! The cuts are those of J. D. Scargle et al., "Studies in Astronomical Time Series Analysis. VI. Bayesian Block
//! Representations" (2013): of all ways to cut time into blocks, the one in which a constant rate within each block
//! explains the events best, less a price for each block. Cuts fall on the beginnings of years, and in busy years of
//! months, so that a scale begins where a reader expects it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::calendar::{Day, civil, day, month_of, month_start};

/// Up to so many days are one stretch: each day has nine pixels at least.
const SHORT: i32 = 62;
/// Years with so many events may be cut into months; in a span of a few years, all may.
const BUSY: u32 = 6;
const FEW_YEARS: i32 = 4;
/// The most cells that are looked at, since the work grows with their square.
const MOST_CELLS: usize = 240;
/// The most blocks, of which those that hold something are shown: more breaks than that would be no line any more.
const MOST_BLOCKS: usize = 7;
const MOST_STRETCHES: usize = 4;
/// How often a cut in events that are spread evenly is put up with (`p₀` in the paper).
const FALSE_CUTS: f64 = 0.01;

/// A day on which something begins (weight 1), or that has to be shown besides (weight 0).
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// The day.
    pub(super) day: Day,
    /// How many events.
    pub(super) weight: u32,
}

/// A stretch of time that is shown in one scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Its days.
    pub(super) days: Range<Day>,
    /// How many events begin in it.
    pub(super) weight: u32,
    /// Whether there is anything to show.
    used: bool,
}

/// The stretches that are shown, by time. The points are sorted and at least one.
pub(super) fn stretches(points: &[Point]) -> Vec<Stretch> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if last.day - first.day < SHORT {
        return vec![sum(points, first.day..last.day + 1)];
    }
    let cells = cells(points);
    let mut stretches = blocks(&cells);
    stretches.retain(|stretch| stretch.used);
    stretches
}

fn sum(points: &[Point], days: Range<Day>) -> Stretch {
    let from = points.partition_point(|point| point.day < days.start);
    let to = points.partition_point(|point| point.day < days.end);
    let inside = &points[from..to];
    Stretch { days, weight: inside.iter().map(|point| point.weight).sum(), used: !inside.is_empty() }
}

/// The pieces that cuts may fall between: whole years, months in busy years, what lies between as one piece each.
fn cells(points: &[Point]) -> Vec<Stretch> {
    let by_years = |unit: i32| -> BTreeSet<Day> {
        let first = points.iter().map(|point| civil(point.day).0.div_euclid(unit) * unit);
        first.flat_map(|year| [day(year, 1, 1), day(year + unit, 1, 1)]).collect()
    };
    let fine = by_months(points, by_years(1));
    let coarse = [1, 10, 100].map(|unit| within_months(points, by_years(unit)));
    let edges = std::iter::once(fine).chain(coarse).find(|edges| edges.len() <= MOST_CELLS).unwrap_or_default();
    let edges: Vec<Day> = edges.into_iter().collect();
    edges.windows(2).map(|pair| sum(points, pair[0]..pair[1])).collect()
}

/// The same with the months of busy years.
fn by_months(points: &[Point], mut edges: BTreeSet<Day>) -> BTreeSet<Day> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return edges };
    let few = civil(last.day).0 - civil(first.day).0 < FEW_YEARS;
    for of_year in points.chunk_by(|a, b| civil(a.day).0 == civil(b.day).0) {
        if few || of_year.iter().map(|point| point.weight).sum::<u32>() >= BUSY {
            let months = of_year.iter().map(|point| month_of(point.day));
            edges.extend(months.flat_map(|month| [month_start(month), month_start(month + 1)]));
        }
    }
    // A lone event in a year keeps the year; where months are cells, the first and the last with something are the ends.
    let (from, to) = (month_start(month_of(first.day)), month_start(month_of(last.day) + 1));
    if edges.contains(&from) {
        edges = edges.split_off(&from);
    }
    if edges.contains(&to) {
        drop(edges.split_off(&(to + 1)));
    }
    edges
}

/// The same without what is empty before the month of the first and behind that of the last.
fn within_months(points: &[Point], edges: BTreeSet<Day>) -> BTreeSet<Day> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return edges };
    let (from, to) = (month_start(month_of(first.day)), month_start(month_of(last.day) + 1));
    edges.into_iter().map(|edge| edge.clamp(from, to)).collect()
}

/// How well a constant rate explains so many events in so many days: the logarithm of its likelihood at its best.
fn fitness(events: f64, days: f64) -> f64 {
    if events > 0.0 { events * (events / days).ln() } else { 0.0 }
}

/// The best cut into at most [`MOST_BLOCKS`] of which at most [`MOST_STRETCHES`] are shown.
fn blocks(cells: &[Stretch]) -> Vec<Stretch> {
    let events: f64 = cells.iter().map(|cell| f64::from(cell.weight)).sum();
    let price = 4.0 - (73.53 * FALSE_CUTS * events.max(1.0).powf(-0.478)).ln();
    let mut best: Option<(f64, Vec<Stretch>)> = None;
    for (value, cuts) in optimal_cuts(cells) {
        let blocks: Vec<Stretch> = cuts.windows(2).map(|pair| join(&cells[pair[0]..pair[1]])).collect();
        let value = value - price * f64::from(u32::try_from(blocks.len()).unwrap_or(u32::MAX));
        let shown = blocks.iter().filter(|block| block.used).count();
        if shown <= MOST_STRETCHES && best.as_ref().is_none_or(|(other, _)| value > *other) {
            best = Some((value, blocks));
        }
    }
    best.map(|(_, blocks)| blocks).unwrap_or_default()
}

/// Cells as one block, without those at its ends that are empty.
fn join(cells: &[Stretch]) -> Stretch {
    let first = cells.iter().position(|cell| cell.used).unwrap_or_default();
    let last = cells.iter().rposition(|cell| cell.used).unwrap_or(cells.len() - 1);
    Stretch {
        days: cells[first].days.start..cells[last].days.end,
        weight: cells.iter().map(|cell| cell.weight).sum(),
        used: cells.iter().any(|cell| cell.used),
    }
}

/// For each number of blocks the best cuts, as numbers of cells from 0 to all, with their fitness.
fn optimal_cuts(cells: &[Stretch]) -> Vec<(f64, Vec<usize>)> {
    let n = cells.len();
    let mut events = vec![0.0];
    for cell in cells {
        events.push(events[events.len() - 1] + f64::from(cell.weight));
    }
    let block = |from: usize, to: usize| {
        let days = cells[to - 1].days.end - cells[from].days.start;
        fitness(events[to] - events[from], f64::from(days))
    };
    // best[to] is the best value of cells[..to] in so many blocks; from[k][to] where the last of them begins.
    let mut best: Vec<f64> = (0..=n).map(|to| if to == 0 { f64::NEG_INFINITY } else { block(0, to) }).collect();
    let mut from = vec![vec![0; n + 1]];
    let mut all = vec![(best[n], vec![0, n])];
    for _ in 2..=MOST_BLOCKS.min(n) {
        let mut next = vec![(f64::NEG_INFINITY, 0); n + 1];
        for (to, slot) in next.iter_mut().enumerate().skip(1) {
            for (cut, before) in best.iter().enumerate().take(to).skip(1) {
                let value = before + block(cut, to);
                if value > slot.0 {
                    *slot = (value, cut);
                }
            }
        }
        best = next.iter().map(|slot| slot.0).collect();
        from.push(next.iter().map(|slot| slot.1).collect());
        let mut cuts = vec![n];
        for last in from.iter().rev() {
            cuts.push(last[cuts[cuts.len() - 1]]);
        }
        cuts.reverse();
        all.push((best[n], cuts));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(days: impl IntoIterator<Item = Day>) -> Vec<String> {
        let mut points: Vec<Point> = days.into_iter().map(|day| Point { day, weight: 1 }).collect();
        points.sort_by_key(|point| point.day);
        let month = |day: Day| format!("{}-{:02}", civil(day).0, civil(day).1);
        stretches(&points).iter().map(|s| format!("{} to {}", month(s.days.start), month(s.days.end - 1))).collect()
    }

    fn november() -> impl Iterator<Item = Day> {
        (0..40).map(|n| day(2025, 11, 1) + n % 28)
    }

    #[test]
    fn even_times_are_one_stretch() {
        assert_eq!(cut((1960..2026).map(|year| day(year, 6, 1))), ["1960-01 to 2025-12"]);
        assert_eq!(cut((0..24).map(|month| day(2024 + month / 12, 1 + month % 12, 10))), ["2024-01 to 2025-12"]);
        assert_eq!(cut(november()), ["2025-11 to 2025-11"]);
        assert_eq!(cut([day(2025, 3, 4)]), ["2025-03 to 2025-03"]);
    }

    #[test]
    fn a_dense_month_is_cut_out_and_the_empty_years_before_it_are_left_out() {
        assert_eq!(cut(november().chain([day(2012, 5, 5)])), ["2012-01 to 2012-12", "2025-11 to 2025-11"]);
    }

    #[test]
    fn sixty_years_with_a_dense_month() {
        let years = (1960..2026).map(|year| day(year, 6, 1));
        assert_eq!(cut(years.chain(november())), ["1960-01 to 2025-06", "2025-11 to 2025-11"]);
    }

    #[test]
    fn ten_thousand_days_and_ten_thousand_years() {
        assert_eq!(cut((0..10_000).map(|n| day(1990, 1, 1) + n)).len(), 1);
        let found = cut((1..10_000).map(|year| day(year, 7, 1)));
        assert!(found.len() <= MOST_STRETCHES, "{found:?}");
    }
}
