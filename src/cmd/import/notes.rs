//! `postil import` for annotations from Hypothesis: each becomes a note of the article that it belongs to.
//!
//! Nothing that exists is overwritten; an annotation that is here already, by its id, is left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, bail};

use super::Outcome as Worst;
use super::options::DryRun;
use crate::cmd::new_file::create;
use crate::cmd::site;
use crate::config::Config;
use crate::diag::{Diagnostics, tally};
use crate::edit;
use crate::import::Skipped;
use crate::import::hypothesis::{self, Addresses, Annotation, Editors, Export, FROM};
use crate::model::address::Address;
use crate::model::anchor::{Fit, Placement};
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::note::{AnchorHint, NoteFields};
use crate::model::site::Site;
use crate::model::vocabulary::NoteKind;
use crate::pipeline;
use crate::pipeline::anchor::{Quote, Text, describe};

/// How the import of one annotation ended.
enum Outcome {
    /// Its note is written (or would be); what to look at, or nothing.
    Written(String),
    /// There is a note of it already; since when it has changed, or nothing.
    Known(String),
    /// It is no note, and why.
    Refused(String),
}

/// Imports the annotations in `bytes`, the content of the file `name`, into the site at `root`. `by` says which user is
/// which editor, as pairs `user=editor`.
///
/// Gives the report, and whether each public annotation is a note.
///
/// # Errors
/// When there is no site, it has files that can't be read, `bytes` are no export, or `by` names no editor of the site.
pub(super) fn run(
    root: &Path,
    name: &str,
    bytes: &[u8],
    by: &[String],
    dry_run: DryRun,
) -> anyhow::Result<(String, Worst)> {
    let editors = Editors::read(by)?;
    let export = hypothesis::read(bytes).with_context(|| name.to_owned())?;
    let config = site::settings(root)?;
    let mut diagnostics = Diagnostics::default();
    let site = pipeline::site(root, &config, &mut diagnostics)?;
    if diagnostics.has_errors() {
        let problems = tally(&diagnostics.sorted(&site.library().sources));
        bail!("{problems} in the site's files: run `postil check` first, for a note in them could come a second time");
    }
    for id in editors.ids() {
        if site.library().editors.get(id.as_str()).is_none() {
            bail!("`{id}` is no editor of this site: write content/editors/{id}.yaml with their name first");
        }
    }
    let mut notes = Notes { root, config: &config, site: &site, editors: &editors, dry_run, taken: BTreeSet::new() };
    let (report, refused) = notes.all(&export);
    Ok((report, if refused { Worst::NotWritten } else { Worst::Written }))
}

/// What is needed to write notes.
struct Notes<'a> {
    root: &'a Path,
    config: &'a Config,
    site: &'a Site,
    editors: &'a Editors,
    dry_run: DryRun,
    /// Names of files that this run has given.
    taken: BTreeSet<(usize, Id)>,
}

impl Notes<'_> {
    /// The report, and whether some annotation did not become a note.
    fn all(&mut self, export: &Export) -> (String, bool) {
        let (addresses, mut known) = (self.addresses(), self.known());
        let articles = &self.site.library().articles;
        let mut texts: BTreeMap<usize, Text<'_>> = BTreeMap::new();
        let mut lines = Vec::new();
        let (mut written, mut here, mut refused) = (0, 0, 0);
        for annotation in &export.annotations {
            let outcome = match (known.get(&annotation.id), addresses.find(&annotation.pages)) {
                (Some(last), _) => Outcome::Known(changed(annotation, *last)),
                (None, &[article]) => {
                    let text = texts.entry(article).or_insert_with(|| Text::new(articles[article].body.text.as_str()));
                    self.one(annotation, article, text, &export.annotations)
                }
                (None, found) => Outcome::Refused(no_article(annotation, found, articles)),
            };
            known.insert(annotation.id.clone(), annotation.updated);
            let count = match &outcome {
                Outcome::Written(_) => &mut written,
                Outcome::Known(_) => &mut here,
                Outcome::Refused(_) => &mut refused,
            };
            *count += 1;
            lines.extend(line(annotation, outcome));
        }
        lines.extend(export.skipped.iter().map(skipped));
        lines.extend(self.unknown(&export.annotations));
        let would = if self.dry_run == DryRun::Yes { " would be" } else { "" };
        let passed = export.skipped.len();
        lines.push(format!(
            "{written} notes{would} written, {here} here already, {refused} refused, {passed} passed over"
        ));
        (lines.join("\n") + "\n", refused > 0)
    }

    /// Where each article can be read: its source, an archived copy, this site.
    fn addresses(&self) -> Addresses<usize> {
        let mut addresses = Addresses::default();
        for (number, article) in self.site.library().articles.iter().enumerate() {
            let source = &article.front.source;
            let own = self.config.base_url.as_ref().map(|base| format!("{base}articles/{}.html", article.slug));
            let all = [source.url.as_ref(), source.archived.as_ref()].into_iter().flatten();
            all.map(Address::as_str).chain(own.as_deref()).for_each(|address| addresses.add(address, &number));
        }
        addresses
    }

    /// Ids of annotations that are notes already, and the day of the last change that came with them.
    fn known(&self) -> BTreeMap<String, Date> {
        let notes = self.site.library().articles.iter().flat_map(|article| &article.notes);
        let imported = notes.filter_map(|note| Some((note.fields.imported.as_ref()?, note.fields.created)));
        let ours = imported.filter(|(imported, _)| imported.from == FROM);
        ours.map(|(imported, created)| (imported.id.clone(), imported.changed.unwrap_or(created))).collect()
    }

    fn one(&mut self, annotation: &Annotation, article: usize, text: &Text<'_>, all: &[Annotation]) -> Outcome {
        let Some(by) = self.editors.of(&annotation.user, all) else {
            return Outcome::Refused(format!("nobody says which editor {} is", annotation.user));
        };
        let (quote, anchor, remark) = place(annotation, text);
        let meaning = hypothesis::meaning(&annotation.tags, &self.config.scale);
        let note = hypothesis::fields(annotation, meaning, by, quote, anchor);
        let id = self.name(article, &note);
        let slug = &self.site.library().articles[article].slug;
        let path = self.root.join(format!("content/articles/{slug}/notes/{id}.yaml"));
        if self.dry_run == DryRun::No {
            let created = create(&path, edit::note::write(&note).as_bytes(), &self.root.join("content"));
            // One note that can't be written does not stop the others.
            if let Err(error) = created {
                return Outcome::Refused(format!("{}: {:#}", path.display(), anyhow::Error::from(error)));
            }
        }
        self.taken.insert((article, id));
        let done = if self.dry_run == DryRun::No { "written" } else { "would be written" };
        let mut lines = vec![format!("{}: {done}", path.display())];
        lines.extend(annotation.remarks.iter().map(|remark| format!("  {remark}")));
        lines.extend(remark.map(|remark| format!("  {remark}")));
        if note.kind == NoteKind::FactCheck {
            lines.push("  a fact-check cites a document: add `sources`".to_owned());
        }
        Outcome::Written(lines.join("\n"))
    }

    /// A name that no note of the article has.
    fn name(&self, article: usize, note: &NoteFields) -> Id {
        let Article { notes, slug, .. } = &self.site.library().articles[article];
        let free = |id: &Id| {
            let file = self.root.join(format!("content/articles/{slug}/notes/{id}.yaml"));
            !notes.iter().any(|other| other.id == *id) && !self.taken.contains(&(article, id.clone())) && !file.exists()
        };
        edit::note::names(note).find(free).expect("names never end")
    }

    /// What to add to the command so that those whom nobody has named come in.
    fn unknown(&self, all: &[Annotation]) -> Option<String> {
        let users: BTreeSet<&str> = all.iter().map(|annotation| annotation.user.as_str()).collect();
        let unknown: Vec<&str> = users.into_iter().filter(|user| self.editors.of(user, all).is_none()).collect();
        let options: Vec<String> = unknown.iter().map(|user| format!("--by {user}=EDITOR")).collect();
        (!unknown.is_empty()).then(|| {
            format!(
                "who is {}? import again with {}, each with the id of a file in content/editors",
                unknown.join(", "),
                options.join(" ")
            )
        })
    }
}

/// The words as the article has them, what tells them from their twins, and what the editor should look at.
fn place(annotation: &Annotation, text: &Text<'_>) -> (Option<String>, AnchorHint, Option<String>) {
    let Some(words) = &annotation.words else { return (None, AnchorHint::default(), None) };
    let quote =
        Quote { words: &words.exact, prefix: words.prefix.as_deref(), suffix: words.suffix.as_deref(), position: None };
    let (exact, stored) = hypothesis::quote(words);
    match text.place(quote) {
        Placement::Whole => {
            (None, AnchorHint::default(), Some("its quote has no words: it is a note on the whole article".to_owned()))
        }
        Placement::Anchored(anchor) => {
            let found = text.as_str()[anchor.range.bytes()].split_whitespace().collect::<Vec<_>>().join(" ");
            let hint = describe(text.as_str(), anchor.range);
            match anchor.fit {
                Fit::Exact | Fit::Moved(_) => (Some(found), hint, None),
                Fit::Approximate(score) => {
                    let remark = format!("the article has other words ({:.2} sure): {found}", score.value());
                    (exact, AnchorHint { position: hint.position, ..stored }, Some(remark))
                }
            }
        }
        Placement::Ambiguous(places) => {
            let remark = format!("its words stand at {} places: `postil check` shows them", places.len());
            (exact, stored, Some(remark))
        }
        Placement::Orphan(_) => {
            (exact, stored, Some("its words are not in the article: `postil check` shows what is near".to_owned()))
        }
    }
}

fn no_article(annotation: &Annotation, found: &[usize], articles: &[Article]) -> String {
    let page = annotation.pages.first().map_or("an address that it does not name", String::as_str);
    if found.is_empty() {
        return format!("no article has the address {page}: import the article, or write it as `source: {{url: …}}`");
    }
    let slugs: Vec<&str> = found.iter().map(|&number| articles[number].slug.as_str()).collect();
    format!("several articles have the address {page}: {}", slugs.join(", "))
}

fn changed(annotation: &Annotation, last: Date) -> String {
    if annotation.updated <= last {
        return String::new();
    }
    format!("it was changed in Hypothesis on {}, after it came here: the note was left as it is", annotation.updated)
}

fn line(annotation: &Annotation, outcome: Outcome) -> Option<String> {
    match outcome {
        Outcome::Written(line) => Some(line),
        Outcome::Known(why) if why.is_empty() => None,
        Outcome::Known(why) => Some(format!("annotation {}: {why}", annotation.id)),
        Outcome::Refused(why) => Some(format!("annotation {}: not imported: {why}", annotation.id)),
    }
}

fn skipped(skipped: &Skipped) -> String {
    let title = if skipped.title.is_empty() { String::new() } else { format!(" ({})", skipped.title) };
    format!("{}{title}: passed over: {}", skipped.place, skipped.why)
}
