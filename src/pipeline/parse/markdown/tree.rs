//! Events become nodes; words become plain text.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag};

use super::html::{AllowedTag, allowed};
use super::{Place, Titles};
use crate::model::document::{Alert, Alignment, Document, Heading, Link, LinkKind, Node, NodeKind};
use crate::text::{PlainTextBuilder, TextRange, slugify};

/// Builds one document from its events.
pub(super) struct Builder<'a> {
    text: &'a str,
    place: &'a Place<'a>,
    titles: &'a Titles<'a>,
    nesting: usize,
    nodes: Vec<Node>,
    plain: PlainTextBuilder,
    links: Vec<Link>,
    headings: Vec<Heading>,
    /// The open nodes; `None` for those that are too deep to be kept.
    open: Vec<Option<usize>>,
    /// Whether the last node is text that more text may join.
    joinable: bool,
    /// How many images are open: what stands in them is their text alternative.
    images: usize,
    /// The title that a bare wikilink reads as, until it is written.
    wiki_title: Option<String>,
    ids: BTreeMap<String, usize>,
    mentions: BTreeMap<u32, u32>,
    raw_html: Vec<Range<usize>>,
    too_deep: Option<Range<usize>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, place: &'a Place<'a>, titles: &'a Titles<'a>, nesting: usize) -> Self {
        Self {
            text,
            place,
            titles,
            nesting,
            nodes: Vec::new(),
            plain: PlainTextBuilder::default(),
            links: Vec::new(),
            headings: Vec::new(),
            open: Vec::new(),
            joinable: false,
            images: 0,
            wiki_title: None,
            ids: BTreeMap::new(),
            mentions: BTreeMap::new(),
            raw_html: Vec::new(),
            too_deep: None,
        }
    }

    /// The document, the places of raw HTML, and the first place that was too deep.
    pub(super) fn finish(self) -> (Document, Vec<Range<usize>>, Option<Range<usize>>) {
        let document = Document {
            source: self.place.source(),
            nodes: self.nodes,
            text: self.plain.finish(),
            links: self.links,
            headings: self.headings,
        };
        (document, self.raw_html, self.too_deep)
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => self.image(&dest_url, &title, range),
            Event::End(pulldown_cmark::TagEnd::Image) => self.images -= 1,
            Event::Text(words) | Event::Code(words) if self.images > 0 => self.alternative(&words),
            Event::SoftBreak | Event::HardBreak if self.images > 0 => self.alternative(" "),
            _ if self.images > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            // Math is not asked for in the parser's options; it is text, should it come.
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words, range),
            Event::Code(words) => self.leaf(NodeKind::Code, &words, range),
            Event::SoftBreak => self.leaf(NodeKind::SoftBreak, " ", range),
            Event::HardBreak => self.leaf(NodeKind::HardBreak, "\n", range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Html(html) => self.html_lines(&html, range),
            Event::FootnoteReference(number) => self.footnote_reference(&number, range),
            Event::Rule => self.leaf(NodeKind::Rule, "", range),
            Event::TaskListMarker(done) => self.leaf(NodeKind::Task(done), "", range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(None) => NodeKind::Quote,
            Tag::BlockQuote(Some(kind)) => NodeKind::Alert(alert(kind)),
            Tag::CodeBlock(CodeBlockKind::Indented) => NodeKind::CodeBlock("".into()),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let ends = |c: char| c.is_whitespace() || c.is_control() || c == ',' || c == '{';
                NodeKind::CodeBlock(info.split(ends).next().unwrap_or_default().into())
            }
            Tag::List(first) => NodeKind::List(first),
            Tag::Item => NodeKind::Item,
            Tag::FootnoteDefinition(number) => NodeKind::Footnote(number.parse().unwrap_or(0)),
            Tag::DefinitionList => NodeKind::DefinitionList,
            Tag::DefinitionListTitle => NodeKind::Term,
            Tag::DefinitionListDefinition => NodeKind::Definition,
            Tag::Table(columns) => NodeKind::Table(columns.into_iter().map(alignment).collect()),
            Tag::TableHead => NodeKind::TableHead,
            Tag::TableRow => NodeKind::TableRow,
            Tag::TableCell => NodeKind::TableCell,
            Tag::Emphasis => NodeKind::Emphasis,
            Tag::Strong => NodeKind::Strong,
            Tag::Strikethrough => NodeKind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title, range.clone()),
            // A block of HTML is shown as a paragraph of its text; the others are not asked for in the options.
            _ => NodeKind::Paragraph,
        };
        self.open(kind, range);
    }

    fn open(&mut self, kind: NodeKind, range: Range<usize>) {
        self.joinable = false;
        if !kind.is_inline() {
            self.plain.end_block();
        }
        if self.open.len() >= self.nesting {
            self.too_deep.get_or_insert(range);
            self.open.push(None);
            return;
        }
        self.open.push(Some(self.nodes.len()));
        let start = self.plain.position();
        self.nodes.push(Node { kind, end: 0, text: TextRange { start, end: start } });
    }

    /// Ends the open element, and before it raw HTML elements that were opened inside it and never closed.
    fn end(&mut self) {
        while let Some(Some(top)) = self.open.last()
            && matches!(self.nodes[*top].kind, NodeKind::Html(_))
        {
            self.close();
        }
        self.close();
    }

    fn close(&mut self) {
        self.joinable = false;
        let Some(Some(index)) = self.open.pop() else { return };
        let end = self.plain.position_without_break();
        let last = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let node = &mut self.nodes[index];
        node.end = last;
        node.text.end = end.max(node.text.start);
        let text = node.text;
        match node.kind {
            NodeKind::Heading(number) => self.name_heading(number, text),
            NodeKind::Link(number) => {
                self.links[number as usize].text = text;
                self.wiki_title = None;
            }
            _ => {}
        }
        if !self.nodes[index].kind.is_inline() {
            self.plain.end_block();
        }
    }

    /// A node without children that shows these words.
    fn leaf(&mut self, kind: NodeKind, words: &str, range: Range<usize>) {
        let bytes = self.place.bytes(self.inside(kind == NodeKind::Code, words, range));
        if kind == NodeKind::Rule {
            self.plain.end_block();
        }
        let text = self.plain.push(words, bytes);
        self.joinable = false;
        self.push_leaf(kind, text);
    }

    fn push_leaf(&mut self, kind: NodeKind, text: TextRange) {
        let end = u32::try_from(self.nodes.len() + 1).unwrap_or(u32::MAX);
        self.nodes.push(Node { kind, end, text });
    }

    /// A code span's range includes its backticks; its words stand inside.
    fn inside(&self, code: bool, words: &str, range: Range<usize>) -> Range<usize> {
        match self.text[range.clone()].find(words).filter(|_| code) {
            Some(at) => range.start + at..range.start + at + words.len(),
            None => range,
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        let title = self.wiki_title.take();
        let in_code =
            matches!(self.open.last(), Some(Some(top)) if matches!(self.nodes[*top].kind, NodeKind::CodeBlock(_)));
        let words = title.as_deref().unwrap_or(words);
        let text = self.plain.push(words, self.place.bytes(range));
        if in_code {
            return;
        }
        match self.nodes.last_mut().filter(|_| self.joinable) {
            Some(last) => last.text.end = text.end,
            None => self.push_leaf(NodeKind::Text, text),
        }
        self.joinable = true;
    }

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        match allowed(html) {
            Some(AllowedTag::Start(element)) if element.is_void() => {
                self.leaf(NodeKind::Html(element), if element.name() == "br" { "\n" } else { "" }, range);
            }
            Some(AllowedTag::Start(element)) => self.open(NodeKind::Html(element), range),
            Some(AllowedTag::End(element)) if self.top_is(&NodeKind::Html(element)) => self.close(),
            _ => {
                self.raw_html.push(range.clone());
                self.words(html, range);
            }
        }
    }

    fn top_is(&self, kind: &NodeKind) -> bool {
        matches!(self.open.last(), Some(Some(top)) if self.nodes[*top].kind == *kind)
    }

    /// One line of a block of HTML, its line break kept but for the last.
    fn html_lines(&mut self, html: &str, range: Range<usize>) {
        match self.raw_html.last_mut().filter(|last| last.end == range.start) {
            Some(block) => block.end = range.end,
            None => self.raw_html.push(range.clone()),
        }
        self.words(html, range);
    }

    fn footnote_reference(&mut self, number: &str, range: Range<usize>) {
        let number = number.parse().unwrap_or(0);
        let earlier = self.mentions.entry(number).or_insert(0);
        let kind = NodeKind::FootnoteReference(number, *earlier);
        *earlier += 1;
        self.leaf(kind, "", range);
    }

    fn heading(&mut self, level: HeadingLevel) -> NodeKind {
        let level = match level {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            HeadingLevel::H4 => 4,
            HeadingLevel::H5 => 5,
            HeadingLevel::H6 => 6,
        };
        let number = u32::try_from(self.headings.len()).unwrap_or(u32::MAX);
        self.headings.push(Heading { level, id: "".into(), text: TextRange::default() });
        NodeKind::Heading(number)
    }

    /// A heading's id comes from its words, with a number behind it where another has it. The page's own ids are
    /// `main` and those that begin with `note-`, `ref-`, `fn` or `page-`: a heading that would be called so gets `at-` before its name.
    fn name_heading(&mut self, number: u32, text: TextRange) {
        let slug = slugify(self.plain.slice(text));
        let own =
            slug == "main" || ["note-", "ref-", "fn-", "fnref-", "page-", "m-"].iter().any(|p| slug.starts_with(p));
        let slug = if own { format!("at-{slug}") } else { slug };
        let count = self.ids.entry(slug.clone()).or_insert(0);
        *count += 1;
        let id = if *count == 1 { slug } else { format!("{slug}-{count}") };
        self.ids.entry(id.clone()).or_insert(1);
        let heading = &mut self.headings[number as usize];
        heading.id = id.into();
        heading.text = text;
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str, range: Range<usize>) -> NodeKind {
        let kind = match link_type {
            LinkType::Email => LinkKind::Email,
            LinkType::WikiLink { .. } => LinkKind::Wiki,
            _ => LinkKind::Link,
        };
        if matches!(link_type, LinkType::WikiLink { has_pothole: false }) {
            self.wiki_title = self.titles.of(target).map(str::to_owned);
        }
        NodeKind::Link(self.push_link(kind, target, title, range))
    }

    fn image(&mut self, target: &str, title: &str, range: Range<usize>) {
        if self.images == 0 {
            let number = self.push_link(LinkKind::Image, target, title, range.clone());
            self.leaf(NodeKind::Image(number), "", range);
        }
        self.images += 1;
    }

    fn push_link(&mut self, kind: LinkKind, target: &str, title: &str, range: Range<usize>) -> u32 {
        let number = u32::try_from(self.links.len()).unwrap_or(u32::MAX);
        let at = self.plain.position();
        self.links.push(Link {
            kind,
            target: target.to_owned(),
            title: title.to_owned(),
            alternative: String::new(),
            span: self.place.span(range, target),
            text: TextRange { start: at, end: at },
        });
        number
    }

    fn alternative(&mut self, words: &str) {
        if let Some(image) = self.links.last_mut() {
            image.alternative.push_str(words);
        }
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(column: pulldown_cmark::Alignment) -> Alignment {
    match column {
        pulldown_cmark::Alignment::None => Alignment::Default,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
