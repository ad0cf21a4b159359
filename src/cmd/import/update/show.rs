//! What an update changes, for people and for programs.

use serde_json::{Value, json};

use super::proposal::{Proposal, Refused};
use crate::cmd::carry::words::{count, difference, in_short};
use crate::import::update::{FieldChange, Text, Winner};

/// What would change, before anybody is asked.
pub(in crate::cmd::import) fn proposed(proposal: &Proposal) -> String {
    let mut lines = format!("{}: new in the source\n", proposal.path.display());
    lines += &fields(&proposal.fields);
    match proposal.text {
        Text::Merged => lines += &row("text", "edited here and in the source: merged"),
        Text::Kept => lines += &row("text", "kept as you wrote it; the source's is marked as seen"),
        Text::Replaced if proposal.paragraphs.is_empty() => {
            lines += &row("text", "is the source's");
        }
        Text::AsBefore | Text::Replaced => {}
    }
    for change in &proposal.paragraphs {
        lines += &row(&format!("line {}", change.line), &difference(&change.before, &change.after));
    }
    for (path, bytes) in &proposal.pictures.new {
        lines += &row("picture", &format!("{}, {}", path.display(), count(bytes.len(), "byte", "bytes")));
    }
    lines += &remarks(proposal);
    lines.extend(proposal.carried.iter().map(String::as_str));
    if !proposal.left.is_empty() {
        let notes = count(proposal.left.len(), "note", "notes");
        lines.extend([&*notes, " left for you, for the new text lacks the words:\n"]);
        lines.extend(proposal.left.iter().map(String::as_str));
    }
    lines
}

/// An article whose source has nothing new.
pub(in crate::cmd::import) fn unchanged(proposal: &Proposal) -> String {
    let path = proposal.path.display();
    format!("{path}: nothing new in the source\n{}{}", fields(&proposal.fields), remarks(proposal))
}

/// What both sides say, where that keeps an article from being updated.
pub(in crate::cmd::import) fn refused(refused: &Refused) -> String {
    let mut lines = String::new();
    for conflict in &refused.conflicts {
        lines += &row("here", &difference(&conflict.base, &conflict.mine));
        lines += &row("source", &difference(&conflict.base, &conflict.source));
    }
    lines
}

fn row(name: &str, value: &str) -> String {
    format!("  {name:<11}{value}\n")
}

fn remarks(proposal: &Proposal) -> String {
    proposal.pictures.remarks.iter().flat_map(|remark| [remark.as_str(), "\n"]).collect()
}

fn fields(fields: &[FieldChange]) -> String {
    let line = |field: &FieldChange| {
        let words = |text: &str| in_short(&text.replace('\n', ", "));
        let before = field.before.as_deref().unwrap_or_default();
        let value = match field.winner {
            Winner::Source => difference(&before.replace('\n', ", "), &field.source.replace('\n', ", ")),
            Winner::Person if before.is_empty() => {
                format!("stays taken out; the source says “{}”", words(&field.source))
            }
            Winner::Person => format!("stays “{}”; the source says “{}”", words(before), words(&field.source)),
        };
        row(field.key, &value)
    };
    fields.iter().map(line).collect()
}

/// The same for programs: the key `update` of an article.
pub(in crate::cmd::import) fn value(proposal: &Proposal) -> Value {
    let field = |field: &FieldChange| {
        let kept = if field.winner == Winner::Source { "source" } else { "article" };
        json!({"field": field.key, "before": field.before, "source": field.source, "kept": kept})
    };
    let bare = |lines: &Vec<String>| -> Vec<String> {
        lines.iter().map(|lines| anstream::adapter::strip_str(lines).to_string().trim_end().to_owned()).collect()
    };
    let text = match proposal.text {
        Text::AsBefore => "as-before",
        Text::Replaced => "replaced",
        Text::Merged => "merged",
        Text::Kept => "kept",
    };
    json!({
        "fields": proposal.fields.iter().map(field).collect::<Vec<_>>(),
        "text": text,
        "paragraphs": proposal.paragraphs.iter()
            .map(|change| json!({"line": change.line, "before": change.before, "after": change.after}))
            .collect::<Vec<_>>(),
        "pictures": proposal.pictures.new.iter().map(|(path, _)| path.display().to_string()).collect::<Vec<_>>(),
        "notes_carried": bare(&proposal.carried),
        "notes_left": bare(&proposal.left),
    })
}

impl Refused {
    /// What both sides say, for programs.
    pub(in crate::cmd::import) fn value(&self) -> Value {
        let conflicts = self.conflicts.iter();
        let conflicts = conflicts.map(|one| json!({"base": one.base, "here": one.mine, "source": one.source}));
        json!({"conflicts": conflicts.collect::<Vec<_>>()})
    }
}
