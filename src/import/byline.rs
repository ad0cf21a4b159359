//! Bylines: `By Ada Quill | The Harbour Post | May 3, 2024`, in any order of the pieces, with any of them missing.

use super::date::{self, Label, Published};
use super::phrases::byline as words;
use super::{phrases, shape};

/// What one line says about who wrote and published an article, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<Outlet>,
    pub(super) published: Option<Published>,
}

/// A name that stands where an outlet stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outlet {
    pub(super) name: String,
    pub(super) shape: Shape,
}

/// How much the name itself says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It stands beside an author, or has a word such as `Post` or `Radio`.
    Plain,
    /// It stands alone beside a date, and a person could be called so.
    MaybePerson,
}

/// What a piece between bars is.
enum Piece<'a> {
    Date(Label, Published),
    Persons(&'a str),
    Source(&'a str),
    /// A role, an address of mail, a reading time: nothing of ours.
    Idle,
    /// `2 days ago`.
    Relative,
    Name(&'a str),
}

/// Longest byline, in words: `By 2030 the harbour will …` is prose (research/import.md, section 7, rule 4).
const LONGEST: usize = 24;

/// Reads a line as a byline. `None` for anything else, and for a line of which only a part would fit.
pub(super) fn read(text: &str) -> Option<Byline> {
    if shape::words(text) > LONGEST || text.ends_with([':', '?', '!', '…', '。', '？', '！']) {
        return None;
    }
    // A sentence is none, but `10:30 a.m.` and `2024 г.` end a date.
    if text.ends_with('.') && pieces(text).last().and_then(date::labelled).is_none() {
        return None;
    }
    let text =
        text.trim_matches(['(', ')', '[', ']', '【', '】', '（', '）', '*', '_', ' ', '|', '—', '–', '-', '•', '·']);
    let parted = words::part(text);
    let pieces: Vec<Piece> = pieces(&parted).map(piece).collect();
    let signed = pieces.iter().any(|piece| matches!(piece, Piece::Persons(_)));
    if signed { by(&pieces) } else { dated(&pieces) }
}

/// The same, and a line of which only a part fits: a date with other words around it, a name after `By` before them. Only
/// above a text, where nothing else has a date in it.
pub(super) fn loose(text: &str) -> Option<Byline> {
    if let Some(byline) = read(text) {
        return Some(byline);
    }
    if shape::words(text) > LONGEST || !date::within(text) {
        return None;
    }
    let mut byline = Byline { published: date::loose(text), ..Byline::default() };
    if let Some(names) = words::author(text) {
        let end = names.find(['|', '@', '•', '·', '/', '(', '–', '—']).unwrap_or(names.len());
        let end = names.find(" - ").unwrap_or(end).min(end);
        let end = names.find(|c: char| c.is_ascii_digit()).unwrap_or(end).min(end);
        // A name that does not fit is none; the date is still one.
        let _ = persons(words::before_date(&names[..end]), &mut byline);
    }
    Some(byline)
}

/// Names and dates of a line that says `By`: all but names must be known for what they are.
fn by(pieces: &[Piece]) -> Option<Byline> {
    let mut byline = Byline::default();
    for piece in pieces {
        match piece {
            Piece::Persons(names) => {
                let (names, day) = without_date(names);
                byline.published = byline.published.or(day);
                match bare_outlet(names).filter(|_| byline.outlet.is_none() && starts_as_name(names)) {
                    Some(outlet) => byline.outlet = Some(outlet),
                    None => persons(names, &mut byline)?,
                }
            }
            Piece::Name(name) => name_outlet(name, &mut byline)?,
            other => place(other, &mut byline),
        }
    }
    (!byline.authors.is_empty() || byline.outlet.is_some()).then_some(byline)
}

/// Pieces without `By`: only a date, or the label of a source, shows that the line is about the article.
fn dated(pieces: &[Piece]) -> Option<Byline> {
    let mut byline = Byline::default();
    let names: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Name(name) => Some(*name),
            _ => None,
        })
        .collect();
    // `2 days ago` alone can be of the text; beside other pieces it stands for a date that is not known.
    let idle = |piece: &Piece| matches!(piece, Piece::Relative);
    let shown = pieces.iter().any(|piece| matches!(piece, Piece::Date(..) | Piece::Source(_)))
        || (pieces.len() > 1 && pieces.iter().any(idle));
    match names[..] {
        _ if !shown => return lone_date(pieces),
        [] | [_] => {}
        [first, _] if is_person(first) => byline.authors.push(first.to_owned()),
        _ => return None,
    }
    for piece in pieces {
        place(piece, &mut byline);
    }
    for name in names.iter().skip(byline.authors.len()) {
        name_outlet(name, &mut byline)?;
    }
    let alone = byline.authors.is_empty();
    if let Some(outlet) = byline.outlet.as_mut().filter(|outlet| alone && is_person(&outlet.name)) {
        outlet.shape = Shape::MaybePerson;
    }
    Some(byline)
}

/// `Ada Quill, May 3, 2024`: one piece that ends in a date, with persons before it.
fn lone_date(pieces: &[Piece]) -> Option<Byline> {
    let [Piece::Name(text)] = pieces else {
        return None;
    };
    let (names, day) = without_date(text);
    let mut byline = Byline { published: Some(day?), ..Byline::default() };
    let many = names.contains(' ') || names.chars().any(shape::is_dense);
    if many && is_person(names) {
        byline.authors.push(names.to_owned());
        return Some(byline);
    }
    byline.outlet = Some(bare_outlet(names)?);
    Some(byline)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let bars = text
        .split(['|', '•', '·', '｜', '●', '/', '／'])
        .flat_map(|piece| piece.split(" — "))
        .flat_map(|piece| piece.split(" – "));
    // A stroke parts a date, too; a text with dates in it is parted at bars alone.
    let pieces: Vec<&str> = if date::within(text) && text.contains('/') {
        text.split(['|', '•', '·', '｜', '●'])
            .flat_map(|piece| piece.split(" — "))
            .flat_map(|piece| piece.split(" – "))
            .collect()
    } else {
        bars.collect()
    };
    pieces.into_iter().map(|piece| piece.trim_matches([' ', ',', ';'])).filter(|piece| !piece.is_empty())
}

fn piece(text: &str) -> Piece<'_> {
    if let Some((label, day)) = date::labelled(text) {
        return Piece::Date(label, day);
    }
    if words::is_relative(text) {
        return Piece::Relative;
    }
    if words::is_idle(text) {
        return Piece::Idle;
    }
    if let Some(names) = words::author(text) {
        return Piece::Persons(names);
    }
    match words::source(text) {
        Some(name) if name_like(name) && (outlet_word(name) || name.chars().any(shape::is_dense)) => {
            Piece::Source(name)
        }
        _ => Piece::Name(text),
    }
}

fn place(piece: &Piece, byline: &mut Byline) {
    match piece {
        Piece::Date(Label::Published, day) => byline.published = byline.published.or(Some(*day)),
        Piece::Source(name) if byline.outlet.is_none() => {
            byline.outlet = Some(Outlet { name: (*name).to_owned(), shape: Shape::Plain });
        }
        _ => {}
    }
}

/// A name that is the outlet; `None` when it is none, or a second one.
fn name_outlet(name: &str, byline: &mut Byline) -> Option<()> {
    if byline.outlet.is_some() || !name_like(name) {
        return None;
    }
    byline.outlet = Some(Outlet { name: name.to_owned(), shape: Shape::Plain });
    Some(())
}

/// `Ada Quill, May 3, 2024` → the names, and the date where one ends the piece.
fn without_date(piece: &str) -> (&str, Option<Published>) {
    let spaces = piece.match_indices([' ', '(']).map(|(at, _)| at);
    for at in spaces {
        if let Some((label, day)) = date::labelled(&piece[at + 1..]) {
            let names =
                words::without_preposition(piece[..at].trim_end_matches([' ', ',', ';', '-', '–', '—', '(', ':']));
            return (names, (label == Label::Published).then_some(day));
        }
    }
    (piece, None)
}

/// `Ada Quill, Bo Rye and Cy Tarn` or `Ada Quill, The Harbour Post`.
fn persons(names: &str, byline: &mut Byline) -> Option<()> {
    let before = byline.authors.len();
    let parted = words::part_names(names);
    for name in parted.split(['|', ',', '、', '，', '،', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        let name = words::without_place(name);
        let initials = !name.contains(' ') && name.chars().all(char::is_uppercase) && byline.authors.len() > before;
        if is_person(name) && !initials {
            byline.authors.push(name.to_owned());
        } else if words::is_idle(name) || words::is_role(name) {
        } else if byline.authors.len() == before {
            return None;
        } else if byline.outlet.is_none() && name_like(name) {
            byline.outlet = Some(Outlet { name: name.to_owned(), shape: Shape::Plain });
        } else {
            return None;
        }
    }
    (byline.authors.len() > before).then_some(())
}

/// The names of a line that is nothing but names of two words and more.
pub(super) fn names(text: &str) -> Option<Vec<String>> {
    let parted = words::part_names(text);
    let names: Vec<String> =
        parted.split(['|', ',', ';', '،']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let fits = |name: &String| (name.contains(' ') && name.split(' ').count() <= 4) && is_person(name);
    // In a script without capitals any few words look like a name; two or three alone are all that is taken for one.
    let capital = |name: &String| name.starts_with(char::is_uppercase);
    let plain = names.iter().all(capital) || (names.len() == 1 && names[0].split(' ').count() <= 3);
    (!names.is_empty() && plain && names.iter().all(fits)).then_some(names)
}

/// Longest name in a script without spaces, in characters, with the dot inside a foreign one.
const DENSE_NAME: usize = 12;

/// One to five words that could be a person's name: capitals, initials, small particles, no digit, no word of an
/// outlet.
pub(super) fn is_person(name: &str) -> bool {
    let mut words = 0;
    for word in name.split(' ') {
        if !(starts_as_name(word) || phrases::PARTICLES.contains(&word)) || !word.chars().all(in_name) {
            return false;
        }
        words += 1;
    }
    let dense = name.chars().filter(|c| shape::is_dense(*c)).count();
    (1..=5).contains(&words) && dense <= DENSE_NAME && dense != 1 && !outlet_word(name) && !words::is_role(name)
}

fn in_name(c: char) -> bool {
    c.is_alphabetic()
        || matches!(
            c,
            '.' | '-' | '\'' | '’' | '‐' | '‘' | '·' | '・' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '׳' | '״' | '"'
        )
        || is_mark(c)
}

/// Vowel signs of Arabic, Hebrew and the scripts of India, which are letters' companions.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

fn starts_as_name(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// `The …`, `… News`, `example.org`.
pub(super) fn outlet_word(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.starts_with("the ")
        || lower.split([' ', '.', '-', '’', '\'']).any(|word| phrases::OUTLET_WORDS.contains(&word))
        || phrases::OUTLET_ENDS
            .iter()
            .any(|end| lower.strip_suffix(end).is_some_and(|stem| stem.ends_with(char::is_alphabetic)))
        || phrases::OUTLET_SIGNS.iter().any(|sign| lower.ends_with(sign))
}

/// A line of its own below a byline that can only be an outlet: a name with a word such as `Post` or `Radio`.
pub(super) fn bare_outlet(text: &str) -> Option<Outlet> {
    let fits = name_like(text) && outlet_word(text);
    fits.then(|| Outlet { name: text.to_owned(), shape: Shape::Plain })
}

/// One to seven words that begin as a name does.
pub(super) fn name_like(text: &str) -> bool {
    let starts = text.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase()) || outlet_word(text);
    starts && shape::words(text) <= 7 && shape::heading(text) && !text.contains([',', '?', '!', ':', '@'])
}
