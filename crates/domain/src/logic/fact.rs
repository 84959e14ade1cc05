//! The questions that may be asked at all. Whatever is not declared here cannot be a condition.

use serde::{Deserialize, Serialize};

/// What kind of answer a question has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FactKind {
    /// Yes or no.
    Flag,
    /// One of several choices.
    Choice {
        /// The choices in the order of asking.
        choices: Vec<Choice>,
    },
    /// A whole number within bounds, both inclusive.
    Number {
        /// The smallest answer that makes sense.
        min: i64,
        /// The largest answer that makes sense.
        max: i64,
        /// What is counted, as a citizen says it: 岁, 人, 个月.
        unit: String,
    },
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice {
    /// Its code in conditions.
    pub value: String,
    /// What the citizen reads.
    pub label: String,
}

/// One question and what an answer to it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in conditions: snake_case, never shown.
    pub key: String,
    /// The kind of answer.
    #[serde(flatten)]
    pub kind: FactKind,
    /// The question in plain words.
    pub label: String,
    /// Why it is asked, in one sentence.
    pub why: String,
    /// Words that explain a term of the question, when one cannot be avoided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// What is wrong with a set of declared questions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactTableProblem {
    /// Two questions have one key.
    #[error("fact {0} is declared twice")]
    Duplicate(String),
    /// A key that is not snake_case of at most 40 characters.
    #[error("{0:?} is no key: 1 to 40 of a-z, 0-9 and _ are")]
    Key(String),
    /// A question without words or without its reason.
    #[error("fact {0} has no question or no reason")]
    Wordless(String),
    /// Fewer than two choices, or the same one twice.
    #[error("fact {0} needs two choices or more, each once")]
    Choices(String),
    /// Bounds the wrong way round.
    #[error("fact {0} has its smallest number above its largest")]
    Bounds(String),
}

/// All declared questions, in the order in which they are best asked when nothing else decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactTable {
    facts: Vec<Fact>,
}

impl FactTable {
    /// Takes the questions; every problem is returned, not only the first.
    pub fn build(facts: Vec<Fact>) -> Result<Self, Vec<FactTableProblem>> {
        let mut problems = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            if facts[..at].iter().any(|other| other.key == fact.key) {
                problems.push(FactTableProblem::Duplicate(fact.key.clone()));
            }
            problems.extend(fact.problems());
        }
        if problems.is_empty() { Ok(Self { facts }) } else { Err(problems) }
    }

    /// The question of a key.
    pub fn find(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.key == key)
    }

    /// Every question.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter()
    }
}

impl Fact {
    fn problems(&self) -> Vec<FactTableProblem> {
        let key = || self.key.clone();
        let is_key = (1..=40).contains(&self.key.len())
            && self.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        let kind_is_whole = match &self.kind {
            FactKind::Flag => None,
            FactKind::Choice { choices } => {
                let repeats = |at: usize| choices[..at].iter().any(|other| other.value == choices[at].value);
                (choices.len() < 2 || (0..choices.len()).any(repeats)).then(|| FactTableProblem::Choices(key()))
            }
            FactKind::Number { min, max, .. } => (min > max).then(|| FactTableProblem::Bounds(key())),
        };
        let wordless = self.label.trim().is_empty() || self.why.trim().is_empty();
        [
            (!is_key).then(|| FactTableProblem::Key(key())),
            wordless.then(|| FactTableProblem::Wordless(key())),
            kind_is_whole,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
