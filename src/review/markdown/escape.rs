//! Words of authors in Markdown that a forge renders and mails: all of it is text, whoever wrote it.
//!
//! GitHub turns `@name` into a message to somebody and `#1`, `GH-1` and addresses into links, after Markdown is rendered:
//! a backslash or an entity does not stop that (github/markup#1168), and in answers by mail a code span does not either
//! (dependabot-core#3157). A zero-width space behind the sign does, everywhere; the matcher does not see one, so that
//! words which are copied from a report are still found.

use crate::diag::human::visible;
use crate::text::one_line;

/// Behind signs that would link.
const BREAK: &str = "&#8203;";

/// Text as itself, on one line.
pub(super) fn text(words: &str) -> String {
    let words = visible(&one_line(words));
    let mut escaped = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // In an element of its own, which is GitHub's way to say that it begins no formula, and hidden from parsers of
            // Markdown that look for one.
            '$' => escaped.push_str("<span>&#36;</span>"),
            _ => escaped.push(c),
        }
        if links(c, &words[..at], &words[at + c.len_utf8()..]) {
            escaped.push_str(BREAK);
        }
    }
    if words.chars().any(is_right_to_left) { format!("<span dir=\"auto\">{escaped}</span>") } else { escaped }
}

/// Text as itself in a code span.
pub(super) fn code(words: &str) -> String {
    let words = visible(&one_line(words));
    let words: String = words.char_indices().fold(String::new(), |mut code, (at, c)| {
        code.push(c);
        if matches!(c, '@' | '#') && links(c, &words[..at], &words[at + 1..]) {
            code.push('\u{200B}');
        }
        code
    });
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if words.starts_with('`') || words.ends_with('`') || words.is_empty() { " " } else { "" };
    format!("{fence}{space}{words}{space}{fence}")
}

/// Whether a sign begins a mention, a reference, an address or an emoji's name together with what stands beside it.
fn links(sign: char, before: &str, after: &str) -> bool {
    let next = after.chars().next();
    let ends_with = |word: &str| {
        let start = before.len().checked_sub(word.len());
        start.and_then(|at| before.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    match sign {
        // At the end of a piece, too: another one may follow.
        '@' | '#' => next.is_none_or(|c| !c.is_whitespace()),
        ':' => next.is_some_and(|c| !c.is_whitespace()),
        '-' => ends_with("gh") && next.is_some_and(|c| c.is_ascii_digit()),
        'w' | 'W' => ends_with("ww") && next == Some('.'),
        _ => false,
    }
}

/// Letters that would turn the order of what stands beside them.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(text("a *b* _c_ `d` [e](f) <g> & |"), r"a \*b\* \_c\_ \`d\` \[e\](f) &lt;g&gt; &amp; \|");
        assert_eq!(text("one\n\n# two\n- three"), "one # two - three");
        assert_eq!(text("x\u{202E}y"), r"x\\u{202e}y");
    }

    #[test]
    fn nothing_is_linked_and_nobody_called() {
        assert_eq!(text("@ada #1 a@b"), "@&#8203;ada #&#8203;1 a@&#8203;b");
        assert_eq!(text("GH-1 gh-x"), "GH-&#8203;1 gh-x");
        assert_eq!(text("https://example.org www.example.org"), "https:&#8203;//example.org www&#8203;.example.org");
        assert_eq!(text("that: this :tide:"), "that: this :&#8203;tide:");
        assert_eq!(text("$x$"), "<span>&#36;</span>x<span>&#36;</span>");
    }

    #[test]
    fn code_spans_end_where_they_should() {
        assert_eq!(code("a-b"), "`a-b`");
        assert_eq!(code("``a` <b>"), "``` ``a` <b> ```");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("@ada\n"), "`@\u{200B}ada`");
    }

    #[test]
    fn right_to_left_words_keep_to_themselves() {
        assert_eq!(text("שלום"), "<span dir=\"auto\">שלום</span>");
    }
}
