//! Items → drafts: each value with the element that states it, and what is doubtful about it.

use url::Url;

use super::item::{Extent, Feed, Item, Stated, Words};
use super::trailer::{self, End};
use super::{base, date, names};
use crate::import::draft::{Decision, Draft, Field};
use crate::import::html::{self, Fragment, NoFiles};
use crate::import::reading::{Reading, Skipped};
use crate::import::{doubts, language, outlets, shown, slug};
use crate::model::vocabulary::TextKind;

/// Words from which a text that RSS calls a description may be the whole article. Descriptions that are summaries end
/// below 80 words in nine feeds of ten.
const WHOLE: usize = 200;

/// Fewest blocks of such a text: a summary is one paragraph, sometimes with a line of credits.
const BLOCKS: usize = 3;

/// Words from which the text beside a recording is worth reading without it.
const BESIDE_RECORDING: usize = 100;

/// Drafts and skipped items of a feed.
pub(super) fn reading(name: &str, feed: &Feed) -> Reading {
    let mut reading = Reading::default();
    for (number, item) in (1..).zip(&feed.items) {
        match draft(name, feed, item) {
            Ok(draft) => reading.drafts.push(draft),
            Err(why) => reading.skipped.push(Skipped {
                place: format!("item {number}, line {}", item.line),
                title: item.title.as_ref().map(|title| title.words.clone()).unwrap_or_default(),
                why,
            }),
        }
    }
    reading
}

fn draft(name: &str, feed: &Feed, item: &Item) -> Result<Draft, String> {
    if let Some(why) = item.not_an_item {
        return Err(why.to_owned());
    }
    let words = item.longest().ok_or("it has no text")?;
    let Fragment { blocks: mut body, dropped, attachments } = fragment(item, words)?;
    let end = trailer::take(&mut body, dropped);
    let count = shown::count(&body);
    let recording = item.encloses.as_ref().is_some_and(|kind| kind.starts_with("audio/") || kind.starts_with("video/"));
    match count {
        0 => return Err(nothing_left(&end)),
        _ if recording && (words.extent != Extent::Whole || count < BESIDE_RECORDING) => {
            return Err("a recording: the feed has a description of it, not its text".to_owned());
        }
        _ => {}
    }
    let mut draft = Draft { from: name.to_owned(), body, attachments, ..Draft::default() };
    extent(&mut draft, words, &end, count);
    titles(&mut draft, item, &end);
    publishers(&mut draft, feed, item, &end);
    authors(&mut draft, feed, item);
    address(&mut draft, item);
    published(&mut draft, item);
    languages(&mut draft, feed, item);
    draft.categories.clone_from(&item.categories);
    draft.dropped = end.dropped;
    doubts::add(&mut draft);
    draft.unsure.sort_unstable();
    draft.unsure.dedup();
    Ok(draft)
}

/// Why an item has no words.
fn nothing_left(end: &End) -> String {
    let said = |text: &str| !text.trim().is_empty() && !base::is_web(text);
    let dropped = end.dropped.iter().find(|dropped| said(&dropped.text));
    dropped.map_or_else(
        || "it has no words, only pictures or links to other places".to_owned(),
        |dropped| format!("nothing but what was taken for a {}: {}", dropped.rule, dropped.text),
    )
}

/// The blocks of a text, with the lines of the feed.
fn fragment(item: &Item, words: &Words) -> Result<Fragment, String> {
    let base = words.base.as_deref().or(item.link.as_ref().map(|link| link.words.as_str()));
    let base = base.and_then(|base| Url::parse(base).ok());
    let mut fragment = html::fragment(&words.html, base.as_ref(), &NoFiles).map_err(|error| error.to_string())?;
    let blocks = &mut fragment.blocks;
    // A feed often repeats the title above the text.
    let first = blocks.first().and_then(|block| shown::heading(&block.kind));
    if let (Some(title), Some(first)) = (&item.title, first)
        && slug::folded(&first) == slug::folded(&title.words)
    {
        blocks.remove(0);
    }
    let above = words.line.saturating_sub(1);
    for block in blocks {
        block.line = block.line.max(1) + above;
    }
    for dropped in &mut fragment.dropped {
        (dropped.line, dropped.last) = (dropped.line.max(1) + above, dropped.last.max(1) + above);
    }
    Ok(fragment)
}

/// Whether the text is the whole: surely not where it breaks off or is a summary, surely where the feed has an element
/// for the whole. A long `description` counts as the whole, doubtfully: RSS 2.0 allows both.
fn extent(draft: &mut Draft, words: &Words, end: &End, count: usize) {
    let long = count >= WHOLE && draft.body.len() >= BLOCKS;
    let (text, sure) = match words.extent {
        _ if end.cut.is_some() => (TextKind::Excerpt, false),
        Extent::Whole => (TextKind::Full, true),
        Extent::Either if long => (TextKind::Full, false),
        Extent::Either | Extent::Summary => (TextKind::Excerpt, false),
    };
    draft.text = Some(text);
    if !sure {
        draft.unsure.push(Field::Body);
        let rule = end.cut.as_ref().map_or(words.rule, |cut| cut.rule);
        let line = end.cut.as_ref().map_or(words.line, |cut| cut.line);
        let kind = if text == TextKind::Full { "perhaps the whole text" } else { "not the whole text" };
        draft.decisions.push(Decision { field: Field::Body, value: format!("{kind}: {count} words"), rule, line });
    }
}

/// Takes the first; without one, or with another that differs, the field is unsure.
fn settle(draft: &mut Draft, field: Field, candidates: &[&Stated]) -> Option<String> {
    let first = candidates.first().map(|stated| stated.words.clone());
    let agreed = first
        .as_ref()
        .is_some_and(|first| candidates.iter().all(|other| slug::folded(&other.words) == slug::folded(first)));
    if !agreed {
        draft.unsure.push(field);
    }
    draft.decisions.extend(candidates.iter().map(|stated| decision(field, stated, stated.words.clone())));
    first
}

fn decision(field: Field, stated: &Stated, value: String) -> Decision {
    Decision { field, value, rule: stated.rule, line: stated.line }
}

fn titles(draft: &mut Draft, item: &Item, end: &End) {
    let candidates: Vec<&Stated> = item.title.iter().chain(&end.title).collect();
    draft.title = settle(draft, Field::Title, &candidates);
}

/// The outlet that the item names as its source, and then this feed is who passes it on; else the feed.
fn publishers(draft: &mut Draft, feed: &Feed, item: &Item, end: &End) {
    let own: Option<Stated> =
        feed.title.as_ref().and_then(|title| Stated::new(site_name(&title.words), title.line, title.rule));
    let differs = |source: &&Stated| own.as_ref().is_none_or(|own| !outlets::same(&own.words, &source.words));
    let candidates: Vec<&Stated> = match item.outlet.as_ref().filter(differs) {
        Some(source) => {
            draft.via = own.as_ref().map(|own| own.words.clone());
            draft.decisions.extend(own.as_ref().map(|own| decision(Field::Via, own, own.words.clone())));
            vec![source]
        }
        None => own.iter().chain(&end.outlet).collect(),
    };
    draft.outlet = settle(draft, Field::Outlet, &candidates);
}

/// A feed's title without the words that only say that it is a feed.
fn site_name(title: &str) -> &str {
    const ENDS: &[&str] = &[
        "rss feed",
        "neueste meldungen",
        "aktuelle meldungen",
        "latest headlines",
        "atom feed",
        "news feed",
        "feed",
        "rss",
        "atom",
        "latest news",
        "all posts",
        "blog posts",
    ];
    const SIGNS: [char; 7] = ['-', '–', '—', '|', ':', '»', '·'];
    let lower = title.to_lowercase();
    // Lower case may have another length in bytes; then the title stays as it is.
    let bare = ENDS.iter().filter(|_| lower.len() == title.len()).find_map(|end| {
        let rest = title.get(..lower.strip_suffix(end)?.len())?.trim_end();
        let apart = rest.ends_with(SIGNS) || end.contains(' ') && lower.ends_with(&format!(" {end}"));
        Some(rest.trim_end_matches(SIGNS).trim_end()).filter(|name| apart && !name.is_empty())
    });
    bare.unwrap_or(title)
}

fn authors(draft: &mut Draft, feed: &Feed, item: &Item) {
    let stated = if item.authors.is_empty() { &feed.authors } else { &item.authors };
    let named: Vec<(Vec<String>, &Stated)> =
        stated.iter().map(|stated| (names::persons(&stated.words, draft.outlet.as_deref()), stated)).collect();
    for (persons, stated) in &named {
        if persons.is_empty() {
            draft.unsure.push(Field::Authors);
            continue;
        }
        draft.authors.extend(persons.iter().cloned());
        draft.decisions.push(decision(Field::Authors, stated, persons.join(", ")));
    }
    let mut seen = Vec::new();
    draft.authors.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    if draft.authors.is_empty() {
        draft.unsure.push(Field::Authors);
    }
}

fn address(draft: &mut Draft, item: &Item) {
    match item.link.as_ref().filter(|link| base::is_web(&link.words)) {
        Some(link) => {
            let url = base::without_counters(&link.words);
            draft.decisions.push(decision(Field::Url, link, url.clone()));
            draft.url = Some(url);
        }
        None => draft.unsure.push(Field::Url),
    }
}

/// The day of publication; that of the last change stands in for it, and is doubtful.
fn published(draft: &mut Draft, item: &Item) {
    let read = |stated: &Stated| {
        date::read(&stated.words).map(|day| (day, decision(Field::Published, stated, day.to_string())))
    };
    let first = item.published.as_ref().and_then(read);
    let found = first.clone().or_else(|| item.updated.as_ref().and_then(read));
    if first.is_none() {
        draft.unsure.push(Field::Published);
    }
    if let Some((day, decision)) = found {
        draft.published = Some(day);
        draft.decisions.push(decision);
    }
}

/// What the item or its feed declares; where the body is plainly English and the feed says otherwise, doubtful.
fn languages(draft: &mut Draft, feed: &Feed, item: &Item) {
    let seen = language::of(&draft.body).filter(|seen| !seen.weak).map(|seen| seen.tag);
    let declared = item.language.as_ref().or(feed.language.as_ref()).filter(|stated| is_tag(&stated.words));
    let contradicted = declared.zip(seen).is_some_and(|(stated, seen)| !stated.words.to_lowercase().starts_with(seen));
    if contradicted || declared.is_none() && seen.is_none() {
        draft.unsure.push(Field::Language);
    }
    draft.language = declared.map(|stated| tag(&stated.words)).or(seen.map(str::to_owned));
    draft.decisions.extend(declared.map(|stated| decision(Field::Language, stated, tag(&stated.words))));
}

/// Whether words look like a BCP 47 tag.
pub(in crate::import) fn is_tag(words: &str) -> bool {
    let mut parts = words.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let fits = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(fits)
}

/// The tag in its usual form: `en-US`, `zh-Hant` (RFC 5646, 2.1.1).
pub(in crate::import) fn tag(words: &str) -> String {
    let part = |(index, part): (usize, &str)| match (index, part.len()) {
        (1.., 2) => part.to_uppercase(),
        (1.., 4) if !part.starts_with(|c: char| c.is_ascii_digit()) => {
            part[..1].to_uppercase() + &part[1..].to_lowercase()
        }
        _ => part.to_lowercase(),
    };
    words.split(['-', '_']).enumerate().map(part).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tags() {
        assert_eq!(site_name("Harbour Post » Feed"), "Harbour Post");
        assert_eq!(site_name("Harbour Post RSS Feed"), "Harbour Post");
        assert_eq!(site_name("Animal Feed"), "Animal Feed");
        assert_eq!(site_name("Feed"), "Feed");
        assert_eq!(tag("en-us"), "en-US");
        assert_eq!(tag("zh_hant_tw"), "zh-Hant-TW");
        assert!(is_tag("en") && !is_tag("English") && !is_tag("") && !is_tag("x"));
    }
}
