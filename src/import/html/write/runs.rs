//! Inline nodes → runs: pieces of text with the marks that they stand in.

use dom_query::NodeRef;

use super::Writer;
use crate::import::html::dom;

/// Deepest inline nesting that is read; what is deeper keeps its words and loses its marks.
const DEEPEST: usize = 64;

/// The marks of a run, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    bits: u8,
    /// Index of the link's address in the paragraph's list, counted from 1; 0 outside of links.
    pub(super) link: u16,
}

/// A mark that Markdown or the few raw elements of postil's dialect can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Link(u16),
    Strong,
    Emphasis,
    Strike,
    Sub,
    Sup,
    Kbd,
}

impl Marks {
    pub(super) fn with(self, mark: Mark) -> Self {
        match mark {
            Mark::Link(link) => Self { link, ..self },
            mark => Self { bits: self.bits | bit(mark), ..self },
        }
    }

    /// Every mark, the link first.
    pub(super) fn list(self) -> impl Iterator<Item = Mark> {
        let link = (self.link > 0).then_some(Mark::Link(self.link));
        let rest = [Mark::Strong, Mark::Emphasis, Mark::Strike, Mark::Sub, Mark::Sup, Mark::Kbd];
        link.into_iter().chain(rest.into_iter().filter(move |mark| self.bits & bit(*mark) > 0))
    }

    pub(super) fn has(self, mark: Mark) -> bool {
        self.list().any(|one| one == mark)
    }

    pub(super) fn none(self) -> bool {
        self == Self::default()
    }
}

fn bit(mark: Mark) -> u8 {
    match mark {
        Mark::Link(_) => 0,
        Mark::Strong => 1,
        Mark::Emphasis => 2,
        Mark::Strike => 4,
        Mark::Sub => 8,
        Mark::Sup => 16,
        Mark::Kbd => 32,
    }
}

/// What a run shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words; white space is single spaces and no-break spaces.
    Text(String),
    Code(String),
    Break,
    /// A reference to the footnote with this label.
    Note(String),
    /// A picture that is kept: alternative text and file name.
    Image(String, String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) piece: Piece,
    pub(super) marks: Marks,
}

/// The runs of one paragraph, with the addresses of its links.
#[derive(Debug, Default)]
pub(super) struct Runs {
    pub(super) pieces: Vec<Run>,
    pub(super) links: Vec<String>,
    depth: usize,
}

impl Runs {
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.iter().all(|run| match &run.piece {
            Piece::Text(text) => text.trim().is_empty(),
            Piece::Break => true,
            _ => false,
        })
    }

    /// The words alone; a break is a new line.
    pub(super) fn plain(&self) -> String {
        let mut plain = String::new();
        for run in &self.pieces {
            match &run.piece {
                Piece::Text(text) | Piece::Code(text) => plain.push_str(text),
                Piece::Break => plain.push('\n'),
                Piece::Note(_) | Piece::Image(..) => {}
            }
        }
        plain.trim().to_owned()
    }

    /// Bytes of the words that stand in links.
    pub(super) fn linked(&self) -> usize {
        let linked = self.pieces.iter().filter(|run| run.marks.link > 0);
        linked
            .map(|run| if let Piece::Text(text) | Piece::Code(text) = &run.piece { text.trim().len() } else { 0 })
            .sum()
    }

    /// Reads a node and all below it.
    pub(super) fn read(&mut self, node: &NodeRef<'_>, writer: &mut Writer<'_>) {
        self.node(node, Marks::default(), writer);
    }

    /// Reads what stands in a node.
    pub(super) fn read_children(&mut self, node: &NodeRef<'_>, writer: &mut Writer<'_>) {
        self.children(node, Marks::default(), writer);
    }

    /// In a heading emphasis says nothing more.
    pub(super) fn forget_emphasis(&mut self) {
        let runs = std::mem::take(&mut self.pieces);
        for mut run in runs {
            run.marks.bits &= !(bit(Mark::Strong) | bit(Mark::Emphasis));
            match run.piece {
                Piece::Text(text) => self.words(&text, run.marks),
                Piece::Break => self.words(" ", run.marks),
                _ => self.pieces.push(run),
            }
        }
    }

    fn node(&mut self, node: &NodeRef<'_>, marks: Marks, writer: &mut Writer<'_>) {
        if dom::text(node, |text| self.words(text, marks)).is_some() {
            return;
        }
        let Some(name) = dom::name(node) else { return };
        let name = name.as_ref();
        if dom::is_silent(name) || writer.is_skipped(node) {
            return;
        }
        if let Some(label) = writer.note_label(node) {
            self.push(Piece::Note(label), Marks::default());
            return;
        }
        match name {
            "br" => self.push(Piece::Break, marks),
            "img" => {
                if let Some((alt, file)) = writer.image(node) {
                    self.push(Piece::Image(alt, file), Marks::default());
                }
            }
            "code" | "tt" | "samp" if !node.text().contains('\n') => self.code(node, marks),
            "a" => self.link(node, marks, writer),
            "q" => {
                self.words("“", marks);
                self.children(node, marks, writer);
                self.words("”", marks);
            }
            _ => self.element(node, name, marks, writer),
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, marks: Marks, writer: &mut Writer<'_>) {
        let marks = mark_of(name).map_or(marks, |mark| marks.with(mark));
        let apart = dom::is_block(name);
        if apart {
            self.words(" ", marks);
        }
        self.children(node, marks, writer);
        if apart {
            self.words(" ", marks);
        }
    }

    fn children(&mut self, node: &NodeRef<'_>, marks: Marks, writer: &mut Writer<'_>) {
        if self.depth > DEEPEST {
            self.words(&node.text(), marks);
            return;
        }
        self.depth += 1;
        let mut child = node.first_child();
        while let Some(one) = child {
            self.node(&one, marks, writer);
            child = one.next_sibling();
        }
        self.depth -= 1;
    }

    fn link(&mut self, node: &NodeRef<'_>, marks: Marks, writer: &mut Writer<'_>) {
        let address = dom::attribute(node, "href").and_then(|href| writer.address(&href));
        let marks = match address {
            Some(address) if marks.link == 0 && self.links.len() < usize::from(u16::MAX) => {
                if self.links.last() != Some(&address) {
                    self.links.push(address);
                }
                marks.with(Mark::Link(u16::try_from(self.links.len()).unwrap_or_default()))
            }
            _ => marks,
        };
        self.children(node, marks, writer);
    }

    fn code(&mut self, node: &NodeRef<'_>, marks: Marks) {
        let text = dom::squash(&node.text());
        if !text.is_empty() {
            self.push(Piece::Code(text), marks);
        }
    }

    /// Adds words; white space that meets white space is one space.
    pub(super) fn words(&mut self, text: &str, marks: Marks) {
        let ended = self.ends_in_space();
        let mut words = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
                    if !(words.ends_with(' ') || (words.is_empty() && ended)) {
                        words.push(' ');
                    }
                }
                // A byte-order mark and other controls show nothing.
                '\u{feff}' | '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {}
                c => words.push(c),
            }
        }
        if words.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Run { piece: Piece::Text(last), marks: same }) if *same == marks => last.push_str(&words),
            _ => self.push(Piece::Text(words), marks),
        }
    }

    fn ends_in_space(&self) -> bool {
        match self.pieces.last().map(|run| &run.piece) {
            None | Some(Piece::Break) => true,
            Some(Piece::Text(text)) => text.ends_with(' '),
            Some(_) => false,
        }
    }

    fn push(&mut self, piece: Piece, marks: Marks) {
        self.pieces.push(Run { piece, marks });
    }

    /// The paragraphs between double breaks; single breaks at their ends are gone.
    pub(super) fn paragraphs(self) -> Vec<Self> {
        let mut paragraphs = vec![Self { links: self.links.clone(), ..Self::default() }];
        let mut breaks = 0;
        for run in self.pieces {
            let blank = matches!(&run.piece, Piece::Text(text) if text.trim_matches(' ').is_empty());
            match run.piece {
                Piece::Break => breaks += 1,
                _ if blank && breaks > 0 => {}
                _ => {
                    if breaks > 1 {
                        paragraphs.push(Self { links: self.links.clone(), ..Self::default() });
                    } else if breaks == 1 {
                        push_break(&mut paragraphs, run.marks);
                    }
                    breaks = 0;
                    paragraphs.extend_last(run);
                }
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }
}

/// Adds to the paragraph that is being filled.
trait ExtendLast {
    fn extend_last(&mut self, run: Run);
}

impl ExtendLast for Vec<Runs> {
    fn extend_last(&mut self, run: Run) {
        if let Some(last) = self.last_mut() {
            last.pieces.push(run);
        }
    }
}

fn push_break(paragraphs: &mut Vec<Runs>, marks: Marks) {
    if paragraphs.last().is_some_and(|last| !last.is_empty()) {
        paragraphs.extend_last(Run { piece: Piece::Break, marks });
    }
}

fn mark_of(name: &str) -> Option<Mark> {
    Some(match name {
        "b" | "strong" => Mark::Strong,
        "i" | "em" | "var" | "dfn" => Mark::Emphasis,
        "del" | "s" | "strike" => Mark::Strike,
        "sub" => Mark::Sub,
        "sup" => Mark::Sup,
        "kbd" => Mark::Kbd,
        _ => return None,
    })
}
