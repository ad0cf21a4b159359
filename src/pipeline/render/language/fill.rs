//! Values into patterns.

use std::borrow::Cow;

use intl_pluralrules::{PluralCategory, PluralRules};
use tera::Value;

use super::super::html::{Html, HtmlWriter};
use super::{Language, Spoken};
use crate::model::message::{Key, Pattern, Piece};

/// Messages inside each other: one that holds itself ends there.
const DEEPEST: usize = 8;

/// Marks that keep a value's direction apart from that of the words around it (Unicode, UAX 9, 2.4): from left to right,
/// from right to left, as its first letter.
const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const FIRST_STRONG: char = '\u{2068}';
const END: char = '\u{2069}';

/// A value of a message.
#[derive(Clone, Debug)]
pub(crate) enum Arg<'a> {
    /// A number: chooses a plural form, and shows with the signs of the language.
    Number(u64),
    /// Words.
    Words(Cow<'a, str>),
    /// HTML; in messages that become HTML alone.
    Html(&'a Html),
    /// Chooses as the number and shows as the words.
    Sample(u64, &'a str),
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(words: String) -> Self {
        Self::Words(words.into())
    }
}

impl<'a> Arg<'a> {
    /// A template's value that is no HTML.
    pub(super) fn from_value(value: &'a Value) -> Self {
        if let Some(words) = value.as_str() {
            return words.into();
        }
        match value.as_i128().and_then(|number| u64::try_from(number).ok()) {
            Some(number) => Self::Number(number),
            None => Self::Words(value.to_string().into()),
        }
    }
}

/// Where words go: as they are, or escaped beside HTML.
pub(super) enum Sink {
    Text(String),
    Html(HtmlWriter),
}

impl Sink {
    pub(super) fn text() -> Self {
        Self::Text(String::new())
    }

    pub(super) fn html() -> Self {
        Self::Html(HtmlWriter::default())
    }

    pub(super) fn words(&mut self, words: &str) {
        match self {
            Self::Text(text) => text.push_str(words),
            Self::Html(html) => drop(html.text(words)),
        }
    }

    pub(super) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Html(_) => String::new(),
        }
    }

    pub(super) fn into_html(self) -> Html {
        match self {
            Self::Text(_) => Html::default(),
            Self::Html(html) => html.finish(),
        }
    }
}

/// Writes what a pattern of a language says with these values.
pub(super) fn fill(language: &Language, spoken: &Spoken, pattern: &Pattern, args: &[(&str, Arg<'_>)], sink: &mut Sink) {
    Filling { language, spoken, args, sink }.pattern(pattern, 0);
}

struct Filling<'f, 'a> {
    language: &'f Language,
    spoken: &'f Spoken,
    args: &'f [(&'f str, Arg<'a>)],
    sink: &'f mut Sink,
}

impl Filling<'_, '_> {
    fn pattern(&mut self, pattern: &Pattern, depth: usize) {
        for piece in &pattern.0 {
            match piece {
                Piece::Text(words) => self.sink.words(words),
                Piece::Value(name) => self.value(name),
                Piece::Message(id) => self.message(id, depth),
                Piece::Select { variable, variants, default } => {
                    let fits = variants.iter().position(|(key, _)| self.fits(variable, key));
                    if let Some((_, pattern)) = variants.get(fits.unwrap_or(*default)) {
                        self.pattern(pattern, depth);
                    }
                }
            }
        }
    }

    /// A message inside another is said by the narrowest language that has it.
    fn message(&mut self, id: &str, depth: usize) {
        if let Some((spoken, pattern)) = self.language.find(id).filter(|_| depth < DEEPEST) {
            let inner = &mut Filling { language: self.language, spoken, args: self.args, sink: &mut *self.sink };
            inner.pattern(pattern, depth + 1);
        }
    }

    fn arg(&self, name: &str) -> Option<&Arg<'_>> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg)
    }

    fn fits(&self, name: &str, key: &Key) -> bool {
        match (self.arg(name), key) {
            (Some(Arg::Number(number)), Key::Number(wanted)) => number == wanted,
            (Some(Arg::Number(number) | Arg::Sample(number, _)), Key::Word(word)) => {
                category(self.spoken.plurals.as_ref(), *number) == word
            }
            (Some(Arg::Words(words)), Key::Word(word)) => words == word,
            (Some(Arg::Words(words)), Key::Number(number)) => *words == number.to_string(),
            _ => false,
        }
    }

    /// A value that nobody gave shows its name, as Fluent has it.
    fn value(&mut self, name: &str) {
        let rtl = self.language.right_to_left;
        match self.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg) {
            Some(Arg::Number(number)) => self.sink.words(&grouped(*number, &self.spoken.group)),
            Some(Arg::Sample(_, place)) => self.sink.words(place),
            Some(Arg::Words(words)) => match foreign(words.chars(), rtl) {
                _ if words.starts_with([LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG]) => self.sink.words(words),
                Foreign::None => self.sink.words(words),
                Foreign::Some if rtl => self.sink.words(&format!("{RIGHT_TO_LEFT}{words}{END}")),
                Foreign::Some => self.sink.words(&format!("{LEFT_TO_RIGHT}{words}{END}")),
                Foreign::All => self.sink.words(&format!("{FIRST_STRONG}{words}{END}")),
            },
            Some(Arg::Html(html)) => {
                if let Sink::Html(writer) = &mut *self.sink {
                    match foreign(html.shown(), rtl) {
                        Foreign::None => writer.html(html),
                        Foreign::Some if rtl => writer.markup("<bdi dir=\"rtl\">").html(html).markup("</bdi>"),
                        Foreign::Some => writer.markup("<bdi dir=\"ltr\">").html(html).markup("</bdi>"),
                        Foreign::All => writer.markup("<bdi>").html(html).markup("</bdi>"),
                    };
                }
            }
            None => self.sink.words(&format!("{{${name}}}")),
        }
    }
}

/// Words without the marks, for texts that other programs read.
pub(crate) fn without_marks(words: &str) -> String {
    words.chars().filter(|c| !matches!(*c, LEFT_TO_RIGHT..=END)).collect()
}

/// How much of a value is written in the other direction than the page. Such letters could pull signs and numbers beside
/// them to the wrong side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Foreign {
    None,
    /// Words of both: the value has the direction of the page.
    Some,
    /// A name or a title: it has its own direction.
    All,
}

fn foreign(words: impl Iterator<Item = char>, right_to_left: bool) -> Foreign {
    let (mut own, mut other) = (false, false);
    for c in words.filter(|c| c.is_alphabetic()) {
        if is_right_to_left(c) == right_to_left {
            own = true;
        } else {
            other = true;
        }
    }
    match (own, other) {
        (_, false) => Foreign::None,
        (true, true) => Foreign::Some,
        (false, true) => Foreign::All,
    }
}

/// Letters of the blocks that Unicode keeps for scripts from right to left (`DerivedBidiClass.txt`).
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// A number with the sign between thousands.
fn grouped(number: u64, sign: &str) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * sign.len());
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push_str(sign);
        }
        grouped.push(digit);
    }
    grouped
}

fn category(plurals: Option<&PluralRules>, number: u64) -> &'static str {
    match plurals.and_then(|rules| rules.select(number).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => "other",
    }
}

/// Each plural category of whole numbers with the first number that has it. All languages of CLDR show theirs below 200
/// but for `many` of a million, whose words are those of `other`.
pub(super) fn plural_samples(plurals: Option<&PluralRules>) -> Vec<(&'static str, u64)> {
    let mut samples: Vec<(&'static str, u64)> = Vec::new();
    for number in 0..200 {
        let category = category(plurals, number);
        if samples.iter().all(|(known, _)| *known != category) {
            samples.push((category, number));
        }
    }
    samples
}
