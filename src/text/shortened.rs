//! Words cut for a message or a list.

use super::one_line;

/// The words on one line, cut with `…` behind so many characters.
#[must_use]
pub fn shortened(words: &str, longest: usize) -> String {
    let line = one_line(words);
    match line.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}
