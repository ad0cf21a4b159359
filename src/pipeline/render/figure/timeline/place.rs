//! Where something stands on the line of time, and how long its bar is.

use super::super::axis::Axis;
use super::super::calendar::Extent;
use super::super::lanes::Span;
use super::super::svg::Svg;

/// Where something stands on the line: its mark, and its bar where it has one, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) mark: f64,
    pub(super) bar: (f64, f64),
}

impl Place {
    pub(super) fn new(axis: &Axis, extent: &Extent) -> Self {
        let x = |day: i32| axis.x(f64::from(day));
        match extent {
            Extent::Day(day) => {
                let mark = axis.x(f64::from(*day) + 0.5);
                Self { mark, bar: (mark, mark) }
            }
            Extent::Within(days) | Extent::Through(days) => {
                // The end of the last day stands before a break, not behind it.
                let bar = (x(days.start), axis.x(f64::from(days.end) - 1e-6));
                Self { mark: f64::midpoint(bar.0, bar.1), bar }
            }
            Extent::Since(day) => {
                let mark = axis.x(f64::from(*day) + 0.5);
                Self { mark, bar: (mark, axis.segments.last().map_or(mark, |last| last.to)) }
            }
        }
    }

    /// With a mark that reaches so far to both sides.
    pub(super) fn span(self, left: f64, right: f64) -> Span {
        Span { left: self.bar.0.min(self.mark - left), right: self.bar.1.max(self.mark + right) }
    }

    /// The mark alone, in the middle of a column.
    pub(super) fn at(x: f64) -> Self {
        Self { mark: x, bar: (x, x) }
    }

    pub(super) fn draw_bar(self, svg: &mut Svg, extent: &Extent, y: f64, radius: f64) {
        let (from, to) = self.bar;
        let class = match extent {
            Extent::Day(_) => return,
            Extent::Within(_) => "chart-unsure",
            Extent::Through(_) | Extent::Since(_) => "chart-bar",
        };
        if to - from <= 2.0 * radius {
            return;
        }
        svg.line(class, (from, y), (to, y));
        match extent {
            Extent::Through(_) => {
                svg.line("chart-bar", (from, y - 4.0), (from, y + 4.0)).line("chart-bar", (to, y - 4.0), (to, y + 4.0));
            }
            Extent::Since(_) => {
                svg.shape("#chart-open", to, y);
            }
            _ => {}
        }
    }
}
