//! What an import gives: plain data, with the reason for every choice.

use super::date::Published;
use super::{excerpt, front_matter, markdown, report, shown, slug};
use crate::model::vocabulary::TextKind;

/// One article as read from a dump, before a person has looked at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Name of the file that it was read from.
    pub from: String,
    /// The headline as printed.
    pub title: Option<String>,
    /// BCP 47 tag, where the source states it or the body shows it plainly.
    pub language: Option<String>,
    /// Persons named by the byline, in its order.
    pub authors: Vec<String>,
    /// Name of who published it.
    pub outlet: Option<String>,
    /// Name of who republished it, where that is someone else.
    pub via: Option<String>,
    /// Address of the article, where the text states it.
    pub url: Option<String>,
    /// When it was published, never more precise than stated.
    pub published: Option<Published>,
    /// Categories or tags named by a footer. They are the site's words, not topics of ours.
    pub categories: Vec<String>,
    /// Titles of other articles that stood in the body as "Read more".
    pub related: Vec<String>,
    /// Licence or permission under which the text may be shown, as a person said it.
    pub rights: Option<String>,
    /// What the text is in relation to its source; the full text where nothing is said.
    pub text: Option<TextKind>,
    /// Most words of the text that were asked for, where it was cut.
    pub cut_at: Option<usize>,
    /// The text itself, in reading order.
    pub body: Vec<Block>,
    /// What a person should look at, in the order of [`Field`], each once.
    pub unsure: Vec<Field>,
    /// Where each value came from. The first decision of a field is the one taken; later ones of the same field agree
    /// or differ.
    pub decisions: Vec<Decision>,
    /// Source lines that are not in the body, in the order of the source.
    pub dropped: Vec<Dropped>,
    /// Files that belong beside `article.md`, which shows them by name.
    pub attachments: Vec<Attachment>,
}

/// A file to be written beside an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its new name: `a-z`, `0-9`, `-` and an ending.
    pub name: String,
    /// Where its bytes are.
    pub origin: Origin,
}

/// Where the bytes of an attachment are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In a file beside the source: a path below the source's folder, without `..`.
    File(String),
    /// Here: the source itself held them.
    Bytes(Vec<u8>),
}

/// One block of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// First source line, counted from 1; 0 where it is not known.
    pub line: usize,
    /// What it is, and its words: plain text, but for [`Kind::Markdown`].
    pub kind: Kind,
}

impl Block {
    /// Its words without marks.
    #[must_use]
    pub fn words(&self) -> String {
        shown::block(&self.kind)
    }
}

/// The kinds of block that plain text can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A section's heading; `level` is 2 to 6, as in HTML (the title is level 1).
    Heading {
        /// 2..=6.
        level: usize,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// The caption or credit of a picture that the dump has lost.
    Caption(String),
    /// A list of one-paragraph items.
    List {
        /// Bullets or numbers.
        numbering: Numbering,
        /// The items without their markers.
        items: Vec<String>,
    },
    /// A quotation set apart by `>` or by its indent, one string a paragraph.
    Quote(Vec<String>),
    /// A line such as `* * *` between sections.
    Break,
    /// A block whose marks the source had, as Markdown: from a page or a Markdown file.
    Markdown(String),
}

/// How a list is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// `•`, `*`, `-` and the like.
    Bullets,
    /// `1.` or `1)`, counting up from 1.
    Numbers,
}

/// What can be doubtful about a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the field of Draft with this name")]
pub enum Field {
    Title,
    Language,
    Authors,
    Outlet,
    Url,
    Published,
    /// When it was last changed: reported, but no field of an article.
    Modified,
    Via,
    Rights,
    /// Words may be missing, doubled or left over.
    Body,
    /// So many headings that some are likely paragraphs.
    Headings,
}

impl Field {
    /// The key in the front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Language => "language",
            Self::Authors => "authors",
            Self::Outlet => "outlet",
            Self::Url => "url",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Via => "via",
            Self::Rights => "rights",
            Self::Body => "body",
            Self::Headings => "headings",
        }
    }
}

/// One value and the rule that found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which field it speaks of.
    pub field: Field,
    /// The value as it goes into the front matter, or for the body what was noticed.
    pub value: String,
    /// Name of the rule, such as `feed trailer`.
    pub rule: &'static str,
    /// First source line of the evidence, counted from 1; 0 where it stands in no line, such as a file's name.
    pub line: usize,
}

impl Decision {
    /// `feed trailer, line 4`
    pub(super) fn place(&self) -> String {
        if self.line == 0 { self.rule.to_owned() } else { format!("{}, line {}", self.rule, self.line) }
    }
}

/// Source lines that were left out of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// First source line, counted from 1; 0 where it is not known.
    pub line: usize,
    /// Last source line: more than `line` where hard-wrapped lines were joined.
    pub last: usize,
    /// The words that were left out.
    pub text: String,
    /// Name of the rule that took them out.
    pub rule: &'static str,
}

impl Draft {
    /// Folder name from outlet and title: `a-z`, `0-9` and `-`, 1 to 60 bytes, cut between words.
    ///
    /// Without a title the first words of the body stand in: a folder's name claims nothing about the article.
    #[must_use]
    pub fn slug(&self) -> String {
        let title = self.title.as_deref().or_else(|| self.first_words());
        let words = [self.outlet.as_deref(), title];
        slug::folder(&words.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    /// The whole `article.md`: front matter, blank line, body.
    ///
    /// The ids are those of files in `content/outlets`; a key is left out where its id is `None`. `from` is the
    /// source's file name.
    #[must_use]
    pub fn article_md(&self, outlet_id: Option<&str>, via_id: Option<&str>, from: &str) -> String {
        let mut article = front_matter::write(self, outlet_id, via_id, from);
        article.push('\n');
        article.push_str(&markdown::body(&self.body));
        article
    }

    /// The body as Markdown, as [`article_md`](Self::article_md) has it behind the front matter.
    #[must_use]
    pub fn body_md(&self) -> String {
        markdown::body(&self.body)
    }

    /// Lines for a person: each field with its rule and line, what is unsure, what was dropped. Ends in a newline.
    #[must_use]
    pub fn report(&self) -> String {
        report::write(self)
    }

    /// Keeps the first `words` words of the body at most, cut at the end of a sentence or paragraph where there is one.
    pub fn excerpt(&mut self, words: usize) {
        excerpt::cut(self, words);
    }

    /// How many words the body has.
    #[must_use]
    pub fn words(&self) -> usize {
        shown::count(&self.body)
    }

    fn first_words(&self) -> Option<&str> {
        self.body.iter().find_map(|block| match &block.kind {
            Kind::Paragraph(text) => Some(text.as_str()),
            _ => None,
        })
    }
}
