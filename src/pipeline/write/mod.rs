//! Output → disk: the whole new site or the old one, at every instant, whatever is killed.
//!
//! ```text
//! target      may this folder be written? what stands there?         only looks
//! lock        one build at a time
//! leftovers   puts right what killed builds left
//! old, plan   whose are the files that stand there, what becomes of each
//! stage, fill the new site beside the old one, made in parallel
//! exchange    carries over what stays; publish exchanges the two     or: in_place
//! discard     removes the old site, but no byte of anyone else
//! ```
//!
//! The only licence to remove a file is the manifest: path, size and hash of all
//! that postil wrote. A file that is not listed, or not as listed, is an author's: it stays and is
//! named. A build that dies needs no handler: what it leaves is cleared by the next one, by the
//! same code with which an undisturbed build ends.

mod discard;
mod disk;
mod error;
mod exchange;
mod fill;
mod in_place;
mod leftovers;
mod lock;
mod manifest;
mod old;
mod plan;
mod publish;
mod stage;
mod target;

use std::path::{Path, PathBuf};
use std::time::Duration;

pub use self::error::WriteError;
use self::fill::Filled;
use self::lock::Lock;
use self::old::Old;
use self::plan::Plan;
pub use self::target::Refusal;
use self::target::Target;
use crate::model::output::Output;

/// How long a build waits for another, unless told otherwise: longer than a site of 10,000
/// articles takes, short enough that a person does not think it hangs.
const WAIT: Duration = Duration::from_secs(10);

/// How to write, and what the writer may know of its surroundings.
#[derive(Clone, Debug)]
pub struct Options {
    /// How the new site takes the old one's place.
    pub mode: Mode,
    /// What happens to files that were changed by hand.
    pub edited: Edited,
    /// The home folder, which is never an output folder; `None` where there is none.
    pub home: Option<PathBuf>,
    /// The current folder, absolute: a relative target starts here, and neither it nor a folder
    /// around it is ever an output folder.
    pub current: PathBuf,
    /// How long to wait for another build of the same folder.
    pub wait: Duration,
}

impl Options {
    /// The usual options: exchange, refuse to overwrite edits, wait 10 seconds.
    #[must_use]
    pub fn new(current: PathBuf, home: Option<PathBuf>) -> Self {
        Self { mode: Mode::Exchange, edited: Edited::Refuse, home, current, wait: WAIT }
    }
}

/// How the new site takes the old one's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Prepared beside the old one, then the two folders are exchanged: old or new, never a mix.
    Exchange,
    /// File by file in the folder itself, for one that cannot be renamed, as a mount point. Each
    /// file is old or new, but the site is a mix while this runs, and after a kill until the next
    /// build.
    InPlace,
}

/// What happens to files of the site that were changed by hand, and to files of others which stand
/// where the site has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// Nothing is written; all of them are named.
    Refuse,
    /// They are replaced by the site's own.
    Overwrite,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Files with new bytes.
    pub written: usize,
    /// Files that were there with the same bytes: they keep their time.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Files in the output folder that are not postil's, or were edited and are no longer part of
    /// the site: they stay. Relative to the folder, in order.
    pub kept: Vec<PathBuf>,
    /// Files and folders beside the site that postil made or moved aside but did not dare to
    /// remove, because they changed while it worked. Absolute.
    pub left: Vec<PathBuf>,
    /// How the new site took the old one's place.
    pub how: How,
}

/// How a new site took the old one's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Both folders were exchanged in one step.
    Exchanged,
    /// The place was free, or an empty folder: one rename.
    FirstTime,
    /// The file system cannot exchange: the old one was renamed away, then the new one there. For
    /// an instant between there was no site.
    TwoRenames,
    /// File by file; not atomic.
    InPlace,
    /// No byte differed: nothing was touched.
    Nothing,
}

impl Report {
    fn new(filled: &Filled, plan: Plan, how: How) -> Self {
        Self {
            written: filled.written.len(),
            unchanged: filled.same.len(),
            removed: plan.obsolete.len(),
            kept: plan.keep,
            left: Vec::new(),
            how,
        }
    }

    fn leaving(mut self, left: Vec<PathBuf>) -> Self {
        self.left.extend(left);
        self
    }
}

/// Writes `output` as the site at `target`.
///
/// Recipes are called from several threads; what is on disk afterwards does not depend on how many.
///
/// # Errors
///
/// [`WriteError`]. The old site is then as it was, but for [`WriteError::Half`], and where the new
/// one already stands and only could not be made durable, which the message says.
pub fn write(output: &Output<'_>, target: &Path, options: &Options) -> Result<Report, WriteError> {
    // Once before anything is touched, and once more when no other build can touch it.
    let found = Target::check(target, options)?;
    let _lock = Lock::take(&found, options.wait)?;
    let left = leftovers::settle(&found)?;
    let found = Target::check(target, options)?;
    let old = Old::read(&found)?;
    let plan = Plan::new(output, &old, &found, options.edited)?;
    let report = match options.mode {
        Mode::Exchange => exchange::exchange(output, &old, plan, &found),
        Mode::InPlace => in_place::in_place(output, &old, plan, &found),
    }?;
    Ok(report.leaving(left))
}
