//! An article and what belongs to it → new files of the site. Nothing that exists is ever overwritten.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::options::DryRun;
use super::outlets::{Outlets, Stub};
use super::read::LARGEST;
use crate::cmd::new_file::create;
use crate::import::{Draft, Origin};

/// What became of an article.
#[derive(Debug)]
pub(super) struct Done {
    /// Its file.
    pub(super) path: PathBuf,
    pub(super) state: State,
    /// Other files that were written, or not: a line each.
    pub(super) also: Vec<String>,
}

impl Done {
    /// An article to which nothing happened.
    pub(super) fn nothing(path: PathBuf, state: State) -> Self {
        Self { path, state, also: Vec::new() }
    }
}

/// Whether an article was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    Written,
    WouldBeWritten,
    /// An article that was there got what is new in its source.
    Updated,
    WouldBeUpdated,
    /// Its source has nothing new.
    Unchanged,
    /// Why not, as a sentence.
    NotWritten(String),
}

/// Writes articles into one site.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    content: &'a Path,
    dry_run: DryRun,
    outlets: Outlets,
    /// Files that this run has written, or would have.
    taken: BTreeSet<PathBuf>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(content: &'a Path, dry_run: DryRun) -> Self {
        Self { content, dry_run, outlets: Outlets::of(content), taken: BTreeSet::new() }
    }

    /// Writes an article, a file for each outlet that the site does not know, and the pictures that lie beside the
    /// source in the folder `beside`.
    pub(super) fn article(&mut self, slug: &str, draft: &Draft, beside: Option<&Path>) -> Done {
        let path = self.content.join("articles").join(slug).join("article.md");
        let mut also = Vec::new();
        let state = if self.taken.contains(&path) {
            State::NotWritten("another article of this import has this name".to_owned())
        } else if self.dry_run == DryRun::Yes {
            if path.exists() { State::NotWritten("it exists already".to_owned()) } else { State::WouldBeWritten }
        } else {
            match self.write(&path, draft, &mut also) {
                Ok(()) => State::Written,
                Err(error) => State::NotWritten(format!("{error:#}")),
            }
        };
        if state == State::Written {
            also.extend(self.attachments(draft, beside, &path));
        }
        if !matches!(state, State::NotWritten(_)) {
            self.taken.insert(path.clone());
        }
        Done { path, state, also }
    }

    fn write(&mut self, path: &Path, draft: &Draft, also: &mut Vec<String>) -> anyhow::Result<()> {
        let (outlet, via, stubs) = self.ids(draft);
        let text = draft.article_md(outlet.as_deref(), via.as_deref(), &draft.from);
        create(path, text.as_bytes(), self.content)?;
        also.extend(self.add_outlets(stubs));
        Ok(())
    }

    /// The ids of a draft's outlet and of who republished it, and files for those that the site does not know.
    pub(super) fn ids(&self, draft: &Draft) -> (Option<String>, Option<String>, Vec<Stub>) {
        let mut stubs = Vec::new();
        let outlet = draft.outlet.as_deref().map(|name| self.outlets.id(name, &mut stubs));
        let via = draft.via.as_deref().map(|name| self.outlets.id(name, &mut stubs));
        (outlet, via, stubs)
    }

    /// Writes files for outlets that the site does not know; gives a line for each.
    pub(super) fn add_outlets(&mut self, stubs: Vec<Stub>) -> Vec<String> {
        let mut also = Vec::new();
        for (id, name, yaml) in stubs {
            let stub = self.content.join("outlets").join(format!("{id}.yaml"));
            also.push(match create(&stub, yaml.as_bytes(), self.content) {
                Ok(()) => format!("{}: written, holds only the name: add its address and country", stub.display()),
                Err(error) => format!("{}: not written, nothing was changed: {error:#}", stub.display()),
            });
            self.outlets.add(id, name);
        }
        also
    }

    /// Writes the files that belong beside an article; gives a line for each that could not be written.
    fn attachments(&self, draft: &Draft, beside: Option<&Path>, article: &Path) -> Vec<String> {
        let mut lines = Vec::new();
        for attachment in &draft.attachments {
            let path = article.with_file_name(&attachment.name);
            let bytes = match &attachment.origin {
                Origin::Bytes(bytes) => Ok(bytes.clone()),
                Origin::File(name) => picture(beside, name),
            };
            let written = bytes.and_then(|bytes| Ok(create(&path, &bytes, self.content)?));
            if let Err(error) = written {
                lines.push(format!("{}: not written: {error:#}", path.display()));
            }
        }
        lines
    }
}

/// The bytes of a file below the source's folder. A link on disk may lead out of it.
pub(super) fn picture(beside: Option<&Path>, name: &str) -> anyhow::Result<Vec<u8>> {
    let folder = beside.context("a page from the network comes without its pictures")?;
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let path = folder.join(name);
    let real = path.canonicalize().with_context(|| format!("cannot read {}", path.display()))?;
    if !real.starts_with(folder.canonicalize()?) {
        bail!("{} is a link that leads out of its folder", path.display());
    }
    let mut bytes = Vec::new();
    File::open(&real)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        bail!("{} is larger than {} MiB", path.display(), LARGEST / 1024 / 1024);
    }
    Ok(bytes)
}
