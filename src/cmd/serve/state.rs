//! What is shown now, and which pages are open.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use super::generation::Generation;
use super::guard::Own;

/// What is shown now.
#[derive(Clone, Default)]
pub(super) struct Now {
    /// The newest good reading; `None` until there is one.
    pub(super) site: Option<Generation>,
    /// What keeps a newer one from being shown, as `check` prints it; empty where nothing does.
    pub(super) problems: Arc<str>,
    /// Whether the site was read at all.
    pub(super) ready: Ready,
}

/// Whether the site was read at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ready {
    /// The first reading is under way.
    #[default]
    NotYet,
    /// There was one, good or not.
    Yes,
}

/// What the server and the rebuilding thread share.
pub(super) struct State {
    /// The server's own names.
    pub(super) own: Own,
    /// What is shown now.
    pub(super) now: watch::Sender<Now>,
    /// The files that are open in browsers, with how often.
    open: Mutex<BTreeMap<String, usize>>,
}

impl State {
    pub(super) fn new(own: Own) -> Self {
        Self { own, now: watch::Sender::default(), open: Mutex::default() }
    }

    /// Remembers that `file` is open until what is returned is dropped.
    pub(super) fn opened(self: &Arc<Self>, file: &str) -> Opened {
        *self.counts().entry(file.to_owned()).or_default() += 1;
        Opened { state: Arc::clone(self), file: file.to_owned() }
    }

    /// The files that are open in browsers.
    pub(super) fn open(&self) -> Vec<String> {
        self.counts().keys().cloned().collect()
    }

    fn counts(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page that is open.
pub(super) struct Opened {
    state: Arc<State>,
    file: String,
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut counts = self.state.counts();
        if let Some(count) = counts.get_mut(&self.file) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.file);
            }
        }
    }
}
