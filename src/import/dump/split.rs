//! One dump → the articles in it.
//!
//! Only a line that ends an article, or a rule line above a title and its byline, separates two. A heading alone never
//! does: half an article in the wrong place is worse than two articles in one file, which anyone sees.

use super::lines::Line;
use super::trailer;
use crate::import::{byline, shape};

/// Paragraphs that make an article of what stands behind a footer, though nothing names it.
const PARAGRAPHS: usize = 3;

/// The lines above the first article of several, and the lines of each article, in order. A dump without prose has none.
pub(super) fn articles(lines: Vec<Line>) -> (Vec<Line>, Vec<Vec<Line>>) {
    let cuts = cuts(&lines);
    let mut parts: Vec<Vec<Line>> = Vec::new();
    let mut part = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if cuts.binary_search(&index).is_ok() {
            close(&mut parts, std::mem::take(&mut part));
        }
        part.push(line);
    }
    close(&mut parts, part);
    let headed = parts.len() > 1 && !signed(&parts[0]) && parts[1..].iter().all(|part| signed(part));
    let masthead = if headed { parts.remove(0) } else { Vec::new() };
    parts.retain(|part| part.iter().any(is_body));
    (masthead, parts)
}

/// Indices of the lines before which an article may begin, in order.
fn cuts(lines: &[Line]) -> Vec<usize> {
    let ended = |index: usize| {
        trailer::ends(&lines[index].text) && !lines.get(index + 1).is_some_and(|next| trailer::ends(&next.text))
    };
    let ruled = |index: usize| is_rule(&lines[index]) && begins(&lines[index + 1..]);
    (0..lines.len()).filter(|index| ended(*index) || ruled(*index)).map(|index| index + 1).collect()
}

/// A part that is no article by itself belongs to the one above.
fn close(parts: &mut Vec<Vec<Line>>, part: Vec<Line>) {
    match parts.last_mut() {
        Some(last) if !is_article(&part) => last.extend(part),
        _ => parts.push(part),
    }
}

/// Whether a part has what the head of a newsletter has not: a line that names an author, or some paragraphs.
fn signed(part: &[Line]) -> bool {
    let paragraphs = part.iter().filter(|line| is_body(line)).count();
    let author = |line: &Line| byline::read(&line.text).is_some_and(|byline| !byline.authors.is_empty());
    paragraphs >= PARAGRAPHS || part.iter().any(|line| author(line) || trailer::ends(&line.text))
}

fn is_article(part: &[Line]) -> bool {
    let paragraphs = part.iter().filter(|line| is_body(line)).count();
    let named = (0..part.len()).any(|index| begins(&part[index..]));
    let closed = part.iter().any(|line| trailer::ends(&line.text));
    paragraphs >= PARAGRAPHS || (paragraphs > 0 && (named || closed))
}

/// A title with a byline below that names a person or an outlet.
fn begins(lines: &[Line]) -> bool {
    let [title, below, ..] = lines else {
        return false;
    };
    let named = |line: byline::Byline| !line.authors.is_empty() || line.outlet.is_some();
    shape::heading(&title.text) && byline::read(&title.text).is_none() && byline::read(&below.text).is_some_and(named)
}

/// `* * *`, or a number alone as in `2.`
fn is_rule(line: &Line) -> bool {
    let number = line
        .text
        .strip_suffix('.')
        .is_some_and(|digits| digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit()));
    line.gap > 0 && (number || shape::rule(&line.text))
}

fn is_body(line: &Line) -> bool {
    shape::prose(&line.text) && !trailer::ends(&line.text)
}
