//! Which folders may be an output folder, and what stands there now.
//!
//! Everything here only looks. Folders that hold someone's work are refused one by one, because
//! each has its own remedy; the last rule, that a folder with files needs a manifest, would catch
//! nearly all of them. (Zola lost people's projects here: getzola/zola#1378, #2251.)

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Options;
use super::manifest::{self, Manifest};
use super::stage;

/// Files that show a folder to be a project or a repository, not a published site.
const PROJECT: [&str; 4] = [".git", "Cargo.toml", "postil.yaml", "content"];

/// Why a folder is not taken as the output folder. Nothing was touched.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No path at all.
    #[error("the output folder has no name; name one, as _site")]
    Empty,
    /// The root of the disk.
    #[error("{path:?} is the root of the disk; name a folder of its own, as _site")]
    Root {
        /// The folder.
        path: PathBuf,
    },
    /// The home folder.
    #[error("{path:?} is your home folder; name a folder of its own, as _site")]
    Home {
        /// The folder.
        path: PathBuf,
    },
    /// The current folder or one that holds it.
    #[error("{path:?} is the folder you are in, or holds it; name a folder in it, as _site")]
    Current {
        /// The folder.
        path: PathBuf,
    },
    /// A project or a repository.
    #[error("{path:?} holds {found}, so it is a project, not a site; name a folder in it, as _site")]
    Project {
        /// The folder.
        path: PathBuf,
        /// What it holds.
        found: &'static str,
    },
    /// A symbolic link.
    #[error("{path:?} is a symbolic link; name the folder that it points to")]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// A file, a pipe or the like.
    #[error("{path:?} is not a folder; name another, or move it away")]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A folder with files, which postil did not write.
    #[error(
        "{path:?} has files, but no {} that postil wrote; empty it yourself, or name another folder",
        manifest::NAME
    )]
    Foreign {
        /// The folder.
        path: PathBuf,
    },
    /// A folder whose manifest cannot be trusted.
    #[error(
        "{path:?} has a {} that is damaged or of another version, so postil cannot tell its files \
         from yours; move the folder away and build again",
        manifest::NAME
    )]
    Damaged {
        /// The folder.
        path: PathBuf,
    },
    /// The folder that should hold it does not exist.
    #[error("{path:?} does not exist, so no site can be put into it; make that folder first")]
    NoParent {
        /// The missing folder.
        path: PathBuf,
    },
    /// It cannot be told what stands there.
    #[error("{path:?} cannot be read ({reason}); change its permissions, or name another folder")]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the disk said.
        reason: io::Error,
    },
}

/// An output folder that may be written.
pub(super) struct Target {
    /// Its real place: absolute, no link on the way.
    pub(super) path: PathBuf,
    /// The folder that holds it.
    pub(super) parent: PathBuf,
    /// What stands there.
    pub(super) state: State,
}

/// What stands at the output folder's place.
pub(super) enum State {
    /// Nothing.
    Missing,
    /// A folder without anything.
    Empty,
    /// A site that postil wrote, and its list.
    Site(Manifest),
    /// What a build in place left when it was killed before its first manifest.
    Begun,
}

impl Target {
    /// Takes `path` as the output folder, or says why not.
    pub(super) fn check(path: &Path, options: &Options) -> Result<Self, Refusal> {
        let (path, parent) = locate(path, &options.current)?;
        let state = match fs::symlink_metadata(&path) {
            Err(reason) if reason.kind() == ErrorKind::NotFound => State::Missing,
            Err(reason) => return Err(Refusal::Unreadable { path, reason }),
            Ok(found) if found.is_symlink() => return Err(Refusal::Link { path }),
            Ok(found) if !found.is_dir() => return Err(Refusal::NotAFolder { path }),
            Ok(_) => folder(&path, options)?,
        };
        Ok(Self { path, parent, state })
    }

    /// Its name with `ending` behind it, for the files that postil puts beside it.
    pub(super) fn name_with(&self, ending: &str) -> OsString {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(ending);
        name
    }

    /// A path beside it: its own with `ending` behind.
    pub(super) fn beside(&self, ending: &str) -> PathBuf {
        self.parent.join(self.name_with(ending))
    }
}

/// Resolves everything but the last part, so that a link there is still seen as one.
fn locate(path: &Path, current: &Path) -> Result<(PathBuf, PathBuf), Refusal> {
    if path.as_os_str().is_empty() {
        return Err(Refusal::Empty);
    }
    let path = current.join(path);
    let real = match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => canonical(parent)?.join(name),
        // The root, or a path that ends in `..`.
        _ => canonical(&path)?,
    };
    match real.parent() {
        Some(parent) => Ok((real.clone(), parent.to_owned())),
        None => Err(Refusal::Root { path: real }),
    }
}

fn canonical(path: &Path) -> Result<PathBuf, Refusal> {
    fs::canonicalize(path).map_err(|reason| {
        let path = path.to_owned();
        match reason.kind() {
            ErrorKind::NotFound => Refusal::NoParent { path },
            _ => Refusal::Unreadable { path, reason },
        }
    })
}

fn folder(path: &Path, options: &Options) -> Result<State, Refusal> {
    let owned = path.to_owned();
    if options.home.as_deref().is_some_and(|home| resolved(home) == path) {
        return Err(Refusal::Home { path: owned });
    }
    if resolved(&options.current).starts_with(path) {
        return Err(Refusal::Current { path: owned });
    }
    match contents(path) {
        Ok(contents) => contents.judge(path),
        Err(reason) => Err(Refusal::Unreadable { path: owned, reason }),
    }
}

fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

struct Contents {
    empty: bool,
    has_manifest: bool,
    begun: bool,
    manifest: Option<Manifest>,
}

fn contents(path: &Path) -> io::Result<Contents> {
    Ok(Contents {
        empty: fs::read_dir(path)?.next().is_none(),
        has_manifest: fs::symlink_metadata(path.join(manifest::NAME)).is_ok(),
        begun: stage::is_stage(&path.join(stage::INSIDE)),
        manifest: Manifest::read(path)?,
    })
}

impl Contents {
    fn judge(self, path: &Path) -> Result<State, Refusal> {
        if let Some(found) = self.project(path) {
            let path = path.to_owned();
            return Err(Refusal::Project { path, found });
        }
        let path = path.to_owned();
        match self.manifest {
            Some(manifest) => Ok(State::Site(manifest)),
            None if self.empty => Ok(State::Empty),
            None if self.has_manifest => Err(Refusal::Damaged { path }),
            None if self.begun => Ok(State::Begun),
            None => Err(Refusal::Foreign { path }),
        }
    }

    /// What shows the folder to be a project, unless postil itself wrote it: a site may have a
    /// page in a folder of that name. A repository is one whatever the manifest says.
    fn project(&self, path: &Path) -> Option<&'static str> {
        PROJECT.into_iter().find(|name| {
            let listed = self.manifest.as_ref().is_some_and(|list| list.lists_in(name));
            let ours = listed && *name != ".git";
            !ours && fs::symlink_metadata(path.join(name)).is_ok()
        })
    }
}
