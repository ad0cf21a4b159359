//! Bounds on what is parsed: no tree deeper than [`DEEPEST`], whatever the tags say.
//!
//! An HTML parser's time can grow with the square of the depth, so that tags which would nest deeper are taken out
//! before it. Their words stay.

use std::borrow::Cow;

/// Deepest nesting of elements, those in [`FLAT`] not counted. The deepest of 519 measured pages has 54 with them.
const DEEPEST: usize = 80;

/// Most formatting elements (`<b>`, `<font>`) left open when their parent closes: each is opened again in every later
/// block.
const MOST_LEFT_OPEN: usize = 64;

/// Elements without an end, and those whose end is implied by the next of their kind, which never nest by themselves.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt", "html", "head",
    "body",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Elements that a parser opens again after their parent was closed.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// `html` without the tags that nest too deep; borrowed where there is none.
pub(super) fn flatten(html: &str) -> Cow<'_, str> {
    let mut scan = Scan { html, open: Vec::new(), left_open: 0, cut: Vec::new() };
    scan.run();
    if scan.cut.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut flat = String::with_capacity(html.len());
    let mut kept = 0;
    for (start, end) in scan.cut {
        flat.push_str(&html[kept..start]);
        kept = end;
    }
    flat.push_str(&html[kept..]);
    Cow::Owned(flat)
}

struct Scan<'a> {
    html: &'a str,
    /// Names of the open elements, in lower case.
    open: Vec<String>,
    left_open: usize,
    /// Ranges of bytes to take out.
    cut: Vec<(usize, usize)>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let bytes = self.html.as_bytes();
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
            let start = at + found;
            let rest = &bytes[start..];
            at = if rest.starts_with(b"<!--") {
                start + memchr::memmem::find(&rest[4..], b"-->").map_or(rest.len(), |end| end + 7)
            } else {
                self.tag(start)
            };
        }
    }

    /// Reads what may be a tag at `start`; gives where to go on.
    fn tag(&mut self, start: usize) -> usize {
        let bytes = self.html.as_bytes();
        let closing = bytes.get(start + 1) == Some(&b'/');
        let from = start + 1 + usize::from(closing);
        let length = bytes[from..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        if length == 0 || !bytes[from].is_ascii_alphabetic() {
            return start + 1;
        }
        let end = end_of_tag(bytes, from + length);
        let name = self.html[from..from + length].to_ascii_lowercase();
        if FLAT.contains(&name.as_str()) {
            return end;
        }
        if closing {
            self.close(&name, start, end);
            return end;
        }
        if RAW.contains(&name.as_str()) {
            return self.raw_end(&name, end);
        }
        let formatting = FORMATTING.contains(&name.as_str());
        if self.open.len() >= DEEPEST || (formatting && self.left_open >= MOST_LEFT_OPEN) {
            self.cut.push((start, end));
        } else {
            // `<x/>` opens in HTML and closes in SVG: counting it as open keeps the bound in both.
            self.open.push(name);
        }
        end
    }

    fn close(&mut self, name: &str, start: usize, end: usize) {
        match self.open.iter().rposition(|open| open == name) {
            Some(at) => {
                let left = self.open.drain(at..).skip(1);
                self.left_open += left.filter(|open| FORMATTING.contains(&open.as_str())).count();
            }
            // The end of a tag that was taken out, or of none.
            None if !self.cut.is_empty() => self.cut.push((start, end)),
            None => {}
        }
    }

    fn raw_end(&self, name: &str, from: usize) -> usize {
        let rest = &self.html.as_bytes()[from..];
        let mut at = 0;
        while let Some(found) = memchr::memmem::find(&rest[at..], b"</") {
            at += found + 2;
            if rest.len() >= at + name.len() && rest[at..at + name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                return from + at - 2;
            }
        }
        self.html.len()
    }
}

/// Behind the `>` that ends a tag; one in a quoted value is none.
fn end_of_tag(bytes: &[u8], mut at: usize) -> usize {
    let mut quote = None;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') if bytes[..at - 1].trim_ascii_end().ends_with(b"=") => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}
