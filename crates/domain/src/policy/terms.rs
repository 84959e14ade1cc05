//! Conditions, exceptions and groups, each with the words that explain it.

use super::{Cond, Take, Then};

/// One condition of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The condition in plain words: the reason for a yes and for a no.
    pub text: String,
    /// The condition.
    pub need: Cond,
    /// The place of its source in the policy's list.
    pub source: u8,
}

/// What changes a rule for some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The exception in plain words.
    pub text: String,
    /// For whom.
    pub when: Cond,
    /// What it does.
    pub then: Then,
    /// The place of its source in the policy's list.
    pub source: u8,
}

/// Policies that may not all be had in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name in policies.
    pub id: String,
    /// The rule in plain words.
    pub text: String,
    /// What is paid.
    pub take: Take,
    /// The most that all of them pay in a year, for a cap.
    pub at_most: Option<i64>,
    /// Where that is written.
    pub source: String,
}
