//! Step 2: [`Sources`] → [`Library`]. YAML becomes typed fields, Markdown becomes a tree with its plain text. What can't
//! be used is reported and left out; the rest goes on.
//!
//! Two rounds, each parallel by article: first everything in YAML, so that titles are known, then Markdown, where a bare
//! `[[wikilink]]` reads as the title of what it names.

mod front_matter;
mod markdown;
mod titles;

use std::ops::Range;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use self::markdown::Place;
use self::titles::Titles;
use crate::config::{Config, Limits};
use crate::diag::{Diagnostic, Diagnostics, Origin, SourceId, SourceMap};
use crate::model::article::{Article, FrontMatter};
use crate::model::document::Document;
use crate::model::entity::{Entry, Page, PageFields};
use crate::model::library::{Library, Table};
use crate::model::note::{Note, NoteFields};
use crate::model::sources::{ArticleSources, NamedSource, Sources};
use crate::text::PlainText;
use crate::yaml::{Reader, place};

/// An article whose YAML has been read.
struct Head {
    sources: ArticleSources,
    origin: Origin,
    front: FrontMatter,
    notes: Vec<Entry<NoteFields>>,
    body: Range<usize>,
}

/// What both rounds need.
struct Parser<'a> {
    map: &'a SourceMap,
    limits: Limits,
    front_matter: Reader<FrontMatter>,
    note: Reader<NoteFields>,
    page: Reader<PageFields>,
}

/// Parses all files.
pub fn parse(sources: Sources, config: &Config, diagnostics: &mut Diagnostics) -> Library {
    let limits = config.limits;
    let parser = Parser {
        map: &sources.map,
        limits,
        front_matter: Reader::new("article", limits.yaml(limits.article_bytes)),
        note: Reader::new("note", limits.yaml(limits.note_bytes)),
        page: Reader::new("page", limits.yaml(limits.note_bytes)),
    };
    let heads = gather(diagnostics, sources.articles, |article, found| parser.head(article, found));
    let page_heads = gather(diagnostics, sources.pages, |page, found| parser.page_head(page, found));
    let outlets = parser.table("outlet", sources.outlets, diagnostics);
    let claims = parser.table("claim", sources.claims, diagnostics);
    let topics = parser.table("topic", sources.topics, diagnostics);
    let events = parser.table("event", sources.events, diagnostics);
    let editors = parser.table("editor", sources.editors, diagnostics);
    let titles = Titles {
        articles: heads.iter().map(|h| (h.sources.slug.as_str(), h.front.title.as_str())).collect(),
        pages: page_heads.iter().map(|(p, _)| (p.id.as_str(), p.fields.title.as_str())).collect(),
        outlets: &outlets,
        claims: &claims,
        topics: &topics,
        editors: &editors,
    };
    let articles = gather_in_order(diagnostics, &heads, |head, found| parser.article(head, &titles, found));
    let pages = gather_in_order(diagnostics, &page_heads, |(page, body), found| {
        let body = parser.body(page.origin.source, body.clone(), &titles, found);
        Page { slug: page.id.clone(), origin: page.origin.clone(), fields: page.fields.clone(), body }
    });
    Library { articles, outlets, claims, topics, events, editors, pages, look: sources.look, sources: sources.map }
}

/// The plain text of an article's file (`article.md`, without a byte order mark) as it stands beside the library: of an
/// earlier state of it, say. Bare `[[wikilinks]]` read as what they name in the library. `None` where the file has no
/// front matter.
#[must_use]
pub fn plain_text(file: &str, library: &Library, config: &Config) -> Option<PlainText> {
    let (mut map, mut unheard) = (SourceMap::default(), Diagnostics::default());
    let source = map.add("", file);
    let (_, body) = front_matter::split(&map, source, &mut unheard)?;
    let titles = Titles {
        articles: library.articles.iter().map(|a| (a.slug.as_str(), a.front.title.as_str())).collect(),
        pages: library.pages.iter().map(|p| (p.slug.as_str(), p.fields.title.as_str())).collect(),
        outlets: &library.outlets,
        claims: &library.claims,
        topics: &library.topics,
        editors: &library.editors,
    };
    let place = Place::Offset { source, start: body.start };
    let nesting = config.limits.article_nesting;
    Some(markdown::document(&map.text(source)[body], &place, &titles, nesting, &mut unheard).text)
}

/// The bytes of an article's front matter in its file, without the fences, and those of the text below it.
#[must_use]
pub fn parts(file: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut map = SourceMap::default();
    let source = map.add("", file);
    front_matter::split(&map, source, &mut Diagnostics::default())
}

impl Parser<'_> {
    /// An article's front matter and its notes' YAML.
    fn head(&self, article: ArticleSources, found: &mut Diagnostics) -> Option<Head> {
        // First, so that what is wrong in them is reported whatever is wrong in the article.
        let files: Vec<_> = article.notes.iter().filter_map(|named| self.entry(&self.note, named, found)).collect();
        let (yaml, body) = front_matter::split(self.map, article.article, found)?;
        let origin = Origin::new(article.article, yaml.clone());
        let reader = &self.front_matter;
        let mut front = reader
            .read(self.map, article.article, yaml.clone(), found)
            // A broken note among them must not hide the article.
            .or_else(|| reader.read_without("notes", self.map, article.article, yaml))?;
        let inline = std::mem::take(&mut front.notes);
        let mut notes: Vec<_> = inline
            .into_iter()
            .enumerate()
            .filter_map(|(i, fields)| self.inline_note(&origin, i, fields, found))
            .collect();
        notes.extend(files);
        Some(Head { sources: article, origin, front, notes, body })
    }

    /// A note in front matter needs an id of its own, since no file name gives it one.
    fn inline_note(
        &self,
        article: &Origin,
        index: usize,
        fields: NoteFields,
        found: &mut Diagnostics,
    ) -> Option<Entry<NoteFields>> {
        let origin = article.inside(&format!("notes/{index}"));
        let Some(id) = fields.id.clone() else {
            let problem = Diagnostic::error("missing-key", "this note has no `id`");
            let help = "give it one, such as `id: first-ferry`, or move it to a file of its own in `notes/`";
            found.push(problem.at(place(self.map, &origin, "kind")).help(help));
            return None;
        };
        Some(Entry { id, origin, fields })
    }

    fn entry<T: DeserializeOwned + JsonSchema>(
        &self,
        reader: &Reader<T>,
        named: &NamedSource,
        found: &mut Diagnostics,
    ) -> Option<Entry<T>> {
        let whole = 0..self.map.text(named.source).len();
        let fields = reader.read(self.map, named.source, whole.clone(), found)?;
        Some(Entry { id: named.id.clone(), origin: Origin::new(named.source, whole), fields })
    }

    fn table<T: DeserializeOwned + JsonSchema + Send>(
        &self,
        noun: &'static str,
        named: Vec<NamedSource>,
        diagnostics: &mut Diagnostics,
    ) -> Table<T> {
        let reader = Reader::<T>::new(noun, self.limits.yaml(self.limits.note_bytes));
        Table::new(gather(diagnostics, named, |named, found| self.entry(&reader, &named, found)))
    }

    fn page_head(&self, page: NamedSource, found: &mut Diagnostics) -> Option<(Entry<PageFields>, Range<usize>)> {
        let (yaml, body) = front_matter::split(self.map, page.source, found)?;
        let origin = Origin::new(page.source, yaml.clone());
        let fields = self.page.read(self.map, page.source, yaml, found)?;
        Some((Entry { id: page.id, origin, fields }, body))
    }

    fn article(&self, head: &Head, titles: &Titles<'_>, found: &mut Diagnostics) -> Article {
        let notes = head.notes.iter().map(|note| {
            let body = self.value(&note.origin, &note.fields.body, titles, found);
            Note { id: note.id.clone(), origin: note.origin.clone(), fields: note.fields.clone(), body }
        });
        let notes = notes.collect();
        Article {
            slug: head.sources.slug.clone(),
            origin: head.origin.clone(),
            front: head.front.clone(),
            body: self.body(head.origin.source, head.body.clone(), titles, found),
            notes,
            attachments: head.sources.attachments.clone(),
        }
    }

    /// Markdown that is the rest of a file.
    fn body(&self, source: SourceId, range: Range<usize>, titles: &Titles<'_>, found: &mut Diagnostics) -> Document {
        let place = Place::Offset { source, start: range.start };
        let text = &self.map.text(source)[range];
        markdown::document(text, &place, titles, self.limits.article_nesting, found)
    }

    /// Markdown that is a YAML value.
    fn value(&self, origin: &Origin, text: &str, titles: &Titles<'_>, found: &mut Diagnostics) -> Document {
        let place = Place::Value { map: self.map, origin: origin.inside("body") };
        markdown::document(text, &place, titles, self.limits.note_nesting, found)
    }
}

/// Does the work on all items in parallel and keeps results and problems in the order of the items.
fn gather<T: Send, R: Send>(
    diagnostics: &mut Diagnostics,
    items: Vec<T>,
    work: impl Fn(T, &mut Diagnostics) -> Option<R> + Sync,
) -> Vec<R> {
    let done: Vec<(Option<R>, Diagnostics)> = items
        .into_par_iter()
        .map(|item| {
            let mut found = Diagnostics::default();
            (work(item, &mut found), found)
        })
        .collect();
    merge(diagnostics, done)
}

/// The same for items that are kept.
fn gather_in_order<T: Sync, R: Send>(
    diagnostics: &mut Diagnostics,
    items: &[T],
    work: impl Fn(&T, &mut Diagnostics) -> R + Sync,
) -> Vec<R> {
    let done: Vec<(Option<R>, Diagnostics)> = items
        .par_iter()
        .map(|item| {
            let mut found = Diagnostics::default();
            (Some(work(item, &mut found)), found)
        })
        .collect();
    merge(diagnostics, done)
}

fn merge<R>(diagnostics: &mut Diagnostics, done: Vec<(Option<R>, Diagnostics)>) -> Vec<R> {
    let mut results = Vec::with_capacity(done.len());
    for (result, found) in done {
        results.extend(result);
        diagnostics.append(found);
    }
    results
}
