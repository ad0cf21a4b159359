//! Candidates and body → a draft: which value is taken, what is unsure.

use super::clean::Cleaned;
use super::lines::Places;
use super::meta::{Candidate, Facts};
use crate::import::date::Published;
use crate::import::doubts;
use crate::import::draft::{Decision, Draft, Field};
use crate::import::{language, slug};

/// Two ways to find the article that agree in less than this, in percent of the words, make the body doubtful:
/// measured on 258 pages, it marks one in seven and two thirds of the bad ones (research/import.md, section 1).
const AGREE: usize = 85;

/// Most candidates of a field that are reported.
const SHOWN: usize = 4;

pub(super) fn draft(name: &str, facts: &Facts, cleaned: Cleaned, agreement: usize, places: &mut Places<'_>) -> Draft {
    let mut draft = Draft { from: name.to_owned(), body: cleaned.blocks, dropped: cleaned.dropped, ..Draft::default() };
    draft.dropped.sort_by_key(|dropped| dropped.line);
    draft.title = take(&facts.titles, Field::Title, Clone::clone, &mut draft, places);
    draft.authors =
        take(&facts.authors, Field::Authors, |names| names.join(", "), &mut draft, places).unwrap_or_default();
    draft.outlet = take(&facts.outlets, Field::Outlet, Clone::clone, &mut draft, places);
    draft.url = take(&facts.addresses, Field::Url, Clone::clone, &mut draft, places);
    draft.published = take(&facts.published, Field::Published, ToString::to_string, &mut draft, places);
    take(&facts.modified, Field::Modified, ToString::to_string, &mut draft, places);
    spoken(facts, &mut draft, places);
    differ(facts, &mut draft);
    if agreement < AGREE {
        let value = format!("two ways of finding the article agree on {agreement} % of its words");
        draft.decisions.push(Decision { field: Field::Body, value, rule: "article found in the page", line: 0 });
        draft.unsure.push(Field::Body);
    }
    doubts::add(&mut draft);
    draft.unsure.sort_unstable();
    draft.unsure.dedup();
    draft
}

/// The first candidate, with a decision for it and for those that follow; without one the field is unsure.
fn take<T: Clone + PartialEq>(
    candidates: &[Candidate<T>],
    field: Field,
    shown: impl Fn(&T) -> String,
    draft: &mut Draft,
    places: &Places<'_>,
) -> Option<T> {
    let mut rules: Vec<&str> = Vec::new();
    for candidate in candidates {
        if rules.contains(&candidate.rule) || rules.len() >= SHOWN {
            continue;
        }
        rules.push(candidate.rule);
        let line = places.first(&candidate.evidence);
        draft.decisions.push(Decision { field, value: shown(&candidate.value), rule: candidate.rule, line });
    }
    if candidates.is_empty() && field != Field::Modified {
        draft.unsure.push(field);
    }
    candidates.first().map(|candidate| candidate.value.clone())
}

/// Rules for dates that may be those of something else on the page.
const PRINTED: [&str; 2] = ["first time on the page", "date on the page"];

/// Fields on which two good sources differ.
fn differ(facts: &Facts, draft: &mut Draft) {
    let days = |one: &Published, other: &Published| (day(*one) - day(*other)).get_days().abs() > 1;
    if let [first, rest @ ..] = facts.published.as_slice()
        && rest.iter().any(|other| !PRINTED.contains(&other.rule) && days(&first.value, &other.value))
    {
        draft.unsure.push(Field::Published);
    }
    if let [first, ..] = facts.published.as_slice()
        && PRINTED.contains(&first.rule)
    {
        draft.unsure.push(Field::Published);
    }
    if let [first, second, ..] = facts.titles.as_slice() {
        let (one, other) = (slug::folded(&first.value), slug::folded(&second.value));
        if !one.contains(&other) && !other.contains(&one) {
            draft.unsure.push(Field::Title);
        }
    }
    if let [first, second, ..] = facts.authors.as_slice()
        && first.value.iter().all(|name| !second.value.contains(name))
    {
        draft.unsure.push(Field::Authors);
    }
    if facts.outlets.first().is_some_and(|outlet| outlet.rule == "host of the address") {
        draft.unsure.push(Field::Outlet);
    }
}

fn day(published: Published) -> jiff::civil::Date {
    match published {
        Published::Day(date) | Published::Month(date) | Published::Year(date) => date,
    }
}

/// The stated language; where the words are plainly in another one, that is unsure.
fn spoken(facts: &Facts, draft: &mut Draft, places: &Places<'_>) {
    let stated = take(&facts.languages, Field::Language, Clone::clone, draft, places);
    let heard = language::of(&draft.body).filter(|guess| !guess.weak).map(|guess| guess.tag);
    match (&stated, heard) {
        (Some(stated), Some(heard)) if !same_language(stated, heard) => {
            let value = heard.to_owned();
            draft.decisions.push(Decision { field: Field::Language, value, rule: "words of the body", line: 0 });
            draft.unsure.push(Field::Language);
        }
        (None, Some(heard)) => {
            let value = heard.to_owned();
            draft.unsure.retain(|field| *field != Field::Language);
            draft.decisions.push(Decision { field: Field::Language, value, rule: "words of the body", line: 0 });
            draft.language = Some(heard.to_owned());
            return;
        }
        _ => {}
    }
    draft.language = stated;
}

/// Whether two tags name one language, or two that are written almost alike.
fn same_language(one: &str, other: &str) -> bool {
    const NEAR: &[&[&str]] = &[
        &["no", "nb", "nn", "da"],
        &["hr", "sr", "bs", "sh", "me", "sl"],
        &["id", "ms", "jv"],
        &["fa", "prs", "ar"],
        &["tl", "fil"],
        &["cs", "sk"],
        &["zh", "yue"],
        &["he", "iw"],
        &["ro", "mo"],
        &["ru", "uk", "be", "bg", "mk"],
        &["es", "gl", "ca", "pt"],
        &["nl", "af"],
        &["az", "tr", "tk"],
        &["hi", "mr", "ne"],
    ];
    let base = |tag: &str| tag.split('-').next().unwrap_or(tag).to_owned();
    let (one, other) = (base(one), base(other));
    one == other || NEAR.iter().any(|group| group.contains(&one.as_str()) && group.contains(&other.as_str()))
}
