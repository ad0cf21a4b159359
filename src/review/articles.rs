//! Articles that were added, edited or withdrawn.

use std::collections::BTreeSet;

use serde::Serialize;

use super::comparison::{Comparison, Written};
use super::pair::Pair;
use super::{At, FieldChange, Status, WordCount};
use crate::text::count_differences;

/// An article that was added, edited or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleChange {
    /// Its slug; the older one where it is withdrawn.
    pub article: String,
    /// The slug it had, where it has another one now.
    pub was: Option<String>,
    /// What became of it.
    pub status: Status,
    /// Its title; the older one where it is withdrawn.
    pub title: String,
    /// How many notes it has; where it is withdrawn, had.
    pub notes: usize,
    /// What was changed in its front matter, notes not counted.
    pub fields: Vec<FieldChange>,
    /// Words of its text that came and went, where the text was edited.
    pub words: Option<WordCount>,
    /// Files beside it that came, went or were changed, by name.
    pub files: Vec<FileChange>,
    /// Where it stands, or stood.
    pub at: At,
}

/// A file beside an article that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileChange {
    /// Its path from the article's folder.
    pub name: String,
    /// What became of it.
    pub status: Status,
}

/// All articles that were changed, by slug.
pub(super) fn changes(both: &Comparison<'_>) -> Vec<ArticleChange> {
    let change = |pair: &Pair<usize>| match *pair {
        Pair::Added(new) => {
            let article = &both.after.articles[new];
            Some(change(article, both.added(&article.article.origin)))
        }
        Pair::Withdrawn(old) => {
            let article = &both.before.articles[old];
            Some(change(article, both.withdrawn(&article.article.origin)))
        }
        Pair::Kept(old, new) => edited(both, &both.before.articles[old], &both.after.articles[new]),
    };
    both.articles.iter().filter_map(|pair| change(&pair.article)).collect()
}

fn change(written: &Written<'_>, status: Status) -> ArticleChange {
    ArticleChange {
        article: written.article.slug.to_string(),
        was: None,
        status,
        title: written.article.front.title.clone(),
        notes: written.article.notes.len(),
        fields: Vec::new(),
        words: None,
        files: Vec::new(),
        at: written.at(&written.article.origin, "title"),
    }
}

fn edited(both: &Comparison<'_>, old: &Written<'_>, new: &Written<'_>) -> Option<ArticleChange> {
    let was = (old.article.slug != new.article.slug).then(|| old.article.slug.to_string());
    let words = (old.text() != new.text()).then(|| count_differences(old.text(), new.text()));
    let (fields, files) = (new.changes(old), files(both, old, new));
    let changed = was.is_some() || words.is_some() || !fields.is_empty() || !files.is_empty();
    changed.then(|| ArticleChange { was, fields, words, files, ..change(new, Status::Edited) })
}

fn files(both: &Comparison<'_>, old: &Written<'_>, new: &Written<'_>) -> Vec<FileChange> {
    let names = |written: &Written<'_>| -> BTreeSet<String> {
        written.article.attachments.iter().map(|file| file.name.clone()).collect()
    };
    let (before, after) = (names(old), names(new));
    let changed = |name: &String| both.past.changed.contains(&format!("content/articles/{}/{name}", new.article.slug));
    let change = |name: &String| {
        let status = match (before.contains(name), after.contains(name)) {
            (false, _) => Status::Added,
            (_, false) => Status::Withdrawn,
            _ if changed(name) => Status::Edited,
            _ => return None,
        };
        Some(FileChange { name: name.clone(), status })
    };
    before.union(&after).filter_map(change).collect()
}
