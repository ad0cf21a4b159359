//! Fluent text → patterns.
//!
//! Only the parser is Mozilla's. Its runtime formats to strings alone: links inside a sentence, which a language puts where
//! it wants, and numbers with the signs that a file gives them would both be outside of it. Functions, attributes and
//! values for terms are left out, since nothing here needs them.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::{ErrorKind, ParserError, parse_runtime};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{Key, Messages, Pattern, Piece};

/// What is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// What, in words.
    pub message: String,
}

/// Reads a file. A message with a flaw is left out.
#[must_use]
pub fn read(text: &str) -> (Messages, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let resource = match parse_runtime(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let flaw = |error: ParserError| Flaw { at: error.pos, message: told(&error.kind) };
            flaws.extend(errors.into_iter().map(flaw));
            resource
        }
    };
    let mut messages = Messages::new();
    let mut terms = BTreeMap::new();
    let mut strange = |id: &str, what: &str| {
        let message = format!("the message `{id}` has {what}, which files of messages here can't have");
        flaws.push(Flaw { at: place_of(text, id), message });
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                if !message.attributes.is_empty() {
                    strange(id, "an attribute");
                }
                match message.value.map(|value| pattern(&value)).transpose() {
                    Ok(value) => drop(messages.insert(id.to_owned(), value.unwrap_or_default())),
                    Err(what) => strange(id, what),
                }
            }
            Entry::Term(term) => match pattern(&term.value) {
                Ok(value) => drop(terms.insert(format!("-{}", term.id.name), value)),
                Err(what) => strange(term.id.name, what),
            },
            _ => {}
        }
    }
    messages.append(&mut terms);
    (messages, flaws)
}

/// What the parser expected, as an author would say it.
fn told(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::MissingDefaultVariant => "a choice needs one line that begins with `*`, for all other cases".into(),
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } => {
            "there is no text behind this id: write `id = words`".into()
        }
        ErrorKind::ExpectedToken(sign) => format!("`{sign}` is missing here"),
        ErrorKind::ExpectedCharRange { .. } => {
            "an id is missing here: a letter from a to z or A to Z, then letters, digits, `-` and `_`".into()
        }
        ErrorKind::UnterminatedStringLiteral => "a quotation mark is opened here and not closed in its line".into(),
        ErrorKind::UnbalancedClosingBrace => "this brace closes nothing; to show one, write `{ \"}\" }`".into(),
        ErrorKind::DuplicatedNamedArgument(name) => format!("`{name}` stands here twice"),
        other => format!("this can't be read: {other}"),
    }
}

/// Where a message begins.
#[must_use]
pub fn place_of(text: &str, id: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let rest = line.strip_prefix(id).or_else(|| line.strip_prefix('-')?.strip_prefix(id));
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return start..start + line.trim_end().len();
        }
        start += line.len();
    }
    0..0
}

type Said<T> = Result<T, &'static str>;

fn pattern(written: &fluent_syntax::ast::Pattern<&str>) -> Said<Pattern> {
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &written.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
            PatternElement::Placeable { expression } => placed(expression)?,
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => pieces.push(piece),
        }
    }
    Ok(Pattern(pieces))
}

fn placed(expression: &Expression<&str>) -> Said<Piece> {
    let (selector, written) = match expression {
        Expression::Inline(inline) => return self::inline(inline),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err("a choice by something else than a value");
    };
    let mut variants = Vec::new();
    for variant in written {
        let key = match variant.key {
            VariantKey::Identifier { name } => Key::Word(name.to_owned()),
            VariantKey::NumberLiteral { value } => {
                Key::Number(value.parse().map_err(|_| "a choice by no whole number")?)
            }
        };
        variants.push((key, pattern(&variant.value)?));
    }
    let default = written.iter().position(|variant| variant.default).ok_or("a choice without a line for all others")?;
    Ok(Piece::Select { variable: id.name.to_owned(), variants, default })
}

fn inline(inline: &InlineExpression<&str>) -> Said<Piece> {
    Ok(match inline {
        InlineExpression::StringLiteral { value } => Piece::Text(unescape_unicode_to_string(value).into_owned()),
        InlineExpression::NumberLiteral { value } => Piece::Text((*value).to_owned()),
        InlineExpression::VariableReference { id } => Piece::Value(id.name.to_owned()),
        InlineExpression::MessageReference { id, attribute: None } => Piece::Message(id.name.to_owned()),
        InlineExpression::TermReference { id, attribute: None, arguments: None } => {
            Piece::Message(format!("-{}", id.name))
        }
        InlineExpression::Placeable { expression } => placed(expression)?,
        InlineExpression::FunctionReference { .. } => return Err("a function"),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            return Err("a reference with an attribute or values");
        }
    })
}
