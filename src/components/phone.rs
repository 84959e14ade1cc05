//! The pack in the phone: how things stand with it. What changes is chosen by `browser/phone/elements.js` among
//! these words, so that none of that logic is in the portal's own wasm.

use crate::{
    text::{phone as words, site},
    ui::{
        Node, el,
        node::{Element, rows},
        para,
    },
};

/// What draws itself anew when the pack's state changes.
const ELEMENT: &str = "phone-pack";

/// Shown in these phases only; at first none is.
fn when(element: Element, phases: &'static str) -> Element {
    element.attr("data-when", phases).attr("hidden", "")
}

/// Shown in these phases when this is worth a sentence too.
fn noted(phases: &'static str, note: &'static str, text: &'static str) -> Element {
    when(para("", text), phases).attr("data-note", note)
}

fn button(act: &'static str, phases: &'static str, words: &'static str) -> Element {
    let button = el("button").class("button").attr("type", "button").attr("data-variant", "quiet");
    when(button.attr("data-act", act).text(words), phases)
}

fn fill(name: &'static str) -> Element {
    el("span").attr("data-fill", name)
}

/// Everything about it, for the page about the site.
pub fn pack() -> Node {
    let told = el("div")
        .attr("role", "status")
        .child(para("", words::EMPTY).attr("data-when", "empty"))
        .child(when(para("", words::COMING), "fetching opening"))
        .child(noted("ready", "stored", words::READY))
        .child(noted("ready", "memory", words::MEMORY))
        .child(noted("ready", "newest", words::NEWEST))
        .child(noted("ready", "network", words::UNREACHED))
        .child(when(para("", words::FAILED), "failed"))
        .child(noted("off", "off", words::OFF))
        .child(noted("off", "forgotten", words::FORGOTTEN))
        .child(when(para("", words::ASK), "ask"));
    let facts = rows([
        (words::DATE.into(), fill("date").into()),
        (words::SIZE.into(), fill("size").into()),
        (words::KEPT.into(), el("span").child(fill("kept")).text(" ").text(words::KEPT_NOTE).into()),
    ]);
    let buttons = el("p")
        .class("keep__buttons")
        .child(button("refresh", "ready", words::REFRESH))
        .child(button("forget", "ready failed", words::FORGET))
        .child(button("take", "off ask", words::TAKE))
        .child(button("refresh", "failed", words::AGAIN));
    el(ELEMENT)
        .child(told)
        .child(when(el("div").child(facts), "ready"))
        .child(buttons)
        .child(when(para("small", words::FORGET_NOTE), "ready"))
        .view()
}

/// The question of a visitor who saves data, at the end of every page.
pub fn question() -> Node {
    let asked = el("div").class("footer__ask").child(para("", words::ASK)).child(
        el("p").child(button("take", "ask", words::TAKE)).text(" ").child(button("decline", "ask", words::DECLINE)),
    );
    el(ELEMENT).child(when(asked, "ask")).view()
}

/// On a guide: what is shown is a copy that was kept, and since when.
pub fn copy_line(code: &str) -> Node {
    let (before, after) = words::KEPT_ON;
    let line = el("p").text(before).child(fill("copied")).text(after);
    let line = when(el("div").class("notice").attr("role", "status").child(line), "copy");
    el(ELEMENT).attr("data-copy", code.to_owned()).child(line).into()
}

/// At the top of every page: there is no network, and what works all the same. The style shows it.
pub fn offline_line() -> Node {
    el("div")
        .class("offline")
        .attr("role", "status")
        .child(para("offline__ready", words::OFFLINE_READY))
        .child(para("offline__bare", words::OFFLINE).text(site::DOT).child(crate::ui::call()))
        .view()
}
