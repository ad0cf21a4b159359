//! Who wrote the article: names as printed, without what pages put around them.

use url::Url;

use super::super::words;
use super::json_ld::Linked;
use super::printed::Printed;
use super::tags::Tags;
use super::{Candidate, dom};
use crate::import::{byline, date, months, slug};

/// Names of `<meta>` for authors, the surest first.
const AUTHOR: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "og:article:author",
    "book:author",
    "article:author_name",
    "cxenseparse:author",
    "creator",
    "authors",
    "rnews:author",
    "article.author",
];

/// Words between two names.
const BETWEEN: &[&str] = &[
    " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " & ", ";", " | ", "|", " / ", "/", "•", "·",
    " و ", "、", "，", " with ", " mit ", " i ", " и ", " та ", " și ", " és ", " ja ", " dan ", "\n", " – ", " — ",
];

pub(super) fn find(
    tags: &Tags,
    linked: &Linked,
    printed: &Printed,
    outlets: &[Candidate<String>],
    address: Option<&str>,
) -> Vec<Candidate<Vec<String>>> {
    let sites = sites(outlets, address);
    let mut found = Vec::new();
    let mut add = |values: &[String], rule: &'static str| {
        let mut names: Vec<String> = Vec::new();
        for name in values.iter().flat_map(|value| people(value)) {
            if !is_nobody(&name, &sites) && !names.iter().any(|known| slug::folded(known) == slug::folded(&name)) {
                names.push(name);
            }
        }
        if let (false, Some(first)) = (names.is_empty(), values.first()) {
            found.push(Candidate::new(names, rule, first.clone()));
        }
    };
    add(&linked.authors, "JSON-LD author");
    for name in AUTHOR {
        let values: Vec<String> = tags.all(&[name]).to_vec();
        add(&values, "meta author");
    }
    if tags.first(&["twitter:label1"]).is_some_and(|label| label.to_lowercase().contains("written")) {
        add(&tags.first(&["twitter:data1"]).map(str::to_owned).into_iter().collect::<Vec<_>>(), "meta written by");
    }
    if let Some((_, rule)) = printed.authors.first() {
        let shaped: Vec<String> = printed.authors.iter().map(|(name, _)| name.clone()).collect();
        // On the page itself anything may stand under such a mark: only what looks like a name counts.
        let shaped: Vec<String> =
            shaped.into_iter().filter(|value| people(value).iter().all(|name| is_shaped(name))).collect();
        add(&shaped, rule);
    }
    found
}

/// Names of the site in their folded form, in which no author is called so.
fn sites(outlets: &[Candidate<String>], address: Option<&str>) -> Vec<String> {
    let host = address.and_then(|address| Url::parse(address).ok()).and_then(|url| url.host_str().map(str::to_owned));
    let host = host.iter().flat_map(|host| {
        let bare = host.trim_start_matches("www.");
        let stem = bare.rsplit_once('.').map_or(bare, |(stem, _)| stem);
        [bare.to_owned(), stem.to_owned(), stem.rsplit('.').next().unwrap_or(stem).to_owned()]
    });
    let names = outlets.iter().map(|outlet| outlet.value.clone()).chain(host);
    names.map(|name| slug::folded(&name).replace(' ', "")).filter(|name| name.len() > 1).collect()
}

/// The names in a value: `By Ada Quill and Bo Rye, Staff Writers` → two.
fn people(value: &str) -> Vec<String> {
    let value = value.replace(['\u{a0}', '\t'], " ");
    if value.starts_with("http") || value.len() > 400 {
        return Vec::new();
    }
    if let Some(turned) = turned(&value) {
        return vec![turned];
    }
    let value = value.split("http").next().unwrap_or_default().to_owned();
    let mut pieces = vec![value];
    for mark in BETWEEN.iter().chain(&[",", " By ", " by "]) {
        pieces = pieces.iter().flat_map(|piece| piece.split(mark)).map(str::to_owned).collect();
    }
    let several = pieces.len() > 1;
    // `Ada Quill, MD`: a degree behind a name. Alone it is an agency.
    let degree = |at: usize, name: &str| {
        several && at > 0 && name.chars().count() <= 4 && name.chars().all(|c| !c.is_lowercase() && c.is_ascii())
    };
    let names = pieces.iter().filter_map(|piece| name(piece)).enumerate();
    names.filter(|(at, name)| !degree(*at, name)).map(|(_, name)| name).collect()
}

/// `Quill, Ada` → `Ada Quill`: one comma, one word before it, no more than two behind, and nothing that is a role.
fn turned(value: &str) -> Option<String> {
    let (last, first) = value.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let plain = |text: &str| text.chars().all(|c| c.is_alphabetic() || "-'’. ".contains(c));
    let words = first.split(' ').count();
    let fits = !last.contains(' ') && !first.contains(',') && words <= 2 && !first.is_empty() && !last.is_empty();
    let named = first.starts_with(char::is_uppercase) && last.starts_with(char::is_uppercase);
    let agency = last.chars().all(|c| !c.is_lowercase())
        || first.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase() && first.len() < 5);
    (fits
        && plain(last)
        && plain(first)
        && named
        && !agency
        && !is_role(first)
        && first.chars().any(char::is_lowercase))
    .then(|| format!("{first} {last}"))
}

/// One name without what stands around it; none where nothing is left.
fn name(piece: &str) -> Option<String> {
    let mut piece = piece.trim().trim_matches(['-', '–', '—', ':', '.', '*', '"', '(', '[', ']', ' ']).to_owned();
    if let Some(at) = piece.find(['(', '<', '[', '@']) {
        piece.truncate(at);
    }
    cut_date(&mut piece);
    let lower = piece.to_lowercase();
    for lead in words::LEADS {
        if let Some(rest) = lower.strip_prefix(lead)
            && rest.starts_with([' ', ':'])
            && piece.is_char_boundary(lead.len())
        {
            piece = piece[lead.len()..].trim_start_matches([' ', ':']).to_owned();
            break;
        }
    }
    let piece = piece.trim_end_matches(['-', ':', ' ', ')']).trim();
    let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
    let words = piece.split(' ').count();
    let junk = piece.contains(char::is_numeric)
        || piece.contains("://")
        || piece.contains("www.")
        || date::labelled(piece).is_some()
        || letters < 2
        || words > 7
        || is_role(piece);
    (!junk).then(|| dom::squash(piece))
}

/// `Ada Quill March 25` → `Ada Quill`.
fn cut_date(piece: &mut String) {
    let Some(at) = piece.find(|c: char| c.is_ascii_digit()) else { return };
    let mut words: Vec<&str> = piece[..at].split(' ').filter(|word| !word.is_empty()).collect();
    let around = |word: &&str| {
        let word = word.to_lowercase();
        let word = word.trim_matches(['.', ',', ':', '|', '-']);
        months::number(word).is_some()
            || months::is_around(word)
            || matches!(word, "updated" | "published" | "posted" | "")
    };
    while words.last().is_some_and(around) {
        words.pop();
    }
    if words.len() >= 2 && words.len() < 6 {
        *piece = words.join(" ");
    }
}

/// Words that begin in lower case, or name a function and nobody.
fn is_role(text: &str) -> bool {
    let lower = text.to_lowercase();
    let last = lower.split(' ').next_back().unwrap_or("");
    let role = |word: &str| {
        words::ROLES.contains(&word) || word.strip_suffix('s').is_some_and(|one| words::ROLES.contains(&one))
    };
    role(last) || lower.split(' ').next().is_some_and(role)
}

fn is_nobody(name: &str, sites: &[String]) -> bool {
    let folded = slug::folded(name);
    let joined = folded.replace(' ', "");
    words::NOBODY.contains(&folded.as_str())
        || sites.iter().any(|site| {
            joined == *site
                || (site.len() >= 4 && joined.starts_with(site.as_str()))
                || (site.len() >= 5 && joined.ends_with(site.as_str()))
        })
}

/// Whether words look like a person's name, in scripts that have capitals and in those that do not.
fn is_shaped(name: &str) -> bool {
    let cased = name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    if cased { byline::is_person(name) && name.contains(' ') } else { name.chars().count() <= 24 }
}
