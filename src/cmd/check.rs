//! `postil check`.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::{PROBLEMS, report, site};
use crate::cli::{Check, Format};
use crate::diag::json;

/// Prints all problems of the site at `root`. Exit code 1 if one of them is an error, or any with `--strict`.
///
/// # Errors
/// When the site can't be read.
pub(super) fn run(root: &Path, args: &Check) -> anyhow::Result<ExitCode> {
    let (_, site, diagnostics) = site::read(root)?;
    let sources = &site.library().sources;
    let failed = diagnostics.has_errors() || (args.strict && !diagnostics.is_empty());
    let code = if failed { ExitCode::from(PROBLEMS) } else { ExitCode::SUCCESS };
    let problems = diagnostics.sorted(sources);
    match args.format {
        Format::Human if problems.is_empty() => writeln!(anstream::stdout(), "no problems")?,
        Format::Human => report::to_stdout(&problems, sources)?,
        Format::Json => writeln!(anstream::stdout(), "{}", json::render(&problems, sources))?,
    }
    Ok(code)
}
