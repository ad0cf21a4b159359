//! A review as Markdown, for the description of a pull request or the summary of a workflow: what is wrong first, then
//! what changed; only sections that hold something; never longer than a forge takes ([`layout`]).
//!
//! Every word that an author may have written goes through [`escape`]; what is left is this module's own.

mod change;
mod escape;
mod layout;

use std::collections::BTreeMap;

use self::change::{count, fields, quoted, spaced, titled, words};
use self::escape::{code, text};
use self::layout::{Fold, Item, Section};
use super::{
    ArticleChange, At, ClaimChange, EntryChange, FieldChange, FileChange, Finding, NoteChange, PlaceChange, PlaceKind,
    Problem, Quoter, Review, SettingsThen, SiteThen, Status, TouchedNote,
};
use crate::diag::Severity;
use crate::model::anchor::Guess;

/// Characters of a commit's name that are shown.
const COMMIT: usize = 12;

/// The review as Markdown, ending with a line break.
#[must_use]
pub fn render(review: &Review) -> String {
    let counts = counts(review);
    let counts = if counts.is_empty() { "Nothing that postil reads was changed.".into() } else { counts.join(" · ") };
    let (verdicts, compared) = (verdicts(review), compared(review));
    let sections = layout::render(&sections(review));
    format!("**postil review: {verdicts}**\n\n{compared}\n\n{counts}\n{sections}")
}

fn sections(review: &Review) -> [Section; 8] {
    let section = |title, items: Vec<Item>| Section { title, intro: None, items, fold: Fold::WhereLong };
    [
        Section { fold: Fold::Never, ..section("Verdicts and histories", items(&review.findings, finding)) },
        section("Notes", items(&review.notes, note)),
        Section {
            intro: fix(&review.places.fix),
            ..section("Quotes whose place changed", items(&review.places.changed, place))
        },
        section("Articles", items(&review.articles, article)),
        section("Outlets, topics, events, editors, pages, settings", items(&review.entries, entry)),
        section("Claims", items(&review.claims, claim)),
        section("New problems", items(&review.problems.new, problem)),
        section(
            "Files outside of the content",
            items(&review.outside, |path| Item { head: code(path), lines: vec![] }),
        ),
    ]
}

fn items<T>(things: &[T], item: impl Fn(&T) -> Item) -> Vec<Item> {
    things.iter().map(item).collect()
}

/// The one thing to know.
fn verdicts(review: &Review) -> String {
    match (review.count(Severity::Error), review.count(Severity::Warning)) {
        (0, 0) => "no new problems".into(),
        (0, warnings) => number(warnings, "warning"),
        (errors, 0) => number(errors, "error"),
        (errors, warnings) => format!("{}, {}", number(errors, "error"), number(warnings, "warning")),
    }
}

fn compared(review: &Review) -> String {
    let base = &review.base;
    let short = |commit: &str| code(commit.get(..COMMIT).unwrap_or(commit));
    let mut line = format!(
        "Compared: the working tree, with all that is not committed yet, and commit {}, the merge base of `HEAD` ({}) and {}.",
        short(&base.commit),
        short(&base.head),
        code(&base.given)
    );
    if base.site == SiteThen::Absent {
        line += " The site was not there yet: everything is new.";
    } else if base.settings == SettingsThen::Todays {
        line += " Its `postil.yaml` was missing or could not be used; it was read with today's settings.";
    }
    line
}

fn counts(review: &Review) -> Vec<String> {
    let kinds = |noun: &str, statuses: Vec<Status>| {
        let mut tally: BTreeMap<Status, usize> = BTreeMap::new();
        for status in statuses {
            *tally.entry(status).or_default() += 1;
        }
        let parts: Vec<String> = tally.iter().map(|(status, n)| format!("{n} {}", status.label())).collect();
        (!parts.is_empty()).then(|| format!("{noun}: {}", parts.join(", ")))
    };
    let some = |n: usize, told: String| (n > 0).then_some(told);
    let (places, gone) = (&review.places, review.problems.gone);
    let list = [
        kinds("notes", review.notes.iter().map(|change| change.status).collect()),
        some(places.changed.len(), format!("{} with another place", number(places.changed.len(), "quote"))),
        some(places.moved, format!("{} moved with the text around", number(places.moved, "quote"))),
        kinds("articles", review.articles.iter().map(|change| change.status).collect()),
        kinds("entries", review.entries.iter().map(|change| change.status).collect()),
        some(review.claims.len(), format!("{} touched", number(review.claims.len(), "claim"))),
        some(gone, format!("{} solved", number(gone, "problem"))),
    ];
    list.into_iter().flatten().collect()
}

fn finding(finding: &Finding) -> Item {
    let thing = match (&finding.article, &finding.note, &finding.claim) {
        (Some(article), Some(note), _) => note_name(article, note),
        (_, _, Some(claim)) => format!("claim {}", code(claim)),
        _ => String::new(),
    };
    let severity = finding.severity.label();
    let head = format!("**{severity}** {thing}: {} {}", text_with_code(&finding.message), at(&finding.at));
    Item { head, lines: vec![format!("{} [{}]", text_with_code(finding.help), finding.code)] }
}

fn note(change: &NoteChange) -> Item {
    let (name, status, kind) = (note_name(&change.article, &change.note), change.status.label(), change.kind);
    let verdict = verdict(change.verdict_before.as_deref(), change.verdict.as_deref());
    let words = change.quote.as_deref().map_or("the whole article".into(), quoted);
    let head = format!("{name} {status}: {kind}{verdict}, on {words} {}", at(&change.at));
    let was = change.was.iter().map(|id| format!("its id was {}", code(id)));
    Item { head, lines: was.chain(fields(&but_verdict(&change.fields))).collect() }
}

fn place(change: &PlaceChange) -> Item {
    let who = match &change.by {
        Quoter::Note(id) => note_name(&change.article, id),
        Quoter::StanceToward(target) => format!("{}, stance toward {}", code(&change.article), code(target)),
    };
    let score = change.score.map_or(String::new(), |score| format!(" (score {score:.2})"));
    let now = change
        .after
        .as_deref()
        .filter(|_| change.score.is_none_or(|score| score >= f64::from(Guess::LIKELY)))
        .map(titled);
    let both = || words(change.before.as_deref().unwrap_or(&change.quote), change.after.as_deref().unwrap_or_default());
    let told = match (change.change, now) {
        (PlaceKind::Orphaned, Some(guess)) => format!("the words are gone; nearest to them: {guess}{score}"),
        (PlaceKind::Orphaned, None) => "the words are gone, and no others are much like them".to_owned(),
        (PlaceKind::Ambiguous, _) => {
            format!("the words stand in {} places, and nothing tells which is meant", change.places.unwrap_or(2))
        }
        (PlaceKind::Approximate, _) => format!("other words are taken for it{score}: {}", both()),
        (PlaceKind::Inside, _) => format!("what stands between its first and last words was edited: {}", both()),
        (PlaceKind::Context, _) => format!("the same words stand between other words{score}"),
        (PlaceKind::Right, _) => "it has a sure place again".to_owned(),
    };
    Item { head: format!("{who}, {}: {told} {}", quoted(&change.quote), at(&change.at)), lines: vec![] }
}

fn fix(articles: &[String]) -> Option<String> {
    const SHOWN: usize = 10;
    let commands: Vec<String> =
        articles.iter().take(SHOWN).map(|article| code(&format!("postil note fix {article}"))).collect();
    let more = articles.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and for {more} more articles") } else { String::new() };
    (!commands.is_empty()).then(|| {
        format!(
            "These notes were not touched, but their articles were. To find the words again, run {}{more}.",
            commands.join(", ")
        )
    })
}

fn article(change: &ArticleChange) -> Item {
    let notes = match change.status {
        Status::Added | Status::Withdrawn if change.notes > 0 => format!(", with {}", number(change.notes, "note")),
        _ => String::new(),
    };
    let head = format!(
        "{} {}: {}{notes} {}",
        code(&change.article),
        change.status.label(),
        titled(&change.title),
        at(&change.at)
    );
    let was = change.was.iter().map(|slug| format!("its folder was {}", code(slug)));
    let file = |file: &FileChange| format!("file {} {}", code(&file.name), file.status.label());
    let lines = was.chain(fields(&change.fields)).chain(change.words.map(count));
    Item { head, lines: lines.chain(change.files.iter().map(file)).collect() }
}

fn entry(change: &EntryChange) -> Item {
    let mut told = Vec::new();
    told.extend(change.was.iter().map(|id| format!("its id was {}", code(id))));
    told.extend(fields(&change.fields));
    told.extend(change.words.map(count));
    let told = if told.is_empty() { String::new() } else { format!("; {}", told.join("; ")) };
    let (kind, status) = (change.kind.label(), change.status.label());
    let head = format!("{kind} {} {status}: {}{told} {}", code(&change.id), titled(&change.label), at(&change.at));
    Item { head, lines: vec![] }
}

fn claim(change: &ClaimChange) -> Item {
    let passages = match (change.passages_before, change.passages) {
        (before, now) if before == now => number(now, "passage"),
        (before, now) => format!("{}, {before} before", number(now, "passage")),
    };
    let verdict = verdict(change.verdict_before.as_deref(), change.verdict.as_deref());
    let status = if change.status == Status::Same { String::new() } else { format!(" {}", change.status.label()) };
    let (text, at) = (titled(&change.text), at(&change.at));
    let head = format!("{}{status}: {text}{verdict}, {passages} {at}", code(&change.claim));
    let was = change.was.iter().map(|id| format!("its id was {}", code(id)));
    let note = |note: &TouchedNote| format!("note {} {}", note_name(&note.article, &note.note), note.status.label());
    let lines = was.chain(fields(&but_verdict(&change.fields))).chain(change.notes.iter().map(note));
    Item { head, lines: lines.collect() }
}

fn problem(problem: &Problem) -> Item {
    let at = problem.at.as_ref().map_or(String::new(), |place| format!(" {}", at(place)));
    let head = format!("**{}** {} [{}]{at}", problem.severity.label(), text_with_code(&problem.message), problem.code);
    Item { head, lines: problem.help.iter().map(|help| text_with_code(help)).collect() }
}

/// A message of postil: what stands between its backticks stays a code span, everything is escaped.
fn text_with_code(message: &str) -> String {
    let parts: Vec<&str> = message.split('`').collect();
    let codes = || parts.iter().skip(1).step_by(2);
    // An odd sign is an author's: then all of them are shown as they are.
    if parts.len().is_multiple_of(2) || codes().any(|part| part.trim().is_empty()) {
        return text(message);
    }
    let part = |(number, part): (usize, &&str)| if number % 2 == 1 { code(part) } else { spaced(part) };
    parts.iter().enumerate().map(part).collect()
}

fn note_name(article: &str, note: &str) -> String {
    code(&format!("{article}/{note}"))
}

/// `, verdict …` where there is or was one.
fn verdict(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (None, None) => String::new(),
        (Some(before), Some(after)) if before != after => format!(", verdict {} → {}", code(before), code(after)),
        (_, Some(only)) => format!(", verdict {}", code(only)),
        (Some(before), None) => format!(", verdict was {}", code(before)),
    }
}

/// The verdict stands in the line above.
fn but_verdict(changes: &[FieldChange]) -> Vec<FieldChange> {
    changes.iter().filter(|change| change.field != "verdict").cloned().collect()
}

fn at(at: &At) -> String {
    format!("({})", code(&format!("{}:{}", at.path, at.line)))
}

fn number(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
