//! The report for people.

use super::columns;
use super::options::{DryRun, Wanted};
use super::write::{Done, State};
use crate::import::{Draft, Skipped, visible};
use crate::model::vocabulary::TextKind;

/// What a whole text without a permission is asked.
const RIGHTS: &str =
    "whole text, and nobody says that it may be shown here: give --set rights=…, or keep less with --excerpt 120";

/// What the report asks of the person, if it does.
pub(super) fn asks(draft: &Draft) -> Option<&'static str> {
    let full = draft.text.unwrap_or(TextKind::Full) == TextKind::Full;
    (full && draft.rights.is_none()).then_some(RIGHTS)
}

/// What became of an article and why.
pub(super) fn article(one: &Wanted, of: usize, done: &Done, dry_run: DryRun) -> String {
    let row = |name: &str, value: &str| format!("  {name:<11}{value}\n");
    let mut lines = vec![outcome(done)];
    if of > 1 {
        lines.push(row("item", &format!("{} of {of}", one.number)));
    }
    lines.push(one.draft.report());
    lines.extend(asks(&one.draft).map(|asked| row("rights", asked)));
    if dry_run == DryRun::Yes {
        let width = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
        lines.push(columns::show(&one.draft, width));
    }
    lines.concat()
}

/// What became of an article, and of the files beside it.
pub(super) fn outcome(done: &Done) -> String {
    let path = done.path.display();
    let line = match &done.state {
        State::Written => format!("{path}: written\n"),
        State::WouldBeWritten => format!("{path}: would be written\n"),
        State::Updated => format!("{path}: updated\n"),
        State::WouldBeUpdated => format!("{path}: would be updated\n"),
        State::Unchanged => String::new(),
        State::NotWritten(why) => format!("{path}: not written, nothing was changed: {why}\n"),
    };
    let also = done.also.iter().flat_map(|line| [line.as_str(), "\n"]);
    [line.as_str()].into_iter().chain(also).collect()
}

/// An item or chapter that is no article.
pub(super) fn skipped(source: &str, skipped: &Skipped) -> String {
    let title = if skipped.title.is_empty() { String::new() } else { format!(" ({})", visible(&skipped.title)) };
    format!("{source}: {}{title}: passed over: {}\n", visible(&skipped.place), visible(&skipped.why))
}

/// A source that gave nothing, or something that happened to it.
pub(super) fn remark(source: &str, remark: &str) -> String {
    format!("{source}: {remark}\n")
}
