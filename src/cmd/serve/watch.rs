//! Disk → something changed.
//!
//! The kernel tells of changes within a millisecond. Where it can't (a limit, a network disk), where its list ran over,
//! or where a new folder was filled before it was watched, a look at sizes and times now and then finds what was missed.

use std::ffi::OsStr;
use std::fs::Metadata;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use walkdir::WalkDir;

/// What a site is made of.
const PARTS: [&str; 4] = ["postil.yaml", "content", "templates", "themes"];

/// How long it must be quiet before a burst of changes is over: an editor's two or three steps of saving take less.
const QUIET: Duration = Duration::from_millis(10);

/// The longest wait for quiet.
const LONGEST_BURST: Duration = Duration::from_millis(500);

/// The shortest time between two looks where the kernel tells of changes, and where it doesn't.
const SELDOM: Duration = Duration::from_secs(2);
const OFTEN: Duration = Duration::from_millis(300);

/// A look may take one part in so many of the time.
const SHARE: u32 = 50;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A file changed.
    Changed,
    /// Perhaps one did.
    Perhaps,
}

/// Watches a site's files.
pub(super) struct Watch {
    root: PathBuf,
    words: Receiver<Word>,
    sender: Sender<Word>,
    kernel: Kernel,
    seen: Look,
}

/// Whether the kernel tells of changes.
enum Kernel {
    /// Not asked yet: the first page comes first.
    NotYet,
    Tells {
        watcher: RecommendedWatcher,
        /// The folders that are watched, as they are told apart on the disk.
        folders: Vec<(PathBuf, u64)>,
    },
    Silent,
}

/// All files' names, sizes and times in one number, and how long it took.
#[derive(Clone, Copy)]
struct Look {
    print: u64,
    took: Duration,
}

impl Watch {
    /// Watches the site at `root`, an absolute path.
    pub(super) fn new(root: PathBuf) -> Self {
        let (sender, words) = channel();
        let seen = Look { print: 0, took: Duration::ZERO };
        Self { root, words, sender, kernel: Kernel::NotYet, seen }
    }

    /// Remembers how the files are: to be called before they are read.
    pub(super) fn look(&mut self) {
        self.seen = look(&self.root);
    }

    /// Returns when a file changed since the last [`look`](Self::look).
    pub(super) fn wait(&mut self) {
        let first = matches!(self.kernel, Kernel::NotYet);
        self.listen();
        if first && self.differs() {
            return;
        }
        loop {
            let shortest = if matches!(self.kernel, Kernel::Silent) { OFTEN } else { SELDOM };
            let word = self.words.recv_timeout(shortest.max(self.seen.took * SHARE));
            let burst = self.rest_of_burst();
            let changed = match word {
                Ok(Word::Perhaps) | Err(RecvTimeoutError::Timeout) => burst == Some(Word::Changed) || self.differs(),
                // The latter cannot be, as a sender is kept here.
                Ok(Word::Changed) | Err(RecvTimeoutError::Disconnected) => true,
            };
            if changed {
                self.listen();
                return;
            }
        }
    }

    fn differs(&self) -> bool {
        look(&self.root).print != self.seen.print
    }

    /// Waits until it is quiet; whether a change was among the words.
    fn rest_of_burst(&self) -> Option<Word> {
        let began = Instant::now();
        let mut heard = None;
        while began.elapsed() < LONGEST_BURST {
            match self.words.recv_timeout(QUIET) {
                Ok(Word::Changed) => heard = Some(Word::Changed),
                Ok(Word::Perhaps) => {}
                Err(_) => break,
            }
        }
        heard
    }

    /// Asks the kernel to tell of changes, also in folders that came since.
    fn listen(&mut self) {
        if matches!(self.kernel, Kernel::NotYet) {
            self.kernel = match watcher(&self.root, self.sender.clone()) {
                Ok(watcher) => Kernel::Tells { watcher, folders: Vec::new() },
                Err(error) => silent(&error),
            };
        }
        let Kernel::Tells { watcher, folders } = &mut self.kernel else {
            return;
        };
        let folder = |part: &&str| {
            let path = self.root.join(part);
            let about = path.symlink_metadata().ok().filter(Metadata::is_dir)?;
            Some((path, identity(&about)))
        };
        let there: Vec<_> = PARTS[1..].iter().filter_map(folder).collect();
        for folder in there.iter().filter(|folder| !folders.contains(folder)) {
            if let Err(error) = watcher.watch(&folder.0, RecursiveMode::Recursive) {
                self.kernel = silent(&error);
                return;
            }
        }
        *folders = there;
    }
}

fn watcher(root: &Path, sender: Sender<Word>) -> notify::Result<RecommendedWatcher> {
    let site = root.to_owned();
    let heard = move |event: notify::Result<Event>| {
        let word = match event {
            Ok(event) => word(&event, &site),
            Err(_) => Some(Word::Perhaps),
        };
        // Nobody listens any more only where the program ends.
        let _ = word.map(|word| sender.send(word));
    };
    // A link may lead to all of the disk; none is followed by whoever reads the site either.
    let mut watcher = RecommendedWatcher::new(heard, Config::default().with_follow_symlinks(false))?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

fn silent(error: &notify::Error) -> Kernel {
    let _ = writeln!(
        anstream::stderr(),
        "the system can't tell of changes ({error}); the files are looked at every now and then instead"
    );
    Kernel::Silent
}

/// What an event means. That a file was opened or read is nothing: postil does so itself.
fn word(event: &Event, root: &Path) -> Option<Word> {
    if event.need_rescan() {
        return Some(Word::Perhaps);
    }
    let written = AccessKind::Close(AccessMode::Write);
    let looked_at = matches!(event.kind, EventKind::Access(kind) if kind != written);
    let ours = event.paths.iter().any(|path| is_part(path, root));
    (ours && !looked_at).then_some(Word::Changed)
}

/// Whether a path can be a part of the site: hidden files and those that editors put beside others are none.
fn is_part(path: &Path, root: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else {
        return false;
    };
    let first = inside.iter().next().is_some_and(|first| PARTS.iter().any(|part| first == OsStr::new(part)));
    first && inside.iter().all(is_visible)
}

fn is_visible(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    !name.starts_with(b".") && !name.ends_with(b"~")
}

fn look(root: &Path) -> Look {
    let began = Instant::now();
    let mut state = DefaultHasher::new();
    for part in PARTS {
        let walk = WalkDir::new(root.join(part)).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| is_visible(entry.file_name())).flatten() {
            entry.path().hash(&mut state);
            // A folder's own size and time follow from what is in it.
            if !entry.file_type().is_dir()
                && let Ok(about) = entry.metadata()
            {
                (about.len(), about.modified().ok(), identity(&about)).hash(&mut state);
            }
        }
    }
    Look { print: state.finish(), took: began.elapsed() }
}

/// The file's number on its disk, where disks have such: another file under the same name has another one.
#[cfg(unix)]
fn identity(about: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    about.ino()
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> u64 {
    0
}
