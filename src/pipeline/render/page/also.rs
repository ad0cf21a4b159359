//! What stands in the margin beside words that other articles have too.

use serde::Serialize;
use tera::Value;

use super::super::context::{Contexts, DifferingCx, SharedPlace};
use crate::model::shared::{SharedPair, Side};
use crate::model::site::Thing;
use crate::text::{one_line, shortened};

/// How many articles are named in the margin; the end of the page has all.
const NAMED: usize = 3;

/// Characters of a passage by which paper tells which words are meant.
const LONGEST_QUOTE: usize = 80;

/// Words of this article that others have too, by the first of those.
#[derive(Serialize)]
pub(super) struct AlsoCx {
    number: usize,
    /// The place of the aside, and that of the words.
    anchor: String,
    #[serde(rename = "ref")]
    reference: String,
    /// How many articles have them besides this one.
    count: usize,
    quote: String,
    articles: Vec<OtherCx>,
    /// How many of them are not named here.
    more: usize,
}

/// Another article that has the words.
#[derive(Serialize)]
struct OtherCx {
    card: Value,
    /// To the words there.
    route: String,
    /// To the words of both.
    compare: String,
    words: usize,
    /// How often words differ.
    changes: usize,
    /// Which, where they are few.
    differing: Option<DifferingCx>,
}

/// The shared words with this number of an article.
pub(super) fn also(cx: &Contexts<'_>, article: usize, number: usize) -> AlsoCx {
    let place = &cx.shared.of(article)[number - 1];
    let others = others(cx, article, place);
    let text = &cx.library().articles[article].body.text;
    AlsoCx {
        number,
        anchor: format!("page-also-{number}"),
        reference: format!("page-shared-{number}"),
        count: others.len(),
        quote: shortened(&one_line(text.slice(place.range)), LONGEST_QUOTE),
        more: others.len().saturating_sub(NAMED),
        articles: others.into_iter().take(NAMED).map(|(pair, passage)| other(cx, article, pair, passage)).collect(),
    }
}

/// One passage of each pair, the article that was published first before the others.
fn others(cx: &Contexts<'_>, article: usize, place: &SharedPlace) -> Vec<(usize, usize)> {
    let mut others = place.passages.clone();
    others.sort_unstable();
    others.dedup_by_key(|(pair, _)| *pair);
    others.sort_by_key(|&(pair, _)| {
        let other = cx.site.links.shared[pair].other(article);
        let published = cx.library().articles[other].front.source.published;
        (published.is_none(), published, other)
    });
    others
}

fn other(cx: &Contexts<'_>, article: usize, number: usize, passage: usize) -> OtherCx {
    let pair = &cx.site.links.shared[number];
    let (side, other) = (pair.side(article), pair.other(article));
    let differing = DifferingCx::new(&words(cx, pair, passage, side), &words(cx, pair, passage, side.across()));
    let there = cx.shared.number(number, passage, side.across());
    OtherCx {
        card: cx.cards.articles[other].clone(),
        route: format!("{}#page-shared-{there}", cx.library().route(Thing::Article(other))),
        compare: format!("{}#passage-{}", cx.library().compare_route(article, other), passage + 1),
        words: pair.passages[passage].words,
        changes: differing.changes,
        differing: differing.few(),
    }
}

/// The words of a passage in one article, in one line.
fn words(cx: &Contexts<'_>, pair: &SharedPair, passage: usize, side: Side) -> String {
    let article = match side {
        Side::First => pair.first,
        Side::Second => pair.second,
    };
    one_line(cx.library().articles[article].body.text.slice(pair.passages[passage].place(side)))
}
