//! The questions that policies may ask.

use std::collections::BTreeMap;

use super::{Answers, Change};
use crate::{
    Audience,
    logic::{Fact, FactKind, FactProblem, FactTable, FactTableProblem, Facts, Value},
};

/// The number of a question: its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u16);

impl FactId {
    /// The place in the table.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// A question with what only policies need of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFact {
    /// The question.
    pub fact: Fact,
    /// How many digits of a number stand behind the point: 2 for money in fen, 1 for percent.
    pub decimals: u8,
    /// Whether the number is a day as 20260131.
    pub is_day: bool,
    /// Whom it is asked; `None` for everybody.
    pub of: Option<Audience>,
    /// Whether it can be changed.
    pub change: Change,
}

impl PolicyFact {
    /// Whether the answer is money, in fen.
    pub fn is_money(&self) -> bool {
        self.unit() == Some("元") && self.decimals == 2
    }

    /// The kind of answer as it is sent: flag, choice, number, money in fen, percent in tenths, day as 20260131.
    pub fn kind(&self) -> &'static str {
        match &self.fact.kind {
            FactKind::Flag => "flag",
            FactKind::Choice { .. } => "choice",
            FactKind::Number { .. } if self.is_day => "date",
            FactKind::Number { .. } if self.is_money() => "money",
            FactKind::Number { unit, .. } if unit == "%" => "percent",
            FactKind::Number { .. } => "number",
        }
    }

    /// What a number counts.
    pub fn unit(&self) -> Option<&str> {
        match &self.fact.kind {
            FactKind::Number { unit, .. } => Some(unit),
            FactKind::Flag | FactKind::Choice { .. } => None,
        }
    }

    /// The smallest and the largest answer as a number: flags are 0 and 1, choices count from 0.
    pub fn bounds(&self) -> (i64, i64) {
        match &self.fact.kind {
            FactKind::Flag => (0, 1),
            FactKind::Choice { choices } => (0, choices.len() as i64 - 1),
            FactKind::Number { min, max, .. } => (*min, *max),
        }
    }

    /// Whether answers are numbers that can be compared, not codes.
    pub fn is_number(&self) -> bool {
        matches!(self.fact.kind, FactKind::Number { .. })
    }

    /// An answer as a number.
    pub fn number(&self, value: &Value) -> Option<i64> {
        if !self.fact.kind.takes(value) {
            return None;
        }
        match (&self.fact.kind, value) {
            (_, Value::Flag(yes)) => Some(i64::from(*yes)),
            (FactKind::Choice { choices }, Value::Choice(code)) => {
                choices.iter().position(|choice| choice.value == *code).map(|at| at as i64)
            }
            (_, Value::Number(number)) => Some(*number).filter(|number| !self.is_day || is_day(*number)),
            (_, Value::Choice(_)) => None,
        }
    }

    /// A number as an answer.
    pub fn value(&self, number: i64) -> Option<Value> {
        match &self.fact.kind {
            FactKind::Flag => Some(Value::Flag(number == 1)),
            FactKind::Choice { choices } => {
                choices.get(usize::try_from(number).ok()?).map(|choice| Value::Choice(choice.value.clone()))
            }
            FactKind::Number { .. } => Some(Value::Number(number)),
        }
    }
}

fn is_day(number: i64) -> bool {
    let part = |number: i64| u32::try_from(number).ok();
    let (year, month, day) = (i32::try_from(number / 10_000).ok(), part(number / 100 % 100), part(number % 100));
    matches!((year, month, day), (Some(y), Some(m), Some(d)) if chrono::NaiveDate::from_ymd_opt(y, m, d).is_some())
}

/// Every question, in the order in which they are best asked when nothing else decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyFacts {
    facts: Vec<PolicyFact>,
    by_key: BTreeMap<String, FactId>,
}

impl PolicyFacts {
    /// Takes the questions; every problem is returned, not only the first.
    pub fn build(facts: Vec<PolicyFact>) -> Result<Self, Vec<FactTableProblem>> {
        let plain: Vec<Fact> = facts.iter().map(|fact| fact.fact.clone()).collect();
        let mut problems = FactTable::build(plain).err().unwrap_or_default();
        // Choices are kept as the bits of one number.
        let too_many = facts.iter().filter(|fact| !fact.is_number() && fact.bounds().1 >= 64);
        problems.extend(too_many.map(|fact| FactTableProblem::Choices(fact.fact.key.clone())));
        if !problems.is_empty() {
            return Err(problems);
        }
        let by_key = facts.iter().zip(0..).map(|(fact, at)| (fact.fact.key.clone(), FactId(at))).collect();
        Ok(Self { facts, by_key })
    }

    /// The number of a key.
    pub fn find(&self, key: &str) -> Option<FactId> {
        self.by_key.get(key).copied()
    }

    /// The question of a number.
    pub fn get(&self, id: FactId) -> Option<&PolicyFact> {
        self.facts.get(id.at())
    }

    /// The key of a number; empty for none of ours.
    pub fn key(&self, id: FactId) -> &str {
        self.get(id).map_or("", |fact| &fact.fact.key)
    }

    /// Every question with its number.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &PolicyFact)> {
        (0..).map(FactId).zip(&self.facts)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Answers as they are asked; every answer that no question takes is returned.
    pub fn answers(&self, facts: &Facts) -> Result<Answers, Vec<FactProblem>> {
        let (mut answers, mut problems) = (Answers::new(self.len()), Vec::new());
        for (key, value) in facts.iter() {
            let Some(id) = self.find(key) else {
                problems.push(FactProblem::Unknown(key.to_owned()));
                continue;
            };
            match self.get(id).and_then(|fact| fact.number(value)) {
                Some(number) => answers.set(id, number),
                None => problems.push(FactProblem::Value(key.to_owned())),
            }
        }
        if problems.is_empty() { Ok(answers) } else { Err(problems) }
    }
}
