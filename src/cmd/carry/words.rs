//! Old and new words side by side: `kept [-taken out-] {+put in+}`, in colours on a terminal.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::diag::human::visible;
use crate::text::{self, Piece, one_line};

/// Pieces (words, signs, spaces) that are shown of unchanged words beside a change; what is left of them is `…`.
const AROUND: usize = 16;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const PLAIN: &str = "\u{1b}[0m";

/// The difference of two texts, all white space as one space. The colours are terminal codes, which the stream leaves
/// out where they are not wanted; the signs tell the same.
pub(in crate::cmd) fn difference(old: &str, new: &str) -> String {
    let pieces = text::difference(old, new);
    let ends = |number: usize| match pieces.len() {
        1 => (AROUND, AROUND),
        count => (if number > 0 { AROUND } else { 0 }, if number + 1 < count { AROUND } else { 0 }),
    };
    let mut line = String::new();
    for (number, piece) in pieces.iter().enumerate() {
        let (words, colour, open, close) = match piece {
            Piece::Same(words) => {
                let (first, last) = ends(number);
                let words: Vec<&str> = words.split_word_bounds().collect();
                line.push_str(&visible(&shortened(&words, first, last)));
                continue;
            }
            Piece::Removed(words) => (words, RED, "[-", "-]"),
            Piece::Added(words) => (words, GREEN, "{+", "+}"),
        };
        line.extend([colour, open, &visible(words), close, PLAIN]);
    }
    line
}

/// A text on one line, safe to print, its middle left out where it is long.
pub(in crate::cmd) fn in_short(words: &str) -> String {
    let words = one_line(words);
    let pieces: Vec<&str> = words.split_word_bounds().collect();
    visible(&shortened(&pieces, AROUND, AROUND))
}

/// A number with its noun.
pub(in crate::cmd) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Unchanged pieces: only so many of the first and of the last, where there are more.
fn shortened(pieces: &[&str], first: usize, last: usize) -> String {
    if pieces.len() <= first + last + 2 {
        return pieces.concat();
    }
    let (head, tail) = (pieces[..first].concat(), pieces[pieces.len() - last..].concat());
    match (head.trim_end(), tail.trim_start()) {
        ("", tail) => format!("… {tail}"),
        (head, "") => format!("{head} … "),
        (head, tail) => format!("{head} … {tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(old: &str, new: &str) -> String {
        [RED, GREEN, PLAIN].iter().fold(difference(old, new), |line, code| line.replace(code, ""))
    }

    #[test]
    fn changed_words_stand_side_by_side() {
        assert_eq!(plain("closed for nine days", "closed for ten days"), "closed for [-nine-]{+ten+} days");
        assert_eq!(plain("the old pier fell", "the new quay fell"), "the [-old pier-]{+new quay+} fell");
        assert_eq!(plain("low  tide", "low\ntide"), "low tide");
        assert_eq!(plain("tide", "the tide"), "{+the +}tide");
        assert_eq!(plain("潮が引く", "潮が満ちる").matches("潮が").count(), 1);
    }

    #[test]
    fn what_is_far_from_a_change_is_left_out() {
        let many = "one two three four ".repeat(20);
        let shown = plain(&format!("{many}old {many}"), &format!("{many}new {many}"));
        assert!(
            shown.starts_with("… one") && shown.contains(" four [-old-]{+new+} one ") && shown.ends_with("four … "),
            "{shown}"
        );
        assert!(in_short(&many).contains(" … ") && in_short("low tide") == "low tide");
    }

    #[test]
    fn signs_that_steer_a_terminal_are_written_out() {
        assert_eq!(in_short("a\u{202e}b\u{1b}[31mc"), "a\\u{202e}b\\u{1b}[31mc");
        assert!(!plain("one\u{1b}[2Jtwo", "one two").contains('\u{1b}'));
    }
}
