//! Turns what the search found into days, places and reasons.

use super::{
    Errand, Plan, Planned, Turn, Visit, VisitMatter, Wait, Why,
    model::{Day, Model, Set},
    search::{Found, Going, State},
};
use crate::{ItemCode, calendar::Due, order};

pub(super) fn plan(model: &Model<'_>, found: Found) -> Plan {
    let Found { goings, state, exact } = found;
    let mut told = Told { model, state: &state, unsure: 0, back: 0 };
    told.spread(&goings);
    let mut visits = Vec::with_capacity(goings.len());
    for going in &goings {
        visits.push(told.visit(going));
    }
    let items = || model.matters.iter().enumerate();
    let mut online: Vec<Errand> = items()
        .filter(|(_, matter)| matter.steps == 0)
        .map(|(at, matter)| Errand {
            item: matter.task.item.clone(),
            on: told.planned(state.start[at], told.unsure & matter.before != 0),
        })
        .collect();
    order::sort_by(&mut online, |a, b| (a.on.date, &a.item) < (b.on.date, &b.item));
    let mut waits: Vec<Wait> = (0..model.matters.len()).filter_map(|at| told.wait(at)).collect();
    order::sort_by(&mut waits, |a, b| (a.from, &a.item) < (b.from, &b.item));
    let finish = state.end.iter().copied().max().unwrap_or(0);
    let further = items().map(|(_, matter)| u32::from(matter.task.visits.unwrap_or(0).saturating_sub(2))).sum();
    Plan { visits, online, waits, further, finish: told.planned(finish, told.unsure != 0), exact }
}

struct Told<'a> {
    model: &'a Model<'a>,
    state: &'a State,
    /// Matters of which nobody can say when their result is there.
    unsure: Set,
    /// Matters for which one has gone once already.
    back: Set,
}

impl Told<'_> {
    /// Finds out which results have no sure day: unpublished times, and everything that waits for them.
    fn spread(&mut self, goings: &[Going]) {
        loop {
            let before = self.unsure;
            for (at, matter) in self.model.matters.iter().enumerate() {
                let more_visits = matter.task.visits.is_some_and(|visits| visits > 2);
                if matter.time.is_none() || more_visits || matter.before & self.unsure != 0 {
                    self.unsure |= 1 << at;
                }
            }
            for going in goings {
                if self.is_unsure(going) {
                    self.unsure |= going.matters.iter().fold(0, |set, (at, _)| set | 1 << at);
                }
            }
            if before == self.unsure {
                return;
            }
        }
    }

    /// Whether the day of a visit hangs on a result without a sure day.
    fn is_unsure(&self, going: &Going) -> bool {
        going.matters.iter().any(|(at, _)| {
            let matter = &self.model.matters[*at];
            let comes_back = matter.steps == 2 && self.state.start[*at] < going.day;
            matter.before & self.unsure != 0 || (comes_back && self.unsure & 1 << at != 0)
        })
    }

    fn planned(&self, day: Day, at_least: bool) -> Planned {
        let (calendar, date) = (self.model.setting.calendar, self.model.date(day));
        let provisional = !calendar.covers(date) || !calendar.covers(self.model.setting.today);
        Planned { date, provisional, at_least }
    }

    fn item(&self, at: usize) -> ItemCode {
        self.model.matters[at].task.item.clone()
    }

    fn visit(&mut self, going: &Going) -> Visit {
        let spot = &self.model.spots[going.spot];
        let on = self.planned(going.day, self.is_unsure(going));
        let hours = spot.opening.on(on.date, self.model.setting.calendar).unwrap_or_default().to_vec();
        let why = self.why(going);
        let matters = going
            .matters
            .iter()
            .map(|(at, _)| {
                let bit = 1 << at;
                let turn = if self.back & bit == 0 { Turn::Apply } else { Turn::Return };
                self.back |= bit;
                VisitMatter { item: self.item(*at), turn, assumed: self.model.matters[*at].task.visits.is_none() }
            })
            .collect();
        Visit { on, place: spot.place, hours, matters, why }
    }

    fn why(&self, going: &Going) -> Vec<Why> {
        let mut why = Vec::new();
        if going.matters.len() > 1 {
            why.push(Why::Together { matters: going.matters.len() });
        }
        let last = going.matters.iter().map(|(_, free)| *free).max().unwrap_or(0);
        // The matter that could come last holds the visit, if it had to wait for anything.
        if let Some((at, _)) = going.matters.iter().find(|(_, free)| *free == last && last > 0) {
            let needed = (0..self.model.matters.len()).filter(|other| self.model.matters[*at].before & 1 << other != 0);
            let needs = needed.filter(|other| self.state.ready[*other] == last).map(|other| self.item(other)).next();
            let item = self.item(*at);
            if self.back & 1 << at != 0 {
                why.push(Why::Back { item });
            } else if let Some(needs) = needs {
                why.push(Why::After { item, needs });
            }
        }
        if last < going.day {
            why.push(Why::Closed { since: self.model.date(last) });
        }
        let early = going.matters.iter().filter(|(_, free)| self.model.open_from(going.spot, *free) < going.day);
        why.extend(early.map(|(at, free)| Why::Saves {
            item: self.item(*at),
            could: self.model.date(self.model.open_from(going.spot, *free)),
        }));
        why
    }

    fn wait(&self, at: usize) -> Option<Wait> {
        if self.model.is_at_once(at) {
            return None;
        }
        let (matter, from) = (&self.model.matters[at], self.model.date(self.state.start[at]));
        let until: Option<Due> = matter.time.map(|span| self.model.setting.calendar.due(from, span));
        Some(Wait { item: matter.task.item.clone(), from, until })
    }
}
