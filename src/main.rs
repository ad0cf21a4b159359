//! Arguments in, exit code out: 0 clean, 1 problems found in the content, 2 could not run.

use std::process::ExitCode;

use clap::Parser;
use postil::cli::Cli;
use postil::cmd;

fn main() -> ExitCode {
    match cmd::run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => cmd::failed(&error),
    }
}
