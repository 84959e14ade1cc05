//! The bag list of several matters, from the guides of the served snapshot.

use bag::Matter;
use chrono::{Datelike, NaiveDate};
use domain::{
    ItemCode, RegionCode,
    logic::FactProblem,
    wire::{Checklist, ChecklistAsk, FieldProblem},
};

use super::show_guide;
use crate::{clock, live::Live, problem::ApiError};

/// No journey has more matters.
const MATTERS: usize = 12;
/// More answers than there are questions are no answers.
const ANSWERS: usize = 300;
/// Rules and holidays are not known much farther.
const YEARS: i32 = 10;

/// Checks what is asked and makes the list.
pub fn make(live: &Live, ask: &ChecklistAsk) -> Result<Checklist, ApiError> {
    let today = clock::today();
    let on = ask.on.unwrap_or(today);
    check(live, ask, on, today)?;
    let matters = matters(live, &ask.items, &ask.region)?;
    Ok(bag::checklist(&live.world, &matters, &scope(live, &ask.region), on, &ask.facts))
}

/// The guides of the items as they hold in the region.
pub fn matters(live: &Live, items: &[ItemCode], region: &RegionCode) -> Result<Vec<Matter>, ApiError> {
    let guides = items.iter().map(|item| show_guide(live, item, Some(region)));
    guides.map(|guide| Ok(Matter::from(&guide?))).collect()
}

/// A region and all above it, nearest first.
pub fn scope(live: &Live, region: &RegionCode) -> Vec<RegionCode> {
    let table = live.snapshot.regions();
    let chain = table.find(region).into_iter().flat_map(|at| table.scope(at));
    chain.map(|at| table.region(at).code.clone()).collect()
}

fn check(live: &Live, ask: &ChecklistAsk, on: NaiveDate, today: NaiveDate) -> Result<(), ApiError> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, detail: String| problems.push(FieldProblem { field: field.into(), detail });
    if ask.items.is_empty() || ask.items.len() > MATTERS {
        wrong("items", format!("一次查 1 到 {MATTERS} 个事项。"));
    } else {
        for item in ask.items.iter().filter(|item| live.snapshot.find_item(item).is_none()) {
            wrong("items", format!("没有这个事项代码：{item}。"));
        }
    }
    if live.snapshot.regions().find(&ask.region).is_none() {
        wrong("region", "没有这个行政区划代码。可在 /api/v1/regions 查找。".into());
    }
    if (on.year() - today.year()).abs() > YEARS {
        wrong("on", format!("日期离今天不能超过 {YEARS} 年。"));
    }
    if ask.facts.iter().count() > ANSWERS {
        wrong("facts", format!("最多 {ANSWERS} 个回答。"));
    }
    let mut unknown = Vec::new();
    for problem in ask.facts.problems(live.world.book().facts()).into_iter().take(ANSWERS) {
        match problem {
            FactProblem::Unknown(key) => {
                unknown.push(FieldProblem { field: facts(&key), detail: "没有这个问题。".into() });
            }
            FactProblem::Value(key) => wrong(&facts(&key), "这个问题不能这样回答，可选的回答见 /api/v1/facts。".into()),
        }
    }
    match (unknown.is_empty(), problems.is_empty()) {
        (false, _) => Err(ApiError::UnknownFact(unknown.into_iter().chain(problems).collect())),
        (true, false) => Err(ApiError::Invalid(problems)),
        (true, true) => Ok(()),
    }
}

/// The name of an answer's field; no longer than a key can be.
fn facts(key: &str) -> String {
    let key: String = key.chars().take(40).collect();
    format!("facts.{key}")
}
