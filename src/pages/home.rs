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
};

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    head::set(HeadContent { description: Some(words::DESCRIPTION.into()), ..HeadContent::default() });
    let entries = words::FOUR
        .iter()
        .map(|entry| {
            view! {
                <li class="entry">
                    <a class="entry__link" href=entry.href>
                        <span class="entry__name">{entry.name}</span>
                        <span class="entry__text">{entry.text}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <div class="hero">
            <h1 class="hero__title" tabindex="-1">{words::TITLE}</h1>
            <SearchBox words="" label=words::SEARCH_LABEL/>
            {region_line()}
        </div>
        <section aria-labelledby="popular">
            <h2 id="popular">{words::POPULAR}</h2>
            {search_links(&events::POPULAR, "links")}
        </section>
        <section aria-labelledby="entries">
            <h2 id="entries">{words::ENTRIES}</h2>
            <ul class="entries">{entries}</ul>
        </section>
        <section aria-labelledby="events">
            <h2 id="events">{words::EVENTS}</h2>
            {search_links(&events::EVENTS, "links")}
        </section>
    }
    .into_any()
}

/// Where the citizen is, and how to say so.
fn region_line() -> AnyView {
    let here = here();
    let back = current_address();
    let line = move || {
        Suspend::new(async move {
            let (text, link) = match here.brief.await {
                Some(region) => (words::in_region(&name_in_text(&region)), words::CHANGE_REGION),
                None => (words::NO_REGION.into(), crate::text::site::PICK_REGION),
            };
            view! { {text}" "<a href=routes::regions(None, &back.get_untracked())>{link}</a> }.into_any()
        })
    };
    view! { <p class="hero__region"><Transition>{line}</Transition></p> }.into_any()
}
