//! `/`: what would you like to get done?

use leptos::prelude::*;

use crate::{
    components::{
        events::search_links,
        here::{current_address, here, name_in_text},
        search_box::SearchBox,
    },
    head::{self, HeadContent},
    routes,
    text::{events, home as words},
    ui::{IntoNode, Node, el, link, list},
};

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    head::set(HeadContent { description: Some(words::DESCRIPTION.into()), ..HeadContent::default() });
    let entries = words::FOUR.iter().map(|entry| {
        el("a")
            .class("entry__link")
            .attr("href", entry.href)
            .child(el("span").class("entry__name").text(entry.name))
            .child(el("span").class("entry__text").text(entry.text))
            .into()
    });
    let more = [(routes::EVENTS, words::BUNDLES), (routes::PROOFS, words::PROOFS)];
    let more = more.into_iter().map(|(href, name)| link(href, name).into());
    let below = Node::Group(vec![
        section("popular", words::POPULAR, search_links(events::POPULAR)),
        section("entries", words::ENTRIES, list("entries", entries).into()),
        section("events", words::EVENTS, vec![search_links(events::EVENTS), list("links", more).into()].into()),
    ]);
    view! {
        <div class="hero">
            <h1 class="hero__title" tabindex="-1">{words::TITLE}</h1>
            <SearchBox words="" label=words::SEARCH_LABEL/>
            {region_line()}
        </div>
        {below.view()}
    }
    .node()
}

fn section(id: &'static str, title: &'static str, body: Node) -> Node {
    el("section").attr("aria-labelledby", id).child(el("h2").id(id).text(title)).child(body).into()
}

/// Where the citizen is, and how to say so.
fn region_line() -> Node {
    let here = here();
    let back = current_address();
    let line = move || {
        Suspend::new(async move {
            let (text, link) = match here.region().await {
                Some(region) => (words::in_region(&name_in_text(&region)), words::CHANGE_REGION),
                None => (words::NO_REGION.into(), crate::text::site::PICK_REGION),
            };
            view! { {text}" "<a href=routes::regions(None, &back.get_untracked())>{link}</a> }.node()
        })
    };
    view! { <p class="hero__region"><Transition>{line}</Transition></p> }.node()
}
