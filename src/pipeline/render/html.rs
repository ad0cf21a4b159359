//! What may stand in a page unescaped, as types with one constructor each: forgetting to escape does not compile,
//! since templates escape whatever is not [`Html`].

use std::fmt::Write as _;

use serde::{Serialize, Serializer};
use tera::Value;

/// HTML that postil wrote itself. Templates print it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// No HTML.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// What a template wrote, which escaped it; `None` for a value that is still to be escaped.
    pub(crate) fn written(value: &Value) -> Option<Self> {
        value.as_str().filter(|_| value.is_safe()).map(|html| Self(html.to_owned()))
    }

    /// How many characters stand outside its tags; one that is escaped counts as its escape has.
    pub(crate) fn characters(&self) -> usize {
        self.shown().count()
    }

    /// The characters outside its tags.
    pub(crate) fn shown(&self) -> impl Iterator<Item = char> {
        let mut inside = false;
        self.0.chars().filter(move |&c| {
            let was = inside;
            inside = c == '<' || inside && c != '>';
            !inside && !was
        })
    }

    /// Puts HTML behind this.
    pub(crate) fn append(&mut self, html: &Self) {
        self.0.push_str(&html.0);
    }

    /// JSON for a `<script>` that holds data: what could end the script or open a comment in it is written as an
    /// escape (HTML standard, "Restrictions for contents of script elements").
    pub(crate) fn json(value: &serde_json::Value) -> Self {
        let mut html = String::new();
        for c in value.to_string().chars() {
            match c {
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    let _ = write!(html, "\\u{:04x}", c as u32);
                }
                c => html.push(c),
            }
        }
        Self(html)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

/// Writes HTML from front to back: tags are constants of the program, everything else is escaped.
#[derive(Debug, Default)]
pub(crate) struct HtmlWriter {
    html: String,
}

impl HtmlWriter {
    /// A piece of markup that stands in the program's text.
    pub(crate) fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// Words.
    pub(crate) fn text(&mut self, words: &str) -> &mut Self {
        escape(&mut self.html, words);
        self
    }

    /// ` name="value"`.
    pub(crate) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        escape(&mut self.html, value);
        self.html.push('"');
        self
    }

    /// The same with a number.
    pub(crate) fn number(&mut self, name: &'static str, value: impl std::fmt::Display) -> &mut Self {
        self.attribute(name, &value.to_string())
    }

    /// HTML that is written already.
    pub(crate) fn html(&mut self, html: &Html) -> &mut Self {
        self.html.push_str(&html.0);
        self
    }

    /// What was written.
    pub(crate) fn finish(self) -> Html {
        Html(self.html)
    }
}

/// The five characters that HTML and quoted attributes give a meaning, as entities; those that HTML or XML does not have
/// become the replacement character.
fn escape(html: &mut String, text: &str) {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let instead = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' | '\n' | '\r' => continue,
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => "\u{FFFD}",
            _ => continue,
        };
        html.push_str(&text[plain..at]);
        html.push_str(instead);
        plain = at + c.len_utf8();
    }
    html.push_str(&text[plain..]);
}

/// The same for what templates print.
pub(super) fn escape_to(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len());
    escape(&mut escaped, text);
    out.write_all(escaped.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_escapes() {
        let mut html = HtmlWriter::default();
        html.markup("<i").attribute("title", "\"><script>").markup(">").text("a & <b>").markup("</i>");
        assert_eq!(html.finish().0, "<i title=\"&quot;&gt;&lt;script&gt;\">a &amp; &lt;b&gt;</i>");
        let mut words = String::new();
        super::escape(&mut words, "a\0b\u{1b}\u{9b}\u{ffff}\tc\n\u{202e}");
        assert_eq!(words, "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}\tc\n\u{202e}");
        let json = Html::json(&serde_json::json!({ "a": "</script><!--" }));
        assert_eq!(json.0, r#"{"a":"\u003c/script\u003e\u003c!--"}"#);
    }
}
