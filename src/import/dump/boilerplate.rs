//! Takes the page from around an article: what a rule names, and what stands outside of the text.

use std::ops::Range;

use super::clue::{Clue, Found};
use super::lines::{Line, Mark};
use super::rules::{self, Here, Place, Sign, Takes};
use super::{extent, trailer};
use crate::import::draft::Dropped;
use crate::import::shape;

/// An article's lines without the page around it.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    pub(super) lines: Vec<Line>,
    /// Index of the first line of the text, among `lines`.
    pub(super) start: usize,
    /// What stands above the text.
    pub(super) above: Surroundings,
    pub(super) clues: Vec<Found>,
    pub(super) dropped: Vec<Dropped>,
}

/// What stands on one side of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Surroundings {
    /// Nothing, or a few lines of the article itself: a title, a byline, a signature.
    #[default]
    Bare,
    /// A page: menus, buttons, links.
    Page,
}

/// Stock lines, or lines of any kind, from which on one side of the text is a page. Articles that are pasted alone have
/// a head of some lines, and below them a signature or a list.
const STOCK_ABOVE: usize = 2;
const LINES_ABOVE: usize = 10;
const STOCK_BELOW: usize = 1;
const LINES_BELOW: usize = 12;

/// Sum of [`extent::find`] from which lines are an article: some 150 words.
const ARTICLE: i64 = 1500;

/// Headings of comments that are looked at, to keep the time linear.
const COMMENT_HEADINGS: usize = 6;

/// Most short lines that go with the heading of a list of other articles.
const LISTED: usize = 8;

/// Takes out what a rule names and what is not of the text, and keeps the clues.
pub(super) fn strip(lines: Vec<Line>) -> Cleaned {
    let plains: Vec<String> = lines.iter().map(|line| rules::plain(&line.text)).collect();
    let signs = extent::signs(&lines);
    let weights = extent::weights(&lines, &signs);
    let end = commented(&lines, &signs, &weights, &plains).unwrap_or(lines.len());
    let text = text(&lines[..end], &signs[..end], &weights[..end]);
    let mut cleaned = Cleaned { above: text.above, ..Cleaned::default() };
    let mut sweep = Sweep::default();
    for (index, line) in lines.into_iter().enumerate() {
        if index == text.lines.start {
            cleaned.start = cleaned.lines.len();
            sweep.listed = 0;
        }
        let place = text.place(index);
        let neighbour = |at: Option<usize>| at.and_then(|at| plains.get(at)).map_or("", String::as_str);
        let (above, below) = (neighbour(index.checked_sub(1)), neighbour(Some(index + 1)));
        let here = Here { text: &line.text, plain: &plains[index], above, below, place };
        match sweep.rule(&here, &line, text.below) {
            Some((rule, clues)) => {
                cleaned.poster(rule);
                cleaned.take(&line, rule, clues);
            }
            None => cleaned.lines.push(line),
        }
    }
    cleaned.start = cleaned.start.min(cleaned.lines.len());
    cleaned
}

/// What earlier lines say about later ones.
#[derive(Debug, Default)]
struct Sweep {
    /// The rule that took a line and all that follows.
    rest: Option<&'static str>,
    /// How many short lines may still go with a list's heading.
    listed: usize,
}

impl Sweep {
    /// The rule that takes a line, and what the line tells.
    fn rule(&mut self, here: &Here, line: &Line, below: Surroundings) -> Option<(&'static str, Vec<Clue>)> {
        match rules::apply(here) {
            Some((name, Takes::Line(clues))) => return Some((name, clues)),
            Some((name, Takes::List)) => {
                self.listed = if here.place == Place::Above { 0 } else { LISTED };
                return Some((name, Vec::new()));
            }
            Some((name, Takes::Rest)) => self.rest = Some(name),
            None => {}
        }
        if let Some(name) = self.rest {
            return Some((name, Vec::new()));
        }
        if self.listed > 0 && shape::heading(&line.text) && shape::item(&line.text).is_none() {
            self.listed -= 1;
            return Some(("related articles", Vec::new()));
        }
        self.listed = 0;
        (here.place == Place::Below && below == Surroundings::Page).then(|| ("below the text", Vec::new()))
    }
}

/// Longest name above a post, in words.
const POSTER_WORDS: usize = 2;

impl Cleaned {
    /// The name right above what a forum says about who posts.
    fn poster(&mut self, rule: &'static str) {
        let fits = |line: &Line| shape::words(&line.text) <= POSTER_WORDS && shape::heading(&line.text);
        if rule != rules::FORUM || self.dropped.last().is_some_and(|dropped| dropped.rule == rule) {
            return;
        }
        if let Some(line) = self.lines.pop_if(|line| fits(line)) {
            self.start = self.start.min(self.lines.len());
            self.take(&line, rule, vec![Clue::Author(line.text.clone())]);
        }
    }

    fn take(&mut self, line: &Line, rule: &'static str, clues: Vec<Clue>) {
        self.clues.extend(clues.into_iter().map(|clue| Found { line: line.number, rule, clue }));
        self.dropped.push(dropped(line, rule));
    }
}

/// The record of a line that is left out.
pub(super) fn dropped(line: &Line, rule: &'static str) -> Dropped {
    Dropped { line: line.number, last: line.last, text: line.text.clone(), rule }
}

/// Index of the heading under which the comments stand: all of it is about the article, none of it is of it. Above the
/// article the same words are a button.
fn commented(lines: &[Line], signs: &[Sign], weights: &[i64], plains: &[String]) -> Option<usize> {
    let headings = (0..lines.len()).filter(|at| signs[*at] == Sign::Ends && rules::is_comments(&plains[*at]));
    headings.take(COMMENT_HEADINGS).find(|at| {
        let (_, above) = extent::find(&lines[..*at], &signs[..*at], &weights[..*at]);
        above >= ARTICLE || (above > 0 && above >= extent::find(&lines[*at..], &signs[*at..], &weights[*at..]).1)
    })
}

/// The text among a page's lines.
struct Text {
    lines: Range<usize>,
    above: Surroundings,
    below: Surroundings,
}

impl Text {
    fn place(&self, index: usize) -> Place {
        match index {
            _ if index < self.lines.start => Place::Above,
            _ if index >= self.lines.end => Place::Below,
            _ => Place::Within,
        }
    }
}

fn text(lines: &[Line], signs: &[Sign], weights: &[i64]) -> Text {
    let (mut found, _) = extent::find(lines, signs, weights);
    if found.is_empty() {
        let first = lines.iter().position(|line| shape::prose(&line.text)).unwrap_or(0);
        found = first..lines.iter().rposition(|line| shape::prose(&line.text)).map_or(lines.len(), |at| at + 1);
    }
    found.end += lines[found.end..].iter().zip(&signs[found.end..]).take_while(ends_text).count();
    while let Some(end) = goes_on(lines, signs, found.end) {
        found.end = end;
    }
    if let Some(end) = sections_below(&lines[found.end..], &signs[found.end..]) {
        found.end += end;
    }
    let stock =
        |signs: &[Sign]| signs.iter().filter(|sign| !matches!(sign, Sign::None | Sign::Dated | Sign::Inline)).count();
    let (above, below) = (&signs[..found.start], &signs[found.end..]);
    // Without one line of a page anywhere the lines around are the author's: a poem, a list.
    let copied = stock(above) + stock(below) > 0;
    let page = |page: bool| if page { Surroundings::Page } else { Surroundings::Bare };
    Text {
        above: page(stock(above) >= STOCK_ABOVE || (copied && above.len() > LINES_ABOVE)),
        below: page(stock(below) >= STOCK_BELOW || (copied && below.len() > LINES_BELOW)),
        lines: found,
    }
}

/// Lines which the last paragraph may have below it: a short sentence, an item.
fn ends_text((line, sign): &(&Line, &Sign)) -> bool {
    **sign == Sign::None
        && (shape::ended(&line.text) || shape::item(&line.text).is_some())
        && !trailer::ends(&line.text)
}

/// Buttons and advertisements that can stand before one more paragraph.
const BUTTONS: usize = 3;

/// The end of the text where one more paragraph stands behind nothing but buttons.
fn goes_on(lines: &[Line], signs: &[Sign], end: usize) -> Option<usize> {
    let button = |sign: &&Sign| matches!(sign, Sign::Stock | Sign::Inline);
    let buttons = signs[end..].iter().take_while(button).count();
    let at = end + buttons;
    let paragraph = lines.get(at).is_some_and(|line| {
        shape::prose(&line.text) && shape::ended(&line.text) && signs[at] == Sign::None && !trailer::ends(&line.text)
    });
    (paragraph && buttons <= BUTTONS).then_some(at + 1)
}

/// How many lines below the text belong to it because an encyclopedia's heading stands among them: its references.
fn sections_below(lines: &[Line], signs: &[Sign]) -> Option<usize> {
    let foreign = |sign: &Sign| matches!(sign, Sign::Stock | Sign::Notice | Sign::Ends);
    let end = signs.iter().position(foreign).unwrap_or(lines.len());
    lines[..end].iter().any(|line| line.mark == Mark::Heading).then_some(end)
}
