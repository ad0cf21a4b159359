//! The files that came with a page.

use std::fmt::Debug;

use percent_encoding::percent_decode_str;

use super::write::from_data;
use crate::import::draft::Origin;

/// Endings of pictures that are kept. SVG is none: it can hold scripts.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif"];

/// The files that a page may show.
pub(in crate::import) trait Files: Debug {
    /// Name and place of the picture at this address, as the page writes it.
    fn find(&self, address: &str) -> Option<(String, Origin)>;
}

/// Nothing but what stands in the page itself.
#[derive(Debug)]
pub(in crate::import) struct NoFiles;

impl Files for NoFiles {
    fn find(&self, address: &str) -> Option<(String, Origin)> {
        from_data(address)
    }
}

/// The folder that a browser writes beside a saved page: `Page_files/`.
#[derive(Debug)]
pub(in crate::import) struct Saved<'a> {
    /// Name of the page's file.
    pub(in crate::import) page: &'a str,
}

impl Files for Saved<'_> {
    fn find(&self, address: &str) -> Option<(String, Origin)> {
        from_data(address).or_else(|| self.beside(address))
    }
}

impl Saved<'_> {
    fn beside(&self, address: &str) -> Option<(String, Origin)> {
        let bare = address.split(['?', '#']).next().unwrap_or(address);
        let path = percent_decode_str(bare).decode_utf8().ok()?;
        let path = path.strip_prefix("./").unwrap_or(&path);
        let parts: Vec<&str> = path.split('/').collect();
        let plain =
            |part: &&str| !part.is_empty() && *part != "." && *part != ".." && !part.contains(['\\', ':', '\0']);
        let [folder, .., name] = parts.as_slice() else { return None };
        if !parts.iter().all(plain) || !self.is_folder(folder) {
            return None;
        }
        picture(name).then(|| ((*name).to_owned(), Origin::File(path.to_owned())))
    }

    /// Whether a folder is the one that belongs to the page: the page's name and a word such as `_files` behind it.
    fn is_folder(&self, folder: &str) -> bool {
        let stem = self.page.rsplit_once('.').map_or(self.page, |(stem, _)| stem);
        let rest = folder.strip_prefix(stem).filter(|_| !stem.is_empty());
        rest.is_some_and(|rest| rest.starts_with(['_', '-', '.']) && rest.chars().count() <= 12)
    }
}

/// Whether a file's name is that of a picture.
pub(in crate::import) fn picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.contains(&ending.to_ascii_lowercase().as_str()))
}
