//! What `postil check` finds that it did not find before.

use std::collections::BTreeMap;

use serde::Serialize;

use super::comparison::Comparison;
use super::{At, Side};
use crate::diag::{Diagnostic, Severity};

/// How the problems of a site changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// Those that were not there: no problem of the same rule, file and message. Errors first, then by place.
    pub new: Vec<Problem>,
    /// How many are there no more.
    pub gone: usize,
}

/// A new problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How bad it is.
    #[serde(serialize_with = "super::severity")]
    pub severity: Severity,
    /// The rule.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Where it is; none where the whole site is meant.
    pub at: Option<At>,
}

/// What makes a problem the same as one that was there before. Lines do not count, since they move.
type Key<'a> = (&'static str, String, &'a str);

/// The code of the loader for files that are no plain files, which the older revision was read without.
const NOT_PLAIN: &str = "not-a-plain-file";

pub(super) fn changes(both: &Comparison<'_>) -> Problems {
    let (before, after) = (both.before.side, both.after.side);
    let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for problem in before.problems {
        *known.entry((problem.code, path(before, problem), &problem.message)).or_default() += 1;
    }
    let mut new = Vec::new();
    for problem in after.problems {
        let path = path(after, problem);
        if problem.code == NOT_PLAIN && both.past.links.contains(&path) {
            continue;
        }
        match known.get_mut(&(problem.code, older(both, path), problem.message.as_str())) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(told(after, problem)),
        }
    }
    new.sort_by_key(|problem| problem.severity);
    Problems { new, gone: known.values().sum() }
}

fn path(side: Side<'_>, problem: &Diagnostic) -> String {
    problem.span.map(|span| side.sources().path(span.source).to_owned()).unwrap_or_default()
}

/// What a file was called in the older revision, by its own renaming or that of its article's folder.
fn older(both: &Comparison<'_>, path: String) -> String {
    if let Some(old) = both.moves.was(&path) {
        return old.to_owned();
    }
    let renamed = || {
        let (slug, file) = path.strip_prefix("content/articles/")?.split_once('/')?;
        Some(format!("content/articles/{}/{file}", both.then(slug)?))
    };
    renamed().unwrap_or(path)
}

fn told(side: Side<'_>, problem: &Diagnostic) -> Problem {
    Problem {
        severity: problem.severity,
        code: problem.code,
        message: problem.message.clone(),
        help: problem.help.clone(),
        at: problem.span.map(|span| At::new(side.sources(), span)),
    }
}
