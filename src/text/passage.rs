//! Long passages, quoted as `first words … last words`.

/// What stands between the first and the last words: an ellipsis as one character or, folded, as three.
const GAPS: [&str; 2] = [" … ", " ... "];

/// Fewest words on each side of a gap, so that it is not an ellipsis of the author's own (as in URL text fragments).
const SIDE_WORDS: usize = 3;

/// First and last words of a long passage, if a quote on one line is that of one.
#[must_use]
pub fn passage_ends(quote: &str) -> Option<(&str, &str)> {
    let gap = |gap: &&str| quote.find(*gap).map(|at| (at, at + gap.len()));
    let (end, start) = GAPS.iter().filter_map(gap).min()?;
    let (first, last) = (&quote[..end], &quote[start..]);
    let long = |side: &str| side.split_whitespace().count() >= SIDE_WORDS;
    (long(first) && long(last)).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_three_words_on_each_side_of_its_first_gap() {
        assert_eq!(passage_ends("one two three … four five six"), Some(("one two three", "four five six")));
        assert_eq!(passage_ends("one two three ... four five … six"), Some(("one two three", "four five … six")));
        assert_eq!(passage_ends("one two … three four five"), None);
        assert_eq!(passage_ends("one two three… four five six"), None);
    }
}
