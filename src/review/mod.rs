//! What a branch changes in a site, for the people who review it: two [`Site`]s → [`Review`], plain data, which
//! [`markdown`] and [`json`] write out.
//!
//! Things are told apart by their names, not by their lines: an article by its folder, a note by its article and id,
//! whether it stands in front matter or in a file. Renamed folders and files are followed ([`moves`]). Only [`history`]
//! judges; everything else tells what was and what is.

mod articles;
mod claims;
mod comparison;
mod entries;
mod fields;
mod history;
pub mod json;
pub mod markdown;
mod moves;
mod notes;
mod pair;
mod places;
mod problems;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

pub use self::articles::{ArticleChange, FileChange};
pub use self::claims::{ClaimChange, TouchedNote};
pub use self::entries::{EntryChange, EntryKind};
pub use self::fields::FieldChange;
pub use self::history::Finding;
pub use self::notes::NoteChange;
pub use self::places::{PlaceChange, PlaceKind, Places, Quoter};
pub use self::problems::{Problem, Problems};
pub use crate::text::WordCount;

use self::comparison::Comparison;
use crate::config::Config;
use crate::diag::{Diagnostic, Severity, SourceMap, Span};
use crate::model::library::Library;
use crate::model::site::Site;
use crate::text::shortened;

/// One of the two revisions.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The site as it is, or was.
    pub site: &'a Site,
    /// The settings it was read with.
    pub config: &'a Config,
    /// What stands in its `postil.yaml`.
    pub settings: &'a str,
    /// All its problems, in their order.
    pub problems: &'a [Diagnostic],
}

impl<'a> Side<'a> {
    fn library(self) -> &'a Library {
        self.site.library()
    }

    fn sources(self) -> &'a SourceMap {
        &self.library().sources
    }
}

/// What is known of the older revision beside its site. Paths count from the site's folder, with `/`.
#[derive(Clone, Debug)]
pub struct Past {
    /// Which revision it is.
    pub base: Base,
    /// Files that were renamed since, as far as git can tell: what a file is called now → what it was called.
    pub renames: BTreeMap<String, String>,
    /// Files of `content/` whose bytes were changed since.
    pub changed: BTreeSet<String>,
    /// Files of `content/` that were no plain files, and were not read.
    pub links: BTreeSet<String>,
    /// Files outside of `content/` that were changed since, `postil.yaml` not counted; these paths count from the
    /// repository's folder.
    pub outside: Vec<String>,
}

/// The revision that a review compares with.
#[derive(Clone, Debug, Serialize)]
pub struct Base {
    /// What was typed: a branch, tag or commit.
    pub given: String,
    /// The full name of the commit that is compared with: the merge base of `HEAD` and what was typed.
    pub commit: String,
    /// The full name of the commit that `HEAD` is.
    pub head: String,
    /// Whether the site was there.
    pub site: SiteThen,
    /// The settings it was read with.
    pub settings: SettingsThen,
}

/// Whether the older revision held the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteThen {
    /// It did.
    There,
    /// It held no file of it: everything is new.
    Absent,
}

/// The settings with which the older revision was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingsThen {
    /// Its own `postil.yaml`.
    Own,
    /// Today's, since its own was missing or can't be used.
    Todays,
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It was not there.
    Added,
    /// It was and is there, and says something else or has another name.
    Edited,
    /// It is there no more.
    Withdrawn,
    /// Its file is there and can't be read; why is among the problems.
    Unreadable,
    /// Its file was there and couldn't be read.
    ReadableAgain,
    /// Nothing of its own changed.
    Same,
}

impl Status {
    /// In words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Edited => "edited",
            Self::Withdrawn => "withdrawn",
            Self::Unreadable => "can't be read any more",
            Self::ReadableAgain => "can be read again",
            Self::Same => "as before",
        }
    }
}

/// Where something stands now or, where it is withdrawn, where it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct At {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

impl At {
    fn new(sources: &SourceMap, span: Span) -> Self {
        Self { path: sources.path(span.source).to_owned(), line: sources.line_column(span).line }
    }
}

/// What a branch changes.
#[derive(Clone, Debug, Serialize)]
pub struct Review {
    /// What it was compared with.
    pub base: Base,
    /// What breaks the rules for verdicts and histories, errors first.
    pub findings: Vec<Finding>,
    /// Notes that were added, edited or withdrawn, by article and id.
    pub notes: Vec<NoteChange>,
    /// Quotes that stand elsewhere because their article was edited.
    pub places: Places,
    /// Articles that were added, edited or withdrawn, by slug.
    pub articles: Vec<ArticleChange>,
    /// Outlets, topics, events, editors, pages and settings, in this order and by id.
    pub entries: Vec<EntryChange>,
    /// Claims that were touched themselves or by a note that is tied to them, by id.
    pub claims: Vec<ClaimChange>,
    /// What `postil check` finds that it did not find before.
    pub problems: Problems,
    /// Changed files of the repository that are no content, by path: whoever builds the site trusts them.
    pub outside: Vec<String>,
}

impl Review {
    /// How many findings and new problems are of that severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter().map(|finding| finding.severity);
        let problems = self.problems.new.iter().map(|problem| problem.severity);
        findings.chain(problems).filter(|&one| one == severity).count()
    }
}

/// Compares a site with what it was.
#[must_use]
pub fn review(before: Side<'_>, after: Side<'_>, past: &Past) -> Review {
    let both = Comparison::new(before, after, past);
    let notes = notes::changes(&both);
    let claims = claims::changes(&both, &notes);
    Review {
        base: past.base.clone(),
        findings: history::findings(&both),
        places: places::changes(&both),
        articles: articles::changes(&both),
        entries: entries::changes(&both),
        problems: problems::changes(&both),
        outside: past.outside.clone(),
        notes,
        claims,
    }
}

/// A severity as its word.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn severity<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.label())
}

/// Characters of a quote, a title or a claim that a report shows.
const SHORT: usize = 60;

/// A text cut to what a report shows, on one line.
fn short(text: &str) -> String {
    shortened(text, SHORT)
}
