//! What an article has in common with others: passages and claims, with the page that compares both.

use std::cmp::Reverse;

use serde::Serialize;
use tera::Value;

use super::super::context::Contexts;
use crate::model::compared::ComparedPair;
use crate::model::shared::SharedPair;

/// How many articles are named at once; the rest is folded.
const SHOWN: usize = 12;

/// How many are named at the head of the page.
const NAMED: usize = 3;

/// Another article, and what both have.
#[derive(Clone, Serialize)]
pub(super) struct CommonCx {
    card: Value,
    /// To the page that compares both.
    compare: String,
    passages: usize,
    words: usize,
    /// Which part of this article's words is shared, and of the other's, of 100.
    here: u8,
    there: u8,
    claims: usize,
    #[serde(skip)]
    same_text: bool,
}

/// All others, those with most words in common first.
#[derive(Serialize)]
pub(super) struct InCommonCx {
    /// Those that are probably of the same text: a few, and how many besides.
    same_text: Vec<CommonCx>,
    same_text_more: usize,
    articles: Vec<CommonCx>,
    folded: Vec<CommonCx>,
}

/// What an article has in common with others.
pub(super) fn in_common(cx: &Contexts<'_>, article: usize) -> InCommonCx {
    let links = &cx.site.links;
    let mut all: Vec<(usize, CommonCx)> = links.compared_of[article]
        .iter()
        .map(|&pair| &links.compared[pair])
        .map(|pair| (pair.other(article), common(cx, article, pair)))
        .collect();
    all.sort_by_key(|(other, common)| (Reverse(common.words), Reverse(common.claims), *other));
    let mut articles: Vec<CommonCx> = all.into_iter().map(|(_, common)| common).collect();
    let mut same_text: Vec<CommonCx> = articles.iter().filter(|common| common.same_text).cloned().collect();
    let same_text_more = same_text.len().saturating_sub(NAMED);
    same_text.truncate(NAMED);
    let folded = articles.split_off(articles.len().min(SHOWN));
    InCommonCx { same_text, same_text_more, articles, folded }
}

fn common(cx: &Contexts<'_>, article: usize, pair: &ComparedPair) -> CommonCx {
    let other = pair.other(article);
    let shared = pair.shared.map(|number| &cx.site.links.shared[number]);
    let part = |article| shared.map_or(0, |shared| percent(shared.part_of(article)));
    CommonCx {
        card: cx.cards.articles[other].clone(),
        compare: cx.library().compare_route(article, other).to_string(),
        passages: shared.map_or(0, |shared| shared.passages.len()),
        words: shared.map_or(0, SharedPair::words),
        here: part(article),
        there: part(other),
        claims: pair.claims.len(),
        same_text: shared.is_some_and(SharedPair::is_same_text),
    }
}

/// A part of 100: what is something is never called nothing, and what is not all is never called all.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part is in 0..=1")]
pub(super) fn percent(part: f64) -> u8 {
    match part {
        1.0.. => 100,
        part => ((part * 100.0).round() as u8).clamp(1, 99),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn little_is_not_nothing_and_much_not_all() {
        assert_eq!([0.0001, 0.314, 0.999, 1.0].map(percent), [1, 31, 99, 100]);
    }
}
