//! The same runs of words in several articles, side by side.

use rayon::prelude::*;

use super::prints::Print;

/// All fingerprints that stand in at least two articles, by their hashes, then by article and place.
pub(super) struct Groups {
    prints: Vec<Print>,
}

impl Groups {
    /// Sorts fingerprints and leaves those out that stand in one article only.
    pub(super) fn new(mut prints: Vec<Print>) -> Self {
        prints.par_sort_unstable();
        let mut kept = 0;
        let mut start = 0;
        while start < prints.len() {
            let len = prints[start..].iter().take_while(|print| print.hash == prints[start].hash).count();
            if prints[start].article != prints[start + len - 1].article {
                prints.copy_within(start..start + len, kept);
                kept += len;
            }
            start += len;
        }
        prints.truncate(kept);
        prints.shrink_to_fit();
        Self { prints }
    }

    /// The groups.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[Print]> {
        self.prints.chunk_by(|a, b| a.hash == b.hash)
    }

    /// The groups, for several threads.
    pub(super) fn par_iter(&self) -> impl ParallelIterator<Item = &[Print]> {
        self.prints.par_chunk_by(|a, b| a.hash == b.hash)
    }
}

/// How many articles a group has.
pub(super) fn articles(group: &[Print]) -> usize {
    group.chunk_by(|a, b| a.article == b.article).count()
}

/// Whether that is known of most places of a group: quoted words are never counted as phrases, elsewhere they may be.
pub(super) fn mostly(group: &[Print], flag: u32) -> bool {
    group.iter().filter(|print| print.is(flag)).count() * 2 > group.len()
}
