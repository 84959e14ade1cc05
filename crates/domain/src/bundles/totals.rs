//! Before and after: papers, days and visits one by one against all together, with what nobody published left open.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::is_at_once;
use crate::{ItemCode, calendar::WorkCalendar, terms::TimeSpan};

/// A sum of which parts may be open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Total {
    /// So much at least: what is published and certain.
    pub least: u32,
    /// So much at most; `None` when something is not published.
    pub most: Option<u32>,
    /// The matters that publish nothing of it.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub unknown: Vec<ItemCode>,
}

impl Total {
    /// A sum: `most` counts only when nothing is unknown.
    pub(super) fn of(least: u32, most: u32, unknown: Vec<ItemCode>) -> Self {
        Self { least, most: unknown.is_empty().then_some(most), unknown }
    }

    /// The number when it is one.
    pub fn exact(&self) -> Option<u32> {
        self.most.filter(|most| *most == self.least)
    }
}

/// The same counted one by one and all together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BeforeAfter {
    /// Every matter by itself, one after the other.
    pub before: Total,
    /// All as one bundle.
    pub after: Total,
}

/// One matter in the order in which it is done.
pub(super) struct Timed<'a> {
    pub item: &'a ItemCode,
    pub sure: bool,
    pub time: Option<TimeSpan>,
    /// Positions of those that it waits for; all stand before it.
    pub before: Vec<usize>,
}

/// Working days, one after the other and by the longest chain of those that wait for each other.
pub(super) fn days(matters: &[Timed<'_>], today: NaiveDate, calendar: &WorkCalendar) -> BeforeAfter {
    let unknown: Vec<ItemCode> =
        matters.iter().filter(|matter| matter.time.is_none()).map(|matter| matter.item.clone()).collect();
    let count = |all: bool, chain: bool| {
        let mut clock = Clock { calendar, ends: BTreeMap::new(), last: Ready { end: today, next: today } };
        for (at, matter) in matters.iter().enumerate() {
            let span = matter.time.filter(|_| all || matter.sure);
            clock.take(at, span, if chain { Some(&matter.before) } else { None }, today);
        }
        let end = clock.ends.values().map(|ready| ready.end).max().unwrap_or(today);
        u32::try_from(
            today.iter_days().skip(1).take_while(|day| *day <= end).filter(|day| calendar.is_workday(*day)).count(),
        )
        .unwrap_or(u32::MAX)
    };
    BeforeAfter {
        before: Total::of(count(false, false), count(true, false), unknown.clone()),
        after: Total::of(count(false, true), count(true, true), unknown),
    }
}

#[derive(Clone, Copy)]
struct Ready {
    end: NaiveDate,
    next: NaiveDate,
}

struct Clock<'a> {
    calendar: &'a WorkCalendar,
    ends: BTreeMap<usize, Ready>,
    last: Ready,
}

impl Clock<'_> {
    /// `after`: those that it waits for; without, it waits for whatever was taken last.
    fn take(&mut self, at: usize, span: Option<TimeSpan>, after: Option<&Vec<usize>>, today: NaiveDate) {
        let start = match after {
            Some(before) => before.iter().filter_map(|at| self.ends.get(at)).map(|it| it.next).max().unwrap_or(today),
            None => self.last.next,
        };
        let ready = match span {
            Some(span) if !is_at_once(Some(span)) => {
                let end = self.calendar.due(start, span).date;
                Ready { end, next: end.succ_opt().unwrap_or(end) }
            }
            // At once; or unknown, which adds nothing to what it is at least.
            _ => {
                let end = if start == today { start } else { self.calendar.workday_from(start) };
                Ready { end, next: end }
            }
        };
        self.ends.insert(at, ready);
        self.last = ready;
    }
}
