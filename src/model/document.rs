//! Markdown as a tree, with the words that a reader sees beside it.
//!
//! The tree is one flat list in reading order: a node's children follow it, up to [`Node::end`]. It holds no HTML and
//! no text of its own: every word stands in [`Document::text`], and nodes point there. So marks can be set on ranges of
//! text without touching a string of markup.

use crate::diag::{SourceId, Span};
use crate::text::{PlainText, TextRange};

/// A parsed Markdown text.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file that it stands in.
    pub source: SourceId,
    /// The tree: see the module's words.
    pub nodes: Vec<Node>,
    /// The words that a reader sees.
    pub text: PlainText,
    /// Links and images, in the order of the tree.
    pub links: Vec<Link>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
}

/// One node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The number of the first node behind its children.
    pub end: u32,
    /// The words inside it.
    pub text: TextRange,
}

/// What a node is; the comment shows its Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Lines of text.
    Paragraph,
    /// `## words`: its number in [`Document::headings`].
    Heading(u32),
    /// `> words`
    Quote,
    /// `> [!NOTE]`
    Alert(Alert),
    /// `- a` or, with the first number, `3. c`
    List(Option<u64>),
    /// One item.
    Item,
    /// `- [x]`: whether it is done.
    Task(bool),
    /// A fenced or indented block, with the language that its fence names.
    CodeBlock(Box<str>),
    /// `| a | b |`
    Table(Box<[Alignment]>),
    /// The line of a table above its rule.
    TableHead,
    /// Another line.
    TableRow,
    /// One cell.
    TableCell,
    /// `---`
    Rule,
    /// Terms and what they mean.
    DefinitionList,
    /// A line above `: `
    Term,
    /// `: words`
    Definition,
    /// `[^a]: words`, moved to the end, with its number in order of first mention.
    Footnote(u32),
    /// Words. Has no children.
    Text,
    /// `` `words` ``. Has no children.
    Code,
    /// The end of a line inside a paragraph: one space to a reader.
    SoftBreak,
    /// `\` at the end of a line.
    HardBreak,
    /// `*words*`
    Emphasis,
    /// `**words**`
    Strong,
    /// `~~words~~`
    Strikethrough,
    /// `[words](address)` or `[[id]]`: its number in [`Document::links`].
    Link(u32),
    /// `![words](address)`: its number in [`Document::links`]. Its words are not text. Has no children.
    Image(u32),
    /// `[^a]`: the footnote's number, and how often it was mentioned before.
    FootnoteReference(u32, u32),
    /// One of the few HTML elements that content may use.
    Html(HtmlElement),
}

impl NodeKind {
    /// Whether the node is part of a line of text rather than a block of its own.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Task(_)
                | Self::Text
                | Self::Code
                | Self::SoftBreak
                | Self::HardBreak
                | Self::Emphasis
                | Self::Strong
                | Self::Strikethrough
                | Self::Link(_)
                | Self::Image(_)
                | Self::FootnoteReference(..)
                | Self::Html(_)
        )
    }
}

/// The five alerts of GitHub's Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// How a table's column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Default,
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// The HTML elements that content may use, without attributes. All other HTML is shown as the text that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlElement {
    /// `<sub>`
    Sub,
    /// `<sup>`
    Sup,
    /// `<kbd>`
    Kbd,
    /// `<abbr>`
    Abbr,
    /// `<br>`
    Br,
    /// `<wbr>`
    Wbr,
}

impl HtmlElement {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Sub, Self::Sup, Self::Kbd, Self::Abbr, Self::Br, Self::Wbr];

    /// The element's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sub => "sub",
            Self::Sup => "sup",
            Self::Kbd => "kbd",
            Self::Abbr => "abbr",
            Self::Br => "br",
            Self::Wbr => "wbr",
        }
    }

    /// Whether it stands alone, without an end.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Wbr)
    }
}

/// A link or image.
#[derive(Clone, Debug)]
pub struct Link {
    /// How it was written.
    pub kind: LinkKind,
    /// What was written as its target.
    pub target: String,
    /// Its title, or empty.
    pub title: String,
    /// An image's text alternative; empty for links.
    pub alternative: String,
    /// Where it stands in the file.
    pub span: Span,
    /// The words it covers.
    pub text: TextRange,
}

/// How a link was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[words](address)` or `<address>`
    Link,
    /// `<name@example.org>`
    Email,
    /// `[[id]]`
    Wiki,
    /// `![words](address)`
    Image,
}

/// A heading, for tables of contents and links to its place.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id on the page, unique in the document.
    pub id: Box<str>,
    /// Its words.
    pub text: TextRange,
}

impl Document {
    /// The numbers of the nodes directly below `parent`, or of the top ones.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let (mut next, end) = match parent {
            None => (0, self.nodes.len()),
            Some(parent) => (parent + 1, self.nodes[parent].end as usize),
        };
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = next;
                next = self.nodes[child].end as usize;
                child
            })
        })
    }
}
