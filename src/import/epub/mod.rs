//! EPUB 2 and 3: chapters in the order of the spine → one draft a chapter.
//!
//! ```text
//! bytes ── archive ──► files by name ── package ──► what the book says of itself, its spine
//!                                     └ contents ──► chapters' titles
//! spine ── chapter ──► blocks ── settle ──► drafts, or why a page is none
//! ```
//!
//! Nothing is written to disk and no path leaves the archive: names are only looked up in it. How much a book may
//! unpack to is bounded.

mod archive;
mod chapter;
mod contents;
mod package;
mod settle;

use super::reading::{Reading, Skipped};
use super::source::Unreadable;
use archive::Archive;
use package::Package;

/// Reads a book's chapters as articles. `name` is the file's name, kept in [`Draft::from`](super::Draft::from).
///
/// # Errors
/// When the bytes are no EPUB, the book is encrypted, or it unpacks to more than a book has.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Unreadable> {
    let archive = Archive::open(bytes)?;
    let package = Package::read(&archive)?;
    let titles = contents::titles(&archive, &package);
    let mut reading = Reading::default();
    for page in &package.spine {
        let read = match chapter::read(&archive, &package, page, titles.get(&page.path).map(String::as_str)) {
            Ok(chapter) => chapter,
            Err(why) => {
                reading.skipped.push(Skipped { place: page.path.clone(), title: String::new(), why });
                continue;
            }
        };
        // Programs cut long chapters into several files; only the first of them is in the table of contents.
        match reading.drafts.last_mut().filter(|_| !titles.is_empty() && read.goes_on()) {
            Some(last) => settle::append(last, read),
            None => reading.drafts.push(settle::draft(name, &package, page, read)),
        }
    }
    settle::finish(&mut reading.drafts);
    if reading.drafts.is_empty() {
        return Err(Unreadable::NoArticle(" in any chapter of the book"));
    }
    Ok(reading)
}
