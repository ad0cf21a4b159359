//! Judges a [`Site`] by rules, one a file: what a rule finds, why it matters, what to do. A rule's name says the bad thing.
//!
//! What makes a text unreadable (malformed YAML, unknown keys, wrong values) is reported by the steps that read it; the
//! rules here judge what could be read. To add one: a file with `CODE` and `check`, a line in [`RULES`], a case in
//! `tests/check/`.

mod ambiguous_quote;
mod approximate_quote;
mod bad_language;
mod bad_verdict;
mod broken_link;
mod citation_differs;
mod citation_without_access_date;
mod claim_circle;
mod claimless_treatment;
mod colliding_names;
mod conflicting_relation;
mod dangling_reference;
mod dead_looking_address;
mod deceptive_text;
mod duplicate_note;
mod fact_check_without_source;
mod image_from_elsewhere;
mod long_quote;
mod mismatched_archive;
mod misplaced_answer;
mod missing_alternative_text;
mod orphan_note;
mod read_before_published;
mod self_related_claim;
mod shared_name;
mod stance_without_rationale;
mod text_without_rights;
mod topic_circle;
mod unarchived_source;
mod unsafe_attachment;
mod unsure_import;
mod untranslated_language;
mod unused_entry;

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diag::{Diagnostics, Origin, SourceMap, Span};
use crate::model::address::Address;
use crate::model::anchor::Placement;
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::library::Library;
use crate::model::note::{Citation, Note};
use crate::model::site::Site;
use crate::{text, yaml};

/// What a rule judges.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its settings.
    pub config: &'a Config,
}

/// One rule.
type Rule = (&'static str, fn(Subject<'_>, &mut Diagnostics));

/// All rules, by name.
pub const RULES: &[Rule] = &[
    (ambiguous_quote::CODE, ambiguous_quote::check),
    (approximate_quote::CODE, approximate_quote::check),
    (bad_language::CODE, bad_language::check),
    (bad_verdict::CODE, bad_verdict::check),
    (broken_link::CODE, broken_link::check),
    (citation_differs::CODE, citation_differs::check),
    (citation_without_access_date::CODE, citation_without_access_date::check),
    (claim_circle::CODE, claim_circle::check),
    (claimless_treatment::CODE, claimless_treatment::check),
    (colliding_names::CODE, colliding_names::check),
    (conflicting_relation::CODE, conflicting_relation::check),
    (dangling_reference::CODE, dangling_reference::check),
    (dead_looking_address::CODE, dead_looking_address::check),
    (deceptive_text::CODE, deceptive_text::check),
    (duplicate_note::CODE, duplicate_note::check),
    (fact_check_without_source::CODE, fact_check_without_source::check),
    (image_from_elsewhere::CODE, image_from_elsewhere::check),
    (long_quote::CODE, long_quote::check),
    (missing_alternative_text::CODE, missing_alternative_text::check),
    (misplaced_answer::CODE, misplaced_answer::check),
    (mismatched_archive::CODE, mismatched_archive::check),
    (orphan_note::CODE, orphan_note::check),
    (read_before_published::CODE, read_before_published::check),
    (self_related_claim::CODE, self_related_claim::check),
    (shared_name::CODE, shared_name::check),
    (stance_without_rationale::CODE, stance_without_rationale::check),
    (text_without_rights::CODE, text_without_rights::check),
    (topic_circle::CODE, topic_circle::check),
    (unarchived_source::CODE, unarchived_source::check),
    (unsafe_attachment::CODE, unsafe_attachment::check),
    (unsure_import::CODE, unsure_import::check),
    (untranslated_language::CODE, untranslated_language::check),
    (unused_entry::CODE, unused_entry::check),
];

/// Judges a site by all rules.
pub fn check(site: &Site, config: &Config, diagnostics: &mut Diagnostics) {
    for (_, rule) in RULES {
        rule(Subject { site, config }, diagnostics);
    }
}

impl<'a> Subject<'a> {
    fn library(self) -> &'a Library {
        self.site.library()
    }

    fn sources(self) -> &'a SourceMap {
        &self.library().sources
    }

    /// The place of a value, by the way to it from where its entity was written.
    fn place(self, origin: &Origin, pointer: &str) -> Span {
        yaml::place(self.sources(), origin, pointer)
    }

    /// All notes with their articles.
    fn notes(self) -> impl Iterator<Item = (&'a Article, &'a Note)> {
        self.library().articles.iter().flat_map(|article| article.notes.iter().map(move |note| (article, note)))
    }

    /// Every citation of notes, claims and events with its citer's origin and its number there.
    fn citations(self) -> impl Iterator<Item = (&'a Origin, usize, &'a Citation)> {
        let library = self.library();
        let notes = self.notes().map(|(_, note)| (&note.origin, &note.fields.sources));
        let claims = library.claims.iter().map(|claim| (&claim.origin, &claim.fields.sources));
        let events = library.events.iter().map(|event| (&event.origin, &event.fields.sources));
        let all = notes.chain(claims).chain(events);
        all.flat_map(|(origin, sources)| sources.iter().enumerate().map(move |(i, citation)| (origin, i, citation)))
    }

    /// Everything that was read elsewhere: what is cited, and the articles themselves.
    fn readings(self) -> impl Iterator<Item = Reading<'a>> {
        let cited = self.citations().map(|(origin, i, citation)| Reading {
            origin,
            way: format!("sources/{i}"),
            url: citation.url.as_ref(),
            archived: citation.archived.as_ref(),
            published: citation.published,
            read: citation.accessed,
            read_key: "accessed",
        });
        let articles = self.library().articles.iter().map(|article| (&article.origin, &article.front.source));
        let originals = articles.map(|(origin, source)| Reading {
            origin,
            way: "source".into(),
            url: source.url.as_ref(),
            archived: source.archived.as_ref(),
            published: source.published,
            read: source.retrieved,
            read_key: "retrieved",
        });
        cited.chain(originals)
    }

    /// Every quote, of notes and stances, with its article, its owner's origin below which `quote` stands, its words
    /// and its placement.
    fn quotes(self) -> impl Iterator<Item = Quoted<'a>> {
        let articles = self.library().articles.iter().zip(&self.site.anchored.placements);
        articles.flat_map(|(article, placements)| {
            let notes = article.notes.iter().zip(&placements.notes).map(move |(note, placement)| Quoted {
                article,
                origin: note.origin.clone(),
                words: note.fields.quote.as_deref(),
                acknowledged: note.fields.orphan.is_some(),
                placement,
            });
            let stances = article.front.stance.iter().enumerate().zip(&placements.stances);
            let stances = stances.map(move |((i, stance), placement)| Quoted {
                article,
                origin: article.origin.inside(&format!("stance/{i}")),
                words: stance.quote.as_deref(),
                acknowledged: false,
                placement,
            });
            notes.chain(stances)
        })
    }
}

/// Something that was read elsewhere.
struct Reading<'a> {
    origin: &'a Origin,
    /// The way from there to the map that tells of it.
    way: String,
    url: Option<&'a Address>,
    archived: Option<&'a Address>,
    published: Option<Date>,
    read: Option<Date>,
    /// The key of `read`.
    read_key: &'static str,
}

impl Reading<'_> {
    /// The place of one of its values.
    fn place(&self, subject: Subject<'_>, key: &str) -> Span {
        subject.place(self.origin, &format!("{}/{key}", self.way))
    }
}

/// A quote with its place.
struct Quoted<'a> {
    article: &'a Article,
    origin: Origin,
    words: Option<&'a str>,
    acknowledged: bool,
    placement: &'a Placement,
}

/// Every way that leads back to where it began, once each, of at most `count` things; `next` says where one leads.
fn circles(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let ways = (0..count).filter_map(|start| circle_from(start, &next));
    ways.filter(|circle| seen.insert(circle.iter().copied().min())).collect()
}

/// The way from one of them back to itself, if there is one.
fn circle_from(start: usize, next: impl Fn(usize) -> Vec<usize>) -> Option<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let mut ways: Vec<Vec<usize>> = vec![vec![start]];
    while let Some(way) = ways.pop() {
        for step in next(*way.last()?) {
            if step == start {
                return Some(way);
            }
            if seen.insert(step) {
                ways.push(way.iter().copied().chain([step]).collect());
            }
        }
    }
    None
}

/// A quote shortened for a message.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 60;
    text::shortened(words, LONGEST)
}
