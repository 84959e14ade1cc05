//! Which matters: found by their names, added and taken out. What was answered stays.

use super::{
    Answer, Desk, Found, Got, page,
    parts::{button, heading, quiet, sample, search, trail},
    state::{MOST_ITEMS, State},
};
use crate::text::pages as words;
use sheet::html::{Html, el, link, list, para};
use sheet::parts::hidden;

/// The page on which matters are chosen. `said` is a sentence about what went wrong.
pub fn answer(desk: Desk<'_>, state: State, typed: &str, said: &str) -> Answer {
    let typed: String = typed.chars().take(60).collect();
    let (chosen, found) = (chosen(desk, &state)?, found(desk, &state, &typed)?);
    let said = (!said.is_empty()).then(|| para("notice", said).attr("data-variant", "error").attr("role", "alert"));
    let full = state.items.len() >= MOST_ITEMS;
    let more = match full {
        true => para("", words::ENOUGH_MATTERS).into(),
        // The words are a field of their own beside the state, so that a search keeps what was chosen.
        false => search(state.form(), words::FIND_LABEL, &typed, words::FIND),
    };
    let elsewhere =
        el("p").child(link("/proofs", words::PROOFS)).text(words::DOT).child(link("/events", words::EVENTS));
    let parts = [
        trail(&[]),
        heading(words::CHOOSE),
        para("lead", words::CHOOSE_WHY).into(),
        said.into(),
        chosen,
        if full { Html::default() } else { found },
        more,
        elsewhere.class("check__else").into(),
    ];
    Ok(page(words::CHOOSE, parts))
}

/// What is chosen, and the way on.
fn chosen(desk: Desk<'_>, state: &State) -> Answer<Html> {
    let (mut rows, mut needs) = (Vec::new(), Vec::new());
    for code in &state.items {
        let name = match desk.guides.matter(code, state.region.as_ref()) {
            Got::Here(matter) => matter.name,
            Got::Ask(address) => {
                needs.push(address);
                continue;
            }
            Got::Nowhere | Got::Unreachable => code.to_string(),
        };
        let label = words::drop_matter(&name);
        let drop = quiet("drop", code.as_str(), words::DROP).attr("aria-label", &label);
        rows.push(el("span").class("pick__name").text(&name).child(drop).into());
    }
    if !needs.is_empty() {
        return Err(needs);
    }
    if rows.is_empty() {
        return Ok(Html::default());
    }
    let go = button("do", "go", words::GO);
    let form = state.form().child(el("h2").text(words::CHOSEN)).child(picks(rows)).child(el("p").child(go));
    Ok(form.class("part").into())
}

/// What the words found.
fn found(desk: Desk<'_>, state: &State, typed: &str) -> Answer<Html> {
    if typed.is_empty() {
        return Ok(Html::default());
    }
    let found = match desk.guides.find(typed, state.region.as_ref()) {
        Got::Here(found) => found,
        Got::Ask(address) => return Err(vec![address]),
        Got::Unreachable => return Ok(para("notice", words::UNREACHABLE).attr("role", "alert").into()),
        Got::Nowhere => Vec::new(),
    };
    let rows: Vec<Html> = found.iter().filter(|hit| !state.items.contains(&hit.code)).take(8).map(row).collect();
    if rows.is_empty() {
        return Ok(para("notice", words::NOTHING_FOUND).attr("role", "status").into());
    }
    let title = el("h2").text(&words::found(typed));
    Ok(state.form().class("part").child(title).child(hidden("q", typed)).child(picks(rows)).into())
}

fn row(hit: &Found) -> Html {
    let also = hit.plain_name.as_deref().filter(|plain| *plain != hit.name);
    let also = also.map(|plain| el("span").class("pick__also").text(plain));
    let name = el("span").class("pick__name").text(&hit.name).child(hit.sample.then(sample)).child(also);
    let label = words::add_matter(&hit.name);
    name.child(button("add", hit.code.as_str(), words::ADD).attr("data-variant", "quiet").attr("aria-label", &label))
        .into()
}

fn picks(rows: Vec<Html>) -> Html {
    list("picks", rows)
}
