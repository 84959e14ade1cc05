//! Amounts between a smallest and a largest while answers are missing.
//!
//! Every step of a formula grows with what goes in, so the ends of what goes in give the ends of what comes out.

use std::{cmp::Ordering, collections::BTreeSet};

use super::{Amount, Answers, Base, Cond, FactId, Leaf, Part, PolicyFacts, Row, Term, rate::times};
use crate::logic::Truth;

/// From a smallest to a largest amount, in fen, both possible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Range {
    /// The smallest.
    pub min: i64,
    /// The largest.
    pub max: i64,
    /// The largest rests on the largest number that makes sense as an answer, not on a rule: better not shown.
    pub is_open: bool,
}

impl Range {
    /// One amount.
    pub const fn exact(fen: i64) -> Self {
        Self { min: fen, max: fen, is_open: false }
    }

    /// Whether it is one amount.
    pub const fn is_exact(self) -> bool {
        self.min == self.max
    }

    /// The amount of so many.
    pub fn times(self, count: i64) -> Self {
        Self { min: times(self.min, count), max: times(self.max, count), ..self }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            min: self.min.saturating_add(other.min),
            max: self.max.saturating_add(other.max),
            is_open: self.is_open || other.is_open,
        }
    }

    pub(super) fn highest(self, other: Self) -> Self {
        let is_open = match self.max.cmp(&other.max) {
            Ordering::Greater => self.is_open,
            Ordering::Equal => self.is_open && other.is_open,
            Ordering::Less => other.is_open,
        };
        Self { min: self.min.max(other.min), max: self.max.max(other.max), is_open }
    }

    pub(super) fn either(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), ..self.highest(other) }
    }

    pub(super) fn at_most(self, most: Option<i64>) -> Self {
        let Some(most) = most else { return self };
        Self { min: self.min.min(most), max: self.max.min(most), is_open: self.is_open && self.max < most }
    }

    fn at_least(self, least: Option<i64>) -> Self {
        let lift = |fen: i64| if fen > 0 { fen.max(least.unwrap_or(0)) } else { fen };
        Self { min: lift(self.min), max: lift(self.max), ..self }
    }
}

/// What an answer can still be.
#[derive(Debug, Clone, Copy)]
enum Left {
    Span(i64, i64),
    Bits(u64),
}

/// Answers, and what the unanswered can still be for somebody who fits.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    facts: &'a PolicyFacts,
    answers: &'a Answers,
    left: Vec<(FactId, Left)>,
}

impl<'a> Known<'a> {
    pub fn new(facts: &'a PolicyFacts, answers: &'a Answers) -> Self {
        Self { facts, answers, left: Vec::new() }
    }

    fn is_known(&self, fact: FactId) -> bool {
        self.answers.get(fact).is_some()
    }

    fn left(&self, fact: FactId) -> Left {
        if let Some((_, left)) = self.left.iter().find(|(of, _)| *of == fact) {
            return *left;
        }
        let Some(question) = self.facts.get(fact) else { return Left::Span(0, 0) };
        let (min, max) = question.bounds();
        if question.is_number() { Left::Span(min, max) } else { Left::Bits(u64::MAX >> (63 - max.clamp(0, 63))) }
    }

    /// Takes what holds for everybody who fits; what cannot be told by single questions is left out.
    pub fn given(&mut self, cond: &Cond, holds: bool) {
        match (cond, holds) {
            (Cond::All(parts), true) | (Cond::Any(parts), false) => {
                parts.iter().for_each(|part| self.given(part, holds));
            }
            (Cond::All(parts), false) | (Cond::Any(parts), true) => {
                if let [part] = parts.as_slice() {
                    self.given(part, holds);
                }
            }
            (Cond::Not(part), _) => self.given(part, !holds),
            (Cond::Leaf(leaf), _) => self.given_leaf(*leaf, holds),
        }
    }

    fn given_leaf(&mut self, leaf: Leaf, holds: bool) {
        let fact = leaf.fact();
        if self.is_known(fact) {
            return;
        }
        let left = match (self.left(fact), leaf, holds) {
            (Left::Bits(bits), Leaf::In(_, set), true) => Left::Bits(bits & set),
            (Left::Bits(bits), Leaf::In(_, set), false) => Left::Bits(bits & !set),
            (Left::Span(low, high), Leaf::Between(_, min, max), true) => Left::Span(low.max(min), high.min(max)),
            (Left::Span(low, high), Leaf::Between(_, min, max), false) => match (min <= low, high <= max) {
                (true, false) => Left::Span(max + 1, high),
                (false, true) => Left::Span(low, min - 1),
                (true, true) | (false, false) => Left::Span(low, high),
            },
            (left, ..) => left,
        };
        // Nothing left means that nobody fits; such policies are refused where they are read, and here told no worse.
        if matches!(left, Left::Span(low, high) if low > high) || matches!(left, Left::Bits(0)) {
            return;
        }
        match self.left.iter_mut().find(|(of, _)| *of == fact) {
            Some(old) => old.1 = left,
            None => self.left.push((fact, left)),
        }
    }

    fn truth(&self, cond: &Cond) -> Truth {
        match cond {
            Cond::All(parts) => parts.iter().fold(Truth::Yes, |all, part| all.and(self.truth(part))),
            Cond::Any(parts) => parts.iter().fold(Truth::No, |any, part| any.or(self.truth(part))),
            Cond::Not(part) => !self.truth(part),
            Cond::Leaf(leaf) => match (self.answers.get(leaf.fact()), self.left(leaf.fact()), leaf) {
                (Some(answer), ..) => leaf.fits(answer).into(),
                (None, Left::Bits(bits), Leaf::In(_, set)) => among(bits & set == 0, bits & !set == 0),
                (None, Left::Span(low, high), Leaf::Between(_, min, max)) => {
                    among(high < *min || *max < low, *min <= low && high <= *max)
                }
                _ => Truth::Unknown,
            },
        }
    }

    /// The smallest and the largest number, and whether the largest is only what makes sense as an answer.
    fn span(&self, fact: FactId) -> (i64, i64, bool) {
        if let Some(answer) = self.answers.get(fact) {
            return (answer.max(0), answer.max(0), false);
        }
        match self.left(fact) {
            Left::Span(low, high) => {
                let most = self.facts.get(fact).map_or(i64::MAX, |question| question.bounds().1);
                (low.max(0), high.max(0), high >= most)
            }
            Left::Bits(_) => (0, 0, false),
        }
    }

    /// The range of an amount.
    pub fn amount(&self, amount: &Amount) -> Range {
        let parts = amount.parts.iter().map(|part| self.part(part));
        let all = if amount.highest {
            parts.fold(Range::default(), Range::highest)
        } else {
            parts.fold(Range::default(), Range::plus)
        };
        let all = all.at_least(amount.at_least).at_most(amount.at_most);
        Range { is_open: all.is_open && !all.is_exact(), ..all }
    }

    fn part(&self, part: &Part) -> Range {
        let when = part.when.as_ref().map_or(Truth::Yes, |when| self.truth(when));
        if when == Truth::No {
            return Range::default();
        }
        let mut known = self.clone();
        part.when.iter().for_each(|when| known.given(when, true));
        let paid = known.rows(part).at_most(part.at_most);
        if when == Truth::Unknown { paid.either(Range::default()) } else { paid }
    }

    fn rows(&self, part: &Part) -> Range {
        let possible: Vec<&Row> = part.rows.iter().filter(|row| self.truth(&row.when) != Truth::No).collect();
        let ranges = possible.iter().map(|row| {
            let mut known = self.clone();
            known.given(&row.when, true);
            known.term(&row.term)
        });
        let any = ranges.reduce(Range::either).unwrap_or_default();
        if self.covered(&possible) { any } else { any.either(Range::default()) }
    }

    /// Whether one of the rows must hold.
    fn covered(&self, rows: &[&Row]) -> bool {
        if rows.iter().any(|row| self.truth(&row.when) == Truth::Yes) {
            return true;
        }
        let leaves = rows.iter().map(|row| match &row.when {
            Cond::Leaf(leaf) => Some(*leaf),
            Cond::All(_) | Cond::Any(_) | Cond::Not(_) => None,
        });
        let Some(mut leaves) = leaves.collect::<Option<Vec<Leaf>>>() else { return false };
        let Some(fact) = leaves.first().map(|leaf| leaf.fact()) else { return false };
        if leaves.iter().any(|leaf| leaf.fact() != fact) {
            return false;
        }
        match self.left(fact) {
            Left::Bits(bits) => {
                let set = leaves.iter().fold(0, |all, leaf| if let Leaf::In(_, set) = leaf { all | set } else { all });
                bits & !set == 0
            }
            Left::Span(low, high) => {
                leaves.sort_by_key(|leaf| if let Leaf::Between(_, min, _) = leaf { *min } else { i64::MAX });
                let reached = leaves.iter().fold(low, |next, leaf| match leaf {
                    Leaf::Between(_, min, max) if *min <= next => next.max(max.saturating_add(1)),
                    _ => next,
                });
                reached > high
            }
        }
    }

    fn term(&self, term: &Term) -> Range {
        let base = match term.base {
            Base::Nothing => Range::default(),
            Base::Fixed(fen) => Range::exact(fen),
            Base::Local(least, most) => Range { min: least, max: most, is_open: false },
            Base::Share { of, rate, above } => {
                let (low, high, is_open) = self.span(of);
                let share = |fen: i64| rate.of((fen - above).max(0));
                Range { min: share(low), max: share(high), is_open }
            }
        };
        let Some(per) = term.per else { return base };
        let (low, high, is_open) = self.span(per.fact);
        let most = per.at_most.unwrap_or(i64::MAX);
        let is_open = base.is_open || (is_open && high < most && base.max > 0);
        Range { min: times(base.min, low.min(most)), max: times(base.max, high.min(most)), is_open }
    }

    /// The unanswered questions that would make an amount more exact.
    pub fn wanted(&self, amount: &Amount, wanted: &mut BTreeSet<FactId>) {
        if self.amount(amount).is_exact() {
            return;
        }
        for part in &amount.parts {
            let when = part.when.as_ref().map_or(Truth::Yes, |when| self.truth(when));
            if when == Truth::No {
                continue;
            }
            part.when.iter().for_each(|when| when.open(self.answers, wanted));
            let mut known = self.clone();
            part.when.iter().for_each(|when| known.given(when, true));
            if known.rows(part).at_most(part.at_most).is_exact() {
                continue;
            }
            for row in part.rows.iter().filter(|row| known.truth(&row.when) != Truth::No) {
                row.when.open(self.answers, wanted);
                wanted.extend(row.term.numbers().filter(|fact| !self.is_known(*fact)));
            }
        }
    }
}

/// What holds of something that lies outside, inside, or both.
fn among(is_outside: bool, is_inside: bool) -> Truth {
    match (is_outside, is_inside) {
        (true, _) => Truth::No,
        (false, true) => Truth::Yes,
        (false, false) => Truth::Unknown,
    }
}
