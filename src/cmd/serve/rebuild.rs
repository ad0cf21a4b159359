//! Changed → what is shown: the site is read anew after each change. Errors leave the last good state up.

use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::generation::{FELL_OVER, Generation};
use super::state::{Now, Ready, State};
use super::watch::Watch;
use crate::cmd::{report, site};
use crate::config::Offline;
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};
use crate::model::address::Address;
use crate::{check, pipeline};

/// What happens after the first reading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// The address is printed.
    Nothing,
    /// The browser is opened as well.
    Browser,
}

/// Reads the site anew after each change.
pub(super) struct Rebuild {
    root: PathBuf,
    address: Address,
    state: Arc<State>,
    /// What was printed last, so that warnings are not repeated after each save.
    said: String,
}

/// One reading of the site.
struct Reading {
    site: Option<Generation>,
    /// What keeps it from being shown; empty where nothing does.
    problems: String,
    /// The same with warnings.
    report: String,
}

impl Rebuild {
    pub(super) fn new(root: PathBuf, address: Address, state: Arc<State>) -> Self {
        Self { root, address, state, said: String::new() }
    }

    /// Reads, shows, waits for a change; for ever.
    pub(super) fn run(mut self, opening: Opening) {
        let mut watch = Watch::new(self.root.clone());
        for turn in 0_u64.. {
            let began = Instant::now();
            watch.look();
            let reading =
                catch_unwind(AssertUnwindSafe(|| self.read())).unwrap_or_else(|_| Reading::failed(FELL_OVER.into()));
            // Whatever became of standard error, pages are still to be shown.
            let _ = self.tell(&reading, began.elapsed());
            self.show(reading);
            if turn == 0 {
                let _ = self.welcome(opening);
            }
            watch.wait();
        }
    }

    fn read(&self) -> Reading {
        let mut config = match site::read_settings(&self.root) {
            Ok(Ok(config)) => config,
            Ok(Err(bad)) => return Reading::failed(report::text(&bad.problems, &bad.sources)),
            Err(error) => return Reading::failed(format!("error: {error:#}")),
        };
        let mut diagnostics = Diagnostics::default();
        let site = match pipeline::site(&self.root, &config, &mut diagnostics) {
            Ok(site) => site,
            Err(error) => return Reading::failed(format!("error: {error}")),
        };
        check::check(&site, &config, &mut diagnostics);
        let problems = diagnostics.sorted(&site.library().sources);
        let report = report::text(&problems, &site.library().sources);
        let errors = errors(&problems, &site.library().sources);
        if !errors.is_empty() {
            return Reading { site: None, problems: errors, report };
        }
        config.base_url = Some(self.address.clone());
        // A page from a worker's cache would hide what was just written; and one from an earlier build ends here.
        config.offline = Offline::Folder;
        match Generation::new(site, config) {
            Ok(site) => self.tried(site, report),
            Err(why) => Reading::failed(why),
        }
    }

    /// The reading, if the first page and those that are open can be made: some errors of templates show only there.
    fn tried(&self, site: Generation, report: String) -> Reading {
        let mut pages = self.state.open();
        pages.push("index.html".to_owned());
        let why = pages.iter().find_map(|page| site.file_now(page)?.err());
        match why {
            None => Reading { site: Some(site), problems: String::new(), report },
            Some(why) => Reading::failed(why),
        }
    }

    fn show(&self, reading: Reading) {
        self.state.now.send_modify(|now| {
            let site = reading.site.or_else(|| now.site.take());
            *now = Now { site, problems: reading.problems.into(), ready: Ready::Yes };
        });
    }

    /// Tells the terminal.
    fn tell(&mut self, reading: &Reading, took: Duration) -> io::Result<()> {
        let mut out = anstream::stderr();
        if reading.report != self.said {
            let report = reading.report.trim_end();
            writeln!(out, "{}", if report.is_empty() { "no problems" } else { report })?;
            self.said.clone_from(&reading.report);
        }
        let last_good = self.state.now.borrow().site.is_some();
        match (&reading.site, last_good) {
            (Some(_), _) => writeln!(out, "read in {} ms", took.as_millis()),
            (None, true) => writeln!(out, "the last good site stays up until the errors are mended"),
            (None, false) => writeln!(out, "there is no site to show until the errors are mended"),
        }
    }

    fn welcome(&self, opening: Opening) -> io::Result<()> {
        writeln!(anstream::stdout(), "open {} (Ctrl-C ends this)", self.address)?;
        if opening == Opening::Browser
            && let Err(error) = open::that_detached(self.address.as_str())
        {
            writeln!(anstream::stderr(), "no browser could be opened: {error}")?;
        }
        Ok(())
    }
}

impl Reading {
    fn failed(problems: String) -> Self {
        Self { site: None, report: problems.clone(), problems }
    }
}

/// The errors among the problems, as `check` prints them; empty where there are none.
fn errors(problems: &[Diagnostic], sources: &SourceMap) -> String {
    let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    if errors.is_empty() { String::new() } else { report::text(&errors, sources) }
}
