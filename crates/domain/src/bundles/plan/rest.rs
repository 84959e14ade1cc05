//! How many visits are left at least: exact, because whoever is willing to wait needs to know no days.

use std::collections::HashMap;

use super::model::{Model, Set};

/// Beyond so many states the count is only a lower bound.
const MOST_STATES: usize = 1 << 15;

/// Counts visits that are left, and remembers them.
pub(super) struct Rest<'a> {
    model: &'a Model<'a>,
    known: HashMap<(Set, Set), u8>,
    /// Whether every count was exact so far.
    pub exact: bool,
}

impl<'a> Rest<'a> {
    pub fn new(model: &'a Model<'a>) -> Self {
        Self { model, known: HashMap::new(), exact: true }
    }

    /// Visits that are left when these matters were handed in and those are done.
    pub fn count(&mut self, started: Set, done: Set) -> u8 {
        let done = self.without_going(done);
        if done == self.model.all() {
            return 0;
        }
        if let Some(count) = self.known.get(&(started, done)) {
            return *count;
        }
        if self.known.len() >= MOST_STATES {
            self.exact = false;
            return 1;
        }
        let mut best = u8::MAX;
        for spot in 0..self.model.spots.len() {
            let (now_started, now_done) = self.visit(spot, started, done);
            if (now_started, now_done) != (started, done) {
                best = best.min(self.count(now_started, now_done).saturating_add(1));
            }
        }
        self.known.insert((started, done), best);
        best
    }

    /// Everything that can be done at a place once all results are there, and what follows on the spot.
    fn visit(&self, spot: usize, mut started: Set, mut done: Set) -> (Set, Set) {
        let came_back = started & !done;
        let mut usable = done;
        loop {
            let before = (started, done);
            for (at, matter) in self.model.matters.iter().enumerate() {
                let bit = 1 << at;
                let is_here = matter.stops.contains(&spot);
                if done & bit != 0 || matter.before & !usable != 0 {
                    continue;
                }
                let quick = self.model.is_at_once(at);
                match matter.steps {
                    0 if quick => (done, usable) = (done | bit, usable | bit),
                    1 if is_here => {
                        (started, done) = (started | bit, done | bit);
                        usable |= if quick { bit } else { 0 };
                    }
                    2 if is_here && came_back & bit != 0 => (done, usable) = (done | bit, usable | bit),
                    2 if is_here => started |= bit,
                    _ => {}
                }
            }
            if before == (started, done) {
                return (started, done);
            }
        }
    }

    fn without_going(&self, mut done: Set) -> Set {
        // Matters stand behind those that they wait for, so one look is enough.
        for (at, matter) in self.model.matters.iter().enumerate() {
            if matter.steps == 0 && matter.before & !done == 0 {
                done |= 1 << at;
            }
        }
        done
    }
}
