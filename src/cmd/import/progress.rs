//! How far a long import is, on a terminal. A pipe gets nothing of it.

use std::io::{self, IsTerminal as _, Write as _};

/// Width of the bar, in characters.
const WIDTH: usize = 24;

/// A line that is written over.
#[derive(Debug)]
pub(super) struct Progress {
    total: usize,
    /// Whether the line stands there now; `None` where nobody would see it.
    stands: Option<bool>,
}

impl Progress {
    /// For `total` sources; shown for more than one, if standard error is a terminal.
    pub(super) fn new(total: usize) -> Self {
        let seen = total > 1 && io::stderr().is_terminal();
        Self { total, stands: seen.then_some(false) }
    }

    /// Shows that `done` sources are read.
    pub(super) fn show(&mut self, done: usize) {
        if let Some(stands) = &mut self.stands {
            *stands = true;
            // A bar that can't be drawn stops nothing.
            let _ = write!(anstream::stderr(), "\r{}", bar(done, self.total));
        }
    }

    /// Takes the line away, so that something else can be printed.
    pub(super) fn clear(&mut self) {
        if self.stands == Some(true) {
            self.stands = Some(false);
            let _ = write!(anstream::stderr(), "\r\u{1b}[2K");
        }
    }
}

fn bar(done: usize, total: usize) -> String {
    let full = WIDTH * done / total.max(1);
    format!("[{}{}] {done} of {total} read", "#".repeat(full), " ".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bar_fills() {
        assert_eq!(super::bar(1, 4), format!("[{}{}] 1 of 4 read", "#".repeat(6), " ".repeat(18)));
    }
}
