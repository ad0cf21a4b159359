//! Dates as bylines write them. Relative words ("2 days ago") and `03/05/2024`, which is May or March, are no date.

use std::fmt;

use jiff::civil::Date;

use super::months;

/// When something was published, as precisely as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// A day.
    Day(Date),
    /// A month: the first day of it stands for the whole.
    Month(Date),
}

impl fmt::Display for Published {
    /// `2024-05-03` or `2024-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
        }
    }
}

/// What a labelled date is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
}

const LABELS: &[(&str, Label)] = &[
    ("first published", Label::Published),
    ("originally published", Label::Published),
    ("published", Label::Published),
    ("posted", Label::Published),
    ("date:", Label::Published),
    ("publié", Label::Published),
    ("veröffentlicht", Label::Published),
    ("publicado", Label::Published),
    ("نشر في", Label::Published),
    ("last updated", Label::Updated),
    ("updated", Label::Updated),
    ("modified", Label::Updated),
    ("mis à jour", Label::Updated),
    ("aktualisiert", Label::Updated),
    ("actualizado", Label::Updated),
    ("آخر تحديث", Label::Updated),
];

/// Years that a newspaper can have. Other numbers of four digits are no year.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

/// Longest text that is looked at, in bytes: a date with a label, a weekday and a time.
const LONGEST: usize = 100;

/// The date that `text` is, with nothing else in it but a label, a weekday and a time of day.
pub(super) fn labelled(text: &str) -> Option<(Label, Published)> {
    if text.len() > LONGEST {
        return None;
    }
    let text = months::one_word(&text.to_lowercase());
    let label = LABELS.iter().find_map(|(lead, label)| Some((text.strip_prefix(lead)?, *label)));
    let (rest, label) = label.unwrap_or((&text, Label::Published));
    Some((label, plain(rest.trim_start_matches([':', ' ']))?))
}

/// The date that `text` is, unless it is labelled as that of an update.
pub(super) fn published(text: &str) -> Option<Published> {
    labelled(text).and_then(|(label, date)| (label == Label::Published).then_some(date))
}

fn plain(text: &str) -> Option<Published> {
    let ascii: String = text.chars().map(western).collect();
    let words: Vec<&str> = ascii
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|word| !word.is_empty() && !months::is_around(word) && !is_time(word))
        .collect();
    match words[..] {
        [day, month, year] => named(day, month, year).or_else(|| named(month, day, year)),
        [month, year] => whole_month(months::number(month)?, year),
        [one] => numeric(one),
        _ => None,
    }
}

fn named(day: &str, month: &str, year: &str) -> Option<Published> {
    let suffix = ["st", "nd", "rd", "th", "er", "."];
    let digits = suffix.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    build(year, months::number(month)?, small(digits)?)
}

fn whole_month(month: i8, year: &str) -> Option<Published> {
    Date::new(full_year(year)?, month, 1).ok().map(Published::Month)
}

/// `2024-05-03`, `2024/05/03`, `3.5.2024`, and `13/5/2024` where only one reading is a date.
fn numeric(word: &str) -> Option<Published> {
    let day = word.split_once('t').map_or(word, |(day, _)| day);
    let separator = day.chars().find(|c| "-/.".contains(*c))?;
    let parts: Vec<&str> = day.split(separator).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    if first.len() == 4 {
        return build(first, small(second)?, small(third)?);
    }
    let (one, two) = (small(first)?, small(second)?);
    match (separator, one, two) {
        ('.', day, month) => build(third, month, day),
        (_, day, month) if day > 12 || day == month => build(third, month, day),
        (_, month, day) if day > 12 => build(third, month, day),
        _ => None,
    }
}

fn build(year: &str, month: i8, day: i8) -> Option<Published> {
    Date::new(full_year(year)?, month, day).ok().map(Published::Day)
}

fn full_year(digits: &str) -> Option<i16> {
    let year = digits.parse().ok().filter(|year| YEARS.contains(year))?;
    (digits.len() == 4).then_some(year)
}

fn small(digits: &str) -> Option<i8> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `10:30`, `10:30pm`, `9am`.
fn is_time(word: &str) -> bool {
    let bare = word.trim_end_matches(['a', 'p', 'm', 'h', 'z', '.']);
    let digits = bare.bytes().all(|b| b.is_ascii_digit() || b == b':') && !bare.is_empty();
    digits && (bare.contains(':') || bare.len() < word.trim_end_matches('.').len())
}

/// Arabic-Indic and Persian digits as ASCII.
fn western(c: char) -> char {
    let digit = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}
