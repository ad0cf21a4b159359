//! Templates and theme: the site's own over the theme's over those that postil brings.

use std::collections::BTreeMap;
use std::path::Path;

use rust_embed::RustEmbed;
use walkdir::WalkDir;

use super::messages::{Shelf, language_of};
use super::theme::{MessageFile, Theme, Themes};
use super::{LoadError, at};
use crate::model::message::Messages;
use crate::model::sources::Look;

/// The templates that postil brings.
#[derive(RustEmbed)]
#[folder = "templates/"]
struct BuiltinTemplates;

/// Reads the look of a site whose theme has this name.
pub(super) fn read(themes: &mut Themes<'_>, theme: &str) -> Result<Look, LoadError> {
    let Theme { files, styles, only_on, messages } = themes.read(theme)?;
    let mut look = Look { styles, only_on, ..Look::default() };
    for name in BuiltinTemplates::iter() {
        if let Some(file) = BuiltinTemplates::get(&name) {
            look.templates.insert(format!("builtin/{name}"), String::from_utf8_lossy(&file.data).into_owned());
        }
    }
    for (name, bytes) in files {
        if let Some(name) = name.strip_prefix("static/") {
            look.statics.insert(name.to_owned(), bytes);
        } else if let Some(name) = name.strip_prefix("templates/") {
            look.templates.insert(format!("theme/{name}"), String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    let own_templates = themes.root.join("templates");
    let own = if own_templates.is_dir() { folder(&own_templates)? } else { BTreeMap::new() };
    look.messages = read_messages(themes, messages, &own);
    for (name, bytes) in own {
        look.templates.insert(format!("site/{name}"), String::from_utf8_lossy(&bytes).into_owned());
    }
    look.templates.retain(|name, _| [".html", ".xml", ".txt"].iter().any(|ending| name.ends_with(ending)));
    Ok(look)
}

/// The messages of all languages: the site's own over the theme's over those that postil brings, one by one.
fn read_messages(
    themes: &mut Themes<'_>,
    of_theme: Vec<MessageFile>,
    own: &BTreeMap<String, Vec<u8>>,
) -> BTreeMap<String, Messages> {
    let file = |name: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        Some(MessageFile { path: format!("templates/{name}"), language: language_of(name)?, text })
    };
    let builtin = BuiltinTemplates::iter().filter_map(|name| file(&name, &BuiltinTemplates::get(&name)?.data));
    let site = own.iter().filter_map(|(name, bytes)| file(name, bytes));
    let mut languages = BTreeMap::new();
    let mut shelf = Shelf { languages: &mut languages, map: &mut *themes.map, diagnostics: &mut *themes.diagnostics };
    for file in builtin.chain(of_theme).chain(site) {
        shelf.put(&file);
    }
    languages
}

/// Whether a kind of page is called so: as the template that it is made with.
pub(super) fn is_page(kind: &str) -> bool {
    kind != "base" && !kind.contains('/') && BuiltinTemplates::get(&format!("{kind}.html")).is_some()
}

/// All plain files below a folder by their path in it, hidden ones left out.
pub(super) fn folder(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, LoadError> {
    let mut files = BTreeMap::new();
    let visible = |name: &std::ffi::OsStr| !name.as_encoded_bytes().starts_with(b".");
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|e| e.depth() == 0 || visible(e.file_name())) {
        let entry = entry.map_err(|e| LoadError::Io { path: path.to_owned(), error: e.into() })?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(path).unwrap_or(entry.path());
            let name = name.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.insert(name, std::fs::read(entry.path()).map_err(at(entry.path()))?);
        }
    }
    Ok(files)
}
