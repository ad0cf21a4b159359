//! A person at a terminal, if there is one.

use std::io::{self, IsTerminal as _, Write as _};

/// Whether somebody can be asked.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What the person answers; `None` at the end of input.
///
/// # Errors
/// When the terminal is gone.
pub(super) fn ask(question: &str) -> io::Result<Option<String>> {
    let mut screen = anstream::stderr();
    write!(screen, "{question} ")?;
    screen.flush()?;
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer)?;
    Ok((read > 0).then(|| answer.trim().to_owned()))
}
