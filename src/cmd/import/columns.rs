//! What of a source is kept and what is left out, in its order: two columns where there is room, else one.

use unicode_width::UnicodeWidthChar as _;

use crate::import::{Draft, Dropped, visible};

/// Narrowest screen with two columns, in characters: two short lines of a newspaper.
const WIDE: usize = 80;

/// Most lines that are shown of one block.
const TALL: usize = 3;

/// Room for the number of a line, in characters.
const NUMBER: usize = 5;

/// A line or block of the source: its line, 0 where that is not known, and its words.
enum Part {
    Kept(usize, String),
    Dropped(usize, String),
}

/// Shows a draft on a screen of `width` characters; `None` where it is no screen.
pub(super) fn show(draft: &Draft, width: Option<usize>) -> String {
    let width = width.unwrap_or(0);
    if width >= WIDE { beside(draft, (width - 5) / 2) } else { below(draft, width.max(WIDE) - 4) }
}

/// Blocks and dropped lines in the order of the source; what has no line stays behind what it followed.
fn parts(draft: &Draft) -> Vec<Part> {
    let left = |dropped: &Dropped| Part::Dropped(dropped.line, format!("({}) {}", dropped.rule, dropped.text));
    let mut parts = Vec::new();
    let mut dropped = draft.dropped.iter().peekable();
    for block in &draft.body {
        while let Some(before) = dropped.next_if(|dropped| dropped.line < block.line) {
            parts.push(left(before));
        }
        parts.push(Part::Kept(block.line, block.words()));
    }
    parts.extend(dropped.map(left));
    parts
}

fn beside(draft: &Draft, column: usize) -> String {
    let row = |left: &str, right: &str| {
        let gap = " ".repeat(column.saturating_sub(width(left)));
        format!("  {left}{gap} │ {right}").trim_end().to_owned() + "\n"
    };
    let rule = "─".repeat(column);
    let mut rows = vec![row("kept", "dropped"), row(&rule, &rule)];
    for part in parts(draft) {
        match part {
            Part::Kept(line, text) => rows.extend(lines(line, &text, column).iter().map(|line| row(line, ""))),
            Part::Dropped(line, text) => rows.extend(lines(line, &text, column).iter().map(|line| row("", line))),
        }
    }
    rows.concat()
}

fn below(draft: &Draft, column: usize) -> String {
    let mut shown = "  + kept, - dropped\n".to_owned();
    for part in parts(draft) {
        let (sign, line, text) = match &part {
            Part::Kept(line, text) => ("+", line, text),
            Part::Dropped(line, text) => ("-", line, text),
        };
        for (line, sign) in lines(*line, text, column).iter().zip([sign, " ", " "]) {
            shown += "  ";
            shown += format!("{sign} {line}").trim_end();
            shown.push('\n');
        }
    }
    shown
}

/// At most [`TALL`] lines of `column` characters, the first with the line's number.
fn lines(line: usize, text: &str, column: usize) -> Vec<String> {
    let text = if text.trim().is_empty() { "———" } else { text };
    let number = if line == 0 { String::new() } else { line.to_string() };
    let wrapped = wrap(&visible(text), column - NUMBER);
    let numbered = |(at, text): (usize, &String)| format!("{:>4} {text}", if at == 0 { number.as_str() } else { "" });
    wrapped.iter().enumerate().map(numbered).collect()
}

/// The first lines of a text, cut between words where they have spaces.
fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let line = lines.last_mut().expect("there is always one");
        if width(line) + width(word.trim_end()) <= most {
            line.push_str(word);
            continue;
        }
        if lines.len() == TALL {
            shorten(lines.last_mut().expect("there is always one"), most);
            break;
        }
        lines.push(clipped(word, most));
    }
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Puts `…` at the end of a line.
fn shorten(line: &mut String, most: usize) {
    *line = clipped(line.trim_end(), most - 2) + " …";
}

fn clipped(text: &str, most: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= most
    };
    text.chars().take_while(fits).collect()
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_text;

    const DUMP: &str = "The lamp is lit again\n\nBy Ada Quill | Harbour Post | May 3, 2024\n\n\
        The keeper climbed the stairs at dusk and lit the lamp, as every keeper before her had done.\n\n\
        Read more: Another lamp is out\n\nThe boats came home before midnight, and nobody was hurt.\n";

    #[test]
    fn a_wide_screen_has_two_columns() {
        let shown = show(&read_text("lamp.txt", DUMP)[0], Some(100));
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[0].starts_with("  kept ") && lines[0].ends_with(" │ dropped"), "{shown}");
        assert!(lines.iter().any(|line| line.trim_start().starts_with("│    7 (")), "{shown}");
        assert!(lines.iter().all(|line| width(line) <= 100), "{shown}");
        assert!(lines.iter().all(|line| line.chars().nth(50) == Some('│')), "{shown}");
    }

    #[test]
    fn elsewhere_they_stand_below_each_other() {
        let shown = show(&read_text("lamp.txt", DUMP)[0], None);
        assert!(shown.contains("\n  +    5 The keeper climbed"), "{shown}");
        assert!(shown.contains("\n  -    7 ("), "{shown}");
    }

    #[test]
    fn long_blocks_are_shortened_and_wide_letters_count_twice() {
        assert_eq!(wrap("one two three four five six", 7), ["one two", "three", "four …"]);
        assert_eq!(clipped("漢字かな", 5), "漢字");
    }
}
