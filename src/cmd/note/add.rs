//! `postil note add`: from what was typed to a note's file.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::passage::{Page, Wanted};
use super::trial::{self, Trial, trial};
use super::{article, form, terminal};
use crate::cli::NoteAdd;
use crate::cmd::new_file::{NotWritten, create};
use crate::cmd::{PROBLEMS, report, site};
use crate::config::Config;
use crate::diag::Diagnostics;
use crate::diag::human::visible;
use crate::edit::draft::{Draft, Missing};
use crate::edit::{citation, note, passage};
use crate::model::anchor::{Fit, Placement};
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::library::Library;
use crate::model::note::{AnchorHint, NoteFields};
use crate::model::sources::Sources;
use crate::pipeline;
use crate::text::TextRange;

/// Most bytes that are read from standard input: more is a mistake in the file's name.
const LONGEST_BODY: u64 = 16 << 20;

/// The article that a new note is for, and its site.
pub(super) struct Desk<'a> {
    /// The site's folder.
    pub(super) root: &'a Path,
    /// What was typed.
    pub(super) args: &'a NoteAdd,
    /// The site's settings.
    pub(super) config: Config,
    sources: Sources,
    /// What the site holds.
    pub(super) library: Library,
    article: usize,
}

/// How an attempt at a note ended.
pub(super) enum Outcome {
    /// Its file is there (or was shown).
    Added,
    /// Something is wrong with it, and was said; its file's text, where it came so far.
    Refused(Option<String>),
}

/// Adds a note to the site at `root`. Exit code 1 where the note can't be kept as it is.
///
/// # Errors
/// When the site can't be read, the article is not in it, or something that every note has was not given.
pub(super) fn run(root: &Path, args: &NoteAdd) -> anyhow::Result<ExitCode> {
    let desk = Desk::new(root, args)?;
    let draft = desk.draft()?;
    let wants_words = draft.quote.is_none() && !args.whole;
    if args.edit || (terminal::is_there() && (wants_words || draft.body.is_none())) {
        return form::fill(&desk, &draft);
    }
    if wants_words {
        bail!("which words is the note about? Give them with --quote, or --whole for a note on the whole article");
    }
    let note = draft.note().map_err(|missing| desk.missing(missing))?;
    // What came from a pipe may be nowhere else.
    let piped = args.body.as_deref().filter(|typed| *typed == "-").map(|_| note.body.clone());
    match desk.add(note, &[])? {
        Outcome::Added => return Ok(ExitCode::SUCCESS),
        Outcome::Refused(None) => {
            if let Some(body) = piped {
                write!(anstream::stderr(), "this is its text:\n\n{}", visible(&body))?;
            }
        }
        Outcome::Refused(Some(text)) => write!(anstream::stderr(), "this is the note:\n\n{text}")?,
    }
    Ok(ExitCode::from(PROBLEMS))
}

impl<'a> Desk<'a> {
    fn new(root: &'a Path, args: &'a NoteAdd) -> anyhow::Result<Self> {
        let (config, sources) = site::sources(root)?;
        let library = pipeline::parse::parse(sources.clone(), &config, &mut Diagnostics::default());
        let article = article::find(root, &args.article, &library)?;
        Ok(Self { root, args, config, sources, library, article })
    }

    /// The article.
    pub(super) fn article(&self) -> &Article {
        &self.library.articles[self.article]
    }

    /// The article's text.
    pub(super) fn page(&self) -> Page<'_> {
        Page::new(self.article(), &self.library.sources)
    }

    /// What the command line says of the note.
    fn draft(&self) -> anyhow::Result<Draft> {
        let args = self.args;
        let source = |typed: &String| citation::parse(typed).with_context(|| format!("--source {typed:?}"));
        Ok(Draft {
            id: args.id.clone(),
            kind: args.kind,
            quote: args.quote.clone(),
            anchor: AnchorHint { prefix: args.prefix.clone(), suffix: args.suffix.clone(), position: None },
            verdict: args.verdict.clone(),
            claim: args.claim.clone(),
            treats: args.treats,
            language: args.language.clone(),
            sources: args.sources.iter().map(source).collect::<Result<_, _>>()?,
            tags: args.tags.clone(),
            by: args.by.clone().or_else(|| self.only_editor()),
            created: args.created.map_or_else(today, Ok)?,
            // Last, since it may wait for somebody to type.
            body: args.body.as_deref().map(body).transpose()?,
        })
    }

    fn only_editor(&self) -> Option<Id> {
        let editors = &self.library.editors;
        (editors.len() == 1).then(|| editors.at(0).id.clone())
    }

    fn missing(&self, missing: Missing) -> anyhow::Error {
        match missing {
            Missing::Kind => {
                anyhow::anyhow!("what does the note do? Say it with --kind: `postil note add --help` lists them")
            }
            Missing::Body => anyhow::anyhow!(
                "the note says nothing: give its text with --body, or write it in your editor with --edit"
            ),
            Missing::By if self.library.editors.is_empty() => anyhow::anyhow!(
                "who writes the note? Say it with --by; the site has no editors yet: content/editors/<id>.yaml needs one line, `name: …`"
            ),
            Missing::By => {
                let ids: Vec<&str> = self.library.editors.iter().map(|editor| editor.id.as_str()).collect();
                anyhow::anyhow!("who writes the note? Say it with --by: {}", ids.join(", "))
            }
        }
    }

    /// Finds the note's words, tries it, and writes its file.
    ///
    /// # Errors
    /// When the file can't be written.
    pub(super) fn add(&self, mut note: NoteFields, comments: &[&str]) -> anyhow::Result<Outcome> {
        if note.body.trim().is_empty() {
            return refused("the note says nothing: write its `body`");
        }
        let place = match self.settle(&mut note) {
            Ok(place) => place,
            Err(super::passage::Refusal(why)) => return refused(&why),
        };
        let text = note::with_comments(&note::write(&note), comments);
        for id in self.ids(&note)? {
            let trial = trial(&self.config, self.sources.clone(), &self.article().slug, &id, &text);
            report::to_stderr(&trial.problems, &trial.sources)?;
            if trial.has_errors() {
                writeln!(anstream::stderr(), "nothing was written")?;
                return Ok(Outcome::Refused(Some(text)));
            }
            if !stands(&trial, place) {
                return refused("these words can't be told from others like them: quote more of the text");
            }
            if self.args.dry_run {
                io::stdout().write_all(text.as_bytes())?;
                return Ok(Outcome::Added);
            }
            match self.keep(&id, &text, place) {
                Err(error) if matches!(error.downcast_ref(), Some(NotWritten::Exists)) && note.id.is_none() => {}
                kept => return kept.map(|()| Outcome::Added),
            }
        }
        bail!("no name is free for the note")
    }

    /// Puts the words as the article has them, and what is around them, into the note.
    fn settle(&self, note: &mut NoteFields) -> Result<Option<TextRange>, super::passage::Refusal> {
        let Some(words) = &note.quote else {
            note.anchor = AnchorHint::default();
            return Ok(None);
        };
        let anchor = &note.anchor;
        let (prefix, suffix) = (anchor.prefix.as_deref(), anchor.suffix.as_deref());
        let range = self.page().find(Wanted { words, prefix, suffix, nth: self.args.nth })?;
        let text = self.article().body.text.as_str();
        note.quote = Some(passage::quote(words, &text[range.bytes()]));
        note.anchor = pipeline::anchor::describe(text, range);
        Ok(Some(range))
    }

    /// Names for the file that no other note of the article has: the one that was asked for, or any number.
    fn ids(&self, note: &NoteFields) -> anyhow::Result<Box<dyn Iterator<Item = Id>>> {
        let taken: Vec<Id> = self.article().notes.iter().map(|note| note.id.clone()).collect();
        let Some(id) = &note.id else {
            return Ok(Box::new(note::names(note).filter(move |id| !taken.contains(id))));
        };
        if taken.contains(id) || self.path(id).exists() {
            bail!("the article has a note `{id}` already: choose another name with --id");
        }
        Ok(Box::new(std::iter::once(id.clone())))
    }

    fn path(&self, id: &Id) -> PathBuf {
        self.root.join(trial::path(&self.article().slug, id))
    }

    fn keep(&self, id: &Id, text: &str, place: Option<TextRange>) -> anyhow::Result<()> {
        let path = self.path(id);
        create(&path, text.as_bytes(), &self.root.join("content")).with_context(|| path.display().to_string())?;
        let page = self.page();
        let line = place.map_or_else(String::new, |range| format!(":{}", page.line(range)));
        let shown = |path: PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
        let article = shown(self.root.join(page.path()));
        writeln!(anstream::stdout(), "{}\n{}{line}", shown(path).display(), article.display())?;
        Ok(())
    }
}

/// Whether the note's words are found where they were chosen.
fn stands(trial: &Trial, place: Option<TextRange>) -> bool {
    match (&trial.placement, place) {
        (Some(Placement::Whole), None) => true,
        (Some(Placement::Anchored(anchor)), Some(place)) => anchor.range == place && anchor.fit == Fit::Exact,
        _ => false,
    }
}

fn refused(why: &str) -> anyhow::Result<Outcome> {
    writeln!(anstream::stderr(), "error: {}\nnothing was written", why.trim_end())?;
    Ok(Outcome::Refused(None))
}

/// The note's text; `-` is standard input.
fn body(typed: &str) -> anyhow::Result<String> {
    if typed != "-" {
        return Ok(typed.to_owned());
    }
    let mut text = String::new();
    io::stdin().take(LONGEST_BODY).read_to_string(&mut text).context("--body -: standard input")?;
    Ok(text)
}

/// The day, where the person is.
fn today() -> anyhow::Result<Date> {
    Ok(Date::parse(&jiff::Zoned::now().date().to_string())?)
}
