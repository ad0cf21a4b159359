//! `postil import`: reads what editors have, writes one folder an article, and says what it did and why.
//!
//! ```text
//! sources ── inputs ──► files, addresses ── read (in parallel) ──► articles ── write ──► files; tell or json: the report
//!                                             └ annotations ── notes, when all articles are there
//! ```
//!
//! With `--update` an article that is there gets what is new in its source ([`update`]); else nothing that exists is ever
//! overwritten. One bad source never stops the rest. Sources are read a few at a time and reported in order, so that any
//! number of them takes the memory of a few.

mod columns;
mod fetch;
mod inputs;
mod json;
mod notes;
mod options;
mod outlets;
mod progress;
mod read;
mod summary;
mod tell;
mod update;
mod write;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use rayon::prelude::*;
use serde_json::Value;

use self::inputs::Inputs;
use self::options::{Options, Strict, Wanted};
use self::progress::Progress;
use self::read::{Failure, Found, Loaded};
use self::summary::Summary;
use self::update::{Look, Mode, Proposal, Updater};
use self::write::{Done, State, Writer};
use super::{FAILED, PROBLEMS, site};
use crate::cli::{Import, ImportReport};

/// Exit code with `--strict`: everything is written, and something of it is unsure.
const UNSURE: u8 = 3;

/// From here on a source is reported as slow. Readers take time linear in a size that is limited, so nothing is cut off:
/// what was read is still right.
const SLOW: Duration = Duration::from_secs(10);

/// The last line where nobody could be asked.
const UNASKED: &str = "nothing was written: on a terminal each article is asked about, --yes writes without asking\n";

/// How an import of one source or article ended, the worst last: the order decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Written,
    /// Written, but a field is doubtful, and that counts.
    Unsure,
    NotWritten,
    Unread,
}

/// Imports the sources into the site at `root`.
///
/// Exit code 0: all written (or shown). 1: a source held no article, or something exists already. 2: a source could not
/// be read. 3: with `--strict`, something written is unsure.
///
/// # Errors
/// When there is no site, an option can't be used, or the report cannot be printed.
pub(super) fn run(root: &Path, args: &Import) -> anyhow::Result<ExitCode> {
    let options = Options::new(args)?;
    let content = site::content(root)?;
    let inputs = Inputs::find(&args.sources);
    let mut run = Run {
        root,
        options: &options,
        writer: Writer::new(&content, options.dry_run),
        updater: options.update.as_ref().map(|update| Updater::new(root, &content, update)).transpose()?,
        exports: Vec::new(),
        summary: Summary::new(),
        progress: Progress::new(inputs.list.len()),
        worst: Outcome::Written,
    };
    // Enough that no thread waits long for the slowest of a few; each may hold a source of the largest size.
    let few = rayon::current_num_threads() * 4;
    for some in inputs.list.chunks(few) {
        let loaded: Vec<Loaded> = some.par_iter().map(|input| read::read(input, &options)).collect();
        for loaded in loaded {
            run.take(loaded)?;
        }
        run.progress.show(run.summary.sources);
    }
    run.notes()?;
    run.end(&inputs)?;
    Ok(match run.worst {
        Outcome::Written => ExitCode::SUCCESS,
        Outcome::Unsure => ExitCode::from(UNSURE),
        Outcome::NotWritten => ExitCode::from(PROBLEMS),
        Outcome::Unread => ExitCode::from(FAILED),
    })
}

/// One import.
struct Run<'a> {
    root: &'a Path,
    options: &'a Options,
    writer: Writer<'a>,
    /// What is new comes into articles that are there, if that is wanted.
    updater: Option<Updater<'a>>,
    /// Exports of annotations, which wait until all articles are there; their bytes where they can't be read again.
    exports: Vec<(String, Option<Vec<u8>>)>,
    summary: Summary,
    progress: Progress,
    worst: Outcome,
}

impl Run<'_> {
    fn take(&mut self, loaded: Loaded) -> anyhow::Result<()> {
        let source = &loaded.source;
        self.summary.sources += 1;
        for step in &loaded.trail {
            self.remark(source, &format!("redirected: {step}"))?;
        }
        if loaded.took > SLOW {
            self.remark(source, &format!("took {:.0} s to read", loaded.took.as_secs_f32()))?;
        }
        match loaded.found {
            Found::Nothing(failure) => self.nothing(source, &failure),
            Found::Export(bytes) => {
                self.exports.push((loaded.source, bytes));
                Ok(())
            }
            Found::Articles(wanted, skipped, total) => {
                for (slug, one) in slugs(&wanted) {
                    self.article(source, &slug, one, total, loaded.beside.as_deref())?;
                }
                self.summary.skipped += skipped.len();
                for skipped in &skipped {
                    self.print(&match self.options.report {
                        ImportReport::Text => tell::skipped(source, skipped),
                        ImportReport::Json => json::skipped(source, skipped),
                    })?;
                }
                Ok(())
            }
        }
    }

    fn article(
        &mut self,
        source: &str,
        slug: &str,
        one: &Wanted,
        total: usize,
        beside: Option<&Path>,
    ) -> anyhow::Result<()> {
        let Some(updater) = &mut self.updater else { return self.new_article(source, slug, one, total, beside) };
        // One article that can't be looked at does not stop the rest.
        let look = updater.look(slug, &one.draft, &self.writer, beside);
        match look {
            Ok(Look::New) if updater.mode() == Mode::Nothing => Ok(()),
            Ok(Look::New) => self.new_article(source, slug, one, total, beside),
            Ok(Look::Nothing(nothing)) => {
                let done = Done::nothing(nothing.path.clone(), State::Unchanged);
                self.updated(source, one, total, &done, &update::unchanged(&nothing), Some(&update::value(&nothing)))
            }
            Ok(Look::Changes(proposal)) => self.change(source, one, total, &proposal),
            Ok(Look::Refused(refused)) => {
                let done = Done::nothing(refused.path.clone(), State::NotWritten(refused.why.clone()));
                self.updated(source, one, total, &done, &update::refused(&refused), Some(&refused.value()))
            }
            Err(error) => {
                let why = format!("not updated: {error:#}");
                self.nothing(source, &Failure { why, kind: "not updated", outcome: Outcome::Unread })
            }
        }
    }

    /// Writes what is new in an article's source, if it is wanted.
    fn change(&mut self, source: &str, one: &Wanted, total: usize, proposal: &Proposal) -> anyhow::Result<()> {
        let Some(updater) = &mut self.updater else { return Ok(()) };
        if self.options.report == ImportReport::Text {
            self.progress.clear();
            let shown = update::proposed(proposal);
            anstream::stdout().write_all(shown.as_bytes()).context("cannot print the report")?;
        }
        let done = if updater.accepts()? {
            updater.write(proposal, &mut self.writer)
        } else if matches!(updater.mode(), Mode::Show | Mode::Unasked) {
            Done::nothing(proposal.path.clone(), State::WouldBeUpdated)
        } else {
            Done::nothing(proposal.path.clone(), State::NotWritten("you did not want it".to_owned()))
        };
        if updater.mode() == Mode::Unasked || !proposal.left.is_empty() {
            self.worst = self.worst.max(Outcome::NotWritten);
        }
        self.updated(source, one, total, &done, "", Some(&update::value(proposal)))
    }

    fn updated(
        &mut self,
        source: &str,
        one: &Wanted,
        total: usize,
        done: &Done,
        told: &str,
        update: Option<&Value>,
    ) -> anyhow::Result<()> {
        match done.state {
            State::Unchanged => self.summary.unchanged += 1,
            State::NotWritten(_) => {
                self.summary.not_written += 1;
                self.worst = self.worst.max(Outcome::NotWritten);
            }
            _ => self.summary.updated += 1,
        }
        self.print(&match self.options.report {
            ImportReport::Text => tell::outcome(done) + told,
            ImportReport::Json => json::article(source, one, total, done, update),
        })
    }

    fn new_article(
        &mut self,
        source: &str,
        slug: &str,
        one: &Wanted,
        total: usize,
        beside: Option<&Path>,
    ) -> anyhow::Result<()> {
        let done = self.writer.article(slug, &one.draft, beside);
        let unsure = !one.draft.unsure.is_empty();
        if self.updater.as_ref().is_some_and(|updater| updater.mode() == Mode::Unasked) {
            self.worst = self.worst.max(Outcome::NotWritten);
        }
        if matches!(done.state, State::NotWritten(_)) {
            self.summary.not_written += 1;
            self.worst = self.worst.max(Outcome::NotWritten);
        } else {
            self.summary.written += 1;
            self.summary.with_doubts += usize::from(unsure);
            if unsure && self.options.strict == Strict::Yes {
                self.worst = self.worst.max(Outcome::Unsure);
            }
        }
        self.print(&match self.options.report {
            ImportReport::Text => tell::article(one, total, &done, self.options.dry_run),
            ImportReport::Json => json::article(source, one, total, &done, None),
        })
    }

    fn nothing(&mut self, source: &str, failure: &Failure) -> anyhow::Result<()> {
        self.worst = self.worst.max(failure.outcome);
        *self.summary.not_read.entry(failure.kind).or_default() += 1;
        self.print(&match self.options.report {
            ImportReport::Text => tell::remark(source, &failure.why),
            ImportReport::Json => json::nothing(source, failure.kind, &failure.why),
        })
    }

    fn remark(&mut self, source: &str, remark: &str) -> anyhow::Result<()> {
        self.print(&match self.options.report {
            ImportReport::Text => tell::remark(source, remark),
            ImportReport::Json => json::remark(source, remark),
        })
    }

    /// Writes the notes of all exports.
    fn notes(&mut self) -> anyhow::Result<()> {
        for (source, bytes) in std::mem::take(&mut self.exports) {
            let bytes = match bytes {
                Some(bytes) => Ok(bytes),
                None => std::fs::read(PathBuf::from(&source)).map_err(anyhow::Error::from),
            };
            let done =
                bytes.and_then(|bytes| notes::run(self.root, &source, &bytes, &self.options.by, self.options.dry_run));
            match done {
                Ok((report, outcome)) => {
                    self.worst = self.worst.max(outcome);
                    self.print(&match self.options.report {
                        ImportReport::Text => report,
                        ImportReport::Json => json::annotations(&source, &report),
                    })?;
                }
                Err(error) => {
                    let why = format!("not imported: {error:#}");
                    self.nothing(&source, &Failure { why, kind: "not imported", outcome: Outcome::Unread })?;
                }
            }
        }
        Ok(())
    }

    /// Says what came of it all.
    fn end(&mut self, inputs: &Inputs) -> anyhow::Result<()> {
        let report = match self.options.report {
            ImportReport::Json => json::summary(&self.summary.counted(&inputs.passed)),
            ImportReport::Text => {
                let unasked = self.updater.as_ref().is_some_and(|updater| updater.mode() == Mode::Unasked);
                let told = self.summary.told(inputs, self.options.dry_run);
                told + if unasked && self.summary.written + self.summary.updated > 0 { UNASKED } else { "" }
            }
        };
        self.print(&report)
    }

    fn print(&mut self, report: &str) -> anyhow::Result<()> {
        self.progress.clear();
        anstream::stdout().write_all(report.as_bytes()).context("cannot print the report")
    }
}

/// A folder for each article; two of one name in one source are told apart by a number, the same at every import.
fn slugs(wanted: &[Wanted]) -> Vec<(String, &Wanted)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut slugs = Vec::new();
    for one in wanted {
        let slug = one.draft.slug();
        let count = taken.entry(slug.clone()).or_default();
        *count += 1;
        slugs.push((if *count == 1 { slug } else { format!("{slug}-{count}") }, one));
    }
    slugs
}
