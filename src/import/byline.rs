//! Bylines: `By Ada Quill | The Harbour Post | May 3, 2024`, in any order of the pieces, with any of them missing.

use super::date::{self, Label, Published};
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

/// Longest byline, in words: `By 2030 the harbour will …` is prose (research/import.md, section 7, rule 4).
const LONGEST: usize = 20;

const LEADS: &[&str] = &["By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Door ", "بقلم "];

/// Reads a line as a byline. `None` for anything else, and for a line of which only a part would fit.
pub(super) fn read(text: &str) -> Option<Byline> {
    if shape::words(text) > LONGEST || text.ends_with(['.', ':', '?', '!', '…']) {
        return None;
    }
    match LEADS.iter().find_map(|lead| text.strip_prefix(lead)) {
        Some(rest) => signed(rest),
        None => dated(text),
    }
}

/// Names and dates behind `By`: the first piece must be persons, or nothing is known.
fn signed(text: &str) -> Option<Byline> {
    let pieces = pieces(text);
    let (first, rest) = pieces.split_first()?;
    let mut byline = Byline::default();
    let (names, day) = without_date(first);
    byline.published = day;
    persons(names, &mut byline)?;
    for piece in rest {
        place(piece, &mut byline)?;
    }
    Some(byline)
}

/// Pieces without `By`: only a date shows that the line is about the article.
fn dated(text: &str) -> Option<Byline> {
    let (dates, names): (Vec<&str>, Vec<&str>) =
        pieces(text).into_iter().partition(|piece| date::labelled(piece).is_some());
    let mut byline = Byline::default();
    match names[..] {
        _ if dates.is_empty() => return None,
        [] | [_] => {}
        [first, _] if is_person(first) => byline.authors.push(first.to_owned()),
        _ => return None,
    }
    for piece in dates.iter().chain(names.iter().skip(byline.authors.len())) {
        place(piece, &mut byline)?;
    }
    let alone = byline.authors.is_empty();
    if let Some(outlet) = byline.outlet.as_mut().filter(|outlet| alone && is_person(&outlet.name)) {
        outlet.shape = Shape::MaybePerson;
    }
    Some(byline)
}

fn pieces(text: &str) -> Vec<&str> {
    let bars = text.split(['|', '•', '·']).flat_map(|piece| piece.split(" — ")).flat_map(|piece| piece.split(" – "));
    bars.map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// One piece that is a date or the outlet; `None` when it is neither, or a second outlet.
fn place(piece: &str, byline: &mut Byline) -> Option<()> {
    if let Some((label, day)) = date::labelled(piece) {
        if label == Label::Published && byline.published.is_none() {
            byline.published = Some(day);
        }
        return Some(());
    }
    if byline.outlet.is_some() || !name_like(piece) {
        return None;
    }
    byline.outlet = Some(Outlet { name: piece.to_owned(), shape: Shape::Plain });
    Some(())
}

/// `Ada Quill, May 3, 2024` → the names, and the date where one ends the piece.
fn without_date(piece: &str) -> (&str, Option<Published>) {
    let dated = |(at, _)| Some((&piece[..at], Some(date::published(&piece[at + 2..])?)));
    piece.match_indices(", ").find_map(dated).unwrap_or((piece, None))
}

/// `Ada Quill, Bo Rye and Cy Tarn` or `Ada Quill, The Harbour Post`.
fn persons(names: &str, byline: &mut Byline) -> Option<()> {
    let commas = names.replace(" and ", ", ").replace(" & ", ", ").replace(" et ", ", ").replace(" und ", ", ");
    for name in commas.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        if is_person(name) {
            byline.authors.push(name.to_owned());
        } else if byline.authors.is_empty() {
            return None;
        } else {
            place(name, byline)?;
        }
    }
    (!byline.authors.is_empty()).then_some(())
}

/// One to five words that could be a person's name: capitals, initials, small particles, no digit, no word of an
/// outlet.
pub(super) fn is_person(name: &str) -> bool {
    let mut words = 0;
    for word in name.split(' ') {
        if !(starts_as_name(word) || phrases::PARTICLES.contains(&word)) || word.contains(|c: char| c.is_ascii_digit())
        {
            return false;
        }
        words += 1;
    }
    (1..=5).contains(&words) && !outlet_word(name)
}

fn starts_as_name(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// `The …`, `… News`, `example.org`.
fn outlet_word(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.starts_with("the ") || lower.split([' ', '.']).any(|word| phrases::OUTLET_WORDS.contains(&word))
}

/// A line of its own below a byline that can only be an outlet: a name with a word such as `Post` or `Radio`.
pub(super) fn bare_outlet(text: &str) -> Option<Outlet> {
    let fits = name_like(text) && outlet_word(text);
    fits.then(|| Outlet { name: text.to_owned(), shape: Shape::Plain })
}

/// One to seven words that begin as a name does.
pub(super) fn name_like(text: &str) -> bool {
    let starts = text.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase()) || outlet_word(text);
    starts && shape::words(text) <= 7 && shape::heading(text) && !text.contains([',', '?', '!'])
}
