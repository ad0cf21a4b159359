//! `postil check`.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::{PROBLEMS, offline, report, site};
use crate::cli::{Check, Format};
use crate::diag::{Diagnostics, SourceMap, json};

/// Prints all problems of the site at `root`, or of a built one. Exit code 1 if one of them is an error, or any with
/// `--strict`.
///
/// # Errors
/// When the site can't be read.
pub(super) fn run(root: &Path, args: &Check) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &args.offline {
        let (diagnostics, sources) = offline::read(folder)?;
        return print(diagnostics, &sources, args);
    }
    let (_, site, diagnostics) = site::read(root)?;
    print(diagnostics, &site.library().sources, args)
}

fn print(diagnostics: Diagnostics, sources: &SourceMap, args: &Check) -> anyhow::Result<ExitCode> {
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
