//! The best plan by trying everything, in the plainest way: every order of visits, every place, day after day.

use std::{cell::RefCell, collections::HashMap};

use chrono::{Days, NaiveDate};

use crate::{
    bundles::{Opening, plan::*},
    terms::{TimeSpan, TimeUnit},
};

const HORIZON: u64 = 500;

/// From when a result can be used, and the day by which it is there.
type There = (NaiveDate, NaiveDate);
/// What is done, and what was handed in, by matter.
type Doings = (Vec<Option<There>>, Vec<Option<NaiveDate>>);

/// The fewest visits, and the earliest day by which all is there among plans of so many visits.
pub fn best(tasks: &[Task], setting: &Setting<'_>, known: &Known) -> (usize, NaiveDate) {
    let order = topological(tasks);
    let steps: Vec<(usize, bool)> = order
        .iter()
        .flat_map(|&at| match tasks[at].visits.unwrap_or(1) {
            0 => vec![],
            1 => vec![(at, false)],
            _ => vec![(at, false), (at, true)],
        })
        .collect();
    (0..=steps.len())
        .find_map(|count| {
            let mut brute = Brute { tasks, setting, known, order: &order, steps: &steps, count, best: None };
            brute.assign(&mut Vec::new());
            brute.best.map(|day| (count, day))
        })
        .unwrap()
}

/// Days that were looked up once: the same places and working days serve many cases.
#[derive(Default)]
pub struct Known {
    open: RefCell<HashMap<(usize, NaiveDate), bool>>,
    results: RefCell<HashMap<(Option<TimeSpan>, NaiveDate), There>>,
}

struct Brute<'a> {
    tasks: &'a [Task],
    setting: &'a Setting<'a>,
    known: &'a Known,
    order: &'a [usize],
    steps: &'a [(usize, bool)],
    count: usize,
    best: Option<NaiveDate>,
}

impl Brute<'_> {
    /// Puts the next step into each of the visits.
    fn assign(&mut self, chosen: &mut Vec<usize>) {
        let Some((at, back)) = self.steps.get(chosen.len()) else {
            if (0..self.count).all(|visit| chosen.contains(&visit)) {
                self.place(chosen, &mut Vec::new());
            }
            return;
        };
        for visit in 0..self.count {
            // What can never be is left out early, which saves most of the trying: two matters that share no place
            // on one visit, and a matter before those that it waits for.
            let meets = chosen.iter().enumerate().all(|(other, v)| {
                let places = &self.tasks[self.steps[other].0].places;
                *v != visit || self.steps[other].0 == *at || places.iter().any(|p| self.tasks[*at].places.contains(p))
            });
            let waits = chosen.iter().enumerate().all(|(other, v)| {
                let (other, _) = self.steps[other];
                if other == *at { !back || *v < visit } else { *v <= visit || !self.before(*at).any(|b| b == other) }
            });
            if meets && waits {
                chosen.push(visit);
                self.assign(chosen);
                chosen.pop();
            }
        }
    }

    /// Tries every place for every visit.
    fn place(&mut self, chosen: &[usize], places: &mut Vec<usize>) {
        if places.len() == self.count {
            if let Some(day) = self.finish(chosen, places) {
                self.best = Some(self.best.map_or(day, |best| best.min(day)));
            }
            return;
        }
        for place in 0..self.setting.places.len() {
            let here = chosen.iter().zip(self.steps).filter(|(visit, _)| **visit == places.len());
            if here.clone().all(|(_, (at, _))| self.tasks[*at].places.contains(&place)) {
                places.push(place);
                self.place(chosen, places);
                places.pop();
            }
        }
    }

    /// The day by which all is there, going from visit to visit as early as can be; `None` when it cannot be.
    fn finish(&self, chosen: &[usize], places: &[usize]) -> Option<NaiveDate> {
        let mut done = vec![None; self.tasks.len()];
        let mut handed_in = vec![None; self.tasks.len()];
        self.online(&mut done);
        let mut day = self.setting.today;
        for (visit, place) in places.iter().enumerate() {
            let members: Vec<_> = (0..chosen.len()).filter(|s| chosen[*s] == visit).map(|s| self.steps[s]).collect();
            let last = self.setting.today + Days::new(HORIZON);
            (day, done, handed_in) = day.iter_days().take_while(|day| *day < last).find_map(|day| {
                self.is_open(*place, day).then_some(())?;
                let (done, handed_in) = self.visit(day, &members, done.clone(), handed_in.clone())?;
                Some((day, done, handed_in))
            })?;
        }
        done.iter().map(|done| done.map(|(_, end)| end)).collect::<Option<Vec<_>>>()?.into_iter().max().or(Some(day))
    }

    fn visit(
        &self,
        day: NaiveDate,
        members: &[(usize, bool)],
        mut done: Vec<Option<There>>,
        mut handed_in: Vec<Option<NaiveDate>>,
    ) -> Option<Doings> {
        let mut left = members.to_vec();
        while !left.is_empty() {
            let at = left.iter().position(|(at, back)| match back {
                true => handed_in[*at].is_some_and(|start: NaiveDate| start < day && self.result(*at, start).0 <= day),
                false => self.before(*at).all(|other| done[other].is_some_and(|(ready, _)| ready <= day)),
            })?;
            let (at, back) = left.remove(at);
            let twice = self.tasks[at].visits.unwrap_or(1) > 1;
            match (back, twice) {
                (true, _) => done[at] = Some((day, day)),
                (false, true) => handed_in[at] = Some(day),
                (false, false) => done[at] = Some(self.result(at, day)),
            }
            self.online(&mut done);
        }
        Some((done, handed_in))
    }

    fn online(&self, done: &mut [Option<There>]) {
        for &at in self.order {
            if self.tasks[at].visits == Some(0) && done[at].is_none() {
                let results: Option<Vec<_>> =
                    self.before(at).map(|other| done[other].map(|(ready, _)| ready)).collect();
                if let Some(results) = results {
                    done[at] = Some(self.result(at, results.into_iter().max().unwrap_or(self.setting.today)));
                }
            }
        }
    }

    fn before(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..self.tasks.len()).filter(move |other| self.tasks[at].after.contains(&self.tasks[*other].item))
    }

    fn is_open(&self, place: usize, day: NaiveDate) -> bool {
        *self.known.open.borrow_mut().entry((place, day)).or_insert_with(|| {
            let opening = self.setting.places[place].opening.clone().unwrap_or_else(Opening::office);
            opening.on(day, self.setting.calendar).is_some()
        })
    }

    /// From when the result can be used, and the day by which it is there.
    fn result(&self, at: usize, start: NaiveDate) -> There {
        let time = self.tasks[at].time;
        let next = start + Days::new(1);
        *self.known.results.borrow_mut().entry((time, start)).or_insert_with(|| match time {
            Some(TimeSpan { amount: 0, .. } | TimeSpan { unit: TimeUnit::Minute, .. }) => (start, start),
            Some(span) => {
                let end = self.setting.calendar.due(start, span).date;
                (end + Days::new(1), end)
            }
            None => {
                let day = self.setting.calendar.workday_from(next);
                (day, day)
            }
        })
    }
}

fn topological(tasks: &[Task]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < tasks.len() {
        let free = |at: &usize| {
            !order.contains(at)
                && (0..tasks.len())
                    .all(|other| !tasks[*at].after.contains(&tasks[other].item) || order.contains(&other))
        };
        let next = (0..tasks.len()).find(free).unwrap();
        order.push(next);
    }
    order
}
