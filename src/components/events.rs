//! Life events and popular searches, each a link to a search.

use leptos::prelude::*;

use crate::{routes, text::events::Search};

/// Searches as a list of plain links.
pub fn search_links(searches: &'static [Search], class: &'static str) -> AnyView {
    let items = searches
        .iter()
        .map(|search| view! { <li><a href=routes::search(search.words)>{search.label}</a></li> }.into_any())
        .collect::<Vec<_>>();
    view! { <ul class=class>{items}</ul> }.into_any()
}
