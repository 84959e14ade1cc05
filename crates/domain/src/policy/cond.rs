//! A condition over numbered questions: what [`crate::logic::Expr`] becomes when the questions are known.

use std::collections::BTreeSet;

use super::{Answers, FactId, PolicyFacts};
use crate::logic::{Expr, FactKind, Truth};

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cond {
    /// All of these hold; an empty list always does.
    All(Vec<Cond>),
    /// At least one of these holds; an empty list never does.
    Any(Vec<Cond>),
    /// This does not hold.
    Not(Box<Cond>),
    /// A question and the answers that fit.
    Leaf(Leaf),
}

/// A question and the answers that fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    /// One of the choices whose bits are set; of a flag bit 1 is yes.
    In(FactId, u64),
    /// A number within bounds, both inclusive.
    Between(FactId, i64, i64),
}

impl Leaf {
    /// The question.
    pub fn fact(self) -> FactId {
        match self {
            Self::In(fact, _) | Self::Between(fact, ..) => fact,
        }
    }

    fn to_expr(self, facts: &PolicyFacts) -> Expr {
        let key = facts.key(self.fact()).to_owned();
        let question = facts.get(self.fact());
        match (self, question.map(|question| &question.fact.kind)) {
            (Self::In(_, 0b10), Some(FactKind::Flag)) => Expr::Is(key),
            (Self::In(_, 0b01), Some(FactKind::Flag)) => Expr::Not(Box::new(Expr::Is(key))),
            (Self::In(..), Some(FactKind::Choice { choices })) => {
                let fits = (0..).zip(choices).filter(|(at, _)| self.fits(*at));
                Expr::In { fact: key, values: fits.map(|(_, choice)| choice.value.clone()).collect() }
            }
            (Self::Between(_, min, max), _) => {
                let (least, most) = question.map_or((i64::MIN, i64::MAX), super::PolicyFact::bounds);
                Expr::Between { fact: key, min: (min > least).then_some(min), max: (max < most).then_some(max) }
            }
            (Self::In(..), _) => Expr::All(Vec::new()),
        }
    }

    /// Whether this answer fits.
    pub fn fits(self, answer: i64) -> bool {
        match self {
            Self::In(_, set) => {
                u32::try_from(answer).is_ok_and(|at| set.checked_shr(at).is_some_and(|set| set & 1 == 1))
            }
            Self::Between(_, min, max) => (min..=max).contains(&answer),
        }
    }
}

impl Cond {
    /// What always holds.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// A condition over keys as one over numbers; `None` when it does not fit the questions.
    pub fn compile(expr: &Expr, facts: &PolicyFacts) -> Option<Self> {
        let all = |parts: &[Expr]| parts.iter().map(|part| Self::compile(part, facts)).collect::<Option<_>>();
        Some(match expr {
            Expr::All(parts) => Self::All(all(parts)?),
            Expr::Any(parts) => Self::Any(all(parts)?),
            Expr::Not(part) => Self::Not(Box::new(Self::compile(part, facts)?)),
            Expr::Is(key) => Self::Leaf(Leaf::In(facts.find(key)?, 0b10)),
            Expr::In { fact: key, values } => {
                let fact = facts.find(key)?;
                let FactKind::Choice { choices } = &facts.get(fact)?.fact.kind else { return None };
                let bit = |code: &String| choices.iter().position(|choice| choice.value == *code).map(|at| 1u64 << at);
                Self::Leaf(Leaf::In(fact, values.iter().map(bit).try_fold(0, |set, bit| Some(set | bit?))?))
            }
            Expr::Between { fact: key, min, max } => {
                let fact = facts.find(key)?;
                let (least, most) = facts.get(fact).filter(|fact| fact.is_number())?.bounds();
                Self::Leaf(Leaf::Between(fact, min.unwrap_or(least), max.unwrap_or(most)))
            }
        })
    }

    /// The same over keys, as it is written down and sent.
    pub fn to_expr(&self, facts: &PolicyFacts) -> Expr {
        let all = |parts: &[Self]| parts.iter().map(|part| part.to_expr(facts)).collect();
        match self {
            Self::All(parts) => Expr::All(all(parts)),
            Self::Any(parts) => Expr::Any(all(parts)),
            Self::Not(part) => Expr::Not(Box::new(part.to_expr(facts))),
            Self::Leaf(leaf) => leaf.to_expr(facts),
        }
    }

    /// What the answers say of it.
    pub fn truth(&self, answers: &Answers) -> Truth {
        match self {
            Self::All(parts) => {
                let mut all = Truth::Yes;
                for part in parts {
                    all = all.and(part.truth(answers));
                    if all == Truth::No {
                        break;
                    }
                }
                all
            }
            Self::Any(parts) => {
                let mut any = Truth::No;
                for part in parts {
                    any = any.or(part.truth(answers));
                    if any == Truth::Yes {
                        break;
                    }
                }
                any
            }
            Self::Not(part) => !part.truth(answers),
            Self::Leaf(leaf) => answers.get(leaf.fact()).map_or(Truth::Unknown, |answer| leaf.fits(answer).into()),
        }
    }

    /// Adds the unanswered questions on which it still hangs; none when it is settled.
    pub fn open(&self, answers: &Answers, open: &mut BTreeSet<FactId>) {
        if self.truth(answers).is_settled() {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.open(answers, open)),
            Self::Not(part) => part.open(answers, open),
            Self::Leaf(leaf) => {
                open.insert(leaf.fact());
            }
        }
    }

    /// Shows every question with the answers that fit.
    pub fn leaves(&self, each: &mut dyn FnMut(Leaf)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.leaves(each)),
            Self::Not(part) => part.leaves(each),
            Self::Leaf(leaf) => each(*leaf),
        }
    }
}
