//! Days of the calendar, without a clock.

use std::fmt;

/// A day, counted from 2020-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

/// From the first of March of the year 0, from which leap days are easy to count, to 2020-01-01.
const SHIFT: i64 = 737_730;
/// Days in 400 years.
const ERA: i64 = 146_097;
/// No list is of a later day: the year 2819.
const LAST: u32 = 292_000;

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
        let known = text.len() == 10 && parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
        let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
        // Counted as if the year began in March.
        let year = if month <= 2 { year - 1 } else { year };
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let of_era = year.rem_euclid(400) * 365 + year.rem_euclid(400) / 4 - year.rem_euclid(400) / 100 + of_year;
        let number = u32::try_from(year.div_euclid(400) * ERA + of_era - SHIFT).ok()?;
        let found = Self::from_number(number).filter(|_| known)?;
        // The 31st of a short month is another day and so no date.
        (found.to_string() == text).then_some(found)
    }

    /// Year, month and day.
    pub fn date(self) -> (i64, i64, i64) {
        let since = i64::from(self.0) + SHIFT;
        let (era, of_era) = (since.div_euclid(ERA), since.rem_euclid(ERA));
        let of_400 = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * of_400 + of_400 / 4 - of_400 / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (era * 400 + of_400 + i64::from(month <= 2), month, day)
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
