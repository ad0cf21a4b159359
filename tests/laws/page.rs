//! A built page as a browser's parser sees it, and what the laws ask of it.

use std::collections::BTreeSet;

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An attribute that holds an address.
pub(super) struct Link {
    pub(super) element: String,
    pub(super) rel: String,
    pub(super) class: String,
    pub(super) to: String,
}

pub(super) struct Page {
    /// What the parser had to repair.
    pub(super) errors: Vec<String>,
    pub(super) ids: BTreeSet<String>,
    /// Ids that stand more than once.
    pub(super) twins: Vec<String>,
    pub(super) links: Vec<Link>,
    /// `name attribute` of everything that would run or style from within the page.
    pub(super) inline: Vec<String>,
    /// The first two elements of the head, each as `name attribute="value" …`.
    pub(super) head: Vec<String>,
    /// The article's text as tags and words, without marks, references and notes; none where the page has no `div.text`.
    pub(super) bare: Option<String>,
}

impl Page {
    pub(super) fn read(html: &str) -> Page {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut page = Page {
            errors: dom.errors.borrow().iter().map(ToString::to_string).collect(),
            ids: BTreeSet::new(),
            twins: vec![],
            links: vec![],
            inline: vec![],
            head: vec![],
            bare: None,
        };
        page.walk(&dom.document);
        page
    }

    fn walk(&mut self, node: &Handle) {
        let (name, attributes) = element(node);
        let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        for (attribute, text) in &attributes {
            match attribute.as_str() {
                "id" if !self.ids.insert(text.clone()) => self.twins.push(text.clone()),
                "href" | "src" | "action" | "srcset" | "poster" | "data" => {
                    let rel = value("rel").unwrap_or_default().to_owned();
                    let class = value("class").unwrap_or_default().to_owned();
                    self.links.push(Link { element: name.clone(), rel, class, to: text.clone() });
                }
                "style" => self.inline.push(format!("{name} style")),
                _ if attribute.starts_with("on") => self.inline.push(format!("{name} {attribute}")),
                _ => {}
            }
        }
        let data = value("type").is_some_and(|kind| kind.ends_with("json"));
        if name == "style" || name == "base" || name == "iframe" || name == "script" && value("src").is_none() && !data
        {
            self.inline.push(name.clone());
        }
        if name == "head" {
            self.head = children(node)
                .iter()
                .map(element)
                .filter(|(name, _)| !name.is_empty())
                .take(2)
                .map(|(name, attributes)| tag(&name, &attributes))
                .collect();
        }
        if name == "div" && classes(&attributes).any(|class| class == "text") {
            let mut bare = String::new();
            strip(node, &mut bare);
            let lines = bare.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            self.bare = Some(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"));
        }
        for child in children(node) {
            self.walk(&child);
        }
    }
}

/// What readers see or hear of a page: its title, all text of its body in one piece, and each name and description that
/// stands in an attribute. Code is left out.
pub(crate) fn shown(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let (mut text, mut all) = (String::new(), Vec::new());
    gather(&dom.document, &mut text, &mut all);
    all.push(text);
    all
}

fn gather(node: &Handle, text: &mut String, all: &mut Vec<String>) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
        return;
    }
    let (name, attributes) = element(node);
    if ["script", "style", "code"].contains(&name.as_str()) {
        return;
    }
    let told = ["aria-label", "title", "alt", "placeholder", "data-only"];
    all.extend(attributes.iter().filter(|(name, _)| told.contains(&name.as_str())).map(|(_, value)| value.clone()));
    if name == "meta" && attributes.iter().any(|(_, value)| value == "description") {
        all.extend(attributes.iter().filter(|(name, _)| name == "content").map(|(_, value)| value.clone()));
    }
    for child in children(node) {
        gather(&child, text, all);
    }
    text.push(' ');
}

fn children(node: &Handle) -> Vec<Handle> {
    node.children.borrow().clone()
}

/// Name and attributes; no name where it is not an element.
fn element(node: &Handle) -> (String, Vec<(String, String)>) {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        return Default::default();
    };
    let attributes = attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
    (name.local.to_string(), attributes)
}

fn classes(attributes: &[(String, String)]) -> impl Iterator<Item = &str> {
    attributes.iter().filter(|(name, _)| name == "class").flat_map(|(_, value)| value.split_whitespace())
}

fn tag(name: &str, attributes: &[(String, String)]) -> String {
    let attributes = attributes.iter().map(|(name, value)| format!(" {name}=\"{value}\""));
    format!("{name}{}", attributes.collect::<String>())
}

const INLINE: &str = "a abbr br code del em img input kbd span strong sub sup wbr";

/// Writes the node as the page without notes has it: a line for each block, marks and passages unwrapped, notes and references left out.
fn strip(node: &Handle, out: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        let text = contents.borrow();
        let glued = if text.starts_with(char::is_whitespace) { " " } else { "" };
        let open = if text.ends_with(char::is_whitespace) { " " } else { "" };
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(glued);
        out.push_str(&words);
        out.push_str(if words.is_empty() { "" } else { open });
        return;
    }
    let (name, attributes) = element(node);
    let class = |wanted: &str| classes(&attributes).any(|class| class == wanted);
    if name == "aside" || class("noteref") || class("noterefs") || class("passage-notes") {
        return;
    }
    let syntax = name == "span" && classes(&attributes).any(|class| class.starts_with("sy-"));
    let unwrapped = name == "mark"
        || name == "span" && class("shared")
        || syntax
        || name == "div" && classes(&attributes).any(|class| class.starts_with("passage") || class == "text");
    let gap = if INLINE.split(' ').any(|inline| inline == name) || name == "mark" { "" } else { "\n" };
    if unwrapped {
        out.push_str(gap);
    } else {
        out.extend([gap, "<", &tag(&name, &attributes), ">"]);
    }
    for child in children(node) {
        strip(&child, out);
    }
    if unwrapped {
        out.push_str(gap);
    } else {
        out.extend(["</", &name, ">", gap]);
    }
}

/// Tags that do not close, close twice or cross. `void` names the elements that have no end.
pub(crate) fn unbalanced(text: &str, void: &str) -> Vec<String> {
    let (mut open, mut wrong, mut rest) = (Vec::<String>::new(), vec![], text);
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        let skip = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>")];
        if let Some((_, close)) = skip.iter().find(|(begin, _)| rest.starts_with(begin)) {
            rest = rest.split_once(close).map_or("", |(_, after)| after);
            continue;
        }
        let mut quote = None;
        let end = rest.char_indices().find(|&(_, c)| {
            match quote {
                Some(sign) if c == sign => quote = None,
                None if c == '"' || c == '\'' => quote = Some(c),
                _ => {}
            }
            quote.is_none() && c == '>'
        });
        let Some((end, _)) = end else {
            wrong.push(format!("a tag never ends: {}", rest.chars().take(40).collect::<String>()));
            break;
        };
        let inner = &rest[1..end];
        let name = inner.trim_start_matches('/').split([' ', '\n', '\t', '/']).next().unwrap_or_default().to_owned();
        rest = &rest[end + 1..];
        if inner.starts_with('/') {
            match open.pop() {
                Some(last) if last == name => {}
                last => {
                    wrong
                        .push(format!("</{name}> stands where <{}> is open", last.unwrap_or_else(|| "nothing".into())));
                    break;
                }
            }
        } else if name == "script" {
            rest = rest.split_once("</script>").map_or("", |(_, after)| after);
        } else if !inner.ends_with('/') && !void.split(' ').any(|one| one == name) {
            open.push(name);
        }
    }
    if wrong.is_empty() && !open.is_empty() {
        wrong.push(format!("never closed: {}", open.join(", ")));
    }
    wrong
}

#[test]
fn tags_are_balanced_or_told() {
    const VOID: &str = "br meta";
    for good in [
        "<a>x<br></a>",
        "<!doctype html><!-- <b> --><meta x=\"a>b\"><i/>",
        "<script>if (a < b) {}</script>",
        "<?xml version=\"1.0\"?><f><![CDATA[<]]></f>",
    ] {
        assert_eq!(unbalanced(good, VOID), Vec::<String>::new(), "{good}");
    }
    for bad in ["<a>", "</a>", "<a><b></a></b>", "<a"] {
        assert_eq!(unbalanced(bad, VOID).len(), 1, "{bad}");
    }
}

#[test]
fn marks_references_and_notes_are_taken_out() {
    let noted = r##"<div class="text prose"><div class="passage"><div class="passage-first"><p>A <mark class="hl">w<em>or</em></mark><em>d</em><a class="noteref" href="#n"></a>.</p></div>
        <div class="passage-notes"><aside class="note">N</aside></div></div></div>"##;
    let plain = r#"<div class="text prose"><p>A w<em>or</em><em>d</em>.</p></div>"#;
    assert_eq!(Page::read(noted).bare, Page::read(plain).bare);
    assert_eq!(Page::read(plain).bare.as_deref(), Some("<p>A w<em>or</em><em>d</em>.</p>"));
}
