//! Why it is somebody's, or not, or not known yet.

use domain::{
    logic::Truth,
    policy::{About, PolicyBook, Reason, Then},
};
use sheet::html::{Html, el, list};

use super::outcome::Told;
use crate::{answer, text as words};

/// Every reason that says something, as a list.
pub fn all(told: &Told<'_>) -> Html {
    let said = told.told.reasons.iter().filter_map(|reason| {
        let words_of = text(told, reason)?;
        let (mark, name) = match holds(told, reason) {
            Truth::Yes => (words::HOLDS, "yes"),
            Truth::No => (words::FAILS, "no"),
            Truth::Unknown => (words::UNSURE, "unknown"),
        };
        let mark = el("span").class("reason__mark").attr("data-holds", name).text(mark);
        Some(el("span").class("reason").child(mark).text(" ").text(&words_of).into())
    });
    list("reasons", said)
}

/// The first reason against it.
pub fn against(told: &Told<'_>) -> Option<String> {
    let mut reasons = told.told.reasons.iter();
    reasons.find(|reason| holds(told, reason) == Truth::No).and_then(|reason| text(told, reason))
}

/// Whether a reason speaks for it: an exception that holds speaks against.
fn holds(told: &Told<'_>, reason: &Reason) -> Truth {
    match reason.about {
        About::Exception(at) if then(told, at) == Some(Then::No) => !reason.holds,
        _ => reason.holds,
    }
}

fn then(told: &Told<'_>, at: usize) -> Option<Then> {
    told.rule.and_then(|rule| rule.exceptions.get(at)).map(|exception| exception.then)
}

fn text(told: &Told<'_>, reason: &Reason) -> Option<String> {
    match reason.about {
        About::Region => (reason.holds == Truth::No).then(|| words::OTHER_PLACE.to_owned()),
        About::NotYet(from) => Some(words::not_yet(from)),
        About::Over(until) => Some(words::over(until)),
        About::Audience(audience) => Some(words::only_for(words::audience(audience))),
        About::Condition(at) => told.rule.and_then(|rule| rule.conditions.get(at)).map(|one| one.text.clone()),
        // One that does not hold for somebody is no news, except that it does not shut them out.
        About::Exception(at) if then(told, at) != Some(Then::No) && reason.holds == Truth::No => None,
        About::Exception(at) => told.rule.and_then(|rule| rule.exceptions.get(at)).map(|one| one.text.clone()),
    }
}

/// What would change a no.
pub fn nearest(book: &PolicyBook, told: &Told<'_>) -> Option<String> {
    let nearest = told.told.nearest.as_ref()?;
    let moves = nearest.moves.iter().filter_map(|one| {
        let fact = book.facts().get(one.fact)?;
        let to: Vec<String> = match one.options.as_slice() {
            [] => vec![answer::said(fact, one.to)],
            options => options.iter().map(|to| answer::said(fact, *to)).collect(),
        };
        Some(words::change(&fact.fact.label, &to.join("”或“")))
    });
    let moves: Vec<String> = moves.collect();
    let elsewhere = nearest.region.is_some().then(|| words::ELSEWHERE.to_owned());
    let changes = (!moves.is_empty()).then(|| words::nearest(&moves));
    let said: Vec<String> = elsewhere.into_iter().chain(changes).collect();
    (!said.is_empty()).then(|| said.concat())
}
