//! `postil import --update`: a source is read again, and what is new in it comes into the article that it became.
//!
//! ```text
//! draft ─ which article? ([`find`]) ─┬─ none: a new one, as without `--update`
//!                                    └ its text ([`body`]): the import's own → the source's; a person's → merged, if the
//!                                      text as imported is in git ([`base`]); its fields (`import::update`)
//!                                      ─▶ the new file ─ its notes' places ([`carry`]), pictures ([`pictures`])
//! ─ shown ([`show`]), decided ─▶ written, all files of an article together
//! ```
//!
//! What a person changed is never overwritten, and a conflict is never written: the article is left alone.

mod base;
mod body;
mod carry;
mod find;
mod pictures;
mod proposal;
mod show;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use self::base::Bases;
use self::find::Articles;
pub(super) use self::proposal::{Look, Proposal, Refused};
pub(super) use self::show::{proposed, refused, unchanged, value};
use super::options::Update;
use super::write::{Done, State, Writer};
use crate::cmd::carry::ask::{Answer, ask};
use crate::cmd::replace::replace_all;
use crate::import::Draft;

/// What is written of what is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing: it is shown.
    Show,
    /// Nothing either, since nobody is there to be asked.
    Unasked,
    /// What a person wants.
    Ask,
    /// Everything that is no conflict.
    Write,
    /// Nothing more: a person has had enough.
    Nothing,
}

/// The site that is updated.
pub(super) struct Updater<'a> {
    root: &'a Path,
    content: &'a Path,
    options: &'a Update,
    articles: Articles,
    bases: Bases,
    /// Articles that this run has looked at: one source each.
    taken: BTreeSet<String>,
    mode: Mode,
}

impl<'a> Updater<'a> {
    /// Reads the site.
    ///
    /// # Errors
    /// When its settings or a file can't be read.
    pub(super) fn new(root: &'a Path, content: &'a Path, options: &'a Update) -> anyhow::Result<Self> {
        let articles = Articles::of(root)?;
        let bases = Bases::of(root);
        Ok(Self { root, content, options, articles, bases, taken: BTreeSet::new(), mode: options.mode })
    }

    /// How it goes on: a person's answers change it.
    pub(super) fn mode(&self) -> Mode {
        self.mode
    }

    /// What a draft would change. `slug` is the name of the folder that a new article of it would get.
    ///
    /// # Errors
    /// When git ends while it is asked.
    pub(super) fn look(
        &mut self,
        slug: &str,
        draft: &Draft,
        writer: &Writer<'_>,
        beside: Option<&Path>,
    ) -> anyhow::Result<Look> {
        let number = match self.articles.find(self.options.article.as_deref(), slug, draft) {
            find::Found::None => return Ok(Look::New),
            find::Found::Refused(slug, why) => return Ok(Look::Refused(Refused::because(self.path(&slug), why))),
            find::Found::Article(number) => number,
        };
        let slug = self.articles.library.articles[number].slug.to_string();
        if !self.taken.insert(slug.clone()) {
            let why = "another source of this import is the same article".to_owned();
            return Ok(Look::Refused(Refused::because(self.path(&slug), why)));
        }
        proposal::look(self, number, draft, writer, beside)
    }

    /// Whether a proposal that was shown is to be written.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn accepts(&mut self) -> io::Result<bool> {
        if self.mode == Mode::Ask {
            match ask("write this?", &mut io::stdin().lock(), &mut anstream::stdout())? {
                Answer::Yes => return Ok(true),
                Answer::No => return Ok(false),
                Answer::All => self.mode = Mode::Write,
                Answer::Quit => self.mode = Mode::Nothing,
            }
        }
        Ok(self.mode == Mode::Write)
    }

    /// Writes what was proposed: notes first, so that after a crash between two files the same import ends the work.
    pub(super) fn write(&self, proposal: &Proposal, writer: &mut Writer<'_>) -> Done {
        let done = |state, also| Done { path: proposal.path.clone(), state, also };
        match replace_all(&proposal.files) {
            Err(error) => return done(State::NotWritten(format!("{error:#}")), Vec::new()),
            Ok(Some(file)) => {
                let why = format!("{} was changed meanwhile: run this again", file.display());
                return done(State::NotWritten(why), Vec::new());
            }
            Ok(None) => {}
        }
        let mut also = writer.add_outlets(proposal.stubs.clone());
        also.extend(pictures::write(&proposal.pictures, self.content));
        done(State::Updated, also)
    }

    fn path(&self, slug: &str) -> PathBuf {
        self.content.join("articles").join(slug).join("article.md")
    }
}
