//! What comes out for somebody, policy by policy. For other systems: the portal asks on the device.

use chrono::{Datelike, NaiveDate};
use domain::{
    logic::{FactProblem, Value},
    policy::{About, Answers, Evaluation, FactId, Nearest, Policy, PolicyBook, PolicyFacts, Reason, Standing},
    wire::{
        AmountRange, Eligibility, EligibilityAsk, EligibilityChange, EligibilityNearest, EligibilityWhy, FieldProblem,
    },
};

use crate::{clock, live::Live, problem::ApiError, service::checklists::scope};

/// Nobody can name more policies or answers.
const MOST: usize = 1000;
/// Rules are not kept or known much farther.
const YEARS: i32 = 10;

/// Checks what is asked and evaluates every policy; nothing is kept.
pub fn eligibility(live: &Live, ask: &EligibilityAsk) -> Result<Vec<Eligibility>, ApiError> {
    let today = clock::today();
    let on = ask.on.unwrap_or(today);
    let book = live.snapshot.book();
    let answers = check(live, book, ask, on, today)?;
    let scope = scope(live, &ask.region);
    let standing = Standing { scope: &scope, on, answers: &answers };
    let all = (0..book.policies().len()).filter(|at| ask.ids.is_empty() || ask.ids.contains(&book.policies()[*at].id));
    Ok(all.map(|at| told(book, &book.policies()[at], &book.evaluate(at, &standing))).collect())
}

fn check(
    live: &Live,
    book: &PolicyBook,
    ask: &EligibilityAsk,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Answers, ApiError> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, detail: String| problems.push(FieldProblem { field: field.into(), detail });
    if live.snapshot.regions().find(&ask.region).is_none() {
        wrong("region", "没有这个行政区划代码。可在 /api/v1/regions 查找。".into());
    }
    if (on.year() - today.year()).abs() > YEARS {
        wrong("on", format!("日期离今天不能超过 {YEARS} 年。"));
    }
    if ask.ids.len() > MOST {
        wrong("ids", format!("最多 {MOST} 项政策。"));
    }
    for id in ask.ids.iter().take(MOST).filter(|id| book.find(id).is_none()) {
        wrong("ids", format!("没有这项政策：{}。", id.chars().take(64).collect::<String>()));
    }
    let mut unknown = Vec::new();
    let answers = book.facts().answers(&ask.facts).unwrap_or_else(|found| {
        for problem in found.into_iter().take(MOST) {
            match problem {
                FactProblem::Unknown(key) => {
                    unknown.push(FieldProblem { field: field(&key), detail: "没有这个问题。".into() });
                }
                FactProblem::Value(key) => {
                    wrong(&field(&key), "这个问题不能这样回答，可选的回答见 /api/v1/facts。".into());
                }
            }
        }
        Answers::default()
    });
    match (unknown.is_empty(), problems.is_empty()) {
        (false, _) => Err(ApiError::UnknownFact(unknown.into_iter().chain(problems).collect())),
        (true, false) => Err(ApiError::Invalid(problems)),
        (true, true) => Ok(answers),
    }
}

/// The name of an answer's field; no longer than a key can be.
fn field(key: &str) -> String {
    let key: String = key.chars().take(40).collect();
    format!("facts.{key}")
}

fn told(book: &PolicyBook, policy: &Policy, found: &Evaluation) -> Eligibility {
    let rule = found.rule.and_then(|at| policy.rules.get(at));
    let keys = |facts: &[FactId]| facts.iter().map(|fact| book.facts().key(*fact).to_owned()).collect();
    Eligibility {
        id: policy.id.clone(),
        name: policy.name.clone(),
        outcome: found.outcome,
        why: found.reasons.iter().filter_map(|reason| why(policy, found.rule, *reason)).collect(),
        missing: keys(&found.missing),
        details: keys(&found.details),
        nearest: found.nearest.as_ref().map(|nearest| nearest_view(nearest, book.facts())),
        amount: found.amount.map(|range| AmountRange { min: range.min, max: range.max, open: range.is_open }),
        means: policy.means,
        cycle: rule.map(|rule| rule.pay.cycle),
        pay_mode: found.mode,
        sample: policy.sample,
    }
}

fn why(policy: &Policy, rule: Option<usize>, reason: Reason) -> Option<EligibilityWhy> {
    let rule = rule.and_then(|at| policy.rules.get(at));
    let (text, source) = match reason.about {
        About::Region => (format!("适用地区：{}", policy.region.as_str()), None),
        About::NotYet(from) => (format!("{from} 起才执行"), None),
        About::Over(until) => (format!("已于 {until} 到期"), None),
        About::Audience(audience) => (format!("适用对象：{}", audience.label()), None),
        About::Condition(at) => {
            let condition = rule?.conditions.get(at)?;
            (condition.text.clone(), Some(condition.source))
        }
        About::Exception(at) => {
            let exception = rule?.exceptions.get(at)?;
            (exception.text.clone(), Some(exception.source))
        }
    };
    Some(EligibilityWhy { text, holds: reason.holds, source })
}

fn nearest_view(nearest: &Nearest, facts: &PolicyFacts) -> EligibilityNearest {
    let value = |fact: FactId, number: i64| facts.get(fact).and_then(|question| question.value(number));
    let changes = nearest.moves.iter().map(|one| EligibilityChange {
        fact: facts.key(one.fact).to_owned(),
        to: value(one.fact, one.to).unwrap_or(Value::Number(one.to)),
        options: one.options.iter().filter_map(|option| value(one.fact, *option)).collect(),
    });
    EligibilityNearest { region: nearest.region.clone(), changes: changes.collect(), then: nearest.then }
}
