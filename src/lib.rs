//! postil: articles with notes in the margin, woven into a site that needs no server.
//!
//! The way through the program is the way through [`pipeline`]: six steps, a type between each.
//!
//! | step | from | to | what happens |
//! |---|---|---|---|
//! | [`load`](pipeline::load) | disk | [`Sources`](model::sources::Sources) | files are read, by name |
//! | [`parse`](pipeline::parse) | `Sources` | [`Library`](model::library::Library) | YAML becomes fields, Markdown a tree with its plain text |
//! | [`anchor`](pipeline::anchor) | `Library` | [`Anchored`](model::anchor::Anchored) | quotes find their places |
//! | [`link`](pipeline::link) | `Anchored` | [`Site`](model::site::Site) | references meet what they name |
//! | [`render`](pipeline::render) | `Site` | [`Output`](model::output::Output) | marks are set, templates filled |
//! | [`write`](pipeline::write) | `Output` | disk | the new site takes the old one's place |
//!
//! Beside it: [`check`] judges a `Site` by rules, one a file; [`review`] tells what changed between two of them;
//! [`offline`] whether a built site asks for anything outside itself; [`import`] turns what editors have into articles; [`edit`] writes what postil puts into an author's files. Below it:
//! [`model`] (nouns), [`text`] (plain text), [`yaml`] (values with places), [`diag`] (problems with places).
//! What is wrong in an author's text is a [`Diagnostic`](diag::Diagnostic), collected; what is wrong with the world is
//! an error, and stops. `ARCHITECTURE.md` says which module may name which; `tests/architecture.rs` holds it.

pub mod check;
pub mod cli;
pub mod cmd;
pub mod config;
pub mod diag;
pub mod edit;
#[cfg(feature = "import")]
pub mod import;

pub mod model;
pub mod offline;
pub mod pipeline;
pub mod review;
pub mod text;
pub mod yaml;
