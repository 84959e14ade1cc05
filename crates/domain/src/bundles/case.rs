//! Which matters of a bundle are this citizen's.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bundle, BundleMatter};
use crate::{
    logic::{Fact, FactTable, Facts, Truth},
    order,
    papers::Question,
};

/// One matter of a bundle in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'a> {
    /// The position of its stage.
    pub stage: usize,
    /// The matter.
    pub matter: &'a BundleMatter,
    /// Whether it is done in this case; unknown is not no.
    pub is_in: Truth,
    /// The unanswered questions on which that hangs; none when it is settled.
    pub open: BTreeSet<String>,
}

/// Every matter of a bundle, stage by stage, and whether it is done in this case.
pub fn members<'a>(bundle: &'a Bundle, facts: &Facts) -> Vec<Member<'a>> {
    let stages = bundle.stages.iter().enumerate();
    stages
        .flat_map(|(stage, of)| of.matters.iter().map(move |matter| (stage, matter)))
        .map(|(stage, matter)| {
            let (is_in, open) = match &matter.when {
                None => (Truth::Yes, BTreeSet::new()),
                Some(when) => (when.truth(facts), when.open(facts)),
            };
            Member { stage, matter, is_in, open }
        })
        .collect()
}

/// The unanswered questions that decide which matters are done, the one with most matters first.
pub fn choosing_questions<'a>(members: &[Member<'_>], table: &'a FactTable) -> Vec<Question<'a>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    members.iter().flat_map(|member| &member.open).for_each(|key| *counts.entry(key).or_default() += 1);
    let asked = |fact: &'a Fact| Some(Question { fact, materials: *counts.get(fact.key.as_str())? });
    let mut questions: Vec<Question<'a>> = table.iter().filter_map(asked).collect();
    order::sort_by_key(&mut questions, |question| std::cmp::Reverse(question.materials));
    questions
}
