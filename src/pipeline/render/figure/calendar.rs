//! Dates as days that can be measured: numbers that count from 1 January 1970, in the Gregorian calendar of all years.

use std::ops::Range;

use crate::model::date::{Date, When};

/// Days since 1 January 1970.
pub(crate) type Day = i32;

/// The day of a date (`days_from_civil` in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
/// jiff ends with the year 9999; an axis needs the day behind it as well.
pub(crate) fn day(year: i32, month: i32, day: i32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of the month: the way back (`civil_from_days`).
pub(crate) fn civil(day: Day) -> (i32, i32, i32) {
    let shifted = day + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month, day)
}

/// The first day of a month that is counted from January of the year 0.
pub(crate) fn month_start(month: i32) -> Day {
    day(month.div_euclid(12), month.rem_euclid(12) + 1, 1)
}

/// The month of a day, counted from January of the year 0.
pub(crate) fn month_of(of: Day) -> i32 {
    let (year, month, _) = civil(of);
    year * 12 + month - 1
}

/// All days that a date may mean.
pub(crate) fn days(date: Date) -> Range<Day> {
    let year = i32::from(date.year());
    match (date.month().map(i32::from), date.day().map(i32::from)) {
        (None, _) => day(year, 1, 1)..day(year + 1, 1, 1),
        (Some(month), None) => day(year, month, 1)..month_start(year * 12 + month),
        (Some(month), Some(of_month)) => day(year, month, of_month)..day(year, month, of_month) + 1,
    }
}

/// How long something takes in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One day.
    Day(Day),
    /// A time within these days: only the month or the year is known.
    Within(Range<Day>),
    /// All of these days.
    Through(Range<Day>),
    /// From this day on.
    Since(Day),
}

impl From<Date> for Extent {
    fn from(date: Date) -> Self {
        let days = days(date);
        if date.day().is_some() { Self::Day(days.start) } else { Self::Within(days) }
    }
}

impl From<When> for Extent {
    fn from(when: When) -> Self {
        let start = days(when.start).start;
        match when.end {
            Some(end) => Self::Through(start..days(end).end),
            None if when.open => Self::Since(start),
            None => when.start.into(),
        }
    }
}

impl Extent {
    /// The first day, and the last.
    pub(crate) fn ends(&self) -> (Day, Day) {
        match self {
            Self::Day(day) | Self::Since(day) => (*day, *day),
            Self::Within(days) | Self::Through(days) => (days.start, days.end - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_each_other() {
        assert_eq!([day(1970, 1, 1), day(2000, 3, 1), day(1, 1, 1)], [0, 11_017, -719_162]);
        assert_eq!(day(10_000, 1, 1) - day(9999, 12, 31), 1);
        let mut expected = (1, 1, 1);
        for number in day(1, 1, 1)..day(2101, 1, 1) {
            let date = civil(number);
            assert_eq!(day(date.0, date.1, date.2), number);
            let follows = date.2 == expected.2 + 1 || date.2 == 1;
            assert!(follows || number == day(1, 1, 1), "{date:?}");
            expected = date;
        }
    }

    #[test]
    fn a_date_is_as_long_as_it_is_vague() {
        let length = |text: &str| Date::parse(text).map(|date| days(date).len());
        assert_eq!(["2024-02-29", "2024-02", "2024", "9999-12"].map(length), [Ok(1), Ok(29), Ok(366), Ok(31)]);
        let extent = |text: &str| When::parse(text).map(Extent::from);
        assert_eq!(extent("2025-01/2025-02"), Ok(Extent::Through(day(2025, 1, 1)..day(2025, 3, 1))));
        assert_eq!(extent("2025-01-05/.."), Ok(Extent::Since(day(2025, 1, 5))));
        assert_eq!(extent("2025~"), Ok(Extent::Within(day(2025, 1, 1)..day(2026, 1, 1))));
    }
}
