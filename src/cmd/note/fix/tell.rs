//! The last lines: what was done, and what is left.

use std::io::Write as _;

use super::apply::Applied;
use super::decide::Mode;
use crate::cli::NoteFix;
use crate::cmd::carry::finding::{Finding, Todo};
use crate::cmd::carry::words::count;

/// What does not fit in the end.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// Changes that were not written.
    pub(super) changes: usize,
    ambiguous: usize,
    orphans: usize,
    given_up: usize,
}

impl Rest {
    pub(super) fn of(findings: &[Finding<'_>]) -> Self {
        let number = |what: fn(&Todo) -> bool| findings.iter().filter(|finding| what(&finding.todo)).count();
        Self {
            changes: 0,
            ambiguous: number(|todo| matches!(todo, Todo::Choose(_))),
            orphans: number(|todo| matches!(todo, Todo::Look(_))),
            given_up: number(|todo| matches!(todo, Todo::GivenUp)),
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.changes + self.ambiguous + self.orphans == 0
    }
}

/// What was done, and what is left.
pub(super) fn tell(mode: Mode, args: &NoteFix, applied: &Applied, rest: &Rest) -> anyhow::Result<()> {
    let mut out = anstream::stdout();
    let given_up = match rest.given_up {
        0 => String::new(),
        some => format!(" ({} acknowledged)", count(some, "orphan", "orphans")),
    };
    if rest.is_nothing() && applied.notes == 0 {
        writeln!(out, "all notes fit{given_up}")?;
        return Ok(());
    }
    writeln!(out)?;
    if mode == Mode::Show {
        let what = count(rest.changes, "note", "notes");
        let hint =
            if args.dry_run { "" } else { ": on a terminal each change is asked about, `--yes` writes what is sure" };
        writeln!(out, "nothing was written; {what} can be fixed{hint}")?;
    } else {
        let (notes, files) = (count(applied.notes, "note", "notes"), count(applied.files, "file", "files"));
        writeln!(out, "{notes} written in {files}")?;
    }
    let left = [
        (if mode == Mode::Show { 0 } else { rest.changes }, "not written"),
        (rest.ambiguous, "ambiguous"),
        (rest.orphans, "orphaned"),
    ];
    let left: Vec<String> =
        left.iter().filter(|(some, _)| *some > 0).map(|(some, what)| format!("{some} {what}")).collect();
    if left.is_empty() {
        writeln!(out, "all other notes fit{given_up}")?;
    } else {
        writeln!(out, "left for you: {}{given_up}", left.join(", "))?;
    }
    Ok(())
}
