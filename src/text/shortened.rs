//! Words cut for a message or a list.

/// The words on one line, cut with `…` behind so many characters.
#[must_use]
pub fn shortened(words: &str, longest: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
