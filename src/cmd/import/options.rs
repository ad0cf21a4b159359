//! What was typed, understood.

use std::collections::BTreeSet;
use std::io::IsTerminal as _;

use anyhow::bail;

use super::update::Mode;
use crate::cli::{Import, ImportFrom, ImportReport, Keep};
use crate::import::{Draft, Reading, Said, SourceKind, feed};
use crate::model::date::Date;

/// Whether an import only shows what it would write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DryRun {
    /// Files are written.
    No,
    /// Nothing is written.
    Yes,
}

/// Whether doubts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strict {
    /// They are reported.
    No,
    /// They also set the exit code.
    Yes,
}

/// What is wanted.
#[derive(Debug)]
pub(super) struct Options {
    /// The kind of all sources; `None` where each is to be told by itself.
    pub(super) kind: Option<SourceKind>,
    /// Where the source was read.
    pub(super) url: Option<String>,
    /// What the person says.
    pub(super) said: Said,
    /// Which of a source's articles are wanted, counted from 1; all where it is `None`.
    items: Option<BTreeSet<usize>>,
    /// The first day from which they are wanted.
    since: Option<Date>,
    /// Most words that are kept.
    excerpt: Option<usize>,
    pub(super) dry_run: DryRun,
    pub(super) report: ImportReport,
    pub(super) strict: Strict,
    /// Who is who in a Hypothesis export.
    pub(super) by: Vec<String>,
    /// How articles that are there are updated; `None` where none is.
    pub(super) update: Option<Update>,
}

/// How articles are updated.
#[derive(Debug)]
pub(super) struct Update {
    pub(super) mode: Mode,
    /// The article that the one source became.
    pub(super) article: Option<String>,
    /// Whose words stay where both sides edited them.
    pub(super) keep: Option<Keep>,
    /// Most words that a person says may be kept.
    pub(super) excerpt: Option<usize>,
}

impl Update {
    fn new(args: &Import) -> Option<Self> {
        let on_a_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let asks = on_a_terminal && args.report == ImportReport::Text;
        let mode = match (args.yes, args.dry_run) {
            (true, _) => Mode::Write,
            (_, true) => Mode::Show,
            _ if asks => Mode::Ask,
            _ => Mode::Unasked,
        };
        let excerpt = args.excerpt.map(std::num::NonZeroUsize::get);
        args.update.then(|| Self { mode, article: args.article.clone(), keep: args.keep, excerpt })
    }
}

/// An article that is wanted.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) draft: Draft,
    /// Its number in the source, counted from 1.
    pub(super) number: usize,
}

impl Options {
    /// # Errors
    /// When something typed can't be used.
    pub(super) fn new(args: &Import) -> anyhow::Result<Self> {
        let said = Said::read(args.set.iter().map(String::as_str))?;
        if let Some(url) = &args.url {
            // The same rule as for an address that is set.
            Said::read([format!("url={url}").as_str()])?;
        }
        if args.sources.len() > 1 && (args.url.is_some() || said.is_of_one()) {
            bail!("--url and --set title or url are for one source: import the others on their own");
        }
        if args.sources.len() > 1 && args.article.is_some() {
            bail!("--article is for one source: import the others on their own");
        }
        let update = Update::new(args);
        // Where nobody can be asked, nothing is written unasked.
        let shows = args.dry_run || update.as_ref().is_some_and(|update| update.mode == Mode::Unasked);
        Ok(Self {
            kind: args.from.map(kind),
            url: args.url.clone(),
            said,
            items: args.items.as_deref().map(feed::item_numbers).transpose()?,
            since: args.since,
            excerpt: args.excerpt.map(std::num::NonZeroUsize::get),
            dry_run: if shows { DryRun::Yes } else { DryRun::No },
            report: args.report,
            strict: if args.strict { Strict::Yes } else { Strict::No },
            by: args.by.clone(),
            update,
        })
    }

    /// The articles that are wanted, with what the person says of them, as much of them as is to be kept.
    ///
    /// # Errors
    /// When none is, or when what was said can be true of one only; as a sentence.
    pub(super) fn choose(&self, reading: &mut Reading) -> Result<Vec<Wanted>, String> {
        let total = reading.drafts.len();
        let all = (1..).zip(std::mem::take(&mut reading.drafts)).map(|(number, draft)| Wanted { draft, number });
        let mut wanted: Vec<Wanted> = all.filter(|one| self.wants(one)).collect();
        if wanted.is_empty() && total > 0 {
            return Err(format!("none of its {total} articles is asked for: see --items and --since"));
        }
        if wanted.len() > 1 && self.said.is_of_one() {
            let count = wanted.len();
            return Err(format!("it holds {count} articles, and a title or url is that of one: choose with --items"));
        }
        if wanted.len() > 1 && self.update.as_ref().is_some_and(|update| update.article.is_some()) {
            let count = wanted.len();
            return Err(format!("it holds {count} articles, and --article names one: choose with --items"));
        }
        for one in &mut wanted {
            self.said.apply(&mut one.draft);
            if let Some(words) = self.excerpt {
                one.draft.excerpt(words);
            }
        }
        Ok(wanted)
    }

    fn wants(&self, one: &Wanted) -> bool {
        self.items.as_ref().is_none_or(|items| items.contains(&one.number))
            && self.since.is_none_or(|day| feed::is_since(&one.draft, day))
    }
}

fn kind(typed: ImportFrom) -> SourceKind {
    match typed {
        ImportFrom::Text => SourceKind::Text,
        ImportFrom::Html => SourceKind::Html,
        ImportFrom::Mail => SourceKind::Mail,
        ImportFrom::Feed => SourceKind::Feed,
        ImportFrom::Markdown => SourceKind::Markdown,
        ImportFrom::Epub => SourceKind::Epub,
        ImportFrom::Hypothesis => SourceKind::Hypothesis,
    }
}
