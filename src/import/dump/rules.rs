//! The rules for lines that are about the page, not of the article. Each has a name, which the report shows.

use super::clue::Clue;
use super::trailer;
use crate::import::phrases::{lookup as table, page};
use crate::import::{byline, date, shape};

/// A line and what stands around it.
pub(super) struct Here<'a> {
    pub(super) text: &'a str,
    /// See [`plain`]; the same of the lines above and below.
    pub(super) plain: &'a str,
    pub(super) above: &'a str,
    pub(super) below: &'a str,
    pub(super) place: Place,
}

/// Where a line stands among the paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Above,
    Within,
    Below,
}

/// What a rule takes.
pub(super) enum Takes {
    Line(Vec<Clue>),
    /// The line, and the short ones below it.
    List,
    /// The line and all that follows.
    Rest,
}

/// What a line tells about where it stands, before anyone knows where the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    /// A byline or a date.
    Dated,
    /// A short line that only pages have.
    Stock,
    /// One that stands between paragraphs, too: an advertisement, a link to another article.
    Inline,
    /// A longer one.
    Notice,
    /// The heading of comments or of other articles.
    Ends,
}

/// Name of the rule for the lines beside a post.
pub(super) const FORUM: &str = "forum";

type Rule = fn(&Here) -> Option<Takes>;

/// In this order; the first that fits counts. Related links have up to 16 words and no stop, so they go before anyone
/// looks for headings.
const RULES: &[(&str, Rule)] = &[
    ("feed trailer", |here| trailer::feed_trailer(here.text).map(Takes::Line)),
    ("feed footer", |here| trailer::feed_footer(here.text).map(Takes::Line)),
    ("posted-by footer", |here| trailer::posted_by(here.text).map(Takes::Line)),
    ("encyclopedia", encyclopedia),
    ("wire", wire),
    (FORUM, |here| taken(forum(here.text, here.plain))),
    ("breadcrumbs", breadcrumbs),
    ("comments", comments),
    ("read more", related),
    ("related articles", |here| related_head(here.plain).then_some(Takes::List)),
    ("share", share),
    ("counter", |here| taken(counter(here.plain))),
    ("menu", menu),
    ("advertisement", |here| taken(table::ADVERTISEMENT.has(here.plain))),
    ("subscription", |here| taken(subscription(here.text, here.plain))),
    ("cookies", |here| taken(table::COOKIES.open(here.plain) && shape::words(here.text) <= 60)),
    ("rights", rights),
    ("notice", |here| taken(notice(here.text, here.plain))),
    ("tags", tags),
    ("address line", address),
];

/// The rule that takes a line.
pub(super) fn apply(here: &Here) -> Option<(&'static str, Takes)> {
    RULES.iter().find_map(|(name, rule)| Some((*name, rule(here)?)))
}

/// Longest line that can be a sign by one of the tables, in words.
const STOCK_WORDS: usize = 12;

/// What one line alone tells.
pub(super) fn sign(text: &str) -> Sign {
    let plain = plain(text);
    let words = shape::words(text);
    if words <= STOCK_WORDS && (related_head(&plain) || is_comments(&plain)) {
        return Sign::Ends;
    }
    if inline(text, &plain) {
        return Sign::Inline;
    }
    if words <= STOCK_WORDS && stock(text, &plain) {
        return Sign::Stock;
    }
    if table::COOKIES.open(&plain) || is_rights(text, &plain) || subscription(text, &plain) || notice(text, &plain) {
        return if words <= STOCK_WORDS { Sign::Stock } else { Sign::Notice };
    }
    if byline::read(text).is_some() || date::within(text) { Sign::Dated } else { Sign::None }
}

fn stock(text: &str, plain: &str) -> bool {
    let tables = [&table::SHARE, &table::NETWORKS, &table::MENU, &table::SECTIONS, &table::COMMENTS];
    forum(text, plain)
        || table::WIRE_OPENS.open(plain)
        || tables.iter().any(|table| table.has(plain))
        || table::SHARE_OPENS.open(plain)
        || counter(plain)
        || labelled(text, &table::FILED).is_some()
        || (plain.is_empty() && !shape::rule(text))
        || (!plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit()))
}

/// Lines that pages put between the paragraphs of an article, too.
fn inline(text: &str, plain: &str) -> bool {
    table::ADVERTISEMENT.has(plain) || table::MORE.has(plain) || labelled(text, &table::RELATED).is_some()
}

fn taken(fits: bool) -> Option<Takes> {
    fits.then(|| Takes::Line(Vec::new()))
}

/// The text in lower case without marks at its ends: `read more` for `Read More »`.
pub(super) fn plain(text: &str) -> String {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    bare.to_lowercase().replace('’', "'")
}

/// What follows a label and a colon.
fn labelled<'a>(text: &'a str, labels: &table::Words) -> Option<&'a str> {
    let (label, rest) = text.split_once([':', '：'])?;
    let rest = rest.trim();
    let label = plain(label);
    (!rest.is_empty() && labels.has(&label)).then_some(rest)
}

fn related(here: &Here) -> Option<Takes> {
    if let Some(title) = labelled(here.text, &table::RELATED).filter(|title| shape::words(title) <= 40) {
        return Some(Takes::Line(vec![Clue::Related(title.to_owned())]));
    }
    taken(table::MORE.has(here.plain))
}

/// A heading above links to other articles.
fn related_head(plain: &str) -> bool {
    let named = || table::RELATED_OPENS.open(plain) && shape::words(plain) <= 7;
    table::RELATED_HEADS.has(plain) || named()
}

/// From the heading of the comments to the end; above the article the same words are a button.
fn comments(here: &Here) -> Option<Takes> {
    if !is_comments(here.plain) {
        return None;
    }
    if here.place == Place::Above { taken(true) } else { Some(Takes::Rest) }
}

/// Whether a line is the heading of the comments, or counts them.
pub(super) fn is_comments(plain: &str) -> bool {
    let counted = || counter(plain) && page::COMMENT_STEMS.iter().any(|stem| plain.contains(stem));
    let titled = || plain.starts_with("comments (") || plain.starts_with("leave a reply to ") || responses(plain);
    table::COMMENTS.has(plain) || counted() || titled()
}

/// `34 responses to “The lamp is lit again”`.
fn responses(plain: &str) -> bool {
    let mut words = plain.split(' ');
    let counted = words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && words.next().is_some_and(|word| {
            matches!(word, "responses" | "comments" | "thoughts" | "replies" | "comment" | "response" | "thought")
        });
    counted && words.next().is_some_and(|word| matches!(word, "to" | "on" | "so" | "for"))
}

fn share(here: &Here) -> Option<Takes> {
    let button = |plain: &str| table::SHARE.has(plain) || table::NETWORKS.has(plain);
    let beside = here.place != Place::Within || button(here.above) || button(here.below);
    let network = table::NETWORKS.has(here.plain) && beside;
    taken(network || table::SHARE.has(here.plain) || table::SHARE_OPENS.open(here.plain))
}

/// `12 comments`, `1,204 views`, `5 min read`, `评论 12`.
fn counter(plain: &str) -> bool {
    let plain = plain.strip_prefix("reading time: ").map_or_else(|| plain.to_owned(), |time| format!("{time} read"));
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.bytes().all(|b| b.is_ascii_digit() || b",.k".contains(&b))
    };
    let first = plain.split_once(' ').is_some_and(|(first, rest)| number(first) && table::COUNTED.has(rest));
    let last =
        || plain.rsplit_once([' ', '(']).is_some_and(|(rest, last)| number(last) && table::COUNTED.has(rest.trim()));
    first || last()
}

fn menu(here: &Here) -> Option<Takes> {
    taken(table::MENU.has(here.plain) || (here.place != Place::Within && table::SECTIONS.has(here.plain)))
}

/// Longest request to subscribe, in words.
const SUBSCRIPTION_WORDS: usize = 35;

fn subscription(text: &str, plain: &str) -> bool {
    table::SUBSCRIBE.open(plain) && table::SUBSCRIBED.are_in(plain) && shape::words(text) <= SUBSCRIPTION_WORDS
}

/// Longest notice, in words. A paragraph about cookies, in an article about them, is as a rule longer.
const NOTICE_WORDS: usize = 60;

fn notice(text: &str, plain: &str) -> bool {
    shape::words(text) <= NOTICE_WORDS && table::NOTICES.are_in(plain)
}

/// Longest line about rights, in words.
const RIGHTS_WORDS: usize = 40;

fn rights(here: &Here) -> Option<Takes> {
    if here.place == Place::Above || !is_rights(here.text, here.plain) {
        return None;
    }
    let holder = trailer::rights_holder(here.text).map(|name| Clue::Holder(name.to_owned()));
    Some(Takes::Line(holder.into_iter().collect()))
}

/// Whether a line says who holds the rights.
pub(super) fn is_rights(text: &str, plain: &str) -> bool {
    table::RIGHTS.are_in(plain) && shape::words(text) <= RIGHTS_WORDS
}

/// Longest line beside a post, in words.
const FORUM_WORDS: usize = 6;

fn forum(text: &str, plain: &str) -> bool {
    shape::words(text) <= FORUM_WORDS && table::FORUM_OPENS.open(plain) && !shape::ends_in_stop(text)
}

/// Longest line that names an encyclopedia or the way to a page, in words.
const HEAD_WORDS: usize = 16;

/// `From the Open Harbour Encyclopedia`.
fn encyclopedia(here: &Here) -> Option<Takes> {
    let named = table::ENCYCLOPEDIAS.are_in(here.plain) && table::FROM.open(here.plain);
    if !named || shape::words(here.text) > HEAD_WORDS || here.text.ends_with('.') {
        return None;
    }
    let rest = here.text.split_once(' ').map_or(here.text, |(_, rest)| rest);
    let name = rest.split([',', '，', '、']).next().unwrap_or(rest).trim();
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("article de ")).unwrap_or(name);
    Some(Takes::Line(vec![Clue::Outlet(name.to_owned())]))
}

/// What a wire adds for editors: a slug, a note, who worked on it, the mark of the end.
fn wire(here: &Here) -> Option<Takes> {
    let inner = here.plain.trim_start_matches('(');
    let worked = here.place != Place::Above && table::WORKED.open(inner) && shape::words(here.text) <= 40;
    let note = here.place == Place::Above || shape::words(here.text) <= 12;
    let noted =
        note && table::WIRE_OPENS.open(here.plain) || (here.place == Place::Above && here.plain.contains("writethru"));
    let ends =
        here.place != Place::Above && here.below.is_empty() && page::ENDS.contains(&here.text.to_lowercase().as_str());
    taken(worked || noted || ends)
}

/// `Harbour Forum » Bread and ovens » Sourdough` above a title.
fn breadcrumbs(here: &Here) -> Option<Takes> {
    let parts: Vec<&str> =
        here.text.split(['»', '›', '>', '→']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let fits = here.place == Place::Above
        && parts.len() > 1
        && shape::words(here.text) <= HEAD_WORDS
        && !here.text.contains('«');
    let named = parts.first().filter(|name| byline::bare_outlet(name).is_some());
    fits.then(|| Takes::Line(named.map(|name| Clue::Holder((*name).to_owned())).into_iter().collect()))
}

fn tags(here: &Here) -> Option<Takes> {
    let names = labelled(here.text, &table::FILED).filter(|_| here.place == Place::Below)?;
    Some(Takes::Line(vec![Clue::Categories(trailer::names(&names.replace(" | ", ",")))]))
}

/// An address alone, above or below the text. One between paragraphs is something that the article shows.
fn address(here: &Here) -> Option<Takes> {
    let url = labelled(here.text, &table::ADDRESS).unwrap_or(here.text);
    let fits = here.place != Place::Within
        && (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(' ');
    fits.then(|| Takes::Line(vec![Clue::Address(url.to_owned())]))
}
