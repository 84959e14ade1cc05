//! How many questions an interview takes, beside fixed orders, over the published population.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    RegionCode,
    logic::Truth,
    policy::{Aim, Answers, FactId, Interview, PolicyBook, Standing},
};

use crate::people::{Prng, person};

pub struct Ground<'a> {
    pub book: &'a PolicyBook,
    pub scope: &'a [RegionCode],
    pub on: NaiveDate,
}

impl Ground<'_> {
    fn outcomes(&self, answers: &Answers) -> Vec<Truth> {
        let standing = Standing { scope: self.scope, on: self.on, answers };
        (0..self.book.policies().len()).map(|at| self.book.outcome(at, &standing)).collect()
    }

    fn open(&self, answers: &Answers) -> BTreeSet<FactId> {
        let standing = Standing { scope: self.scope, on: self.on, answers };
        let hanging = (0..self.book.policies().len()).filter(|at| !self.book.outcome(*at, &standing).is_settled());
        hanging.flat_map(|at| self.book.assess(at, &standing).missing).collect()
    }

    /// Questions of the interview, in their order. Stops when no outcome can change.
    pub fn interview(&self, whole: &Answers) -> Vec<FactId> {
        let mut interview = Interview::new(self.book, self.scope, self.on, Answers::new(self.book.facts().len()));
        let mut asked = Vec::new();
        while let Some(next) = interview.next().filter(|next| next.aim == Aim::Outcome) {
            asked.push(next.fact);
            interview.answer(next.fact, whole.get(next.fact).unwrap_or_default());
        }
        assert_eq!(self.outcomes(interview.answers()), self.outcomes(whole), "an interview must not change a result");
        asked
    }

    /// Questions of a fixed order: all up to the last that is needed, or only those on which something hangs.
    pub fn fixed(&self, order: &[FactId], whole: &Answers, skips: bool) -> usize {
        let mut answers = Answers::new(self.book.facts().len());
        let mut asked = 0;
        let mut open = self.open(&answers);
        for fact in order {
            if open.is_empty() {
                break;
            }
            if skips && !open.contains(fact) {
                continue;
            }
            asked += 1;
            answers.set(*fact, whole.get(*fact).unwrap_or_default());
            if open.contains(fact) {
                open = self.open(&answers);
            }
        }
        assert_eq!(self.outcomes(&answers), self.outcomes(whole), "an order must not change a result");
        asked
    }

    /// The best order that a search finds on some of the people: from the order of the table, from how many policies ask a
    /// question, and from where interviews put it, each made better by moving single questions.
    pub fn best_order(&self, people: &[Answers], skips: bool, rounds: u64) -> Vec<FactId> {
        let table: Vec<FactId> = self.book.facts().iter().map(|(id, _)| id).collect();
        let interviews: Vec<Vec<FactId>> = people.iter().map(|one| self.interview(one)).collect();
        let used = |fact: &FactId| interviews.iter().filter(|asked| asked.contains(fact)).count();
        let place = |fact: &FactId| {
            let places = interviews.iter().filter_map(|asked| asked.iter().position(|other| other == fact));
            let (sum, count) = places.fold((0, 0), |(sum, count), at| (sum + at, count + 1));
            (sum * 100_usize).checked_div(count).unwrap_or(usize::MAX)
        };
        let mut by_use = table.clone();
        by_use.sort_by_key(|fact| std::cmp::Reverse(used(fact)));
        let mut by_place = table.clone();
        by_place.sort_by_key(place);
        let cost = |order: &[FactId]| people.iter().map(|one| self.fixed(order, one, skips)).sum::<usize>();
        let mut best =
            [table, by_use, by_place].into_iter().map(|order| (cost(&order), order)).min().unwrap_or_default();
        let mut prng = Prng::new(7);
        for _ in 0..rounds {
            let mut tried = best.1.clone();
            let from = prng.below(tried.len() as u64) as usize;
            let fact = tried.remove(from);
            tried.insert(prng.below(tried.len() as u64 + 1) as usize, fact);
            let found = cost(&tried);
            if found < best.0 {
                best = (found, tried);
            }
        }
        best.1
    }

    pub fn people(&self, from: u64, count: u64) -> Vec<Answers> {
        (from..from + count).map(|number| person(self.book.facts(), number)).collect()
    }
}

pub fn median(mut counts: Vec<usize>) -> usize {
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or_default()
}
