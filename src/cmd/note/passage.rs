//! The one place that the words of a new note stand at, or why there is none.

use std::num::NonZeroUsize;

use super::terminal;
use crate::diag::human::visible;
use crate::diag::{SourceMap, Span};
use crate::edit::passage::around;
use crate::model::anchor::Placement;
use crate::model::article::Article;
use crate::pipeline::anchor::{Quote, Text};
use crate::text::{TextRange, shortened};

/// Most places that are listed.
const LISTED: usize = 20;

/// Most characters of a quote in a message.
const LONGEST: usize = 100;

/// What was typed about the place.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) words: &'a str,
    pub(super) prefix: Option<&'a str>,
    pub(super) suffix: Option<&'a str>,
    pub(super) nth: Option<NonZeroUsize>,
}

/// Why there is no one place, in lines for a person.
pub(super) struct Refusal(pub(super) String);

/// An article in which words are looked for.
pub(super) struct Page<'a> {
    article: &'a Article,
    sources: &'a SourceMap,
    text: Text<'a>,
}

impl<'a> Page<'a> {
    /// Gets an article ready.
    pub(super) fn new(article: &'a Article, sources: &'a SourceMap) -> Self {
        Self { article, sources, text: Text::new(article.body.text.as_str()) }
    }

    /// The path of the article's file from the site's root.
    pub(super) fn path(&self) -> &'a str {
        self.sources.path(self.article.body.source)
    }

    /// The line of its file in which a place begins, from 1.
    pub(super) fn line(&self, range: TextRange) -> usize {
        let bytes = self.article.body.text.source_range(range);
        let span = Span { source: self.article.body.source, start: bytes.start, end: bytes.end };
        self.sources.line_column(span).line
    }

    /// The place of words for a new note: they are those of the article, and one place is meant. Where several are, a
    /// person at the terminal is asked.
    pub(super) fn find(&self, wanted: Wanted<'_>) -> Result<TextRange, Refusal> {
        if wanted.words.trim().is_empty() {
            let why = "the quote is empty: quote words of the article, or say that the note is on the whole article (--whole, or no `quote` in the form)";
            return Err(Refusal(why.to_owned()));
        }
        let copies = self.text.copies_of(quote(wanted));
        match (&copies[..], wanted.nth) {
            ([], _) => Err(self.nowhere(wanted)),
            (_, Some(nth)) if nth.get() <= copies.len() => Ok(copies[nth.get() - 1]),
            (_, Some(nth)) => {
                let times = times(copies.len());
                let why = format!("there is no place {nth}: {} stands {times} in {}", said(wanted.words), self.path());
                Err(Refusal(format!("{why}\n{}", self.listed(&copies))))
            }
            ([only], None) => Ok(*only),
            (_, None) => self.which(wanted, &copies),
        }
    }

    /// One of several places.
    fn which(&self, wanted: Wanted<'_>, copies: &[TextRange]) -> Result<TextRange, Refusal> {
        let times = times(copies.len());
        let list = format!("{} stands {times} in {}\n{}", said(wanted.words), self.path(), self.listed(copies));
        let refusal =
            || Refusal(format!("{list}choose one with --nth N, or say more: --prefix, --suffix, a longer quote"));
        if !terminal::is_there() {
            return Err(refusal());
        }
        let question = format!("{list}which one? [1-{}, nothing to stop]", copies.len());
        let answer = terminal::ask(&question).ok().flatten().and_then(|answer| answer.parse::<usize>().ok());
        answer.and_then(|number| copies.get(number.checked_sub(1)?).copied()).ok_or_else(refusal)
    }

    /// A numbered line for each place, with its line in the file.
    fn listed(&self, places: &[TextRange]) -> String {
        let text = self.text.as_str();
        let line = |(at, &range): (usize, &TextRange)| {
            format!("  {}  line {}: {}\n", at + 1, self.line(range), visible(&around(text, range)))
        };
        let rest = places.len().saturating_sub(LISTED);
        let more = if rest > 0 { format!("  … and {rest} more\n") } else { String::new() };
        let list: String = places.iter().enumerate().take(LISTED).map(line).collect();
        list + &more
    }

    /// What to say of words that the article does not have, or not so: what it has instead.
    fn nowhere(&self, wanted: Wanted<'_>) -> Refusal {
        let (words, path) = (said(wanted.words), self.path());
        let copies = self.text.copies_of(Quote { prefix: None, suffix: None, ..quote(wanted) });
        if !copies.is_empty() {
            let why = format!("{words} stands {} in {path}, but nowhere between the words given", times(copies.len()));
            return Refusal(format!("{why}\n{}", self.listed(&copies)));
        }
        let (places, there_is) = match self.text.place(quote(wanted)) {
            Placement::Anchored(anchor) => {
                (vec![anchor.range], format!("it says (score {:.2})", anchor.fit.score().value()))
            }
            Placement::Ambiguous(places) => (places, "it says".to_owned()),
            Placement::Orphan(Some(guess)) => {
                (vec![guess.range], format!("the nearest words are (score {:.2})", guess.score.value()))
            }
            Placement::Orphan(None) | Placement::Whole => {
                return Refusal(format!(
                    "{path} does not say {words}, nor anything like it: copy the words from there"
                ));
            }
        };
        let similar: String = places.iter().take(LISTED).map(|&range| self.similar(range)).collect();
        Refusal(format!("{path} does not say {words}; {there_is}\n{similar}quote those words, if they are meant"))
    }

    fn similar(&self, range: TextRange) -> String {
        let words = shortened(&self.text.as_str()[range.bytes()], 2 * LONGEST);
        format!("  line {}: “{}”\n", self.line(range), visible(&words))
    }
}

fn quote(wanted: Wanted<'_>) -> Quote<'_> {
    Quote { words: wanted.words, prefix: wanted.prefix, suffix: wanted.suffix, position: None }
}

fn said(words: &str) -> String {
    format!("“{}”", visible(&shortened(words, LONGEST)))
}

fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        number => format!("{number} times"),
    }
}
