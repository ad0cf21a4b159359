//! One source → its articles, or why there are none. Runs on several threads.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Outcome;
use super::fetch::{self, Limits};
use super::inputs::Input;
use super::options::{Options, Wanted};
use crate::import::{self, Decision, Field, Skipped, Source, SourceKind, Unreadable};

/// Largest source, in bytes. A year of a weekly paper is some 10 MB; more is a mistake in the name.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;

/// A source that was looked at.
#[derive(Debug)]
pub(super) struct Loaded {
    /// Its path, address, or "standard input".
    pub(super) source: String,
    /// The folder in which files that belong to it may lie.
    pub(super) beside: Option<PathBuf>,
    /// Where a server has sent us, in order.
    pub(super) trail: Vec<String>,
    /// How long it took.
    pub(super) took: Duration,
    /// What was found.
    pub(super) found: Found,
}

/// What a source holds.
#[derive(Debug)]
pub(super) enum Found {
    /// Articles: those that are wanted, what is none, and how many there are.
    Articles(Vec<Wanted>, Vec<Skipped>, usize),
    /// Annotations, which need the whole site: the bytes, where they can't be read again.
    Export(Option<Vec<u8>>),
    /// Nothing.
    Nothing(Failure),
}

/// Why a source gave nothing.
#[derive(Debug)]
pub(super) struct Failure {
    /// A sentence.
    pub(super) why: String,
    /// In two words, to be counted.
    pub(super) kind: &'static str,
    /// What it counts for.
    pub(super) outcome: Outcome,
}

impl Failure {
    fn unread(kind: &'static str, why: &impl ToString) -> Self {
        Self { why: why.to_string(), kind, outcome: Outcome::Unread }
    }
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        let (kind, outcome) = match &error {
            Unreadable::Empty => ("empty", Outcome::NotWritten),
            Unreadable::NoArticle(_) => ("no article", Outcome::NotWritten),
            Unreadable::NotText(_) => ("not text", Outcome::Unread),
            Unreadable::TooLarge(..) => ("too large", Outcome::Unread),
            Unreadable::Annotations => ("of another kind", Outcome::Unread),
            Unreadable::Malformed(..) => ("broken", Outcome::Unread),
        };
        Self { why: error.to_string(), kind, outcome }
    }
}

/// Bytes with what is known of them.
struct Raw {
    bytes: Vec<u8>,
    /// Kept as `import.from`.
    name: String,
    kind: Option<SourceKind>,
    url: Option<String>,
}

/// Reads a source.
pub(super) fn read(input: &Input, options: &Options) -> Loaded {
    let started = Instant::now();
    let mut trail = Vec::new();
    let found = match raw(input, options, &mut trail) {
        Ok(raw) => articles(input, raw, options).unwrap_or_else(Found::Nothing),
        Err(failure) => Found::Nothing(failure),
    };
    let (source, beside) = match input {
        Input::Pipe => ("standard input".to_owned(), Some(PathBuf::new())),
        Input::Page(address) => (address.clone(), None),
        Input::File(path) | Input::Found(path) => (shown(path), path.parent().map(Path::to_owned)),
        Input::Nothing(path, _) => (shown(path), None),
    };
    Loaded { source, beside, trail, took: started.elapsed(), found }
}

fn raw(input: &Input, options: &Options, trail: &mut Vec<String>) -> Result<Raw, Failure> {
    let known = |bytes, name| Raw { bytes, name, kind: options.kind, url: options.url.clone() };
    match input {
        Input::Pipe => Ok(known(limited(io::stdin())?, "standard input".to_owned())),
        Input::File(path) | Input::Found(path) => {
            let file = File::open(path).map_err(|error| Failure::unread("can't be opened", &error))?;
            Ok(known(limited(file)?, shown(Path::new(path.file_name().unwrap_or(path.as_os_str())))))
        }
        Input::Page(address) => {
            let page = fetch::fetch(address, Limits::default(), trail);
            let page = page.map_err(|error| Failure::unread("not fetched", &error))?;
            let url = options.url.clone().unwrap_or(page.address);
            let hinted = Source { name: page.hint, bytes: &page.bytes, kind: options.kind, url: None };
            let kind = Some(hinted.kind());
            Ok(Raw { bytes: page.bytes, name: address.clone(), kind, url: Some(url) })
        }
        Input::Nothing(_, why) => Err(Failure::unread("can't be opened", why)),
    }
}

fn limited(from: impl io::Read) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| Failure::unread("can't be opened", &error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::unread("too large", &format!("larger than {} MiB: split it", LARGEST / 1024 / 1024)));
    }
    Ok(bytes)
}

fn articles(input: &Input, raw: Raw, options: &Options) -> Result<Found, Failure> {
    let source = Source { name: &raw.name, bytes: &raw.bytes, kind: raw.kind, url: raw.url.as_deref() };
    let kind = source.kind();
    if kind == SourceKind::Hypothesis {
        let again = matches!(input, Input::File(_) | Input::Found(_));
        return Ok(Found::Export((!again).then_some(raw.bytes)));
    }
    if let (Input::Found(path), SourceKind::Text) = (input, kind)
        && path.extension().is_some_and(|ending| ending == "xml" || ending == "json")
    {
        return Err(Failure {
            why: "it is neither a feed nor an export of annotations".to_owned(),
            kind: "of another kind",
            outcome: Outcome::NotWritten,
        });
    }
    let mut reading = import::read_all(&Source { kind: Some(kind), ..source })?;
    let total = reading.drafts.len();
    // Pages and feeds use the address themselves.
    if let ([draft], Some(url), SourceKind::Text | SourceKind::Markdown) =
        (reading.drafts.as_mut_slice(), &raw.url, kind)
    {
        draft.url = Some(url.clone());
        draft.unsure.retain(|field| *field != Field::Url);
        draft.decisions.insert(0, Decision { field: Field::Url, value: url.clone(), rule: "read from there", line: 0 });
    }
    let wanted = options.choose(&mut reading);
    let wanted = wanted.map_err(|why| Failure { why, kind: "nothing chosen", outcome: Outcome::NotWritten })?;
    Ok(Found::Articles(wanted, reading.skipped, total))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
