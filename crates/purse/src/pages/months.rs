//! The months in which money should come, drawn and said.

use chrono::{Datelike, Months, NaiveDate};
use sheet::html::{Html, el, para};

use super::{
    interview::Lookup,
    outcome::{Outcome, Told},
};
use crate::text as words;

/// As many months are drawn.
const MONTHS: u32 = 12;

/// The days of the coming year by which a policy should pay.
pub fn days(told: &Told<'_>, from: NaiveDate) -> Vec<NaiveDate> {
    let Some((pay, expected)) = told.rule.and_then(|rule| Some((&rule.pay, rule.pay.expected.as_ref()?))) else {
        return Vec::new();
    };
    let until = from.checked_add_months(Months::new(MONTHS)).unwrap_or(from);
    let years = [from.year(), from.year() + 1];
    let days = years.into_iter().flat_map(|year| expected.in_year(pay.cycle, year));
    days.filter(|day| *day >= from && *day < until).collect()
}

/// A row for each policy that has its months.
pub fn drawing(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Html {
    let from = lookup.state.on.with_day(1).unwrap_or(lookup.state.on);
    let rows: Vec<Html> = outcome
        .sure()
        .filter_map(|told| {
            let days = days(told, from);
            (!days.is_empty()).then(|| row(told, from, &days))
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let last = from.checked_add_months(Months::new(MONTHS - 1)).unwrap_or(from);
    let ends = el("p")
        .class("timeline__ends")
        .child(el("span").text(&words::month(from)))
        .child(el("span").text(&words::month(last)));
    el("div").class("timeline").child(el("ul").all(rows)).child(ends).child(para("small", words::MONTHS_LEGEND)).into()
}

fn row(told: &Told<'_>, from: NaiveDate, days: &[NaiveDate]) -> Html {
    let months: Vec<u32> = days.iter().map(|day| month_between(from, *day)).collect();
    let bar = |month: &u32| -> Html {
        el("rect")
            .attr("class", "timeline__online")
            .attr("x", &(month * 10 + 1).to_string())
            .attr("width", "8")
            .attr("y", "1")
            .attr("height", "10")
            .into()
    };
    let svg = el("svg")
        .attr("viewBox", &["0 0 ", &(MONTHS * 10).to_string(), " 12"].concat())
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .all(months.iter().map(bar));
    // What is drawn is also said.
    let said = if days.len() as u32 >= MONTHS {
        words::EVERY_MONTH.to_owned()
    } else {
        days.iter().map(|day| words::month(*day)).collect::<Vec<_>>().join("、")
    };
    let name = [&told.policy.name, "：", &said].concat();
    el("li").child(el("span").class("timeline__name").text(&name)).child(svg).into()
}

fn month_between(from: NaiveDate, day: NaiveDate) -> u32 {
    let months = (day.year() - from.year()) * 12 + day.month() as i32 - from.month() as i32;
    u32::try_from(months).unwrap_or(0)
}
