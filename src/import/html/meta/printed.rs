//! What the page shows its readers: headings, times, names with a mark that says what they are.

use dom_query::{Document, NodeId, NodeRef};

use super::dom;

/// What stands on the page.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// The words of each `<h1>`, and of what is marked as the headline.
    pub(super) headlines: Vec<Headline>,
    /// `datetime` or words of `<time>`, the first ones.
    pub(super) times: Vec<String>,
    /// Contents of `itemprop=datePublished`.
    pub(super) published: Vec<String>,
    /// Words of elements that are named as a date.
    pub(super) dates: Vec<String>,
    /// Names marked as the author's.
    pub(super) authors: Vec<(String, &'static str)>,
}

#[derive(Debug, Clone)]
pub(super) struct Headline {
    pub(super) words: String,
    /// Words of the heading without those of its first and last part, where it has parts of its own: a kicker, a
    /// subtitle.
    pub(super) parts: Vec<String>,
}

/// Most elements of a kind that are looked at.
const MOST: usize = 12;

pub(super) fn read(document: &Document) -> Printed {
    let all = |selector: &str| document.select(selector).nodes().iter().take(MOST).copied().collect::<Vec<_>>();
    let mut printed = Printed::default();
    for node in all("h1").iter().chain(&all("[itemprop~=headline]")) {
        let words = spaced(node);
        if !words.is_empty() && words.len() < 600 && !dom::is_one_of(node, &["meta"]) {
            printed.headlines.push(Headline { parts: parts(node), words });
        }
    }
    printed.published = all("[itemprop~=datePublished]").iter().filter_map(moment).collect();
    printed.times = all("time").iter().filter(|node| !in_teaser(node)).filter_map(moment).collect();
    printed.dates =
        all(DATES).iter().filter(|node| !in_teaser(node)).map(dom::words).filter(|it| it.len() < 80).collect();
    printed.authors = authors(document);
    printed
}

/// Elements that are named as the date of an article.
const DATES: &str = "[class*=published], [class*=Published], [class*=publish-date], [class*=post-date], [class*=article-date], \
    [class~=date], [class~=dateline], [class~=timestamp], [class*=entry-date], [class*=byline], [class*=pubdate], [id*=date]";

/// The words of a heading; parts that are boxes of their own are apart by a space.
fn spaced(node: &NodeRef<'_>) -> String {
    let mut words = String::new();
    for inner in node.descendants_it() {
        let known = dom::text(&inner, |text| words.push_str(text)).is_some();
        if !known && dom::is_one_of(&inner, &["span", "div", "br", "p", "small"]) {
            let between = inner.prev_sibling().is_none_or(|before| before.is_element());
            if between || inner.has_name("br") || !inner.has_name("span") {
                words.push(' ');
            }
        }
    }
    dom::squash(&words)
}

fn parts(node: &NodeRef<'_>) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for child in node.children_it(false) {
        let words = dom::words(&child);
        if !words.is_empty() {
            parts.push(words);
        }
    }
    // One wrapper around all the rest.
    if parts.len() == 1
        && let Some(inner) = node.first_element_child()
        && inner.element_children().len() > 1
    {
        return inner.element_children().iter().map(dom::words).filter(|words| !words.is_empty()).collect();
    }
    parts
}

fn moment(node: &NodeRef<'_>) -> Option<String> {
    let stated = ["datetime", "content", "date"].iter().find_map(|name| dom::attribute(node, name));
    stated.or_else(|| Some(dom::words(node)).filter(|words| !words.is_empty()))
}

/// Whether an element stands in a list of other articles or in a comment.
fn in_teaser(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(12)).any(|above| {
        dom::is_one_of(&above, &["aside", "nav", "footer"])
            || dom::attribute(&above, "class").is_some_and(|class| {
                let class = class.to_ascii_lowercase();
                ["related", "comment", "sidebar", "teaser", "recommend", "trending", "popular", "ticker", "latest"]
                    .iter()
                    .any(|word| class.contains(word))
            })
    })
}

/// Where names of authors stand, the surest first.
const AUTHORS: &[(&str, &str)] = &[
    ("[itemprop~=author] [itemprop~=name]", "itemprop author"),
    ("[itemprop~=author]", "itemprop author"),
    ("a[rel~=author]", "rel=author"),
    (
        "[class~=author-name], [class~=author__name], [class~=byline__name], [class~=byline-name], [class~=article-author], \
      [class~=article__author], [class~=article__author-name], [class~=vcard] [class~=fn], [class~=author] a",
        "byline",
    ),
    (
        "[class~=byline], [class~=author], [class*=byline], [class*=Byline], [class*=author]:not([class*=authori])",
        "byline",
    ),
];

/// Levels above a name within which another one belongs to the same byline; farther ones are of other articles.
const SAME_BYLINE: usize = 3;

fn authors(document: &Document) -> Vec<(String, &'static str)> {
    for (selector, rule) in AUTHORS {
        let selection = document.select(selector);
        let mut names: Vec<(String, &'static str)> = Vec::new();
        let mut byline: Option<Vec<NodeId>> = None;
        for node in selection.nodes().iter().filter(|node| !in_teaser(node)).take(MOST) {
            let around: Vec<NodeId> = node.ancestors_it(Some(SAME_BYLINE)).map(|above| above.id).collect();
            if !byline.get_or_insert_with(|| around.clone()).iter().any(|id| around.contains(id)) {
                continue;
            }
            let name = dom::attribute(node, "content").unwrap_or_else(|| dom::words(node));
            if !name.is_empty() && name.len() < 200 && names.iter().all(|(known, _)| *known != name) {
                names.push((name, rule));
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}
