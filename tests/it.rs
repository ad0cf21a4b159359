//! The only test program; tests/README.md says how to run a part of it.

mod anchor;
mod architecture;
mod case;
mod cli;
mod hostile;
mod import;
mod laws;
mod sites;
mod write;
mod yaml;
