//! What stands above the first paragraph: the site's name, the title, the byline.

use super::boilerplate::{Cleaned, Surroundings, dropped};
use super::clue::{Clue, Found};
use super::lines::Line;
use super::structure;
use crate::import::byline::{self, Byline};
use crate::import::draft::Dropped;
use crate::import::{shape, slug};

mod page;

/// An article in its parts, nothing decided yet where two sources speak of one field.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) title: Option<Stated>,
    /// Lines of the byline, in their order.
    pub(super) signed: Vec<Signed>,
    /// The name above the title: the page on which this was found.
    pub(super) site: Option<Stated>,
    pub(super) body: Vec<Line>,
    pub(super) clues: Vec<Found>,
    pub(super) dropped: Vec<Dropped>,
}

/// A line of the byline.
#[derive(Debug)]
pub(super) struct Signed {
    pub(super) said: Byline,
    pub(super) rule: &'static str,
    pub(super) line: usize,
}

/// Words of the text that state a field.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub(super) words: String,
    pub(super) rule: &'static str,
    pub(super) line: usize,
    pub(super) trust: Trust,
}

/// How far a rule can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    Sure,
    /// Likely, but a person should look.
    Doubtful,
}

/// Where title and byline stand among the lines.
#[derive(Debug, Default)]
struct Places {
    title: Option<(usize, &'static str, Trust)>,
    /// Lines of the byline, in their order.
    byline: Vec<usize>,
    /// Names without `By` between title and date.
    names: Vec<usize>,
}

/// Longest title, in words; the longest of 258 measured pages had 29.
const TITLE_WORDS: usize = 40;

/// Fewest words of a title that stands among other short lines.
const SITE_WORDS: usize = 4;

/// Lines from a standfirst to the line with the date: itself, a name, the date.
const BELOW_STANDFIRST: usize = 3;

/// How far below the head a repeated title is looked for, in lines.
const REPEATED_WITHIN: usize = 5;

/// Names of the rules which take lines of the head.
const SITE_HEAD: &str = "site head";
const TITLE_LINE: &str = "line above the text";
const BYLINE: &str = "byline";
pub(super) const BARE_NAME: &str = "name above the date";

/// Takes the head off an article's lines.
pub(super) fn take(cleaned: Cleaned) -> Article {
    let mut places = match cleaned.above {
        Surroundings::Page => page::places(&cleaned),
        Surroundings::Bare => signed(&cleaned).unwrap_or_else(|| unsigned(&cleaned)),
    };
    if let Some(at) = entry(&cleaned) {
        places.title = Some((at, "line above the encyclopedia's name", Trust::Sure));
    }
    let paged = cleaned.above == Surroundings::Page;
    let site = places.title.filter(|_| paged).and_then(|(at, ..)| page::site(&cleaned, at));
    let mut article = Article { clues: cleaned.clues, dropped: cleaned.dropped, ..Article::default() };
    let first = places.title.map_or(if paged { cleaned.start } else { 0 }, |(at, ..)| at);
    for (index, line) in cleaned.lines.into_iter().enumerate() {
        match places.title {
            Some((at, rule, trust)) if at == index => {
                article.title = Some(title(&line, rule, trust));
            }
            _ if places.byline.contains(&index) => article.sign(&line),
            _ if places.names.contains(&index) => article.name(&line),
            _ if site == Some(index) => article.site_head(&line),
            _ if index < first && paged => article.dropped.push(dropped(&line, "above the text")),
            _ if index < first => article.site_head(&line),
            _ if paged && index < cleaned.start && !page::is_text(&line) => {
                article.dropped.push(dropped(&line, "above the text"));
            }
            _ => article.body.push(line),
        }
    }
    article.drop_repeated_title();
    article.dropped.sort_by_key(|dropped| dropped.line);
    article
}

/// The name of an encyclopedia's entry: the line above that of the encyclopedia.
fn entry(cleaned: &Cleaned) -> Option<usize> {
    let named = cleaned.clues.iter().find(|found| found.rule == "encyclopedia")?;
    cleaned.lines.iter().rposition(|line| line.number < named.line)
}

/// Places by the first byline that stands no lower than just below the first paragraph (a standfirst can come before
/// it).
fn signed(cleaned: &Cleaned) -> Option<Places> {
    let lines = &cleaned.lines;
    let prose = lines.iter().position(is_prose).unwrap_or(lines.len());
    let reach = lines.len().min(prose + BELOW_STANDFIRST);
    let start = (0..reach).find(|at| is_byline(&lines[*at]))?;
    let end = start + 1 + lines[start + 1..].iter().take_while(|line| continues_byline(line)).count();
    let name = unsigned_name(lines, start);
    let title = name.unwrap_or(start).checked_sub(1).and_then(|at| title_above(lines, at));
    // Below a paragraph without any title, a byline is more likely a caption's.
    (title.is_some() || start < prose).then_some(Places {
        title,
        byline: (start..end).collect(),
        names: name.into_iter().collect(),
    })
}

/// The title at `at`, or above the standfirst that stands there.
fn title_above(lines: &[Line], at: usize) -> Option<(usize, &'static str, Trust)> {
    if shape::ends_in_stop(&lines[at].text) {
        let higher = at.checked_sub(1).filter(|higher| shape::heading(&lines[*higher].text))?;
        return Some((higher, "line above the standfirst", Trust::Sure));
    }
    (shape::words(&lines[at].text) <= TITLE_WORDS).then_some((at, "line above the byline", Trust::Sure))
}

/// A bare name right above a line that holds only a date, when a title of four words or more stands above both.
fn unsigned_name(lines: &[Line], start: usize) -> Option<usize> {
    let date_only =
        byline::read(&lines[start].text).is_some_and(|line| line.authors.is_empty() && line.outlet.is_none());
    let named = |text: &str| byline::is_person(text) || byline::names(text).is_some();
    let at = start.checked_sub(1).filter(|at| date_only && named(&lines[*at].text))?;
    let (title, ..) = at.checked_sub(1).and_then(|above| title_above(lines, above))?;
    (shape::words(&lines[title].text) >= 4).then_some(at)
}

/// Places where no line names an author, an outlet or a date.
fn unsigned(cleaned: &Cleaned) -> Places {
    let lines = &cleaned.lines;
    let stated = cleaned.clues.iter().find_map(|found| match &found.clue {
        Clue::Title(title) => Some(slug::folded(title)),
        _ => None,
    });
    let prose = lines.iter().position(is_prose).unwrap_or(0);
    let title = match stated {
        Some(stated) => (0..lines.len().min(prose + 1))
            .find(|at| slug::folded(&lines[*at].text) == stated)
            .map(|at| (at, TITLE_LINE, Trust::Sure)),
        None => leading(&lines[..prose]),
    };
    Places { title, ..Places::default() }
}

/// The title among the short lines above the first paragraph: the one marked `#`, the only one, or the first of four
/// words or more (names of sites are shorter, headings and standfirsts come later).
fn leading(lines: &[Line]) -> Option<(usize, &'static str, Trust)> {
    if let Some(at) = lines.iter().position(|line| line.text.starts_with("# ")) {
        return Some((at, "heading mark", Trust::Sure));
    }
    let fits = |line: &Line| {
        shape::heading(&line.text) && !structure::is_credit(&line.text) && shape::item(&line.text).is_none()
    };
    let long = |line: &Line| lines.len() == 1 || shape::words(&line.text) >= SITE_WORDS;
    let at = lines.iter().position(|line| fits(line) && long(line))?;
    Some((at, TITLE_LINE, Trust::Doubtful))
}

impl Article {
    fn site_head(&mut self, line: &Line) {
        if self.site.is_none()
            && self.dropped.iter().all(|dropped| dropped.rule != SITE_HEAD)
            && byline::name_like(&line.text)
        {
            let words = line.text.clone();
            self.site = Some(Stated { words, rule: SITE_HEAD, line: line.number, trust: Trust::Doubtful });
        }
        self.dropped.push(dropped(line, SITE_HEAD));
    }

    fn sign(&mut self, line: &Line) {
        let mut said = byline::loose(&line.text).unwrap_or_default();
        if said == Byline::default() {
            said.outlet = byline::bare_outlet(&line.text);
        }
        self.keep(line, BYLINE, said);
    }

    fn name(&mut self, line: &Line) {
        let authors = byline::names(&line.text).unwrap_or_else(|| vec![line.text.clone()]);
        self.keep(line, BARE_NAME, Byline { authors, ..Byline::default() });
    }

    fn keep(&mut self, line: &Line, rule: &'static str, said: Byline) {
        self.signed.push(Signed { said, rule, line: line.number });
        self.dropped.push(dropped(line, rule));
    }

    fn drop_repeated_title(&mut self) {
        let Some(title) = self.title.as_ref().map(|title| slug::folded(&title.words)) else {
            return;
        };
        let within = self.body.len().min(REPEATED_WITHIN);
        if let Some(at) = (0..within).find(|at| slug::folded(&self.body[*at].text) == title) {
            let line = self.body.remove(at);
            self.dropped.push(dropped(&line, "title again"));
        }
    }
}

fn title(line: &Line, rule: &'static str, trust: Trust) -> Stated {
    let words = line.text.trim_start_matches('#').trim_start().to_owned();
    Stated { words, rule, line: line.number, trust }
}

fn is_prose(line: &Line) -> bool {
    shape::prose(&line.text) && byline::read(&line.text).is_none()
}

fn is_byline(line: &Line) -> bool {
    byline::read(&line.text).is_some()
}

fn continues_byline(line: &Line) -> bool {
    is_byline(line) || byline::bare_outlet(&line.text).is_some()
}
