//! What can be found, in words.

use std::ops::Range;

use crate::diag::{Diagnostic, SourceId, Span};

/// What becomes of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// The browser loads it by itself.
    Load,
    /// A reader follows it.
    Follow,
    /// A part of it is drawn here, as by SVG's `use`.
    Draw,
}

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Something is loaded from outside the folder.
    AsksOutside,
    /// An address begins at the root of a server or a disk.
    AbsolutePath,
    /// An address leads to no file, or to no place in one.
    DeadLink,
    /// An address leads to a folder, of which a disk shows a list.
    FolderLink,
    /// A `base`, by which no address leads on from its own file.
    MovedBase,
    /// A module, which no browser loads from a disk.
    ModuleScript,
    /// Something that no browser does for a page on a disk.
    DiskRefuses,
    /// A script that no policy keeps from asking other hosts.
    UnprovenScript,
    /// A file that can't be read as what it is.
    Unreadable,
}

impl Code {
    fn text(self) -> &'static str {
        match self {
            Self::AsksOutside => "asks-outside",
            Self::AbsolutePath => "absolute-path",
            Self::DeadLink => "dead-link",
            Self::FolderLink => "folder-link",
            Self::MovedBase => "moved-base",
            Self::ModuleScript => "module-script",
            Self::DiskRefuses => "disk-refuses",
            Self::UnprovenScript => "unproven-script",
            Self::Unreadable => "unreadable",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::AsksOutside => "put a copy of the file into the site and name it by a relative address",
            Self::AbsolutePath => "write the address from the file that names it, such as `../index.html`",
            Self::DeadLink => "mend the address, or take the link out",
            Self::FolderLink => "write out the file's name, such as `index.html`",
            Self::MovedBase => "take it out, and write each address from the file that names it",
            Self::ModuleScript => "write a classic script: browsers load no module from a disk",
            Self::DiskRefuses => "a page on a disk can load scripts, styles and pictures, and nothing else",
            Self::UnprovenScript => {
                "give the page a Content-Security-Policy, before its first script, that names only 'self' and 'none'"
            }
            Self::Unreadable => "mend the file",
        }
    }
}

/// Something in a built site that needs more than the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: Code,
    message: String,
    at: Range<usize>,
}

impl Finding {
    pub(super) fn new(code: Code, message: String, at: Range<usize>) -> Self {
        Self { code, message, at }
    }

    /// As a problem of the file `source`.
    #[must_use]
    pub fn diagnostic(&self, source: SourceId) -> Diagnostic {
        let found = match self.code {
            // What may still be well: a script may look where it is before it asks.
            Code::UnprovenScript | Code::DiskRefuses => Diagnostic::warning(self.code.text(), &*self.message),
            _ => Diagnostic::error(self.code.text(), &*self.message),
        };
        found.at(Span::new(source, self.at.start, self.at.end)).help(self.code.help())
    }
}

pub(super) fn outside(by: &str, written: &str) -> String {
    format!("{by} asks for `{written}`, which is outside the site")
}

pub(super) fn above(by: &str, written: &str) -> String {
    format!("{by} asks for `{written}`, which leads out of the site's folder")
}

pub(super) fn on_disk(by: &str, written: &str) -> String {
    format!("{by} names `{written}`, a place on one disk that no other reader has")
}

pub(super) fn absolute(by: &str, written: &str) -> String {
    format!(
        "{by} names `{written}`, which begins at the root of a server: a disk, or a server's folder, has no such file"
    )
}

pub(super) fn folder(by: &str, written: &str) -> String {
    format!("{by} names `{written}`, a folder: a disk shows the list of its files and no page")
}

pub(super) fn missing(by: &str, written: &str, file: &str) -> String {
    format!("{by} names `{written}`, but the site has no file `{file}`")
}

pub(super) fn drawn(by: &str, written: &str) -> String {
    format!("{by} draws a part of `{written}`, another file, which browsers refuse on a disk")
}

pub(super) fn no_place(written: &str, file: &str, id: &str, at: Range<usize>) -> Finding {
    Finding::new(Code::DeadLink, format!("`{written}` leads to no place: `{file}` has no id `{id}`"), at)
}

pub(super) fn refused(by: &str, written: &str) -> String {
    format!("{by} asks for `{written}`, which browsers refuse a page on a disk")
}
