//! What should have come by now and has not, as a text to read out. Nothing is sent.

use chrono::NaiveDate;
use sheet::{
    Turn,
    html::{el, para},
    page as shown,
    parts::{act, heading, privacy, quiet, sendable, trail},
};

use super::{
    PATH, amount,
    interview::Lookup,
    outcome::{Outcome, Told},
};
use crate::text as words;

/// The last day by which it should have come, under its present rule.
pub fn due(lookup: &Lookup<'_>, told: &Told<'_>) -> Option<NaiveDate> {
    let rule = told.rule?;
    let due = rule.pay.expected.as_ref()?.last_until(rule.pay.cycle, lookup.state.on)?;
    (due >= rule.from).then_some(due)
}

/// The text.
pub fn page(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Turn {
    let open = outcome.auto.iter().chain(&outcome.confirm);
    let open = open.filter(|told| !lookup.state.arrived.contains(&told.policy.id));
    let lines: Vec<String> = open.filter_map(|told| Some(line(told, due(lookup, told)?))).collect();
    let back = lookup.state.form().child(quiet("do", "list", words::BACK));
    let body = if lines.is_empty() {
        para("notice", words::OWED_NOTHING).attr("role", "status").into()
    } else {
        let region = words::region_name(lookup.scope.name.as_deref());
        sendable(words::TEXT, &[vec![words::owed_text(&region)], lines].concat().join("\n"))
    };
    let send = el("p").child(act("share", words::SEND));
    let parts = [
        trail(&[(PATH, words::BENEFITS)]),
        heading(words::OWED_TITLE),
        para("lead", words::OWED_HOW).into(),
        body,
        send.into(),
        back.into(),
        privacy(),
    ];
    shown(words::OWED_TITLE, parts)
}

fn line(told: &Told<'_>, due: NaiveDate) -> String {
    let policy = told.policy;
    let amount = told.rule.map(|rule| amount::told(rule, told.told.amount)).unwrap_or_default();
    let mut lines = vec![words::owed_line(&policy.name, &policy.issuer, due, &amount)];
    if policy.sample {
        lines.push(words::OWED_SAMPLE.to_owned());
    } else {
        lines.extend(policy.sources.first().map(|source| words::owed_basis(&source.title)));
    }
    lines.join("\n")
}
