//! Addresses that a script asks for, as far as its text tells: literals in the calls that load something. What is computed
//! is for the page's policy to hold.

use std::ops::Range;

use super::Reader;
use super::finding::{self, Code};

/// Calls whose first argument is asked for.
const CALLS: [&str; 9] = [
    "EventSource",
    "SharedWorker",
    "WebSocket",
    "Worker",
    "fetch",
    "import",
    "importScripts",
    "register",
    "sendBeacon",
];

/// Attributes that load what they are set to.
const LOADING: [&str; 4] = ["data", "poster", "src", "srcset"];

/// Reads a script that begins at byte `start` of the file.
pub(super) fn read(reader: &mut Reader<'_>, text: &str, start: usize) {
    let tokens = tokens(text);
    for at in 0..tokens.len() {
        if let Some((by, place, written)) = asked(&tokens[at..]) {
            judge(reader, &by, written, start + place..start + place + written.len());
        }
    }
}

fn judge(reader: &mut Reader<'_>, by: &str, written: &str, at: Range<usize>) {
    let lower = written.trim_start().to_ascii_lowercase();
    let schemes = ["http:", "https:", "ws:", "wss:", "ftp:", "//", "\\\\"];
    if schemes.iter().any(|scheme| lower.starts_with(scheme)) {
        reader.report(Code::AsksOutside, finding::outside(by, written), at);
    } else if lower.starts_with("file:") {
        reader.report(Code::AbsolutePath, finding::on_disk(by, written), at);
    } else if lower.starts_with(['/', '\\']) {
        reader.report(Code::AbsolutePath, finding::absolute(by, written), at);
    } else if !by.ends_with("=`") && !["data:", "blob:"].iter().any(|scheme| lower.starts_with(scheme)) {
        reader.report(Code::DiskRefuses, finding::refused(by, written), at);
    }
}

/// What a run of tokens asks for: by what, where, which address.
fn asked<'a>(tokens: &[Token<'a>]) -> Option<(String, usize, &'a str)> {
    let is = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.kind == Kind::Sign(sign));
    let text = |at: usize| {
        let token = tokens.get(at)?;
        if let Kind::Text(written) = token.kind { Some((token.at + 1, written)) } else { None }
    };
    let Kind::Word(word) = tokens.first()?.kind else { return None };
    let (by, (at, written)) = match word {
        "setAttribute" if is(1, '(') && text(2).is_some_and(|(_, name)| LOADING.contains(&name)) && is(3, ',') => {
            let (_, name) = text(2)?;
            (format!("`setAttribute {name}=`"), text(4)?)
        }
        // A request's method stands before its address.
        "open" if is(1, '(') && is(3, ',') && text(2).is_some_and(|(_, method)| is_method(method)) => {
            ("`XMLHttpRequest`".to_owned(), text(4)?)
        }
        word if CALLS.contains(&word) && is(1, '(') => (format!("`{word}()`"), text(2)?),
        word if LOADING.contains(&word) && is(1, '=') => (format!("`{word}=`"), text(2)?),
        _ => return None,
    };
    Some((by, at, written))
}

fn is_method(word: &str) -> bool {
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].iter().any(|method| method.eq_ignore_ascii_case(word))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind<'a> {
    Word(&'a str),
    /// A string, or a template up to its first value, as written between the marks.
    Text(&'a str),
    Sign(char),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Token<'a> {
    kind: Kind<'a>,
    at: usize,
}

/// The words, strings and signs of a script, without comments and regular expressions.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new(), templates: Vec::new() };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token<'a>>,
    /// For each template whose value is being read, how many braces are open in that value.
    templates: Vec<usize>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return false };
        match first {
            c if c.is_whitespace() => self.at += c.len_utf8(),
            '/' if rest.starts_with("//") => self.at += rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => self.at += rest.find("*/").map_or(rest.len(), |end| end + 2),
            '/' if self.may_be_pattern() => self.at += pattern(rest),
            '"' | '\'' => {
                let length = until(&rest[1..], |c| c == first || c == '\n');
                self.push(Kind::Text(&rest[1..=length]), (length + 2).min(rest.len()));
            }
            '`' => self.template(Some(self.at)),
            c if c == '_' || c == '$' || c.is_alphanumeric() => {
                let word = rest.find(|c: char| c != '_' && c != '$' && !c.is_alphanumeric()).unwrap_or(rest.len());
                self.push(Kind::Word(&rest[..word]), word);
            }
            c => self.sign(c),
        }
        true
    }

    fn push(&mut self, kind: Kind<'a>, length: usize) {
        self.tokens.push(Token { kind, at: self.at });
        self.at += length;
    }

    fn sign(&mut self, sign: char) {
        match (sign, self.templates.last_mut()) {
            ('{', Some(open)) => *open += 1,
            ('}', Some(0)) => {
                self.templates.pop();
                return self.template(None);
            }
            ('}', Some(open)) => *open -= 1,
            _ => {}
        }
        self.push(Kind::Sign(sign), sign.len_utf8());
    }

    /// A template from its first mark, where that stands at `from`, or from behind one of its values.
    fn template(&mut self, from: Option<usize>) {
        let rest = &self.text[self.at + 1..];
        let length = template_text(rest);
        if from.is_some() {
            self.tokens.push(Token { kind: Kind::Text(&rest[..length]), at: self.at });
        }
        let goes_on = rest[length..].starts_with("${");
        if goes_on {
            self.templates.push(0);
        }
        self.at = (self.at + 1 + length + if goes_on { 2 } else { 1 }).min(self.text.len());
    }

    /// Whether a `/` begins a regular expression: not behind a value.
    fn may_be_pattern(&self) -> bool {
        match self.tokens.last().map(|token| token.kind) {
            None => true,
            Some(Kind::Sign(sign)) => !matches!(sign, ')' | ']' | '}'),
            Some(Kind::Text(_)) => false,
            Some(Kind::Word(word)) => matches!(word, "return" | "typeof" | "case" | "in" | "of" | "void" | "delete"),
        }
    }
}

/// Bytes up to a character, those behind a backslash not counted.
fn until(text: &str, ends: impl Fn(char) -> bool) -> usize {
    let mut escaped = false;
    let end = text.char_indices().find(|&(_, c)| {
        let found = !escaped && ends(c);
        escaped = !escaped && c == '\\';
        found
    });
    end.map_or(text.len(), |(at, _)| at)
}

fn template_text(text: &str) -> usize {
    let mut from = 0;
    loop {
        from += until(&text[from..], |c| c == '`' || c == '$');
        if !text[from..].starts_with('$') || text[from..].starts_with("${") {
            return from;
        }
        from += 1;
    }
}

/// Bytes of a regular expression with its flags; one that does not end on its line is none.
fn pattern(text: &str) -> usize {
    let (mut class, mut escaped) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return 1,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return at + 1,
            _ => {}
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_in_loading_calls_are_found() {
        let text = r#"// fetch('no')
            const a = 'fetch("no")', b = /["'`]fetch\('no'/u, c = x / y / fetch('1');
            fetch(`2${`n${'no'}`}no`); new WebSocket("3"); image.src = '4'; if (a.src == 'no') {}
            request.open('GET', '5'); e.setAttribute("src", '6'); navigator.sendBeacon('7'); await import('8'); fetch(no, '9');"#;
        let tokens = tokens(text);
        let found: Vec<_> = (0..tokens.len()).filter_map(|at| asked(&tokens[at..])).map(|(_, _, text)| text).collect();
        assert_eq!(found, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        for text in ["'", "`", "`${", "`${`", "/", "/[", "a/b", "\\", "'\\", "}", "`${{}}`", "ü'ü", "`$", "/*"] {
            tokens(text);
        }
    }
}
