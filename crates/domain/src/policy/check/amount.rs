//! Whether exactly one tier pays whoever is let through, and whether every part and tier pays somebody.

use crate::{
    logic::Truth,
    policy::{Cells, Flaw, Leaf, Part, PolicyBook, PolicyProblem, Rule, Then},
};

/// Looks at the parts of a rule's amount.
pub fn look(book: &PolicyBook, at: usize, rule: &Rule, problems: &mut Vec<PolicyProblem>) {
    let policy = &book.policies()[at];
    for part in &rule.amount.parts {
        let mut wrong = |flaw, text: String| {
            problems.push(PolicyProblem::new(flaw, &policy.id, &part.label, format!("{}: {text}", part.label)));
        };
        let Some(found) = through(book, at, rule, part) else {
            wrong(Flaw::TooWide, "more combinations of answers than can be looked through".into());
            continue;
        };
        if !found.counts {
            wrong(Flaw::DeadBranch, "it counts for nobody whom the conditions let through".into());
            continue;
        }
        if let Some(gap) = found.gap {
            wrong(Flaw::TierGap, format!("no tier is written for {gap}"));
        }
        if let Some(overlap) = found.overlap {
            wrong(Flaw::TierOverlap, format!("two tiers are written for {overlap}"));
        }
        for (row, _) in found.rows.iter().enumerate().filter(|(_, used)| !**used) {
            wrong(Flaw::DeadBranch, format!("tier {} pays nobody whom the conditions let through", row + 1));
        }
    }
}

struct Found {
    counts: bool,
    gap: Option<String>,
    overlap: Option<String>,
    rows: Vec<bool>,
}

fn through(book: &PolicyBook, at: usize, rule: &Rule, part: &Part) -> Option<Found> {
    let facts = book.facts();
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut keep = |leaf: Leaf| leaves.push(leaf);
    book.who(at).into_iter().for_each(|who| who.leaves(&mut keep));
    rule.conditions.iter().for_each(|condition| condition.need.leaves(&mut keep));
    let refusing = rule.exceptions.iter().filter(|exception| exception.then == Then::No);
    refusing.for_each(|exception| exception.when.leaves(&mut keep));
    part.when.iter().for_each(|when| when.leaves(&mut keep));
    let mut by: Vec<Leaf> = Vec::new();
    part.rows.iter().for_each(|row| row.when.leaves(&mut |leaf| by.push(leaf)));
    leaves.extend(&by);
    let cells = Cells::of(facts, &leaves);
    if cells.combinations() > super::MOST {
        return None;
    }
    let mut found = Found { counts: false, gap: None, overlap: None, rows: vec![false; part.rows.len()] };
    cells.each(facts.len(), |answers| {
        let counts = part.when.as_ref().is_none_or(|when| when.truth(answers) == Truth::Yes);
        if !counts || book.fits(at, rule, answers) != Truth::Yes {
            return;
        }
        found.counts = true;
        let mut holding = 0;
        for (row, used) in part.rows.iter().zip(&mut found.rows) {
            let holds = row.when.truth(answers) == Truth::Yes;
            *used |= holds;
            holding += usize::from(holds);
        }
        let told = || by.first().map_or(String::new(), |leaf| said(book, *leaf, answers.get(leaf.fact())));
        match holding {
            0 => found.gap = found.gap.take().or_else(|| Some(told())),
            1 => {}
            _ => found.overlap = found.overlap.take().or_else(|| Some(told())),
        }
    });
    Some(found)
}

/// The answer in words of the file.
fn said(book: &PolicyBook, leaf: Leaf, answer: Option<i64>) -> String {
    let (facts, fact) = (book.facts(), leaf.fact());
    let Some((question, answer)) = facts.get(fact).zip(answer) else { return String::new() };
    let shown = match question.value(answer) {
        Some(crate::logic::Value::Choice(code)) => code,
        _ if question.decimals > 0 => {
            let tens = 10_i64.pow(question.decimals.into());
            format!("{}.{:0width$}", answer / tens, answer % tens, width = question.decimals.into())
        }
        _ => answer.to_string(),
    };
    format!("{} = {shown}{}", facts.key(fact), question.unit().unwrap_or_default())
}
