//! Both revisions side by side: which article, note or entry of the one is which of the other.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::moves::Moves;
use super::pair::{Pair, pairs};
use super::{At, FieldChange, Past, Side, Status, fields};
use crate::diag::{Origin, Severity};
use crate::model::anchor::ArticlePlacements;
use crate::model::article::Article;
use crate::model::entity::Entry;
use crate::model::id::Id;
use crate::model::library::Table;
use crate::model::note::Note;
use crate::yaml;

/// Both revisions.
pub(super) struct Comparison<'a> {
    pub(super) before: Revision<'a>,
    pub(super) after: Revision<'a>,
    pub(super) past: &'a Past,
    pub(super) moves: Moves,
    /// The articles of both, by slug, with their notes by id.
    pub(super) articles: Vec<ArticlePair>,
    /// For each slug of the older revision that is kept the number of the article in the newer one.
    now: BTreeMap<&'a str, usize>,
    /// For each slug of the newer revision that is kept the older slug.
    then: BTreeMap<&'a str, &'a str>,
}

/// One of the two.
pub(super) struct Revision<'a> {
    pub(super) side: Side<'a>,
    pub(super) articles: Vec<Written<'a>>,
    /// The files that are there and could not be read.
    unread: BTreeSet<&'a str>,
}

/// An article in one revision.
pub(super) struct Written<'a> {
    pub(super) side: Side<'a>,
    pub(super) article: &'a Article,
    pub(super) placements: &'a ArticlePlacements,
    front: OnceCell<Option<Value>>,
}

/// The numbers of an article and of its notes in both revisions.
pub(super) struct ArticlePair {
    pub(super) article: Pair<usize>,
    pub(super) notes: Vec<Pair<usize>>,
}

/// A note in one revision, with its article.
#[derive(Clone, Copy)]
pub(super) struct Noted<'c> {
    pub(super) article: &'c Written<'c>,
    pub(super) note: &'c Note,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(before: Side<'a>, after: Side<'a>, past: &'a Past) -> Self {
        let moves = Moves::new(&past.renames, before.sources(), after.sources());
        let (before, after) = (Revision::new(before), Revision::new(after));
        let folders = moves.folders();
        let articles = pairs(&before.slugs(), &after.slugs(), |i| {
            let old = folders.get(after.articles[i].article.slug.as_str())?;
            before.side.library().article(old)
        });
        let with_notes = |article| ArticlePair { article, notes: notes(&before, &after, &moves, article) };
        let articles: Vec<ArticlePair> = articles.into_iter().map(with_notes).collect();
        let (mut now, mut then) = (BTreeMap::new(), BTreeMap::new());
        for pair in &articles {
            if let Pair::Kept(old, new) = pair.article {
                now.insert(before.slug(old), new);
                then.insert(after.slug(new), before.slug(old));
            }
        }
        Self { before, after, past, moves, articles, now, then }
    }

    /// What an article of the older revision is now, if it is kept.
    pub(super) fn now(&self, slug: &str) -> Option<&Written<'a>> {
        self.now.get(slug).map(|&i| &self.after.articles[i])
    }

    /// What the slug of a kept article was.
    pub(super) fn then(&self, slug: &str) -> Option<&'a str> {
        self.then.get(slug).copied()
    }

    /// The articles that are in both revisions, with their notes.
    pub(super) fn kept(&self) -> impl Iterator<Item = (&Written<'a>, &Written<'a>, &[Pair<usize>])> {
        self.articles.iter().filter_map(|pair| match pair.article {
            Pair::Kept(old, new) => Some((&self.before.articles[old], &self.after.articles[new], &pair.notes[..])),
            _ => None,
        })
    }

    /// All notes of both revisions, by article and id.
    pub(super) fn notes(&self) -> impl Iterator<Item = Pair<Noted<'_>>> {
        self.articles.iter().flat_map(move |pair| {
            let (old, new) = match pair.article {
                Pair::Added(new) => (None, self.after.articles.get(new)),
                Pair::Kept(old, new) => (self.before.articles.get(old), self.after.articles.get(new)),
                Pair::Withdrawn(old) => (self.before.articles.get(old), None),
            };
            pair.notes.iter().filter_map(move |note| {
                Some(match *note {
                    Pair::Added(i) => Pair::Added(new?.noted(i)),
                    Pair::Kept(i, j) => Pair::Kept(old?.noted(i), new?.noted(j)),
                    Pair::Withdrawn(i) => Pair::Withdrawn(old?.noted(i)),
                })
            })
        })
    }

    /// The entries of a table in both revisions, by id.
    pub(super) fn entries<T>(&self, table: fn(Side<'a>) -> &'a Table<T>) -> Vec<Pair<&'a Entry<T>>> {
        let (before, after) = (table(self.before.side), table(self.after.side));
        let ids = |table: &'a Table<T>| table.ids().map(Id::as_str).collect::<Vec<_>>();
        let was = |i: usize| {
            let path = self.after.side.sources().path(after.at(i).origin.source);
            let old = self.moves.was(path)?;
            before.iter().position(|entry| self.before.side.sources().path(entry.origin.source) == old)
        };
        let found = pairs(&ids(before), &ids(after), was).into_iter().map(|pair| match pair {
            Pair::Added(new) => Pair::Added(after.at(new)),
            Pair::Kept(old, new) => Pair::Kept(before.at(old), after.at(new)),
            Pair::Withdrawn(old) => Pair::Withdrawn(before.at(old)),
        });
        found.collect()
    }

    /// What became of a thing that only the newer revision holds, by the place where it was written.
    pub(super) fn added(&self, origin: &Origin) -> Status {
        let path = self.after.side.sources().path(origin.source);
        let unread = |path: &str| self.before.unread.contains(path);
        if unread(path) || self.moves.was(path).is_some_and(unread) { Status::ReadableAgain } else { Status::Added }
    }

    /// What became of a thing that only the older revision holds, by the place where it was written.
    pub(super) fn withdrawn(&self, origin: &Origin) -> Status {
        let path = self.before.side.sources().path(origin.source);
        let unread = |path: &str| self.after.unread.contains(path);
        if unread(path) || self.moves.now(path).is_some_and(unread) { Status::Unreadable } else { Status::Withdrawn }
    }
}

impl<'a> Revision<'a> {
    fn new(side: Side<'a>) -> Self {
        let articles = side.library().articles.iter().zip(&side.site.anchored.placements);
        let written = |(article, placements)| Written { side, article, placements, front: OnceCell::new() };
        Self { side, articles: articles.map(written).collect(), unread: unread(side) }
    }

    fn slugs(&self) -> Vec<&'a str> {
        (0..self.articles.len()).map(|i| self.slug(i)).collect()
    }

    fn slug(&self, article: usize) -> &'a str {
        self.articles[article].article.slug.as_str()
    }

    /// The place of a value, by the way to it from where its entity was written.
    pub(super) fn at(&self, origin: &Origin, pointer: &str) -> At {
        at(self.side, origin, pointer)
    }
}

impl<'a> Written<'a> {
    pub(super) fn noted(&'a self, index: usize) -> Noted<'a> {
        Noted { article: self, note: &self.article.notes[index] }
    }

    /// Its front matter as a tree; `None` where it can't be read.
    pub(super) fn front(&self) -> Option<&Value> {
        self.front.get_or_init(|| yaml_value(self.side, &self.article.origin)).as_ref()
    }

    /// What was changed in its front matter since `before`, notes not counted.
    pub(super) fn changes(&self, before: &Written<'_>) -> Vec<FieldChange> {
        if yaml_text(before.side, &before.article.origin) == yaml_text(self.side, &self.article.origin) {
            return Vec::new();
        }
        let front = |written: &Written<'_>| fields::without(written.front().cloned(), &["notes"]);
        fields::changes(front(before).as_ref(), front(self).as_ref())
    }

    /// Its words.
    pub(super) fn text(&self) -> &'a str {
        self.article.body.text.as_str()
    }

    pub(super) fn at(&self, origin: &Origin, pointer: &str) -> At {
        at(self.side, origin, pointer)
    }
}

impl Noted<'_> {
    /// Its YAML as a tree, without the id; `None` where it can't be read.
    pub(super) fn value(self) -> Option<Value> {
        let origin = &self.note.origin;
        let value = if origin.pointer.is_empty() {
            yaml_value(self.article.side, origin)
        } else {
            self.article.front()?.pointer(&format!("/{}", origin.pointer)).cloned()
        };
        fields::without(value, &["id"])
    }

    /// What was changed in its YAML since `before`.
    pub(super) fn changes(self, before: Noted<'_>) -> Vec<FieldChange> {
        let (old, new) = (&before.note.origin, &self.note.origin);
        if old.pointer == new.pointer && yaml_text(before.article.side, old) == yaml_text(self.article.side, new) {
            return Vec::new();
        }
        fields::changes(before.value().as_ref(), self.value().as_ref())
    }

    /// The place of one of its values.
    pub(super) fn at(self, pointer: &str) -> At {
        self.article.at(&self.note.origin, pointer)
    }
}

fn at(side: Side<'_>, origin: &Origin, pointer: &str) -> At {
    At::new(side.sources(), yaml::place(side.sources(), origin, pointer))
}

/// The files of which nothing is in the site because of an error in them.
fn unread(side: Side<'_>) -> BTreeSet<&str> {
    /// The loader's code for a file that is missing or empty.
    const MISSING: &str = "no-article";
    let library = side.library();
    let articles = library.articles.iter();
    let written: Vec<&Origin> = articles
        .flat_map(|article| article.notes.iter().map(|note| &note.origin).chain([&article.origin]))
        .chain(library.pages.iter().map(|page| &page.origin))
        .chain(library.outlets.iter().map(|entry| &entry.origin))
        .chain(library.claims.iter().map(|entry| &entry.origin))
        .chain(library.topics.iter().map(|entry| &entry.origin))
        .chain(library.events.iter().map(|entry| &entry.origin))
        .chain(library.editors.iter().map(|entry| &entry.origin))
        .collect();
    let read: BTreeSet<&str> = written.into_iter().map(|origin| side.sources().path(origin.source)).collect();
    let errors = side.problems.iter().filter(|p| p.severity == Severity::Error && p.code != MISSING);
    let paths = errors.filter_map(|problem| Some(side.sources().path(problem.span?.source)));
    paths.filter(|path| !read.contains(path)).collect()
}

/// The YAML text that an origin lies in.
pub(super) fn yaml_text<'a>(side: Side<'a>, origin: &Origin) -> &'a str {
    &side.sources().text(origin.source)[origin.start as usize..origin.end as usize]
}

/// The same as a tree; `None` where it can't be read.
pub(super) fn yaml_value(side: Side<'_>, origin: &Origin) -> Option<Value> {
    fields::value(yaml_text(side, origin), &side.config.limits)
}

fn notes(before: &Revision<'_>, after: &Revision<'_>, moves: &Moves, article: Pair<usize>) -> Vec<Pair<usize>> {
    let (old, new) = match article {
        Pair::Added(new) => return pairs(&[], &ids(after.articles[new].article), |_| None),
        Pair::Withdrawn(old) => return pairs(&ids(before.articles[old].article), &[], |_| None),
        Pair::Kept(old, new) => (before.articles[old].article, after.articles[new].article),
    };
    let was = |i: usize| {
        let old_path = moves.was(file(after.side, &new.notes[i])?)?;
        old.notes.iter().position(|note| file(before.side, note) == Some(old_path))
    };
    pairs(&ids(old), &ids(new), was)
}

fn ids(article: &Article) -> Vec<&str> {
    article.notes.iter().map(|note| note.id.as_str()).collect()
}

/// The file of a note that has one of its own.
fn file<'a>(side: Side<'a>, note: &Note) -> Option<&'a str> {
    note.origin.pointer.is_empty().then(|| side.sources().path(note.origin.source))
}
