//! Three texts of one origin: what each of two people changed, put together paragraph by paragraph.
//!
//! A paragraph is what stands between empty lines, with its own line breaks; how many empty lines there are, white space
//! at its end and the kind of line break do not matter. What one side left alone keeps the bytes that it has in `mine`.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp};
use unicode_segmentation::UnicodeSegmentation as _;

/// A part of a merged text, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// What both sides agree on, or only one of them changed.
    Settled(String),
    /// What both changed, each in another way.
    Conflict {
        /// The text that both began with.
        base: String,
        /// The one side.
        mine: String,
        /// The other.
        theirs: String,
    },
}

/// Paragraphs that were replaced, taken out (no `after`) or put in (no `before`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphChange {
    /// The line of the old text where they begin, from 1.
    pub line: usize,
    /// The old ones.
    pub before: String,
    /// The new ones.
    pub after: String,
}

/// Puts together what `mine` and `theirs` made of `base`. Every paragraph that only `mine` has is in the result, settled or
/// in a conflict.
#[must_use]
pub fn merge(base: &str, mine: &str, theirs: &str) -> Vec<Merged> {
    let (base, mine, theirs) = (Paragraphs::of(base), Paragraphs::of(mine), Paragraphs::of(theirs));
    let mut sides = [Edits::of(&base, &mine), Edits::of(&base, &theirs)];
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(first) = next(&mut sides) {
        let unchanged = first.start - at;
        settle(&mut parts, &mine.text(sides[0].take(unchanged)));
        sides[1].take(unchanged);
        let (region, [ours, new]) = clash(&mut sides, first);
        at = region.end;
        let (was, own, others) = (&base.keys[region.clone()], &mine.keys[ours.clone()], &theirs.keys[new.clone()]);
        let (kept, taken) = (mine.text(ours), theirs.as_in(&mine, new));
        if was == own {
            settle(&mut parts, &taken);
        } else if was == others || own == others {
            settle(&mut parts, &kept);
        } else {
            parts.push(Merged::Conflict { base: base.text(region), mine: kept, theirs: taken });
        }
    }
    settle(&mut parts, &mine.text(sides[0].take(base.raw.len() - at)));
    parts
}

/// What one side changed of the base, from front to back.
struct Edits {
    /// Paragraphs of the base, and what they became.
    list: std::iter::Peekable<std::vec::IntoIter<(Range<usize>, Range<usize>)>>,
    /// The side's first paragraph that was not looked at.
    at: usize,
}

impl Edits {
    fn of(base: &Paragraphs<'_>, side: &Paragraphs<'_>) -> Self {
        Self { list: edits(base, side).into_iter().peekable(), at: 0 }
    }

    /// The side's next paragraphs, so many.
    fn take(&mut self, count: usize) -> Range<usize> {
        self.at += count;
        self.at - count..self.at
    }
}

/// Paragraphs of one text and what they became in another, from front to back.
fn edits(old: &Paragraphs<'_>, new: &Paragraphs<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut list: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in similar::capture_diff_slices(Algorithm::Histogram, &old.keys, &new.keys) {
        let (from, to) = (op.old_range(), op.new_range());
        match list.last_mut() {
            _ if matches!(op, DiffOp::Equal { .. }) => {}
            Some((was, is)) if was.end == from.start && is.end == to.start => (was.end, is.end) = (from.end, to.end),
            _ => list.push((from, to)),
        }
    }
    list.into_iter().flat_map(|(was, is)| apart_by_likeness(old, new, was, is)).collect()
}

/// Most pairs of paragraphs of one change that are compared.
const COMPARED: usize = 4096;

/// A change of several paragraphs as one of each: those that share most of their words are the same one, edited; what
/// stands between two of them was put in or taken out.
fn apart_by_likeness(
    old: &Paragraphs<'_>,
    new: &Paragraphs<'_>,
    was: Range<usize>,
    is: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    if was.is_empty() || is.is_empty() || was.len() * is.len() > COMPARED || was.len() + is.len() == 2 {
        return vec![(was, is)];
    }
    let words = |text: &'_ str| text.unicode_words().map(str::to_owned).collect::<BTreeSet<String>>();
    let before: Vec<_> = old.keys[was.clone()].iter().map(|key| words(key)).collect();
    let after: Vec<_> = new.keys[is.clone()].iter().map(|key| words(key)).collect();
    // The most pairs in order from each two places on, as in a diff.
    let mut most = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (i, one) in before.iter().enumerate().rev() {
        for (j, other) in after.iter().enumerate().rev() {
            let pair = if are_alike(one, other) { most[i + 1][j + 1] + 1 } else { 0 };
            most[i][j] = pair.max(most[i + 1][j]).max(most[i][j + 1]);
        }
    }
    let (mut i, mut j, mut from, mut changes) = (0, 0, (0, 0), Vec::new());
    let mut put = |was_to: Range<usize>, is_to: Range<usize>| {
        if !was_to.is_empty() || !is_to.is_empty() {
            let (was_at, is_at) = (was.start, is.start);
            changes.push((was_at + was_to.start..was_at + was_to.end, is_at + is_to.start..is_at + is_to.end));
        }
    };
    while i < before.len() && j < after.len() {
        if are_alike(&before[i], &after[j]) && most[i][j] == most[i + 1][j + 1] + 1 {
            put(from.0..i, from.1..j);
            put(i..i + 1, j..j + 1);
            (i, j) = (i + 1, j + 1);
            from = (i, j);
        } else if most[i + 1][j] >= most[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    put(from.0..before.len(), from.1..after.len());
    changes
}

/// Whether two paragraphs share half of the words of the longer one.
fn are_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    2 * one.intersection(other).count() >= one.len().max(other.len()).max(1)
}

/// The next place of the base that a side changed; what is put in comes before what is replaced there.
fn next(sides: &mut [Edits; 2]) -> Option<Range<usize>> {
    let firsts = sides.iter_mut().filter_map(|side| side.list.peek());
    firsts.map(|(was, _)| was.clone()).min_by_key(|was| (was.start, was.end))
}

/// All edits that meet in one place of the base, grown from `region`; what stands there on both sides.
fn clash(sides: &mut [Edits; 2], mut region: Range<usize>) -> (Range<usize>, [Range<usize>; 2]) {
    let mut grown = [0_isize; 2];
    let mut begun = false;
    loop {
        let mut met = false;
        for (side, grown) in sides.iter_mut().zip(&mut grown) {
            while let Some((was, is)) = side.list.next_if(|(was, _)| meet(was, &region) || !begun && *was == region) {
                region = region.start.min(was.start)..region.end.max(was.end);
                *grown += is.len().cast_signed() - was.len().cast_signed();
                (met, begun) = (true, true);
            }
        }
        if !met {
            break;
        }
    }
    let [mine, theirs] = grown.map(|grown| region.len().saturating_add_signed(grown));
    let [one, other] = sides;
    (region, [one.take(mine), other.take(theirs)])
}

/// Whether two changes of the base are of the same paragraphs, or put something in at the same place.
fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => one.start == other.start,
        (true, false) => other.start < one.start && one.start < other.end,
        (false, true) => one.start < other.start && other.start < one.end,
        (false, false) => one.start < other.end && other.start < one.end,
    }
}

/// One text of the parts: of each conflict what `choose` takes. What stands above the first paragraph and below the last one
/// in `mine` stays.
#[must_use]
pub fn assembled(parts: &[Merged], mine: &str, choose: impl Fn(&Merged) -> &str) -> String {
    let own = Paragraphs::of(mine);
    let mut text = own.lead.to_owned();
    for part in parts {
        let new = match part {
            Merged::Settled(text) => text,
            conflict @ Merged::Conflict { .. } => choose(conflict),
        };
        apart(&mut text, new, own.line_break);
    }
    text.truncate(text.trim_end().len());
    // What ends a text of white space alone stands above it.
    let end = if mine.trim().is_empty() { own.line_break } else { &mine[mine.trim_end().len()..] };
    text + end
}

/// The paragraphs in which two texts differ, in reading order.
#[must_use]
pub fn paragraph_changes(before: &str, after: &str) -> Vec<ParagraphChange> {
    let (old, new) = (Paragraphs::of(before), Paragraphs::of(after));
    let change = |(from, to): (Range<usize>, Range<usize>)| {
        let at: usize = old.lead.len() + old.raw[..from.start].iter().map(|text| text.len()).sum::<usize>();
        let words = |text: String| text.trim_end().to_owned();
        ParagraphChange {
            line: before[..at].matches('\n').count() + 1,
            before: words(old.text(from)),
            after: words(new.text(to)),
        }
    };
    edits(&old, &new).into_iter().map(change).collect()
}

/// The form in which two texts are the same that differ in nothing but what the paragraphs do not tell.
#[must_use]
pub fn same_paragraphs(text: &str) -> String {
    Paragraphs::of(text).keys.join("\n\n")
}

fn settle(parts: &mut Vec<Merged>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Merged::Settled(before)) => {
            let line_break = if before.contains("\r\n") { "\r\n" } else { "\n" };
            apart(before, text, line_break);
        }
        _ => parts.push(Merged::Settled(text.to_owned())),
    }
}

/// Puts paragraphs behind others, with an empty line between.
fn apart(text: &mut String, new: &str, line_break: &str) {
    if new.is_empty() {
        return;
    }
    let breaks = text[text.trim_end().len()..].matches('\n').count();
    if !text.trim_end().is_empty() {
        text.push_str(&line_break.repeat(2_usize.saturating_sub(breaks)));
    }
    text.push_str(new);
}

/// A text cut into paragraphs.
struct Paragraphs<'t> {
    /// Empty lines above the first.
    lead: &'t str,
    /// Each with the empty lines behind it.
    raw: Vec<&'t str>,
    /// Each as it is compared.
    keys: Vec<String>,
    line_break: &'static str,
}

impl<'t> Paragraphs<'t> {
    fn of(text: &'t str) -> Self {
        let lead = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
        let (lead, rest) = text.split_at(lead);
        let mut raw: Vec<&str> = Vec::new();
        let (mut start, mut at, mut open) = (0, 0, true);
        for line in rest.split_inclusive('\n') {
            let empty = line.trim().is_empty();
            if !empty && !open {
                raw.push(&rest[start..at]);
                start = at;
            }
            open = !empty;
            at += line.len();
        }
        raw.extend(Some(&rest[start..]).filter(|last| !last.is_empty()));
        let keys = raw.iter().map(|text| text.trim_end().replace("\r\n", "\n")).collect();
        Self { lead, raw, keys, line_break: if text.contains("\r\n") { "\r\n" } else { "\n" } }
    }

    fn text(&self, range: Range<usize>) -> String {
        self.raw[range].concat()
    }

    /// Paragraphs with the line breaks of another text.
    fn as_in(&self, other: &Paragraphs<'_>, range: Range<usize>) -> String {
        self.text(range).replace("\r\n", "\n").replace('\n', other.line_break)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "One.\n\nTwo.\n\nThree.\n";

    fn merged(mine: &str, theirs: &str) -> String {
        let parts = merge(BASE, mine, theirs);
        assembled(&parts, mine, |conflict| match conflict {
            Merged::Conflict { .. } => "<conflict>\n",
            Merged::Settled(text) => text,
        })
    }

    #[test]
    fn what_one_side_changed_is_taken() {
        assert_eq!(
            merged("\nOne.\n\n\nTwo!\n\nThree.\n", "One!\n\nTwo.\n\nThree.\n\nFour.\n"),
            "\nOne!\n\nTwo!\n\nThree.\n\nFour.\n"
        );
        assert_eq!(merged("One.\n\nThree.\n", "One.\n\nTwo.\n\nThree!\n"), "One.\n\nThree!\n");
        assert_eq!(
            merged("One.\r\n\r\nTwo.\r\n\r\nThree.\r\n", "One.\n\nThree.\n\nFour\nfive."),
            "One.\r\n\r\nThree.\r\n\r\nFour\r\nfive.\r\n"
        );
        assert_eq!(merged("One.\n\nTwo.\n\nThree.", BASE), "One.\n\nTwo.\n\nThree.");
    }

    #[test]
    fn what_both_changed_is_a_conflict_unless_they_agree() {
        assert_eq!(merged("One.\n\nTwo!\n\nThree.\n", "One.\n\nTwo?\n\nThree.\n"), "One.\n\n<conflict>\n\nThree.\n");
        assert_eq!(merged("One.\n\nTwo!\n\nThree.\n", "One.\n\nThree.\n"), "One.\n\n<conflict>\n\nThree.\n");
        assert_eq!(merged("One.\n\nTwo!\n\nThree.\n", "One.\n\nTwo!\n\nThree!\n"), "One.\n\nTwo!\n\nThree!\n");
    }

    #[test]
    fn what_is_put_in_beside_an_edit_is_a_change_of_its_own() {
        let mine = "One.\n\nTwo so.\n\nMine.\n\nThree.\n";
        assert_eq!(merged(mine, "One.\n\nTwo so.\n\nThree, yes.\n"), mine.replace("Three.", "Three, yes."));
    }

    #[test]
    fn changes_have_their_lines() {
        let changes = paragraph_changes("\nOne.\n\nTwo\nlines.\n\nThree.\n", "One.\n\nTwo lines.\n\nThree.\n\nFour.\n");
        let change =
            |line, before: &str, after: &str| ParagraphChange { line, before: before.into(), after: after.into() };
        assert_eq!(changes, [change(4, "Two\nlines.", "Two lines."), change(8, "", "Four.")]);
        assert_eq!(same_paragraphs("\r\na \r\nb\r\n\r\n\r\nc"), "a \nb\n\nc");
    }
}
