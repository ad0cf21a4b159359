//! The text in which a person writes a note in their own editor: YAML whose comments explain each key.

use std::fmt::Write;

use super::draft::Draft;
use crate::diag::human::visible;
use crate::model::entity::{Claim, Entry};
use crate::model::id::Id;
use crate::model::scale::Scale;
use crate::model::vocabulary::{NoteKind, Treats};
use crate::text::shortened;
use crate::yaml::{block, scalar};

/// Most claims that are listed.
const CLAIMS: usize = 40;

/// What the comments tell of the site.
pub struct About<'a> {
    /// Where the schema of notes lies, for editors that know it; the form is not in the site's folder.
    pub schema: Option<&'a str>,
    /// The article's headline.
    pub title: &'a str,
    /// The path of its file.
    pub path: &'a str,
    /// The site's verdicts.
    pub scale: &'a Scale,
    /// Its claims, those that the article's notes name first.
    pub claims: &'a [&'a Entry<Claim>],
    /// Its editors.
    pub editors: &'a [&'a Id],
    /// Whether the note quotes words.
    pub target: Target,
}

/// What the note is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Words of the article.
    Words,
    /// The whole article.
    Whole,
}

/// The text, with what is known of the note filled in.
#[must_use]
pub fn template(draft: &Draft, about: &About<'_>) -> String {
    let mut text = about.schema.map(|path| format!("# yaml-language-server: $schema={path}\n")).unwrap_or_default();
    head(&mut text, about);
    let kinds: Vec<&str> = NoteKind::ALL.iter().map(|kind| kind.id()).collect();
    comment(&mut text, &format!("What the note does: {}.", kinds.join(" | ")));
    line(&mut text, "kind", draft.kind.map(NoteKind::id).unwrap_or_default());
    quote(&mut text, draft, about.target);
    verdict(&mut text, draft, about);
    claim(&mut text, draft, about);
    comment(&mut text, "The note: Markdown, as long as it needs to be, indented by two spaces.");
    line(&mut text, "body", &draft.body.as_deref().map_or_else(|| "|\n  ".to_owned(), block));
    sources(&mut text, draft);
    let editors: Vec<&str> = about.editors.iter().map(|id| id.as_str()).collect();
    let editors = if editors.is_empty() { "an id in content/editors".to_owned() } else { editors.join(" | ") };
    comment(&mut text, &format!("Who writes it: {editors}."));
    line(&mut text, "by", draft.by.as_ref().map(Id::as_str).unwrap_or_default());
    let _ = writeln!(text, "created: {}", draft.created);
    text
}

/// Lines of `text` that begin with `#` and were not in the template: its author's own.
#[must_use]
pub fn own_comments<'a>(template: &str, text: &'a str) -> Vec<&'a str> {
    let ours =
        |line: &&str| line.starts_with('#') && !template.lines().any(|known| known.trim_end() == line.trim_end());
    text.lines().filter(ours).map(str::trim_end).collect()
}

/// Whether nothing was written: the template as it was, or nothing but comments.
#[must_use]
pub fn is_untouched(template: &str, text: &str) -> bool {
    let said = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim_end);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
    };
    let now = said(text);
    now.is_empty() || now == said(template)
}

fn head(text: &mut String, about: &About<'_>) {
    let title = visible(&shortened(about.title, 80));
    let _ = writeln!(text, "# A note on “{title}” ({}).", about.path);
    text.push_str("# Save this file and close the editor to add it; leave it as it is, or empty, to add none.\n");
    text.push_str("# These comments are left out of the note. Take away the `# ` before a key to use it.\n");
}

fn quote(text: &mut String, draft: &Draft, target: Target) {
    if target == Target::Whole {
        return comment(text, "The note is on the whole article: it has no `quote`.");
    }
    comment(
        text,
        "The words that it is about, copied from the article, as a reader sees them. Indent them by two spaces.",
    );
    comment_on(text, "Long passages: first words … last words. Without this key the note is on the whole article.");
    line(text, "quote", &draft.quote.as_deref().map_or_else(|| "|-\n  ".to_owned(), block));
}

fn verdict(text: &mut String, draft: &Draft, about: &About<'_>) {
    if about.scale.levels.is_empty() && draft.verdict.is_none() {
        return;
    }
    comment(text, "A fact-check's verdict:");
    for level in &about.scale.levels {
        comment_on(text, &format!("  {}: {}", level.id, shortened(&level.definition, 100)));
    }
    optional(text, "verdict", draft.verdict.as_ref().map(Id::as_str), "");
}

fn claim(text: &mut String, draft: &Draft, about: &About<'_>) {
    comment(text, "The shared claim that the words are about, if any:");
    for claim in about.claims.iter().take(CLAIMS) {
        comment_on(text, &format!("  {}: {}", claim.id, shortened(&claim.fields.text, 100)));
    }
    if about.claims.len() > CLAIMS {
        comment_on(text, &format!("  … and {} more in content/claims", about.claims.len() - CLAIMS));
    }
    optional(text, "claim", draft.claim.as_ref().map(Id::as_str), "");
    comment_on(text, "and what the article does with it: asserts | disputes | reports.");
    optional(text, "treats", draft.treats.map(Treats::id), "asserts");
    if let Some(language) = &draft.language {
        line(text, "language", &scalar(language));
    }
}

fn sources(text: &mut String, draft: &Draft) {
    comment(text, "What it rests on; a fact-check needs at least one. `shows` is supports | refutes | context.");
    if draft.sources.is_empty() {
        let keys =
            ["- title: ", "  publisher: ", "  url: https://", "  published: 2026-01", "  accessed: ", "  shows: "];
        text.push_str("# sources:\n");
        for key in keys {
            let today = if key.ends_with("accessed: ") { draft.created.to_string() } else { String::new() };
            let _ = writeln!(text, "#   {key}{today}");
        }
    } else {
        text.push_str(&super::note::sources(&draft.sources));
    }
    if !draft.tags.is_empty() {
        line(text, "tags", &crate::yaml::flow(&draft.tags));
    }
}

/// A comment below an empty line.
fn comment(text: &mut String, words: &str) {
    text.push('\n');
    comment_on(text, words);
}

fn comment_on(text: &mut String, words: &str) {
    let _ = writeln!(text, "# {}", visible(words));
}

fn line(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key}: {value}");
}

/// A key with its value, or behind `# ` with an example.
fn optional(text: &mut String, key: &str, value: Option<&str>, example: &str) {
    let _ = match value {
        Some(value) => writeln!(text, "{key}: {}", scalar(value)),
        None => writeln!(text, "# {key}: {example}"),
    };
}
