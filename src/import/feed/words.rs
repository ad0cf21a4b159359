//! Words of a feed as HTML or as plain text: feeds escape once, twice or not at all.

use crate::import::xml::decode;

/// Tags that a twice-escaped text shows as words.
const TWICE: &[&str] =
    &["&lt;p", "&lt;br", "&lt;a ", "&lt;div", "&lt;img", "&lt;ul", "&lt;span", "&lt;h2", "&lt;table"];

/// Marks inside a title. Others, such as `<script>` in a title about scripts, are words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "div", "em", "font", "i", "ins", "p", "q", "s", "small",
    "span", "strike", "strong", "sub", "sup", "tt", "u",
];

/// HTML from the text of an element that holds HTML: a text without any mark is plain text, one whose marks were
/// escaped twice is decoded once more.
pub(super) fn html(text: &str) -> String {
    if text.contains('<') && text.contains('>') {
        return text.to_owned();
    }
    if TWICE.iter().any(|tag| text.contains(tag)) {
        return decode(text).into_owned();
    }
    paragraphs(text, str::to_owned)
}

/// HTML from plain text.
pub(super) fn from_plain(text: &str) -> String {
    paragraphs(text, |text| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// One `<p>` for what stands between blank lines, with as many line ends as before.
fn paragraphs(text: &str, written: impl Fn(&str) -> String) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let lines =
        text.lines().map(|line| if line.trim().is_empty() { "</p>\n<p>".to_owned() } else { written(line) + "\n" });
    format!("<p>{}</p>", lines.collect::<String>().trim_end())
}

/// A title without marks.
pub(super) fn title(text: &str) -> String {
    let mut bare = without_marks(text);
    // Feeds escape a title up to three times; no title means the reference `&amp;` itself.
    for _ in 0..2 {
        let decoded = decode(&bare);
        if decoded == bare {
            break;
        }
        bare = without_marks(&decoded);
    }
    bare
}

fn without_marks(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        bare.push_str(&rest[..open]);
        let inner = rest[open..].find('>').map(|end| &rest[open + 1..open + end]);
        let name =
            |inner: &str| inner.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("").to_lowercase();
        if let Some(inner) = inner.filter(|inner| INLINE.contains(&name(inner).as_str())) {
            rest = &rest[open + inner.len() + 2..];
        } else {
            bare.push('<');
            rest = &rest[open + 1..];
        }
    }
    bare + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_marks_and_keep_words() {
        assert_eq!(title("A <em>new</em> pier &amp;amp; &lt;b&gt;lamp&lt;/b&gt;"), "A new pier & lamp");
        assert_eq!(title("What <script> does, 3 < 4"), "What <script> does, 3 < 4");
    }

    #[test]
    fn text_without_marks_becomes_paragraphs() {
        assert_eq!(html("One.\ntwo\n\nThree &amp; four"), "<p>One.\ntwo\n</p>\n<p>Three &amp; four</p>");
        assert_eq!(html("&lt;p&gt;One&lt;/p&gt;"), "<p>One</p>");
        assert_eq!(from_plain("3 < 4"), "<p>3 &lt; 4</p>");
        assert_eq!(html(" \n"), "");
    }
}
