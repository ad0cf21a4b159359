//! The notes of an article whose text is about to change: their places in the old text are known, those in the new one are
//! found before anything is written.

use std::io::Write as _;
use std::path::Path;

use super::find::Articles;
use crate::cmd::carry::finding::{Finding, Todo, judge};
use crate::cmd::carry::known::{Known, When, Why};
use crate::cmd::carry::rewritten::rewritten;
use crate::cmd::carry::show;
use crate::cmd::carry::subject::{Subject, subjects};
use crate::cmd::replace::Change;
use crate::diag::{Diagnostics, SourceMap};
use crate::model::anchor::Fit;
use crate::model::article::Article;
use crate::pipeline;
use crate::pipeline::anchor::{Quote, Revision, Text};

/// What comes of the notes.
#[derive(Debug, Clone, Default)]
pub(super) struct Carried {
    /// All files with their new texts, the article last.
    pub(super) files: Vec<Change>,
    /// Those that get new selectors, as a person sees it.
    pub(super) shown: Vec<String>,
    /// Those that are left for a person, and what to do.
    pub(super) left: Vec<String>,
}

/// Carries the notes of the article with this number over to `file`, its new text. `None` where it could not be read.
pub(super) fn carry(articles: &Articles, number: usize, root: &Path, file: String) -> anyhow::Result<Option<Carried>> {
    let article = &articles.library.articles[number];
    let (path, old) = (articles.library.sources.path(article.origin.source), source(articles, number));
    let of_article = |new: String| Change { path: root.join(path), old: old.to_owned(), new };
    let (mut sources, own) = (articles.sources.clone(), articles.sources.articles.iter());
    let own = own.map(|folder| &folder.slug).position(|slug| *slug == article.slug);
    let new_source = sources.map.add(path, &*file);
    for (at, folder) in sources.articles.iter_mut().enumerate() {
        if Some(at) == own {
            folder.article = new_source;
        } else {
            // Only the names of other articles are needed.
            folder.notes.clear();
        }
    }
    let library = pipeline::parse::parse(sources, &articles.config, &mut Diagnostics::default());
    let Some(new) = library.article(article.slug.as_str()).map(|at| &library.articles[at]) else { return Ok(None) };
    if new.notes.len() != article.notes.len() {
        return Ok(None);
    }
    let placements = pipeline::anchor::placements(new);
    let (old_text, text) = (Text::new(article.body.text.as_str()), Text::new(new.body.text.as_str()));
    if old_text.as_str() == text.as_str() {
        return Ok(Some(Carried { files: vec![of_article(file)], ..Carried::default() }));
    }
    let findings = findings(subjects(new, &placements), &old_text, &text);
    let mut carried = Carried::default();
    let accepted: Vec<&Finding<'_>> = findings.iter().filter(|finding| finding.is_enough(None)).collect();
    let rewritten = rewritten(&accepted, &library.sources, &articles.config.limits);
    for finding in &findings {
        let is_written = finding.is_enough(None);
        let list = if is_written { &mut carried.shown } else { &mut carried.left };
        list.extend(shown(finding, &library.sources)?);
    }
    carried.left.extend(rewritten.refused);
    let mut article_text = file;
    for changed in rewritten.files {
        if changed.source == new_source {
            article_text = changed.new;
            continue;
        }
        let old = library.sources.text(changed.source).to_owned();
        let path = root.join(library.sources.path(changed.source));
        carried.files.push(Change { path, old, new: changed.new });
    }
    carried.files.push(of_article(article_text));
    Ok(Some(carried))
}

/// The article's file as it was read.
pub(super) fn source(articles: &Articles, number: usize) -> &str {
    let article: &Article = &articles.library.articles[number];
    articles.library.sources.text(article.origin.source)
}

/// What is to be done about the quotes whose words stood in the old text. The others had lost their place before, which
/// `check` reports and `note fix` mends: it knows the text on which they were made.
fn findings<'a>(subjects: Vec<Subject<'a>>, old: &Text<'_>, new: &Text<'_>) -> Vec<Finding<'a>> {
    let revision = Revision::new(old, new);
    let known = |subject: &Subject<'_>| {
        if subject.is_sure() || subject.is_given_up() {
            return Some(Known::Nothing(Why::NotNeeded));
        }
        let stood = old.place(subject.quote()).anchor().filter(|anchor| !matches!(anchor.fit, Fit::Approximate(_)))?;
        let position = old.as_str()[..stood.range.start as usize].chars().count();
        let quote = Quote { position: Some(position), ..subject.quote() };
        Some(Known::Old(When::BeforeImport, revision.place(quote)))
    };
    subjects
        .into_iter()
        .filter_map(|subject| Some((known(&subject)?, subject)))
        .map(|(known, subject)| judge(subject, known, new))
        .collect()
}

fn shown(finding: &Finding<'_>, sources: &SourceMap) -> anyhow::Result<Option<String>> {
    let mut bytes = Vec::new();
    show::finding(&mut bytes, finding, sources)?;
    if matches!(finding.todo, Todo::Change(_)) && !finding.is_enough(None) {
        let least = finding.least(None);
        writeln!(bytes, "  not sure enough to be written unasked (below {least:.2}): `postil note fix` asks about it")?;
    }
    let text = String::from_utf8(bytes)?;
    Ok((!text.is_empty()).then_some(text))
}
