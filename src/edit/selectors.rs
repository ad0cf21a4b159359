//! New selectors for a note or stance: `quote` and `anchor` are written anew, everything else stays, byte for byte.
//!
//! The new scalars are put in the place of the old ones, whose bytes [`written`] gives; what is missing of `anchor` is
//! put beside what stands there. The crate yaml-edit was tried first: it keeps comments and order, but writes `'words'`
//! and blocks (`|`, `>`) as plain words, drops the empty line behind a block, ends the last line of a file that had no
//! line break, and puts a line break in a prefix into a block in the middle of `anchor`. What is written here
//! needs none of its tree.
//!
//! Nothing is trusted: the new text is read again, and given back only if all that it says is what the old one said but for
//! what was asked.

use std::ops::Range;

use super::fields::{Fields, same_words};
use super::lines::{column, end_of_line, in_place_of, line_break, spliced};
use super::scalar::{Context, can_be_block, quoted, scalar, wrapped};
use crate::config::Limits;
use crate::model::note::AnchorHint;
use crate::yaml::{Style, Written, written};

/// What is to stand there; `None`, and the parts of `anchor` that are `None`, stay as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selectors<'a> {
    /// The words. Their white space may come to be written as other white space, which no reader tells apart.
    pub quote: Option<&'a str>,
    /// The words around them, and where they begin; written as given.
    pub anchor: Option<&'a AnchorHint>,
}

/// Why a text can't be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The text can't be read as it is.
    #[error("what is written there can't be read: mend what `postil check` says of it first")]
    Unreadable,
    /// There is no `quote`.
    #[error("there is no `quote` to change")]
    NoQuote,
    /// The changed text would say something else than it should.
    #[error("no way was found to write it that leaves everything else as it is: change it by hand")]
    Unfaithful,
}

/// The YAML text with new selectors for the note or stance at `way`: empty for a note's own file, `notes/0` or `stance/1` in
/// the front matter of an article. Line breaks, indentation and quotation marks are those that stand there.
///
/// # Errors
/// See [`Refused`].
pub fn rewrite(yaml: &str, way: &str, wanted: Selectors<'_>, limits: &Limits) -> Result<String, Refused> {
    let before = Fields::read(yaml, way, limits).ok_or(Refused::Unreadable)?;
    for manner in [Manner::AsWritten, Manner::Quoted] {
        let edit = Edit { yaml, way, manner, splices: Vec::new() };
        let text = edit.made(&before, wanted).ok_or(Refused::NoQuote)?;
        let after = Fields::read(&text, way, limits);
        if after.is_some_and(|after| after.says(&before, way, wanted.quote, wanted.anchor)) {
            return Ok(text);
        }
    }
    Err(Refused::Unfaithful)
}

/// How new words are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// As the old ones were.
    AsWritten,
    /// In quotes on one line, which can hold everything.
    Quoted,
}

/// The changes to one text.
struct Edit<'a> {
    yaml: &'a str,
    way: &'a str,
    manner: Manner,
    splices: Vec<(Range<usize>, String)>,
}

impl Edit<'_> {
    /// The changed text; `None` where there is no quote.
    fn made(mut self, before: &Fields, wanted: Selectors<'_>) -> Option<String> {
        let map = written(self.yaml, self.way)?;
        let quote = self.at("quote")?;
        let (old_quote, old_anchor) = before.selectors(self.way)?;
        if let Some(words) = wanted.quote.filter(|words| !old_quote.is_some_and(|old| same_words(old, words))) {
            self.quote(&quote, words, context(&map));
        }
        if let Some(anchor) = wanted.anchor {
            let parts = parts(anchor, old_anchor);
            match self.at("anchor") {
                _ if parts.is_empty() => {}
                Some(old) => self.anchor(&old, &parts),
                None => self.new_anchor(&map, &quote, &parts),
            }
        }
        Some(spliced(self.yaml, self.splices))
    }

    fn at(&self, key: &str) -> Option<Written> {
        written(self.yaml, &if self.way.is_empty() { key.to_owned() } else { format!("{}/{key}", self.way) })
    }

    fn quote(&mut self, old: &Written, words: &str, context: Context) {
        let several = self.yaml[old.value.clone()].contains('\n');
        let block = matches!(old.style, Style::Literal | Style::Folded);
        if self.manner == Manner::Quoted || block && !can_be_block(words) {
            return self.replace(old, quoted(words));
        }
        let new = if block { words.to_owned() } else { scalar(words, old.style, context) };
        let (column, indent) = (column(self.yaml, old.value.start), self.indent_below(old));
        let lines = if several { wrapped(&new, column, indent, self.width(old)) } else { vec![&*new] };
        let between = format!("{}{}", line_break(self.yaml, old.key.end), " ".repeat(indent));
        self.splices.push((old.value.clone(), lines.join(&between)));
    }

    /// Characters of the longest line that the value stands in.
    fn width(&self, old: &Written) -> usize {
        let start = self.yaml[..old.value.start].rfind('\n').map_or(0, |at| at + 1);
        let lines = self.yaml[start..old.value.end].lines();
        lines.map(|line| line.chars().count()).max().unwrap_or_default()
    }

    /// The indentation of a value's second line; in a block it is that of the first.
    fn indent_below(&self, old: &Written) -> usize {
        let value = &self.yaml[old.value.clone()];
        let second = value.lines().skip(1).find(|line| !line.trim().is_empty());
        match (old.style, second) {
            (Style::Literal | Style::Folded, _) | (_, None) => column(self.yaml, old.value.start),
            (_, Some(line)) => line.len() - line.trim_start_matches(' ').len(),
        }
    }

    /// Puts a scalar on one line in the place of a value, of a block also in the place of its sign.
    fn replace(&mut self, old: &Written, new: String) {
        self.splices.extend(in_place_of(self.yaml, old, new));
    }

    /// The parts of an anchor that stands there: each in its place, the missing ones behind the one before them.
    fn anchor(&mut self, old: &Written, parts: &[Part]) {
        let context = context(old);
        let stands: Vec<Option<Written>> = parts.iter().map(|part| self.at(&format!("anchor/{}", part.key))).collect();
        let Some(first) = stands.iter().flatten().min_by_key(|part| part.key.start).cloned() else {
            return self.fill(old, parts);
        };
        let mut before: Option<&Written> = None;
        for (part, stands) in parts.iter().zip(&stands) {
            match (stands, before) {
                (Some(at), _) => {
                    if part.new {
                        self.part(at, part, context);
                    }
                    before = Some(at);
                }
                (None, Some(before)) => self.insert_behind(before, &part.entry(), context),
                (None, None) => self.insert_before(&first, &part.entry(), context),
            }
        }
    }

    fn part(&mut self, old: &Written, part: &Part, context: Context) {
        let block = matches!(old.style, Style::Literal | Style::Folded);
        let kept = self.yaml[old.key.end..old.value.start].contains(['|', '>'])
            && self.yaml[old.key.end..old.value.start].contains('-')
            && can_be_block(&part.value);
        match (part.key, self.manner) {
            (POSITION, _) => self.replace(old, part.value.clone()),
            (_, Manner::AsWritten) if block && kept => self.splices.push((old.value.clone(), part.value.clone())),
            (_, Manner::AsWritten) if !block => self.replace(old, scalar(&part.value, old.style, context)),
            _ => self.replace(old, quoted(&part.value)),
        }
    }

    fn insert_behind(&mut self, old: &Written, entry: &str, context: Context) {
        let insertion = match context {
            Context::Flow => (old.value.end, format!(", {entry}")),
            Context::Block => {
                let indent = " ".repeat(column(self.yaml, old.key.start));
                (
                    end_of_line(self.yaml, old.value.end),
                    format!("{}{indent}{entry}", line_break(self.yaml, old.key.end)),
                )
            }
        };
        self.splices.push((insertion.0..insertion.0, insertion.1));
    }

    fn insert_before(&mut self, old: &Written, entry: &str, context: Context) {
        let behind = match context {
            Context::Flow => ", ".to_owned(),
            Context::Block => {
                format!("{}{}", line_break(self.yaml, old.key.end), " ".repeat(column(self.yaml, old.key.start)))
            }
        };
        self.splices.push((old.key.start..old.key.start, format!("{entry}{behind}")));
    }

    /// An anchor that holds nothing: `{}`.
    fn fill(&mut self, old: &Written, parts: &[Part]) {
        let from = old.value.start;
        let end = self.yaml[from..].find('}').map_or(from, |at| from + at + 1);
        self.splices.push((from..end, in_brackets(parts)));
    }

    fn new_anchor(&mut self, map: &Written, quote: &Written, parts: &[Part]) {
        if context(map) == Context::Flow {
            return self.insert_behind(quote, &format!("anchor: {}", in_brackets(parts)), Context::Flow);
        }
        let indent = " ".repeat(column(self.yaml, quote.key.start) + STEP);
        let between = format!("{}{indent}", line_break(self.yaml, quote.key.end));
        let entries = ["anchor:".to_owned()].into_iter().chain(parts.iter().map(Part::entry));
        self.insert_behind(quote, &entries.collect::<Vec<_>>().join(&between), Context::Block);
    }
}

/// Spaces by which the parts of a new anchor are indented.
const STEP: usize = 2;

/// The one part of an anchor that is a number.
const POSITION: &str = "position";

/// One key of an anchor.
struct Part {
    key: &'static str,
    value: String,
    /// Whether it differs from what stands there.
    new: bool,
}

impl Part {
    fn entry(&self) -> String {
        let value = if self.key == POSITION { self.value.clone() } else { quoted(&self.value) };
        format!("{}: {value}", self.key)
    }
}

/// The parts that are asked for, in their order.
fn parts(wanted: &AnchorHint, old: &AnchorHint) -> Vec<Part> {
    let text = |key, wanted: &Option<String>, old: &Option<String>| {
        wanted.clone().map(|value| Part { key, new: Some(&value) != old.as_ref(), value })
    };
    let position = |value: usize| Part { key: POSITION, new: Some(value) != old.position, value: value.to_string() };
    let parts = [text("prefix", &wanted.prefix, &old.prefix), text("suffix", &wanted.suffix, &old.suffix)];
    parts.into_iter().flatten().chain(wanted.position.map(position)).collect()
}

fn in_brackets(parts: &[Part]) -> String {
    format!("{{{}}}", parts.iter().map(Part::entry).collect::<Vec<_>>().join(", "))
}

fn context(map: &Written) -> Context {
    if map.style == Style::Flow { Context::Flow } else { Context::Block }
}
