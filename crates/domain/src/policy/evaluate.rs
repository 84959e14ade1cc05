//! One policy for one case: yes, no or unknown, and why.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Answers, FactId, Nearest, PayMode, PolicyBook, Range, Rule, Then, range::Known};
use crate::{Audience, RegionCode, logic::Truth};

/// The case: place, day, answers. All three are arguments; nothing is read from the world.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The region and all above it, nearest first.
    pub scope: &'a [RegionCode],
    /// The day.
    pub on: NaiveDate,
    /// What has been answered.
    pub answers: &'a Answers,
}

/// What a reason is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Where the policy holds.
    Region,
    /// When it holds: no rule yet, and this is the first day of one.
    NotYet(NaiveDate),
    /// When it held: this was the last day.
    Over(NaiveDate),
    /// For whom it is: the one audience that it has.
    Audience(Audience),
    /// A condition of the rule, by its place.
    Condition(usize),
    /// An exception of the rule, by its place.
    Exception(usize),
}

/// One reason and what the answers say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// What it is about.
    pub about: About,
    /// Whether it holds.
    pub holds: Truth,
}

/// What comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Whether one has it.
    pub outcome: Truth,
    /// The place of the rule that was asked; `None` when none holds on that day.
    pub rule: Option<usize>,
    /// What one must do for it, as far as that is known.
    pub mode: PayMode,
    /// An exception hangs on an answer: the mode may still change.
    pub mode_is_open: bool,
    /// Every reason, in the order of the rule.
    pub reasons: Vec<Reason>,
    /// The unanswered questions on which the outcome hangs.
    pub missing: Vec<FactId>,
    /// The unanswered questions on which only amount or mode hang.
    pub details: Vec<FactId>,
    /// The amount of one cycle for somebody who has it; `None` when it is a no or nothing can be computed.
    pub amount: Option<Range>,
    /// For a no, the smallest change that would make it a yes.
    pub nearest: Option<Nearest>,
}

impl PolicyBook {
    /// Whether one has it; fast.
    pub fn outcome(&self, at: usize, standing: &Standing<'_>) -> Truth {
        if !self.holds_in(at, standing.scope) {
            return Truth::No;
        }
        self.policies()[at].rule_on(standing.on).map_or(Truth::No, |rule| self.fits(at, rule, standing.answers))
    }

    /// Whether the answers fit a rule.
    pub(super) fn fits(&self, at: usize, rule: &Rule, answers: &Answers) -> Truth {
        let mut all = self.who(at).map_or(Truth::Yes, |who| who.truth(answers));
        for condition in &rule.conditions {
            if all == Truth::No {
                return all;
            }
            all = all.and(condition.need.truth(answers));
        }
        for exception in rule.exceptions.iter().filter(|exception| exception.then == Then::No) {
            all = all.and(!exception.when.truth(answers));
        }
        all
    }

    /// Everything about one policy but the change that would make a no a yes.
    pub fn assess(&self, at: usize, standing: &Standing<'_>) -> Evaluation {
        let policy = &self.policies()[at];
        let here = standing.scope.contains(&policy.region);
        let rule = policy.rules.iter().rposition(|rule| rule.holds_on(standing.on));
        let mut reasons = vec![Reason { about: About::Region, holds: here.into() }];
        let Some(at_rule) = rule else {
            let near = policy.rule_near(standing.on).map(|rule| match rule.until {
                Some(until) if until < standing.on => About::Over(until),
                _ => About::NotYet(rule.from),
            });
            reasons.extend(near.map(|about| Reason { about, holds: Truth::No }));
            return Evaluation {
                outcome: Truth::No,
                rule,
                mode: policy.rule_near(standing.on).map_or(PayMode::Apply, |rule| rule.pay.mode),
                mode_is_open: false,
                reasons,
                missing: Vec::new(),
                details: Vec::new(),
                amount: None,
                nearest: None,
            };
        };
        let rule_of = &policy.rules[at_rule];
        let outcome = if here { self.fits(at, rule_of, standing.answers) } else { Truth::No };
        self.reasons(at, rule_of, standing.answers, &mut reasons);
        let (mode, mode_is_open) = mode(rule_of, standing.answers);
        let mut evaluation = Evaluation {
            outcome,
            rule,
            mode,
            mode_is_open,
            reasons,
            missing: Vec::new(),
            details: Vec::new(),
            amount: None,
            nearest: None,
        };
        if outcome != Truth::No {
            self.fill(at, rule_of, standing.answers, &mut evaluation);
        }
        evaluation
    }

    fn reasons(&self, at: usize, rule: &Rule, answers: &Answers, reasons: &mut Vec<Reason>) {
        if let (Some(who), [audience]) = (self.who(at), self.policies()[at].audience.as_slice()) {
            reasons.push(Reason { about: About::Audience(*audience), holds: who.truth(answers) });
        }
        let conditions = rule.conditions.iter().enumerate();
        reasons.extend(
            conditions
                .map(|(at, condition)| Reason { about: About::Condition(at), holds: condition.need.truth(answers) }),
        );
        let exceptions = rule.exceptions.iter().enumerate();
        reasons.extend(
            exceptions
                .map(|(at, exception)| Reason { about: About::Exception(at), holds: exception.when.truth(answers) }),
        );
    }

    fn fill(&self, at: usize, rule: &Rule, answers: &Answers, evaluation: &mut Evaluation) {
        let mut missing = BTreeSet::new();
        if !evaluation.outcome.is_settled() {
            self.who(at).into_iter().for_each(|who| who.open(answers, &mut missing));
            rule.conditions.iter().for_each(|condition| condition.need.open(answers, &mut missing));
            let refusing = rule.exceptions.iter().filter(|exception| exception.then == Then::No);
            refusing.for_each(|exception| exception.when.open(answers, &mut missing));
        }
        let mut details = BTreeSet::new();
        if evaluation.mode_is_open {
            rule.exceptions.iter().for_each(|exception| exception.when.open(answers, &mut details));
        }
        if rule.amount.is_computed() {
            let known = self.known(at, rule, answers);
            evaluation.amount = Some(known.amount(&rule.amount));
            known.wanted(&rule.amount, &mut details);
        }
        evaluation.details = details.difference(&missing).copied().collect();
        evaluation.missing = missing.into_iter().collect();
    }

    /// Answers, and what follows for the others from being entitled.
    fn known<'a>(&'a self, at: usize, rule: &Rule, answers: &'a Answers) -> Known<'a> {
        let mut known = Known::new(self.facts(), answers);
        self.who(at).into_iter().for_each(|who| known.given(who, true));
        rule.conditions.iter().for_each(|condition| known.given(&condition.need, true));
        let refusing = rule.exceptions.iter().filter(|exception| exception.then == Then::No);
        refusing.for_each(|exception| known.given(&exception.when, false));
        known
    }

    /// Everything about one policy.
    pub fn evaluate(&self, at: usize, standing: &Standing<'_>) -> Evaluation {
        let mut evaluation = self.assess(at, standing);
        if evaluation.outcome == Truth::No {
            evaluation.nearest = self.nearest(at, standing);
        }
        evaluation
    }
}

/// The mode after exceptions, and whether one of them is still open. The most work wins.
fn mode(rule: &Rule, answers: &Answers) -> (PayMode, bool) {
    let (mut mode, mut possible) = (rule.pay.mode, rule.pay.mode);
    for exception in &rule.exceptions {
        let asked = match exception.then {
            Then::No => continue,
            Then::Confirm => PayMode::Confirm,
            Then::Apply => PayMode::Apply,
        };
        match exception.when.truth(answers) {
            Truth::Yes => mode = mode.max(asked),
            Truth::Unknown => possible = possible.max(asked),
            Truth::No => {}
        }
    }
    (mode, possible > mode)
}
