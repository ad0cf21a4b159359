//! The list of what postil wrote: the only licence to remove a file.
//!
//! ```text
//! postil manifest 1
//! articles/a.html<TAB>4821<TAB>64 hex digits of BLAKE3
//! ```
//!
//! Sorted by path, each once, ended by a line feed. A list that differs from that by one byte is no
//! list: then postil knows nothing about the folder, and removes nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::Fingerprint;
use crate::model::output::OutPath;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".postil-manifest";

/// The first line: what it is, and the version of its form.
const HEAD: &str = "postil manifest 1";

/// Files with the size and hash that they were written with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest(BTreeMap<OutPath, Fingerprint>);

impl Manifest {
    /// The manifest of `folder`; `None` where there is none, or none to be trusted.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        Self::read_file(&folder.join(NAME))
    }

    /// The list in the file `path`, which is not a link; `None` as in [`Manifest::read`].
    pub(super) fn read_file(path: &Path) -> io::Result<Option<Self>> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => {}
            Ok(_) => return Ok(None),
            Err(reason) if reason.kind() == ErrorKind::NotFound => return Ok(None),
            Err(reason) => return Err(reason),
        }
        let bytes = fs::read(path)?;
        Ok(str::from_utf8(&bytes).ok().and_then(Self::parse))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next() != Some(HEAD) {
            return None;
        }
        let files: BTreeMap<_, _> = lines.map(parse_line).collect::<Option<_>>()?;
        let list = Self(files);
        // Catches what reads well but was not written so: order, doubles, `007`, capitals.
        (list.to_text() == text).then_some(list)
    }

    /// The list as it stands on disk.
    pub(super) fn to_text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for (path, print) in &self.0 {
            let (size, hash) = (print.size, print.hash.to_hex());
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{path}\t{size}\t{hash}");
        }
        text
    }

    /// The size and hash of a file, if it is listed.
    pub(super) fn get(&self, path: &str) -> Option<Fingerprint> {
        self.0.get(path).copied()
    }

    /// Adds or replaces a file.
    pub(super) fn insert(&mut self, path: OutPath, print: Fingerprint) {
        self.0.insert(path, print);
    }

    /// The files in the order of their paths.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&OutPath, Fingerprint)> {
        self.0.iter().map(|(path, print)| (path, *print))
    }

    /// Whether it lists `name`, or a file in a folder of that name.
    pub(super) fn lists_in(&self, name: &str) -> bool {
        let within = |path: &OutPath| path.folders().next() == Some(name);
        self.0.contains_key(name) || self.0.keys().any(within)
    }
}

impl FromIterator<(OutPath, Fingerprint)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (OutPath, Fingerprint)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

fn parse_line(line: &str) -> Option<(OutPath, Fingerprint)> {
    let mut fields = line.split('\t');
    let path = OutPath::new(fields.next()?).ok()?;
    let size = fields.next()?.parse().ok()?;
    let hash = blake3::Hash::from_hex(fields.next()?).ok()?;
    match fields.next() {
        None => Some((path, Fingerprint { size, hash })),
        Some(_) => None,
    }
}
