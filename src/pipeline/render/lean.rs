//! Style sheets and scripts without their comments and indents, which are for those who change a theme. The rest compresses
//! well, and stays readable.

/// A style sheet without its comments, except those that begin with `/*!`, where licences stand. Comments and strings are
/// all that has to be told apart (CSS Syntax Module Level 3, section 4).
pub(super) fn style(css: &str) -> String {
    let mut lean = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        lean.push_str(before);
        let comment = from.starts_with("/*");
        let length = match from.as_bytes()[0] {
            b'/' if comment => from[2..].find("*/").map_or(from.len(), |end| end + 4),
            b'/' => 1,
            quote => string_length(from, quote),
        };
        if comment && !from.starts_with("/*!") {
            // A space, since a comment parts words too.
            lean.push(' ');
        } else {
            lean.push_str(&from[..length]);
        }
        rest = &from[length..];
    }
    lean.push_str(rest);
    without_empty_lines(&lean)
}

/// The bytes of the string at the front, with its quotes; one that is not closed ends with its line.
fn string_length(from: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = from.bytes().skip(1).position(|byte| {
        let ends = !escaped && (byte == quote || byte == b'\n');
        escaped = !escaped && byte == b'\\';
        ends
    });
    end.map_or(from.len(), |end| end + 2)
}

/// A script without the comments that begin a line, and without those that name a type. To find others, one would have to
/// know regular expressions from divisions. Where words may run over lines, a line may be anything, and the script stays
/// as it is.
pub(super) fn script(js: &str) -> String {
    let runs_over = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if js.lines().any(runs_over) || js.contains("/*!") {
        return js.to_owned();
    }
    let mut lean = String::with_capacity(js.len());
    let mut inside = false;
    for line in js.lines() {
        let start = line.trim_start();
        if inside || start.starts_with("/*") {
            let from = if inside { 0 } else { 2 };
            let end = start.get(from..).and_then(|rest| rest.find("*/"));
            inside = end.is_none();
            if let Some(end) = end {
                lean.push_str(start[from + end + 2..].trim_start());
            }
        } else if !start.starts_with("//") {
            push_without_types(&mut lean, line);
        }
        lean.push('\n');
    }
    without_empty_lines(&lean)
}

/// A line without `/** @type {…} */`, which no regular expression begins like; inside quotes it stays.
fn push_without_types(lean: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = rest.find("/** @type {") {
        let (before, from) = rest.split_at(at);
        let so_far = &line[..line.len() - from.len()];
        let quoted = ['"', '\'', '`'].iter().any(|&quote| so_far.matches(quote).count() % 2 == 1);
        let Some(end) = from.find("*/").filter(|_| !quoted) else { break };
        lean.push_str(before);
        rest = from[end + 2..].trim_start();
    }
    lean.push_str(rest);
}

/// The lines that have something in them, without the white space around. A line that goes on behind a backslash keeps all.
fn without_empty_lines(text: &str) -> String {
    if text.contains("\\\n") {
        return text.to_owned();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::{script, style};

    #[test]
    fn comments_of_a_style_sheet_go_and_strings_stay() {
        assert_eq!(style("a { /* why */ b: c }\n/* two\nlines */\nd {}\n"), "a {   b: c }\nd {}\n");
        assert_eq!(style("a::after { content: \"/* no */\" '\\'/*' }"), "a::after { content: \"/* no */\" '\\'/*' }\n");
        assert_eq!(style("/*! licence */ a { font: 1em/2 b }"), "/*! licence */ a { font: 1em/2 b }\n");
        assert_eq!(style("a{}/* open"), "a{}\n");
        assert_eq!(style("a{b:'open\nc:d/* e */}"), "a{b:'open\nc:d }\n");
    }

    #[test]
    fn comments_that_begin_a_line_of_a_script_go() {
        assert_eq!(
            script("/* a\n   b */\n// c\nd(); // e\n\n  /** @type {f} */ const g = 1;\n"),
            "d(); // e\nconst g = 1;\n"
        );
        assert_eq!(script("/**/ a;\n/* b */\nc;"), "a;\nc;\n");
        assert_eq!(
            script("const a = /** @type {B} */ (c), f = (/** @type {D} */ e) => e;"),
            "const a = (c), f = (e) => e;\n"
        );
        assert_eq!(script("a('/** @type {B} */'); // d\n"), "a('/** @type {B} */'); // d\n");
        let template = "a(`\n// no comment\n`);\n";
        assert_eq!(script(template), template);
    }
}
