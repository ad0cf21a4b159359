//! Themes: the site's own over those that postil brings, file by file; and what a theme takes from the one it extends.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rust_embed::RustEmbed;

use super::messages::language_of;
use super::{LoadError, at, look};
use crate::config::Limits;
use crate::diag::{Diagnostic, Diagnostics, Origin, SourceMap};
use crate::model::id::Id;
use crate::model::theme::ThemeFields;
use crate::text::nearest;
use crate::yaml;

/// The themes that postil brings.
#[derive(RustEmbed)]
#[folder = "themes/"]
struct Builtin;

/// A theme with all that it takes from others.
#[derive(Default)]
pub(super) struct Theme {
    /// Its files by their path in its folder.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Its style sheets by their path in `static/`, in the order in which pages load them.
    pub(super) styles: Vec<String>,
    /// Those that not every page needs, with the kinds of page that load them.
    pub(super) only_on: BTreeMap<String, Vec<String>>,
    /// Its files of messages, those of the themes that it extends first.
    pub(super) messages: Vec<MessageFile>,
}

/// A file of messages as it was read.
pub(super) struct MessageFile {
    /// Its path from the site's root.
    pub(super) path: String,
    pub(super) language: String,
    pub(super) text: String,
}

/// Where themes are looked for, and where it is told what is wrong with them.
pub(super) struct Themes<'a> {
    pub(super) root: &'a Path,
    pub(super) limits: &'a Limits,
    pub(super) map: &'a mut SourceMap,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// One folder of themes: what its `theme.yaml` says, and where that stands.
struct Folder {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
    fields: Option<ThemeFields>,
    origin: Origin,
}

impl Themes<'_> {
    /// The theme of this name. What is wrong in a `theme.yaml` is reported at its place and passed over.
    ///
    /// # Errors
    /// When there is no such theme, it has no `theme.yaml`, or a file can't be read.
    pub(super) fn read(&mut self, name: &str) -> Result<Theme, LoadError> {
        let mut seen = BTreeSet::from([name.to_owned()]);
        let mut line = Vec::new();
        let mut next = Some(self.folder(name)?);
        while let Some(folder) = next {
            next = self.extended(&folder, &mut seen)?;
            line.push(folder);
        }
        let mut theme = Theme::default();
        for folder in line.into_iter().rev() {
            self.put_on(&mut theme, folder);
        }
        Ok(theme)
    }

    /// The theme that one extends, if it is there and not one of those that led to it.
    fn extended(&mut self, folder: &Folder, seen: &mut BTreeSet<String>) -> Result<Option<Folder>, LoadError> {
        let Some(parent) = folder.fields.as_ref().and_then(|fields| fields.extends.as_ref()) else { return Ok(None) };
        if !seen.insert(parent.to_string()) {
            let message = format!("a theme can't extend itself, as `{parent}` does by this");
            self.report(&folder.origin, "extends", message);
            return Ok(None);
        }
        match self.folder(parent.as_str()) {
            Ok(parent) => Ok(Some(parent)),
            Err(LoadError::NoTheme { known, .. }) => {
                self.report(&folder.origin, "extends", format!("there is no theme `{parent}`; there are {known}"));
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Puts the files of a theme over those of the theme that it extends. Style sheets that no page would load go.
    fn put_on(&mut self, theme: &mut Theme, folder: Folder) {
        let (messages, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
            folder.files.into_iter().partition(|(name, _)| name.starts_with("i18n/"));
        for (name, bytes) in messages {
            let Some(language) = language_of(&name) else { continue };
            let path = format!("themes/{}/{name}", folder.name);
            theme.messages.push(MessageFile { path, language, text: String::from_utf8_lossy(&bytes).into_owned() });
        }
        theme.files.extend(files);
        let statics = theme.files.keys().filter_map(|name| name.strip_prefix("static/"));
        let sheets: Vec<String> = statics.filter(|name| is_style(name)).map(str::to_owned).collect();
        let (listed, only_on) = folder.fields.map(|fields| (fields.styles, fields.only_on)).unwrap_or_default();
        for (name, kinds) in &only_on {
            if !sheets.contains(name) {
                self.report(&folder.origin, &format!("only_on/{name}"), no_style(name, &sheets));
            }
            for (i, kind) in kinds.iter().enumerate().filter(|(_, kind)| !look::is_page(kind)) {
                let message = format!("there is no kind of page `{kind}`; kinds are named as their templates are");
                self.report(&folder.origin, &format!("only_on/{name}/{i}"), message);
            }
        }
        theme.only_on.extend(only_on);
        if let Some(listed) = listed {
            for (i, name) in listed.iter().enumerate().filter(|(_, name)| !sheets.contains(name)) {
                self.report(&folder.origin, &format!("styles/{i}"), no_style(name, &sheets));
            }
            theme.styles = listed.into_iter().filter(|name| sheets.contains(name)).collect();
        } else {
            let own: Vec<String> = sheets.into_iter().filter(|name| !theme.styles.contains(name)).collect();
            theme.styles.extend(own);
        }
        let styles = &theme.styles;
        let loaded = |name: &str| styles.iter().any(|style| style == name);
        theme.files.retain(|name, _| name.strip_prefix("static/").is_none_or(|name| !is_style(name) || loaded(name)));
    }

    /// One folder: the site's own files over those that postil brings.
    fn folder(&mut self, name: &str) -> Result<Folder, LoadError> {
        let mut files = builtin(name);
        let own = self.root.join("themes").join(name);
        // A name and no path, so that no other folder is taken for a theme.
        if Id::new(name).is_ok() && own.is_dir() {
            files.extend(look::folder(&own)?);
        }
        if files.is_empty() {
            return Err(LoadError::NoTheme { theme: name.to_owned(), known: self.known()?.join(", ") });
        }
        let path = format!("themes/{name}/theme.yaml");
        let Some(bytes) = files.get("theme.yaml") else {
            return Err(LoadError::NoThemeFile { path, theme: name.to_owned() });
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let origin = Origin::new(self.map.add(path, text.as_str()), 0..text.len());
        // The site's limits are for what strangers write; a theme is trusted, and postil's own are not the site's at all.
        let most = self.limits.note_bytes.max(Limits::default().note_bytes);
        let reader = yaml::Reader::<ThemeFields>::new("theme", self.limits.yaml(most));
        let fields = reader.read(self.map, origin.source, 0..text.len(), self.diagnostics);
        if let Some(said) = fields.as_ref().map(|fields| &fields.name).filter(|said| said.as_str() != name) {
            self.report(&origin, "name", format!("a theme is called like its folder: `{name}`, not `{said}`"));
        }
        Ok(Folder { name: name.to_owned(), files, fields, origin })
    }

    /// The names of all themes, in order.
    fn known(&self) -> Result<Vec<String>, LoadError> {
        let first = |path: &str| path.split_once('/').map(|(folder, _)| folder.to_owned());
        let mut names: BTreeSet<String> = Builtin::iter().filter_map(|path| first(&path)).collect();
        let own = self.root.join("themes");
        if own.is_dir() {
            for entry in std::fs::read_dir(&own).map_err(at(&own))? {
                let entry = entry.map_err(at(&own))?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if entry.path().is_dir() && Id::new(&name).is_ok() {
                    names.insert(name);
                }
            }
        }
        Ok(names.into_iter().collect())
    }

    fn report(&mut self, origin: &Origin, key: &str, message: String) {
        let place = yaml::place(self.map, origin, key);
        self.diagnostics.push(Diagnostic::error("bad-value", message).at(place));
    }
}

fn no_style(name: &str, sheets: &[String]) -> String {
    let near = match nearest(name, sheets.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", sheets.join(", ")),
    };
    format!("no style sheet `{name}` stands in static/ of this theme or of one that it extends; {near}")
}

fn builtin(theme: &str) -> BTreeMap<String, Vec<u8>> {
    let prefix = format!("{theme}/");
    let file = |name: &str| {
        let file = Builtin::get(name)?;
        Some((name.strip_prefix(&prefix)?.to_owned(), file.data.into_owned()))
    };
    Builtin::iter().filter(|name| name.starts_with(&prefix)).filter_map(|name| file(&name)).collect()
}

fn is_style(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "css")
}
