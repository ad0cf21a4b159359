//! Lines that are about the page, not of the article. Each rule has a name, and every line taken is reported with it.

use super::clue::{Clue, Found};
use super::draft::Dropped;
use super::lines::Line;
use super::{phrases, shape, trailer};

/// An article's lines without the page around it.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    pub(super) lines: Vec<Line>,
    pub(super) clues: Vec<Found>,
    pub(super) dropped: Vec<Dropped>,
}

/// A line and what stands around it.
struct Here<'a> {
    text: &'a str,
    /// The text in lower case without marks at its ends: `read more` for `Read More »`.
    plain: String,
    above: &'a str,
    below: &'a str,
    place: Place,
}

/// Where a line stands among the paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    Within,
    Below,
}

/// What a rule takes.
enum Takes {
    Line(Vec<Clue>),
    /// The line and all that follows.
    Rest,
}

type Rule = fn(&Here) -> Option<Takes>;

/// In this order; the first that fits counts. Related links have up to 16 words and no stop, so they go before anyone
/// looks for headings.
const RULES: &[(&str, Rule)] = &[
    ("feed trailer", |here| trailer::feed_trailer(here.text).map(Takes::Line)),
    ("feed footer", |here| trailer::feed_footer(here.text).map(Takes::Line)),
    ("posted-by footer", |here| trailer::posted_by(here.text).map(Takes::Line)),
    ("comments", comments),
    ("read more", related),
    ("share", share),
    ("counter", |here| taken(counter(&here.plain))),
    ("menu", menu),
    ("advertisement", |here| taken(phrases::ADVERTISEMENT.contains(&here.plain.as_str()))),
    ("subscription", subscription),
    ("cookies", |here| taken(opens(&here.plain, phrases::COOKIES) && shape::words(here.text) <= 60)),
    ("rights", rights),
    ("tags", tags),
    ("address line", address),
];

/// Takes out what a rule names, and keeps its clues.
pub(super) fn strip(lines: Vec<Line>) -> Cleaned {
    let prose = |line: &Line| {
        shape::prose(&line.text) && !trailer::ends(&line.text) && !opens(&plain(&line.text), phrases::RIGHTS)
    };
    let first = lines.iter().position(prose).unwrap_or(lines.len());
    // Comments are prose too; the article ends above them.
    let commented = lines.iter().skip(first).position(|line| is_comments(&plain(&line.text)));
    let last = lines[..commented.map_or(lines.len(), |at| first + at)].iter().rposition(prose).unwrap_or(0);
    let texts: Vec<String> = lines.iter().map(|line| line.text.clone()).collect();
    let mut cleaned = Cleaned::default();
    let mut ended = None;
    for (index, line) in lines.into_iter().enumerate() {
        let place = match index {
            _ if index < first => Place::Above,
            _ if index > last => Place::Below,
            _ => Place::Within,
        };
        let neighbour = |at: Option<usize>| at.and_then(|at| texts.get(at)).map_or("", String::as_str);
        let (above, below) = (neighbour(index.checked_sub(1)), neighbour(Some(index + 1)));
        let here = Here { text: &texts[index], plain: plain(&texts[index]), above, below, place };
        match RULES.iter().find_map(|(name, rule)| Some((*name, rule(&here)?))) {
            Some((name, Takes::Line(clues))) => cleaned.take(&line, name, clues),
            Some((name, Takes::Rest)) => {
                cleaned.take(&line, name, Vec::new());
                ended = Some(name);
            }
            None => match ended {
                Some(name) => cleaned.take(&line, name, Vec::new()),
                None => cleaned.lines.push(line),
            },
        }
    }
    cleaned
}

impl Cleaned {
    fn take(&mut self, line: &Line, rule: &'static str, clues: Vec<Clue>) {
        self.clues.extend(clues.into_iter().map(|clue| Found { line: line.number, rule, clue }));
        self.dropped.push(dropped(line, rule));
    }
}

/// The record of a line that is left out.
pub(super) fn dropped(line: &Line, rule: &'static str) -> Dropped {
    Dropped { line: line.number, last: line.last, text: line.text.clone(), rule }
}

fn taken(fits: bool) -> Option<Takes> {
    fits.then(|| Takes::Line(Vec::new()))
}

fn plain(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©').to_lowercase()
}

fn opens(plain: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| plain.starts_with(phrase))
}

/// What follows a label and a colon.
fn labelled<'a>(text: &'a str, labels: &[&str]) -> Option<&'a str> {
    let (label, rest) = text.split_once([':', '：'])?;
    let rest = rest.trim();
    (labels.contains(&label.trim().to_lowercase().as_str()) && !rest.is_empty()).then_some(rest)
}

fn related(here: &Here) -> Option<Takes> {
    if let Some(title) = labelled(here.text, phrases::RELATED).filter(|title| shape::words(title) <= 40) {
        return Some(Takes::Line(vec![Clue::Related(title.to_owned())]));
    }
    taken(phrases::MORE.contains(&here.plain.as_str()))
}

/// From the heading of the comments to the end; above the article the same words are a button.
fn comments(here: &Here) -> Option<Takes> {
    if !is_comments(&here.plain) {
        return None;
    }
    if here.place == Place::Above { taken(true) } else { Some(Takes::Rest) }
}

fn is_comments(plain: &str) -> bool {
    let counted = counter(plain) && (plain.contains("comment") || plain.contains("response"));
    counted || phrases::COMMENTS.contains(&plain)
}

fn share(here: &Here) -> Option<Takes> {
    let button =
        |text: &str| [phrases::SHARE, phrases::NETWORKS].iter().any(|words| words.contains(&plain(text).as_str()));
    let network = phrases::NETWORKS.contains(&here.plain.as_str()) && (button(here.above) || button(here.below));
    taken(network || phrases::SHARE.contains(&here.plain.as_str()) || here.plain.starts_with("click to share"))
}

/// `12 comments`, `1,204 views`, `5 min read`.
fn counter(plain: &str) -> bool {
    let plain = plain.strip_prefix("reading time: ").map_or_else(|| plain.to_owned(), |time| format!("{time} read"));
    let Some((number, counted)) = plain.split_once(' ') else {
        return false;
    };
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|b| b.is_ascii_digit() || b",.k".contains(&b))
        && phrases::COUNTED.contains(&counted)
}

fn menu(here: &Here) -> Option<Takes> {
    let plain = here.plain.as_str();
    taken(phrases::MENU.contains(&plain) || (here.place == Place::Above && phrases::MENU_ABOVE.contains(&plain)))
}

fn subscription(here: &Here) -> Option<Takes> {
    let named = phrases::SUBSCRIBED.iter().any(|word| here.plain.contains(word));
    taken(named && opens(&here.plain, phrases::SUBSCRIBE) && shape::words(here.text) <= 25)
}

fn rights(here: &Here) -> Option<Takes> {
    taken(here.place != Place::Above && opens(&here.plain, phrases::RIGHTS) && shape::words(here.text) <= 25)
}

fn tags(here: &Here) -> Option<Takes> {
    let names = labelled(here.text, phrases::FILED).filter(|_| here.place == Place::Below)?;
    Some(Takes::Line(vec![Clue::Categories(trailer::names(names))]))
}

/// An address alone, above or below the text. One between paragraphs is something that the article shows.
fn address(here: &Here) -> Option<Takes> {
    let url = labelled(here.text, phrases::ADDRESS).unwrap_or(here.text);
    let fits = here.place != Place::Within
        && (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(' ');
    fits.then(|| Takes::Line(vec![Clue::Address(url.to_owned())]))
}
