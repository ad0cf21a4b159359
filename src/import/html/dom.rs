//! Short words for what is asked of a node again and again.

use dom_query::{LocalName, NodeData, NodeRef};

/// The element's name; `None` for text and comments.
pub(super) fn name(node: &NodeRef<'_>) -> Option<LocalName> {
    node.qual_name_ref().map(|name| name.local.clone())
}

/// Whether the element's name is one of `names`.
pub(super) fn is_one_of(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.qual_name_ref().is_some_and(|name| names.contains(&name.local.as_ref()))
}

/// Calls `see` with the characters of a text node.
pub(super) fn text<R>(node: &NodeRef<'_>, see: impl FnOnce(&str) -> R) -> Option<R> {
    node.query(|node| match &node.data {
        NodeData::Text { contents } => Some(see(contents)),
        _ => None,
    })
    .flatten()
}

/// All words below a node, each run of white space as one space.
pub(super) fn words(node: &NodeRef<'_>) -> String {
    squash(&node.text())
}

/// Each run of white space (a no-break space is none) as one space, none at the ends.
pub(super) fn squash(text: &str) -> String {
    let mut squashed = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|word| !word.is_empty()) {
        if !squashed.is_empty() {
            squashed.push(' ');
        }
        squashed.push_str(word);
    }
    squashed
}

/// The attribute's value without white space at its ends, if anything is left.
pub(super) fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    let value = node.attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Elements that never show words of an article.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "iframe"
            | "object"
            | "embed"
            | "head"
            | "title"
            | "link"
            | "meta"
            | "input"
            | "textarea"
            | "select"
            | "button"
            | "canvas"
            | "audio"
            | "video"
            | "source"
            | "track"
            | "map"
            | "dialog"
    )
}

/// Elements that begin a new line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
