//! The files in a book, and how much they may unpack to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use percent_encoding::percent_decode_str;
use zip::ZipArchive;

use crate::import::source::Unreadable;

/// Most files in a book; a long one with pictures has 2,000.
const FILES: usize = 20_000;

/// Most bytes of one text; the Bible in one file has 5 MiB.
pub(super) const TEXT: u64 = 16 << 20;

/// Most bytes of one picture.
pub(super) const PICTURE: u64 = 16 << 20;

/// Most bytes of all that is unpacked.
const ALL: u64 = 512 << 20;

/// How many times smaller a packed file may be: books' texts reach 20, deflate at most 1,032 (RFC 1951).
const RATIO: u64 = 200;

/// Files below this size may be packed as tightly as they like: an empty page of spaces is.
const SMALL: u64 = 1 << 20;

/// An opened book.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    zip: RefCell<ZipArchive<Cursor<&'a [u8]>>>,
    /// Each file's number.
    names: BTreeMap<String, usize>,
    /// Bytes unpacked so far.
    spent: Cell<u64>,
}

impl<'a> Archive<'a> {
    /// Opens a book.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let malformed = |error: zip::result::ZipError| Unreadable::Malformed("EPUB", error.to_string());
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(malformed)?;
        if zip.len() > FILES {
            return Err(Unreadable::TooLarge(format!("{} files", zip.len()), format!("{FILES} files")));
        }
        let mut names = BTreeMap::new();
        for number in 0..zip.len() {
            if let Ok(file) = zip.by_index_raw(number)
                && let Ok(name) = file.name()
            {
                names.entry(name.into_owned()).or_insert(number);
            }
        }
        Ok(Self { zip: RefCell::new(zip), names, spent: Cell::new(0) })
    }

    /// Names of all files, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The bytes of a file of at most `most` bytes; else why it can't be read.
    pub(super) fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        let number = *self.names.get(path).ok_or("the book does not have this file")?;
        let mut zip = self.zip.borrow_mut();
        let file = zip.by_index(number).map_err(|error| error.to_string())?;
        let packed = file.compressed_size().max(1);
        let room = most.min(ALL.saturating_sub(self.spent.get())).min((packed * RATIO).max(SMALL));
        let mut bytes = Vec::new();
        // What the archive says of a file's size is not trusted: reading stops at the limit.
        file.take(room + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        let length = bytes.len() as u64;
        self.spent.set(self.spent.get() + length);
        if length > room {
            return Err(format!("it unpacks to more than {room} bytes, as no page of a book does"));
        }
        Ok(bytes)
    }
}

/// The name of the file that `href` in the file `from` leads to; `None` where that is outside of the book.
pub(super) fn resolve(from: &str, href: &str) -> Option<String> {
    let bare = href.split(['#', '?']).next()?.trim();
    if bare.is_empty() || bare.contains([':', '\\', '\0']) || bare.starts_with('/') {
        return None;
    }
    let decoded = percent_decode_str(bare).decode_utf8().ok()?;
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
