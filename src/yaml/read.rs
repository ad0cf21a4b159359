//! A typed value from a YAML text, with every problem of the dialect and the first of the types reported.

use std::marker::PhantomData;
use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::events::{Frame, Node, SECOND_DOCUMENT, Walk, walk};
use super::place::place;
use super::shape::Shape;
use super::written::Style;
use crate::diag::{Diagnostic, Diagnostics, Origin, SourceId, SourceMap, Span};
use crate::text::nearest;

/// How much a YAML text may hold (`research`: a note needs less than a tenth of each).
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Maps and lists inside each other.
    pub depth: usize,
    /// Keys, values, maps and lists in all.
    pub nodes: usize,
}

/// Reads texts of one type.
#[derive(Debug)]
pub struct Reader<T> {
    shape: Shape,
    limits: Limits,
    /// What such a text is called in messages: `note`, `claim`.
    noun: &'static str,
    of: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + JsonSchema> Reader<T> {
    /// A reader for `T`, called `noun` in messages.
    #[must_use]
    pub fn new(noun: &'static str, limits: Limits) -> Self {
        Self { shape: Shape::of::<T>(), limits, noun, of: PhantomData }
    }

    /// The value that stands in `range` of a file, or `None` where it can't be used; why is in `diagnostics`.
    /// Unknown keys are reported and passed over.
    pub fn read(
        &self,
        sources: &SourceMap,
        source: SourceId,
        range: Range<usize>,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        let origin = Origin::new(source, range.clone());
        let text = &sources.text(source)[range];
        let mut dialect =
            Dialect { reader: self, origin: &origin, fatal: false, nodes: 0, found: Diagnostics::default() };
        dialect.check(text);
        let fatal = dialect.fatal;
        diagnostics.append(dialect.found);
        if fatal {
            return None;
        }
        let deserializer = serde_yaml::Deserializer::from_str(text);
        match serde_path_to_error::deserialize(deserializer) {
            Ok(value) => Some(value),
            Err(error) => {
                diagnostics.push(self.type_error(&error, sources, &origin));
                None
            }
        }
    }

    /// The value without one of its top keys: what is left where that key's value can't be used. Problems are not
    /// reported, since [`Reader::read`] has done so.
    pub fn read_without(&self, key: &str, sources: &SourceMap, source: SourceId, range: Range<usize>) -> Option<T> {
        let text = without_key(&sources.text(source)[range.clone()], key)?;
        let mut rest = SourceMap::default();
        let source = rest.add(sources.path(source), text.as_str());
        self.read(&rest, source, 0..text.len(), &mut Diagnostics::default())
    }

    fn type_error(
        &self,
        error: &serde_path_to_error::Error<serde_yaml::Error>,
        sources: &SourceMap,
        origin: &Origin,
    ) -> Diagnostic {
        let pointer = error.path().iter().filter_map(step).collect::<Vec<_>>().join("/");
        let message = plain_message(&error.inner().to_string());
        let names = backticked(&message);
        let diagnostic = if let (true, Some(field)) = (message.starts_with("missing field"), names.first()) {
            let message = match &*pointer {
                "" => format!("this {} has no `{field}`", self.noun),
                _ => format!("there is no `{field}` here"),
            };
            Diagnostic::error("missing-key", message).help(format!("add a line `{field}: …`"))
        } else if message.starts_with("unknown variant") && names.len() > 1 {
            let known = &names[1..];
            let diagnostic =
                Diagnostic::error("bad-value", format!("`{}` is not a value that may stand here", names[0]));
            let list = known.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
            match nearest(names[0], known.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`? possible values: {list}")),
                None => diagnostic.help(format!("possible values: {list}")),
            }
        } else if let Some((what, help)) = wrong_type(&message) {
            Diagnostic::error("bad-value", what).help(help)
        } else {
            Diagnostic::error("bad-value", message)
        };
        diagnostic.at(place(sources, origin, &pointer))
    }
}

/// The check of one text.
struct Dialect<'a, T> {
    reader: &'a Reader<T>,
    origin: &'a Origin,
    fatal: bool,
    nodes: usize,
    found: Diagnostics,
}

impl<T> Dialect<'_, T> {
    fn check(&mut self, text: &str) {
        let limits = self.reader.limits;
        if text.len() > limits.bytes {
            let message = format!("this {} has {} bytes; the limit is {}", self.reader.noun, text.len(), limits.bytes);
            self.report(
                Diagnostic::error("too-large", message).help("shorten it, or raise the limit in postil.yaml"),
                0..0,
            );
            self.fatal = true;
            return;
        }
        let ended = walk(text, |frames, node, range| self.node(frames, &node, &range));
        if let Err(malformed) = ended {
            self.fatal = true;
            if let Some(at) = tab_in_indentation(text) {
                let found = Diagnostic::error("malformed-yaml", "a tab stands in the indentation");
                return self.report(found.help("YAML is indented by spaces: replace the tab"), at..at + 1);
            }
            let end = text[malformed.at..].chars().next().map_or(malformed.at, |c| malformed.at + c.len_utf8());
            let found = Diagnostic::error("malformed-yaml", format!("this is not YAML: {}", malformed.message));
            let help = "look for a missing quotation mark, colon or bracket at this place or just before it; quote a text that holds `: ` or ` #`";
            self.report(found.help(help), malformed.at..end);
        }
    }

    fn node(&mut self, frames: &[Frame], node: &Node<'_>, range: &Range<usize>) -> Walk {
        if let Node::End = node {
            return Walk::Go;
        }
        self.nodes += 1;
        let limits = self.reader.limits;
        let too_much = if self.nodes > limits.nodes {
            Some(format!("holds more than {} values", limits.nodes))
        } else if frames.len() > limits.depth {
            Some(format!("holds lists or maps more than {} levels deep", limits.depth))
        } else {
            None
        };
        if let Some(too_much) = too_much {
            let found = Diagnostic::error("too-large", format!("this {} {too_much}", self.reader.noun));
            self.report(found.help("take something out"), range.clone());
            self.fatal = true;
            return Walk::Stop;
        }
        match node {
            Node::Refused(what) => self.refuse(what, range),
            Node::Key { value, earlier } => self.key(frames, value, earlier.as_ref(), range),
            Node::Scalar { value, style: Style::Plain } if matches!(*value, "" | "~" | "null" | "Null" | "NULL") => {
                self.fatal = true;
                let found = Diagnostic::error("empty-value", "there is no value here");
                self.report(found.help("write one, leave the key out, or quote the word: \"null\""), range.clone());
            }
            _ => {}
        }
        Walk::Go
    }

    fn refuse(&mut self, what: &str, range: &Range<usize>) {
        self.fatal = true;
        let found = Diagnostic::error("yaml-dialect", format!("{what} is YAML that postil does not read"));
        let help = match what {
            SECOND_DOCUMENT => "take this line out; what stands below it belongs to a file of its own",
            _ => "write the value out in full, or quote it if it is meant as text",
        };
        self.report(found.help(help), range.clone());
    }

    fn key(&mut self, frames: &[Frame], key: &str, earlier: Option<&Range<usize>>, range: &Range<usize>) {
        if key == "<<" {
            return self.refuse("a merge key (`<<`)", range);
        }
        if let Some(first) = earlier {
            self.fatal = true;
            let span = self.span(first);
            let found = Diagnostic::error("duplicate-key", format!("`{key}` stands here twice"));
            return self.report(found.related(span, "the first one").help("keep one of the two"), range.clone());
        }
        let known = self.known_keys(frames);
        let Some(known) = known.filter(|keys| !keys.contains(&key)) else { return };
        let noun = self.reader.noun;
        let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let found = Diagnostic::error("unknown-key", format!("{article} {noun} has no key `{key}` here"));
        let found = match nearest(key, known.iter().copied()) {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found.help(format!("known keys: {}", known.join(", "))),
        };
        self.report(found, range.clone());
    }

    /// The keys of the map that the walk is in, or `None` where any may stand.
    fn known_keys(&self, frames: &[Frame]) -> Option<Vec<&str>> {
        let mut shape = &self.reader.shape;
        for frame in &frames[..frames.len().saturating_sub(1)] {
            shape = match frame {
                Frame::Map(keys) => shape.key(keys.last().map_or("", |(k, _)| k))?,
                Frame::List(_) => shape.item(),
            };
        }
        match shape {
            Shape::Map(keys) => Some(keys.keys().map(String::as_str).collect()),
            _ => None,
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        let start = self.origin.start as usize;
        Span::new(self.origin.source, start + range.start, start + range.end)
    }

    fn report(&mut self, diagnostic: Diagnostic, range: Range<usize>) {
        let span = self.span(&range);
        self.found.push(diagnostic.at(span));
    }
}

/// The text with a top key and its value made blank.
fn without_key(text: &str, key: &str) -> Option<String> {
    let mut tops: Vec<(bool, usize)> = Vec::new();
    // What is malformed is so again when the rest is read.
    let _ = walk(text, |frames, node, range| {
        if let (Node::Key { value, .. }, 1) = (node, frames.len()) {
            tops.push((value == key, range.start));
        }
        Walk::Go
    });
    let at = tops.iter().position(|(wanted, _)| *wanted)?;
    let (start, end) = (tops[at].1, tops.get(at + 1).map_or(text.len(), |(_, next)| *next));
    let blank = text[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' });
    Some(text[..start].chars().chain(blank).chain(text[end..].chars()).collect())
}

fn tab_in_indentation(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t').filter(|_| !line.trim().is_empty()) {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}

fn step(segment: &serde_path_to_error::Segment) -> Option<String> {
    use serde_path_to_error::Segment;
    match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// `serde_yaml` puts its own path before a message and its own line behind it; ours are better.
fn plain_message(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(m, _)| m);
    let starts = ["unknown variant", "missing field", "invalid type", "invalid value", "invalid length"];
    let start = starts.iter().filter_map(|s| message.find(s)).min();
    let own_path = message.split_once(": ").filter(|(path, _)| !path.contains([' ', '`'])).map(|(_, rest)| rest);
    start.map(|i| &message[i..]).or(own_path).unwrap_or(message).to_owned()
}

/// `invalid type: …, expected …` in words for people who write no programs, and what to do.
fn wrong_type(message: &str) -> Option<(String, &'static str)> {
    let (found, expected) = message.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    let is = |list: &[&str], word: &str| list.iter().any(|start| word.starts_with(start));
    let found = match found {
        "sequence" => "a list",
        "map" => "keys with values",
        _ if is(&["string", "integer", "floating", "boolean", "character"], found) => "a text",
        _ => "nothing",
    };
    let (expected, help) = match expected {
        "a sequence" => ("a list", "write it as `[one, two]`, or each item on a line of its own behind `- `"),
        _ if is(&["a map", "struct"], expected) => ("keys with values", "write each as `key: value`"),
        _ if is(&["a string", "str"], expected) => ("a text", "quote it, if these signs are meant as text"),
        _ if expected.starts_with("a YAML tag") => ("one word", "write the word alone, without brackets"),
        _ if is(&["i", "u"], expected) => ("a whole number", "write digits only"),
        _ => return None,
    };
    Some((format!("{expected} should stand here, not {found}"), help))
}

/// The names between backticks in a message of serde.
fn backticked(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}
