//! From an alignment to the words that the quote has become.

use std::ops::Range;

use super::align::Pair;

/// Words of a text, half open.
pub(super) type Span = (usize, usize);

/// The words of the text that stand for the quote: from its first to its last word that is still there, and what an
/// edit put in the place of lost ones at its ends, as far as the context shows where it ended.
pub(super) fn span(alignment: &[Option<Pair>], quote: &Range<usize>) -> Option<Span> {
    let (head, tail) = (quote.start, quote.end);
    let found = |at: &usize| alignment[*at].map(|pair| (*at, pair.word));
    let first = (head..tail).find_map(|at| found(&at));
    let last = (head..tail).rev().find_map(|at| found(&at));
    let before = (0..head).rev().find_map(|at| found(&at));
    let after = (tail..alignment.len()).find_map(|at| found(&at));
    let (start, end) = match (first, last) {
        (Some((f, start)), Some((l, end))) => {
            let grown = |(at, word): (usize, usize)| gap(head - at - 1, f - head, start - word - 1);
            let shrunk = |(at, word): (usize, usize)| gap(at - tail, tail - l - 1, word - end - 1);
            (start - before.map_or(0, grown), end + 1 + after.map_or(0, shrunk))
        }
        _ => (before?.1 + 1, after?.1),
    };
    (start < end).then_some((start, end))
}

/// How many of `new` words at an end of the quote belong to it, when `outside` words of the context and `inside` words
/// of the quote were lost there: all if the context is whole, none if the quote is, else as many as were lost.
fn gap(outside: usize, inside: usize, new: usize) -> usize {
    match (outside, inside) {
        (_, 0) => 0,
        (0, _) => new,
        _ => new.min(inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[Option<usize>], quote: Range<usize>) -> Option<Span> {
        let pairs: Vec<_> = words.iter().map(|word| word.map(|word| Pair { word, like: 1.0 })).collect();
        span(&pairs, &quote)
    }

    #[test]
    fn an_edit_at_the_end_of_the_quote_reaches_to_the_context() {
        assert_eq!(of(&[Some(4), Some(5), Some(6), None, Some(10)], 1..4), Some((5, 10)));
        assert_eq!(of(&[Some(4), None, Some(7), Some(8), Some(9)], 1..4), Some((5, 9)));
    }

    #[test]
    fn words_put_between_quote_and_context_are_not_quoted() {
        assert_eq!(of(&[Some(1), Some(4), Some(5), Some(8)], 1..3), Some((4, 6)));
    }

    #[test]
    fn a_quote_without_its_words_is_the_gap_that_it_left() {
        assert_eq!(of(&[Some(1), None, Some(3)], 1..2), Some((2, 3)));
        assert_eq!(of(&[Some(1), None, Some(2)], 1..2), None);
        assert_eq!(of(&[None, None, Some(2)], 1..2), None);
    }
}
