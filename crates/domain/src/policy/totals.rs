//! What everything comes to in a year, with what may not be had together.

use std::collections::BTreeMap;

use super::{Evaluation, Group, Means, PolicyBook, Range, Take};
use crate::logic::Truth;

/// The sum of one kind of money in a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Total {
    /// From what is certain to what is possible.
    pub range: Range,
    /// Policies that one has, whatever they pay.
    pub sure: usize,
    /// Policies that hang on an answer.
    pub open: usize,
    /// Policies that one has or may have, and whose amount nobody can compute here.
    pub uncounted: usize,
}

/// The sums; money in the hand and money not paid are never added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Money in the hand.
    pub cash: Total,
    /// Money not paid.
    pub less: Total,
}

impl PolicyBook {
    /// The sums over evaluated policies, each named by its place.
    pub fn totals<'a>(&self, evaluated: impl IntoIterator<Item = (usize, &'a Evaluation)>) -> Totals {
        let mut totals = Totals::default();
        let mut groups: BTreeMap<(&str, Means), Vec<Range>> = BTreeMap::new();
        for (at, evaluation) in evaluated {
            let policy = &self.policies()[at];
            let total = match policy.means {
                Means::Cash => &mut totals.cash,
                Means::Less => &mut totals.less,
                Means::Deduction | Means::Worth => continue,
            };
            match evaluation.outcome {
                Truth::Yes => total.sure += 1,
                Truth::Unknown => total.open += 1,
                Truth::No => continue,
            }
            let rule = evaluation.rule.and_then(|at| policy.rules.get(at));
            let (Some(amount), Some(rule)) = (evaluation.amount, rule) else {
                total.uncounted += 1;
                continue;
            };
            let year = amount.times(rule.pay.cycle.a_year());
            let year = if evaluation.outcome == Truth::Yes { year } else { year.either(Range::default()) };
            match self.group_of(policy) {
                Some(group) => groups.entry((&group.id, policy.means)).or_default().push(year),
                None => total.range = total.range.plus(year),
            }
        }
        for ((id, means), ranges) in groups {
            let Some(group) = self.groups().iter().find(|group| group.id == id) else { continue };
            let total = if means == Means::Cash { &mut totals.cash } else { &mut totals.less };
            total.range = total.range.plus(group.pays(&ranges));
        }
        totals
    }
}

impl Group {
    /// What is paid of these in a year.
    pub fn pays(&self, ranges: &[Range]) -> Range {
        let ranges = ranges.iter().copied();
        match self.take {
            Take::Highest => ranges.fold(Range::default(), Range::highest),
            Take::Cap => ranges.fold(Range::default(), Range::plus).at_most(self.at_most),
        }
    }
}
