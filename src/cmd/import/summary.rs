//! What came of an import, in numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::inputs::Inputs;
use super::options::DryRun;

/// Counts of one import.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    r#type: &'static str,
    /// Sources that were looked at.
    pub(super) sources: usize,
    /// Articles that were written, or would be.
    pub(super) written: usize,
    /// Those of them with an unsure field.
    pub(super) with_doubts: usize,
    /// Articles that got what is new in their source, or would.
    pub(super) updated: usize,
    /// Articles whose source has nothing new.
    pub(super) unchanged: usize,
    pub(super) not_written: usize,
    /// Items and chapters that are no article.
    pub(super) skipped: usize,
    /// Sources that gave nothing, by the reason.
    pub(super) not_read: BTreeMap<&'static str, usize>,
}

/// A summary with the files of folders that were not looked at.
#[derive(Debug, Serialize)]
pub(super) struct Counted<'a> {
    #[serde(flatten)]
    summary: &'a Summary,
    passed_over: &'a BTreeMap<String, usize>,
}

impl Summary {
    pub(super) fn new() -> Self {
        Self {
            r#type: "summary",
            sources: 0,
            written: 0,
            with_doubts: 0,
            updated: 0,
            unchanged: 0,
            not_written: 0,
            skipped: 0,
            not_read: BTreeMap::new(),
        }
    }

    pub(super) fn counted<'a>(&'a self, passed_over: &'a BTreeMap<String, usize>) -> Counted<'a> {
        Counted { summary: self, passed_over }
    }

    /// For a person: the counts where there was more than one source or article, and what to do next.
    pub(super) fn told(&self, inputs: &Inputs, dry_run: DryRun) -> String {
        let mut told = Vec::new();
        if inputs.folders > 0 || self.sources > 1 || self.articles() > 1 {
            told.push(self.line(dry_run));
            if !inputs.passed.is_empty() {
                told.push(format!("passed over in folders: {}\n", listed(&inputs.passed)));
            }
        }
        if self.written + self.updated > 0 && dry_run == DryRun::No {
            told.push("next: read what is unsure, then run `postil check`\n".to_owned());
        }
        told.concat()
    }

    fn articles(&self) -> usize {
        self.written + self.updated + self.unchanged + self.not_written
    }

    fn line(&self, dry_run: DryRun) -> String {
        let would = if dry_run == DryRun::Yes { " would be" } else { "" };
        let mut parts = vec![format!(
            "{} from {}: {}{would} written, {} with doubts",
            counted(self.articles(), "article"),
            counted(self.sources, "source"),
            self.written,
            self.with_doubts
        )];
        let updated = format!("{}updated", would.trim_start().to_owned() + if would.is_empty() { "" } else { " " });
        let more = [
            (self.updated, &*updated),
            (self.unchanged, "with nothing new"),
            (self.not_written, "not written"),
            (self.skipped, "items passed over"),
        ];
        parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
        let not_read: usize = self.not_read.values().sum();
        if not_read > 0 {
            parts.push(format!("{} without one ({})", counted(not_read, "source"), listed(&self.not_read)));
        }
        parts.join(", ") + "\n"
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn listed(counts: &BTreeMap<impl AsRef<str>, usize>) -> String {
    let parts: Vec<String> = counts.iter().map(|(what, count)| format!("{count} {}", what.as_ref())).collect();
    parts.join(", ")
}
