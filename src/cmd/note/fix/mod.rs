//! `postil note fix`: notes whose article was edited get selectors that fit again.
//!
//! ```text
//! quote ([`subject`]) ─ its place by its words: the same between the stored ones ──────────▶ fits, or is refreshed
//!                     └ else the text on which it was made, from git ([`history`])
//!                         ├ carried over by the diff of both texts ─┐
//!                         └ found by its words                      ├ [`finding`] ▶ change, choose or look
//!                                                                   ┘
//! shown ─ decided ([`decide`]) ─ written ([`apply`]) ─ told ([`tell`])
//! ```
//!
//! What `import --update` does with quotes as well is in [`carry`](crate::cmd::carry).

mod apply;
mod decide;
mod history;
mod tell;

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use self::apply::Applied;
use self::decide::{Mode, decide};
use self::history::History;
use self::tell::{Rest, tell};
use crate::cli::NoteFix;
use crate::cmd::carry::finding::{self, Finding, Todo};
use crate::cmd::carry::subject;
use crate::cmd::{PROBLEMS, report, site};
use crate::config::Config;
use crate::diag::{Diagnostics, Severity, SourceMap};
use crate::model::anchor::Anchored;
use crate::pipeline::anchor::Text;
use crate::text::nearest;

/// Makes the notes of the articles that were named fit again.
///
/// # Errors
/// When the site can't be read, an article is not there, or a file can't be written.
pub(super) fn run(root: &Path, args: &NoteFix) -> anyhow::Result<ExitCode> {
    let (config, anchored, diagnostics) = site::anchored(root)?;
    let sources = &anchored.library.sources;
    let wanted = articles(&anchored, &args.articles)?;
    let unread = unread(diagnostics, sources)?;
    let findings = findings(root, &anchored, &wanted, &config)?;
    let mode = mode(args);
    let decided = decide(&findings, mode, args.min_score, sources)?;
    let applied = match mode {
        Mode::Show => Applied { left: decided.accepted.len(), ..Applied::default() },
        Mode::Ask | Mode::Write => apply::apply(root, &decided.accepted, sources, &config.limits)?,
    };
    for refused in &applied.refused {
        writeln!(anstream::stderr(), "{refused}")?;
    }
    let mut rest = Rest::of(&findings);
    rest.changes = decided.left + applied.left;
    tell(mode, args, &applied, &rest)?;
    let clean = rest.is_nothing() && unread == 0;
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

/// The numbers of the articles that are meant: by name, by folder or by file.
fn articles(anchored: &Anchored, names: &[String]) -> anyhow::Result<Vec<usize>> {
    let library = &anchored.library;
    if names.is_empty() {
        return Ok((0..library.articles.len()).collect());
    }
    let number = |name: &String| {
        let mut parts = name.rsplit(['/', '\\']).filter(|part| !part.is_empty() && *part != "article.md");
        let slug = parts.next().unwrap_or_default();
        let Some(number) = library.article(slug) else {
            match nearest(slug, library.articles.iter().map(|article| article.slug.as_str())) {
                Some(near) => bail!("there is no article `{slug}`: did you mean `{near}`?"),
                None => bail!("there is no article `{slug}`: an article is named by its folder in content/articles"),
            }
        };
        Ok(number)
    };
    names.iter().map(number).collect()
}

/// Prints what kept files from being read; notes in them are not looked at.
fn unread(diagnostics: Diagnostics, sources: &SourceMap) -> anyhow::Result<usize> {
    let mut errors = diagnostics.sorted(sources);
    errors.retain(|problem| problem.severity == Severity::Error);
    report::to_stderr(&errors, sources)?;
    Ok(errors.len())
}

fn findings<'a>(
    root: &Path,
    anchored: &'a Anchored,
    wanted: &[usize],
    config: &'a Config,
) -> anyhow::Result<Vec<Finding<'a>>> {
    let library = &anchored.library;
    let (mut history, no_git) = History::of(root, library, config);
    let mut findings = Vec::new();
    for &number in wanted {
        let article = &library.articles[number];
        let text = Text::new(article.body.text.as_str());
        let subjects = subject::subjects(article, &anchored.placements[number]);
        let known = history.known(&subjects, &text)?;
        findings.extend(subjects.into_iter().zip(known).map(|(subject, known)| finding::judge(subject, known, &text)));
    }
    if let Some(error) = no_git.filter(|_| findings.iter().any(|f| matches!(f.todo, Todo::Change(_) | Todo::Look(_)))) {
        let error = format!("{error:#}");
        let first = error.lines().next().unwrap_or_default();
        writeln!(anstream::stderr(), "without old texts, notes are found by their words alone: {first}\n")?;
    }
    Ok(findings)
}

fn mode(args: &NoteFix) -> Mode {
    let on_a_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    match (args.yes, args.dry_run || !on_a_terminal) {
        (true, _) => Mode::Write,
        (false, true) => Mode::Show,
        (false, false) => Mode::Ask,
    }
}
