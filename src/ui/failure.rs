//! What went wrong, and what to do next.

use leptos::prelude::*;

use super::{IntoNode, Node, el, link, para};
use crate::{
    backend::FetchError,
    routes,
    text::{error as words, site},
};

/// Shows why there is no answer, with the next step as a button or link.
pub fn failure(error: &FetchError, retry: Option<Callback<()>>) -> Node {
    // What can be asked again is what the page is about, so its heading is the page's.
    let heading = if retry.is_some() { el("h1").attr("tabindex", "-1") } else { el("h2") };
    let retry = retry.filter(|_| words::can_retry(error)).map(|retry| {
        view! { <button class="button" type="button" on:click=move |_| retry.run(())>{words::RETRY}</button> }.node()
    });
    el("div")
        .class("notice")
        .attr("data-variant", "error")
        .attr("role", "alert")
        .child(heading.class("notice__title").text(words::title(error)))
        .child(para("", words::advice(error)))
        .child(retry)
        .child(ways_out())
        .view()
}

/// Home, and a person to ask.
pub fn ways_out() -> Node {
    el("p").child(link(routes::HOME, site::HOME)).text(site::DOT).child(call()).into()
}

/// The hotline as a link.
pub fn call() -> Node {
    link("tel:12345", site::CALL_HOTLINE).into()
}
