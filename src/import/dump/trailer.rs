//! Lines that end an article: a feed's trailer, a bot's footer, a blog's "Posted by" line.

use super::clue::Clue;
use crate::import::{byline, date, phrases};

/// Whether an article ends with this line.
pub(super) fn ends(text: &str) -> bool {
    feed_trailer(text).is_some() || feed_footer(text).is_some() || posted_by(text).is_some()
}

/// `The post TITLE appeared first on OUTLET.` The title may hold any words, so the last such phrase counts.
pub(super) fn feed_trailer(text: &str) -> Option<Vec<Clue>> {
    phrases::TRAILERS.iter().find_map(|(lead, middle)| {
        let (title, outlet) = text.strip_prefix(lead)?.rsplit_once(middle)?;
        let outlet = outlet.trim_end_matches(['.', ' ']);
        let whole = !title.trim().is_empty() && !outlet.is_empty();
        whole.then(|| vec![Clue::Title(title.trim().to_owned()), Clue::Outlet(outlet.to_owned())])
    })
}

/// `From OUTLET via this RSS feed`, with which bots sign.
pub(super) fn feed_footer(text: &str) -> Option<Vec<Clue>> {
    let outlet = text.strip_prefix("From ")?.trim_end_matches(['.', ' ']).strip_suffix(" via this RSS feed")?;
    Some(vec![Clue::Outlet(outlet.trim().to_owned())])
}

/// `May 3, 2024 Posted by NAME | Category, Category | tag, tag | Leave a comment`.
///
/// The name is that of who posted, which on a blog that republishes is not the author: it is not read. Categories are
/// the second piece.
pub(super) fn posted_by(text: &str) -> Option<Vec<Clue>> {
    let mut pieces = text.split('|').map(str::trim);
    let (day, _poster) = pieces.next()?.split_once("Posted by")?;
    let rest: Vec<&str> = pieces.collect();
    let last = rest.last()?.to_lowercase();
    let posted = date::published(day.trim());
    if !last.contains("comment") || (posted.is_none() && !day.trim().is_empty()) {
        return None;
    }
    let mut clues: Vec<Clue> = posted.map(Clue::Posted).into_iter().collect();
    if rest.len() > 1 {
        clues.push(Clue::Categories(names(rest[0])));
    }
    Some(clues)
}

/// Names between commas, without the empty ones.
pub(super) fn names(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// `The Harbour Post` of `© 2021–2024 The Harbour Post. All rights reserved.`
pub(super) fn rights_holder(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let mark = ["©", "copyright", "(c)"].iter().filter_map(|mark| Some(lower.find(mark)? + mark.len())).max()?;
    // Lower case may have another length than what was written; then nothing is said.
    let rest = text.get(mark..).filter(|_| lower.len() == text.len())?;
    let name = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let name = name.strip_prefix("by ").unwrap_or(name);
    let end = name.find(['.', '|', ',', ';', '–', '—', '·', '•', '(']).unwrap_or(name.len());
    let name = name[..end].split(" All ").next().unwrap_or_default();
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    // `© Riproduzione riservata` names nobody.
    let said = phrases::lookup::RIGHTS.are_in(&name.to_lowercase());
    (!said && byline::name_like(name) && name.chars().count() > 2).then_some(name)
}
