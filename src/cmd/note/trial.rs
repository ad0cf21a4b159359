//! The site as it would be with a new note: built in memory and judged, before anything is written.

use crate::check;
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};
use crate::model::anchor::Placement;
use crate::model::id::Id;
use crate::model::sources::{NamedSource, Sources};
use crate::pipeline;

/// What the new note brings.
pub(super) struct Trial {
    /// Its problems.
    pub(super) problems: Vec<Diagnostic>,
    /// The files that they name.
    pub(super) sources: SourceMap,
    /// Where its words were found; `None` where it could not be read.
    pub(super) placement: Option<Placement>,
}

impl Trial {
    /// Whether the note can't be kept.
    pub(super) fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Judges the site of `sources` with one more note, `text`, of the article `slug`.
pub(super) fn trial(config: &Config, mut sources: Sources, slug: &Id, id: &Id, text: &str) -> Trial {
    let source = sources.map.add(path(slug, id), text);
    if let Some(article) = sources.articles.iter_mut().find(|article| article.slug == *slug) {
        article.notes.push(NamedSource { id: id.clone(), source });
    }
    let mut diagnostics = Diagnostics::default();
    let site = pipeline::woven(sources, config, &mut diagnostics);
    check::check(&site, config, &mut diagnostics);
    let library = site.library();
    let placement = library.article(slug.as_str()).and_then(|at| {
        let notes = &library.articles[at].notes;
        let note = notes.iter().position(|note| note.origin.source == source)?;
        Some(site.anchored.placements[at].notes[note].clone())
    });
    let mut problems = diagnostics.sorted(&library.sources);
    problems.retain(|problem| {
        let spans = problem.span.into_iter().chain(problem.related.iter().map(|related| related.span));
        spans.into_iter().any(|span| span.source == source)
    });
    Trial { problems, placement, sources: library.sources.clone() }
}

/// The path of a note's file from the site's root.
pub(super) fn path(slug: &Id, id: &Id) -> String {
    format!("content/articles/{slug}/notes/{id}.yaml")
}
