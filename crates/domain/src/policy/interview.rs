//! Which question comes next: the one after which the most policies are settled, computed from what is open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Answers, Cells, FactId, Leaf, PolicyBook, Rule, Standing, Then};
use crate::{RegionCode, logic::Truth};

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
            let mut settled = 0;
            for cell in cells {
                tried.set(fact, cell.example);
                settled += u64::from(self.book.fits(at, rule, tried).is_settled());
            }
            tried.forget(fact);
            let gain = gains.entry(fact).or_default();
            // In thousandths; a question that settles nothing by itself still counts a little, or it would never come.
            gain.0 += settled * 1000 / (cells.len().max(1) as u64) + 1;
            gain.1.push(at);
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
