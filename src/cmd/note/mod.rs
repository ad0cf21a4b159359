//! `postil note`: writes notes, and shows where they stand.
//!
//! | file | does |
//! |---|---|
//! | [`add`] | the way of a new note from what was typed to its file |
//! | [`article`] | the article that was named, with its site |
//! | [`passage`] | the one place of the words that were typed, or why there is none |
//! | [`trial`] | the site with the new note in it, judged before anything is written |
//! | [`form`] | a form in the person's own editor |
//! | [`fix`] | notes whose article was edited, made to fit again |
//! | [`list`] | all notes with their places |

mod add;
mod article;
mod fix;
mod form;
mod list;
mod passage;
mod terminal;
mod trial;

use std::path::Path;
use std::process::ExitCode;

use crate::cli::{Note, NoteCommand};

/// Does what was typed behind `postil note`.
///
/// # Errors
/// When the site can't be read, the article is not in it, or something that every note has was not given.
pub(super) fn run(root: &Path, args: &Note) -> anyhow::Result<ExitCode> {
    match &args.command {
        NoteCommand::Add(args) => add::run(root, args),
        NoteCommand::List(args) => list::run(root, args),
        NoteCommand::Fix(args) => fix::run(root, args),
    }
}
