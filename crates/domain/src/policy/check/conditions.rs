//! Whether somebody can fit, and whether every condition makes a difference to somebody.

use crate::{
    logic::Truth,
    policy::{Cells, Cond, Flaw, Leaf, PolicyBook, PolicyProblem, Rule, Then},
};

/// A condition without one of its branches.
struct Pruned {
    /// The place of the condition.
    of: usize,
    cond: Cond,
    /// Somebody was found to whom the branch matters.
    matters: bool,
}

/// Looks at the conditions of a rule; false when nobody fits, so that nothing else can be said of it.
pub fn look(book: &PolicyBook, at: usize, rule: &Rule, problems: &mut Vec<PolicyProblem>) -> bool {
    let policy = &book.policies()[at];
    let mut wrong = |flaw, near: &str, text: &str| {
        problems.push(PolicyProblem::new(flaw, &policy.id, near, format!("{near}: {text}")));
    };
    // The audience comes first, then the conditions, then who is left out.
    let who = book.who(at).cloned().unwrap_or(Cond::ALWAYS);
    let mut conds = vec![who];
    conds.extend(rule.conditions.iter().map(|condition| condition.need.clone()));
    let refusing = || rule.exceptions.iter().filter(|exception| exception.then == Then::No);
    conds.extend(refusing().map(|exception| Cond::Not(Box::new(exception.when.clone()))));
    let texts: Vec<&str> = std::iter::once("")
        .chain(rule.conditions.iter().map(|condition| condition.text.as_str()))
        .chain(refusing().map(|exception| exception.text.as_str()))
        .collect();
    let milder: Vec<_> = rule.exceptions.iter().filter(|exception| exception.then != Then::No).collect();

    let mut leaves: Vec<Leaf> = Vec::new();
    let all = conds.iter().chain(milder.iter().map(|exception| &exception.when));
    all.for_each(|cond| cond.leaves(&mut |leaf| leaves.push(leaf)));
    let cells = Cells::of(book.facts(), &leaves);
    if cells.combinations() > super::MOST {
        wrong(Flaw::TooWide, &policy.id, "more combinations of answers than can be looked through");
        return false;
    }
    let mut pruned: Vec<Pruned> = Vec::new();
    for (of, cond) in conds.iter().enumerate().skip(1) {
        without_branches(cond, &mut |cond| pruned.push(Pruned { of, cond, matters: false }));
    }
    let (mut anyone, mut refuses, mut matters) = (false, vec![false; conds.len()], vec![false; conds.len()]);
    let mut milder_matters = vec![false; milder.len()];
    cells.each(book.facts().len(), |answers| {
        let holds: Vec<bool> = conds.iter().map(|cond| cond.truth(answers) == Truth::Yes).collect();
        let failing = holds.iter().filter(|holds| !**holds).count();
        for (at, holds) in holds.iter().enumerate() {
            refuses[at] |= !holds;
            matters[at] |= !holds && failing == 1;
        }
        for branch in pruned.iter_mut().filter(|branch| !branch.matters) {
            let others_hold = failing == usize::from(!holds[branch.of]);
            branch.matters = others_hold && (branch.cond.truth(answers) == Truth::Yes) != holds[branch.of];
        }
        if failing == 0 {
            anyone = true;
            for (at, exception) in milder.iter().enumerate() {
                milder_matters[at] |= exception.when.truth(answers) == Truth::Yes;
            }
        }
    });
    if !anyone {
        wrong(Flaw::Contradiction, "[[rule]]", "nobody can meet all of its conditions");
        return false;
    }
    for at in 1..conds.len() {
        if !refuses[at] {
            wrong(Flaw::Always, texts[at], "everybody fits, so it decides nothing");
        } else if !matters[at] {
            wrong(Flaw::DeadBranch, texts[at], "the other conditions leave nothing to it");
        }
    }
    for branch in pruned.iter().filter(|branch| !branch.matters && matters[branch.of]) {
        wrong(Flaw::DeadBranch, texts[branch.of], "a branch of it can never matter");
    }
    for (at, exception) in milder.iter().enumerate().filter(|(at, _)| !milder_matters[*at]) {
        let _ = at;
        wrong(Flaw::DeadBranch, &exception.text, "nobody whom the conditions let through is meant");
    }
    true
}

/// Shows the condition once without each branch of its lists of two or more.
fn without_branches(cond: &Cond, show: &mut dyn FnMut(Cond)) {
    let lists = |parts: &[Cond], make: fn(Vec<Cond>) -> Cond, show: &mut dyn FnMut(Cond)| {
        for at in 0..parts.len() {
            let with = |inner: Option<Cond>| {
                let mut parts = parts.to_vec();
                match inner {
                    Some(inner) => parts[at] = inner,
                    None => {
                        parts.remove(at);
                    }
                }
                make(parts)
            };
            if parts.len() > 1 {
                show(with(None));
            }
            without_branches(&parts[at], &mut |inner| show(with(Some(inner))));
        }
    };
    match cond {
        Cond::All(parts) => lists(parts, Cond::All, show),
        Cond::Any(parts) => lists(parts, Cond::Any, show),
        Cond::Not(part) => without_branches(part, &mut |inner| show(Cond::Not(Box::new(inner)))),
        Cond::Leaf(_) => {}
    }
}
