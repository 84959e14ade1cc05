//! A condition as data.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{FactKind, FactTable, Facts, Truth, Value};

/// How deep conditions may be nested.
const DEEPEST: usize = 12;

/// A condition over declared facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expr {
    /// All of these hold; an empty list always does.
    All(Vec<Expr>),
    /// At least one of these holds; an empty list never does.
    Any(Vec<Expr>),
    /// This does not hold.
    Not(Box<Expr>),
    /// The answer to a yes-or-no question is yes.
    Is(String),
    /// The answer is one of these choices.
    In {
        /// The question.
        fact: String,
        /// Codes of its choices.
        values: Vec<String>,
    },
    /// The answer is a number within bounds, both inclusive.
    Between {
        /// The question.
        fact: String,
        /// The smallest number that fits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// The largest number that fits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
}

/// What is wrong with a condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExprProblem {
    /// It asks for something that is not declared.
    #[error("unknown fact {0}")]
    UnknownFact(String),
    /// It compares a question with an answer of another kind.
    #[error("fact {0} is not of this kind")]
    Kind(String),
    /// It names a choice that the question does not have.
    #[error("fact {0} has no choice {1}")]
    UnknownChoice(String, String),
    /// No answer, or every answer, fits these bounds.
    #[error("the bounds of fact {0} decide nothing")]
    Bounds(String),
    /// A list of conditions or choices is empty.
    #[error("an empty list decides nothing")]
    Empty,
    /// Nested deeper than anyone can read.
    #[error("nested deeper than {DEEPEST}")]
    TooDeep,
}

impl Expr {
    /// What the answers say of it.
    pub fn truth(&self, facts: &Facts) -> Truth {
        match self {
            Self::All(parts) => parts.iter().fold(Truth::Yes, |all, part| all.and(part.truth(facts))),
            Self::Any(parts) => parts.iter().fold(Truth::No, |any, part| any.or(part.truth(facts))),
            Self::Not(part) => !part.truth(facts),
            Self::Is(fact) => read(facts, fact, |value| matches!(value, Value::Flag(true))),
            Self::In { fact, values } => {
                read(facts, fact, |value| matches!(value, Value::Choice(code) if values.contains(code)))
            }
            Self::Between { fact, min, max } => read(facts, fact, |value| match value {
                Value::Number(n) => min.is_none_or(|min| min <= *n) && max.is_none_or(|max| *n <= max),
                _ => false,
            }),
        }
    }

    /// The unanswered questions on which it still hangs; none when it is settled.
    pub fn open(&self, facts: &Facts) -> BTreeSet<String> {
        let mut open = BTreeSet::new();
        self.collect_open(facts, &mut open);
        open
    }

    fn collect_open(&self, facts: &Facts, open: &mut BTreeSet<String>) {
        if self.truth(facts).is_settled() {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.collect_open(facts, open)),
            Self::Not(part) => part.collect_open(facts, open),
            Self::Is(fact) | Self::In { fact, .. } | Self::Between { fact, .. } => {
                open.insert(fact.clone());
            }
        }
    }

    /// Every question that it asks for.
    pub fn facts(&self) -> BTreeSet<String> {
        self.open(&Facts::default())
    }

    /// What is wrong with it; every problem is returned, not only the first.
    pub fn problems(&self, table: &FactTable) -> Vec<ExprProblem> {
        let mut problems = Vec::new();
        self.collect_problems(table, 1, &mut problems);
        problems
    }

    fn collect_problems(&self, table: &FactTable, depth: usize, problems: &mut Vec<ExprProblem>) {
        if depth > DEEPEST {
            problems.push(ExprProblem::TooDeep);
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => {
                if parts.is_empty() {
                    problems.push(ExprProblem::Empty);
                }
                parts.iter().for_each(|part| part.collect_problems(table, depth + 1, problems));
            }
            Self::Not(part) => part.collect_problems(table, depth + 1, problems),
            Self::Is(key) => match table.find(key).map(|fact| &fact.kind) {
                None => problems.push(ExprProblem::UnknownFact(key.clone())),
                Some(FactKind::Flag) => {}
                Some(_) => problems.push(ExprProblem::Kind(key.clone())),
            },
            Self::In { fact: key, values } => match table.find(key).map(|fact| &fact.kind) {
                None => problems.push(ExprProblem::UnknownFact(key.clone())),
                Some(FactKind::Choice { choices }) => {
                    if values.is_empty() {
                        problems.push(ExprProblem::Empty);
                    }
                    let unknown = values.iter().filter(|code| choices.iter().all(|choice| choice.value != **code));
                    problems.extend(unknown.map(|code| ExprProblem::UnknownChoice(key.clone(), code.clone())));
                }
                Some(_) => problems.push(ExprProblem::Kind(key.clone())),
            },
            Self::Between { fact: key, min, max } => match table.find(key).map(|fact| &fact.kind) {
                None => problems.push(ExprProblem::UnknownFact(key.clone())),
                Some(FactKind::Number { min: least, max: most, .. }) => {
                    let (low, high) = (min.unwrap_or(*least), max.unwrap_or(*most));
                    if low > high || high < *least || low > *most || (low <= *least && high >= *most) {
                        problems.push(ExprProblem::Bounds(key.clone()));
                    }
                }
                Some(_) => problems.push(ExprProblem::Kind(key.clone())),
            },
        }
    }
}

fn read(facts: &Facts, key: &str, fits: impl Fn(&Value) -> bool) -> Truth {
    facts.get(key).map_or(Truth::Unknown, |value| fits(value).into())
}
