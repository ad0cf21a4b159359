//! `postil anchor`: the matcher for other programs, and for its benchmark.

use std::borrow::Cow;
use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::Anchor;
use crate::model::anchor::{Fit, Placement};
use crate::pipeline::anchor::{Quote, Revised, Revision, Text};
use crate::text::TextRange;

/// Lines that are read before they are answered in parallel: enough for all cores, few enough to answer soon.
const LINES: usize = 256;

/// Bytes after which a chunk is answered though it has fewer lines.
const BYTES: usize = 16 << 20;

/// One question.
#[derive(Deserialize)]
struct Question<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    quote: Cow<'a, str>,
    #[serde(borrow)]
    prefix: Option<Cow<'a, str>>,
    #[serde(borrow)]
    suffix: Option<Cow<'a, str>>,
    position: Option<usize>,
    #[serde(borrow)]
    old: Option<Cow<'a, str>>,
}

/// One answer; offsets in code points.
#[derive(Serialize)]
struct Answer {
    id: Value,
    start: Option<usize>,
    end: Option<usize>,
    score: f32,
    how: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    us: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    candidates: Option<Vec<Candidate>>,
}

/// A place that came into question.
#[derive(Serialize)]
struct Candidate {
    start: usize,
    end: usize,
    score: f32,
    features: Vec<f32>,
}

/// Answers every line of standard input, in its order.
///
/// # Errors
/// When a line is not a question; the message names it, and all lines before it are answered.
pub(super) fn run(args: &Anchor) -> anyhow::Result<ExitCode> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut first = 1;
    loop {
        let lines = chunk(&mut input)?;
        if lines.is_empty() {
            output.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        let answers: Vec<_> = lines.par_iter().map(|line| answer(line, args)).collect();
        for (answer, number) in answers.into_iter().zip(first..) {
            match answer.with_context(|| format!("line {number}")) {
                Ok(Some(answer)) => writeln!(output, "{answer}")?,
                Ok(None) => {}
                Err(error) => {
                    output.flush()?;
                    return Err(error);
                }
            }
        }
        output.flush()?;
        first += lines.len();
    }
}

/// The next lines; none at the end.
fn chunk(input: &mut impl BufRead) -> std::io::Result<Vec<Vec<u8>>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while lines.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        lines.push(line);
    }
    Ok(lines)
}

fn answer(line: &[u8], args: &Anchor) -> anyhow::Result<Option<String>> {
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let mut question: Question<'_> = serde_json::from_slice(line)?;
    let id = question.id.take();
    let begun = Instant::now();
    let text = Text::new(&question.text);
    let revised = place(&text, &question);
    let us = begun.elapsed().as_secs_f64() * 1e6;
    let (range, score, how) = told(&revised);
    let points = range.map(|range| code_points(&question.text, range));
    let answer = Answer {
        id,
        start: points.map(|(start, _)| start),
        end: points.map(|(_, end)| end),
        score,
        how,
        us: args.timed.then_some((us * 10.0).round() / 10.0),
        candidates: args.explain.then(|| candidates(&text, &question)),
    };
    Ok(Some(serde_json::to_string(&answer)?))
}

fn quote<'a>(question: &'a Question<'_>) -> Quote<'a> {
    Quote {
        words: &question.quote,
        prefix: question.prefix.as_deref(),
        suffix: question.suffix.as_deref(),
        position: question.position,
    }
}

fn place(text: &Text<'_>, question: &Question<'_>) -> Revised {
    match &question.old {
        None => Revised::Searched(text.place(quote(question))),
        Some(old) => Revision::new(&Text::new(old), text).place(quote(question)),
    }
}

fn told(revised: &Revised) -> (Option<TextRange>, f32, &'static str) {
    let placement = match revised {
        Revised::Carried(range, score) => return (Some(*range), score.value(), "carried"),
        Revised::Searched(placement) => placement,
    };
    match placement {
        Placement::Anchored(anchor) => match anchor.fit {
            Fit::Exact => (Some(anchor.range), 1.0, "exact"),
            Fit::Moved(score) => (Some(anchor.range), score.value(), "moved"),
            Fit::Approximate(score) => (Some(anchor.range), score.value(), "approximate"),
        },
        // Several places are equally sure; the best of two is right half the time.
        Placement::Ambiguous(places) => (places.first().copied(), 0.5, "ambiguous"),
        Placement::Orphan(guess) => (None, guess.map_or(0.0, |guess| guess.score.value()), "orphan"),
        Placement::Whole => (None, 0.0, "orphan"),
    }
}

fn candidates(text: &Text<'_>, question: &Question<'_>) -> Vec<Candidate> {
    let candidate = |explained: crate::pipeline::anchor::Explained| {
        let (start, end) = code_points(&question.text, explained.range);
        Candidate { start, end, score: explained.score.value(), features: explained.features }
    };
    text.explain(quote(question)).into_iter().map(candidate).collect()
}

fn code_points(text: &str, range: TextRange) -> (usize, usize) {
    let start = text[..range.start as usize].chars().count();
    (start, start + text[range.bytes()].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Anchor = Anchor { timed: false, explain: false };

    fn said(line: &str) -> String {
        answer(line.as_bytes(), &PLAIN).expect("is a question").expect("is no empty line")
    }

    #[test]
    fn offsets_are_code_points() {
        let line = r#"{"id": 7, "text": "Grüße 👋 an alle", "quote": "an alle"}"#;
        assert_eq!(said(line), r#"{"id":7,"start":8,"end":15,"score":1.0,"how":"exact"}"#);
    }

    #[test]
    fn words_that_are_gone_have_no_place() {
        let line = r#"{"id": "a", "text": "Nothing of it.", "quote": "low tide", "prefix": null}"#;
        assert_eq!(said(line), r#"{"id":"a","start":null,"end":null,"score":0.0,"how":"orphan"}"#);
    }

    #[test]
    fn the_old_text_carries_a_place() {
        let line = r#"{"text": "A new line. The tide was low.", "quote": "tide was", "position": 4, "old": "The tide was low."}"#;
        assert_eq!(said(line), r#"{"id":null,"start":16,"end":24,"score":1.0,"how":"carried"}"#);
    }

    #[test]
    fn what_is_no_question_is_an_error_and_an_empty_line_nothing() {
        assert!(answer(br#"{"text": "a"}"#, &PLAIN).is_err());
        assert!(answer(b"not json", &PLAIN).is_err());
        assert!(answer(b" \r\n", &PLAIN).expect("is nothing").is_none());
    }
}
