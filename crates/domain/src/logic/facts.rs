//! What a citizen has answered. It lives on the device; nothing here is ever logged.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use super::{FactKind, FactTable};

/// One answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(i64),
    /// The code of a choice.
    Choice(String),
}

/// Says that there is an answer, never which: answers must not reach a log.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(an answer)")
    }
}

/// Answers by the key of their question. A key that is missing is unknown, not no.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<String, Value>);

/// What is wrong with an answer that came from outside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactProblem {
    /// There is no such question.
    #[error("unknown fact {0}")]
    Unknown(String),
    /// The answer is of another kind, not among the choices, or out of bounds.
    #[error("fact {0} cannot have this answer")]
    Value(String),
}

impl Facts {
    /// The answer to a question; `None` is unknown.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Keeps an answer in place of an earlier one.
    pub fn set(&mut self, key: impl Into<String>, value: Value) {
        self.0.insert(key.into(), value);
    }

    /// Takes an answer back.
    pub fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every answer, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Answers that no declared question takes; every one is returned, not only the first.
    pub fn problems(&self, table: &FactTable) -> Vec<FactProblem> {
        self.0
            .iter()
            .filter_map(|(key, value)| match table.find(key) {
                None => Some(FactProblem::Unknown(key.clone())),
                Some(fact) => (!fact.kind.takes(value)).then(|| FactProblem::Value(key.clone())),
            })
            .collect()
    }
}

impl<K: Into<String>> FromIterator<(K, Value)> for Facts {
    fn from_iter<T: IntoIterator<Item = (K, Value)>>(answers: T) -> Self {
        Self(answers.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

impl FactKind {
    /// Whether this can be the answer.
    pub fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Flag, Value::Flag(_)) => true,
            (Self::Choice { choices }, Value::Choice(code)) => choices.iter().any(|choice| choice.value == *code),
            (Self::Number { min, max, .. }, Value::Number(number)) => (min..=max).contains(&number),
            _ => false,
        }
    }
}
