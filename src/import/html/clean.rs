//! Lines of the body that are not the article's: the title again, the byline, share buttons, offers, trailers of feeds,
//! links to other articles. Each rule has a name, and every block taken is reported with it.

use std::collections::BTreeSet;

use super::lines::Places;
use super::meta::{Facts, stamp};
use super::words;
use super::write::Piece;
use crate::import::draft::{Block, Dropped, Kind};
use crate::import::phrases::lookup::{self, Folded};
use crate::import::{byline, date, phrases, shape, slug};

/// A body without what is not of it.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    pub(super) blocks: Vec<Block>,
    pub(super) dropped: Vec<Dropped>,
}

/// A block and what stands around it.
struct Here<'a> {
    piece: &'a Piece,
    facts: &'a Facts,
    /// The words in lower case without accents and marks.
    folded: String,
    words: usize,
    /// Blocks before it that stay, and blocks behind it.
    above: usize,
    below: usize,
    /// Words of captions that were there before.
    seen: &'a BTreeSet<String>,
}

type Rule = fn(&Here<'_>) -> bool;

/// In this order; the first that fits counts.
const RULES: &[(&str, Rule)] = &[
    ("feed trailer", trailer),
    ("title again", title_again),
    ("said before", said_before),
    ("byline", is_byline),
    ("share", share),
    ("counter", counter),
    ("menu", |here| here.words <= 6 && has(&lookup::MENU_FOLDED, here)),
    ("advertisement", |here| here.words <= 5 && has(&lookup::ADVERTISEMENT_FOLDED, here)),
    ("comments", |here| here.words <= 6 && has(&lookup::COMMENTS_FOLDED, here)),
    ("read more", read_more),
    ("subscription", offer),
    ("cookies", |here| here.words <= 60 && opens(phrases::COOKIES, here)),
    ("rights", rights),
    ("tags", tags),
    ("about the author", about_author),
    ("picture number", picture_number),
];

/// Cleans a body and finds the lines of its blocks.
pub(super) fn blocks(pieces: Vec<Piece>, facts: &Facts, places: &mut Places<'_>) -> Cleaned {
    let pieces: Vec<Piece> = pieces.into_iter().filter(|piece| has_words(piece) || is_break(piece)).collect();
    let mut rules = judge(&pieces, facts);
    if let Some(text) = &facts.text {
        outside(&pieces, text, &mut rules);
    }
    related(&pieces, &mut rules);
    ends(&pieces, &mut rules);
    let mut cleaned = Cleaned::default();
    for (piece, rule) in pieces.into_iter().zip(rules) {
        let line = places.next(&piece.words);
        match rule {
            Some(rule) => cleaned.dropped.push(Dropped { line, last: line, text: piece.words, rule }),
            None => cleaned.blocks.push(Block { line, kind: piece.kind }),
        }
    }
    trim_breaks(&mut cleaned.blocks);
    cleaned
}

/// Pictures that the article showed and that are not kept.
pub(super) fn pictures(pictures: Vec<String>, places: &Places<'_>) -> Vec<Dropped> {
    let dropped = |text: String| {
        let line = places.first(&text);
        Dropped { line, last: line, text, rule: "picture from elsewhere" }
    };
    pictures.into_iter().map(dropped).collect()
}

fn judge(pieces: &[Piece], facts: &Facts) -> Vec<Option<&'static str>> {
    let mut seen = BTreeSet::new();
    let mut above = 0;
    let mut rules = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let below = pieces.len() - at - 1;
        let here = Here {
            piece,
            facts,
            folded: slug::folded(&piece.words),
            words: shape::words(&piece.words),
            above,
            below,
            seen: &seen,
        };
        let rule =
            if is_plain(piece) { RULES.iter().find(|(_, fits)| fits(&here)).map(|(name, _)| *name) } else { None };
        let folded = here.folded;
        above += usize::from(rule.is_none());
        if matches!(piece.kind, Kind::Caption(_)) {
            seen.insert(folded);
        }
        rules.push(rule);
    }
    rules
}

/// Whether a rule may look at a block: code, tables and quotations are an author's.
fn is_plain(piece: &Piece) -> bool {
    match &piece.kind {
        Kind::Markdown(text) => !text.starts_with(['`', '|', '>']) && !text.starts_with("[^") && !text.contains("!["),
        Kind::Break => false,
        _ => true,
    }
}

fn is_break(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Break)
}

fn has_words(piece: &Piece) -> bool {
    let picture = matches!(&piece.kind, Kind::Markdown(text) if text.contains("!["));
    picture
        || !piece
            .words
            .chars()
            .all(|c| c.is_whitespace() || c.is_control() || " |·•/,;-–—\u{200b}\u{200c}\u{2060}".contains(c))
}

fn is_heading(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Heading { .. }) || matches!(&piece.kind, Kind::Markdown(text) if text.starts_with("##"))
}

/// Whether most of a block's words stand in links.
fn is_links(piece: &Piece) -> bool {
    !piece.words.is_empty() && piece.linked * 100 >= piece.words.len() * 80
}

fn is_list(piece: &Piece) -> bool {
    matches!(&piece.kind, Kind::Markdown(text) if ["- ", "* ", "1. ", "1) "].iter().any(|mark| text.starts_with(mark)))
}

/// The page's own lists, folded once.
static LABELS: Folded = Folded::new(|| lookup::folded(words::LABELS));
static SLIDE_BUTTONS: Folded = Folded::new(|| lookup::folded(words::SLIDE_BUTTONS));

fn has(list: &Folded, here: &Here<'_>) -> bool {
    list.has(&here.folded)
}

fn opens(list: &[&str], here: &Here<'_>) -> bool {
    let lower = here.piece.words.to_lowercase();
    list.iter().any(|phrase| lower.starts_with(phrase))
}

fn trailer(here: &Here<'_>) -> bool {
    let text = &here.piece.words;
    phrases::TRAILERS.iter().any(|(lead, middle)| text.starts_with(lead) && text.contains(middle)) && here.below <= 3
}

fn title_again(here: &Here<'_>) -> bool {
    let same = |title: &str| slug::folded(title) == here.folded;
    here.above <= 3 && !here.folded.is_empty() && here.facts.titles.iter().take(3).any(|title| same(&title.value))
}

/// A caption that the page shows twice.
fn said_before(here: &Here<'_>) -> bool {
    here.words >= 7 && !is_heading(here.piece) && here.seen.contains(&here.folded)
}

/// A line of names and dates at the head or the foot.
fn is_byline(here: &Here<'_>) -> bool {
    if here.words > 25 || (here.above > 5 && here.below > 3) || is_heading(here.piece) {
        return false;
    }
    let text = here.piece.words.trim();
    if date::labelled(text).is_some() || (here.words <= 12 && byline::read(text).is_some()) {
        return true;
    }
    if matches!(here.piece.kind, Kind::Caption(_)) {
        return false;
    }
    let (rest, named) = without_byline(text, here.facts);
    let dated = has_date(text);
    (named || dated)
        && rest.split(' ').filter(|word| !word.is_empty()).count() <= 3
        && here.words <= 20
        && (dated || here.above <= 3)
        && !text.ends_with(['.', '!', '?', '”', '"'])
}

/// What is left of a line without authors, outlet, numbers, months and the words between them; whether it had a name.
fn without_byline(text: &str, facts: &Facts) -> (String, bool) {
    let mut folded = format!(" {} ", slug::folded(text));
    let names = facts.authors.iter().flat_map(|authors| &authors.value);
    let outlets = facts.outlets.iter().map(|outlet| &outlet.value);
    for name in names.chain(outlets) {
        let name = slug::folded(name);
        if !name.is_empty() {
            folded = folded.replace(&format!(" {name} "), "  ");
        }
    }
    let signed = folded.contains("  ");
    let kept = folded.split(' ').filter(|word| {
        !word.is_empty()
            && !word.bytes().any(|b| b.is_ascii_digit())
            && !words::BETWEEN_PARTS.contains(word)
            && !is_month(word)
    });
    (kept.collect::<Vec<_>>().join(" "), signed)
}

fn is_month(word: &str) -> bool {
    crate::import::months::number(word).is_some()
}

/// A date with day and year among other words.
fn has_date(text: &str) -> bool {
    let year =
        text.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    let clock =
        text.split_whitespace().any(|word| word.contains(':') && word.bytes().filter(u8::is_ascii_digit).count() >= 3);
    let month = text.split(|c: char| !c.is_alphabetic()).any(|word| is_month(&word.to_lowercase()));
    (year && (month || clock || text.contains(['/', '.', '-']))) || (month && clock) || stamp(text).is_some()
}

fn share(here: &Here<'_>) -> bool {
    let button = |word: &str| phrases::page::SHARE.contains(&word) || phrases::page::NETWORKS.contains(&word);
    let lower = here.piece.words.to_lowercase();
    if here.words > 12 {
        return false;
    }
    let words: Vec<&str> = here.folded.split(' ').collect();
    let buttons =
        words.iter().filter(|word| button(word) || ["share", "pin", "pint", "this", "on"].contains(word)).count();
    (words.len() > 1 && buttons == words.len())
        || phrases::page::SHARE.contains(&lower.as_str())
        || lower.starts_with("click to share")
}

/// `12 comments`, `1,204 views`, `5 min read`.
fn counter(here: &Here<'_>) -> bool {
    let Some((number, counted)) = here.folded.split_once(' ') else { return false };
    number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() && phrases::page::COUNTED.contains(&counted)
}

/// A label and the title of another article, or the words on a button.
fn read_more(here: &Here<'_>) -> bool {
    if is_heading(here.piece) {
        return false;
    }
    if here.words <= 5 && (has(&lookup::MORE_FOLDED, here) || (is_links(here.piece) && has(&LABELS, here))) {
        return true;
    }
    let text = here.piece.words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let label = text.split_once([':', '|', '：', '–', '>']).map(|(label, _)| label.trim().to_lowercase());
    let labelled = label
        .is_some_and(|label| words::LABELS.contains(&label.as_str()) || phrases::RELATED.contains(&label.as_str()));
    let linked = here.piece.linked * 100 >= here.piece.words.len() * 40;
    (labelled
        && here.words <= 40
        && (linked || phrases::RELATED.iter().any(|one| text.to_lowercase().starts_with(one))))
        || (linked && here.words <= 30 && is_links_after_label(here))
}

/// `Also on example.org A title`: a label without a mark behind it, and the rest in a link.
fn is_links_after_label(here: &Here<'_>) -> bool {
    let lower = here.piece.words.to_lowercase();
    let lower = lower.trim_start_matches(['(', '[', '>', '»', '→', '•', ' ']);
    let long = words::LABELS.iter().filter(|label| label.contains(' ') || !label.is_ascii());
    long.into_iter().any(|label| lower.starts_with(label)) && here.piece.linked * 100 >= here.piece.words.len() * 50
}

/// The outlet's own letters, channels and offers.
fn offer(here: &Here<'_>) -> bool {
    let lower = here.piece.words.to_lowercase();
    let opens = words::OFFERS.iter().any(|phrase| lower.starts_with(phrase));
    let names = words::CHANNELS.iter().any(|word| lower.contains(word));
    let edge = here.above <= 3 || here.below <= 6;
    let addressed = opens && names && here.words <= 45;
    let followed =
        edge && here.words <= 40 && lower.contains("follow ") && (lower.contains("twitter") || lower.contains('@'));
    addressed
        || followed
        || (here.words <= 30
            && edge
            && lower.contains("newsletter")
            && (opens || lower.contains("sign up") || lower.contains("subscribe")))
}

fn rights(here: &Here<'_>) -> bool {
    let lower = here.piece.words.to_lowercase();
    let stated = lower.contains("all rights reserved")
        || lower.contains("alle rechte vorbehalten")
        || lower.contains("tous droits réservés")
        || lower.contains("todos os direitos reservados")
        || lower.contains("todos los derechos reservados")
        || lower.contains("tutti i diritti riservati")
        || lower.contains("subject to copyright")
        || lower.contains("все права защищены");
    let opens = ["©", "copyright ", "(c) "].iter().any(|mark| lower.starts_with(mark)) || lower.contains("©");
    here.above > 1 && ((opens && here.words <= 30) || (stated && here.words <= 70 && here.below <= 6))
}

fn tags(here: &Here<'_>) -> bool {
    let label = here.piece.words.split_once(':').map(|(label, _)| label.trim().to_lowercase());
    let labelled = label.is_some_and(|label| phrases::FILED.contains(&label.as_str()));
    labelled && here.below <= 6 && here.words <= 40
}

/// The last lines may say who the author is.
fn about_author(here: &Here<'_>) -> bool {
    if here.below > 4 || here.above < 4 || here.words > 110 || is_heading(here.piece) {
        return false;
    }
    let names = here.facts.authors.iter().flat_map(|authors| &authors.value);
    names.map(|name| slug::folded(name)).any(|name| {
        let first = name.split(' ').next().unwrap_or("");
        let whole = !name.is_empty() && name.contains(' ') && here.folded.starts_with(&name);
        let is = |lead: &str| {
            here.folded.starts_with(&format!("{lead} is ")) || here.folded.starts_with(&format!("{lead} covers "))
        };
        whole || (first.len() > 2 && is(first))
    })
}

/// `Image 1 of 8`, `1 / 12`, `Close`, `Caption`: the words of a slide show.
fn picture_number(here: &Here<'_>) -> bool {
    let words: Vec<&str> = here.folded.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().filter(|word| word.bytes().all(|b| b.is_ascii_digit())).count();
    let others =
        words.iter().filter(|word| !word.bytes().all(|b| b.is_ascii_digit()) && !words::SLIDES.contains(word)).count();
    let known = numbers >= 2 || has(&SLIDE_BUTTONS, here);
    others == 0 && words.len() <= 6 && known && !is_heading(here.piece) || known && words.len() <= 3 && numbers == 0
}

/// Fewest words of a text in the page's data by which blocks can be judged, and of a paragraph that shows where it
/// begins and ends.
const ENOUGH_WORDS: usize = 120;
const LONG: usize = 8;

/// What stands before the first and behind the last paragraph that the page's own data have as the text.
fn outside(pieces: &[Piece], text: &str, rules: &mut [Option<&'static str>]) {
    let folded = format!(" {} ", slug::folded(text));
    if folded.split(' ').count() < ENOUGH_WORDS {
        return;
    }
    let known = |piece: &Piece| {
        let words = slug::folded(&piece.words);
        let opening: Vec<&str> = words.split(' ').take(LONG * 2).collect();
        opening.len() >= LONG && folded.contains(&format!(" {} ", opening[..LONG].join(" ")))
    };
    let matched: Vec<usize> = (0..pieces.len()).filter(|at| is_plain(&pieces[*at]) && known(&pieces[*at])).collect();
    let (Some(first), Some(last)) = (matched.first(), matched.last()) else { return };
    let paragraphs = pieces.iter().filter(|piece| shape::words(&piece.words) >= LONG).count();
    // The data may hold a summary or another text.
    if matched.len() * 2 < paragraphs {
        return;
    }
    for at in (0..*first).chain(last + 1..pieces.len()) {
        let caption = matches!(pieces[at].kind, Kind::Caption(_));
        let lead = at < *first && shape::prose(&pieces[at].words);
        if rules[at].is_none() && is_plain(&pieces[at]) && !caption && !lead && !is_list(&pieces[at]) {
            rules[at] = Some("outside of the page's own text");
        }
    }
}

/// From the heading of a list of other articles to the end of the list.
fn related(pieces: &[Piece], rules: &mut [Option<&'static str>]) {
    const RULE: &str = "links to other articles";
    let mut at = 0;
    while at < pieces.len() {
        let folded = slug::folded(&pieces[at].words);
        let bare = folded.as_str();
        let heads = (is_heading(&pieces[at]) || shape::words(&pieces[at].words) <= 6)
            && words::RELATED.contains(&bare)
            && is_plain(&pieces[at]);
        let list = pieces[at + 1..].iter().take_while(|piece| is_links(piece) || is_break(piece)).count();
        let at_end = at + 1 + list >= pieces.len();
        if heads && (list > 0 || at_end) {
            rules[at..=at + list].iter_mut().for_each(|rule| *rule = rule.or(Some(RULE)));
        }
        at += 1 + if heads { list } else { 0 };
    }
}

/// Links before the first line of text, and links and headings behind the last one.
fn ends(pieces: &[Piece], rules: &mut [Option<&'static str>]) {
    let first = pieces.iter().position(|piece| !is_heading(piece) && !is_links(piece) && !is_break(piece));
    for at in 0..first.unwrap_or(0) {
        if is_links(&pieces[at]) && is_plain(&pieces[at]) && !is_heading(&pieces[at]) {
            rules[at] = rules[at].or(Some("menu"));
        }
    }
    for at in (first.unwrap_or(pieces.len())..pieces.len()).rev() {
        if rules[at].is_some() || is_break(&pieces[at]) {
            continue;
        }
        let links = is_links(&pieces[at]) && is_plain(&pieces[at]) && shape::words(&pieces[at].words) >= 1;
        let heading = is_heading(&pieces[at]) && shape::words(&pieces[at].words) <= 6;
        if !(links || heading) || is_list(&pieces[at]) {
            break;
        }
        rules[at] = Some(if heading { "heading without text" } else { "links to other articles" });
    }
}

fn trim_breaks(blocks: &mut Vec<Block>) {
    let is_break = |block: Option<&Block>| matches!(block, Some(Block { kind: Kind::Break, .. }));
    while is_break(blocks.last()) {
        blocks.pop();
    }
    while is_break(blocks.first()) {
        blocks.remove(0);
    }
    blocks.dedup_by(|one, other| is_break(Some(one)) && is_break(Some(other)));
}
