//! Working days of the People's Republic: a table of holidays and working weekends, as data.
//!
//! The State Council announces each year's table in the autumn before. A date beyond the last
//! announced year is worked out by weekends alone and marked provisional.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::terms::{TimeSpan, TimeUnit};

/// One year as announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The announcement that says so.
    pub source: String,
    /// Holidays with what they take from the working week.
    pub holidays: Vec<Holiday>,
    /// Saturdays and Sundays on which people work instead.
    pub working_weekends: Vec<NaiveDate>,
}

/// A holiday, first and last day included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// First day off.
    pub from: NaiveDate,
    /// Last day off.
    pub until: NaiveDate,
}

/// What is wrong with the announced years.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarProblem {
    /// A year is there twice.
    #[error("year {0} is announced twice")]
    Duplicate(i32),
    /// A year between the first and the last is missing.
    #[error("year {0} is missing")]
    Gap(i32),
    /// A date lies in another year.
    #[error("{1} does not lie in {0}")]
    OtherYear(i32, NaiveDate),
    /// A holiday ends before it begins.
    #[error("the holiday from {0} ends before it begins")]
    Backwards(NaiveDate),
    /// A working weekend that is no weekend, or is a holiday too.
    #[error("{0} is no weekend to work on")]
    NoWeekend(NaiveDate),
}

/// The working days of all announced years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    years: BTreeSet<i32>,
    off: BTreeSet<NaiveDate>,
    working_weekends: BTreeSet<NaiveDate>,
}

/// A day by which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// The last day.
    pub date: NaiveDate,
    /// Holidays on the way are not announced yet: the day may still move.
    pub provisional: bool,
}

impl WorkCalendar {
    /// Takes the announced years; every problem is returned, not only the first.
    pub fn build(years: &[CalendarYear]) -> Result<Self, Vec<CalendarProblem>> {
        let mut calendar = Self::default();
        let mut problems = Vec::new();
        for announced in years {
            let year = announced.year;
            if !calendar.years.insert(year) {
                problems.push(CalendarProblem::Duplicate(year));
            }
            let days = announced.holidays.iter().flat_map(|holiday| [holiday.from, holiday.until]);
            let strange = days.chain(announced.working_weekends.iter().copied()).filter(|day| day.year() != year);
            problems.extend(strange.map(|day| CalendarProblem::OtherYear(year, day)));
            for holiday in &announced.holidays {
                if holiday.until < holiday.from {
                    problems.push(CalendarProblem::Backwards(holiday.from));
                }
                calendar.off.extend(holiday.from.iter_days().take_while(|day| *day <= holiday.until));
            }
            calendar.working_weekends.extend(&announced.working_weekends);
        }
        if let (Some(first), Some(last)) = (calendar.years.first(), calendar.years.last()) {
            let missing = (*first..=*last).filter(|year| !calendar.years.contains(year));
            problems.extend(missing.map(CalendarProblem::Gap));
        }
        let wrong = calendar.working_weekends.iter().filter(|day| !is_weekend(**day) || calendar.off.contains(day));
        problems.extend(wrong.map(|day| CalendarProblem::NoWeekend(*day)));
        if problems.is_empty() { Ok(calendar) } else { Err(problems) }
    }

    /// Whether offices work on this day.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        if is_weekend(day) { self.working_weekends.contains(&day) } else { !self.off.contains(&day) }
    }

    /// Whether the day lies in an announced holiday, weekends in it included.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.off.contains(&day)
    }

    /// Whether the table of the day's year is announced.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.years.contains(&day.year())
    }

    /// The first working day on or after this one.
    pub fn workday_from(&self, day: NaiveDate) -> NaiveDate {
        // No holiday is as long as a year, so the search ends.
        day.iter_days().find(|day| self.is_workday(*day)).unwrap_or(day)
    }

    /// The last day of a span that begins with an event on `start`.
    ///
    /// As periods are counted in civil law: the day of the event does not count, and a last day off
    /// moves to the next working day. Hours and minutes end on the same day.
    pub fn due(&self, start: NaiveDate, span: TimeSpan) -> Due {
        let amount = u32::from(span.amount);
        let last = match span.unit {
            TimeUnit::WorkingDay => self.working_days_after(start, amount),
            TimeUnit::Day => start.checked_add_days(Days::new(amount.into())),
            TimeUnit::Month => start.checked_add_months(Months::new(amount)),
            TimeUnit::Year => start.checked_add_months(Months::new(amount.saturating_mul(12))),
            TimeUnit::Hour | TimeUnit::Minute => Some(start),
        };
        let date = self.workday_from(last.unwrap_or(NaiveDate::MAX));
        Due { date, provisional: !self.covers(start) || !self.covers(date) }
    }

    fn working_days_after(&self, start: NaiveDate, amount: u32) -> Option<NaiveDate> {
        let Some(after) = amount.checked_sub(1) else { return Some(start) };
        start.iter_days().skip(1).filter(|day| self.is_workday(*day)).nth(after as usize)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
