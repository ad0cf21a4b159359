//! Asking a person about each change.

use std::io::{self, BufRead, Write};

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cmd) enum Answer {
    /// Write this.
    Yes,
    /// Leave this.
    No,
    /// Write this and all that follow and are sure enough.
    All,
    /// Leave this and all that follow.
    Quit,
}

/// Asks until the answer is understood; the end of the input means to quit.
///
/// # Errors
/// When the terminal is gone.
pub(in crate::cmd) fn ask(question: &str, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<Answer> {
    loop {
        write!(output, "{question} [y]es, [n]o, [a]ll that are sure, [q]uit: ")?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(output)?;
            return Ok(Answer::Quit);
        }
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(Answer::Yes),
            "n" | "no" => return Ok(Answer::No),
            "a" | "all" => return Ok(Answer::All),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_until_it_understands() {
        let mut said = Vec::new();
        let mut input = &b"perhaps\n\n Yes \nq\n"[..];
        assert_eq!(ask("write it?", &mut input, &mut said).expect("answers"), Answer::Yes);
        assert_eq!(String::from_utf8(said).expect("text").matches("write it?").count(), 3);
        assert_eq!(ask("?", &mut input, &mut Vec::new()).expect("answers"), Answer::Quit);
        assert_eq!(ask("?", &mut input, &mut Vec::new()).expect("answers"), Answer::Quit);
    }
}
