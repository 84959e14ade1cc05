//! Rules follow each other in time, and none outlives its document.

use crate::policy::{Flaw, Policy, PolicyProblem, Rule};

/// Looks at the dates of a policy.
pub fn look(policy: &Policy, problems: &mut Vec<PolicyProblem>) {
    let mut wrong = |flaw, near: &Rule, text: String| {
        problems.push(PolicyProblem::new(flaw, &policy.id, &format!("from = {}", near.from), text));
    };
    for (at, rule) in policy.rules.iter().enumerate() {
        if rule.until.is_some_and(|until| until < rule.from) {
            wrong(Flaw::BadDates, rule, "this rule ends before it begins".into());
        }
        for other in &policy.rules[..at] {
            let before = |one: &Rule, two: &Rule| one.until.is_some_and(|until| until < two.from);
            if !before(rule, other) && !before(other, rule) {
                wrong(Flaw::BadDates, rule, format!("the rule from {} holds on the same days", other.from));
            }
        }
        let conditions = rule.conditions.iter().map(|condition| condition.source);
        let exceptions = rule.exceptions.iter().map(|exception| exception.source);
        let parts = rule.amount.parts.iter().map(|part| part.source);
        let ends = conditions.chain(exceptions).chain(parts).filter_map(|source| policy.source(source)?.doc_until);
        if let Some(end) = ends.min().filter(|end| rule.until.is_none_or(|until| *end < until)) {
            wrong(Flaw::ExpiredDocument, rule, format!("the document ends on {end}, the rule goes on"));
        }
    }
}
