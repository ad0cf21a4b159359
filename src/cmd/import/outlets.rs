//! The outlets that the site has, by their ids and names. Read once for all articles.

use std::fs;
use std::path::{Path, PathBuf};

use crate::config::Limits;
use crate::diag::{Diagnostics, SourceMap};
use crate::import::outlets;
use crate::model::entity::Outlet;
use crate::yaml;

/// A file for an outlet that the site does not know: id, name, YAML.
pub(super) type Stub = (String, String, String);

/// Ids, names and aliases of outlets.
#[derive(Debug, Default)]
pub(super) struct Outlets {
    known: Vec<(String, Vec<String>)>,
}

impl Outlets {
    /// Those in the site's folder `content`. A file that can't be read is for `check` to report.
    pub(super) fn of(content: &Path) -> Self {
        let Ok(entries) = fs::read_dir(content.join("outlets")) else {
            return Self::default();
        };
        let limits = Limits::default();
        let reader = yaml::Reader::<Outlet>::new("outlet", limits.yaml(limits.note_bytes));
        let names = |path: PathBuf| {
            let id = path.file_name()?.to_str()?.strip_suffix(".yaml")?.to_owned();
            let text = fs::read_to_string(&path).ok()?;
            let mut sources = SourceMap::default();
            let source = sources.add(id.as_str(), text.as_str());
            let outlet = reader.read(&sources, source, 0..text.len(), &mut Diagnostics::default())?;
            Some((id, [vec![outlet.name], outlet.aliases].concat()))
        };
        let mut known: Vec<_> = entries.flatten().filter_map(|entry| names(entry.path())).collect();
        known.sort();
        Self { known }
    }

    /// The id of the outlet with this name; of a new one, whose file is added to `stubs`, where there is none.
    pub(super) fn id(&self, name: &str, stubs: &mut Vec<Stub>) -> String {
        let is =
            |(id, names): &&(String, Vec<String>)| names.iter().chain([id]).any(|known| outlets::same(known, name));
        if let Some((id, _)) = self.known.iter().find(is) {
            return id.clone();
        }
        let (id, yaml) = outlets::stub(name);
        stubs.push((id.clone(), name.to_owned(), yaml));
        id
    }

    /// An outlet that has a file now.
    pub(super) fn add(&mut self, id: String, name: String) {
        self.known.push((id, vec![name]));
    }
}
