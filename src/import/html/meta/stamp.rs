//! When the article was published: JSON-LD, then `<meta>`, microdata, the address, and the first `<time>`.

use jiff::civil::Date;

use super::Candidate;
use super::json_ld::Linked;
use super::printed::Printed;
use super::tags::Tags;
use crate::import::date::{self, Published};

/// Names of `<meta>` for the day of publication, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "published_time",
    "published_at",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publicationdate",
    "publication_date",
    "publication-date",
    "originalpublicationdate",
    "article_date_original",
    "sailthru.date",
    "parsely-pub-date",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "rnews:datepublished",
    "shareaholic:article_published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.available",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.created",
    "dc.date",
    "article.published",
    "article.created",
    "created",
    "date.created",
    "ptime",
    "pub_date",
    "displaydate",
    "date",
    "eomportal-uuid-date",
    "last-published",
    "og:pubdate",
];

/// The same for the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
    "utime",
    "article:modified",
];

pub(super) fn published(
    tags: &Tags,
    linked: &Linked,
    printed: &Printed,
    address: Option<&str>,
) -> Vec<Candidate<Published>> {
    let mut found = Vec::new();
    let mut add = |text: &str, rule: &'static str| {
        if let Some(date) = stamp(text) {
            found.push(Candidate::new(date, rule, text));
        }
    };
    linked.published.iter().for_each(|text| add(text, "JSON-LD datePublished"));
    for name in PUBLISHED {
        tags.all(&[name]).first().into_iter().for_each(|text| add(text, "meta published"));
    }
    printed.published.first().into_iter().for_each(|text| add(text, "itemprop datePublished"));
    if let Some((date, text)) = address.and_then(in_address) {
        found.push(Candidate::new(date, "date in the address", text));
    }
    let first = printed.times.iter().find_map(|text| Some((stamp(text)?, text)));
    if let Some((date, text)) = first {
        found.push(Candidate::new(date, "first time on the page", text));
    }
    let first = printed.dates.iter().find_map(|text| Some((among(text)?, text)));
    if let Some((date, text)) = first {
        found.push(Candidate::new(date, "date on the page", text));
    }
    found
}

pub(super) fn modified(tags: &Tags, linked: &Linked) -> Vec<Candidate<Published>> {
    let meta = MODIFIED.iter().filter_map(|name| tags.first(&[name])).map(|text| (text, "meta modified"));
    let stated = linked.modified.as_deref().map(|text| (text, "JSON-LD dateModified")).into_iter().chain(meta);
    stated.filter_map(|(text, rule)| Some(Candidate::new(stamp(text)?, rule, text))).collect()
}

/// The day of a time stamp: ISO 8601, RFC 5322, what `date` prints, seconds since 1970, or words.
pub(in crate::import::html) fn stamp(text: &str) -> Option<Published> {
    let text = text.trim();
    iso(text).or_else(|| seconds(text)).or_else(|| date::published(text)).or_else(|| spelled(text))
}

/// `2023-04-28T…`, `2023/04/28 …`, `20230428…`, `2023-04`.
fn iso(text: &str) -> Option<Published> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
    let year = digits(text.get(..4)?)?;
    let rest = &text[4..];
    if let Some(separator @ ('-' | '/' | '.')) = rest.chars().next() {
        let mut parts = rest[1..].splitn(2, separator);
        let month = digits(parts.next()?.get(..)?).or_else(|| digits(rest.get(1..3)?))?;
        let Some(day) = parts.next() else { return build(year, month, 1).map(Published::Month) };
        let end = day.find(|c: char| !c.is_ascii_digit()).unwrap_or(day.len());
        return build(year, month, digits(&day[..end])?).map(Published::Day);
    }
    let compact = digits(rest.get(..2)?).zip(digits(rest.get(2..4)?))?;
    let ends = rest.get(4..5).is_none_or(|next| !next.bytes().all(|b| b.is_ascii_digit())) || rest.len() >= 10;
    build(year, compact.0, compact.1).filter(|_| ends).map(Published::Day)
}

fn build(year: i16, month: i16, day: i16) -> Option<Date> {
    let plausible = (1600..=2199).contains(&year);
    plausible.then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()).flatten()
}

/// Seconds or milliseconds since 1970, as a day in UTC; 2001 to 2100.
fn seconds(text: &str) -> Option<Published> {
    let whole = matches!(text.len(), 10 | 13) && text.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = whole.then(|| text.parse().ok()).flatten()?;
    let seconds = if text.len() == 13 { number / 1000 } else { number };
    let stamp = jiff::Timestamp::from_second(seconds).ok()?;
    let date = stamp.to_zoned(jiff::tz::TimeZone::UTC).date();
    (2001..=2100).contains(&date.year()).then_some(Published::Day(date))
}

/// `Fri, 28 Apr 2023 19:20:36 GMT`, `Fri Apr 28 19:20:36 CEST 2023`: day, month and year among other words.
fn spelled(text: &str) -> Option<Published> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if words.len() > 12 {
        return None;
    }
    let bare = |word: &&str| !word.contains(':') && !word.starts_with(['+', '-']);
    let kept: Vec<&str> = words.into_iter().filter(bare).collect();
    let year = kept.iter().find(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))?;
    kept.windows(2).find_map(|pair| date::published(&format!("{} {} {year}", pair[0], pair[1])))
}

/// A date that stands among other words, such as a name before it.
fn among(text: &str) -> Option<Published> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let parts = (1..=4).rev().flat_map(|size| words.windows(size));
    stamp(text).or_else(|| {
        parts.filter_map(|part| date::published(&part.join(" "))).find(|date| matches!(date, Published::Day(_)))
    })
}

/// `/2023/04/28/`, `/2023-04-28-…`, `/20230428/`, `/2023/apr/28/`: a whole day and nothing less.
fn in_address(address: &str) -> Option<(Published, String)> {
    let path = url::Url::parse(address).ok()?.path().to_owned();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let written = |parts: &[&str]| parts.join("-");
    for window in segments.windows(3) {
        let [year, month, day] = window else { continue };
        if year.len() == 4
            && (1..=2).contains(&day.len())
            && let Some(date @ Published::Day(_)) =
                iso(&written(window)).or_else(|| date::published(&format!("{day} {month} {year}")))
        {
            return Some((date, window.join("/")));
        }
    }
    segments.iter().find_map(|segment| in_segment(segment))
}

fn in_segment(segment: &str) -> Option<(Published, String)> {
    let starts = segment
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !segment[..*at].ends_with(|c: char| c.is_ascii_digit()));
    for (at, _) in starts {
        let rest = &segment[at..];
        let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '-' || c == '_')).unwrap_or(rest.len());
        let text = rest[..length].trim_matches(['-', '_']).replace('_', "-");
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let dashed = digits == 4 && text.len() >= 10 && text.as_bytes()[7] == b'-';
        if (dashed || digits == 8)
            && let Some(date @ Published::Day(_)) = iso(if dashed { &text[..10] } else { &text[..8] })
            && (1990..=2199).contains(&text[..4].parse::<i16>().unwrap_or(0))
        {
            return Some((date, text));
        }
    }
    None
}
