//! Problems on the terminal.

use std::io::{self, Write};

use crate::diag::human::{self, Colour};
use crate::diag::{Diagnostic, SourceMap, tally};

/// Most problems that are printed; the rest is counted.
const MOST: usize = 1_000;

/// Prints problems and their number to standard error.
///
/// # Errors
/// When standard error is closed.
pub(super) fn to_stderr(problems: &[Diagnostic], sources: &SourceMap) -> io::Result<()> {
    let stream = anstream::stderr();
    let colour = colour(anstream::AutoStream::choice(&io::stderr()));
    print(stream, colour, problems, sources)
}

/// The same to standard output, for a command whose result they are.
///
/// # Errors
/// When standard output is closed.
pub(super) fn to_stdout(problems: &[Diagnostic], sources: &SourceMap) -> io::Result<()> {
    let stream = anstream::stdout();
    let colour = colour(anstream::AutoStream::choice(&io::stdout()));
    print(stream, colour, problems, sources)
}

/// The same as text without colours, for a page.
#[cfg(feature = "serve")]
pub(super) fn text(problems: &[Diagnostic], sources: &SourceMap) -> String {
    let mut text = Vec::new();
    // Writing to memory can't fail.
    let _ = print(&mut text, Colour::Plain, problems, sources);
    String::from_utf8_lossy(&text).into_owned()
}

fn colour(choice: anstream::ColorChoice) -> Colour {
    match choice {
        anstream::ColorChoice::Never => Colour::Plain,
        _ => Colour::Ansi,
    }
}

fn print(mut stream: impl Write, colour: Colour, problems: &[Diagnostic], sources: &SourceMap) -> io::Result<()> {
    for problem in problems.iter().take(MOST) {
        writeln!(stream, "{}\n", human::render(problem, sources, colour))?;
    }
    if problems.len() > MOST {
        writeln!(stream, "… and {} more", problems.len() - MOST)?;
    }
    if problems.is_empty() {
        return Ok(());
    }
    writeln!(stream, "{}", tally(problems))
}
