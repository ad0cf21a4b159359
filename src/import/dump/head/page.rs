//! The head of an article that was copied with the whole page: among menus, the title is the line that stands above the
//! byline, is said again, or is simply long and near.

use std::collections::HashMap;

use super::super::boilerplate::Cleaned;
use super::super::clue::Clue;
use super::super::lines::Line;
use super::super::structure;
use super::{Places, TITLE_WORDS, Trust, is_byline};
use crate::import::{byline, date, outlets, shape};

/// How far above the text a title may stand, in lines.
const REACH: usize = 30;

/// Lines of the text in which a byline may stand below a standfirst.
const INTO_TEXT: usize = 3;

/// Lines above a title from which none is taken for the page's name without another that says so: they are a menu.
const SITE_REACH: usize = 6;

/// Least score of a title: four words right above the text reach it, two words far above do not.
const ENOUGH: i32 = 5;

/// Places of title and byline above the text.
pub(super) fn places(cleaned: &Cleaned) -> Places {
    let lines = &cleaned.lines;
    let end = lines.len().min(cleaned.start + INTO_TEXT);
    let from = cleaned.start.saturating_sub(REACH);
    let bylines: Vec<usize> = (from..end).filter(|at| says(&lines[*at])).collect();
    let title = title(lines, from, cleaned.start, bylines.last().copied());
    let below = title.map_or(from, |(at, ..)| at + 1);
    let mut byline: Vec<usize> = bylines.iter().copied().filter(|at| *at >= below).collect();
    if byline.is_empty() {
        byline.extend(bylines.last());
    }
    let names = names(lines, below..cleaned.start, &byline);
    Places { title, byline, names }
}

/// Whether a line is a byline, or short with a date in it: above the text there are no others.
fn says(line: &Line) -> bool {
    byline::loose(&line.text).is_some()
}

/// The line above the title that names the page: an outlet by its words, or by who holds the rights.
pub(super) fn site(cleaned: &Cleaned, title: usize) -> Option<usize> {
    let holder = cleaned.clues.iter().find_map(|found| match &found.clue {
        Clue::Holder(name) => Some(name.as_str()),
        _ => None,
    });
    let named = |at: &usize| {
        let text = &cleaned.lines[*at].text;
        let said = holder.is_some_and(|holder| outlets::same(holder, text));
        said || (title <= SITE_REACH && byline::bare_outlet(text).is_some() && shape::words(text) <= 4)
    };
    (0..title).find(named)
}

fn title(lines: &[Line], from: usize, start: usize, byline: Option<usize>) -> Option<(usize, &'static str, Trust)> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *times.entry(&line.text).or_default() += 1;
    }
    let score = |at: usize| {
        let line = &lines[at];
        let words = i32::try_from(shape::words(&line.text)).unwrap_or(i32::MAX);
        let far = i32::try_from(start - at).unwrap_or(i32::MAX);
        let signed = byline.is_some_and(|byline| at < byline && byline - at <= 4);
        let repeated = words >= 4 && times[line.text.as_str()] > 1;
        let stopped = shape::ends_in_stop(&line.text);
        words.min(12) - (words - 18).max(0) - far / 2 + i32::from(signed) * 12 + i32::from(repeated) * 12
            - i32::from(stopped) * 14
            - i32::from(words < 3) * 8
    };
    let fits = |at: &usize| {
        let line = &lines[*at];
        shape::words(&line.text) <= TITLE_WORDS
            && !is_byline(line)
            && !date::is_labelled(&line.text)
            && !line.text.contains("://")
            && !date::within(&line.text)
            && !structure::is_credit(&line.text)
    };
    let best = (from..start).filter(fits).max_by_key(|at| score(*at)).filter(|at| score(*at) >= ENOUGH)?;
    let above = byline.is_some_and(|byline| best < byline);
    let repeated = times[lines[best].text.as_str()] > 1;
    let rule = if above { "line above the byline" } else { "line above the text" };
    Some((best, rule, if above || repeated { Trust::Sure } else { Trust::Doubtful }))
}

/// Bare names beside the byline.
fn names(lines: &[Line], among: std::ops::Range<usize>, byline: &[usize]) -> Vec<usize> {
    let named = |at: &usize| {
        let text = &lines[*at].text;
        let beside = byline.iter().any(|byline| byline.abs_diff(*at) <= 2);
        beside && byline::names(text).is_some()
    };
    if byline.is_empty() || says_author(lines, byline) {
        return Vec::new();
    }
    among.filter(|at| !byline.contains(at)).filter(named).take(1).collect()
}

fn says_author(lines: &[Line], byline: &[usize]) -> bool {
    byline.iter().filter_map(|at| byline::loose(&lines[*at].text)).any(|byline| !byline.authors.is_empty())
}

/// Whether a line between title and text is of the article: a standfirst, a caption, an item.
pub(super) fn is_text(line: &Line) -> bool {
    let text = &line.text;
    shape::prose(text)
        || structure::is_credit(text)
        || (shape::ended(text) && shape::words(text) >= 3)
        || shape::item(text).is_some()
        || text.starts_with(['>', '#'])
}
