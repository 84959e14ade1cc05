//! The smallest change that would make a no a yes.

use std::collections::BTreeSet;

use super::{Answers, Change, FactId, Leaf, PolicyBook, Rule, Standing, Then};
use crate::{RegionCode, logic::Truth};

/// More than so many changes are no advice.
const MOST_MOVES: usize = 3;
/// So many values of one question are tried, the nearest first.
const MOST_VALUES: usize = 12;

/// One answer that would have to be another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The question.
    pub fact: FactId,
    /// The nearest answer that would do.
    pub to: i64,
    /// For a choice, every answer that would do while the other changes stay.
    pub options: Vec<i64>,
}

/// What would have to be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The region where it holds, when it is another.
    pub region: Option<RegionCode>,
    /// The answers that would have to be others, as few as possible.
    pub moves: Vec<Move>,
    /// What then comes out: yes, or unknown while something is unanswered.
    pub then: Truth,
}

impl PolicyBook {
    /// The smallest change for a policy that is a no; `None` when nothing that somebody can change would do.
    pub fn nearest(&self, at: usize, standing: &Standing<'_>) -> Option<Nearest> {
        let policy = &self.policies()[at];
        let rule = policy.rule_on(standing.on)?;
        let region = (!standing.scope.contains(&policy.region)).then(|| policy.region.clone());
        let mut answers = standing.answers.clone();
        let then = self.fits(at, rule, &answers);
        if then != Truth::No {
            return region.map(|region| Nearest { region: Some(region), moves: Vec::new(), then });
        }
        let open = self.movable(at, rule, &answers);
        for size in 1..=MOST_MOVES {
            let mut best = None;
            self.search(at, rule, &open, size, &mut answers, &mut Vec::new(), &mut best);
            if let Some((then, found)) = best {
                let moves = found.iter().map(|&(fact, to)| self.told(at, rule, fact, to, &found, standing.answers));
                return Some(Nearest { region, moves: moves.collect(), then });
            }
        }
        None
    }

    /// Questions that somebody can change, with the values to try, the nearest first.
    fn movable(&self, at: usize, rule: &Rule, answers: &Answers) -> Vec<(FactId, Vec<i64>)> {
        let mut leaves: Vec<Leaf> = Vec::new();
        let mut keep = |leaf: Leaf| leaves.push(leaf);
        self.who(at).into_iter().for_each(|who| who.leaves(&mut keep));
        rule.conditions.iter().for_each(|condition| condition.need.leaves(&mut keep));
        let refusing = rule.exceptions.iter().filter(|exception| exception.then == Then::No);
        refusing.for_each(|exception| exception.when.leaves(&mut keep));
        let facts: BTreeSet<FactId> = leaves.iter().map(|leaf| leaf.fact()).collect();
        facts.into_iter().filter_map(|fact| Some((fact, self.values(fact, &leaves, answers.get(fact)?)?))).collect()
    }

    fn values(&self, fact: FactId, leaves: &[Leaf], now: i64) -> Option<Vec<i64>> {
        let question = self.facts().get(fact)?;
        if question.change == Change::Never || Some(fact) == self.subject() {
            return None;
        }
        let (min, max) = question.bounds();
        let mut values: Vec<i64> = if question.is_number() {
            let of_leaf = |leaf: &Leaf| match *leaf {
                Leaf::Between(of, low, high) if of == fact => {
                    vec![low, high, low.saturating_sub(1), high.saturating_add(1)]
                }
                Leaf::Between(..) | Leaf::In(..) => Vec::new(),
            };
            leaves.iter().flat_map(of_leaf).filter(|value| (min..=max).contains(value)).collect()
        } else {
            (min..=max).collect()
        };
        values.retain(|value| *value != now && (question.change != Change::Up || *value > now));
        if question.is_number() {
            values.sort_by_key(|value| (value.abs_diff(now), *value));
            values.dedup();
            values.truncate(MOST_VALUES);
        }
        (!values.is_empty()).then_some(values)
    }

    /// Tries every way to change so many answers; the first that gives a yes is kept, else the first that leaves it open.
    #[allow(clippy::too_many_arguments, reason = "the state of one search, not worth a type")]
    fn search(
        &self,
        at: usize,
        rule: &Rule,
        open: &[(FactId, Vec<i64>)],
        size: usize,
        answers: &mut Answers,
        made: &mut Vec<(FactId, i64)>,
        best: &mut Option<(Truth, Vec<(FactId, i64)>)>,
    ) {
        let found_yes = |best: &Option<(Truth, Vec<_>)>| matches!(best, Some((Truth::Yes, _)));
        for (place, (fact, values)) in open.iter().enumerate() {
            let before = answers.get(*fact);
            for &value in values {
                answers.set(*fact, value);
                made.push((*fact, value));
                if size > 1 {
                    self.search(at, rule, &open[place + 1..], size - 1, answers, made, best);
                } else {
                    let then = self.fits(at, rule, answers);
                    if then == Truth::Yes || (then == Truth::Unknown && best.is_none()) {
                        *best = Some((then, made.clone()));
                    }
                }
                made.pop();
                if found_yes(best) {
                    break;
                }
            }
            answers.put(*fact, before);
            if found_yes(best) {
                return;
            }
        }
    }

    fn told(&self, at: usize, rule: &Rule, fact: FactId, to: i64, found: &[(FactId, i64)], answers: &Answers) -> Move {
        let Some(question) = self.facts().get(fact).filter(|question| !question.is_number()) else {
            return Move { fact, to, options: Vec::new() };
        };
        let mut tried = answers.clone();
        found.iter().for_each(|&(fact, to)| tried.set(fact, to));
        let then = self.fits(at, rule, &tried);
        let (min, max) = question.bounds();
        let fits = |value: &i64| {
            tried.set(fact, *value);
            self.fits(at, rule, &tried) == then
        };
        Move { fact, to, options: (min..=max).filter(fits).collect() }
    }
}
