//! A note as the text of a file, and its name.

use std::fmt::{Display, Write as _};

use crate::model::id::Id;
use crate::model::note::{AnchorHint, Answer, Change, Citation, Imported, NoteFields, OrphanAcknowledged};
use crate::model::vocabulary::{Shows, Treats};
use crate::text::slugify;
use crate::yaml::{block, flow, quoted, scalar};

/// The first line of a note's file: editors that know it complete and check while somebody types.
pub const SCHEMA: &str = "# yaml-language-server: $schema=../../../../schema/note.json\n";

/// Longest part of a name that comes from the note's words, in bytes, and in words: long enough to tell notes apart in
/// a list of files.
const NAME: (usize, usize) = (40, 5);

/// A note's file. `id` is its name, and stands nowhere in it.
#[must_use]
pub fn write(note: &NoteFields) -> String {
    let mut file = Lines { text: SCHEMA.to_owned(), indent: "" };
    file.key("kind", Some(note.kind.id()));
    file.key("quote", note.quote.as_deref().map(scalar));
    file.anchor(&note.anchor);
    file.key("verdict", note.verdict.as_ref().map(id));
    file.key("claim", note.claim.as_ref().map(id));
    file.key("treats", note.treats.map(Treats::id));
    file.key("language", note.language.as_deref().map(scalar));
    file.key("body", Some(block(&note.body)));
    file.list("sources", &note.sources, Lines::citation);
    file.key("tags", (!note.tags.is_empty()).then(|| flow(&note.tags)));
    file.key("by", Some(id(&note.by)));
    file.key("created", Some(note.created));
    file.imported(note.imported.as_ref());
    file.orphan(note.orphan.as_ref());
    file.answer(note.answer.as_ref());
    file.list("history", &note.history, Lines::change);
    file.text
}

/// The file with comments of its author's below the first line.
#[must_use]
pub fn with_comments(file: &str, comments: &[&str]) -> String {
    let (schema, rest) = file.split_at(SCHEMA.len());
    let comments: String = comments.iter().flat_map(|comment| [comment, "\n"]).collect();
    [schema, &comments, rest].concat()
}

/// Markdown as a note holds it: lines that end alike, the last with one line break, no empty ones around it.
#[must_use]
pub fn body(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let begins = lines.find(|c: char| !c.is_whitespace()).unwrap_or(lines.len());
    let first_line = lines[..begins].rfind('\n').map_or(0, |at| at + 1);
    format!("{}\n", lines[first_line..].trim_end())
}

/// Names for the note's file, the best first, without end: the day and some words of the quote, then the same with a
/// number.
pub fn names(note: &NoteFields) -> impl Iterator<Item = Id> + use<> {
    let day = note.created.to_string().replace('-', "");
    let stem = format!("{day}-{}", words(note));
    let first = std::iter::once(stem.clone());
    let names = first.chain((2..).map(move |number: u32| format!("{stem}-{number}")));
    // The day comes first, so that no name is a reserved one; with 40 bytes and a number none is too long.
    names.filter_map(|name| Id::new(&name).ok())
}

fn words(note: &NoteFields) -> String {
    // Where the letters have no likeness in ASCII, nothing is left of the words.
    let slug = note.quote.as_deref().map(slugify).filter(|slug| slug != "x");
    let slug = slug.unwrap_or_else(|| note.kind.id().to_owned());
    let mut name = String::new();
    for word in slug.split('-').take(NAME.1) {
        if name.len() + word.len() > NAME.0 && !name.is_empty() {
            break;
        }
        name = if name.is_empty() { word.chars().take(NAME.0).collect() } else { format!("{name}-{word}") };
    }
    name
}

/// The lines of a note's sources; nothing where there are none.
#[must_use]
pub fn sources(cited: &[Citation]) -> String {
    let mut file = Lines { text: String::new(), indent: "" };
    file.list("sources", cited, Lines::citation);
    file.text
}

fn id(id: &Id) -> String {
    scalar(id.as_str())
}

/// Writes one key after the other; what has no value has no key.
struct Lines {
    text: String,
    /// What stands before the next key.
    indent: &'static str,
}

impl Lines {
    fn key(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            // Writing to a String cannot fail.
            let _ = writeln!(self.text, "{}{key}: {value}", self.indent);
            // The first key of a list's item stands behind its dash.
            if self.indent == "  - " {
                self.indent = "    ";
            }
        }
    }

    /// The tool's part, in quotes whatever it holds: it ends and begins with spaces.
    fn anchor(&mut self, anchor: &AnchorHint) {
        let AnchorHint { prefix, suffix, position } = anchor;
        if prefix.is_none() && suffix.is_none() && position.is_none() {
            return;
        }
        self.map("anchor", |lines| {
            lines.key("prefix", prefix.as_deref().map(quoted));
            lines.key("suffix", suffix.as_deref().map(quoted));
            lines.key("position", *position);
        });
    }

    fn imported(&mut self, imported: Option<&Imported>) {
        let Some(Imported { from, id, user, url, changed }) = imported else { return };
        self.map("imported", |lines| {
            lines.key("from", Some(scalar(from)));
            lines.key("id", Some(quoted(id)));
            lines.key("user", user.as_deref().map(scalar));
            lines.key("url", url.as_ref().map(|url| scalar(url.as_str())));
            lines.key("changed", *changed);
        });
    }

    fn orphan(&mut self, orphan: Option<&OrphanAcknowledged>) {
        let Some(OrphanAcknowledged { since, reason }) = orphan else { return };
        self.map("orphan", |lines| {
            lines.key("since", Some(since));
            lines.key("reason", Some(scalar(reason)));
        });
    }

    fn answer(&mut self, answer: Option<&Answer>) {
        let Some(Answer { text, by, on }) = answer else { return };
        self.map("answer", |lines| {
            lines.key("text", Some(scalar(text)));
            lines.key("by", Some(id(by)));
            lines.key("on", Some(on));
        });
    }

    fn map(&mut self, key: &str, values: impl FnOnce(&mut Self)) {
        let _ = writeln!(self.text, "{key}:");
        self.indent = "  ";
        values(self);
        self.indent = "";
    }

    fn list<T>(&mut self, key: &str, items: &[T], item: fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(self.text, "{key}:");
        for one in items {
            self.indent = "  - ";
            item(self, one);
        }
        self.indent = "";
    }

    fn citation(&mut self, cited: &Citation) {
        self.key("title", Some(scalar(&cited.title)));
        self.key("author", cited.author.as_deref().map(scalar));
        self.key("publisher", cited.publisher.as_deref().map(scalar));
        self.key("url", cited.url.as_ref().map(|url| scalar(url.as_str())));
        self.key("published", cited.published);
        self.key("accessed", cited.accessed);
        self.key("archived", cited.archived.as_ref().map(|url| scalar(url.as_str())));
        self.key("shows", cited.shows.map(Shows::id));
    }

    fn change(&mut self, change: &Change) {
        self.key("date", Some(change.date));
        self.key("by", Some(id(&change.by)));
        self.key("what", Some(scalar(&change.what)));
        self.key("kind", Some(change.kind.id()));
    }
}
