//! Looks for the best plan, visit by visit.
//!
//! Two things keep it small and lose nothing. At a place, whatever can be done is done: done earlier is
//! never worse. And one goes on the first day on which some result is there, or waits for a later such
//! day; days between gain nothing.

use super::{
    EXACT_UP_TO,
    model::{Day, Model, Set},
    rest::Rest,
};
use crate::order;

/// Beyond the exact size the search stops after so many visits tried.
const MOST_TRIED: u32 = 20_000;

/// One visit of a plan in the making: where, when, and which matters by their numbers.
#[derive(Clone)]
pub(super) struct Going {
    pub spot: usize,
    pub day: Day,
    /// The matter, and the first day on which it could have gone.
    pub matters: Vec<(usize, Day)>,
}

/// The state after some visits.
#[derive(Clone)]
pub(super) struct State {
    pub started: Set,
    pub done: Set,
    /// The day on which each was handed in.
    pub start: Vec<Day>,
    /// Done: from when the result can be used. Handed in only: from when one may come back.
    pub ready: Vec<Day>,
    /// The day by which each is there.
    pub end: Vec<Day>,
    /// The day of the last visit.
    day: Day,
}

/// The best plan that was found.
pub(super) struct Found {
    pub goings: Vec<Going>,
    pub state: State,
    pub exact: bool,
}

pub(super) fn best(model: &Model<'_>) -> Found {
    let mut state = State::new(model);
    state.without_going(model);
    let mut rest = Rest::new(model);
    let fewest = rest.count(state.started, state.done);
    let bounded = model.matters.len() > EXACT_UP_TO;
    let left = if bounded { MOST_TRIED } else { u32::MAX };
    let most = if rest.exact { usize::from(fewest) } else { usize::MAX };
    let mut search = Search { model, rest, most, best: None, left, goings: Vec::new() };
    search.go(&state);
    let exact = search.left > 0 && search.rest.exact;
    let (goings, state) = search.best.map_or((Vec::new(), state), |best| (best.goings, best.state));
    Found { goings, state, exact }
}

/// One visit that can be next, and the state after it.
struct Choice {
    day: Day,
    spot: usize,
    matters: Vec<(usize, Day)>,
    next: State,
}

struct Best {
    finish: Day,
    goings: Vec<Going>,
    state: State,
}

struct Search<'a> {
    model: &'a Model<'a>,
    rest: Rest<'a>,
    /// More visits than this are worse than what is known to be possible.
    most: usize,
    best: Option<Best>,
    /// Visits that may still be tried.
    left: u32,
    goings: Vec<Going>,
}

impl Search<'_> {
    fn go(&mut self, state: &State) {
        if state.done == self.model.all() {
            self.keep(state);
            return;
        }
        for Choice { day, spot, matters, next } in self.choices(state) {
            if self.left == 0 && self.best.is_some() {
                return;
            }
            self.left = self.left.saturating_sub(1);
            let visits = self.goings.len() + 1 + usize::from(self.rest.count(next.started, next.done));
            if visits > self.most || !self.may_be_better(visits, next.finish_at_least(self.model)) {
                continue;
            }
            self.goings.push(Going { spot, day, matters });
            self.go(&next);
            self.goings.pop();
        }
    }

    /// Where and when to go next, earlier days first: among equals the first found stays.
    fn choices(&self, state: &State) -> Vec<Choice> {
        // More can be done only on a day on which some result is there, since what follows at once follows anyway.
        let mut days: Vec<Day> = (0..self.model.matters.len())
            .filter(|at| state.started & 1 << at != 0)
            .map(|at| state.ready[at])
            .filter(|ready| *ready > state.day)
            .collect();
        days.push(state.day);
        days.sort_unstable();
        days.dedup();
        let mut choices = Vec::new();
        for spot in 0..self.model.spots.len() {
            let mut last = (state.started, state.done);
            let mut last_day = None;
            for from in &days {
                let day = self.model.open_from(spot, *from);
                if last_day.replace(day) == Some(day) {
                    continue;
                }
                let mut next = state.clone();
                let matters = next.visit(self.model, spot, day);
                // Nothing at all, or nothing more than on an earlier day.
                let is_more = !matters.is_empty() && last != (next.started, next.done);
                if is_more && !self.is_turned_round(day, spot, &matters) {
                    last = (next.started, next.done);
                    choices.push(Choice { day, spot, matters, next });
                }
            }
        }
        order::sort_by_key(&mut choices, |choice| (choice.day, choice.spot));
        choices
    }

    /// Two visits of one day that have nothing to do with each other: only one order of them is looked at.
    fn is_turned_round(&self, day: Day, spot: usize, matters: &[(usize, Day)]) -> bool {
        self.goings.last().is_some_and(|last| {
            let done = last.matters.iter().fold(0, |set: Set, (at, _)| set | 1 << at);
            let needs = matters.iter().fold(0, |set: Set, (at, _)| set | self.model.matters[*at].before);
            // What is done without going may stand between the two.
            let online = self.model.matters.iter().any(|matter| matter.steps == 0 && matter.before & done != 0);
            last.day == day && spot < last.spot && needs & done == 0 && !online
        })
    }

    fn may_be_better(&self, visits: usize, finish: Day) -> bool {
        let Some(best) = &self.best else { return true };
        (visits, finish) < (best.goings.len(), best.finish)
    }

    fn keep(&mut self, state: &State) {
        let finish = state.end.iter().copied().max().unwrap_or(0);
        if self.may_be_better(self.goings.len(), finish) {
            self.most = self.most.min(self.goings.len());
            self.best = Some(Best { finish, goings: self.goings.clone(), state: state.clone() });
        }
    }
}

impl State {
    fn new(model: &Model<'_>) -> Self {
        let days = || vec![0; model.matters.len()];
        Self { started: 0, done: 0, start: days(), ready: days(), end: days(), day: 0 }
    }

    /// The first day on which one can go for a matter; `None` when it is done, needs no going, or waits for others.
    fn free_from(&self, model: &Model<'_>, at: usize) -> Option<Day> {
        let (bit, matter) = (1 << at, &model.matters[at]);
        if self.done & bit != 0 || matter.steps == 0 || matter.before & !self.done != 0 {
            return None;
        }
        Some(if self.started & bit != 0 { self.ready[at] } else { self.results_from(model, at) })
    }

    /// From when all results can be used that a matter needs.
    fn results_from(&self, model: &Model<'_>, at: usize) -> Day {
        let needed = (0..model.matters.len()).filter(|other| model.matters[at].before & 1 << other != 0);
        needed.map(|other| self.ready[other]).max().unwrap_or(0)
    }

    /// Does at a place on a day whatever can be done there.
    fn visit(&mut self, model: &Model<'_>, spot: usize, day: Day) -> Vec<(usize, Day)> {
        let mut taken = Vec::new();
        self.day = day;
        loop {
            let count = taken.len();
            for (at, matter) in model.matters.iter().enumerate() {
                let free = self.free_from(model, at).filter(|from| *from <= day && matter.stops.contains(&spot));
                if let Some(free) = free {
                    taken.push((at, free));
                    self.take(model, at, day);
                }
            }
            self.without_going(model);
            if count == taken.len() {
                return taken;
            }
        }
    }

    fn take(&mut self, model: &Model<'_>, at: usize, day: Day) {
        let bit = 1 << at;
        if self.started & bit != 0 {
            (self.ready[at], self.end[at]) = (day, day);
            self.done |= bit;
            return;
        }
        let outcome = model.outcome(at, day);
        self.started |= bit;
        self.start[at] = day;
        if model.matters[at].steps == 1 {
            (self.ready[at], self.end[at]) = (outcome.ready, outcome.end);
            self.done |= bit;
        } else {
            // A second visit is another visit, also where the result is there at once.
            self.ready[at] = outcome.ready.max(day + 1);
        }
    }

    /// Hands in whatever needs no going.
    fn without_going(&mut self, model: &Model<'_>) {
        for (at, matter) in model.matters.iter().enumerate() {
            let bit = 1 << at;
            if matter.steps == 0 && self.done & bit == 0 && matter.before & !self.done == 0 {
                let start = self.results_from(model, at);
                let outcome = model.outcome(at, start);
                (self.start[at], self.ready[at], self.end[at]) = (start, outcome.ready, outcome.end);
                self.started |= bit;
                self.done |= bit;
            }
        }
    }

    /// A day before which this cannot end, in whatever order one goes.
    fn finish_at_least(&self, model: &Model<'_>) -> Day {
        let (mut ready, mut finish) = (self.ready.clone(), 0);
        for (at, matter) in model.matters.iter().enumerate() {
            let bit = 1 << at;
            let end = if self.done & bit != 0 {
                self.end[at]
            } else if self.started & bit != 0 {
                ready[at] = model.soonest(at, ready[at].max(self.day));
                ready[at]
            } else {
                let needed = (0..at).filter(|other| matter.before & 1 << other != 0);
                let results = needed.map(|other| ready[other]).max().unwrap_or(0);
                let start = if matter.steps == 0 { results } else { model.soonest(at, results.max(self.day)) };
                let outcome = model.outcome(at, start);
                if matter.steps == 2 {
                    ready[at] = model.soonest(at, outcome.ready.max(start + 1));
                    ready[at]
                } else {
                    ready[at] = outcome.ready;
                    outcome.end
                }
            };
            finish = finish.max(end);
        }
        finish
    }
}
