//! Clues → fields. Where two lines speak of one field the better one is taken, and a difference makes the field unsure.

use super::clue::Clue;
use super::head::{Article, BARE_NAME, Signed, Stated, Trust};
use super::masthead::Masthead;
use super::structure;
use crate::import::byline::{self, Shape};
use crate::import::date::Published;
use crate::import::draft::{Decision, Draft, Field};
use crate::import::{doubts, language, outlets, shape, slug};

/// Longest place and day of a dateline, in words.
const DATELINE_WORDS: usize = 8;

/// The draft of one article. `site` is the name above the first title of the dump: all its articles stood on that page.
pub(super) fn draft(name: &str, article: Article, site: Option<&Stated>, masthead: &Masthead) -> Draft {
    let mut draft = Draft { from: name.to_owned(), ..Draft::default() };
    draft.title = settle(&mut draft, Field::Title, titles(&article));
    draft.outlet = settle(&mut draft, Field::Outlet, publishers(&article, site));
    authors(&mut draft, &article);
    draft.url = settle(&mut draft, Field::Url, addresses(&article));
    published(&mut draft, &article, masthead);
    via(&mut draft, &article, site);
    named(&mut draft, &article);
    draft.dropped = article.dropped;
    draft.body = structure::blocks(&article.body);
    let language = language::of(&draft.body);
    draft.language = language.map(|guess| guess.tag.to_owned());
    if language.is_none_or(|guess| guess.weak) {
        draft.unsure.push(Field::Language);
    }
    doubts::add(&mut draft);
    draft.unsure.sort_unstable();
    draft.unsure.dedup();
    draft
}

/// Takes the first candidate; without one, with a doubtful one, or with another that differs, the field is unsure.
fn settle(draft: &mut Draft, field: Field, candidates: Vec<Stated>) -> Option<String> {
    let first = candidates.first().cloned();
    let agreed = first.as_ref().is_some_and(|first| {
        let folded = slug::folded(&first.words);
        first.trust == Trust::Sure && candidates.iter().all(|other| slug::folded(&other.words) == folded)
    });
    if !agreed {
        draft.unsure.push(field);
    }
    draft.decisions.extend(candidates.into_iter().map(|stated| decision(field, stated)));
    first.map(|stated| stated.words)
}

fn decision(field: Field, stated: Stated) -> Decision {
    Decision { field, value: stated.words, rule: stated.rule, line: stated.line }
}

fn titles(article: &Article) -> Vec<Stated> {
    let trailers = stated(article, |clue| match clue {
        Clue::Title(title) => Some(title.clone()),
        _ => None,
    });
    article.title.clone().into_iter().chain(trailers).collect()
}

/// The byline, then trailers; the page's own name only where nothing else is said, for it may be that of a republisher.
fn publishers(article: &Article, site: Option<&Stated>) -> Vec<Stated> {
    let signed = article.signed.iter().filter_map(|signed| {
        let outlet = signed.said.outlet.as_ref()?;
        let doubtful = outlet.shape == Shape::MaybePerson && site.is_none();
        Some(by_byline(signed, outlet.name.clone(), if doubtful { Trust::Doubtful } else { Trust::Sure }))
    });
    let trailers = stated(article, |clue| match clue {
        Clue::Outlet(outlet) => Some(outlet.clone()),
        _ => None,
    });
    let known: Vec<Stated> = signed.chain(trailers).chain(dateline(article)).collect();
    if !known.is_empty() {
        return known;
    }
    let holder = stated(article, |clue| match clue {
        Clue::Holder(name) => Some(name.clone()),
        _ => None,
    });
    let mut found: Vec<Stated> = site.cloned().into_iter().chain(holder.into_iter().take(1)).collect();
    // Two lines of the page that say the same are enough; one alone can name a section, or a company.
    let agree = found.len() == 2 && outlets::same(&found[0].words, &found[1].words);
    for stated in &mut found {
        stated.trust = if agree { Trust::Sure } else { Trust::Doubtful };
    }
    found
}

/// `GANNET ROCK, May 3 (Harbour Newswire) - …`, with which a wire opens.
fn dateline(article: &Article) -> Option<Stated> {
    let first = article.body.iter().find(|line| shape::prose(&line.text))?;
    let (place, rest) = first.text.split_once('(')?;
    let (name, rest) = rest.split_once(')')?;
    let fits = shape::words(place) <= DATELINE_WORDS
        && place.starts_with(char::is_uppercase)
        && rest.trim_start().starts_with(['-', '–', '—'])
        && byline::name_like(name);
    fits.then(|| Stated { words: name.to_owned(), rule: "dateline", line: first.number, trust: Trust::Sure })
}

fn addresses(article: &Article) -> Vec<Stated> {
    stated(article, |clue| match clue {
        Clue::Address(url) => Some(url.clone()),
        _ => None,
    })
}

fn authors(draft: &mut Draft, article: &Article) {
    let lines = article.signed.iter().filter(|signed| !signed.said.authors.is_empty());
    let stated: Vec<Stated> = lines
        .map(|signed| {
            let trust = if signed.rule == BARE_NAME { Trust::Doubtful } else { Trust::Sure };
            by_byline(signed, signed.said.authors.join(", "), trust)
        })
        .collect();
    let named = article.signed.iter().map(|signed| &signed.said.authors).find(|authors| !authors.is_empty());
    draft.authors = named.cloned().unwrap_or_default();
    if draft.authors.is_empty() {
        let posters = self::stated(article, |clue| match clue {
            Clue::Author(name) => Some(name.clone()),
            _ => None,
        });
        let first: Vec<Stated> = posters.into_iter().take(1).collect();
        draft.authors = first.iter().map(|stated| stated.words.clone()).collect();
        settle(draft, Field::Authors, first);
        return;
    }
    settle(draft, Field::Authors, stated);
}

/// The byline's date; a footer's date is when a blog posted the article: it confirms, or stands in and is doubtful.
fn published(draft: &mut Draft, article: &Article, masthead: &Masthead) {
    let signed = article.signed.iter().filter_map(|signed| {
        let day = signed.said.published?;
        Some((day, by_byline(signed, day.to_string(), Trust::Sure)))
    });
    let posted = article.clues.iter().filter_map(|found| match found.clue {
        Clue::Posted(day) => Some((day, posted_on(day, found.rule, found.line))),
        _ => None,
    });
    let mut found: Vec<(Published, Stated)> = signed.chain(posted).collect();
    if found.is_empty() {
        found.extend(masthead.published.map(|(day, line)| (day, posted_on(day, "masthead", line))));
    }
    let (days, stated): (Vec<Published>, Vec<Stated>) = found.into_iter().unzip();
    draft.published = days.first().copied();
    settle(draft, Field::Published, stated);
}

fn posted_on(day: Published, rule: &'static str, line: usize) -> Stated {
    Stated { words: day.to_string(), rule, line, trust: Trust::Doubtful }
}

/// A page that bears another name than the outlet republished the article.
fn via(draft: &mut Draft, article: &Article, site: Option<&Stated>) {
    let own = article.signed.iter().any(|signed| signed.said.outlet.is_some());
    let other = |site: &&Stated| draft.outlet.as_ref().is_some_and(|outlet| !outlets::same(outlet, &site.words));
    if let Some(site) = site.filter(|site| own && other(site)) {
        draft.via = Some(site.words.clone());
        draft.decisions.push(decision(Field::Via, site.clone()));
    }
}

fn named(draft: &mut Draft, article: &Article) {
    for found in &article.clues {
        match &found.clue {
            Clue::Categories(names) => draft.categories.extend(names.iter().cloned()),
            Clue::Related(title) => draft.related.push(title.clone()),
            _ => {}
        }
    }
}

fn by_byline(signed: &Signed, words: String, trust: Trust) -> Stated {
    Stated { words, rule: signed.rule, line: signed.line, trust }
}

fn stated(article: &Article, pick: impl Fn(&Clue) -> Option<String>) -> Vec<Stated> {
    let clues = article.clues.iter();
    clues
        .filter_map(|found| {
            Some(Stated { words: pick(&found.clue)?, rule: found.rule, line: found.line, trust: Trust::Sure })
        })
        .collect()
}
