//! Two texts in rows: what both have side by side in the order of the first, what stands between beside what stands
//! between there.

use crate::text::TextRange;

/// Words for which a claim counts where the order of the two texts differs: passages decide, claims only among themselves.
const CLAIM_WEIGHT: usize = 1;

/// Something that both texts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meeting {
    /// What it is.
    pub(super) what: What,
    /// Where it stands in the first text.
    pub(super) here: TextRange,
    /// Where it stands in the second; nowhere that could be shown, for some claims.
    pub(super) there: Option<TextRange>,
}

/// What both texts have: a number among the pair's passages or claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Words.
    Passage(usize),
    /// A claim; its range is empty and stands behind the paragraph that holds the quote.
    Claim(usize),
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// What only stands between, in each text.
    Between(TextRange, Vec<Part>),
    /// What both have.
    Both(What, Order),
}

/// A part of the second text between two rows that both have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Text(TextRange),
    /// The passage with this number, which stands elsewhere in the first text.
    Elsewhere(usize),
}

/// Where the second text has what both have, by the order of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// In the same place.
    Same,
    /// Nearer to its beginning, or to its end.
    Earlier,
    Later,
}

/// The rows of two texts that are so long. `meetings` are in the order of the first text.
pub(super) fn rows(meetings: &[Meeting], first: u32, second: u32) -> Vec<Row> {
    let kept = in_order(meetings);
    let mut moved: Vec<(TextRange, usize)> = Vec::new();
    for (meeting, _) in meetings.iter().zip(&kept).filter(|(_, kept)| !**kept) {
        if let (What::Passage(number), Some(there)) = (meeting.what, meeting.there) {
            moved.push((there, number));
        }
    }
    moved.sort_unstable();
    let mut rows = Vec::new();
    let (mut here, mut there) = (0, 0);
    for (meeting, &kept) in meetings.iter().zip(&kept) {
        let place = meeting.there.filter(|_| kept);
        let before = TextRange { start: here, end: meeting.here.start };
        let second = place.map_or(Vec::new(), |place| parts(&moved, there, place.start));
        rows.push(Row::Between(before, second));
        let order = match meeting.there {
            Some(range) if !kept && range.start < there => Order::Earlier,
            Some(_) if !kept => Order::Later,
            _ => Order::Same,
        };
        rows.push(Row::Both(meeting.what, order));
        here = here.max(meeting.here.end);
        there = place.map_or(there, |place| there.max(place.end));
    }
    rows.push(Row::Between(TextRange { start: here, end: first }, parts(&moved, there, second)));
    rows.retain(|row| !matches!(row, Row::Between(range, parts) if range.is_empty() && parts.is_empty()));
    rows
}

/// The second text from `start` to `end` without what stands elsewhere.
fn parts(moved: &[(TextRange, usize)], start: u32, end: u32) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = start;
    for &(range, number) in moved.iter().filter(|(range, _)| range.start >= start && range.end <= end) {
        parts.push(Part::Text(TextRange { start: at, end: range.start }));
        parts.push(Part::Elsewhere(number));
        at = at.max(range.end);
    }
    parts.push(Part::Text(TextRange { start: at, end }));
    parts.retain(|part| !matches!(part, Part::Text(range) if range.is_empty()));
    parts
}

/// Which meetings stand in one order in both texts: the heaviest of all choices that do.
fn in_order(meetings: &[Meeting]) -> Vec<bool> {
    // For each meeting the weight of the best choice that ends with it, and the one before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (i, meeting) in meetings.iter().enumerate() {
        let Some(there) = meeting.there else {
            best.push((0, None));
            continue;
        };
        let before = |&j: &usize| meetings[j].there.is_some_and(|earlier| earlier.end <= there.start);
        let last = (0..i).filter(before).max_by_key(|&j| (best[j].0, std::cmp::Reverse(j)));
        let weight = match meeting.what {
            What::Passage(_) => 2 + (there.end - there.start) as usize,
            What::Claim(_) => CLAIM_WEIGHT,
        };
        best.push((weight + last.map_or(0, |j| best[j].0), last));
    }
    let mut kept = vec![false; meetings.len()];
    let mut next = (0..best.len()).filter(|&i| best[i].0 > 0).max_by_key(|&i| (best[i].0, std::cmp::Reverse(i)));
    while let Some(i) = next {
        kept[i] = true;
        next = best[i].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(what: What, here: (u32, u32), there: Option<(u32, u32)>) -> Meeting {
        let range = |(start, end)| TextRange { start, end };
        Meeting { what, here: range(here), there: there.map(range) }
    }

    fn text(start: u32, end: u32) -> Part {
        Part::Text(TextRange { start, end })
    }

    fn between(start: u32, end: u32, second: Vec<Part>) -> Row {
        Row::Between(TextRange { start, end }, second)
    }

    #[test]
    fn what_stands_between_stands_side_by_side() {
        let meetings = [
            meeting(What::Passage(0), (10, 20), Some((0, 10))),
            meeting(What::Claim(0), (30, 30), Some((25, 25))),
            meeting(What::Claim(1), (40, 40), None),
        ];
        let want = [
            between(0, 10, vec![]),
            Row::Both(What::Passage(0), Order::Same),
            between(20, 30, vec![text(10, 25)]),
            Row::Both(What::Claim(0), Order::Same),
            between(30, 40, vec![]),
            Row::Both(What::Claim(1), Order::Same),
            between(40, 50, vec![text(25, 60)]),
        ];
        assert_eq!(rows(&meetings, 50, 60), want);
    }

    #[test]
    fn what_moved_is_shown_once_and_told_where_it_was() {
        let meetings = [
            meeting(What::Passage(0), (0, 10), Some((50, 60))),
            meeting(What::Passage(1), (10, 40), Some((0, 30))),
            meeting(What::Claim(0), (40, 40), Some((20, 20))),
        ];
        let want = [
            Row::Both(What::Passage(0), Order::Later),
            Row::Both(What::Passage(1), Order::Same),
            Row::Both(What::Claim(0), Order::Earlier),
            between(40, 45, vec![text(30, 50), Part::Elsewhere(0), text(60, 70)]),
        ];
        assert_eq!(rows(&meetings, 45, 70), want);
    }
}
