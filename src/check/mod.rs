//! Judges a [`Site`] by rules, one a file: what a rule finds, why it matters, what to do. A rule's name says the bad thing.
//!
//! What makes a text unreadable (malformed YAML, unknown keys, wrong values) is reported by the steps that read it; the
//! rules here judge what could be read. To add one: a file with `CODE` and `check`, a line in [`RULES`], a case in
//! `tests/check/`.

mod ambiguous_quote;
mod approximate_quote;
mod bad_verdict;
mod broken_link;
mod citation_without_access_date;
mod claimless_treatment;
mod colliding_names;
mod dangling_reference;
mod deceptive_text;
mod duplicate_note;
mod fact_check_without_source;
mod image_from_elsewhere;
mod long_quote;
mod missing_alternative_text;
mod orphan_note;
mod stance_without_rationale;
mod text_without_rights;
mod topic_circle;
mod unsafe_attachment;
mod unsure_import;
mod unused_entry;

use crate::config::Config;
use crate::diag::{Diagnostics, Origin, SourceMap, Span};
use crate::model::anchor::Placement;
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::note::Note;
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
    (bad_verdict::CODE, bad_verdict::check),
    (broken_link::CODE, broken_link::check),
    (citation_without_access_date::CODE, citation_without_access_date::check),
    (claimless_treatment::CODE, claimless_treatment::check),
    (colliding_names::CODE, colliding_names::check),
    (dangling_reference::CODE, dangling_reference::check),
    (deceptive_text::CODE, deceptive_text::check),
    (duplicate_note::CODE, duplicate_note::check),
    (fact_check_without_source::CODE, fact_check_without_source::check),
    (image_from_elsewhere::CODE, image_from_elsewhere::check),
    (long_quote::CODE, long_quote::check),
    (missing_alternative_text::CODE, missing_alternative_text::check),
    (orphan_note::CODE, orphan_note::check),
    (stance_without_rationale::CODE, stance_without_rationale::check),
    (text_without_rights::CODE, text_without_rights::check),
    (topic_circle::CODE, topic_circle::check),
    (unsafe_attachment::CODE, unsafe_attachment::check),
    (unsure_import::CODE, unsure_import::check),
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

/// A quote with its place.
struct Quoted<'a> {
    article: &'a Article,
    origin: Origin,
    words: Option<&'a str>,
    acknowledged: bool,
    placement: &'a Placement,
}

/// A quote shortened for a message.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 60;
    text::shortened(words, LONGEST)
}
