//! Two articles' words for one passage, and what differs between them.

use serde::Serialize;

use super::changed::{RunCx, add, shortened};
use crate::text::{Folded, difference, one_line};

/// Changes that are told in an article's margin; where there are more, the page that compares both articles has them.
const FEW: usize = 3;

/// Words of both sides, those that only one has apart, paragraph by paragraph.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DifferingCx {
    first: Vec<Vec<RunCx>>,
    second: Vec<Vec<RunCx>>,
    /// How many words or runs of words only one side has, counted once where each side has its own.
    pub(crate) changes: usize,
}

impl DifferingCx {
    /// The words of both, whole.
    pub(crate) fn new(first: &str, second: &str) -> Self {
        let (mut here, mut there) = (Vec::new(), Vec::new());
        add(&mut here, &mut there, &difference(first, second), same);
        let changes = count(&here).max(count(&there));
        Self { first: paragraphs(here, first), second: paragraphs(there, second), changes }
    }

    /// Only the words around what differs, where that is little; `None` where nothing differs or too much.
    pub(crate) fn few(mut self) -> Option<Self> {
        let sides = self.first.iter_mut().chain(&mut self.second);
        for run in sides.flatten().filter(|run| !run.changed) {
            run.words = shortened(&run.words);
        }
        (1..=FEW).contains(&self.changes).then_some(self)
    }
}

/// A capital at the start of a sentence, or another form of quotation marks, makes no other word.
fn same(one: &str, other: &str) -> bool {
    Folded::quote(&one.to_lowercase()) == Folded::quote(&other.to_lowercase())
}

fn count(runs: &[RunCx]) -> usize {
    runs.iter().filter(|run| run.changed).count()
}

/// Runs cut where the text has its paragraphs: a comparison takes all white space for one space.
fn paragraphs(runs: Vec<RunCx>, text: &str) -> Vec<Vec<RunCx>> {
    let mut lengths = text.split('\n').map(|line| one_line(line).len()).filter(|&length| length > 0);
    let mut room = lengths.next().unwrap_or(usize::MAX);
    let mut done = vec![Vec::new()];
    for mut run in runs {
        while run.words.len() > room {
            let rest = run.words.split_off(room);
            put(&mut done, RunCx { changed: run.changed, words: std::mem::take(&mut run.words) });
            done.push(Vec::new());
            run.words = rest.strip_prefix(' ').map(str::to_owned).unwrap_or(rest);
            room = lengths.next().unwrap_or(usize::MAX);
        }
        room -= run.words.len();
        put(&mut done, run);
    }
    done
}

fn put(paragraphs: &mut [Vec<RunCx>], run: RunCx) {
    if let Some(last) = paragraphs.last_mut().filter(|_| !run.words.is_empty()) {
        last.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paragraphs: &[Vec<RunCx>]) -> Vec<String> {
        let tell = |run: &RunCx| if run.changed { format!("[{}]", run.words) } else { run.words.clone() };
        paragraphs.iter().map(|runs| runs.iter().map(tell).collect()).collect()
    }

    #[test]
    fn paragraphs_stay_apart() {
        let got = DifferingCx::new("The ferry\nis  late.\nAgain.", "A ferry is late.\n\nOnce again.");
        assert_eq!(told(&got.first), ["[The] ferry", "is late.", "[Again]."]);
        assert_eq!(told(&got.second), ["[A] ferry is late.", "[Once again]."]);
        assert_eq!(got.changes, 2);
    }

    #[test]
    fn much_is_left_to_the_page_of_both() {
        let few = |one: &str, other: &str| DifferingCx::new(one, other).few().map(|d| told(&d.second).concat());
        assert_eq!(few("low tide", "low tide"), None);
        assert_eq!(few("low tide", "high tide"), Some("[high] tide".into()));
        assert_eq!(few("a 1 b 2 c 3 d 4 e", "a 5 b 6 c 7 d 8 e"), None);
    }

    #[test]
    fn other_quotation_marks_are_no_other_words() {
        assert_eq!(DifferingCx::new("“late”, he said", "\"Late\", he said").changes, 0);
    }
}
