//! Everything is shown; what is to be written is decided.

use std::io::Write as _;

use crate::cmd::carry::ask::{Answer, ask};
use crate::cmd::carry::finding::{Finding, Todo};
use crate::cmd::carry::show;
use crate::cmd::carry::words::count;
use crate::diag::SourceMap;

/// What is done with changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// They are shown.
    Show,
    /// A person decides.
    Ask,
    /// Those that are sure enough are written.
    Write,
}

/// What was decided.
#[derive(Debug, Default)]
pub(super) struct Decided<'f, 'a> {
    /// To be written.
    pub(super) accepted: Vec<&'f Finding<'a>>,
    /// Changes that are left as they are.
    pub(super) left: usize,
}

/// Shows everything, what needs no thought first, and decides about each change.
pub(super) fn decide<'f, 'a>(
    findings: &'f [Finding<'a>],
    mode: Mode,
    least: Option<f32>,
    sources: &SourceMap,
) -> anyhow::Result<Decided<'f, 'a>> {
    let mut out = anstream::stdout();
    let of = |what: fn(&Todo) -> bool| findings.iter().filter(move |finding| what(&finding.todo));
    let mut rule = if mode == Mode::Ask { Rule::Ask } else { Rule::Sure };
    let mut decided = Decided::default();
    let mut between = "";
    let refreshes: Vec<_> = of(|todo| matches!(todo, Todo::Refresh(_))).collect();
    for finding in &refreshes {
        show::finding(&mut out, finding, sources)?;
        between = "\n";
    }
    let question = format!("write the {} above?", count(refreshes.len(), "note", "notes"));
    if refreshes.is_empty() || rule.accepts(&question, Sure::Yes)? {
        decided.accepted.extend(refreshes);
    } else {
        decided.left += refreshes.len();
    }
    for finding in of(|todo| matches!(todo, Todo::Change(_))) {
        write!(out, "{}", std::mem::replace(&mut between, "\n"))?;
        show::finding(&mut out, finding, sources)?;
        let sure = if finding.is_enough(least) { Sure::Yes } else { Sure::No };
        if sure == Sure::No {
            writeln!(out, "  not sure enough to be written unasked: below {:.2}", finding.least(least))?;
        }
        if rule.accepts("write this?", sure)? {
            decided.accepted.push(finding);
        } else {
            decided.left += 1;
        }
    }
    for finding in of(|todo| matches!(todo, Todo::Choose(_) | Todo::Look(_))) {
        write!(out, "{}", std::mem::replace(&mut between, "\n"))?;
        show::finding(&mut out, finding, sources)?;
    }
    Ok(decided)
}

/// What is written of the changes that follow.
#[derive(Clone, Copy)]
enum Rule {
    /// What a person wants.
    Ask,
    /// What is sure enough.
    Sure,
    /// Nothing.
    Nothing,
}

/// Whether a change may be written unasked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    No,
}

impl Rule {
    /// Whether a change is to be written; an answer may change the rule.
    fn accepts(&mut self, question: &str, sure: Sure) -> std::io::Result<bool> {
        if let Self::Ask = self {
            match ask(question, &mut std::io::stdin().lock(), &mut anstream::stdout())? {
                Answer::Yes => return Ok(true),
                Answer::No => return Ok(false),
                Answer::All => *self = Self::Sure,
                Answer::Quit => *self = Self::Nothing,
            }
        }
        Ok(matches!(self, Self::Sure) && sure == Sure::Yes)
    }
}
