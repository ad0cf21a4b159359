//! The small shapes: dates, links, documents cited, history.

use serde::Serialize;

use super::super::language::Language;
use crate::model::claimant::{Claimant, Claimants};
use crate::model::date::{Date, When};
use crate::model::id::Id;
use crate::model::library::Library;
use crate::model::note::{Answer, Change, Citation};
use crate::model::site::Thing;
use crate::model::vocabulary::{Shows, Treats};

/// A date.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DateCx {
    iso: String,
    text: String,
    year: String,
}

impl DateCx {
    /// A date in the words of a language.
    pub(crate) fn new(language: &Language, date: Date) -> Self {
        Self { iso: date.to_string(), text: language.date(date), year: date.year().to_string() }
    }
}

/// When an event was.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WhenCx {
    iso: String,
    start_iso: String,
    text: String,
    year: String,
    approximate: bool,
}

impl WhenCx {
    /// A time in the words of a language.
    pub(crate) fn new(language: &Language, when: When) -> Self {
        Self {
            iso: when.start.to_string(),
            start_iso: when.start.start_iso(),
            text: language.when(when),
            year: when.start.year().to_string(),
            approximate: when.approximate,
        }
    }
}

/// A link to a page of the site; one without a page has an empty route.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkCx {
    pub(crate) label: String,
    pub(crate) route: String,
}

pub(super) fn link(library: &Library, thing: Thing) -> LinkCx {
    LinkCx { label: library.label(thing).to_owned(), route: library.route(thing).to_string() }
}

/// Who makes a claim: what is called by an id with its page, the others in words.
pub(super) fn claimants(library: &Library, claimants: &Claimants) -> Vec<LinkCx> {
    let words = |label: String| LinkCx { label, route: String::new() };
    let one = |claimant: &Claimant| match claimant {
        Claimant::Known(id) => {
            library.claimant(id.as_str()).map_or_else(|| words(id.to_string()), |thing| link(library, thing))
        }
        Claimant::Words(name) => words(name.clone()),
    };
    claimants.all.iter().map(one).collect()
}

pub(super) fn editor(library: &Library, id: &Id) -> LinkCx {
    match library.editors.index(id.as_str()) {
        Some(i) => link(library, Thing::Editor(i)),
        None => LinkCx { label: id.to_string(), route: String::new() },
    }
}

/// How an article treats a claim.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TreatsCx {
    treats: &'static str,
    icon: &'static str,
    label: String,
    heading: String,
    explained: String,
}

impl TreatsCx {
    /// In the words of a language.
    pub(crate) fn new(language: &Language, treats: Treats) -> Self {
        Self {
            treats: treats.id(),
            icon: treats.icon(),
            label: language.name("treats", treats.id()),
            heading: language.name("treated", treats.id()),
            explained: language.say(&format!("treats-{}-explained", treats.id()), &[]),
        }
    }
}

/// A document that is cited.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceCx {
    title: String,
    publisher: String,
    author: String,
    url: String,
    host: String,
    published: Option<DateCx>,
    accessed: Option<DateCx>,
    archived: String,
    shows: &'static str,
    shows_label: String,
    shows_icon: &'static str,
}

impl SourceCx {
    /// A citation in the words of a language.
    pub(crate) fn new(language: &Language, citation: &Citation) -> Self {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        Self {
            title: citation.title.clone(),
            publisher: text(&citation.publisher),
            author: text(&citation.author),
            url: citation.url.as_ref().map(ToString::to_string).unwrap_or_default(),
            host: citation.url.as_ref().map(crate::model::address::Address::host).unwrap_or_default(),
            published: citation.published.map(|date| DateCx::new(language, date)),
            accessed: citation.accessed.map(|date| DateCx::new(language, date)),
            archived: citation.archived.as_ref().map(ToString::to_string).unwrap_or_default(),
            shows: citation.shows.map_or("", Shows::id),
            shows_label: citation.shows.map(|shows| language.name("shows", shows.id())).unwrap_or_default(),
            shows_icon: citation.shows.map_or("", Shows::icon),
        }
    }
}

/// A change that readers should know of.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HistoryCx {
    pub(crate) date: DateCx,
    pub(crate) by: LinkCx,
    pub(crate) what: String,
    pub(crate) kind: &'static str,
    pub(crate) kind_label: String,
    pub(crate) kind_icon: &'static str,
}

impl HistoryCx {
    /// A change of something in the library.
    pub(crate) fn new(language: &Language, library: &Library, change: &Change) -> Self {
        Self {
            date: DateCx::new(language, change.date),
            by: editor(library, &change.by),
            what: change.what.clone(),
            kind: change.kind.id(),
            kind_label: language.name("change", change.kind.id()),
            kind_icon: change.kind.icon(),
        }
    }
}

/// What came of a question.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AnswerCx {
    text: String,
    by: LinkCx,
    on: DateCx,
}

impl AnswerCx {
    /// An answer in the library.
    pub(crate) fn new(language: &Language, library: &Library, answer: &Answer) -> Self {
        Self { text: answer.text.clone(), by: editor(library, &answer.by), on: DateCx::new(language, answer.on) }
    }
}

/// Which way a language is written, by its primary subtag or a script subtag (BCP 47; the scripts that Unicode lists
/// as right-to-left and that languages of today use).
pub(crate) fn direction(language: &str) -> &'static str {
    const SCRIPTS: [&str; 8] = ["arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg", "mand"];
    const LANGUAGES: [&str; 18] = [
        "ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "arz", "ary", "azb", "prs", "nqo",
        "arc",
    ];
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default();
    let script = subtags.find(|s| s.len() == 4 && s.bytes().all(|b| b.is_ascii_alphabetic()));
    let right_to_left = script.map_or(LANGUAGES.contains(&primary), |s| SCRIPTS.contains(&s));
    if right_to_left { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn scripts_win_over_languages() {
        let got = ["ar", "en", "he-IL", "uz-Arab-AF", "ar-Latn"].map(direction);
        assert_eq!(got, ["rtl", "ltr", "rtl", "rtl", "ltr"]);
    }
}
