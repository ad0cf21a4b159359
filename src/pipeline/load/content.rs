//! The files of `content/`, sorted by what they are.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::attachment::{self, Facts};
use super::{LoadError, at};
use crate::config::Limits;
use crate::diag::{Diagnostic, Diagnostics, SourceId, SourceMap, Span};
use crate::model::id::Id;
use crate::model::output::OutPath;
use crate::model::sources::{ArticleSources, Attachment, NamedSource, Sources};

/// What a file is, by its name.
enum Role {
    Article { slug: String },
    Note { slug: String, id: String },
    Attachment { slug: String, name: String },
    Entity { folder: &'static str, id: String },
    Unknown(&'static str),
}

struct Found {
    /// From the site's root, with `/`.
    name: String,
    path: PathBuf,
    role: Role,
}

enum Read {
    Text(String),
    NotText { text: String, at: usize },
    TooLarge { size: u64, limit: usize },
    Copied(Facts),
}

/// Folders of entities, one YAML file an entity (Markdown for pages).
const ENTITIES: [(&str, &str); 6] = [
    ("outlets", "yaml"),
    ("claims", "yaml"),
    ("topics", "yaml"),
    ("events", "yaml"),
    ("editors", "yaml"),
    ("pages", "md"),
];

/// Reads `content/` below `root`.
pub(super) fn read(root: &Path, limits: &Limits, diagnostics: &mut Diagnostics) -> Result<Sources, LoadError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(LoadError::NoContent(content));
    }
    let mut sources = Sources::default();
    let found = list(root, &content, &mut sources.map, diagnostics)?;
    let read: Vec<Read> = found.par_iter().map(|f| read_one(f, limits)).collect::<Result<_, _>>()?;
    for (found, read) in found.into_iter().zip(read) {
        keep(&mut sources, found, read, diagnostics);
    }
    drop_folders_without_article(&mut sources, diagnostics);
    Ok(sources)
}

/// All files below `content/`, by name. Hidden files and `README.md` are nobody's content.
fn list(
    root: &Path,
    content: &Path,
    map: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Found>, LoadError> {
    let visible = |name: &OsStr| !name.as_encoded_bytes().starts_with(b".") && name != "README.md";
    let walk = WalkDir::new(content).sort_by_file_name().into_iter();
    let mut found = Vec::new();
    for entry in walk.filter_entry(|e| e.depth() == 0 || visible(e.file_name())) {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(content).to_owned();
            let error = e.into_io_error().unwrap_or_else(|| std::io::Error::other("the folders form a circle"));
            LoadError::Io { path, error }
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let name = slash_path(entry.path().strip_prefix(root).unwrap_or(entry.path()));
        if !entry.file_type().is_file() {
            let what = if entry.path_is_symlink() { "a link to another file" } else { "not a plain file" };
            let problem = Diagnostic::error("not-a-plain-file", format!("this is {what}; postil follows none"));
            report(map, diagnostics, &name, problem.help("put the file itself here, or take it away"));
            continue;
        }
        let role = role(&slash_path(entry.path().strip_prefix(content).unwrap_or(entry.path())));
        found.push(Found { name, path: entry.into_path(), role });
    }
    Ok(found)
}

fn slash_path(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What a file is, by its path below `content/`.
fn role(name: &str) -> Role {
    let parts: Vec<&str> = name.split('/').collect();
    match parts[..] {
        ["articles", slug, "article.md"] => Role::Article { slug: slug.into() },
        ["articles", slug, "notes", file] => match file.strip_suffix(".yaml") {
            Some(id) => Role::Note { slug: slug.into(), id: id.into() },
            None => Role::Unknown("files of notes end in `.yaml`"),
        },
        ["articles", slug, _, ..] => {
            let name = parts[2..].join("/");
            Role::Attachment { slug: slug.into(), name }
        }
        ["articles", _] => Role::Unknown("an article is a folder that holds an `article.md`"),
        [folder, file] => match ENTITIES.iter().find(|(f, _)| *f == folder) {
            Some((folder, ending)) => match file.strip_suffix(ending).and_then(|f| f.strip_suffix('.')) {
                Some(id) => Role::Entity { folder, id: id.into() },
                None => Role::Unknown("its ending is not the one that files in this folder have"),
            },
            None => Role::Unknown("content has no such folder"),
        },
        _ => Role::Unknown("content has no such place"),
    }
}

fn read_one(found: &Found, limits: &Limits) -> Result<Read, LoadError> {
    match &found.role {
        Role::Unknown(_) => Ok(Read::Text(String::new())),
        Role::Attachment { name, .. } => Ok(Read::Copied(attachment::read(&found.path, name)?)),
        Role::Article { .. } | Role::Entity { folder: "pages", .. } => text(&found.path, limits.article_bytes),
        Role::Note { .. } | Role::Entity { .. } => text(&found.path, limits.note_bytes),
    }
}

fn text(path: &Path, limit: usize) -> Result<Read, LoadError> {
    let size = path.metadata().map_err(at(path))?.len();
    if size > limit as u64 {
        return Ok(Read::TooLarge { size, limit });
    }
    let bytes = std::fs::read(path).map_err(at(path))?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Read::Text(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Read::NotText { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), at }
        }
    })
}

/// Puts a file where it belongs, or says why not.
fn keep(sources: &mut Sources, found: Found, read: Read, diagnostics: &mut Diagnostics) {
    let map = &mut sources.map;
    if let Role::Unknown(why) = found.role {
        let problem = Diagnostic::warning("unread-file", format!("this file is not read: {why}"));
        return report(map, diagnostics, &found.name, problem.help("move or rename it, or take it away"));
    }
    let ids = match &found.role {
        Role::Article { slug } | Role::Attachment { slug, .. } => [Some(slug), None],
        Role::Note { slug, id } => [Some(slug), Some(id)],
        Role::Entity { id, .. } => [Some(id), None],
        Role::Unknown(_) => [None, None],
    };
    if let Some(bad) = ids.into_iter().flatten().find_map(|id| Id::new(id).err()) {
        let problem =
            Diagnostic::error("bad-name", bad.to_string()).help("rename the file or folder: its name is the id");
        return report(map, diagnostics, &found.name, problem);
    }
    let id = |text: &str| Id::new(text).expect("checked just above");
    match (found.role, read) {
        (Role::Attachment { slug, name }, Read::Copied(Facts { size, flaw })) => {
            if let Err(bad) = OutPath::new(&format!("articles/{slug}/{name}")) {
                let problem = Diagnostic::error("bad-name", format!("this file can't be published: {}", bad.flaw));
                return report(map, diagnostics, &found.name, problem.help("rename the file"));
            }
            let source = map.add(found.name, "");
            let attachment = Attachment { name, source, path: found.path, size, flaw };
            article(sources, id(&slug)).attachments.push(attachment);
        }
        (role, Read::Text(text)) => {
            let source = map.add(found.name, text);
            match role {
                Role::Article { slug } => article(sources, id(&slug)).article = source,
                Role::Note { slug, id: note } => {
                    article(sources, id(&slug)).notes.push(NamedSource { id: id(&note), source });
                }
                Role::Entity { folder, id: name } => {
                    entities(sources, folder).push(NamedSource { id: id(&name), source });
                }
                _ => {}
            }
        }
        (_, Read::NotText { text, at }) => {
            let source = map.add(found.name, text);
            let problem = Diagnostic::error("not-utf-8", format!("byte {at} is not UTF-8"));
            let help = "save the file as UTF-8: most editors offer that under \"Save as\" or \"Encoding\"";
            diagnostics.push(problem.at(Span::new(source, at, at + 1)).help(help));
        }
        (_, Read::TooLarge { size, limit }) => {
            let message = format!("this file has {size} bytes; the limit is {limit}");
            let problem = Diagnostic::error("too-large", message);
            report(map, diagnostics, &found.name, problem.help("split it, or raise `limits` in postil.yaml"));
        }
        _ => {}
    }
}

/// Stands in for the article of a folder until its `article.md` comes by.
const NO_ARTICLE: &str = "";

/// The folder's entry; files come sorted, so a folder's files follow each other.
fn article(sources: &mut Sources, slug: Id) -> &mut ArticleSources {
    if sources.articles.last().is_none_or(|last| last.slug != slug) {
        let missing = sources.map.add(format!("content/articles/{slug}/article.md"), NO_ARTICLE);
        sources.articles.push(ArticleSources { slug, article: missing, notes: Vec::new(), attachments: Vec::new() });
    }
    sources.articles.last_mut().expect("pushed just above where there was none")
}

fn entities<'a>(sources: &'a mut Sources, folder: &str) -> &'a mut Vec<NamedSource> {
    match folder {
        "outlets" => &mut sources.outlets,
        "claims" => &mut sources.claims,
        "topics" => &mut sources.topics,
        "events" => &mut sources.events,
        "editors" => &mut sources.editors,
        _ => &mut sources.pages,
    }
}

fn drop_folders_without_article(sources: &mut Sources, diagnostics: &mut Diagnostics) {
    let map = &sources.map;
    sources.articles.retain(|article| {
        let empty = map.text(article.article).is_empty();
        let path = map.path(article.article);
        if empty && !diagnostics.iter().any(|d| d.span.is_some_and(|span| map.path(span.source) == path)) {
            let problem = Diagnostic::error("no-article", "this folder holds no `article.md`, or an empty one");
            let help = "add the article, or take the folder away";
            diagnostics.push(problem.at(map.first_line(article.article)).help(help));
        }
        !empty
    });
    sources.articles.sort_by(|a, b| a.slug.cmp(&b.slug));
}

/// Reports a problem of a file that is not kept.
fn report(map: &mut SourceMap, diagnostics: &mut Diagnostics, name: &str, problem: Diagnostic) {
    let source: SourceId = map.add(name, "");
    diagnostics.push(problem.at(map.first_line(source)));
}
