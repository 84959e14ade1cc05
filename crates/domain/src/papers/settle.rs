//! The verdict of each material of a matter.

use std::collections::BTreeSet;

use super::{Case, Join, Line, Matter, Method, Placed, Reason, Rulebook, Verdict, ZeroRule, group};
use crate::{
    guide::Basis,
    logic::{Expr, Truth},
    material::{Material, MaterialFormat, Necessity},
    order,
    papers::VerifyTerms,
    terms::TimeSpan,
};

/// Names that mean anything the window likes.
const CATCH_ALLS: &[&str] = &["其他材料", "其它材料", "其他相关材料", "其他有关材料", "相关材料", "其他需要的材料"];

/// Judges every material of a matter in a case, in the order of its guide.
pub fn lines(case: &Case<'_>, matter: &Matter<'_>, book: &Rulebook) -> Vec<Line> {
    let nowhere = Placed::nowhere();
    let mut lines: Vec<Line> = matter
        .materials
        .iter()
        .enumerate()
        .map(|(at, material)| {
            let placed = matter.placed.get(at).unwrap_or(&nowhere);
            let (asked, asked_open, asked_why) = is_asked(case, material, book);
            let outcome = outcome(case, matter, material, placed, book);
            let (verdict, open) = met(asked, &asked_open, &outcome);
            let mut why = asked_why;
            if asked != Truth::No {
                why.extend(outcome.why);
            }
            let works = asked != Truth::No;
            Line {
                item: matter.item.clone(),
                at,
                name: material.name.clone(),
                papers: placed.papers.clone(),
                verdict,
                method: outcome.method.filter(|_| works),
                why,
                rules: outcome.rules,
                instead: outcome.instead.filter(|_| works),
                off_when: outcome.off_when,
                verify: outcome.verify,
                makeup: outcome.makeup,
                basis: outcome.basis,
                any_of: material.any_of.clone(),
                asked,
                asked_open,
                open,
            }
        })
        .collect();
    group::settle(&mut lines);
    lines
}

/// What the published list and the rules say, as if the material were asked for.
#[derive(Debug, Clone, Default)]
struct Outcome {
    verdict: Option<Verdict>,
    method: Option<Method>,
    why: Vec<Reason>,
    rules: Vec<String>,
    instead: Option<String>,
    off_when: Vec<String>,
    verify: Option<VerifyTerms>,
    makeup: Option<TimeSpan>,
    basis: Vec<Basis>,
    open: BTreeSet<String>,
}

impl Outcome {
    fn verdict(&self) -> Verdict {
        self.verdict.unwrap_or(Verdict::Unknown)
    }

    fn is_settled(&self) -> bool {
        self.open.is_empty()
    }
}

/// Whether the material is asked for in this case, on which answers that hangs, and why.
fn is_asked(case: &Case<'_>, material: &Material, book: &Rulebook) -> (Truth, BTreeSet<String>, Vec<Reason>) {
    if let Some(when) = material.when.clone() {
        let Some(condition) = book.condition(&when) else {
            return (Truth::Unknown, BTreeSet::new(), vec![Reason::OnlyWhen { when }]);
        };
        let truth = condition.truth(case.facts);
        let why = if truth == Truth::No { Reason::NotYourCase { when } } else { Reason::OnlyWhen { when } };
        return (truth, condition.open(case.facts), vec![why]);
    }
    match material.necessity {
        Some(Necessity::Optional) => (Truth::Unknown, BTreeSet::new(), vec![Reason::ListedAsOptional]),
        _ => (Truth::Yes, BTreeSet::new(), Vec::new()),
    }
}

/// The verdict when it is not certain that the material is asked for at all.
fn met(asked: Truth, asked_open: &BTreeSet<String>, outcome: &Outcome) -> (Verdict, BTreeSet<String>) {
    match (asked, outcome.verdict()) {
        (Truth::No, _) => (Verdict::NotNeeded, BTreeSet::new()),
        (Truth::Yes, verdict) => (verdict, outcome.open.clone()),
        (Truth::Unknown, Verdict::NotNeeded) if outcome.is_settled() => (Verdict::NotNeeded, BTreeSet::new()),
        (Truth::Unknown, verdict) => {
            let verdict = if verdict == Verdict::Unknown { verdict } else { Verdict::Conditional };
            (verdict, asked_open.union(&outcome.open).cloned().collect())
        }
    }
}

fn outcome(case: &Case<'_>, matter: &Matter<'_>, material: &Material, placed: &Placed, book: &Rulebook) -> Outcome {
    let each = placed.papers.iter().map(|placed| {
        let mut rules: Vec<_> = book
            .rules_of(&placed.paper)
            .filter_map(|rule| Some((rule.rank(matter.item, matter.themes, case.scope, case.on)?, rule)))
            .collect();
        // The most special first; ids only keep the order fixed where a check has let a tie through.
        order::sort_by(&mut rules, |(a, one), (b, other)| (b, &one.id) < (a, &other.id));
        let rules: Vec<&ZeroRule> = rules.into_iter().map(|(_, rule)| rule).collect();
        by_rules(case, &rules, material)
    });
    let known = match placed.join {
        Join::All => each.reduce(|a, b| joined(a, b, Verdict::Bring)),
        Join::Any => each.reduce(|a, b| joined(a, b, Verdict::NotNeeded)),
    };
    match known {
        // What nobody could place is asked for as it is listed, and goes with none of the others.
        Some(known) if placed.more => joined(known, as_listed(material), Verdict::Bring),
        Some(known) => known,
        None => as_listed(material),
    }
}

/// Two papers of one name. `last` is the verdict that decides alone, whatever the other says.
fn joined(a: Outcome, b: Outcome, last: Verdict) -> Outcome {
    let decides = |one: &Outcome| one.verdict() == last && one.is_settled();
    if decides(&a) {
        return a;
    }
    if decides(&b) {
        return b;
    }
    let open = a.open.union(&b.open).cloned().collect();
    let takes_a = if last == Verdict::Bring { a.verdict() >= b.verdict() } else { a.verdict() <= b.verdict() };
    let (mut head, other) = if takes_a { (a, b) } else { (b, a) };
    head.why.extend(other.why.into_iter().filter(|reason| matches!(reason, Reason::RuleHangs { .. })));
    head.rules.extend(other.rules);
    head.open = open;
    head
}

/// The first rule that holds decides; while one hangs, so does the verdict.
fn by_rules(case: &Case<'_>, rules: &[&ZeroRule], material: &Material) -> Outcome {
    let Some((rule, rest)) = rules.split_first() else { return as_listed(material) };
    let condition = condition_of(rule);
    match condition.truth(case.facts) {
        Truth::Yes => applied(rule),
        Truth::No => {
            let text = rule.exceptions.iter().find(|exception| exception.when.truth(case.facts) == Truth::Yes);
            let mut outcome = by_rules(case, rest, material);
            let off = Reason::RuleOff { rule: rule.id.clone(), text: text.map(|exception| exception.text.clone()) };
            outcome.why.push(off);
            outcome
        }
        Truth::Unknown => {
            let (held, otherwise) = (applied(rule), by_rules(case, rest, material));
            // A question whose answer changes nothing is not asked.
            if otherwise.is_settled() && otherwise.verdict() == held.verdict() && otherwise.method == held.method {
                return otherwise;
            }
            let mut why = vec![Reason::RuleHangs { rule: rule.id.clone() }];
            why.extend(otherwise.why);
            let open = condition.open(case.facts);
            Outcome { verdict: Some(Verdict::Conditional), why, open, ..held }
        }
    }
}

/// For whom a rule holds, its exceptions included, as one condition.
fn condition_of(rule: &ZeroRule) -> Expr {
    let exceptions = rule.exceptions.iter().map(|exception| Expr::Not(Box::new(exception.when.clone())));
    Expr::All(rule.when.iter().cloned().chain(exceptions).collect())
}

fn applied(rule: &ZeroRule) -> Outcome {
    Outcome {
        verdict: Some(if rule.method.drops() { Verdict::NotNeeded } else { Verdict::Bring }),
        method: Some(rule.method),
        why: vec![Reason::Rule { rule: rule.id.clone() }],
        rules: vec![rule.id.clone()],
        instead: rule.instead.clone(),
        off_when: rule.also_off.clone(),
        verify: rule.verify,
        makeup: rule.makeup,
        basis: rule.basis.clone(),
        open: BTreeSet::new(),
    }
}

/// What the published list alone says.
fn as_listed(material: &Material) -> Outcome {
    let makeup = material.tolerance.as_ref().and_then(|terms| terms.makeup);
    let is_later = material.necessity == Some(Necessity::Later) || material.tolerance.is_some();
    let (verdict, method, reason) = match (material.format, material.necessity) {
        _ if is_catch_all(&material.name) => (Verdict::Unknown, None, Reason::CatchAll),
        (Some(MaterialFormat::Automatic), _) => (Verdict::NotNeeded, Some(Method::Share), Reason::ListedAsAutomatic),
        (Some(MaterialFormat::AutomaticOrSubmit), _) => {
            (Verdict::Conditional, Some(Method::Share), Reason::AutomaticUnlessMissing)
        }
        (_, Some(_)) if is_later => (Verdict::Bring, Some(Method::Tolerate), Reason::ListedAsLater),
        (_, Some(_)) => (Verdict::Bring, None, Reason::Listed),
        (_, None) => (Verdict::Unknown, None, Reason::NecessityUnpublished),
    };
    Outcome { verdict: Some(verdict), method, why: vec![reason], makeup, ..Outcome::default() }
}

fn is_catch_all(name: &str) -> bool {
    CATCH_ALLS.contains(&name.trim())
}
