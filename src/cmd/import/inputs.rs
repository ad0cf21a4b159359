//! The sources that were named → what is to be read, in order. A folder stands for the files below it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input.
    Pipe,
    /// A file that was named.
    File(PathBuf),
    /// A file found in a folder that was named.
    Found(PathBuf),
    /// An address.
    Page(String),
    /// What can't be read, and why.
    Nothing(PathBuf, String),
}

/// Everything that is to be read.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// In the order in which they were named, files of a folder by their paths.
    pub(super) list: Vec<Input>,
    /// Files of folders that are no text by their ending → how many.
    pub(super) passed: BTreeMap<String, usize>,
    /// Whether a folder was named.
    pub(super) folders: usize,
}

/// Endings of files in folders that are read. `xml` and `json` are, if they turn out to hold a feed or annotations.
const ENDINGS: &[&str] = &[
    "txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "eml", "rss", "atom", "rdf", "xml", "json", "md",
    "markdown", "mkd", "epub",
];

impl Inputs {
    /// Looks into folders; nothing is read yet.
    pub(super) fn find(sources: &[PathBuf]) -> Self {
        let mut inputs = Self::default();
        for source in sources {
            match source.to_str() {
                Some("-") => inputs.list.push(Input::Pipe),
                Some(address) if is_address(address) => inputs.list.push(Input::Page(address.to_owned())),
                _ if source.is_dir() => inputs.folder(source),
                _ => inputs.list.push(Input::File(source.clone())),
            }
        }
        inputs
    }

    fn folder(&mut self, folder: &Path) {
        self.folders += 1;
        let before = self.list.len();
        let walk = WalkDir::new(folder).follow_links(false).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_open(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.file(entry.into_path()),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    self.list.push(Input::Nothing(path, format!("can't be listed: {error}")));
                }
            }
        }
        if self.list.len() == before {
            let why = "the folder holds no file that can be imported".to_owned();
            self.list.push(Input::Nothing(folder.to_owned(), why));
        }
    }

    fn file(&mut self, path: PathBuf) {
        let ending = path.extension().map(OsStr::to_string_lossy).unwrap_or_default().to_ascii_lowercase();
        if ENDINGS.contains(&ending.as_str()) {
            self.list.push(Input::Found(path));
        } else {
            let name = if ending.is_empty() { "no ending".to_owned() } else { format!(".{ending}") };
            *self.passed.entry(name).or_default() += 1;
        }
    }
}

/// Whether a name is that of an address: letters, then `://`.
fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Hidden names are passed over, and the folders that browsers write beside saved pages.
fn is_open(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !name.starts_with('.') && !(entry.file_type().is_dir() && (name.ends_with("_files") || name.ends_with("-Dateien")))
}
