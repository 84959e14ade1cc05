//! The matters and places as the search sees them: numbered, in an order of their own, days counted from today.

use std::{cell::RefCell, collections::HashMap};

use chrono::{Days, NaiveDate};

use super::{MOST_MATTERS, Opening, PlanProblem, Setting, Task};
use crate::{
    order,
    terms::{ShownLimit, TimeSpan, TimeUnit},
};

/// A day, counted from today.
pub(super) type Day = i32;
/// Matters as a set of bits.
pub(super) type Set = u64;

/// No place is closed for longer; one that is has wrong hours.
const LONGEST_CLOSED: Day = 366;

/// A matter.
pub(super) struct Matter<'a> {
    pub task: &'a Task,
    /// Those whose results it needs.
    pub before: Set,
    /// `None` is unpublished.
    pub time: Option<TimeSpan>,
    /// Visits that are planned: none, one, or one and one to come back.
    pub steps: u8,
    /// Where.
    pub stops: Vec<usize>,
}

/// A place of the setting, or one that nobody knows.
pub(super) struct Spot {
    pub place: Option<usize>,
    pub opening: Opening,
}

/// When a result is there.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// The first day on which it can be used.
    pub ready: Day,
    /// The day by which it is there.
    pub end: Day,
}

/// Everything that the search looks at.
pub(super) struct Model<'a> {
    pub setting: &'a Setting<'a>,
    /// So that each stands behind those that it waits for, and by item among equals.
    pub matters: Vec<Matter<'a>>,
    pub spots: Vec<Spot>,
    outcomes: RefCell<HashMap<(usize, Day), Outcome>>,
    openings: RefCell<HashMap<(usize, Day), Day>>,
}

impl<'a> Model<'a> {
    pub fn build(tasks: &'a [Task], setting: &'a Setting<'a>) -> Result<Self, PlanProblem> {
        if tasks.len() > MOST_MATTERS {
            return Err(PlanProblem::TooMany(tasks.len()));
        }
        let tasks = in_order(tasks)?;
        let mut model = Self {
            setting,
            matters: Vec::with_capacity(tasks.len()),
            spots: Vec::new(),
            outcomes: RefCell::default(),
            openings: RefCell::default(),
        };
        let places = model.add_places();
        for task in &tasks {
            let before = tasks.iter().enumerate().filter(|(_, other)| task.after.contains(&other.item));
            let before = before.fold(0, |set, (at, _)| set | 1 << at);
            let steps = task.visits.unwrap_or(1).min(2);
            let mut stops: Vec<usize> =
                task.places.iter().filter_map(|place| places.get(*place).copied().flatten()).collect();
            order::sort_dedup(&mut stops);
            if stops.is_empty() && steps > 0 {
                // Nobody knows where: a place of its own, shared with no other matter.
                model.spots.push(Spot { place: None, opening: Opening::office() });
                stops.push(model.spots.len() - 1);
            }
            let time = task.time.filter(|span| span.amount <= ShownLimit::LONGEST);
            model.matters.push(Matter { task, before, time, steps, stops });
        }
        Ok(model)
    }

    /// Takes the places that are open at all, in an order of their own; says which spot each became.
    fn add_places(&mut self) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..self.setting.places.len()).collect();
        order::sort_by(&mut order, |a, b| self.setting.places[*a].id < self.setting.places[*b].id);
        let mut spots = vec![None; order.len()];
        let mut last: Option<(&str, Option<usize>)> = None;
        for at in order {
            let stop = &self.setting.places[at];
            let spot = match last {
                Some((id, spot)) if id == stop.id => spot,
                _ => {
                    let opening = stop.opening.clone().unwrap_or_else(Opening::office);
                    self.spots.push(Spot { place: Some(at), opening });
                    let spot = self.spots.len() - 1;
                    let opens = self.first_open(spot, 0).is_some();
                    if !opens {
                        self.spots.pop();
                    }
                    opens.then_some(spot)
                }
            };
            last = Some((&stop.id, spot));
            spots[at] = spot;
        }
        spots
    }

    /// Every matter.
    pub fn all(&self) -> Set {
        (0..self.matters.len()).fold(0, |set, at| set | 1 << at)
    }

    /// A day as a date.
    pub fn date(&self, day: Day) -> NaiveDate {
        self.setting.today.checked_add_days(Days::new(day.unsigned_abs().into())).unwrap_or(NaiveDate::MAX)
    }

    fn day(&self, date: NaiveDate) -> Day {
        Day::try_from((date - self.setting.today).num_days()).unwrap_or(Day::MAX / 4)
    }

    /// Whether the result is there while one waits.
    pub fn is_at_once(&self, at: usize) -> bool {
        is_at_once(self.matters[at].time)
    }

    /// When the result is there if the organ gets the matter on this day.
    pub fn outcome(&self, at: usize, start: Day) -> Outcome {
        if self.is_at_once(at) {
            return Outcome { ready: start, end: start };
        }
        *self.outcomes.borrow_mut().entry((at, start)).or_insert_with(|| {
            let from = self.date(start);
            let next = |date: NaiveDate| date.succ_opt().unwrap_or(date);
            match self.matters[at].time {
                // The last day of the time is the organ's: one relies on the result from the day after.
                Some(span) => {
                    let end = self.setting.calendar.due(from, span).date;
                    Outcome { ready: self.day(next(end)), end: self.day(end) }
                }
                // Nobody knows; not before the next working day, and the day is marked as such.
                None => {
                    let day = self.day(self.setting.calendar.workday_from(next(from)));
                    Outcome { ready: day, end: day }
                }
            }
        })
    }

    /// The first day from this one on which a place is open.
    pub fn open_from(&self, spot: usize, from: Day) -> Day {
        *self
            .openings
            .borrow_mut()
            .entry((spot, from))
            .or_insert_with(|| self.first_open(spot, from).unwrap_or(from.saturating_add(LONGEST_CLOSED)))
    }

    /// The first day from this one on which any place of a matter is open.
    pub fn soonest(&self, at: usize, from: Day) -> Day {
        self.matters[at].stops.iter().map(|spot| self.open_from(*spot, from)).min().unwrap_or(from)
    }

    fn first_open(&self, spot: usize, from: Day) -> Option<Day> {
        let (opening, calendar) = (&self.spots[spot].opening, self.setting.calendar);
        (from..from.saturating_add(LONGEST_CLOSED)).find(|day| {
            let minute = self.setting.minute.filter(|_| *day == 0).unwrap_or(0);
            opening.is_open_after(self.date(*day), minute, calendar)
        })
    }
}

pub(in crate::bundles) fn is_at_once(time: Option<TimeSpan>) -> bool {
    time.is_some_and(|span| span.amount == 0 || span.unit == TimeUnit::Minute)
}

/// Each behind those that it waits for, by item among equals: the order of the tasks given changes nothing.
fn in_order(tasks: &[Task]) -> Result<Vec<&Task>, PlanProblem> {
    let mut left: Vec<&Task> = tasks.iter().collect();
    order::sort_by(&mut left, |a, b| a.item < b.item);
    if let Some(twice) = left.windows(2).find(|pair| pair[0].item == pair[1].item) {
        return Err(PlanProblem::Twice(twice[0].item.clone()));
    }
    let mut ordered: Vec<&Task> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let free = |task: &&Task| !left.iter().any(|other| task.after.contains(&other.item));
        let at = left.iter().position(free).ok_or(PlanProblem::Cycle)?;
        ordered.push(left.remove(at));
    }
    Ok(ordered)
}
