//! Text → tags and words. Every text has tokens; what is no tag is words.

use std::ops::Range;

use memchr::{memchr, memchr2, memmem};

/// One piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Words with references, as written.
    Words(&'a str),
    /// Words of a CDATA section: no references.
    Verbatim(&'a str),
    /// `<name …>` or `<name …/>`.
    Start { name: &'a str, attributes: &'a str, closed: bool },
    /// `</name>`.
    End { name: &'a str },
}

/// Reads tokens with their places. Comments, processing instructions and the DOCTYPE are passed over.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Signs whose end was looked for to the end of the text in vain: looking again for each would take quadratic time.
    endless: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, endless: Vec::new() }
    }

    /// Index behind the next `end`.
    fn behind(&mut self, from: usize, end: &'static str) -> Option<usize> {
        if self.endless.contains(&end) {
            return None;
        }
        let found = self.text.get(from..).and_then(|rest| memmem::find(rest.as_bytes(), end.as_bytes()));
        if found.is_none() {
            self.endless.push(end);
        }
        found.map(|at| from + at + end.len())
    }

    /// Index behind a DOCTYPE with all that it defines.
    fn behind_doctype(&mut self) -> Option<usize> {
        let end = self.behind(self.at, ">")?;
        let sign = self.at + memchr2(b'[', b'>', &self.text.as_bytes()[self.at..])?;
        if sign + 1 == end {
            return Some(end);
        }
        let subset = self.behind(sign, "]").unwrap_or(sign);
        self.behind(subset, ">")
    }

    /// What begins with the `<` at `self.at`, and where it ends; `None` where that is a sign like any other.
    fn markup(&mut self) -> Option<(Option<Token<'a>>, usize)> {
        let (at, rest) = (self.at, &self.text[self.at..]);
        if rest.starts_with("<![CDATA[") {
            let end = self.behind(at + 9, "]]>")?;
            return Some((Some(Token::Verbatim(&self.text[at + 9..end - 3])), end));
        }
        if rest.starts_with("<!--") {
            return Some((None, self.behind(at + 4, "-->")?));
        }
        if rest.starts_with("<?") {
            return Some((None, self.behind(at + 2, "?>")?));
        }
        if rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype") {
            return Some((None, self.behind_doctype()?));
        }
        let (inner, length) = tag(rest)?;
        if let Some(name) = inner.strip_prefix('/') {
            return Some((Some(Token::End { name: split_name(name)?.0 }), at + length));
        }
        let closed = inner.ends_with('/');
        let (name, attributes) = split_name(inner.strip_suffix('/').unwrap_or(inner))?;
        Some((Some(Token::Start { name, attributes, closed }), at + length))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (Token<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let start = self.at;
            if start >= self.text.len() {
                return None;
            }
            if self.text.as_bytes()[start] == b'<'
                && let Some((token, end)) = self.markup()
            {
                self.at = end;
                match token {
                    Some(token) => return Some((token, start..end)),
                    None => continue,
                }
            }
            // Words, or a `<` that opens nothing.
            let end = memchr(b'<', &self.text.as_bytes()[start + 1..]).map_or(self.text.len(), |at| start + 1 + at);
            self.at = end;
            if self.text.is_char_boundary(start) && self.text.is_char_boundary(end) {
                return Some((Token::Words(&self.text[start..end]), start..end));
            }
        }
    }
}

/// What stands between `<` and `>`, and the length with both. A `>` inside quotes does not end a tag; the next `<`
/// always does, for no value may hold one (XML 1.0, 2.3).
fn tag(rest: &str) -> Option<(&str, usize)> {
    let limit = memchr(b'<', &rest.as_bytes()[1..]).map_or(rest.len(), |at| at + 1);
    let bytes = &rest.as_bytes()[..limit];
    let mut at = 1;
    let mut quote = None;
    while at < limit {
        match (bytes[at], quote) {
            (b'>', None) => return Some((&rest[1..at], at + 1)),
            (sign @ (b'"' | b'\''), None) if bytes[at - 1] == b'=' || bytes[at - 1].is_ascii_whitespace() => {
                quote = Some(sign);
            }
            (sign, Some(open)) if sign == open => quote = None,
            _ => {}
        }
        at += 1;
    }
    // A quotation mark too many: the first `>` will do. Without any the tag was cut off.
    let end = memchr(b'>', bytes)?;
    Some((&rest[1..end], end + 1))
}

/// Name and attributes, where `inner` begins with a name.
fn split_name(inner: &str) -> Option<(&str, &str)> {
    let end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let name = &inner[..end];
    let named = |c: char| c.is_alphanumeric() || matches!(c, ':' | '_' | '-' | '.');
    let begins = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (begins && name.chars().all(named)).then(|| (name, inner[end..].trim()))
}

/// Name and raw value of each attribute, in order; a value may lack its quotes.
pub(super) fn attributes(written: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = written;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        if rest.is_empty() {
            return None;
        }
        let behind = rest[end..].trim_start();
        let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
            rest = behind;
            return Some((name, ""));
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let open = quote.map_or(0, char::len_utf8);
        let close = value[open..].find(|c: char| quote.map_or_else(|| c.is_whitespace(), |quote| c == quote));
        let close = close.map_or(value.len(), |close| open + close);
        rest = &value[(close + open).min(value.len())..];
        Some((name, &value[open..close]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let token = |(token, _)| match token {
            Token::Words(words) => words.to_owned(),
            Token::Verbatim(words) => format!("[{words}]"),
            Token::Start { name, attributes, closed } => format!("({name} {attributes} {closed})"),
            Token::End { name } => format!("(/{name})"),
        };
        Tokens::new(text).map(token).collect()
    }

    #[test]
    fn what_is_no_tag_is_words() {
        assert_eq!(shown("<a b='>'>x < y <3 </a >"), "(a b='>' false)x < y <3 (/a)");
        assert_eq!(shown("<a/><!-- <b> --><?c d?>e<![CDATA[<f>]]>"), "(a  true)e[<f>]");
        assert_eq!(shown("<!DOCTYPE a [ <!ENTITY b \"c\"> ]><a>"), "(a  false)");
        assert_eq!(shown("<!-- never ends <a> <![CDATA[ x <b"), "<!-- never ends (a  false) <![CDATA[ x <b");
        assert_eq!(shown("<a b=\"c>d<e>é"), "(a b=\"c false)d(e  false)é");
    }

    #[test]
    fn attributes_may_lack_quotes_and_values() {
        let all: Vec<_> = attributes("a=\"1\" b = '2 3'  c=4 d e=\"5").collect();
        assert_eq!(all, [("a", "1"), ("b", "2 3"), ("c", "4"), ("d", ""), ("e", "5")]);
    }
}
