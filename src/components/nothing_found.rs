//! Never a dead end: what stands in place of an empty list.

use domain::wire::GuidePage;
use leptos::prelude::*;

use super::{events::search_links, hits::hit_list};
use crate::text::{events, results as words, site};

/// Nearest matters, life events, the hotline.
pub fn nothing_found(page: GuidePage, filtered: bool, region: Option<String>) -> AnyView {
    let advice = if filtered { words::NOTHING_FILTERED.into() } else { words::nothing(&page.understood.query) };
    let nearest = (!page.nearest.is_empty()).then(|| {
        view! {
            <h2>{words::NEAREST}</h2>
            {hit_list(page.nearest, region)}
        }
    });
    view! {
        <p class="lead">{advice}</p>
        {nearest}
        <h2>{words::EVENTS}</h2>
        {search_links(&events::EVENTS, "links")}
        <h2>{words::HOTLINE}</h2>
        <p>{words::HOTLINE_TEXT}" "<a href="tel:12345">{site::CALL_HOTLINE}</a></p>
    }
    .into_any()
}
