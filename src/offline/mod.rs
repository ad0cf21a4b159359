//! What a built site asks for outside itself, and what in it breaks when it is opened from a disk.
//!
//! ```text
//! markup   a page or a picture → elements and attributes with their places
//! page     which of them a browser loads, and which a reader follows
//! style    addresses in style sheets            script   addresses in scripts
//! address  where an address leads from a file   policy   what a page forbids its scripts
//! ```
//!
//! A file is read by itself ([`Folder::read`]); links to a place in another file are judged when all are read
//! ([`Folder::dead_places`]). What a script computes can't be told from its text: there the page's policy is the proof,
//! and a page without one is reported. A policy does not keep a script from leading the reader elsewhere.

mod address;
mod finding;
mod markup;
mod page;
mod policy;
mod script;
mod style;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use self::finding::Finding;

use self::address::Lead;
use self::finding::{Code, Use};

/// The names of all files of a built site.
#[derive(Debug, Default)]
pub struct Folder {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// Where the site says that it is published, or empty; its 404 page may name its own files so.
    base: String,
}

/// A link to a place in a file.
#[derive(Clone, Debug)]
pub struct Place {
    file: String,
    id: String,
    written: String,
    at: Range<usize>,
}

/// What one file says.
#[derive(Debug, Default)]
pub struct Reading {
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    ids: BTreeSet<String>,
    places: Vec<Place>,
}

impl Folder {
    /// A built site with files of these names, separated by `/`, and this first page.
    #[must_use]
    pub fn new(files: BTreeSet<String>, index: &str) -> Self {
        let folders = |path: &String| path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect::<Vec<_>>();
        let folders = files.iter().flat_map(folders).collect();
        Self { files, folders, base: page::base(index) }
    }

    /// Whether the file of this name can say anything about others.
    #[must_use]
    pub fn is_read(path: &str) -> bool {
        kind(path).is_some()
    }

    /// Reads the file of this name.
    #[must_use]
    pub fn read(&self, path: &str, text: &str) -> Reading {
        let mut reader = Reader { folder: self, path, from: path, text, reading: Reading::default() };
        match kind(path) {
            Some(Kind::Html) => page::read(&mut reader, text),
            Some(Kind::Svg) => page::read_picture(&mut reader, text),
            Some(Kind::Xml) => page::read_instructions(&mut reader, text),
            Some(Kind::Style) => style::read(&mut reader, text, 0),
            Some(Kind::Script) => script::read(&mut reader, text, 0),
            Some(Kind::Manifest) => page::read_manifest(&mut reader, text),
            None => {}
        }
        reader.reading
    }

    /// The links to places that no file has, by the name of the file with the link.
    #[must_use]
    pub fn dead_places(readings: &BTreeMap<String, Reading>) -> Vec<(&str, Finding)> {
        let dead = |place: &Place| {
            // A file that is not there, or no page, is told of where the link is read.
            let ids = readings.get(&place.file).filter(|_| has_ids(&place.file))?;
            let found = ids.ids.contains(&place.id) || place.id.is_empty() || place.id == "top";
            (!found).then(|| finding::no_place(&place.written, &place.file, &place.id, place.at.clone()))
        };
        let all = readings.iter();
        all.flat_map(|(path, read)| read.places.iter().filter_map(dead).map(|found| (path.as_str(), found))).collect()
    }

    fn has_folder(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        path.is_empty() || self.folders.contains(path)
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Html,
    Svg,
    Xml,
    Style,
    Script,
    Manifest,
}

fn kind(path: &str) -> Option<Kind> {
    let (_, ending) = path.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" => Some(Kind::Html),
        "svg" => Some(Kind::Svg),
        "xml" => Some(Kind::Xml),
        "css" => Some(Kind::Style),
        "js" | "mjs" => Some(Kind::Script),
        "webmanifest" => Some(Kind::Manifest),
        _ => None,
    }
}

fn has_ids(path: &str) -> bool {
    matches!(kind(path), Some(Kind::Html | Kind::Svg))
}

/// One file being read.
struct Reader<'a> {
    folder: &'a Folder,
    path: &'a str,
    /// The file from which its addresses lead on: itself.
    from: &'a str,
    text: &'a str,
    reading: Reading,
}

impl Reader<'_> {
    fn report(&mut self, code: Code, message: String, at: Range<usize>) {
        self.reading.findings.push(Finding::new(code, message, at));
    }

    /// Judges an address that stands at `at`: `by` says what names it, `used` what becomes of it.
    fn address(&mut self, by: &str, written: &str, used: Use, at: Range<usize>) {
        let own = self.path == "404.html";
        match address::lead(self.folder, self.from, own, written) {
            Lead::Nowhere => {}
            Lead::Outside if used == Use::Follow => {}
            Lead::Outside => self.report(Code::AsksOutside, finding::outside(by, written), at),
            Lead::Disk => self.report(Code::AbsolutePath, finding::on_disk(by, written), at),
            Lead::Root => self.report(Code::AbsolutePath, finding::absolute(by, written), at),
            Lead::Above => self.report(Code::AsksOutside, finding::above(by, written), at),
            Lead::Folder => self.report(Code::FolderLink, finding::folder(by, written), at),
            Lead::Missing(file) => self.report(Code::DeadLink, finding::missing(by, written, &file), at),
            Lead::File { file, id } => {
                if used == Use::Draw && file != self.path {
                    self.report(Code::DiskRefuses, finding::drawn(by, written), at);
                } else if let Some(id) = id {
                    self.reading.places.push(Place { file, id, written: written.to_owned(), at });
                }
            }
        }
    }
}
