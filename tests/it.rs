//! The only test program; tests/README.md says how to run a part of it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "a test that can't go on says so")]

mod anchor;
mod architecture;
mod case;
mod cli;
mod fix;
mod hostile;
mod import;
mod languages;
mod laws;
mod mentions;
mod note;
mod offline;
mod review;
mod serve;
mod shared;
mod sites;
mod write;
mod yaml;
