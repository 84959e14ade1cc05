//! Four numbers: days, visits, money, papers. The answer comes first.

use crate::{
    text::{
        amounts::{self, Amount},
        guide as words,
        material::{self, is_automatic},
        site,
    },
    ui::{Node, el},
};
use domain::{material::Material, wire::GuideDetail};

/// The facts at a glance.
pub fn glance(detail: &GuideDetail) -> Node {
    let days_note = amounts::legal_days(&detail.limits)
        .or_else(|| amounts::is_working_days(&detail.limits).then(|| words::WORKING_DAYS.into()));
    let (papers, papers_note) = papers(&detail.materials);
    let channels: Vec<_> = detail.channels.iter().map(|channel| channel.label()).collect();
    // A long reason stands with the path; here it would push the other numbers apart.
    let visits_note = detail
        .visits_note
        .clone()
        .filter(|note| is_short(note))
        .or_else(|| (!channels.is_empty()).then(|| channels.join("、")));
    el("dl")
        .class("glance")
        .attr("aria-label", words::GLANCE)
        .child(fact(words::DAYS, amounts::days(&detail.limits, detail.handling), days_note))
        .child(fact(words::VISITS, amounts::visits(detail.visits), visits_note))
        .child(fact(words::FEE, amounts::fee(detail.fee.as_ref()), None))
        .child(fact(words::PAPERS, papers, papers_note))
        .into()
}

/// Whether a note fits under a number.
pub fn is_short(note: &str) -> bool {
    note.chars().count() <= 20
}

fn fact(name: &'static str, amount: Amount, note: Option<String>) -> Node {
    let mut fact = el("div").class("fact");
    if amount.is_unpublished() {
        fact = fact.attr("data-variant", "unknown");
    }
    let mut value = el("dd").class("fact__value").child(el("span").class("fact__number").text(amount.number));
    if !amount.unit.is_empty() {
        value = value.text(" ").child(el("span").class("fact__unit").text(amount.unit));
    }
    fact.child(el("dt").class("fact__name").text(name))
        .child(value)
        .child(note.map(|note| el("dd").class("fact__note").text(note)))
        .into()
}

/// How many papers a citizen carries: alternatives count once, what the system finds not at all.
fn papers(materials: &[Material]) -> (Amount, Option<String>) {
    if materials.is_empty() {
        return (Amount { number: site::UNPUBLISHED.into(), unit: "" }, None);
    }
    let mut groups: Vec<&str> = Vec::new();
    let (mut carried, mut later, mut depends) = (0, 0, 0);
    for paper in materials.iter().filter(|paper| !paper.format.is_some_and(is_automatic)) {
        if let Some(group) = &paper.any_of {
            if groups.contains(&group.as_str()) {
                continue;
            }
            groups.push(group);
        }
        let mark = material::mark(paper);
        if mark == material::DEPENDS || mark == material::IF_MISSING {
            depends += 1;
        } else {
            carried += 1;
            later += usize::from(mark == material::LATER);
        }
    }
    let amount = match carried {
        0 => Amount { number: words::NO_PAPERS.into(), unit: "" },
        n => Amount { number: n.to_string(), unit: words::PAPERS_UNIT },
    };
    let notes: Vec<_> = [(later, words::later as fn(usize) -> String), (depends, words::depends)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, note)| note(count))
        .collect();
    (amount, (!notes.is_empty()).then(|| notes.join("，")))
}
