//! Days of the calendar, without a clock.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

/// A day, counted from 2020-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

/// No list is of a later day: the year 2819.
const LAST: u32 = 292_000;

/// The day that is counted from.
const fn first() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2020, 1, 1)
}

impl Day {
    /// The day with this number; `None` beyond what is kept.
    pub fn from_number(number: u32) -> Option<Self> {
        (number <= LAST).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The day of a date as it is written, 2026-11-22; `None` for what is no date.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
        let number = u32::try_from(date.signed_duration_since(first()?).num_days()).ok()?;
        let found = Self::from_number(number).filter(|_| parts.next().is_none())?;
        // A date has one way to be written: 2026-1-1 is none.
        (found.to_string() == text).then_some(found)
    }

    /// Year, month and day.
    pub fn date(self) -> (i32, u32, u32) {
        let date = first().and_then(|first| first.checked_add_days(Days::new(u64::from(self.0)))).unwrap_or_default();
        (date.year(), date.month(), date.day())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(to, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other_and_are_read_as_they_are_written() {
        for (number, text) in [(0, "2020-01-01"), (59, "2020-02-29"), (60, "2020-03-01"), (366, "2021-01-01")] {
            assert_eq!(Day::from_number(number).unwrap().to_string(), text);
        }
        for number in 0..=LAST {
            let day = Day(number);
            assert_eq!(Day::parse(&day.to_string()), Some(day));
        }
        assert_eq!(Day::from_number(LAST + 1), None);
    }

    #[test]
    fn what_is_no_date_is_no_day() {
        for text in
            ["", "2026", "2026-02-29", "2026-13-01", "2026-00-10", "1999-01-01", "2026-1-1", "x", "2026-01-01-1"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
