//! What was found, on the terminal.

use std::io::{self, Write};

use super::finding::{Finding, Proposal, Todo, Way};
use super::known::{When, Why};
use super::subject::Subject;
use super::words::{difference, in_short};
use crate::diag::{SourceMap, Span};
use crate::model::anchor::{Fit, Guess, Placement};
use crate::model::note::AnchorHint;
use crate::text::TextRange;
use crate::text::one_line;

/// Places of an ambiguous quote that are shown; more help nobody.
const SHOWN: usize = 5;

/// Most characters of the words before a place that are shown to tell it from others.
const TELLING: usize = 64;

/// Prints a finding: a line for what needs no thought, a few for the rest, nothing for what fits.
///
/// # Errors
/// When the stream is closed.
pub(in crate::cmd) fn finding(out: &mut impl Write, finding: &Finding<'_>, sources: &SourceMap) -> io::Result<()> {
    let subject = &finding.subject;
    let at = place(sources, subject.span(sources));
    match &finding.todo {
        Todo::Nothing | Todo::GivenUp => Ok(()),
        Todo::Refresh(proposal) => writeln!(out, "{at}: {}", refreshed(subject, proposal)),
        Todo::Change(proposal) => {
            writeln!(out, "{at}: {}, {}", state(subject.placement), way(&finding.way, proposal))?;
            let text = &subject.article.body.text;
            let new = proposal.restated.quote.as_deref().unwrap_or(subject.words);
            writeln!(out, "  {}", difference(subject.words, new))?;
            if proposal.restated.quote.is_none() {
                writeln!(out, "  the same words; what stands around them is stored anew")?;
            }
            writeln!(out, "  {}", in_article(subject, sources, proposal.place, text.slice(proposal.place)).0)
        }
        Todo::Choose(places) => choices(out, &at, subject, places, sources),
        Todo::Look(guess) => orphan(out, &at, finding, *guess, sources),
    }
}

fn choices(
    out: &mut impl Write,
    at: &str,
    subject: &Subject<'_>,
    places: &[TextRange],
    sources: &SourceMap,
) -> io::Result<()> {
    let words = in_short(subject.words);
    match places.len() {
        1 => writeln!(out, "{at}: ambiguous, the words around “{words}” do not tell this place from others")?,
        count => writeln!(out, "{at}: ambiguous, “{words}” may be meant in {count} places")?,
    }
    let text = subject.article.body.text.as_str();
    for &place in places.iter().take(SHOWN) {
        let (line, _) = in_article(subject, sources, place, "");
        writeln!(out, "  {line}  prefix: {:?}", telling(text, place, places))?;
    }
    if places.len() > SHOWN {
        writeln!(out, "  … and {} more", places.len() - SHOWN)?;
    }
    writeln!(out, "  say which is meant: quote more words, or write its prefix into `anchor`")
}

fn orphan(
    out: &mut impl Write,
    at: &str,
    finding: &Finding<'_>,
    guess: Option<Guess>,
    sources: &SourceMap,
) -> io::Result<()> {
    let subject = &finding.subject;
    let why = match &finding.way {
        Way::Lost(when) | Way::Carried(when) => format!("the words that stood there in {} are gone", since(when)),
        Way::Alone(why) => format!("the words are not in the article{}", because(*why)),
    };
    writeln!(out, "{at}: orphan, {why}")?;
    writeln!(out, "  “{}”", in_short(subject.words))?;
    if let Some(guess) = guess.filter(Guess::is_likely) {
        let (line, words) = in_article(subject, sources, guess.range, subject.article.body.text.slice(guess.range));
        writeln!(out, "  perhaps, score {:.2}: “{words}”\n  {line}", guess.score.value())?;
    }
    writeln!(out, "  copy the words anew, or say that they are gone for good: `orphan: {{since: …, reason: …}}`")
}

/// What the matcher made of the quote before: what `check` and the page say.
fn state(placement: &Placement) -> &'static str {
    match placement {
        Placement::Anchored(anchor) => match anchor.fit {
            Fit::Exact => "taken for other words",
            Fit::Moved(_) => "moved",
            Fit::Approximate(_) => "approximate",
        },
        Placement::Ambiguous(_) => "ambiguous",
        Placement::Orphan(_) | Placement::Whole => "orphan",
    }
}

fn way(way: &Way, proposal: &Proposal) -> String {
    let score = proposal.score.value();
    match way {
        Way::Carried(when) => format!("{score:.2} of its words carried by the diff since {}", since(when)),
        Way::Lost(when) => {
            format!("score {score:.2}, found by its words: the diff since {} lost them", since(when))
        }
        Way::Alone(why) => format!("score {score:.2}, found by its words{}", because(*why)),
    }
}

fn because(why: Why) -> String {
    match why {
        Why::NotNeeded => String::new(),
        Why::NoGit => " (no old text)".to_owned(),
        Why::NotCommitted => " (no old text: the article is not committed)".to_owned(),
        Why::Shallow => " (no old text in this shallow clone: `git fetch --unshallow` gets the rest)".to_owned(),
        Why::InNone(1) => " (the one committed version of the article is not the text that it was made on)".to_owned(),
        Why::InNone(count) => {
            format!(" (none of {count} committed versions of the article is the text that it was made on)")
        }
    }
}

fn since(when: &When) -> String {
    match when {
        When::Commit { commit, date } => format!("{commit} of {date}"),
        #[cfg(feature = "import")]
        When::BeforeImport => "the text before this import".to_owned(),
    }
}

/// What is stored anew for words that stand where they stood.
fn refreshed(subject: &Subject<'_>, proposal: &Proposal) -> String {
    let (old, new) = (subject.anchor, &proposal.restated.anchor);
    let sides = old.prefix.is_some() && old.suffix.is_some();
    match (old.position, new.position) {
        _ if *old == AnchorHint::default() => "the words stand; `anchor` is added".to_owned(),
        (Some(old), Some(new)) if sides => format!("the words stand; position {old} is now {new}"),
        _ => "the words stand; `anchor` is completed".to_owned(),
    }
}

/// A place in the article's file, and its words in short.
fn in_article(subject: &Subject<'_>, sources: &SourceMap, range: TextRange, words: &str) -> (String, String) {
    let body = &subject.article.body;
    let bytes = body.text.source_range(range);
    (place(sources, Span { source: body.source, start: bytes.start, end: bytes.end }), in_short(words))
}

/// `path:line:column`.
pub(in crate::cmd) fn place(sources: &SourceMap, span: Span) -> String {
    let at = sources.line_column(span);
    format!("{}:{}:{}", sources.path(span.source), at.line, at.column)
}

/// The fewest words before a place that do not stand before any of the others; as many as help where none are enough.
fn telling(text: &str, place: TextRange, others: &[TextRange]) -> String {
    let before = &text[..place.start as usize];
    let rivals: Vec<&str> = others.iter().filter(|other| **other != place).map(|o| &text[..o.start as usize]).collect();
    let starts = before
        .char_indices()
        .rev()
        .take(TELLING)
        .filter(|(at, c)| !c.is_whitespace() && before[..*at].chars().next_back().is_none_or(char::is_whitespace));
    let mut told = "";
    for (at, _) in starts {
        told = &before[at..];
        if !rivals.iter().any(|rival| rival.ends_with(told)) {
            break;
        }
    }
    one_line(told)
}
