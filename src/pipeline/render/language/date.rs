//! Dates in words: no more than is known, in the order of the language.

use super::{Arg, Language};
use crate::model::date::{Date, When};

impl Language {
    /// A day, a month or a year: `14 November 2025`, `November 2025`, `2025`.
    pub(crate) fn date(&self, date: Date) -> String {
        self.of_parts(i32::from(date.year()), date.month().map(i32::from), date.day().map(i32::from), "month")
    }

    /// The same with the short names of months: `14 Nov 2025`.
    pub(crate) fn short_date(&self, year: i32, month: Option<i32>, day: Option<i32>) -> String {
        self.of_parts(year, month, day, "month-short")
    }

    /// The short name of a month, 1 to 12.
    pub(crate) fn short_month(&self, month: i32) -> String {
        self.say(&format!("month-short-{month}"), &[])
    }

    /// Years: `2020 to 2029`.
    pub(crate) fn years(&self, first: i32, last: i32) -> String {
        self.say(
            "date-range",
            &[("start", first.to_string().into()), ("end", last.to_string().into()), ("precision", "year".into())],
        )
    }

    /// When something was: `11 to 14 November 2025`, `since 3 September 2025`, `about 22 November 2025`.
    pub(crate) fn when(&self, when: When) -> String {
        let precision = precision(when.start);
        let range = when.end.map(|end| self.range(when.start, end));
        let about = |date: String, precision: &'static str| {
            self.say("date-about", &[("date", date.into()), ("precision", precision.into())])
        };
        let date = match (range, when.approximate) {
            (Some(range), true) => about(range, "range"),
            (Some(range), false) => range,
            (None, true) if when.open => {
                let date = self.date(when.start);
                return self.say("date-since-about", &[("date", date.into()), ("precision", precision.into())]);
            }
            (None, true) => about(self.date(when.start), precision),
            (None, false) => self.date(when.start),
        };
        if when.open { self.say("date-since", &[("date", date.into()), ("precision", precision.into())]) } else { date }
    }

    fn range(&self, start: Date, end: Date) -> String {
        if let (Some(first), Some(last)) = (start.day(), end.day())
            && (start.year(), start.month()) == (end.year(), end.month())
        {
            let days = [first, last].map(i8::unsigned_abs);
            let month = self.say(&format!("month-{}", start.month().unwrap_or_default()), &[]);
            return self.say(
                "date-days",
                &[
                    ("first", Arg::Number(days[0].into())),
                    ("last", Arg::Number(days[1].into())),
                    ("month", month.into()),
                    ("year", start.year().to_string().into()),
                ],
            );
        }
        let (first, last) = (self.date(start), self.date(end));
        self.say("date-range", &[("start", first.into()), ("end", last.into()), ("precision", precision(start).into())])
    }

    fn of_parts(&self, year: i32, month: Option<i32>, day: Option<i32>, names: &str) -> String {
        let Some(month) = month else { return year.to_string() };
        let month = ("month", Arg::from(self.say(&format!("{names}-{month}"), &[])));
        let year = ("year", Arg::from(year.to_string()));
        match day {
            Some(day) => self.say("date-day", &[("day", Arg::Number(day.unsigned_abs().into())), month, year]),
            None => self.say("date-month", &[month, year]),
        }
    }
}

/// How much of a date is known.
fn precision(date: Date) -> &'static str {
    match (date.month(), date.day()) {
        (None, _) => "year",
        (Some(_), None) => "month",
        (Some(_), Some(_)) => "day",
    }
}
