//! What was, what is: fields and words.

use super::escape::text;
use crate::review::short;
use crate::review::{FieldChange, WordCount};
use crate::text::{Piece, difference};

/// Characters up to which a value is shown whole.
const SHORT: usize = 60;

/// Characters of a longer value that came or went.
const LONG: usize = 300;

/// Characters around a change that tell where it is.
const AROUND: usize = 40;

/// Characters of all changes of one text.
const ALL: usize = 1_200;

/// A line for each field; what the tool writes (`anchor`) is one line, since nobody reads it word by word.
pub(super) fn fields(changes: &[FieldChange]) -> Vec<String> {
    let is_anchor = |change: &&FieldChange| change.field.split(' ').next() == Some("anchor");
    let mut lines: Vec<String> = changes.iter().filter(|change| !is_anchor(change)).map(field).collect();
    let rest = |change: &FieldChange| change.field.strip_prefix("anchor").unwrap_or_default().trim().to_owned();
    let anchor: Vec<String> = changes.iter().filter(is_anchor).map(rest).filter(|key| !key.is_empty()).collect();
    if changes.iter().any(|change| is_anchor(&change)) {
        let keys = if anchor.is_empty() { String::new() } else { format!(" ({})", text(&anchor.join(", "))) };
        lines.push(format!("anchor{keys}: written anew"));
    }
    lines
}

fn field(change: &FieldChange) -> String {
    let name = text(&change.field);
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if is_short(before) && is_short(after) => {
            format!("{name}: {} → {}", quoted(before), quoted(after))
        }
        (Some(before), Some(after)) => format!("{name}: {}", words(before, after)),
        (None, Some(after)) => format!("{name}: added, {}", quoted(&cut(after, LONG))),
        (Some(before), None) => format!("{name}: taken out, was {}", quoted(&cut(before, LONG))),
        (None, None) => name,
    }
}

/// Words that were and are, one text.
pub(super) fn words(before: &str, after: &str) -> String {
    let pieces = difference(before, after);
    if pieces.iter().all(|piece| matches!(piece, Piece::Same(_))) {
        return "only its lines break elsewhere".to_owned();
    }
    let (mut line, mut length) = (String::new(), 0);
    for (piece, at) in pieces.iter().zip(0..) {
        if length > ALL {
            line += " …";
            break;
        }
        let shown = match piece {
            Piece::Same(same) => around(same, at == 0, at + 1 == pieces.len()),
            Piece::Removed(words) | Piece::Added(words) => cut(words, LONG),
        };
        length += shown.chars().count();
        let (open, close) = match piece {
            Piece::Same(_) => ("", ""),
            Piece::Removed(_) => ("<del>", "</del>"),
            Piece::Added(_) => ("<ins>", "</ins>"),
        };
        line.extend([open, &spaced(&shown), close]);
    }
    line.trim().to_owned()
}

/// How many words came and went.
pub(super) fn count(words: WordCount) -> String {
    match words {
        WordCount { added: 0, removed: 0 } => "text: signs or the order of words changed".into(),
        WordCount { added, removed } => format!("text: {added} words added, {removed} removed"),
    }
}

/// Words between quotation marks.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", text(words))
}

/// The same, cut to a title's length.
pub(super) fn titled(words: &str) -> String {
    quoted(&short(words))
}

fn is_short(value: &str) -> bool {
    value.chars().count() <= SHORT && !value.contains('\n')
}

/// The first characters of a text.
fn cut(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// What stands next to a change of a stretch that did not change.
fn around(same: &str, is_first: bool, is_last: bool) -> String {
    let length = same.chars().count();
    if length <= 2 * AROUND {
        return same.to_owned();
    }
    let at = |n: usize| same.char_indices().nth(n).map_or(same.len(), |(at, _)| at);
    let (head, tail) = (&same[..at(AROUND)], &same[at(length - AROUND)..]);
    // Whole words, where the text has spaces.
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail, |(_, tail)| tail);
    match (is_first, is_last) {
        (true, _) => format!("… {tail}"),
        (_, true) => format!("{head} …"),
        _ => format!("{head} … {tail}"),
    }
}

/// Text with the spaces at its ends, which part it from its neighbours.
pub(super) fn spaced(words: &str) -> String {
    let space = |is: bool| if is { " " } else { "" };
    format!("{}{}{}", space(words.starts_with(' ')), text(words), space(words.ends_with(' ') && words.len() > 1))
}
