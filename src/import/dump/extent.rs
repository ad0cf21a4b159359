//! Where the text stands among the lines of a page: the densest run of prose.
//!
//! Each line weighs for or against being of the article, and the run with the largest sum is the text (Kadane's
//! algorithm, so one pass). A page's menus and lists of other articles are many short lines; an article's headings and
//! lists are few, or stand far from the words that only pages have. The weights were tuned on news pages copied as
//! text (`benches/import`), and move the figures little when they move by a third.

use std::collections::HashMap;
use std::ops::Range;

use super::lines::{Line, Mark};
use super::rules::{self, Sign};
use super::structure;
use crate::import::shape;

/// Weight of one word of prose; a paragraph counts for at most [`PROSE_WORDS`].
const WORD: i64 = 10;
const PROSE_WORDS: usize = 100;
/// The same without a stop at the end: a caption, a teaser, a notice.
const UNENDED_WORD: i64 = 6;
/// A short sentence.
const SENTENCE: i64 = 30;
/// A line that only pages have, and a notice of some length.
const INLINE: i64 = -40;
const STOCK: i64 = -140;
const NOTICE: i64 = -200;
/// The heading of comments, or of other articles: text behind it must outweigh it.
const ENDS: i64 = -250;
/// A byline or a date below the text's first paragraphs: it belongs to another article.
const DATED_AGAIN: i64 = -150;
/// A byline or a date stands between title and text, and would part neither.
const DATED: i64 = -20;
/// Short lines by their words: up to 2 (menus), up to 6, and longer (headlines of other articles).
const SHORT: [i64; 3] = [-90, -70, -135];
/// A short line right below a paragraph or another such line, without the blank line that parts blocks: an item.
const HANGING: i64 = -15;
/// A short line between two paragraphs.
const HEADING: i64 = -60;
/// Advertisements and links that may stand above it, with the paragraph.
const BETWEEN: usize = 3;
/// Lines within which a stock line darkens the short ones around it.
const NEAR: usize = 4;
/// What the first prose below a byline weighs more, and how far below it may stand.
const BELOW_BYLINE: i64 = 1200;
const BYLINE_REACH: usize = 4;
/// Prose that the lines above a byline may have without being the text themselves.
const TEASER: i64 = 600;
/// Longest line that can be a byline, in words.
const BYLINE_WORDS: usize = 20;

/// What the rules see in each line, in the order of the lines.
pub(super) fn signs(lines: &[Line]) -> Vec<Sign> {
    lines.iter().map(|line| rules::sign(&line.text)).collect()
}

/// The text's lines, empty where no line speaks for itself, and their sum.
pub(super) fn find(lines: &[Line], signs: &[Sign], weights: &[i64]) -> (Range<usize>, i64) {
    let mut best = (0, 0..0);
    let (mut sum, mut start) = (0, 0);
    let mut byline = None;
    for (index, mut weight) in weights.iter().copied().enumerate() {
        if signs[index] == Sign::Dated && shape::words(&lines[index].text) <= BYLINE_WORDS {
            byline = Some(index);
        }
        if sum <= 0 {
            (sum, start) = (0, index);
        }
        if signs[index] == Sign::Dated && sum >= TEASER {
            weight = DATED_AGAIN;
        }
        if weight > 0 && byline.is_some_and(|above| index - above <= BYLINE_REACH) {
            if sum < TEASER {
                (sum, start) = (0, index);
                weight += BELOW_BYLINE;
            }
            byline = None;
        }
        sum += weight;
        if sum > best.0 {
            best = (sum, start..index + 1);
        }
    }
    (best.1, best.0)
}

/// What each line weighs, by itself and by what stands around it.
pub(super) fn weights(lines: &[Line], signs: &[Sign]) -> Vec<i64> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *times.entry(&line.text).or_default() += 1;
    }
    let (near, hangs) = (near(signs), hanging(lines, signs));
    let weight = |(index, line): (usize, &Line)| match signs[index] {
        Sign::Dated => DATED,
        Sign::Stock => STOCK,
        Sign::Inline => INLINE,
        Sign::Notice => NOTICE,
        Sign::Ends => ENDS,
        Sign::None if hangs[index] || !line.cells.is_empty() || line.mark == Mark::Heading => HANGING,
        Sign::None if heads(lines, signs, index) => HEADING,
        Sign::None => plain(&line.text, times[line.text.as_str()] > 1, near[index]),
    };
    lines.iter().enumerate().map(weight).collect()
}

/// The weight of a line without a sign. `sides` counts the sides, above and below, with a stock line near.
fn plain(text: &str, repeated: bool, sides: usize) -> i64 {
    if shape::rule(text) || structure::is_credit(text) {
        return 0;
    }
    let words = shape::words(text);
    let ended = shape::ended(text);
    let counted = i64::try_from(words.min(PROSE_WORDS)).unwrap_or(0);
    match words {
        17.. if repeated => 0,
        17.. if ended => counted * WORD,
        17.. => counted * UNENDED_WORD,
        8.. if ended => counted * WORD,
        4.. if ended => SENTENCE,
        _ => {
            let weight = SHORT[if words <= 2 { 0 } else { usize::from(words > 6) + 1 }];
            let darker = [2, 3, 4][sides] * if repeated { 3 } else { 2 };
            weight * darker / 4
        }
    }
}

/// Whether a short line stands between two paragraphs, as a heading does.
fn heads(lines: &[Line], signs: &[Sign], index: usize) -> bool {
    let paragraph = |at: usize| {
        signs.get(at) == Some(&Sign::None) && shape::prose(&lines[at].text) && shape::ended(&lines[at].text)
    };
    let inline = |at: &usize| signs[*at] == Sign::Inline;
    let above = index.checked_sub(1).map(|at| (0..=at).rev().take(BETWEEN).find(|at| !inline(at)).unwrap_or(at));
    shape::heading(&lines[index].text) && above.is_some_and(paragraph) && paragraph(index + 1)
}

/// Which short lines hang on a paragraph above: items of a list, rows of a table. In a text without blank lines between
/// its paragraphs nothing is said by their absence.
fn hanging(lines: &[Line], signs: &[Sign]) -> Vec<bool> {
    let parted = lines.iter().filter(|line| line.gap > 0).count();
    let mut hangs = vec![false; lines.len()];
    if parted * 2 < lines.len() {
        return hangs;
    }
    for index in 1..lines.len() {
        let above = hangs[index - 1] || (signs[index - 1] == Sign::None && shape::ended(&lines[index - 1].text));
        let short = !shape::prose(&lines[index].text) && signs[index] == Sign::None;
        hangs[index] = lines[index].gap == 0 && above && short;
    }
    hangs
}

/// On how many sides of each line, 0 to 2, a stock line stands within [`NEAR`] lines.
fn near(signs: &[Sign]) -> Vec<usize> {
    let mut near = vec![0; signs.len()];
    let mut pass = |order: &mut dyn Iterator<Item = usize>| {
        let mut since = NEAR;
        for index in order {
            since = if matches!(signs[index], Sign::Stock | Sign::Ends) { 0 } else { since + 1 };
            near[index] += usize::from(since <= NEAR);
        }
    };
    pass(&mut (0..signs.len()));
    pass(&mut (0..signs.len()).rev());
    near
}
