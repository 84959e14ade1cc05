//! Policies: the list, one of them, and what comes out for somebody.

mod eligibility;
mod list;
mod view;

use std::collections::BTreeMap;

use domain::{
    logic::FactKind,
    policy::{FactId, PolicyBook, PolicyFact, Rule},
    wire::FactView,
};

pub use eligibility::eligibility;
pub use list::{PolicyQuery, list};
pub use view::show;

/// Every question of policies, and which policies it decides.
pub fn facts(book: &PolicyBook) -> Vec<FactView> {
    let mut used: BTreeMap<FactId, Vec<String>> = BTreeMap::new();
    for policy in book.policies() {
        let mut own: Vec<FactId> = policy.rules.iter().flat_map(asked).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|fact| used.entry(fact).or_default().push(policy.id.clone()));
    }
    let view = |(id, fact): (FactId, &PolicyFact)| view_of(fact, used.remove(&id).unwrap_or_default());
    book.facts().iter().map(view).collect()
}

/// Every question that a rule asks.
fn asked(rule: &Rule) -> Vec<FactId> {
    let mut facts = Vec::new();
    let mut keep = |leaf: domain::policy::Leaf| facts.push(leaf.fact());
    rule.conditions.iter().for_each(|condition| condition.need.leaves(&mut keep));
    rule.exceptions.iter().for_each(|exception| exception.when.leaves(&mut keep));
    rule.amount.conditions().for_each(|cond| cond.leaves(&mut keep));
    facts.extend(rule.amount.numbers());
    facts
}

fn view_of(fact: &PolicyFact, used_by: Vec<String>) -> FactView {
    let (min, max) = fact.bounds();
    let is_number = fact.is_number();
    let choices = match &fact.fact.kind {
        FactKind::Choice { choices } => choices.clone(),
        FactKind::Flag | FactKind::Number { .. } => Vec::new(),
    };
    FactView {
        key: fact.fact.key.clone(),
        kind: fact.kind().to_owned(),
        choices,
        min: is_number.then_some(min),
        max: is_number.then_some(max),
        unit: fact.unit().map(str::to_owned),
        label: fact.fact.label.clone(),
        why: fact.fact.why.clone(),
        help: fact.fact.help.clone(),
        used_by,
    }
}
