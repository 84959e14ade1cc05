//! Having the list signed: the one step that sends answers, so the page says so before.

use chrono::NaiveDate;
use domain::{
    RegionCode,
    wire::{ChecklistAsk, SignAsk},
};

use super::{Form, check::Check, parts::button, state::State};
use crate::{World, text::pages as words};
use sheet::SKIPPED;
use sheet::html::{Html, el, list, para};

/// Where the form goes: always to the server, which alone has the key.
pub const PATH: &str = "/checklist/sign";
/// The fields that name the answers to be told.
const INCLUDE: &str = "include";

/// The offer, with the answers that may stand in the list: none is ticked.
pub(super) fn section(check: &Check<'_>) -> Html {
    let table = check.desk.world.book().facts();
    let ticks = check.state.answers.iter().filter(|(_, answer)| *answer != SKIPPED).filter_map(|(key, answer)| {
        let fact = crate::facts::view(table.find(key)?);
        let tick = el("input").attr("type", "checkbox").attr("name", INCLUDE).attr("value", key);
        let said = [fact.label.as_str(), " ", &words::answer(&fact, answer)].concat();
        Some(el("label").class("choice").child(tick).text(&said).into())
    });
    let ticks = list("picks", ticks.collect::<Vec<Html>>());
    let ticks = (!ticks.is_nothing()).then(|| {
        let legend = el("legend").text(words::SIGN_INCLUDE);
        el("fieldset").class("field").child(legend).child(ticks)
    });
    let send = button("do", "sign", words::SIGN).attr("data-variant", "quiet");
    let form = check.state.form_to(PATH).child(ticks).child(el("p").child(send));
    let parts = [para("", words::SIGN_WHY).into(), para("notice", words::SIGN_SENDS).into(), form.into()];
    el("section").class("part no-print").child(el("h2").text(words::SIGN_TITLE)).all(parts).into()
}

/// What such a form asks for. Without a region the rules of the province hold.
pub fn asked(world: &World, form: &str, today: NaiveDate) -> Option<SignAsk> {
    let (form, table) = (Form::parse(form), world.book().facts());
    let state = State::read(super::check::PATH, &form, table, today);
    let region = state.region.clone().or_else(|| RegionCode::parse(RegionCode::PROVINCE).ok())?;
    let ask = ChecklistAsk { facts: state.facts(table), items: state.items, region, on: Some(state.on) };
    Some(SignAsk { ask, include: form.all(INCLUDE).map(str::to_owned).collect() })
}
