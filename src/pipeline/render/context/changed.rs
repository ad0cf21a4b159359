//! What readers are told of a quote whose words the text says otherwise now.

use serde::Serialize;

use crate::model::anchor::{Fit, Placement, Score};
use crate::text::{Folded, Piece, PlainText, difference, one_line, passage_ends};

/// Words as quoted and as found, the changed ones apart, and how sure it is that they are the same passage.
#[derive(Serialize)]
pub(crate) struct ChangedCx {
    quoted: Vec<RunCx>,
    found: Vec<RunCx>,
    sure: &'static str,
    /// Of 100, rounded down: what is not the same is never called certain.
    percent: u8,
}

/// Words that both have, or only this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct RunCx {
    pub(super) changed: bool,
    pub(super) words: String,
}

/// What stands for the middle of a long passage.
const GAP: &str = " … ";

/// Unchanged words that are shown before and behind a change; the page's text has the rest.
const AROUND: usize = 5;

/// Words of a side of a long passage that an edit may have put in.
const PUT_IN: usize = 4;

impl ChangedCx {
    /// For a quote that was found by its likeness; `None` for all others.
    pub(crate) fn new(quote: Option<&str>, placement: &Placement, text: &PlainText) -> Option<Self> {
        let (quote, anchor) = (quote?, placement.anchor()?);
        let Fit::Approximate(score) = anchor.fit else { return None };
        let mut changed = Self { quoted: Vec::new(), found: Vec::new(), sure: sure(score), percent: percent(score) };
        let found = text.slice(anchor.range);
        match passage_ends(&one_line(quote)) {
            Some((first, last)) => changed.ends(first, last, found),
            None => changed.add(&difference(quote, found)),
        }
        for run in changed.quoted.iter_mut().chain(&mut changed.found).filter(|run| !run.changed) {
            run.words = shortened(&run.words);
        }
        Some(changed)
    }

    /// Of a long passage only the ends are quoted and compared, each with as many words as it may have become.
    fn ends(&mut self, first: &str, last: &str, found: &str) {
        let found: Vec<&str> = found.split_whitespace().collect();
        let room = |side: &str| (side.split_whitespace().count() + PUT_IN).min(found.len());
        let mut head = difference(first, &found[..room(first)].join(" "));
        let replaced = head.len().checked_sub(2).map_or(0, |before| removed(&head[before]));
        if let Some(Piece::Added(words)) = head.last_mut() {
            *words = words.split_inclusive(' ').take(replaced).collect();
        }
        let mut tail = difference(last, &found[found.len() - room(last)..].join(" "));
        let replaced = tail.first().map_or(0, removed);
        if let Some(Piece::Added(words)) = tail.get_mut(usize::from(replaced > 0)) {
            let all: Vec<&str> = words.split_inclusive(' ').collect();
            *words = all[all.len().saturating_sub(replaced)..].concat();
        }
        self.add(&head);
        self.add(&[Piece::Same(GAP.to_owned())]);
        self.add(&tail);
    }

    fn add(&mut self, pieces: &[Piece]) {
        add(&mut self.quoted, &mut self.found, pieces, |old, new| Folded::quote(old) == Folded::quote(new));
    }
}

/// Adds what one side has and what the other has; words that are the `same` in other forms are not changed.
pub(super) fn add(
    quoted: &mut Vec<RunCx>,
    found: &mut Vec<RunCx>,
    pieces: &[Piece],
    same: impl Fn(&str, &str) -> bool,
) {
    let mut rest = pieces;
    while let Some(piece) = rest.first() {
        let (old, new, changed) = match (piece, rest.get(1)) {
            (Piece::Same(words), _) => (words.as_str(), words.as_str(), false),
            // Other forms of quotation marks and the like are no other words.
            (Piece::Removed(old), Some(Piece::Added(new))) => (old.as_str(), new.as_str(), !same(old, new)),
            (Piece::Removed(old), _) => (old.as_str(), "", true),
            (Piece::Added(new), _) => ("", new.as_str(), true),
        };
        push(quoted, old, changed);
        push(found, new, changed);
        rest = &rest[if matches!(piece, Piece::Removed(_)) && !new.is_empty() { 2 } else { 1 }..];
    }
}

/// How many words were taken out.
fn removed(piece: &Piece) -> usize {
    match piece {
        Piece::Removed(words) => words.split_whitespace().count(),
        _ => 0,
    }
}

/// Adds words to a side; spaces at the ends of changed ones are not changed.
fn push(runs: &mut Vec<RunCx>, words: &str, changed: bool) {
    let core = if changed { words.trim() } else { words };
    let start = words.len() - words.trim_start().len();
    let parts = match changed {
        true if core.is_empty() => [(words, false), ("", true), ("", false)],
        true => [(&words[..start], false), (core, true), (&words[start + core.len()..], false)],
        false => [(words, false), ("", true), ("", false)],
    };
    for (words, changed) in parts.into_iter().filter(|(words, _)| !words.is_empty()) {
        match runs.last_mut().filter(|last| last.changed == changed) {
            Some(last) => last.words.push_str(words),
            None => runs.push(RunCx { changed, words: words.to_owned() }),
        }
    }
}

/// Words without their middle, if they are many.
pub(super) fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split_inclusive(' ').collect();
    let Some(middle) = all.len().checked_sub(2 * AROUND).filter(|middle| *middle > 2) else { return words.to_owned() };
    format!("{}… {}", all[..AROUND].concat(), all[AROUND + middle..].concat())
}

/// How sure a score is: what a message chooses its words by.
fn sure(score: Score) -> &'static str {
    match score.value() {
        0.95.. => "certainly",
        0.8.. => "very",
        0.6.. => "probably",
        _ => "perhaps",
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is in 0..=1")]
fn percent(score: Score) -> u8 {
    ((score.value() * 100.0) as u8).min(99)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::anchor::Anchor;
    use crate::text::{PlainTextBuilder, TextRange};

    fn told(quote: &str, found: &str) -> [String; 2] {
        let mut text = PlainTextBuilder::default();
        text.push(found, 0..found.len());
        let fit = Fit::Approximate(Score::new(0.999));
        let placement = Placement::Anchored(Anchor { range: TextRange::new(0, found.len()), fit });
        let changed = ChangedCx::new(Some(quote), &placement, &text.finish()).expect("is approximate");
        assert_eq!((changed.sure, changed.percent), ("certainly", 99));
        let tell = |run: &RunCx| if run.changed { format!("[{}]", run.words) } else { run.words.clone() };
        [&changed.quoted, &changed.found].map(|runs| runs.iter().map(tell).collect())
    }

    #[test]
    fn changed_words_are_told_on_both_sides() {
        assert_eq!(
            told("It was closed for nine days.", "It was closed to all for ten days."),
            ["It was closed for [nine] days.", "It was closed [to all] for [ten] days."]
        );
        assert_eq!(told("low tide", "a low tide"), ["low tide", "[a] low tide"]);
    }

    #[test]
    fn many_words_that_stayed_are_left_out() {
        let (before, behind) = ("one two three four five six seven ".repeat(3), " and so on".repeat(6));
        assert_eq!(
            told(&format!("{before}low{behind}"), &format!("{before}high{behind}")),
            ["low", "high"].map(|word| format!(
                "one two three four five … three four five six seven [{word}] and so on and … so on and so on"
            ))
        );
    }

    #[test]
    fn of_a_long_passage_only_the_ends_are_told() {
        assert_eq!(
            told(
                "Since then a list hangs … in with the flood.",
                "Since then a table hangs in the hall. The pilots read it and come in with a flood."
            ),
            ["Since then a [list] hangs … in with [the] flood.", "Since then a [table] hangs … in with [a] flood."]
        );
    }
}
