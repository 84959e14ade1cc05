//! What a citizen gets back for a report: its number and the only key to it.

use domain::wire::{RequestReceipt, RequestView};

use crate::{
    routes,
    text::request as words,
    ui::{Node, el, link, para, rows},
};

/// The receipt, shown once.
pub fn receipt(given: &RequestReceipt) -> Node {
    let secret = |text: &str| Node::from(el("span").class("secret").text(text.to_owned()));
    el("div")
        .class("notice")
        .attr("data-variant", "done")
        .attr("role", "status")
        .child(el("h2").class("notice__title").text(words::RECEIVED))
        .child(rows([(words::NUMBER.into(), secret(&given.id)), (words::CODE.into(), secret(&given.code))]))
        .child(para("", words::KEEP))
        .child(el("p").child(link(routes::REQUESTS, words::LOOK_UP_LATER)))
        .into()
}

/// A report as its writer sees it again.
pub fn report(view: &RequestView) -> Node {
    let state = el("strong").text(words::state(&view.state));
    let mut facts = vec![
        (words::STATE.into(), state.into()),
        (words::RECEIVED_AT.into(), moment(&view.received_at).into()),
        (words::WRITTEN.into(), view.request.text.clone().into()),
    ];
    if let Some(code) = &view.request.item {
        let href = routes::guide(code, view.request.region.as_deref());
        facts.push((words::ABOUT_GUIDE.into(), link(href, words::OPEN_GUIDE).into()));
    }
    rows(facts)
}

/// Date and minute of an RFC 3339 time that is already in China's zone.
fn moment(text: &str) -> String {
    match (text.get(..10), text.get(11..16)) {
        (Some(date), Some(minute)) => format!("{date} {minute}"),
        _ => text.into(),
    }
}
