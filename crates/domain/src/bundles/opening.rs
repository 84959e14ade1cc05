//! Opening hours, read from what is published.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::WorkCalendar;

mod read;

/// A time of day as minutes after midnight, from and until.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Window {
    /// When it opens.
    pub from: u16,
    /// When it closes.
    pub until: u16,
}

/// When a place is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Monday to Sunday: closed, or the windows of the day, which may be unknown.
    week: [Option<Vec<Window>>; 7],
    /// Open on public holidays as on other days.
    on_holidays: bool,
}

impl Opening {
    /// Reads hours as published; `None` when any word of them is not understood, so that nobody is sent by a guess.
    pub fn read(text: &str) -> Option<Self> {
        read::opening(text)
    }

    /// An office of which only this is known: it works when offices work.
    pub fn office() -> Self {
        let works = |at| (at < 5).then(Vec::new);
        Self { week: std::array::from_fn(works), on_holidays: false }
    }

    /// The windows of a day: `None` when closed, empty when it is open and the times are unknown.
    pub fn on(&self, day: NaiveDate, calendar: &WorkCalendar) -> Option<&[Window]> {
        let at = day.weekday().num_days_from_monday() as usize;
        let own = self.week[at].as_deref();
        if calendar.is_holiday(day) {
            return own.filter(|_| self.on_holidays);
        }
        // A weekend that is worked instead of a holiday is a working day like Monday.
        let works = at >= 5 && calendar.is_workday(day);
        own.or_else(|| self.week[0].as_deref().filter(|_| works))
    }

    /// Whether somebody who sets out at this minute still finds it open on that day.
    pub fn is_open_after(&self, day: NaiveDate, minute: u16, calendar: &WorkCalendar) -> bool {
        self.on(day, calendar)
            .is_some_and(|windows| windows.is_empty() || windows.iter().any(|window| minute < window.until))
    }
}
