//! What a YAML text says, read before and after it is changed.

use crate::config::Limits;
use crate::diag::{Diagnostics, SourceMap};
use crate::model::article::FrontMatter;
use crate::model::note::{AnchorHint, NoteFields};
use crate::yaml::Reader;

/// What a text says.
#[derive(PartialEq)]
pub(super) enum Fields {
    Note(Box<NoteFields>),
    Article(Box<FrontMatter>),
}

impl Fields {
    /// Reads a text as the site does.
    pub(super) fn read(yaml: &str, way: &str, limits: &Limits) -> Option<Self> {
        let mut map = SourceMap::default();
        let source = map.add("", yaml);
        let mut found = Diagnostics::default();
        let whole = 0..yaml.len();
        if way.is_empty() {
            let reader = Reader::<NoteFields>::new("note", limits.yaml(limits.note_bytes));
            return reader.read(&map, source, whole, &mut found).map(|fields| Self::Note(fields.into()));
        }
        let reader = Reader::<FrontMatter>::new("article", limits.yaml(limits.article_bytes));
        reader.read(&map, source, whole, &mut found).map(|fields| Self::Article(fields.into()))
    }

    /// The quote and the anchor at `way`.
    pub(super) fn selectors(&self, way: &str) -> Option<(Option<&str>, &AnchorHint)> {
        let (list, number) = way.split_once('/').unwrap_or_default();
        let number = number.parse::<usize>();
        match (self, list) {
            (Self::Note(note), "") => Some((note.quote.as_deref(), &note.anchor)),
            (Self::Article(front), "notes") => {
                let note = front.notes.get(number.ok()?)?;
                Some((note.quote.as_deref(), &note.anchor))
            }
            (Self::Article(front), "stance") => {
                let stance = front.stance.get(number.ok()?)?;
                Some((stance.quote.as_deref(), &stance.anchor))
            }
            _ => None,
        }
    }

    /// Puts selectors in the place of those that stand there.
    fn put(&mut self, way: &str, quote: Option<String>, anchor: AnchorHint) {
        let (list, number) = way.split_once('/').unwrap_or_default();
        let number = number.parse::<usize>().unwrap_or_default();
        match (self, list) {
            (Self::Note(note), _) => (note.quote, note.anchor) = (quote, anchor),
            (Self::Article(front), "notes") => {
                (front.notes[number].quote, front.notes[number].anchor) = (quote, anchor);
            }
            (Self::Article(front), _) => (front.stance[number].quote, front.stance[number].anchor) = (quote, anchor),
        }
    }

    /// Whether all is as before, but for the quote and the parts of the anchor that were asked for.
    pub(super) fn says(mut self, before: &Self, way: &str, words: Option<&str>, parts: Option<&AnchorHint>) -> bool {
        let (Some((old_quote, old_anchor)), Some((quote, anchor))) = (before.selectors(way), self.selectors(way))
        else {
            return false;
        };
        let asked = parts.map_or_else(|| old_anchor.clone(), |parts| overlaid(old_anchor, parts));
        let same_quote = match words {
            None => quote == old_quote,
            Some(words) => quote.is_some_and(|quote| same_words(quote, words)),
        };
        if !same_quote || *anchor != asked {
            return false;
        }
        self.put(way, old_quote.map(str::to_owned), old_anchor.clone());
        self == *before
    }
}

/// Whether two quotes differ in nothing but white space.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn overlaid(old: &AnchorHint, new: &AnchorHint) -> AnchorHint {
    AnchorHint {
        prefix: new.prefix.clone().or_else(|| old.prefix.clone()),
        suffix: new.suffix.clone().or_else(|| old.suffix.clone()),
        position: new.position.or(old.position),
    }
}
