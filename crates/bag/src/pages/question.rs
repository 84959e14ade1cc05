//! One question a page, by choice.

use domain::wire::FactView;

use super::{
    Turn, page as shown,
    parts::{button, heading, privacy, quiet, trail},
    state::{SKIPPED, State, hidden},
};
use crate::{
    html::{El, Html, el, para},
    text::pages as words,
};

/// Asks. `about` is what for, `left` how many questions may follow, `said` what was wrong with the answer before.
pub fn page(state: &State, about: &str, left: usize, fact: &FactView, said: &str) -> Turn {
    let given = state.given(&fact.key);
    let said = (!said.is_empty()).then(|| para("field__error", said).attr("role", "alert"));
    let answers = el("div").class("answers").all(choices(fact, given));
    let skip = quiet("give", SKIPPED, words::SKIP).flag("data-given", given == Some(SKIPPED));
    let before = state.answers.iter().rev().find(|(key, _)| *key != fact.key);
    let before = before.map(|(key, _)| quiet("change", key, words::BEFORE));
    let form = state
        .form()
        .child(hidden("ask", &fact.key))
        .child(said)
        .child(answers)
        .child(el("p").child(skip).child(before).child(quiet("do", "list", words::LIST_NOW)));
    let parts = [
        trail(&[]),
        para("check__for", about).into(),
        heading(&fact.label),
        para("lead", &words::why_asked(&fact.why)).into(),
        fact.help.as_deref().map(|help| para("small", help)).into(),
        form.into(),
        para("small", &words::left(left)).into(),
        privacy(),
    ];
    shown(&fact.label, parts)
}

fn choices(fact: &FactView, given: Option<&str>) -> Vec<Html> {
    let choice = |value: &str, label: &str| mark(button("give", value, label), given == Some(value));
    match fact.kind.as_str() {
        "choice" => fact.choices.iter().map(|one| choice(&one.value, &one.label)).collect(),
        "number" => number(fact, given),
        _ => vec![choice("yes", words::YES), choice("no", words::NO)],
    }
}

/// The answer that was given is named as such.
fn mark(button: El, is_given: bool) -> Html {
    let note = is_given.then(|| el("span").class("answers__given").text(words::GIVEN));
    button.flag("data-given", is_given).child(note).into()
}

fn number(fact: &FactView, given: Option<&str>) -> Vec<Html> {
    let bound = |bound: Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    let field = el("input")
        .class("field__input")
        .id("check-number")
        .attr("name", "give")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", &bound(fact.min))
        .attr("max", &bound(fact.max))
        .attr("value", given.filter(|given| *given != SKIPPED).unwrap_or_default());
    let label = words::number(fact.unit.as_deref());
    let label = el("label").class("field__label").attr("for", "check-number").text(&label);
    let send = el("button").class("button").attr("type", "submit").text(words::ANSWER);
    vec![el("div").class("field").child(label).child(field).into(), send.into()]
}
