//! Dates that say no more than is known: a day, a month or a year (ISO 8601; ranges and `~` as in its extension EDTF).

use std::borrow::Cow;
use std::fmt;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

/// A day, a month or a year. Orders by time; a year stands before its months, a month before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    /// 1 to 12, or 0 where only the year is known.
    month: i8,
    /// 1 to 31, or 0 where no day is known.
    day: i8,
}

/// A text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDate {
    /// It has another form, or names a day that no calendar has.
    #[error("`{0}` is not a date: write a day as 2025-11-14, a month as 2025-11 or a year as 2025")]
    Form(String),
    /// A range whose end comes first.
    #[error("`{0}` runs backwards: write the earlier date first")]
    Backwards(String),
}

impl Date {
    /// A date from `2025-11-14`, `2025-11` or `2025`.
    ///
    /// # Errors
    /// When the text has another form or names a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate::Form(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |len: usize| match parts.next() {
            None => Ok(0),
            Some(p) if p.len() == len && p.bytes().all(|b| b.is_ascii_digit()) => p.parse::<i16>().map_err(|_| bad()),
            Some(_) => Err(bad()),
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let narrow = |n: i16| i8::try_from(n).map_err(|_| bad());
        let (month, day) = (narrow(month)?, narrow(day)?);
        let written_zero = text.split('-').skip(1).any(|p| p == "00");
        if text.split('-').count() > 3 || year == 0 || written_zero {
            return Err(bad());
        }
        civil::Date::new(year, month.max(1), day.max(1)).map_err(|_| bad())?;
        Ok(Self { year, month, day })
    }

    /// The first day that it may mean.
    fn first_day(self) -> civil::Date {
        civil::Date::new(self.year, self.month.max(1), self.day.max(1)).unwrap_or(civil::Date::MIN)
    }

    /// The first day that it may mean, as `2025-11-01`.
    #[must_use]
    pub fn start_iso(self) -> String {
        self.first_day().to_string()
    }

    /// The date as RFC 3339 wants it in feeds: midnight UTC of its first day. postil reads no clock.
    #[must_use]
    pub fn rfc3339(self) -> String {
        format!("{}T00:00:00Z", self.first_day())
    }

    /// Whether it surely lies before the other one, by the parts that both of them say: November 2025 does not lie
    /// before 14 November 2025.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        let parts = |date: Self| [date.year, i16::from(date.month), i16::from(date.day)];
        let said = |date: Self| parts(date).into_iter().take_while(|&part| part > 0).count();
        let both = said(self).min(said(other));
        parts(self)[..both] < parts(other)[..both]
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, 1 to 31, where it is known.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        (self.day > 0).then_some(self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// When something happened: a date, a range `2025-11-11/2025-11-14`, or one that goes on, `2025-11-11/..`; `~` at the
/// end means about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The date, or the first of the range.
    pub start: Date,
    /// The last of the range.
    pub end: Option<Date>,
    /// Whether it goes on, with no end known.
    pub open: bool,
    /// Whether the date is only about right.
    pub approximate: bool,
}

impl When {
    /// A date or range from its text.
    ///
    /// # Errors
    /// When a part is no date, or the range runs backwards.
    pub fn parse(text: &str) -> Result<Self, BadDate> {
        let (dates, approximate) = text.strip_suffix('~').map_or((text, false), |t| (t, true));
        let (start, end, open) = match dates.split_once('/') {
            None => (Date::parse(dates)?, None, false),
            Some((start, "..")) => (Date::parse(start)?, None, true),
            Some((start, end)) => (Date::parse(start)?, Some(Date::parse(end)?), false),
        };
        if end.is_some_and(|end| end < start) {
            return Err(BadDate::Backwards(text.to_owned()));
        }
        Ok(Self { start, end, open, approximate })
    }
}

macro_rules! from_text {
    ($type:ty, $name:literal, $pattern:literal) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                <$type>::parse(&text).map_err(D::Error::custom)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

from_text!(Date, "Date", r"^\d{4}(-\d{2}(-\d{2})?)?$");
from_text!(When, "When", r"^\d{4}(-\d{2}(-\d{2})?)?(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))?~?$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_no_more_than_is_known() {
        let parts = |t: &str| Date::parse(t).map(|date| (date.year(), date.month(), date.day()));
        assert_eq!(parts("2025-11-14"), Ok((2025, Some(11), Some(14))));
        assert_eq!(parts("2025-11"), Ok((2025, Some(11), None)));
        assert_eq!(parts("2025"), Ok((2025, None, None)));
        for bad in ["2025-02-30", "2025-13", "25-1-1", "2025-00", "2025-11-14T10:00", "", "2025-11-14-2"] {
            assert!(Date::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn before_is_surely_before() {
        let before = |a: &str, b: &str| Date::parse(a).unwrap().is_before(Date::parse(b).unwrap());
        assert!(before("2025-11-13", "2025-11-14") && before("2025-10", "2025-11-01") && before("2024", "2025-01"));
        for (a, b) in [("2025-11", "2025-11-14"), ("2025-11-14", "2025"), ("2025", "2025"), ("2025-12", "2025-11-30")] {
            assert!(!before(a, b), "{a} {b}");
        }
    }

    #[test]
    fn ranges_and_about() {
        let when = When::parse("2025-09/..~").expect("goes on");
        assert!(when.open && when.approximate && when.end.is_none());
        assert_eq!(When::parse("2025-11-11/2025-11-14").map(|when| when.end), Ok(Date::parse("2025-11-14").ok()));
        assert!(When::parse("2025-11-14/2025-11-11").is_err());
        assert!(When::parse("../2025-11-11").is_err());
    }
}
