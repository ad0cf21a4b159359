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

/// Words that other articles have too, as the text shows them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkedShared {
    /// Its number on the page.
    pub(crate) number: usize,
    /// Its words.
    pub(crate) range: TextRange,
}

/// A stretch of text with the notes that quote it, by their place in [`Marks::notes`], and what is shared of it, by its
/// place in [`Marks::shared`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) range: TextRange,
    pub(super) notes: Vec<usize>,
    pub(super) shared: Vec<usize>,
}

/// All marks of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pub(super) notes: Vec<MarkedNote>,
    pub(super) shared: Vec<MarkedShared>,
    segments: Vec<Segment>,
}

impl Marks {
    /// Cuts the text at each beginning and end of a quote and of shared words.
    pub(crate) fn new(notes: Vec<MarkedNote>, shared: Vec<MarkedShared>) -> Self {
        let mut quoted = Open::new(notes.iter().map(|note| note.range).collect());
        let mut taken = Open::new(shared.iter().map(|shared| shared.range).collect());
        let ranges = quoted.ranges.iter().chain(&taken.ranges);
        let mut cuts: Vec<u32> = ranges.flat_map(|range| [range.start, range.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut segments = Vec::new();
        for pair in cuts.windows(2) {
            let range = TextRange { start: pair[0], end: pair[1] };
            let (notes, shared) = (quoted.at(range.start), taken.at(range.start));
            if !notes.is_empty() || !shared.is_empty() {
                segments.push(Segment { range, notes, shared });
            }
        }
        Self { notes, shared, segments }
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

/// The ranges that are open at a place, asked from front to back.
struct Open {
    ranges: Vec<TextRange>,
    /// Those that are still to come, the next one last.
    coming: Vec<usize>,
    here: Vec<usize>,
}

impl Open {
    fn new(ranges: Vec<TextRange>) -> Self {
        let mut coming: Vec<usize> = (0..ranges.len()).collect();
        coming.sort_by_key(|&i| std::cmp::Reverse((ranges[i].start, i)));
        Self { ranges, coming, here: Vec::new() }
    }

    fn at(&mut self, start: u32) -> Vec<usize> {
        while let Some(next) = self.coming.pop_if(|i| self.ranges[*i].start <= start) {
            self.here.push(next);
        }
        self.here.retain(|&i| self.ranges[i].end > start);
        self.here.sort_unstable();
        self.here.clone()
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
        let marks = Marks::new(vec![note(0, 10), note(5, 15), note(6, 8), note(20, 22)], Vec::new());
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

    #[test]
    fn shared_words_are_cut_like_quotes() {
        let shared = |number, start, end| MarkedShared { number, range: TextRange::new(start, end) };
        let marks = Marks::new(Vec::new(), vec![shared(1, 0, 6), shared(2, 4, 9)]);
        let got: Vec<(u32, u32, Vec<usize>)> =
            marks.segments.iter().map(|s| (s.range.start, s.range.end, s.shared.clone())).collect();
        assert_eq!(got, [(0, 4, vec![0]), (4, 6, vec![0, 1]), (6, 9, vec![1])]);
    }
}
