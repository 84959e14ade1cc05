//! Any other address.

use leptos::prelude::*;

use crate::{
    components::search_box::SearchBox,
    head::{self, HeadContent},
    text::{error as words, home},
    ui::{IntoNode, ways_out},
};

/// There is no such page; what next.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    head::set_status(404);
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::MISSING) });
    view! {
        <h1 tabindex="-1">{words::MISSING}</h1>
        <p class="lead">{words::MISSING_TEXT}</p>
        <SearchBox words="" label=home::SEARCH_LABEL/>
        {ways_out().view()}
    }
    .node()
}
