//! The new text of an article.

use super::base::NoBase;
use crate::cli::Keep;
use crate::import::update::{Known, Text};
use crate::text::{Merged, ParagraphChange, assembled, merge, paragraph_changes, same_paragraphs};

/// What becomes of the text.
#[derive(Debug, Clone)]
pub(super) enum Body {
    /// This, which may be the old one.
    New(Text, String),
    /// A person has to decide: why, and what both say.
    Conflict(String, Vec<Conflict>),
}

/// Paragraphs that a person and the source changed, each in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cmd::import) struct Conflict {
    pub(in crate::cmd::import) base: String,
    pub(in crate::cmd::import) mine: String,
    pub(in crate::cmd::import) source: String,
}

/// The text that stands there, what the record says of it, and the source's.
pub(super) struct Texts<'a> {
    pub(super) present: &'a str,
    pub(super) known: Known<'a>,
    pub(super) source: &'a str,
}

/// Decides about a text. `base` is asked for only where it is needed.
///
/// # Errors
/// Those of `base`.
pub(super) fn decide(
    texts: &Texts<'_>,
    keep: Option<Keep>,
    base: impl FnOnce() -> anyhow::Result<Result<String, NoBase>>,
) -> anyhow::Result<Body> {
    let Texts { present, known, source } = *texts;
    let as_it_is = |text| Body::New(text, present.to_owned());
    let same = same_paragraphs(present) == same_paragraphs(source);
    if same || known.has_seen(source) {
        return Ok(as_it_is(Text::AsBefore));
    }
    if known.is_untouched(present) {
        return Ok(replaced(present, source));
    }
    Ok(match (base()?, keep) {
        (Ok(base), keep) => merged(&base, present, source, keep),
        (Err(_), Some(Keep::Mine)) => as_it_is(Text::Kept),
        (Err(_), Some(Keep::Theirs)) => replaced(present, source),
        (Err(none), None) => {
            let why = format!("the text was edited here and in the source, and {}", none.why());
            Body::Conflict(why, Vec::new())
        }
    })
}

/// The source's text; paragraphs that are the same keep their bytes.
fn replaced(present: &str, source: &str) -> Body {
    Body::New(Text::Replaced, assembled(&merge(present, present, source), present, |_| ""))
}

fn merged(base: &str, present: &str, source: &str, keep: Option<Keep>) -> Body {
    let parts = merge(base, present, source);
    let conflicts: Vec<Conflict> = parts.iter().filter_map(conflict).collect();
    if keep.is_none() && !conflicts.is_empty() {
        return Body::Conflict("the same words were edited here and in the source".to_owned(), conflicts);
    }
    let text = assembled(&parts, present, |part| match (part, keep) {
        (Merged::Conflict { theirs, .. }, Some(Keep::Theirs)) => theirs,
        (Merged::Conflict { mine, .. }, _) => mine,
        (Merged::Settled(text), _) => text,
    });
    if same_paragraphs(&text) == same_paragraphs(source) {
        Body::New(Text::Replaced, text)
    } else if same_paragraphs(&text) != same_paragraphs(present) {
        Body::New(Text::Merged, text)
    } else {
        // Without a conflict the person has made the same changes: there is nothing to write down.
        Body::New(if conflicts.is_empty() { Text::AsBefore } else { Text::Kept }, present.to_owned())
    }
}

fn conflict(part: &Merged) -> Option<Conflict> {
    match part {
        Merged::Settled(_) => None,
        Merged::Conflict { base, mine, theirs } => {
            Some(Conflict { base: base.clone(), mine: mine.clone(), source: theirs.clone() })
        }
    }
}

/// The paragraphs that change, with their lines in the file.
pub(super) fn changes(file: &str, body_start: usize, new: &str) -> Vec<ParagraphChange> {
    let above = file[..body_start].matches('\n').count();
    let mut changes = paragraph_changes(&file[body_start..], new);
    for change in &mut changes {
        change.line += above;
    }
    changes
}
