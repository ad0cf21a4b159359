//! One file for each word that may be typed: the only code that prints.

mod anchor;
mod build;
mod carry;
mod check;
mod git;
#[cfg(feature = "import")]
mod import;
mod new_file;
mod note;
mod offline;
mod past;
mod replace;
mod report;
mod review;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod site;

use std::io::Write as _;
use std::process::ExitCode;

use crate::cli::{Build, Cli, Command};

/// Problems were found in the content.
const PROBLEMS: u8 = 1;

/// postil could not run.
const FAILED: u8 = 2;

/// Does what was typed.
///
/// # Errors
/// When something is wrong with the world: a file that can't be read or written, settings, templates.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command.unwrap_or(Command::Build(Build::default())) {
        Command::Build(args) => build::run(&cli.root, &args),
        Command::Anchor(args) => anchor::run(&args),
        Command::Check(args) => check::run(&cli.root, &args),
        #[cfg(feature = "import")]
        Command::Import(args) => import::run(&cli.root, &args),
        Command::Note(args) => note::run(&cli.root, &args),
        Command::Review(args) => review::run(&cli.root, &args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&cli.root, &args),
        Command::Schema(args) => schema::run(&args.out),
    }
}

/// Prints why postil could not run; a closed pipe is nobody's fault.
pub fn failed(error: &anyhow::Error) -> ExitCode {
    let closed = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
    if !error.downcast_ref().is_some_and(closed) {
        let _ = writeln!(anstream::stderr(), "error: {error:#}");
    }
    ExitCode::from(FAILED)
}
