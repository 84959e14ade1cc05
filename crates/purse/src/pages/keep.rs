//! The result to take along: a calendar, and a text without any answer.

use chrono::NaiveTime;
use domain::ics::{Event, calendar_file, uid};
use sheet::{
    File, Turn,
    html::{el, para},
    page as shown,
    parts::{act, heading, privacy, quiet, sendable, trail},
};

use super::{
    PATH, amount,
    interview::Lookup,
    months,
    outcome::{Outcome, Told},
};
use crate::text as words;

/// Days on which to look whether money has come.
pub fn calendar(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> File {
    let on = lookup.state.on;
    let event = |told: &Told<'_>, from: chrono::NaiveDate| Event {
        uid: uid(&[&told.policy.id, &from.to_string()]),
        from,
        until: None,
        summary: words::due_title(&told.policy.name),
        description: line(told),
        location: None,
        tentative: true,
    };
    let events: Vec<Event> =
        outcome.sure().flat_map(|told| months::days(told, on).into_iter().map(move |day| event(told, day))).collect();
    let text = calendar_file(&events, lookup.desk.today.and_time(NaiveTime::MIN));
    File { name: words::calendar_name(on), text }
}

/// The result as a text.
pub fn share(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Turn {
    let back = lookup.state.form().child(quiet("do", "list", words::BACK));
    let parts = [
        trail(&[(PATH, words::BENEFITS)]),
        heading(words::SHARE),
        para("lead", words::SHARE_WHY).into(),
        sendable(words::TEXT, &text(lookup, outcome)),
        el("p").child(act("share", words::SEND)).into(),
        back.into(),
        privacy(),
    ];
    shown(words::SHARE, parts)
}

fn text(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> String {
    let mut lines = vec![
        words::RESULT.to_owned(),
        words::about(lookup.scope.name.as_deref(), lookup.state.on, lookup.state.on < lookup.desk.today),
    ];
    let groups = [&outcome.auto, &outcome.confirm, &outcome.apply];
    for ((_, name, _), all) in words::GROUPS.into_iter().zip(groups).filter(|(_, all)| !all.is_empty()) {
        lines.push(["【", name, "】"].concat());
        lines.extend(all.iter().map(|told| ["· ", &line(told)].concat()));
    }
    if outcome.has_samples() {
        lines.push(words::SAMPLE_RESULT.to_owned());
    }
    lines.push(words::data_date(lookup.desk.book.data_date()));
    lines.join("\n")
}

/// One policy in a line.
fn line(told: &Told<'_>) -> String {
    let amount = told.rule.map(|rule| amount::told(rule, told.told.amount)).unwrap_or_default();
    let sample = if told.policy.sample { words::SAMPLE_MARK } else { "" };
    [&told.policy.name, sample, "：", &amount].concat()
}
