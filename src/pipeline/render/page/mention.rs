//! The passages that mention a topic, by article.

use serde::Serialize;

use super::super::context::{Contexts, direction};
use super::super::document::mention_id;
use super::backlink::ExcerptCx;
use crate::model::mention::Mention;
use crate::model::site::Thing;

/// Most passages of one article.
const MOST_PASSAGES: usize = 3;

/// Most articles, and most bytes of passages: a page of a few screens, whatever the site's size.
const MOST_ARTICLES: usize = 40;
const MOST_BYTES: usize = 20_000;

/// A sentence with the words that name the topic.
#[derive(Serialize)]
struct PassageCx {
    /// Where it stands, or empty where the page has no such place.
    route: String,
    excerpt: ExcerptCx,
}

/// An article that mentions a topic.
#[derive(Serialize)]
struct MentionedInCx {
    label: String,
    route: String,
    language: String,
    dir: &'static str,
    passages: Vec<PassageCx>,
    /// How many mentions stand in none of the passages.
    more: usize,
}

/// The articles that mention a topic, newest first, and how many more there are.
#[derive(Serialize)]
pub(super) struct MentionsCx {
    articles: Vec<MentionedInCx>,
    more: usize,
}

/// The passages that mention a topic.
pub(super) fn mentions(cx: &Contexts<'_>, topic: usize) -> MentionsCx {
    let all = &cx.site.links.topic_mentions[topic];
    let (mut articles, mut bytes) = (Vec::new(), 0);
    for &article in all.iter().take(MOST_ARTICLES) {
        let shown = mentioned_in(cx, topic, article, &mut bytes);
        articles.push(shown);
        if bytes > MOST_BYTES {
            break;
        }
    }
    MentionsCx { more: all.len() - articles.len(), articles }
}

fn mentioned_in(cx: &Contexts<'_>, topic: usize, article: usize, bytes: &mut usize) -> MentionedInCx {
    let library = cx.library();
    let (link, body) = (cx.link(Thing::Article(article)), &library.articles[article].body);
    let mut mentions = cx.site.links.mentions[article].iter().filter(|m| m.topic == topic).peekable();
    let mut passages = Vec::new();
    while passages.len() < MOST_PASSAGES
        && let Some(first) = mentions.next()
    {
        let sentence = body.sentence(first.range);
        let mut marked = first;
        while let Some(same) = mentions.next_if(|m| m.range.start < sentence.end) {
            marked = if same.is_target() { same } else { marked };
        }
        let excerpt = body.excerpt(marked.range);
        *bytes += excerpt.before.len() + excerpt.words.len() + excerpt.after.len();
        passages.push(PassageCx { route: place(cx, &link.route, marked), excerpt: excerpt.into() });
    }
    let language = library.articles[article].front.language.clone();
    let dir = direction(&language);
    MentionedInCx { label: link.label, route: link.route, language, dir, passages, more: mentions.count() }
}

fn place(cx: &Contexts<'_>, route: &str, mention: &Mention) -> String {
    let id = &cx.library().topics.at(mention.topic).id;
    if mention.is_target() { format!("{route}#{}", mention_id(id)) } else { String::new() }
}
