//! Chapters → drafts. The book states authors, publisher, date and language for all of them.

use jiff::civil::Date;

use super::chapter::Chapter;
use super::package::{Package, Page};
use crate::import::date::Published;
use crate::import::draft::{Decision, Draft, Field};
use crate::import::feed::{self, Stated};
use crate::import::{doubts, language};

/// Words that number a chapter and name nothing, in lower case.
const NUMBERING: &[&str] = &[
    "chapter",
    "part",
    "section",
    "kapitel",
    "teil",
    "chapitre",
    "partie",
    "capítulo",
    "capitolo",
    "hoofdstuk",
    "глава",
];

/// The draft of a chapter.
pub(super) fn draft(name: &str, package: &Package, page: &Page, chapter: Chapter) -> Draft {
    let from = format!("{name}: {}", page.path);
    let mut draft = Draft { from, ..Draft::default() };
    title(&mut draft, package, chapter.title.as_ref());
    draft.outlet = one(&mut draft, Field::Outlet, package.publisher.as_ref());
    let authors = package.authors.iter().map(|author| author.words.clone()).collect::<Vec<_>>();
    let first = package.authors.first().map(|first| Stated { words: authors.join(", "), ..first.clone() });
    one(&mut draft, Field::Authors, first.as_ref());
    draft.authors = authors;
    published(&mut draft, package.date.as_ref());
    draft.language =
        one(&mut draft, Field::Language, package.language.as_ref().filter(|stated| feed::is_tag(&stated.words)));
    draft.language = draft.language.map(|tag| feed::tag(&tag));
    append(&mut draft, chapter);
    draft
}

/// More of the same chapter, from the next file.
pub(super) fn append(draft: &mut Draft, chapter: Chapter) {
    draft.body.extend(chapter.fragment.blocks);
    draft.dropped.extend(chapter.fragment.dropped);
    draft.attachments.extend(chapter.fragment.attachments);
}

/// What is known only when a chapter is whole.
pub(super) fn finish(drafts: &mut [Draft]) {
    for draft in drafts {
        if draft.language.is_none() {
            draft.language = language::of(&draft.body).filter(|seen| !seen.weak).map(|seen| seen.tag.to_owned());
            if draft.language.is_some() {
                draft.unsure.retain(|field| *field != Field::Language);
            }
        }
        doubts::add(draft);
        draft.unsure.sort_unstable();
        draft.unsure.dedup();
    }
}

/// `Chapter 3` names nothing outside of its book, so the book's title stands before it. A chapter without a title has
/// the book's, and is unsure.
fn title(draft: &mut Draft, package: &Package, chapter: Option<&Stated>) {
    let book = package.title.as_ref();
    let stated = match (chapter, book) {
        (Some(chapter), Some(book)) if is_number(&chapter.words) => {
            Some(Stated { words: format!("{}: {}", book.words, chapter.words), ..chapter.clone() })
        }
        (Some(chapter), _) => Some(chapter.clone()),
        (None, book) => {
            draft.unsure.push(Field::Title);
            book.cloned()
        }
    };
    draft.title = one(draft, Field::Title, stated.as_ref());
}

fn is_number(title: &str) -> bool {
    let roman = |word: &str| word.chars().all(|c| "ivxlc".contains(c));
    let counts =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || roman(word) || NUMBERING.contains(&word);
    let lower = title.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(counts)
}

fn one(draft: &mut Draft, field: Field, stated: Option<&Stated>) -> Option<String> {
    match stated {
        None => draft.unsure.push(field),
        Some(stated) => {
            draft.decisions.push(Decision { field, value: stated.words.clone(), rule: stated.rule, line: stated.line });
        }
    }
    stated.map(|stated| stated.words.clone())
}

/// A day, a month or, as most books have it, a year.
fn published(draft: &mut Draft, stated: Option<&Stated>) {
    let year = |text: &str| {
        text.parse().ok().filter(|year| (1400..2200).contains(year)).and_then(|year| Date::new(year, 1, 1).ok())
    };
    let read = |stated: &Stated| feed::day(&stated.words).or_else(|| year(&stated.words).map(Published::Year));
    let found = stated.and_then(|stated| Some((read(stated)?, stated)));
    draft.published = found.map(|(published, _)| published);
    let stated = found.map(|(published, stated)| Stated { words: published.to_string(), ..stated.clone() });
    one(draft, Field::Published, stated.as_ref());
}
