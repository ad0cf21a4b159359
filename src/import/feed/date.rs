//! Days as feeds write them: RFC 822 with all that feeds do to it, ISO 8601, and words.
//!
//! The day is taken as it is written, in the feed's own time zone: that is what its readers were told.

use jiff::civil::Date;

use crate::import::date::{self, Published};
use crate::import::months;

/// Longest text that is looked at, in bytes.
const LONGEST: usize = 100;

/// The day or month that `text` states, in the time zone that it is written in.
#[must_use]
pub fn read(text: &str) -> Option<Published> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    iso(text).or_else(|| rfc_822(text)).or_else(|| date::published(text))
}

/// `2006-01-11`, with or without a time behind; `2006-01`; `20060111`.
fn iso(text: &str) -> Option<Published> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        return day(&text[..4], &text[4..6], &text[6..8]);
    }
    let date = text.split(['T', 't', ' ']).next()?;
    let mut parts = date.trim_end_matches(['Z', 'z']).split(['-', '/']);
    let (year, month, rest) = (parts.next()?, parts.next()?, parts.next());
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    match rest {
        Some(rest) => day(year, month, rest),
        None => Date::new(plausible(year)?, month.parse().ok()?, 1).ok().map(Published::Month),
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<Published> {
    Date::new(plausible(year)?, month.parse().ok()?, day.parse().ok()?).ok().map(Published::Day)
}

/// `Wed, 17 Jan 2018 15:50:00 EST` and what becomes of it: no weekday, no comma, full names, two digits of the year,
/// the month first, names in other languages. The first number of one or two digits is the day.
fn rfc_822(text: &str) -> Option<Published> {
    let (mut month, mut day, mut year) = (None, None, None);
    for word in text.split(|c: char| c.is_whitespace() || c == ',' || c == '-').filter(|word| !word.is_empty()) {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        match word.len() {
            1 | 2 if number && day.is_none() => day = word.parse::<i8>().ok(),
            2 | 4 if number && year.is_none() => year = full_year(word),
            _ if number || word.contains(':') || month.is_some() => {}
            _ => month = self::month(word),
        }
    }
    Date::new(year?, month?, day?).ok().map(Published::Day)
}

/// Short names that are a word or another month's name elsewhere, so that only a feed's date may hold them: Portuguese,
/// Spanish, Italian, French, Dutch.
const SHORT: &[(&str, i8)] = &[
    ("fev", 2),
    ("fév", 2),
    ("mrt", 3),
    ("mag", 5),
    ("giu", 6),
    ("lug", 7),
    ("ago", 8),
    ("aoû", 8),
    ("set", 9),
    ("out", 10),
    ("ott", 10),
    ("dic", 12),
    ("déc", 12),
];

/// A month's name in any language known, or one that begins as in English: `Sept`, `Janu`.
fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let begins = || word.get(..3).filter(|_| word.len() < 5 && word.is_ascii()).and_then(months::number);
    let short = || SHORT.iter().find(|(name, _)| *name == word).map(|(_, month)| *month);
    months::number(&word).or_else(short).or_else(begins)
}

/// Two digits are those of 1950 to 2049 (RFC 5322, 4.3).
fn full_year(digits: &str) -> Option<i16> {
    let number: i16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(if number < 50 { 2000 + number } else { 1900 + number }),
        _ => plausible(digits),
    }
}

/// A year of the web or of what it reprints.
fn plausible(digits: &str) -> Option<i16> {
    digits.parse().ok().filter(|year| (1600..2200).contains(year))
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_of_feeds() {
        let read = |text: &str| super::read(text).map(|day| day.to_string()).unwrap_or_default();
        for text in [
            "Wed, 17 Jan 2018 15:50:00 EST",
            "Wed 17 Jan 2018 01:30:00 GMT",
            "Wed, 17 Jan 2018 8:56 am PST",
            "17 Jan 18 08:00 +0100",
            "2018-01-17 16:42:55 -0800",
            "2018-01-17T23:59:59.123+09:00",
            "2018/01/17",
            "20180117T101010Z",
            "Wednesday, 17 January 2018",
            "Wed, Jan 17 2018 08:00:00 PM",
            "mer, 17 janvier 2018 10:00:00 +0100",
            "  Mi, 17-Januar-2018 10:00",
            "January 17, 2018",
            "Sáb, 17 Jan 2018 10:00:00 -0300",
        ] {
            assert_eq!(read(text), "2018-01-17", "{text}");
        }
        assert_eq!(read("Seg, 24 Set 2018 19:42:40 -0300"), "2018-09-24");
        assert_eq!(read("2018-01"), "2018-01");
        for text in
            ["", "soon", "2 days ago", "0000-00-00", "Wed, 31 Feb 2018 10:00:00 GMT", "17:30", "é", "2018-1é-17"]
        {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
