//! Where a day stands on a line: one scale where that will do, else a scale for each stretch of time, with breaks.
//!
//! A single scale is of no use for one event in 2012 and forty in a month of 2025. So time is cut where events become
//! more or less frequent ([`stretch`](super::stretch)); empty times are left out, and each stretch gets room by
//! what happens in it: the busy ones get more, the others enough to be read.

use std::ops::Range;

use super::calendar::{Day, Extent};
use super::stretch::{self, Point};

/// The width, in CSS pixels, for which everything is laid out: text stands free of other text at this width. Places are
/// written as parts of the width, so that a wider page spreads the marks and leaves the size of the text alone. A
/// page's column is that wide from 768 pixels on, which is a tablet held upright.
pub(crate) const WIDTH: f64 = 700.0;

/// Room at both ends, in pixels: half of a mark and a bit.
const PAD: f64 = 14.0;
/// Between two stretches, in pixels: half a mark on each side of the break.
const GAP: f64 = 26.0;
/// The least that a stretch gets, in pixels: a year, or a month and its year, can be written there.
const LEAST: f64 = 56.0;

/// The power of a stretch's number of events that its room grows with: 1 would crowd the quiet ones, 0 the busy ones.
const SHARE: f64 = 0.8;

/// A stretch of time with a scale of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    /// The days that it shows.
    pub(crate) days: Range<Day>,
    /// Where it begins, in pixels.
    pub(crate) from: f64,
    /// Where it ends.
    pub(crate) to: f64,
}

impl Segment {
    /// Pixels a day.
    pub(crate) fn scale(&self) -> f64 {
        (self.to - self.from) / f64::from(self.days.end - self.days.start)
    }
}

/// A line of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// Its stretches, from left to right.
    pub(crate) segments: Vec<Segment>,
}

impl Axis {
    /// A line on which all of these stand; none where there is nothing.
    pub(crate) fn new<'e>(extents: impl Iterator<Item = &'e Extent>) -> Option<Self> {
        let mut points: Vec<Point> = Vec::new();
        for extent in extents {
            let (first, last) = extent.ends();
            points.push(Point { day: first, weight: 1 });
            if last > first {
                points.push(Point { day: last, weight: 0 });
            }
        }
        points.sort_by_key(|point| point.day);
        (!points.is_empty()).then(|| Self::of(&stretch::stretches(&points)))
    }

    /// A line of one scale.
    pub(crate) fn linear(days: Range<Day>) -> Self {
        Self { segments: vec![Segment { days, from: PAD, to: WIDTH - PAD }] }
    }

    fn of(stretches: &[stretch::Stretch]) -> Self {
        let count = f64::from(u32::try_from(stretches.len()).unwrap_or(u32::MAX));
        let room = WIDTH - 2.0 * PAD - GAP * (count - 1.0) - LEAST * count;
        let share = |stretch: &stretch::Stretch| f64::from(stretch.weight.max(1)).powf(SHARE);
        let whole: f64 = stretches.iter().map(share).sum();
        let mut from = PAD;
        let place = |stretch: &stretch::Stretch| {
            let to = from + LEAST + room * share(stretch) / whole;
            let segment = Segment { days: stretch.days.clone(), from, to };
            from = to + GAP;
            segment
        };
        Self { segments: stretches.iter().map(place).collect() }
    }

    /// Where a moment stands, in pixels: `4.5` is noon of day 4. What lies in a time that is left out stands in its
    /// break, what lies outside at the end.
    pub(crate) fn x(&self, moment: f64) -> f64 {
        let after = self.segments.partition_point(|segment| f64::from(segment.days.end) <= moment);
        let Some(segment) = self.segments.get(after) else {
            return self.segments.last().map_or(PAD, |last| last.to);
        };
        let into = moment - f64::from(segment.days.start);
        if into >= 0.0 {
            return segment.from + into * segment.scale();
        }
        let Some(before) = after.checked_sub(1).and_then(|i| self.segments.get(i)) else { return segment.from };
        let left_out = f64::from(segment.days.start - before.days.end);
        segment.from + into / left_out * (segment.from - before.to)
    }

    /// The middles of the breaks, in pixels.
    pub(crate) fn breaks(&self) -> impl Iterator<Item = f64> {
        self.segments.windows(2).map(|pair| f64::midpoint(pair[0].to, pair[1].from))
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::day;
    use super::*;

    fn axis(days: &[Day]) -> Axis {
        let extents: Vec<Extent> = days.iter().map(|&day| Extent::Day(day)).collect();
        Axis::new(extents.iter()).expect("there are days")
    }

    #[test]
    fn time_runs_to_the_right_and_stays_inside() {
        let mut days: Vec<Day> = (0..40).map(|n| day(2025, 11, 1) + n % 28).collect();
        days.push(day(2012, 5, 5));
        for axis in [axis(&days), axis(&[5]), axis(&[5, 5]), axis(&[0, 700_000])] {
            let places: Vec<f64> = (-100..9_000).map(|n| axis.x(f64::from(n) * 5.0)).collect();
            assert!(places.is_sorted(), "{axis:?}");
            assert!(places.iter().all(|x| (PAD..=WIDTH - PAD).contains(x)), "{axis:?}");
        }
    }

    #[test]
    fn a_busy_month_has_most_of_the_room() {
        let mut days: Vec<Day> = (0..40).map(|n| day(2025, 11, 1) + n % 28).collect();
        days.push(day(2012, 5, 5));
        let axis = axis(&days);
        assert_eq!(axis.segments.len(), 2, "{axis:?}");
        assert!(axis.segments[1].to - axis.segments[1].from > 350.0);
        assert_eq!(axis.breaks().count(), 1);
    }

    #[test]
    fn nothing_has_no_axis() {
        assert_eq!(Axis::new(std::iter::empty()), None);
    }
}
