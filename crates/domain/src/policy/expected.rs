//! When money should be there.

use chrono::{Datelike, Months, NaiveDate};

use super::Cycle;

/// When it should be there, as far as anything says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// By the end of this month, every year.
    Month(u8),
    /// By this day of every month.
    Day(u8),
    /// So many days after an event.
    Days {
        /// How many.
        days: u16,
        /// After what.
        after: String,
    },
}

impl Expected {
    /// The days of a year by which it should be there; none when an event decides.
    pub fn in_year(&self, cycle: Cycle, year: i32) -> Vec<NaiveDate> {
        match (self, cycle) {
            (Self::Month(month), Cycle::Yearly | Cycle::Once) => last_day(year, (*month).into()).into_iter().collect(),
            (Self::Day(day), Cycle::Monthly) => {
                (1..=12).filter_map(|month| day_of(year, month, (*day).into())).collect()
            }
            (Self::Day(day), Cycle::Quarterly) => {
                [3, 6, 9, 12].into_iter().filter_map(|month| day_of(year, month, (*day).into())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The last day up to this one by which it should have been there.
    pub fn last_until(&self, cycle: Cycle, on: NaiveDate) -> Option<NaiveDate> {
        let years = [on.year(), on.year() - 1];
        years.into_iter().flat_map(|year| self.in_year(cycle, year)).filter(|day| *day <= on).max()
    }
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// That day of the month, or its last one when it is shorter.
fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| last_day(year, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn by_october_is_by_its_last_day() {
        assert_eq!(Expected::Month(10).in_year(Cycle::Yearly, 2026), [day("2026-10-31")]);
        assert_eq!(Expected::Month(10).last_until(Cycle::Yearly, day("2026-10-30")), Some(day("2025-10-31")));
        assert_eq!(Expected::Month(10).last_until(Cycle::Yearly, day("2026-10-31")), Some(day("2026-10-31")));
    }

    #[test]
    fn the_31st_of_february_is_its_last_day() {
        assert_eq!(Expected::Day(31).in_year(Cycle::Monthly, 2026)[1], day("2026-02-28"));
    }

    #[test]
    fn an_event_has_no_day_of_its_own() {
        let expected = Expected::Days { days: 60, after: "公示结束".into() };
        assert_eq!(expected.last_until(Cycle::PerEvent, day("2026-10-31")), None);
    }
}
