//! One reading of the site, from which pages are made when they are asked for.
//!
//! An `Output` borrows the site that it is made from. A thread owns both and answers questions, so that a page is ready
//! long before a whole site would be, and the memory of a reading goes when nobody asks it any more.

use std::error::Error;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::{fs, io};

use hyper::body::Bytes;
use tokio::sync::oneshot;

use super::STACK;
use crate::config::Config;
use crate::model::output::{Content, Output};
use crate::model::site::Site;
use crate::pipeline::render::render;

/// What a path gives: no file, the file's bytes, or why it can't be made.
pub(super) type Answer = Option<Result<Bytes, String>>;

struct Ask {
    path: String,
    answer: oneshot::Sender<Answer>,
}

/// A reading of the site; it ends with its last copy.
#[derive(Clone)]
pub(super) struct Generation {
    asks: mpsc::Sender<Ask>,
}

impl Generation {
    /// Plans the pages of `site`.
    ///
    /// # Errors
    /// Why there can be no pages at all, as a person reads it: a template that is wrong, two files of one name.
    pub(super) fn new(site: Site, config: Config) -> Result<Self, String> {
        let (asks, asked) = mpsc::channel();
        let (planned, plan) = mpsc::channel();
        let work = move || match render(&site, &config) {
            Ok(output) => {
                let _ = planned.send(Ok(()));
                answer_all(&output, &asked);
            }
            Err(error) => {
                let _ = planned.send(Err(told(&error)));
            }
        };
        let thread = std::thread::Builder::new().name("pages".into()).stack_size(STACK);
        thread.spawn(work).map_err(|error| told(&error))?;
        // A plan that never comes: the thread fell over and the terminal shows why.
        plan.recv().unwrap_or_else(|_| Err(FELL_OVER.to_owned()))?;
        Ok(Self { asks })
    }

    /// The file at `path`.
    pub(super) async fn file(&self, path: &str) -> Answer {
        self.ask(path).await.unwrap_or_else(|_| Some(Err(FELL_OVER.to_owned())))
    }

    /// The same for a thread that may wait.
    pub(super) fn file_now(&self, path: &str) -> Answer {
        self.ask(path).blocking_recv().unwrap_or_else(|_| Some(Err(FELL_OVER.to_owned())))
    }

    fn ask(&self, path: &str) -> oneshot::Receiver<Answer> {
        let (answer, answered) = oneshot::channel();
        // Where the thread is gone, so is the sender of the answer: the receiver learns of it.
        let _ = self.asks.send(Ask { path: path.to_owned(), answer });
        answered
    }
}

/// What is said where postil itself is at fault.
pub(super) const FELL_OVER: &str = "error: postil itself failed here; the terminal shows where. Please report it";

fn answer_all(output: &Output<'_>, asked: &mpsc::Receiver<Ask>) {
    for ask in asked {
        let made = catch_unwind(AssertUnwindSafe(|| file(output, &ask.path)));
        let _ = ask.answer.send(made.unwrap_or_else(|_| Some(Err(FELL_OVER.to_owned()))));
    }
}

fn file(output: &Output<'_>, path: &str) -> Answer {
    let made = match output.get(path)? {
        Content::Bytes(bytes) => Ok(Bytes::copy_from_slice(bytes)),
        Content::Shared(bytes) => Ok(Bytes::copy_from_slice(bytes)),
        Content::Copy(from) => plain_file(from).map(Bytes::from).map_err(|error| told(&error)),
        Content::Made(make) => make().map(Bytes::from).map_err(|error| told(&*error)),
        // A live site has none: `Rebuild` turns the worker off.
        Content::Last(_) => return None,
    };
    Some(made.map_err(|why| format!("{path}: {why}")))
}

/// The bytes of a file that is no link: what is beside an article never leads out of the site.
fn plain_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "no plain file"));
    }
    fs::read(path)
}

/// An error with all its causes.
fn told(error: &dyn Error) -> String {
    let mut text = format!("error: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        let _ = write!(text, "\n  because: {error}");
        cause = error.source();
    }
    text
}
