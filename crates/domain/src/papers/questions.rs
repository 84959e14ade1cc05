//! Which questions are worth asking, and in which order.

use std::collections::BTreeMap;

use super::BagLine;
use crate::{
    logic::{Fact, FactTable},
    order,
};

/// A question that may change a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'a> {
    /// The question.
    pub fact: &'a Fact,
    /// How many papers of the bag hang on it.
    pub materials: usize,
}

/// The unanswered questions on which some paper of the bag hangs, the one with most papers first.
pub fn questions<'a>(bag: &[BagLine], table: &'a FactTable) -> Vec<Question<'a>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in bag.iter().flat_map(BagLine::open) {
        *counts.entry(key).or_default() += 1;
    }
    let mut questions: Vec<Question<'a>> =
        table.iter().filter_map(|fact| Some(Question { fact, materials: *counts.get(&fact.key)? })).collect();
    order::sort_by_key(&mut questions, |question| std::cmp::Reverse(question.materials));
    questions
}
