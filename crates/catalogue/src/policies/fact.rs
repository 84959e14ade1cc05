//! Questions and groups from their files.

use domain::{
    Audience,
    logic::{Fact, FactKind},
    policy::{Change, Flaw, Group, PolicyFact, PolicyProblem, Take},
};
use toml::Value;

use super::{
    day::Day,
    form::{FactForm, GroupForm},
    quantity::Quantity,
};

/// A question.
pub fn fact(form: FactForm) -> Result<PolicyFact, PolicyProblem> {
    let key = form.key.clone();
    let near = format!("key = \"{key}\"");
    let wrong = |flaw, text: &str| PolicyProblem::new(flaw, "facts.toml", &near, format!("{key}: {text}"));
    let of = match form.of.as_deref() {
        None | Some("both") => None,
        Some(code) => Some(Audience::from_code(code).ok_or_else(|| wrong(Flaw::BadQuestion, "of whom is it asked?"))?),
    };
    let change = form.change.as_deref().map_or(Some(Change::Any), Change::from_code);
    let change = change.ok_or_else(|| wrong(Flaw::BadQuestion, "change is any, up or never"))?;
    let (decimals, unit) = match form.r#type.as_str() {
        "money" => (2, Some("元".to_owned())),
        "percent" => (1, Some("%".to_owned())),
        "date" => (0, Some("日期".to_owned())),
        "number" => (0, form.unit.clone().filter(|unit| !unit.trim().is_empty())),
        "flag" | "choice" => (0, Some(String::new())),
        _ => return Err(wrong(Flaw::BadQuestion, "type is flag, choice, number, money, percent or date")),
    };
    let unit = unit.ok_or_else(|| wrong(Flaw::WrongUnit, "a number needs its unit"))?;
    let end = |value: &Option<Value>| {
        let value = value.as_ref().ok_or_else(|| wrong(Flaw::BadQuestion, "a number needs min and max"))?;
        let read = match (value, form.r#type.as_str()) {
            (Value::Integer(number), "number") => Some(*number),
            (value, "date") => Day::of(value).map(number_of),
            (Value::String(text), _) => {
                Quantity::parse(text).filter(|quantity| quantity.unit == unit).and_then(|q| q.scaled(decimals))
            }
            _ => None,
        };
        read.ok_or_else(|| wrong(Flaw::WrongUnit, &format!("{value} is not in {unit}")))
    };
    let kind = match form.r#type.as_str() {
        "flag" => FactKind::Flag,
        "choice" => FactKind::Choice { choices: form.choices.clone() },
        _ => FactKind::Number { min: end(&form.min)?, max: end(&form.max)?, unit: unit.clone() },
    };
    let is_day = form.r#type == "date";
    let FactForm { label, why, help, .. } = form;
    Ok(PolicyFact { fact: Fact { key: key.clone(), kind, label, why, help }, decimals, is_day, of, change })
}

/// A day as a number: 20260131.
pub fn number_of(day: Day) -> i64 {
    use chrono::Datelike;
    i64::from(day.0.year()) * 10_000 + i64::from(day.0.month()) * 100 + i64::from(day.0.day())
}

/// A group.
pub fn group(form: GroupForm) -> Result<Group, PolicyProblem> {
    let GroupForm { id, text, take, at_most, source, .. } = form;
    let near = format!("id = \"{id}\"");
    let wrong = |flaw, what: &str| PolicyProblem::new(flaw, "groups.toml", &near, format!("{id}: {what}"));
    let take = Take::from_code(&take).ok_or_else(|| wrong(Flaw::UnknownGroup, "take is highest or cap"))?;
    let at_most = match &at_most {
        Some(text) => Some(Quantity::fen(text).ok_or_else(|| wrong(Flaw::WrongUnit, &format!("{text} is no money")))?),
        None => None,
    };
    Ok(Group { id, text, take, at_most, source })
}
