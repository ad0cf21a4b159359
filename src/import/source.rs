//! What is to be imported, and what kind of thing it is.

use thiserror::Error;

/// One file, or what came through a pipe or the network.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its file name; kept as `import.from`.
    pub name: &'a str,
    /// Its bytes as they are.
    pub bytes: &'a [u8],
    /// Its kind, where a person has said it; else it is told by the bytes, then by the name.
    pub kind: Option<SourceKind>,
    /// Where it was read, for links and as the article's address.
    pub url: Option<&'a str>,
}

/// The kinds of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A copy as plain text.
    Text,
    /// A saved page.
    Html,
    /// A mail or a page saved as MHTML.
    Mail,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// Markdown, with or without front matter.
    Markdown,
    /// A book.
    Epub,
    /// Annotations from Hypothesis, as JSON.
    Hypothesis,
}

/// Why a source gives no article, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// There are no bytes.
    #[error("it is empty")]
    Empty,
    /// The bytes are no text.
    #[error("it is not text ({0}): export it as text, HTML or Markdown and import that")]
    NotText(&'static str),
    /// More than is read at once.
    #[error("it has {0}, more than the {1} that are read: split it")]
    TooLarge(String, String),
    /// There is markup, but no prose in it.
    #[error("no article found: not one paragraph of text{0}")]
    NoArticle(&'static str),
    /// It holds annotations of articles: [`hypothesis`](super::hypothesis) reads them.
    #[error("it holds annotations, which become notes of the articles that they are on, and no article")]
    Annotations,
    /// It does not keep to the rules of its kind.
    #[error("it is no valid {0}: {1}")]
    Malformed(&'static str, String),
}

/// How many bytes are looked at to tell the kind.
const HEAD: usize = 4096;

impl Source<'_> {
    /// The kind that a person has said, or that the bytes show, or that the name's ending stands for.
    #[must_use]
    pub fn kind(&self) -> SourceKind {
        self.kind.or_else(|| by_bytes(self.bytes)).or_else(|| by_name(self.name)).unwrap_or(SourceKind::Text)
    }
}

fn by_bytes(bytes: &[u8]) -> Option<SourceKind> {
    if bytes.starts_with(b"PK\x03\x04") {
        let epub = bytes[..bytes.len().min(200)].windows(20).any(|part| part == b"application/epub+zip");
        return epub.then_some(SourceKind::Epub);
    }
    let head = head(bytes);
    let text = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if text.starts_with('{') || text.starts_with('[') {
        return by_json(text);
    }
    if text.starts_with('<') {
        return Some(by_markup(&text.to_ascii_lowercase())).flatten();
    }
    if text.starts_with("---\n") && text[4..].contains("\n---") {
        return Some(SourceKind::Markdown);
    }
    is_mail(text).then_some(SourceKind::Mail)
}

/// The first bytes as text; UTF-16 loses its zero bytes, which is enough for tags.
fn head(bytes: &[u8]) -> String {
    let head: Vec<u8> = bytes.iter().take(HEAD).copied().filter(|byte| *byte != 0).collect();
    let head = match head.as_slice() {
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => rest,
        whole => whole,
    };
    String::from_utf8_lossy(head).replace("\r\n", "\n")
}

fn by_json(text: &str) -> Option<SourceKind> {
    if text.contains("https://jsonfeed.org/version/") {
        return Some(SourceKind::Feed);
    }
    let annotations = text.contains("\"target\"") && (text.contains("\"selector\"") || text.contains("\"source\""));
    (annotations || text.contains("hypothes.is") || text.contains("\"annotations\"")).then_some(SourceKind::Hypothesis)
}

/// `lower` is the head of the file from its first `<`, in lower case.
fn by_markup(lower: &str) -> Option<SourceKind> {
    let root = roots(lower).next().unwrap_or("");
    match root {
        "rss" | "feed" | "rdf:rdf" | "channel" => Some(SourceKind::Feed),
        "html" | "head" | "body" | "title" | "meta" | "div" | "p" | "article" | "main" | "section" | "h1" | "table"
        | "link" | "script" | "style" | "span" | "center" | "base" => Some(SourceKind::Html),
        _ => ["<html", "<!doctype html", "<body"].iter().any(|tag| lower.contains(tag)).then_some(SourceKind::Html),
    }
}

/// Names of the tags, in their order: comments, declarations and instructions are none.
fn roots(lower: &str) -> impl Iterator<Item = &str> {
    let mut rest = lower;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = &comment[comment.find("-->")?..];
                continue;
            }
            let inner = &rest[1..];
            let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).unwrap_or(inner.len());
            rest = inner;
            if end > 0 {
                return Some(&inner[..end]);
            }
        }
    })
}

/// Header lines with a name that every mail or MHTML file has.
fn is_mail(text: &str) -> bool {
    let mut lines = text.lines();
    let header = |line: &str| {
        line.split_once(':')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    let known = ["mime-version:", "message-id:", "content-type:", "received:", "return-path:"];
    let first = lines.next().is_some_and(header);
    let head: Vec<String> = text.split("\n\n").next().unwrap_or("").lines().map(str::to_ascii_lowercase).collect();
    first && head.iter().any(|line| known.iter().any(|name| line.starts_with(name)))
}

fn by_name(name: &str) -> Option<SourceKind> {
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match ending.as_str() {
        "html" | "htm" | "xhtml" => SourceKind::Html,
        "mhtml" | "mht" | "eml" => SourceKind::Mail,
        "rss" | "atom" | "rdf" => SourceKind::Feed,
        "md" | "markdown" | "mkd" => SourceKind::Markdown,
        "epub" => SourceKind::Epub,
        _ => return None,
    })
}
