//! Files and folders that have another name than they had.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{SourceFile, SourceMap};

/// What each file that was renamed was called: by git, and by its text where git does not know the new file yet.
pub(super) struct Moves {
    was: BTreeMap<String, String>,
    /// The same the other way: old name → new name.
    now: BTreeMap<String, String>,
    before: BTreeSet<String>,
    /// The files that are there now and say something.
    after: BTreeSet<String>,
}

/// How much more the renaming of an article's own text says about its folder than that of a file beside it.
const ARTICLE: usize = 1_000_000;

impl Moves {
    pub(super) fn new(renames: &BTreeMap<String, String>, before: &SourceMap, after: &SourceMap) -> Self {
        // An empty file may stand for one that is missing.
        let says_something = |file: &&SourceFile| !file.text.trim().is_empty();
        let mut moves = Self {
            was: BTreeMap::new(),
            now: BTreeMap::new(),
            before: before.files().map(|file| file.path.clone()).collect(),
            after: after.files().filter(says_something).map(|file| file.path.clone()).collect(),
        };
        let by_git = renames.iter().filter(|(new, old)| !moves.after.contains(*old) && !moves.before.contains(*new));
        moves.was = by_git.map(|(new, old)| (new.clone(), old.clone())).collect();
        moves.follow_texts(before, after);
        moves.now = moves.was.iter().map(|(new, old)| (old.clone(), new.clone())).collect();
        moves
    }

    /// What a file that is there now was called, where it had another name.
    pub(super) fn was(&self, path: &str) -> Option<&str> {
        self.was.get(path).map(String::as_str)
    }

    /// What a file that was there is called now, where it has another name.
    pub(super) fn now(&self, path: &str) -> Option<&str> {
        self.now.get(path).map(String::as_str)
    }

    /// What the folder of an article was called, for each that has another name: most of its files say so.
    pub(super) fn folders(&self) -> BTreeMap<&str, &str> {
        let mut votes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (new, old) in &self.was {
            let (Some((new, file)), Some((old, _))) = (inside(new), inside(old)) else { continue };
            if new != old {
                *votes.entry((new, old)).or_default() += if file == "article.md" { ARTICLE } else { 1 };
            }
        }
        let mut ranked: Vec<_> = votes.into_iter().collect();
        ranked.sort_by_key(|&(names, count)| (std::cmp::Reverse(count), names));
        let (mut folders, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for ((new, old), _) in ranked {
            if !folders.contains_key(new) && taken.insert(old) {
                folders.insert(new, old);
            }
        }
        folders
    }

    /// A new file that says the very same as one that is gone, and as no other.
    fn follow_texts(&mut self, before: &SourceMap, after: &SourceMap) {
        let taken: BTreeSet<&String> = self.was.values().collect();
        let gone = unique(before, |path| !self.after.contains(path) && !taken.contains(path));
        let new = unique(after, |path| !self.before.contains(path) && !self.was.contains_key(path));
        let same = new.into_iter().filter_map(|(text, path)| Some((path?.clone(), gone.get(text)?.cloned()?)));
        let same: Vec<_> = same.collect();
        self.was.extend(same);
    }
}

/// The texts of those files, each with its path, or with none where several say the same.
fn unique(map: &SourceMap, wanted: impl Fn(&String) -> bool) -> BTreeMap<&str, Option<&String>> {
    let mut texts: BTreeMap<&str, Option<&String>> = BTreeMap::new();
    for file in map.files().filter(|file| !file.text.trim().is_empty() && wanted(&file.path)) {
        texts.entry(&file.text).and_modify(|path| *path = None).or_insert(Some(&file.path));
    }
    texts
}

/// The folder of an article and the rest of the path in it.
fn inside(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("content/articles/")?.split_once('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(files: &[(&str, &str)]) -> SourceMap {
        let mut map = SourceMap::default();
        for (path, text) in files {
            map.add(*path, *text);
        }
        map
    }

    #[test]
    fn a_folder_is_followed_by_git_or_by_its_text() {
        let before = map(&[("content/articles/a/article.md", "one"), ("content/articles/b/article.md", "two")]);
        let after = map(&[("content/articles/c/article.md", "one"), ("content/articles/d/article.md", "two, edited")]);
        let git = [("content/articles/d/article.md".into(), "content/articles/b/article.md".into())];
        let moves = Moves::new(&BTreeMap::from(git), &before, &after);
        assert_eq!(moves.folders(), BTreeMap::from([("c", "a"), ("d", "b")]));
        assert_eq!(moves.now("content/articles/a/article.md"), Some("content/articles/c/article.md"));
    }

    #[test]
    fn texts_that_several_files_have_tell_nothing() {
        let before = map(&[("content/topics/a.yaml", "one")]);
        let after = map(&[("content/topics/b.yaml", "one"), ("content/topics/c.yaml", "one")]);
        let moves = Moves::new(&BTreeMap::new(), &before, &after);
        assert_eq!(moves.was("content/topics/b.yaml"), None);
        assert_eq!(moves.now("content/topics/a.yaml"), None);
    }
}
