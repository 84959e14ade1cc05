//! What a policy means, looked through over everything that can be answered.

mod amount;
mod conditions;
mod dates;

use super::{Flaw, Means, Policy, PolicyBook, PolicyProblem, Rule};

/// More combinations of answers than these are not looked through but refused.
const MOST: u64 = 400_000;

/// Everything that is wrong with what policies mean, not only the first.
pub fn check(book: &PolicyBook) -> Vec<PolicyProblem> {
    let mut problems = Vec::new();
    for (at, policy) in book.policies().iter().enumerate() {
        problems.extend(check_one(book, at, policy));
    }
    problems.extend(mixed_groups(book));
    problems
}

fn check_one(book: &PolicyBook, at: usize, policy: &Policy) -> Vec<PolicyProblem> {
    let mut problems = Vec::new();
    dates::look(policy, &mut problems);
    sources(policy, &mut problems);
    for rule in &policy.rules {
        words(policy, rule, &mut problems);
        let fitting = conditions::look(book, at, rule, &mut problems);
        if fitting {
            amount::look(book, at, rule, &mut problems);
        }
    }
    problems
}

/// A rule that asks for something must say for what, and one that pays must say how much.
fn words(policy: &Policy, rule: &Rule, problems: &mut Vec<PolicyProblem>) {
    let says = |words: &Option<String>| words.as_ref().is_some_and(|words| !words.trim().is_empty());
    if rule.pay.mode == super::PayMode::Confirm && !says(&rule.pay.confirm) {
        let text = "it must be confirmed, but nothing says what and where";
        problems.push(PolicyProblem::new(Flaw::NoConfirm, &policy.id, "[rule.pay]", text));
    }
    let amount = &rule.amount;
    if amount.parts.is_empty() && !says(&amount.worth) && !says(&amount.local) {
        let text = "neither parts, nor what it is worth, nor that places differ";
        problems.push(PolicyProblem::new(Flaw::NoAmount, &policy.id, "[rule.amount]", text));
    }
}

/// What is no sample rests on a page that was opened and a sentence of it.
fn sources(policy: &Policy, problems: &mut Vec<PolicyProblem>) {
    let stands = policy.rules.iter().flat_map(|rule| {
        let conditions = rule.conditions.iter().map(|condition| (condition.source, condition.text.as_str()));
        let exceptions = rule.exceptions.iter().map(|exception| (exception.source, exception.text.as_str()));
        let parts = rule.amount.parts.iter().map(|part| (part.source, part.label.as_str()));
        conditions.chain(exceptions).chain(parts)
    });
    for (source, near) in stands.filter(|_| !policy.sample) {
        let source = policy.sources.get(usize::from(source));
        if source.is_none_or(|source| source.address.is_none() || source.sentence.is_none()) {
            let text = "no sample, but this rests on no page that was opened and no sentence of it";
            problems.push(PolicyProblem::new(Flaw::NoSource, &policy.id, near, text));
        }
    }
    if policy.sources.is_empty() {
        let text = "not even a source that says it is a sample";
        problems.push(PolicyProblem::new(Flaw::NoSource, &policy.id, "", text));
    }
}

/// Of one group only like can be compared with like.
fn mixed_groups(book: &PolicyBook) -> Vec<PolicyProblem> {
    let mut problems = Vec::new();
    for group in book.groups() {
        let mut members = book.policies().iter().filter(|policy| policy.group.as_ref() == Some(&group.id));
        let first: Option<Means> = members.next().map(|policy| policy.means);
        for policy in members.filter(|policy| Some(policy.means) != first) {
            let text = format!("group {} holds policies that pay in different ways", group.id);
            problems.push(PolicyProblem::new(Flaw::UnknownGroup, &policy.id, &group.id, text));
        }
    }
    problems
}
