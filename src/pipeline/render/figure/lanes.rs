//! Marks that would stand on each other stand above each other; too many of them become one mark that counts them.

use std::cmp::Ordering;

use super::axis::WIDTH;

/// Between two marks of a lane, in pixels.
const SPACE: f64 = 3.0;

/// What a mark takes of a line, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    /// From here.
    pub(crate) left: f64,
    /// To here.
    pub(crate) right: f64,
}

/// How much may be stacked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// How many lanes.
    pub(crate) lanes: usize,
    /// How many marks in all; at least as many as there are columns.
    pub(crate) marks: usize,
    /// What a count takes, in pixels; a bit more than its box is wide.
    pub(crate) column: f64,
}

/// A mark, or several as one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stacked {
    /// The marks, by their numbers.
    pub(crate) members: Vec<usize>,
    /// The lane, 0 for the one next to the line.
    pub(crate) lane: usize,
    /// The middle of the column that is counted, in pixels; none for a mark that stands at its own place.
    pub(crate) column: Option<f64>,
}

/// The lowest free lane for each, from left to right; `most` for all that find none below it.
pub(crate) fn lanes(spans: &[Span], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by(|&a, &b| spans[a].left.total_cmp(&spans[b].left).then(a.cmp(&b)));
    let mut ends: Vec<f64> = Vec::new();
    let mut lanes = vec![most; spans.len()];
    for i in order {
        let lane = ends.iter().position(|end| end + SPACE <= spans[i].left).unwrap_or(ends.len());
        if lane < most {
            lanes[i] = lane;
            ends.resize(ends.len().max(lane + 1), 0.0);
            ends[lane] = spans[i].right;
        }
    }
    lanes
}

/// Lanes for marks at these places with these spans. Where there are too many, all that stand in one column of the
/// picture become one.
pub(crate) fn stack(places: &[f64], spans: &[Span], limits: Limits) -> Vec<Stacked> {
    let columns = Columns::new(places, limits.column);
    // More than two marks side by side find no room in a column.
    let mut counted: Vec<bool> = columns.members.iter().map(|members| members.len() > 2 * limits.lanes).collect();
    loop {
        let (mut stacked, spans) = columns.items(&counted, spans);
        let found = lanes(&spans, limits.lanes);
        let outside = found.iter().position(|lane| *lane >= limits.lanes);
        if outside.is_none() && stacked.len() <= limits.marks {
            for (item, lane) in stacked.iter_mut().zip(found) {
                item.lane = lane;
            }
            return stacked;
        }
        let of_mark =
            outside.filter(|&i| stacked[i].column.is_none()).map(|i| columns.of(places[stacked[i].members[0]]));
        match of_mark.or_else(|| columns.fullest(&counted)) {
            Some(column) => counted[column] = true,
            // All are counted, and counts never meet.
            None => return stacked,
        }
    }
}

/// A line as columns of the same width.
struct Columns {
    width: f64,
    /// The marks of each, by their numbers.
    members: Vec<Vec<usize>>,
}

impl Columns {
    fn new(places: &[f64], least: f64) -> Self {
        let mut count: u16 = 1;
        while WIDTH / f64::from(count + 1) >= least {
            count += 1;
        }
        let mut columns = Self { width: WIDTH / f64::from(count), members: vec![Vec::new(); usize::from(count)] };
        for (i, x) in places.iter().enumerate() {
            let column = columns.of(*x);
            columns.members[column].push(i);
        }
        columns
    }

    /// The column of a place.
    fn of(&self, x: f64) -> usize {
        let right_of = |column: &usize| self.middle(*column) + self.width / 2.0 <= x;
        (0..self.members.len() - 1).take_while(right_of).count()
    }

    fn middle(&self, column: usize) -> f64 {
        (f64::from(u32::try_from(column).unwrap_or_default()) + 0.5) * self.width
    }

    /// Marks of columns that are not counted, and a count for each of the others.
    fn items(&self, counted: &[bool], spans: &[Span]) -> (Vec<Stacked>, Vec<Span>) {
        let (mut items, mut found) = (Vec::new(), Vec::new());
        for (column, members) in self.members.iter().enumerate().filter(|(_, members)| !members.is_empty()) {
            if counted[column] {
                let x = self.middle(column);
                let half = (self.width - SPACE) / 2.0 - 0.1;
                items.push(Stacked { members: members.clone(), lane: 0, column: Some(x) });
                found.push(Span { left: x - half, right: x + half });
            } else {
                items.extend(members.iter().map(|&i| Stacked { members: vec![i], lane: 0, column: None }));
                found.extend(members.iter().map(|&i| spans[i]));
            }
        }
        (items, found)
    }

    /// The column with the most marks of those that are not counted; the first of equals.
    fn fullest(&self, counted: &[bool]) -> Option<usize> {
        let open = (0..counted.len()).filter(|&column| !counted[column] && !self.members[column].is_empty());
        let fuller = |a: &usize, b: &usize| match self.members[*a].len().cmp(&self.members[*b].len()) {
            Ordering::Equal => b.cmp(a),
            other => other,
        };
        open.max_by(fuller)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(places: &[f64]) -> Vec<Span> {
        places.iter().map(|x| Span { left: x - 11.0, right: x + 11.0 }).collect()
    }

    const LIMITS: Limits = Limits { lanes: 3, marks: 50, column: 40.0 };

    #[test]
    fn marks_that_meet_stand_above_each_other() {
        assert_eq!(lanes(&spans(&[20.0, 100.0, 200.0]), 3), [0, 0, 0]);
        assert_eq!(lanes(&spans(&[20.0, 20.0, 30.0, 50.0]), 3), [0, 1, 2, 0]);
        assert_eq!(lanes(&spans(&[20.0, 20.0, 20.0, 20.0, 60.0]), 3), [0, 1, 2, 3, 0]);
    }

    #[test]
    fn too_many_are_counted() {
        let places = [20.0, 20.0, 20.0, 20.0, 300.0];
        let stacked = stack(&places, &spans(&places), LIMITS);
        let members: Vec<usize> = stacked.iter().map(|item| item.members.len()).collect();
        assert_eq!(members, [4, 1]);
        assert!(stacked[0].column.is_some() && stacked[1].column.is_none());
    }

    #[test]
    fn nothing_is_lost_and_nothing_meets() {
        for (count, factor) in [(0_u32, 1.0), (1, 1.0), (7, 3.0), (60, 9.7), (400, 1.45), (10_000, 0.0577)] {
            let places: Vec<f64> = (0..count).map(|n| 12.0 + f64::from(n) * factor % 577.0).collect();
            let spans = spans(&places);
            let stacked = stack(&places, &spans, LIMITS);
            let mut members: Vec<usize> = stacked.iter().flat_map(|item| item.members.clone()).collect();
            members.sort_unstable();
            assert!(members.into_iter().eq(0..places.len()));
            assert!(stacked.len() <= LIMITS.marks && stacked.iter().all(|item| item.lane < LIMITS.lanes));
        }
    }
}
