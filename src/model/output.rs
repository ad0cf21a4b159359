//! What a build wants on disk: paths, and where the bytes of each come from.
//!
//! `render` fills an [`Output`], `write` puts it on disk. A page may be given as a recipe
//! ([`Content::Made`]), so that a site of any size never stands in memory whole. Two outputs which
//! would be one file on some disk are refused here, before anything is written.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization as _;

/// The beginning of names in the output folder that belong to postil itself, as its manifest.
pub const RESERVED: &str = ".postil-";

/// The longest part of a path, in bytes: below the 255 of every common file system, also after
/// percent-encoding most names.
const LONGEST_PART: usize = 100;

/// The longest path, in bytes: leaves room for the folder's own place within Windows' 260.
const LONGEST_PATH: usize = 250;

/// Names that Windows keeps for devices, in any folder and with any extension
/// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Where a file stands in the site: relative, parts separated by `/`, safe on every common disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(String);

impl OutPath {
    /// Takes `path` if it can be a file of the site.
    ///
    /// # Errors
    ///
    /// [`BadPath`] says which rule it breaks: empty, absolute, `.` or `..`, an empty part, a
    /// backslash or another character that some disk refuses, a control character, a Windows
    /// device, a part over 100 bytes, over 250 bytes in all, or a name of postil's own.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        match flaw(path) {
            None => Ok(Self(path.to_owned())),
            Some(flaw) => Err(BadPath { path: path.to_owned(), flaw }),
        }
    }

    /// The path as text, `/`-separated.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders that hold it, outermost first: `a` and `a/b` for `a/b/c.html`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| self.0.split_at(at).0)
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A path that no file of the site may have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path:?} cannot be a file of the site: {flaw}")]
pub struct BadPath {
    /// The path as it was given.
    pub path: String,
    /// The rule that it breaks.
    pub flaw: Flaw,
}

/// Why a path was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Nothing at all.
    #[error("it is empty; give it a name")]
    Empty,
    /// Begins at the root of a disk.
    #[error("it is absolute; give it from the site's root, without the first `/`")]
    Absolute,
    /// Has a part `.` or `..`.
    #[error("it has a part `.` or `..`; write out where it stands")]
    Dots,
    /// Has two slashes together, or one at its end.
    #[error("it has an empty part; take out the superfluous `/`")]
    EmptyPart,
    /// Has a character below U+0020, or U+007F to U+009F.
    #[error("it has a control character; take it out")]
    Control,
    /// Has a character that Windows or an address reads as something else.
    #[error("it has a {0:?}, which not every disk can hold; take it out")]
    Character(char),
    /// Has a part that ends with a dot or a space, which Windows drops.
    #[error("a part of it ends with a dot or a space, which Windows drops; take it out")]
    LastCharacter,
    /// Has a part that is a device on Windows.
    #[error("a part of it is a device on Windows, as `con` or `nul`; rename it")]
    Device,
    /// Has a part over 100 bytes.
    #[error("a part of it is over {LONGEST_PART} bytes; shorten it")]
    LongPart,
    /// Is over 250 bytes.
    #[error("it is over {LONGEST_PATH} bytes; shorten it")]
    Long,
    /// Begins with [`RESERVED`].
    #[error("names that begin with `{RESERVED}` are postil's own; rename it")]
    Reserved,
}

fn flaw(path: &str) -> Option<Flaw> {
    if path.is_empty() {
        return Some(Flaw::Empty);
    }
    if path.starts_with('/') {
        return Some(Flaw::Absolute);
    }
    if path.len() > LONGEST_PATH {
        return Some(Flaw::Long);
    }
    if path.to_ascii_lowercase().starts_with(RESERVED) {
        return Some(Flaw::Reserved);
    }
    path.split('/').find_map(part_flaw)
}

fn part_flaw(part: &str) -> Option<Flaw> {
    match part {
        "" => Some(Flaw::EmptyPart),
        "." | ".." => Some(Flaw::Dots),
        _ if part.len() > LONGEST_PART => Some(Flaw::LongPart),
        _ if part.ends_with(['.', ' ']) => Some(Flaw::LastCharacter),
        _ if is_device(part) => Some(Flaw::Device),
        _ => part.chars().find_map(character_flaw),
    }
}

fn character_flaw(character: char) -> Option<Flaw> {
    match character {
        _ if character.is_control() => Some(Flaw::Control),
        '\\' | '<' | '>' | ':' | '"' | '|' | '?' | '*' => Some(Flaw::Character(character)),
        _ => None,
    }
}

fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part);
    let stem = stem.trim_end_matches(' ').to_ascii_lowercase();
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    number.is_some_and(is_digit) || DEVICES.contains(&stem.as_str())
}

/// Windows reads the superscript digits of Latin-1 as digits here.
fn is_digit(text: &str) -> bool {
    let mut characters = text.chars();
    let digit = |found: char| found.is_ascii_digit() || "¹²³".contains(found);
    characters.next().is_some_and(digit) && characters.next().is_none()
}

/// Why a page could not be made: whatever the recipe says.
pub type MakeError = Box<dyn std::error::Error + Send + Sync>;

/// Makes the bytes of a file when the writer asks for them, on any thread.
pub type Recipe<'a> = Box<dyn Fn() -> Result<Vec<u8>, MakeError> + Send + Sync + 'a>;

/// A file that has been made: what a file that is made last may tell of it.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Where it stands.
    pub path: &'a OutPath,
    /// In bytes.
    pub size: u64,
    /// BLAKE3 of all bytes.
    pub hash: blake3::Hash,
}

/// Makes the bytes of a file of what is known of the others, which are in the order of their paths.
pub type Summary<'a> = Box<dyn Fn(&[Listed<'_>]) -> Vec<u8> + Send + Sync + 'a>;

/// Where the bytes of a file come from.
pub enum Content<'a> {
    /// Bytes that are the output's own.
    Bytes(Vec<u8>),
    /// Bytes that someone else holds, as the files of a built-in theme.
    Shared(&'a [u8]),
    /// A regular file on disk, copied as it is; never a symbolic link.
    Copy(PathBuf),
    /// A recipe, called once and on any thread.
    Made(Recipe<'a>),
    /// A summary of all files but those that are summaries too: made once, when those have been.
    Last(Summary<'a>),
}

/// Two outputs that would be one file, or a file and a folder of one name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Clash {
    /// The same path, written a second time.
    #[error("{path} is written twice; rename one of the two sources")]
    Twice {
        /// The path.
        path: OutPath,
    },
    /// Two paths that differ only by case or by Unicode normal form.
    #[error("{first} and {second} are the same file on a disk that ignores case; rename one")]
    Alike {
        /// The path that came first.
        first: OutPath,
        /// The path that was refused.
        second: OutPath,
    },
    /// A path that is also a folder of another.
    #[error("{file} is a file, but {inside} needs a folder of that name; rename one")]
    FileAndFolder {
        /// The path that is a file.
        file: OutPath,
        /// The path that lies in it.
        inside: OutPath,
    },
    /// Two paths whose folders differ only by case or by Unicode normal form.
    #[error("{first} and {second} lie in folders that differ only by case; spell both alike")]
    Folders {
        /// A path in the folder that came first.
        first: OutPath,
        /// The path that was refused.
        second: OutPath,
    },
}

/// Who has a name, on a disk that ignores case and normal form.
enum Name {
    File(OutPath),
    Folder { spelling: String, inside: OutPath },
}

/// All files of a site, in the order of their paths.
#[derive(Default)]
pub struct Output<'a> {
    files: BTreeMap<OutPath, Content<'a>>,
    names: BTreeMap<String, Name>,
}

impl<'a> Output<'a> {
    /// An output without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    ///
    /// [`Clash`] if it would be one file with another, or a file where another has a folder, also
    /// when they differ only by case or by Unicode normal form. Nothing is added then.
    pub fn insert(&mut self, path: OutPath, content: Content<'a>) -> Result<(), Clash> {
        for folder in path.folders() {
            self.check_folder(folder, &path)?;
        }
        self.check_file(&path)?;
        self.claim(&path);
        self.files.insert(path, content);
        Ok(())
    }

    /// The files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutPath, &Content<'a>)> {
        self.files.iter()
    }

    /// The number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Where the bytes of the file at `path` come from; `None` where no file is exactly so spelled.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Content<'a>> {
        self.files.get(path)
    }

    /// Whether `path` is one of the files, exactly so spelled.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// All folders that hold a file, each before the folders in it.
    #[must_use]
    pub fn folders(&self) -> BTreeSet<&str> {
        self.files.keys().flat_map(OutPath::folders).collect()
    }

    fn check_folder(&self, folder: &str, path: &OutPath) -> Result<(), Clash> {
        match self.names.get(&fold(folder)) {
            Some(Name::File(file)) => Err(Clash::FileAndFolder { file: file.clone(), inside: path.clone() }),
            Some(Name::Folder { spelling, inside }) if spelling != folder => {
                Err(Clash::Folders { first: inside.clone(), second: path.clone() })
            }
            _ => Ok(()),
        }
    }

    fn check_file(&self, path: &OutPath) -> Result<(), Clash> {
        let second = path.clone();
        match self.names.get(&fold(path.as_str())) {
            None => Ok(()),
            Some(Name::File(first)) if first == path => Err(Clash::Twice { path: second }),
            Some(Name::File(first)) => Err(Clash::Alike { first: first.clone(), second }),
            Some(Name::Folder { inside, .. }) => Err(Clash::FileAndFolder { file: second, inside: inside.clone() }),
        }
    }

    fn claim(&mut self, path: &OutPath) {
        for folder in path.folders() {
            self.names
                .entry(fold(folder))
                .or_insert_with(|| Name::Folder { spelling: folder.to_owned(), inside: path.clone() });
        }
        let name = fold(path.as_str());
        self.names.insert(name, Name::File(path.clone()));
    }
}

/// The form in which two names are one on a disk that ignores case and normal form (APFS, NTFS).
fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfd().flat_map(char::to_lowercase).nfc().collect()
}
