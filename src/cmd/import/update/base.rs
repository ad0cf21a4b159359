//! The text as it was imported, found in git by the mark that the record keeps of it.

use std::path::Path;

use crate::cmd::past::Past;
use crate::import::values::body_mark;
use crate::pipeline::parse;

/// The past of the site, where git has one.
pub(super) struct Bases {
    past: Result<Past, String>,
}

/// Why there is no text to merge with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoBase {
    /// The article has no record of it.
    NoRecord,
    /// Git can't be asked.
    NoGit,
    /// No commit has it.
    NotCommitted,
    /// The same, and older commits were not fetched.
    Shallow,
}

impl NoBase {
    /// As the reason of a sentence.
    pub(super) fn why(&self) -> &'static str {
        match self {
            Self::NoRecord => "it has no record of what was imported",
            Self::NoGit => "the text as it was imported is in no git repository",
            Self::NotCommitted => "no commit has the text as it was imported",
            Self::Shallow => "this shallow clone lacks the text as it was imported (`git fetch --unshallow` gets it)",
        }
    }
}

impl Bases {
    /// Asks git for the past of the site at `root`.
    pub(super) fn of(root: &Path) -> Self {
        Self { past: Past::at(root).map_err(|error| format!("{error:#}")) }
    }

    /// The text of `file` (its path in the site) that has this mark.
    ///
    /// # Errors
    /// When git ends while it is asked.
    pub(super) fn find(
        &mut self,
        file: &str,
        mark: Option<&str>,
        limit: usize,
    ) -> anyhow::Result<Result<String, NoBase>> {
        let Some(mark) = mark else { return Ok(Err(NoBase::NoRecord)) };
        let Ok(past) = self.past.as_mut() else { return Ok(Err(NoBase::NoGit)) };
        // A repository without a commit has no versions.
        for version in past.versions(file).unwrap_or_default() {
            let Some(text) = past.text(&version, limit)? else { continue };
            let Some((_, body)) = parse::parts(&text) else { continue };
            if body_mark(&text[body.clone()]) == mark {
                return Ok(Ok(text[body].to_owned()));
            }
        }
        Ok(Err(if past.shallow { NoBase::Shallow } else { NoBase::NotCommitted }))
    }
}
