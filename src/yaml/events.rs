//! One walk over a YAML text: every node with the way to it and its bytes.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span};

use super::written::Style;

/// A step on the way from the top of a YAML text to a node.
#[derive(Debug)]
pub(super) enum Frame {
    /// Inside a map: the keys so far with their bytes; the last is the current one.
    Map(Vec<(String, Range<usize>)>),
    /// Inside a list: how many items came before the current one.
    List(usize),
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// A text, number, date: all are text here.
    Scalar { value: &'a str, style: Style },
    /// A key of a map, before its value.
    Key { value: &'a str, earlier: Option<Range<usize>> },
    /// The start of a map.
    Map,
    /// The start of a list.
    List,
    /// The end of a map or list; of one in brackets, its last bracket.
    End,
    /// Something that the dialect does not have.
    Refused(&'static str),
}

/// A text may hold only one.
pub(super) const SECOND_DOCUMENT: &str = "a second document (`---`)";

/// What [`walk`] stops with: the parser's own complaint about text that is not YAML.
#[derive(Debug)]
pub(super) struct Malformed {
    /// Byte offset.
    pub(super) at: usize,
    /// The parser's words.
    pub(super) message: String,
}

/// Whether the walk goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    Go,
    Stop,
}

/// Calls `visit` for each node from front to back with the frames above it.
pub(super) fn walk(
    text: &str,
    mut visit: impl FnMut(&[Frame], Node<'_>, Range<usize>) -> Walk,
) -> Result<(), Malformed> {
    let mut options = Options::default();
    options.emit_comments = false;
    options.emit_unresolved_aliases = true;
    let mut frames: Vec<Frame> = Vec::new();
    // True between a key and its value, for each open map.
    let mut has_key: Vec<bool> = Vec::new();
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|e| malformed(&e, text))?;
        let mut range = byte_range(span, text);
        if matches!(event, Event::Scalar(..)) {
            // A block of text (`|`) ends where the next key begins.
            range.end = range.start + text[range.clone()].trim_end().len();
        }
        let walk = match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 { visit(&frames, Node::Refused(SECOND_DOCUMENT), range) } else { Walk::Go }
            }
            Event::Scalar(value, style, anchor, tag) => {
                let refused = refused(anchor, tag.is_some(), text, &range);
                let scalar = Entered::Scalar { value: &value, style: style_of(style) };
                enter(&mut frames, &mut has_key, scalar, refused, range, &mut visit)
            }
            Event::MappingStart(_, anchor, tag) => {
                let refused = refused(anchor, tag.is_some(), text, &range);
                let walk = enter(&mut frames, &mut has_key, Entered::Map, refused, range, &mut visit);
                frames.push(Frame::Map(Vec::new()));
                has_key.push(false);
                walk
            }
            Event::SequenceStart(_, anchor, tag) => {
                let refused = refused(anchor, tag.is_some(), text, &range);
                let walk = enter(&mut frames, &mut has_key, Entered::List, refused, range, &mut visit);
                frames.push(Frame::List(0));
                has_key.push(false);
                walk
            }
            Event::MappingEnd | Event::SequenceEnd => {
                frames.pop();
                has_key.pop();
                let walk = visit(&frames, Node::End, range);
                leave(&mut frames, &mut has_key);
                walk
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let walk = visit(&frames, Node::Refused("an alias (`*name`)"), range);
                leave(&mut frames, &mut has_key);
                walk
            }
            _ => Walk::Go,
        };
        if walk == Walk::Stop {
            return Ok(());
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Entered<'a> {
    Scalar { value: &'a str, style: Style },
    Map,
    List,
}

/// A node begins: a key where a map waits for one, a value otherwise.
fn enter(
    frames: &mut [Frame],
    has_key: &mut [bool],
    entered: Entered<'_>,
    refused: Option<(&'static str, Range<usize>)>,
    range: Range<usize>,
    visit: &mut impl FnMut(&[Frame], Node<'_>, Range<usize>) -> Walk,
) -> Walk {
    if let Some((what, at)) = refused
        && visit(frames, Node::Refused(what), at) == Walk::Stop
    {
        return Walk::Stop;
    }
    let waits = matches!(frames.last(), Some(Frame::Map(_))) && has_key.last() == Some(&false);
    match entered {
        Entered::Scalar { value, .. } if waits => {
            let Some(Frame::Map(keys)) = frames.last_mut() else { return Walk::Go };
            let earlier = keys.iter().find(|(key, _)| key == value).map(|(_, at)| at.clone());
            keys.push((value.to_owned(), range.clone()));
            if let Some(flag) = has_key.last_mut() {
                *flag = true;
            }
            visit(frames, Node::Key { value, earlier }, range)
        }
        _ if waits => visit(frames, Node::Refused("a key that is a map or list"), range),
        Entered::Scalar { value, style } => {
            let walk = visit(frames, Node::Scalar { value, style }, range);
            leave(frames, has_key);
            walk
        }
        Entered::Map => visit(frames, Node::Map, range),
        Entered::List => visit(frames, Node::List, range),
    }
}

/// A value ends: the map above waits for its next key, the list for its next item.
fn leave(frames: &mut [Frame], has_key: &mut [bool]) {
    match (frames.last_mut(), has_key.last_mut()) {
        (Some(Frame::Map(_)), Some(flag)) => *flag = !*flag,
        (Some(Frame::List(n)), _) => *n += 1,
        _ => {}
    }
}

/// What the dialect refuses about a node, and where it stands: before the node itself.
fn refused(anchor: usize, tagged: bool, text: &str, node: &Range<usize>) -> Option<(&'static str, Range<usize>)> {
    let what = match (anchor, tagged) {
        (0, false) => return None,
        (0, true) => "a tag (`!name`)",
        _ => "an anchor (`&name`)",
    };
    let before = text[..node.start].trim_end();
    let start = before.rfind(|c: char| c.is_whitespace() || "[{,".contains(c)).map_or(0, |at| at + 1);
    let word = start..before.len();
    Some((what, if before[start..].starts_with(['&', '!']) { word } else { node.clone() }))
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}

fn byte_range(span: Span, text: &str) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    range.start.min(text.len())..range.end.min(text.len())
}

fn malformed(error: &granit_parser::ScanError, text: &str) -> Malformed {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    Malformed { at, message: error.info() }
}
