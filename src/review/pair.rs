//! Which of the things that were are which of those that are.

use std::collections::{BTreeMap, VecDeque};

/// A thing in one revision or in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair<T> {
    /// Only now.
    Added(T),
    /// Then and now.
    Kept(T, T),
    /// Only then.
    Withdrawn(T),
}

/// Pairs things by their names, then those left over by what `was` says of a thing that is; by number and in the order
/// of the names. Of several things with one name the first belongs to the first.
pub(super) fn pairs<'a>(
    before: &[&'a str],
    after: &[&'a str],
    was: impl Fn(usize) -> Option<usize>,
) -> Vec<Pair<usize>> {
    let mut left: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (i, name) in before.iter().enumerate() {
        left.entry(name).or_default().push_back(i);
    }
    let mut of: Vec<Option<usize>> = after.iter().map(|name| left.get_mut(name)?.pop_front()).collect();
    for (i, of) in of.iter_mut().enumerate().filter(|(_, of)| of.is_none()) {
        let Some(old) = was(i) else { continue };
        let queue = left.entry(before[old]).or_default();
        if let Some(at) = queue.iter().position(|&free| free == old) {
            queue.remove(at);
            *of = Some(old);
        }
    }
    let withdrawn = left.into_iter().flat_map(|(name, old)| old.into_iter().map(move |i| (name, Pair::Withdrawn(i))));
    let now = of.into_iter().enumerate().map(|(i, of)| match of {
        Some(old) => (after[i], Pair::Kept(old, i)),
        None => (after[i], Pair::Added(i)),
    });
    let mut all: Vec<_> = now.chain(withdrawn).collect();
    all.sort_by_key(|(name, _)| *name);
    all.into_iter().map(|(_, pair)| pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_name_then_by_what_it_was() {
        let was = |i: usize| (i == 1).then_some(0);
        let found = pairs(&["a", "c", "c"], &["c", "d", "e"], was);
        assert_eq!(found, [Pair::Kept(1, 0), Pair::Withdrawn(2), Pair::Kept(0, 1), Pair::Added(2)]);
        let taken = pairs(&["a"], &["a", "b"], |_| Some(0));
        assert_eq!(taken, [Pair::Kept(0, 0), Pair::Added(1)], "a name goes before a rename");
    }
}
