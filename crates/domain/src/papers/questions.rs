//! Which questions are worth asking, and in which order.

use std::collections::BTreeMap;

use super::Line;
use crate::logic::{Fact, FactTable};

/// A question that may change a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'a> {
    /// The question.
    pub fact: &'a Fact,
    /// How many materials hang on it.
    pub materials: usize,
}

/// The unanswered questions on which some verdict hangs, the one with most materials first.
pub fn questions<'a>(lines: &[Line], table: &'a FactTable) -> Vec<Question<'a>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for key in lines.iter().flat_map(|line| &line.open) {
        *counts.entry(key).or_default() += 1;
    }
    let mut questions: Vec<Question<'a>> =
        table.iter().filter_map(|fact| Some(Question { fact, materials: *counts.get(fact.key.as_str())? })).collect();
    questions.sort_by_key(|question| std::cmp::Reverse(question.materials));
    questions
}
