//! New values in the front matter of an article: each takes the place of the old one, or stands behind the keys that are
//! there; everything else stays, byte for byte.
//!
//! As with [`selectors`](super::selectors), nothing is trusted: the new text is read again, and given back only if it says
//! what it should.

use super::fields::Fields;
use super::lines::{column, end_of_line, in_place_of, line_break, spliced};
use super::selectors::Refused;
use crate::config::Limits;
use crate::model::article::FrontMatter;
use crate::yaml::{Style, Written, written};

/// The YAML text with values set: ways of one or two keys joined by `/`, and for each the value as YAML on one line.
/// `says` judges what was written, given what the old and the new text say.
///
/// # Errors
/// When the text can't be read, or no way was found to write it that `says` accepts.
pub fn rewrite(
    yaml: &str,
    edits: &[(String, String)],
    limits: &Limits,
    says: impl Fn(&FrontMatter, &FrontMatter) -> bool,
) -> Result<String, Refused> {
    let before = read(yaml, limits).ok_or(Refused::Unreadable)?;
    let mut text = yaml.to_owned();
    for (way, value) in edits {
        text = set(&text, way, value).ok_or(Refused::Unfaithful)?;
    }
    let after = read(&text, limits).filter(|after| says(&before, after));
    after.map(|_| text).ok_or(Refused::Unfaithful)
}

/// What a front matter says; `None` where it can't be read.
fn read(yaml: &str, limits: &Limits) -> Option<FrontMatter> {
    match Fields::read(yaml, "front matter", limits)? {
        Fields::Article(front) => Some(*front),
        Fields::Note(_) => None,
    }
}

/// The text with one value set.
fn set(yaml: &str, way: &str, value: &str) -> Option<String> {
    if let Some(old) = written(yaml, way) {
        return Some(in_the_place(yaml, &old, value));
    }
    let Some((parent, key)) = way.rsplit_once('/') else { return Some(appended(yaml, &format!("{way}: {value}"))) };
    Some(match written(yaml, parent) {
        Some(map) => added(yaml, &map, &format!("{key}: {value}")),
        None if parent.contains('/') => return set(yaml, parent, &format!("{{{key}: {value}}}")),
        None => {
            let between = format!("{}  ", line_break(yaml, 0));
            appended(yaml, &format!("{parent}:{between}{key}: {value}"))
        }
    })
}

/// A value in the place of another.
fn in_the_place(yaml: &str, old: &Written, value: &str) -> String {
    let between = &yaml[old.key.end..old.value.start];
    if old.style != Style::Block {
        return spliced(yaml, in_place_of(yaml, old, value.to_owned()));
    }
    if between.trim() == ":" {
        return spliced(yaml, vec![(old.key.end..old.value.end, format!(": {value}"))]);
    }
    // A comment stands behind the key: the value stays below it, further in than the key.
    spliced(yaml, vec![(old.value.clone(), format!("  {value}"))])
}

/// A key behind the last one of a map.
fn added(yaml: &str, map: &Written, entry: &str) -> String {
    let inside = &yaml[map.value.clone()];
    if map.style != Style::Flow {
        let end = end_of_line(yaml, map.value.end);
        let indent = " ".repeat(column(yaml, map.value.start));
        return spliced(yaml, vec![(end..end, format!("{}{indent}{entry}", line_break(yaml, map.key.end)))]);
    }
    let is_empty = inside.trim_matches(['{', '}']).trim().is_empty();
    if is_empty {
        // `source: {}` becomes a map with a line a key, as an import writes it.
        let indent = " ".repeat(column(yaml, map.key.start) + 2);
        let start = yaml[..map.value.start].trim_end_matches(' ').len();
        let new = format!("{}{indent}{entry}", line_break(yaml, map.key.end));
        let rest = end_of_line(yaml, map.value.end);
        let comment = yaml[map.value.end..rest].trim_end().to_owned();
        return spliced(yaml, vec![(start..rest, comment + &new)]);
    }
    let end = map.value.start + inside.trim_end_matches('}').trim_end().len();
    spliced(yaml, vec![(end..end, format!(", {entry}"))])
}

/// A key at the end of the text.
fn appended(yaml: &str, entry: &str) -> String {
    let line = line_break(yaml, 0);
    let gap = if yaml.is_empty() || yaml.ends_with('\n') { "" } else { line };
    format!("{yaml}{gap}{entry}{line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(yaml: &str, way: &str, value: &str) -> String {
        set(yaml, way, value).expect("a way of few keys")
    }

    #[test]
    fn a_value_takes_the_place_of_the_old_one() {
        assert_eq!(edited("a: b # why\nc: d\n", "a", "\"e: f\""), "a: \"e: f\" # why\nc: d\n");
        assert_eq!(edited("a: >- # why\n  b\n  c\nd: e\n", "a", "f"), "a: f # why\nd: e\n");
        assert_eq!(edited("s:\n  a: [b, # why\n   c] # d\n", "s/a", "[e]"), "s:\n  a: [e] # d\n");
        assert_eq!(edited("s:\n  a:\n  - b\n  - c # d\n  e: f\n", "s/a", "[g]"), "s:\n  a: [g] # d\n  e: f\n");
        assert_eq!(edited("a: # why\n- b\nc: d\n", "a", "[e]"), "a: # why\n  [e]\nc: d\n");
    }

    #[test]
    fn a_new_key_stands_behind_the_others() {
        assert_eq!(edited("s:\r\n  a: b # c\r\nd: e\r\n", "s/f", "g"), "s:\r\n  a: b # c\r\n  f: g\r\nd: e\r\n");
        assert_eq!(edited("s: {} # none\nd: e\n", "s/f", "g"), "s: # none\n  f: g\nd: e\n");
        assert_eq!(edited("s: {a: b}\n", "s/f", "g"), "s: {a: b, f: g}\n");
        assert_eq!(edited("a: b", "s/f", "g"), "a: b\ns:\n  f: g\n");
        assert_eq!(edited("i:\n  a: b\n", "i/s/f", "g"), "i:\n  a: b\n  s: {f: g}\n");
        assert_eq!(edited("i:\n  s: {}\n", "i/s/f", "g"), "i:\n  s:\n    f: g\n");
    }
}
