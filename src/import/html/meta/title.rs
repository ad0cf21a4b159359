//! The title as printed: the heading that the page's own data back. Search and social headlines are other words for it.

use super::Candidate;
use super::json_ld::Linked;
use super::printed::{Headline, Printed};
use super::tags::Tags;
use crate::import::slug;

/// What stands between a title and the name of the site.
const MARKS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ‹ ", " › ", " ⋆ ", "｜", " ︱ "];

/// Share of words that two titles have in common, in percent, from which they are the same in other words.
const ALIKE: usize = 50;

pub(super) fn find(
    tags: &Tags,
    linked: &Linked,
    printed: &Printed,
    outlets: &[Candidate<String>],
) -> Vec<Candidate<String>> {
    let page = tags.title.as_deref();
    let stated: Vec<(String, &'static str, &str)> = [
        (linked.headline.as_deref(), "JSON-LD headline"),
        (tags.first(&["og:title"]), "meta og:title"),
        (tags.first(&["dc.title", "citation_title", "parsely-title", "sailthru.title"]), "meta title"),
        (page, "title of the page"),
        (tags.first(&["twitter:title"]), "meta twitter:title"),
    ]
    .into_iter()
    .filter_map(|(value, rule)| Some((without_site(value?, outlets), rule, value?)))
    .filter(|(title, ..)| !title.is_empty() && !is_site(title, outlets))
    .collect();
    let mut found = Vec::new();
    if let Some((headline, rule)) = best(printed, &stated, outlets) {
        found.push(Candidate::new(headline.clone(), rule, headline));
    }
    found.extend(stated.iter().map(|(title, rule, evidence)| Candidate::new(title.clone(), rule, *evidence)));
    found
}

/// The printed headline that is most like what the data say; without data the only one.
fn best(
    printed: &Printed,
    stated: &[(String, &'static str, &str)],
    outlets: &[Candidate<String>],
) -> Option<(String, &'static str)> {
    let fits: Vec<&Headline> = printed.headlines.iter().filter(|one| !is_site(&one.words, outlets)).collect();
    let mut best: Option<(usize, String)> = None;
    for headline in &fits {
        let words = without_kicker(headline, stated);
        let score = stated.iter().map(|(title, ..)| alike(&words, title)).max().unwrap_or(0);
        if score >= ALIKE && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, words));
        }
    }
    if let Some((_, words)) = best {
        return Some((words, "heading that the page's data back"));
    }
    match fits.as_slice() {
        [one] if stated.is_empty() => Some((one.words.clone(), "only first heading")),
        _ => None,
    }
}

/// Without the part of a heading that the data do not have: a kicker before it, a subtitle behind it.
fn without_kicker(headline: &Headline, stated: &[(String, &'static str, &str)]) -> String {
    let part = headline.parts.iter().filter(|_| headline.parts.len() > 1).find(|part| {
        let folded = slug::folded(part);
        folded.len() > 8 && stated.iter().any(|(title, ..)| slug::folded(title) == folded)
    });
    part.unwrap_or(&headline.words).clone()
}

/// Words that two titles share, in percent of all of theirs.
fn alike(one: &str, other: &str) -> usize {
    let (one, other) = (slug::folded(one), slug::folded(other));
    if one == other {
        return 100;
    }
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let shared = one.iter().filter(|word| other.contains(word)).count();
    // A title that is cut short or has a kicker is as good as the whole.
    shared * 200 / (one.len() + other.len()).max(1)
}

/// Whether words are those of the site's name.
fn is_site(words: &str, outlets: &[Candidate<String>]) -> bool {
    let folded = slug::folded(words);
    let joined = folded.replace(' ', "");
    outlets.iter().any(|outlet| {
        let name = slug::folded(&outlet.value).replace(' ', "");
        !name.is_empty() && (joined == name || joined == format!("the{name}") || format!("the{joined}") == name)
    })
}

/// `The lamp is lit - The Harbour Post` → `The lamp is lit`. Only the site's name is cut, or one to four words behind
/// the last mark when they are in its host.
fn without_site(title: &str, outlets: &[Candidate<String>]) -> String {
    let mut title = title.trim();
    for _ in 0..3 {
        let Some((at, mark)) = MARKS.iter().filter_map(|mark| Some((title.rfind(mark)?, *mark))).max() else { break };
        let (head, tail) = (title[..at].trim(), title[at + mark.len()..].trim());
        if head.is_empty() || !names_site(tail, outlets) {
            break;
        }
        title = head;
    }
    // Some sites put their name first.
    if let Some((at, mark)) = MARKS.iter().filter_map(|mark| Some((title.find(mark)?, *mark))).min()
        && is_site(&title[..at], outlets)
    {
        title = title[at + mark.len()..].trim();
    }
    title.to_owned()
}

/// Whether the words behind a mark name the site, also with its section or in another form.
fn names_site(tail: &str, outlets: &[Candidate<String>]) -> bool {
    if is_site(tail, outlets) {
        return true;
    }
    let folded = slug::folded(tail);
    let joined = folded.replace(' ', "");
    if joined.is_empty() || folded.split(' ').count() > 5 {
        return false;
    }
    outlets.iter().any(|outlet| {
        let name = slug::folded(&outlet.value).replace(' ', "");
        let host = outlet.value.split('.').next().unwrap_or("").replace('-', "").to_ascii_lowercase();
        let dotted = outlet.value.contains('.') && host.len() >= 3;
        (name.len() >= 3 && (joined.contains(&name) || (joined.len() >= 3 && name.contains(&joined))))
            || (dotted && (joined.contains(&host) || (joined.len() >= 3 && host.contains(&joined))))
    })
}
