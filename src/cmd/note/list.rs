//! `postil note list`: notes with their places.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};

use super::article;
use super::passage::Page;
use crate::cli::{Format, NoteList, State};
use crate::cmd::{PROBLEMS, site};
use crate::diag::human::visible;
use crate::diag::{Diagnostics, Severity, SourceMap};
use crate::model::anchor::{Anchored, Fit, Placement, Score};
use crate::model::article::Article;
use crate::model::id::Id;
use crate::model::note::{AnchorHint, Citation, Note};
use crate::model::vocabulary::Shows;
use crate::text::{TextRange, shortened};

/// Most characters of a quote in a line.
const LONGEST: usize = 60;

/// A note in the list.
struct Row<'a> {
    article: &'a Article,
    note: &'a Note,
    placement: &'a Placement,
    page: &'a Page<'a>,
}

/// Lists the notes of one article, or of the site at `root`, in reading order. Exit code 1 where some of them could not
/// be read.
///
/// # Errors
/// When the site can't be read, or the article is not in it.
pub(super) fn run(root: &Path, args: &NoteList) -> anyhow::Result<ExitCode> {
    let (_, anchored, diagnostics) = site::anchored(root)?;
    let library = &anchored.library;
    let chosen = args.article.as_deref().map(|typed| article::find(root, typed, library)).transpose()?;
    let pages: Vec<Page<'_>> = library.articles.iter().map(|article| Page::new(article, &library.sources)).collect();
    let rows = rows(&anchored, &pages, chosen, &args.states);
    match args.format {
        Format::Human => print(&rows, chosen)?,
        Format::Json => {
            let list: Vec<Value> = rows.iter().map(|row| entry(row, &library.sources)).collect();
            writeln!(anstream::stdout(), "{:#}", Value::from(list))?;
        }
    }
    if is_whole(&diagnostics, &library.sources, chosen.map(|at| &library.articles[at].slug)) {
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(anstream::stderr(), "notes may be missing: some files can't be read, and `postil check` says why")?;
    Ok(ExitCode::from(PROBLEMS))
}

fn rows<'a>(anchored: &'a Anchored, pages: &'a [Page<'a>], chosen: Option<usize>, states: &[State]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let articles = anchored.library.articles.iter().zip(&anchored.placements).zip(pages).enumerate();
    for (_, ((article, placements), page)) in articles.filter(|(at, _)| chosen.is_none_or(|chosen| chosen == *at)) {
        let notes = article.notes.iter().zip(&placements.notes);
        let row = |(note, placement)| Row { article, note, placement, page };
        let wanted = |row: &Row<'_>| states.is_empty() || states.contains(&state(row.placement));
        let mut found: Vec<Row<'_>> = notes.map(row).filter(wanted).collect();
        // Notes on the whole article first, those without a place last.
        let start = |placement| first(placement).map_or(u32::MAX, |range| range.start);
        found.sort_by_key(|row| (*row.placement != Placement::Whole, start(row.placement)));
        rows.extend(found);
    }
    rows
}

/// Whether every article and note was read, of those that are listed.
fn is_whole(diagnostics: &Diagnostics, sources: &SourceMap, chosen: Option<&Id>) -> bool {
    let folder = chosen.map_or_else(|| "content/articles/".to_owned(), |slug| format!("content/articles/{slug}/"));
    let errors = diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    !errors.filter_map(|problem| problem.span).any(|span| sources.path(span.source).starts_with(&folder))
}

/// One line a note, in columns. Their names stand above them on a terminal only, so that a pipe holds nothing but notes.
fn print(rows: &[Row<'_>], chosen: Option<usize>) -> io::Result<()> {
    let mut lines: Vec<[String; 6]> = rows.iter().map(|row| columns(row, chosen)).collect();
    if io::stdout().is_terminal() {
        if rows.is_empty() {
            return writeln!(anstream::stderr(), "no notes");
        }
        lines.insert(0, ["line", "note", "kind", "verdict", "state", "quote"].map(str::to_owned));
    }
    let widths: Vec<usize> =
        (0..5).map(|column| lines.iter().map(|line| line[column].len()).max().unwrap_or_default()).collect();
    let mut out = anstream::stdout().lock();
    for line in &lines {
        let padded: Vec<String> = line.iter().zip(&widths).map(|(text, &width)| format!("{text:width$}  ")).collect();
        writeln!(out, "{}", [&padded.concat(), &line[5]].map(String::as_str).concat().trim_end())?;
    }
    Ok(())
}

fn columns(row: &Row<'_>, chosen: Option<usize>) -> [String; 6] {
    let fields = &row.note.fields;
    let line = first(row.placement).map_or_else(|| "-".to_owned(), |range| row.page.line(range).to_string());
    let how = match row.placement {
        Placement::Ambiguous(places) => format!("ambiguous {}", places.len()),
        placement => match score(placement).filter(|_| state(placement) != State::Exact) {
            Some(score) => format!("{} {:.2}", name(state(placement)), score.value()),
            None => name(state(placement)).to_owned(),
        },
    };
    let quote = fields.quote.as_deref().filter(|words| !words.trim().is_empty());
    [
        if chosen.is_some() { line } else { format!("{}:{line}", row.article.slug) },
        row.note.id.to_string(),
        fields.kind.id().to_owned(),
        fields.verdict.as_ref().map_or("-", Id::as_str).to_owned(),
        how,
        quote.map_or_else(String::new, |words| format!("“{}”", visible(&shortened(words, LONGEST)))),
    ]
}

/// All that is known of a note; ranges count code points of the article's plain text, lines begin at 1.
fn entry(row: &Row<'_>, sources: &SourceMap) -> Value {
    let fields = &row.note.fields;
    let AnchorHint { prefix, suffix, position } = &fields.anchor;
    let place = |range: TextRange| place(row, range);
    json!({
        "article": row.article.slug.as_str(),
        "id": row.note.id.as_str(),
        "path": sources.path(row.note.origin.source),
        "kind": fields.kind.id(),
        "quote": fields.quote,
        "anchor": { "prefix": prefix, "suffix": suffix, "position": position },
        "verdict": fields.verdict.as_ref().map(Id::as_str),
        "claim": fields.claim.as_ref().map(Id::as_str),
        "treats": fields.claim.as_ref().map(|_| row.note.treats().id()),
        "language": fields.language,
        "body": fields.body,
        "sources": fields.sources.iter().map(citation).collect::<Vec<_>>(),
        "tags": fields.tags,
        "by": fields.by.as_str(),
        "created": fields.created.to_string(),
        "state": name(state(row.placement)),
        "score": score(row.placement).map(rounded),
        "place": row.placement.anchor().map(|anchor| place(anchor.range)),
        "places": match row.placement {
            Placement::Ambiguous(places) => places.iter().map(|&range| place(range)).collect(),
            _ => Vec::new(),
        },
        "guess": row.placement.guess().map(|guess| place(guess.range)),
    })
}

fn place(row: &Row<'_>, range: TextRange) -> Value {
    let text = &row.article.body.text;
    let points = text.code_points(range);
    json!({
        "path": row.page.path(),
        "line": row.page.line(range),
        "start": points.start,
        "end": points.end,
        "words": text.slice(range),
    })
}

fn citation(cited: &Citation) -> Value {
    json!({
        "title": cited.title,
        "author": cited.author,
        "publisher": cited.publisher,
        "url": cited.url.as_ref().map(ToString::to_string),
        "published": cited.published.map(|date| date.to_string()),
        "accessed": cited.accessed.map(|date| date.to_string()),
        "archived": cited.archived.as_ref().map(ToString::to_string),
        "shows": cited.shows.map(Shows::id),
    })
}

/// Where the note stands, or first might.
fn first(placement: &Placement) -> Option<TextRange> {
    match placement {
        Placement::Anchored(anchor) => Some(anchor.range),
        Placement::Ambiguous(places) => places.iter().min().copied(),
        Placement::Whole | Placement::Orphan(_) => None,
    }
}

fn state(placement: &Placement) -> State {
    match placement {
        Placement::Whole => State::Whole,
        Placement::Ambiguous(_) => State::Ambiguous,
        Placement::Orphan(_) => State::Orphan,
        Placement::Anchored(anchor) => match anchor.fit {
            Fit::Exact => State::Exact,
            Fit::Moved(_) => State::Moved,
            Fit::Approximate(_) => State::Approximate,
        },
    }
}

fn name(state: State) -> &'static str {
    match state {
        State::Exact => "exact",
        State::Moved => "moved",
        State::Approximate => "approximate",
        State::Ambiguous => "ambiguous",
        State::Orphan => "orphan",
        State::Whole => "whole",
    }
}

/// How sure the place is, or for an orphan the best guess.
fn score(placement: &Placement) -> Option<Score> {
    let anchored = placement.anchor().map(|anchor| anchor.fit.score());
    anchored.or(placement.guess().map(|guess| guess.score))
}

/// To four digits, as a decimal number and not as the nearest binary one.
fn rounded(score: Score) -> f64 {
    (f64::from(score.value()) * 10_000.0).round() / 10_000.0
}
