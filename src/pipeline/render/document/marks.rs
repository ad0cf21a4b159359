//! Where quotes begin and end in a text, as flat stretches that never overlap.

use crate::model::vocabulary::NoteKind;
use crate::text::TextRange;

/// A note at its words, as the text shows it.
#[derive(Clone, Debug)]
pub(crate) struct MarkedNote {
    /// Its place among the article's notes.
    pub(crate) note: usize,
    /// Its id.
    pub(crate) id: String,
    /// Its number in reading order.
    pub(crate) number: usize,
    /// Its words.
    pub(crate) range: TextRange,
    /// What it does.
    pub(crate) kind: NoteKind,
    /// The tone of its verdict.
    pub(crate) tone: Option<&'static str>,
    /// Its accessible name.
    pub(crate) label: String,
    /// Whether the words are others than it quotes.
    pub(crate) changed: bool,
}

/// A stretch of text with the notes that quote it, by their place in [`Marks::notes`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) range: TextRange,
    pub(super) notes: Vec<usize>,
}

/// All marks of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pub(super) notes: Vec<MarkedNote>,
    segments: Vec<Segment>,
}

impl Marks {
    /// Cuts the text at each beginning and end of a quote.
    pub(crate) fn new(notes: Vec<MarkedNote>) -> Self {
        let mut cuts: Vec<u32> = notes.iter().flat_map(|n| [n.range.start, n.range.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut open: Vec<usize> = Vec::new();
        let mut starts: Vec<usize> = (0..notes.len()).collect();
        starts.sort_by_key(|&i| std::cmp::Reverse((notes[i].range.start, i)));
        let mut segments = Vec::new();
        for pair in cuts.windows(2) {
            let range = TextRange { start: pair[0], end: pair[1] };
            while let Some(&next) = starts.last().filter(|&&i| notes[i].range.start <= range.start) {
                open.push(next);
                starts.pop();
            }
            open.retain(|&i| notes[i].range.end > range.start);
            if !open.is_empty() {
                let mut notes = open.clone();
                notes.sort_unstable();
                segments.push(Segment { range, notes });
            }
        }
        Self { notes, segments }
    }

    /// The marked stretches that touch a range, from front to back.
    pub(super) fn within(&self, range: TextRange) -> impl Iterator<Item = &Segment> {
        let first = self.segments.partition_point(|s| s.range.end <= range.start);
        self.segments[first..].iter().take_while(move |s| s.range.start < range.end)
    }

    /// The notes whose quote ends in a range, by their place among the article's notes, in reading order. (Marks come
    /// in reading order, which goes by the ends of quotes.)
    pub(crate) fn ending_in(&self, range: TextRange) -> impl Iterator<Item = usize> {
        let first = self.notes.partition_point(|n| n.range.end <= range.start);
        self.notes[first..].iter().take_while(move |n| n.range.end <= range.end).map(|n| n.note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlaps_are_cut_into_flat_stretches() {
        let note = |start, end| MarkedNote {
            note: 0,
            id: String::new(),
            number: 0,
            range: TextRange::new(start, end),
            kind: NoteKind::Context,
            tone: None,
            label: String::new(),
            changed: false,
        };
        let marks = Marks::new(vec![note(0, 10), note(5, 15), note(6, 8), note(20, 22)]);
        let got: Vec<(u32, u32, Vec<usize>)> =
            marks.segments.iter().map(|s| (s.range.start, s.range.end, s.notes.clone())).collect();
        let want = vec![
            (0, 5, vec![0]),
            (5, 6, vec![0, 1]),
            (6, 8, vec![0, 1, 2]),
            (8, 10, vec![0, 1]),
            (10, 15, vec![1]),
            (20, 22, vec![3]),
        ];
        assert_eq!(got, want);
    }
}
