//! The cases of a file: what must come out, and what does.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    RegionCode,
    logic::Truth,
    policy::{Answers, Evaluation, Flaw, PayMode, PolicyBook, PolicyProblem, Range, Standing},
};

/// Somebody, and what must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Who it is.
    pub name: String,
    /// The day.
    pub on: NaiveDate,
    /// Where.
    pub region: RegionCode,
    /// What is answered.
    pub answers: Answers,
    /// Whether one has it.
    pub expect: Truth,
    /// The smallest and the largest amount.
    pub amount: Option<(i64, i64)>,
    /// By which mode.
    pub mode: Option<PayMode>,
    /// Exactly the questions on which it hangs.
    pub missing: Option<BTreeSet<String>>,
    /// Exactly the questions of the smallest change.
    pub change: Option<BTreeSet<String>>,
}

/// Runs every case; each that comes out otherwise is told, and policies that have too few.
pub fn run(book: &PolicyBook, cases: &[(String, Case)]) -> Vec<PolicyProblem> {
    let mut problems = Vec::new();
    for (at, policy) in book.policies().iter().enumerate() {
        let own: Vec<&Case> = cases.iter().filter(|(id, _)| *id == policy.id).map(|(_, case)| case).collect();
        let has = |truth| own.iter().any(|case| case.expect == truth);
        let can_hang = policy.rules.iter().any(|rule| !rule.conditions.is_empty());
        if own.len() < 3 || !has(Truth::Yes) || !has(Truth::No) || (can_hang && !has(Truth::Unknown)) {
            let text = "at least three cases are wanted, one yes, one no, one unknown";
            problems.push(PolicyProblem::new(Flaw::FewCases, &policy.id, "[[case]]", text));
        }
        for case in own {
            if let Some(text) = red(book, at, case) {
                let text = format!("{}: {text}", case.name);
                problems.push(PolicyProblem::new(Flaw::RedCase, &policy.id, &case.name, text));
            }
        }
    }
    problems
}

/// What comes out otherwise.
fn red(book: &PolicyBook, at: usize, case: &Case) -> Option<String> {
    let scope = scope_of(&case.region);
    let found = book.evaluate(at, &Standing { scope: &scope, on: case.on, answers: &case.answers });
    if found.outcome != case.expect {
        return Some(format!("comes out as {}, not {}", said(found.outcome), said(case.expect)));
    }
    let amount = found.amount.map(|Range { min, max, .. }| (min, max));
    if let Some(wanted) = case.amount.filter(|wanted| amount != Some(*wanted)) {
        return Some(format!("pays {}, not {}", money(amount), money(Some(wanted))));
    }
    if let Some(mode) = case.mode.filter(|mode| *mode != found.mode) {
        return Some(format!("comes by {}, not {}", found.mode.code(), mode.code()));
    }
    let keys = |facts: &mut dyn Iterator<Item = domain::policy::FactId>| -> BTreeSet<String> {
        facts.map(|fact| book.facts().key(fact).to_owned()).collect()
    };
    let missing = keys(&mut found.missing.iter().copied());
    if let Some(wanted) = case.missing.as_ref().filter(|wanted| **wanted != missing) {
        return Some(format!("hangs on {missing:?}, not {wanted:?}"));
    }
    let change = change_of(&found, &keys);
    case.change
        .as_ref()
        .filter(|wanted| **wanted != change)
        .map(|wanted| format!("would change {change:?}, not {wanted:?}"))
}

type Keys<'a> = dyn Fn(&mut dyn Iterator<Item = domain::policy::FactId>) -> BTreeSet<String> + 'a;

fn change_of(found: &Evaluation, keys: &Keys<'_>) -> BTreeSet<String> {
    found.nearest.as_ref().map(|nearest| keys(&mut nearest.moves.iter().map(|one| one.fact))).unwrap_or_default()
}

/// A region and all above it, by its code alone.
fn scope_of(region: &RegionCode) -> Vec<RegionCode> {
    let mut scope = vec![region.clone()];
    for length in [9, 6, 4, 2] {
        let above = region.as_str().get(..length).and_then(|code| RegionCode::parse(code).ok());
        scope.extend(above.filter(|above| !scope.contains(above)));
    }
    scope
}

fn said(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}

fn money(range: Option<(i64, i64)>) -> String {
    let yuan = |fen: i64| format!("{}.{:02}元", fen / 100, fen % 100);
    match range {
        None => "nothing that can be computed".into(),
        Some((min, max)) if min == max => yuan(min),
        Some((min, max)) => format!("{} to {}", yuan(min), yuan(max)),
    }
}
