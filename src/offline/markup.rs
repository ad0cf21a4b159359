//! Pages and pictures as start tags and texts with their places, read as browsers read them.
//!
//! html5ever's tokenizer knows lines only. It is fed up to one `>` at a time, so that each tag ends where its piece does,
//! and begins at the first `<name` behind the tag before it.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// An attribute, its value as a browser has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: String,
    /// Where its value stands, or its name where it has none.
    pub(super) at: Range<usize>,
}

/// What stands in markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A start tag.
    Element { name: String, attributes: Vec<Attribute>, at: Range<usize> },
    /// What stands in a `style` or `script` element, as it is written.
    Text { element: String, at: Range<usize> },
    /// A processing instruction, which HTML takes for a comment.
    Instruction { at: Range<usize> },
}

/// Which language the text is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Html,
    /// A file of its own: everything in it is SVG.
    Svg,
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str, language: Language) -> Vec<Piece> {
    let foreign = usize::from(language == Language::Svg);
    let state = State { foreign, ..State::default() };
    let sink = Sink { text, state: RefCell::new(state) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
    let queue = BufferQueue::default();
    for piece in text.split_inclusive('>') {
        tokenizer.sink.state.borrow_mut().fed += piece.len();
        queue.push_back(StrTendril::from(piece));
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.state.into_inner().pieces
}

#[derive(Default)]
struct State {
    pieces: Vec<Piece>,
    /// How far the text has been given to the tokenizer.
    fed: usize,
    /// Where the last tag or comment ended.
    done: usize,
    /// How many elements of `svg` or `math` are open.
    foreign: usize,
    /// The `style` or `script` that is open, and where its text began.
    raw: Option<(String, usize)>,
}

struct Sink<'a> {
    text: &'a str,
    state: RefCell<State>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(self.text, &tag),
            Token::TagToken(tag) => state.end(self.text, &tag),
            Token::CommentToken(words) => {
                if words.starts_with('?') {
                    let at = state.done..state.fed;
                    state.pieces.push(Piece::Instruction { at });
                }
                state.done = state.fed;
            }
            Token::DoctypeToken(_) => state.done = state.fed,
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.state.borrow().foreign > 0
    }
}

impl State {
    fn start(&mut self, text: &str, tag: &Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let since = &text[self.done..self.fed];
        // A name with a NUL in it stands otherwise in the text.
        let begins = self.done + opening(since, &name).or_else(|| since.rfind('<')).unwrap_or_default();
        let places = places(text, begins..self.fed);
        // Of two attributes with one name the first counts, in the tokenizer as here.
        let place = |name: &str| places.iter().find(|(known, _)| known == name).map(|(_, at)| at.clone());
        let attributes = tag.attrs.iter().map(|attribute| {
            let name = attribute.name.local.to_string();
            let at = place(&name).unwrap_or(begins..self.fed);
            Attribute { name, value: attribute.value.to_string(), at }
        });
        let attributes = attributes.collect();
        self.pieces.push(Piece::Element { name: name.clone(), attributes, at: begins..self.fed });
        self.done = self.fed;
        let foreign = self.foreign > 0;
        if matches!(name.as_str(), "svg" | "math") && !tag.self_closing {
            self.foreign += 1;
        }
        if matches!(name.as_str(), "style" | "script") && !(foreign && tag.self_closing) {
            self.raw = Some((name.clone(), self.fed));
        }
        if foreign { TokenSinkResult::Continue } else { inside(&name) }
    }

    fn end(&mut self, text: &str, tag: &Tag) {
        let name = tag.name.to_string();
        if matches!(name.as_str(), "svg" | "math") {
            self.foreign = self.foreign.saturating_sub(1);
        }
        if let Some((element, from)) = self.raw.take_if(|(element, _)| *element == name) {
            let end = text[from..self.fed].rfind("</").map_or(self.fed, |at| from + at);
            self.pieces.push(Piece::Text { element, at: from..end });
        }
        self.done = self.fed;
    }
}

/// How the text in an element of HTML is read.
fn inside(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}

/// Where `<name` begins, in whatever case.
fn opening(text: &str, name: &str) -> Option<usize> {
    let named = |at: &usize| {
        let rest = text.as_bytes().get(at + 1..at + 1 + name.len());
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name.as_bytes()))
    };
    text.match_indices('<').map(|(at, _)| at).find(named)
}

/// The attributes in a start tag: names in small letters, and places of the values.
fn places(text: &str, tag: Range<usize>) -> Vec<(String, Range<usize>)> {
    let bytes = text.as_bytes();
    let end = tag.end.saturating_sub(1).max(tag.start);
    let until = |from: usize, stop: &dyn Fn(u8) -> bool| (from..end).find(|&at| stop(bytes[at])).unwrap_or(end);
    let space = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    let (mut found, mut at) = (Vec::new(), until(tag.start + 1, &space));
    loop {
        at = until(at, &|byte| !space(byte));
        if at >= end {
            return found;
        }
        // A name may begin with `=`.
        let named = until(at + 1, &|byte| space(byte) || byte == b'=');
        let name = text[at..named].to_ascii_lowercase();
        let mut value = at..named;
        let equals = until(named, &|byte| !byte.is_ascii_whitespace());
        at = named;
        if equals < end && bytes[equals] == b'=' {
            let from = until(equals + 1, &|byte| !byte.is_ascii_whitespace());
            let quote = bytes.get(from).copied().filter(|byte| from < end && matches!(byte, b'"' | b'\''));
            value = match quote {
                Some(quote) => from + 1..until(from + 1, &|byte| byte == quote),
                None => from..until(from, &|byte| byte.is_ascii_whitespace()),
            };
            at = (value.end + usize::from(quote.is_some())).min(end);
        }
        found.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(text: &str) -> Vec<(String, String, String)> {
        let mut all = Vec::new();
        for piece in pieces(text, Language::Html) {
            if let Piece::Element { attributes, .. } = piece {
                let written = |a: Attribute| (a.name, a.value, text[a.at].to_owned());
                all.extend(attributes.into_iter().map(written));
            }
        }
        all
    }

    #[test]
    fn every_value_has_its_place() {
        let text = "<!doctype html><!-- <img src=no> --><p>1 < 2 <IMG\n SRC = 'a&amp;b>c'  alt src=no/><a href=x/y data-z=\"ü>\">";
        let found = attributes(text);
        let found: Vec<_> = found.iter().map(|(n, v, w)| (n.as_str(), v.as_str(), w.as_str())).collect();
        let expected =
            [("src", "a&b>c", "a&amp;b>c"), ("alt", "", "alt"), ("href", "x/y", "x/y"), ("data-z", "ü>", "ü>")];
        assert_eq!(found, expected);
    }

    #[test]
    fn texts_of_scripts_and_styles_are_pieces() {
        let text =
            "<script>if (a</b/.x) '<img src=no>'</script><svg><style>a{}</style><title><use href=#x></title></svg>";
        let texts: Vec<_> = pieces(text, Language::Html)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Text { element, at } => Some((element, &text[at])),
                _ => None,
            })
            .collect();
        assert_eq!(texts, [("script".into(), "if (a</b/.x) '<img src=no>'"), ("style".into(), "a{}")]);
        assert_eq!(attributes(text), [("href".into(), "#x".into(), "#x".into())]);
    }
}
