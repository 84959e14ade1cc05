//! Which question comes next: the one after which the most policies are settled, computed from what is open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Answers, Cell, Cells, FactId, Leaf, PolicyBook, Rule, Standing, Then};
use crate::{
    RegionCode,
    logic::{FactKind, Truth},
};

/// What a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Whether one has something.
    Outcome,
    /// How much it is, or by which mode it comes.
    Amount,
}

/// The next question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The question.
    pub fact: FactId,
    /// What it is for.
    pub aim: Aim,
    /// The policies that hang on it, by their places.
    pub policies: Vec<usize>,
    /// How many policies are open in all.
    pub open: usize,
    /// No more questions than these are left, this one included.
    pub left: usize,
}

/// An interview: a place, a day, and what was answered or skipped so far.
#[derive(Debug, Clone)]
pub struct Interview<'a> {
    book: &'a PolicyBook,
    scope: &'a [RegionCode],
    on: NaiveDate,
    answers: Answers,
    skipped: BTreeSet<FactId>,
}

impl<'a> Interview<'a> {
    /// Begins one with what is known.
    pub fn new(book: &'a PolicyBook, scope: &'a [RegionCode], on: NaiveDate, answers: Answers) -> Self {
        Self { book, scope, on, answers, skipped: BTreeSet::new() }
    }

    /// Takes an answer, also in place of an earlier one.
    pub fn answer(&mut self, fact: FactId, answer: i64) {
        self.skipped.remove(&fact);
        self.answers.set(fact, answer);
    }

    /// Leaves a question open; it is not asked again.
    pub fn skip(&mut self, fact: FactId) {
        self.answers.forget(fact);
        self.skipped.insert(fact);
    }

    /// What was answered.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The case as it stands.
    pub fn standing(&self) -> Standing<'_> {
        Standing { scope: self.scope, on: self.on, answers: &self.answers }
    }

    /// The next question; `None` when no further answer can change anything.
    pub fn next(&self) -> Option<Next> {
        self.next_for_outcome().or_else(|| self.next_for_amount())
    }

    fn next_for_outcome(&self) -> Option<Next> {
        let standing = self.standing();
        let mut gains: BTreeMap<FactId, (u64, Vec<usize>)> = BTreeMap::new();
        let mut tried = self.answers.clone();
        let mut open_policies = 0;
        for at in 0..self.book.policies().len() {
            if self.book.outcome(at, &standing).is_settled() {
                continue;
            }
            let Some(rule) = self.book.policies()[at].rule_on(self.on) else { continue };
            open_policies += 1;
            self.gains_of(at, rule, &mut tried, &mut gains);
        }
        let left = gains.len();
        // The first of the table wins a tie: it is kept by later ones that are no better.
        let mut best: Option<(FactId, u64, Vec<usize>)> = None;
        for (fact, (gain, policies)) in gains {
            if best.as_ref().is_none_or(|(_, most, _)| gain > *most) {
                best = Some((fact, gain, policies));
            }
        }
        best.map(|(fact, _, policies)| Next { fact, aim: Aim::Outcome, policies, open: open_policies, left })
    }

    /// Adds, for every question on which a policy hangs, how likely an answer settles it.
    fn gains_of(&self, at: usize, rule: &Rule, tried: &mut Answers, gains: &mut BTreeMap<FactId, (u64, Vec<usize>)>) {
        let mut open = BTreeSet::new();
        let mut leaves: Vec<Leaf> = Vec::new();
        let who = self.book.who(at).into_iter();
        let refusing = rule.exceptions.iter().filter(|exception| exception.then == Then::No);
        let conds = who.chain(rule.conditions.iter().map(|condition| &condition.need));
        for cond in conds.chain(refusing.map(|exception| &exception.when)) {
            cond.open(tried, &mut open);
            cond.leaves(&mut |leaf| leaves.push(leaf));
        }
        open.retain(|fact| !self.skipped.contains(fact));
        leaves.retain(|leaf| open.contains(&leaf.fact()));
        for (fact, cells) in Cells::of(self.book.facts(), &leaves).iter() {
            let (mut settled, mut all) = (0, 0);
            for cell in cells {
                let weight = self.weight(fact, *cell);
                all += weight;
                tried.set(fact, cell.example);
                settled += weight * u64::from(self.book.fits(at, rule, tried).is_settled());
            }
            tried.forget(fact);
            let gain = gains.entry(fact).or_default();
            // In thousandths. What settles almost surely counts far more than what may: many small chances leave most open.
            // And a question that settles nothing by itself still counts a little, or it would never come.
            let chance = settled * 1000 / all.max(1);
            gain.0 += chance.pow(4) / 1_000_000 + 1;
            gain.1.push(at);
        }
    }

    /// How likely an answer is, before anything is known: a no is four times as likely as a yes, every choice is as likely as
    /// every other, and a number is small more often than large.
    fn weight(&self, fact: FactId, cell: Cell) -> u64 {
        let Some(question) = self.book.facts().get(fact) else { return 0 };
        let (min, _) = question.bounds();
        match &question.fact.kind {
            FactKind::Flag => {
                if cell.example == 1 {
                    1
                } else {
                    4
                }
            }
            FactKind::Choice { .. } => cell.size,
            // By its digits, in halves and doubles: whole numbers only, so that every device counts alike.
            FactKind::Number { .. } => {
                let from = cell.example.abs_diff(min) + 1;
                1 + 16 * u64::from((from + cell.size).ilog2() - from.ilog2())
            }
        }
    }

    fn next_for_amount(&self) -> Option<Next> {
        let standing = self.standing();
        let mut wanted: BTreeMap<FactId, Vec<usize>> = BTreeMap::new();
        let mut open_policies = 0;
        for at in 0..self.book.policies().len() {
            if self.book.outcome(at, &standing) != Truth::Yes {
                continue;
            }
            let details = self.book.assess(at, &standing).details;
            let details: Vec<FactId> = details.into_iter().filter(|fact| !self.skipped.contains(fact)).collect();
            open_policies += usize::from(!details.is_empty());
            details.into_iter().for_each(|fact| wanted.entry(fact).or_default().push(at));
        }
        let left = wanted.len();
        let mut best: Option<(FactId, Vec<usize>)> = None;
        for (fact, policies) in wanted {
            if best.as_ref().is_none_or(|(_, most)| policies.len() > most.len()) {
                best = Some((fact, policies));
            }
        }
        best.map(|(fact, policies)| Next { fact, aim: Aim::Amount, policies, open: open_policies, left })
    }
}
