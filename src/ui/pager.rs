//! From one page of a list to the next.

use leptos::prelude::*;

use crate::text::results as words;

/// Links to the previous and the next page; nothing when there is only one.
pub fn pager(page: u32, pages: u32, address: impl Fn(u32) -> String) -> AnyView {
    if pages <= 1 {
        return ().into_any();
    }
    let previous = (page > 1).then(|| address(page - 1));
    let next = (page < pages).then(|| address(page + 1));
    view! {
        <nav class="pager" aria-label=words::PAGES>
            {previous.map(|href| view! { <a class="pager__link" rel="prev" href=href>{words::PREVIOUS}</a> })}
            <span class="pager__here">{words::page(page, pages)}</span>
            {next.map(|href| view! { <a class="pager__link" rel="next" href=href>{words::NEXT}</a> })}
        </nav>
    }
    .into_any()
}
