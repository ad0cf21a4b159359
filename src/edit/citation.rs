//! A document cited, as it is typed on a command line.

use crate::model::address::{Address, BadAddress};
use crate::model::date::{BadDate, Date};
use crate::model::note::Citation;
use crate::model::vocabulary::Shows;
use crate::text::nearest;

/// The keys of a note's sources, in their order.
const KEYS: [&str; 8] = ["title", "author", "publisher", "url", "published", "accessed", "archived", "shows"];

/// Why words cite nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCitation {
    /// A title is never invented.
    #[error("a source needs its title, as the document has it: --source 'title=…,url={0}'")]
    NoTitle(String),
    /// No such key.
    #[error(
        "a source has no key `{key}`{hint}; its keys are title, author, publisher, url, published, accessed, archived, shows"
    )]
    Key {
        /// What stands before the `=`.
        key: String,
        /// The key that was meant, in words.
        hint: String,
    },
    /// Two values for one key.
    #[error("`{0}=` stands there twice")]
    Twice(&'static str),
    /// No value.
    #[error("`{0}=` has no value")]
    Empty(&'static str),
    /// No address.
    #[error("{0}")]
    Address(#[from] BadAddress),
    /// No date.
    #[error("{0}")]
    Date(#[from] BadDate),
    /// Not one of the words that may stand there.
    #[error("`shows={0}` is none of supports, refutes, context")]
    Shows(String),
}

/// A citation from `title=…,url=…`. A comma is part of a value unless a key and `=` follow it. The first part may
/// stand without its key: an address is the `url`, other words are the `title`.
///
/// # Errors
/// When there is no title, a key is not one of a source's or stands twice, or a value is not what its key takes.
///
/// ```
/// use postil::edit::citation::parse;
/// let cited = parse("Harbour log, March, publisher=Port office, accessed=2026-01-05").unwrap();
/// assert_eq!(cited.title, "Harbour log, March");
/// assert_eq!(cited.publisher.as_deref(), Some("Port office"));
/// ```
pub fn parse(typed: &str) -> Result<Citation, BadCitation> {
    let mut values: [Option<&str>; KEYS.len()] = [None; KEYS.len()];
    for part in parts(typed) {
        let (key, value) = keyed(part)?;
        let value = value.trim();
        if value.is_empty() {
            return Err(BadCitation::Empty(KEYS[key]));
        }
        if values[key].replace(value).is_some() {
            return Err(BadCitation::Twice(KEYS[key]));
        }
    }
    let [title, author, publisher, url, issued, accessed, archived, shows] = values;
    Ok(Citation {
        title: title.ok_or_else(|| BadCitation::NoTitle(url.unwrap_or("…").to_owned()))?.to_owned(),
        author: author.map(str::to_owned),
        publisher: publisher.map(str::to_owned),
        url: url.map(Address::parse).transpose()?,
        published: issued.map(Date::parse).transpose()?,
        accessed: accessed.map(Date::parse).transpose()?,
        archived: archived.map(Address::parse).transpose()?,
        shows: shows.map(word).transpose()?,
    })
}

/// The text cut at each comma that a key and `=` follow.
fn parts(typed: &str) -> Vec<&str> {
    let cut = |at: &usize| known(&typed[at + 1..]).is_some();
    let cuts: Vec<usize> = typed.match_indices(',').map(|(at, _)| at).filter(cut).collect();
    let starts = std::iter::once(0).chain(cuts.iter().map(|at| at + 1));
    let ends = cuts.iter().copied().chain([typed.len()]);
    starts.zip(ends).map(|(start, end)| &typed[start..end]).collect()
}

/// The number of the key that a text begins with, and what stands behind its `=`.
fn known(text: &str) -> Option<(usize, &str)> {
    let (key, value) = text.split_once('=')?;
    let key = KEYS.iter().position(|known| *known == key.trim())?;
    Some((key, value))
}

fn keyed(part: &str) -> Result<(usize, &str), BadCitation> {
    if let Some(keyed) = known(part) {
        return Ok(keyed);
    }
    let part = part.trim();
    if let Some((key, _)) = part.split_once('=').filter(|(key, _)| key.bytes().all(|b| b.is_ascii_alphabetic())) {
        let hint = nearest(key, KEYS).map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
        return Err(BadCitation::Key { key: key.to_owned(), hint });
    }
    let address = ["https://", "http://", "mailto:"].iter().any(|scheme| part.starts_with(scheme));
    Ok((if address { 3 } else { 0 }, part))
}

fn word(typed: &str) -> Result<Shows, BadCitation> {
    let shows = Shows::ALL.iter().find(|shows| shows.id() == typed);
    shows.copied().ok_or_else(|| BadCitation::Shows(typed.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_part_of_a_value_unless_a_key_follows() {
        let cited = parse("title=Tides, moons, and a=b,url=https://example.org/a,b?c=d, shows=refutes").expect("cites");
        assert_eq!(cited.title, "Tides, moons, and a=b");
        assert_eq!(cited.url.map(|url| url.to_string()).as_deref(), Some("https://example.org/a,b?c=d"));
        assert_eq!(cited.shows, Some(Shows::Refutes));
        let cited = parse("https://example.org/x=1,title=Log,published=2024-05").expect("cites");
        assert_eq!((cited.title.as_str(), cited.published), ("Log", Date::parse("2024-05").ok()));
    }

    #[test]
    fn says_what_is_wrong() {
        let said = |typed: &str| parse(typed).expect_err(typed).to_string();
        assert!(said("https://example.org/").contains("'title=…,url=https://example.org/'"));
        assert!(said("publisher=Port office").contains("needs its title"));
        assert!(said("titel=Log").contains("did you mean `title`?"));
        assert_eq!(said("title=Log,title=Log"), "`title=` stands there twice");
        assert_eq!(said("title="), "`title=` has no value");
        assert_eq!(said(""), "`title=` has no value");
        assert!(said("Log,url=javascript:alert(1)").contains("`javascript:`"));
        assert!(said("Log,accessed=yesterday").contains("`yesterday` is not a date"));
        assert!(said("Log,shows=truth").contains("supports, refutes, context"));
    }
}
