//! Where front matter ends and the text begins.

use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, SourceId, SourceMap};

/// The bytes of a file's front matter, without its fences, and those of the text below it. Split before Markdown is
/// parsed, so that places in YAML are counted from the start of the file.
pub(super) fn split(
    map: &SourceMap,
    source: SourceId,
    found: &mut Diagnostics,
) -> Option<(Range<usize>, Range<usize>)> {
    let text = map.text(source);
    let Some(start) = ["---\n", "---\r\n"].into_iter().find(|f| text.starts_with(f)).map(str::len) else {
        let problem = Diagnostic::error("no-front-matter", "this file has no front matter");
        let help = "begin it with a line `---`, then `title: …` and the other keys, then a line `---`";
        found.push(problem.at(map.first_line(source)).help(help));
        return None;
    };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == "---" {
            return Some((start..at, end..text.len()));
        }
        at = end;
    }
    let problem = Diagnostic::error("no-front-matter", "this front matter has no end");
    found.push(problem.at(map.first_line(source)).help("close it with a line `---` of its own"));
    None
}
