//! `/requests/:id`: one report, opened by its code.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::requests::lookup;
use crate::{
    head::{self, HeadContent},
    text::request as words,
    ui::IntoNode,
};

/// Asks for the code of the report in the address.
#[component]
pub fn RequestPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::LOOKUP_TITLE) });
    view! {
        <h1 tabindex="-1">{words::LOOKUP_TITLE}</h1>
        {lookup(id)}
    }
    .node()
}
