//! A list of results.

use domain::wire::{GuideHit, SameItem};
use leptos::prelude::*;

use crate::{
    routes,
    text::{amounts, results as words, site},
};

/// Hits, best first.
pub fn hit_list(hits: Vec<GuideHit>, region: Option<String>) -> AnyView {
    let items = hits.into_iter().map(|hit| hit_item(hit, region.as_deref())).collect::<Vec<_>>();
    view! { <ol class="hits" data-results="">{items}</ol> }.into_any()
}

fn hit_item(hit: GuideHit, region: Option<&str>) -> AnyView {
    let facts = [
        amounts::promised(hit.promised_days),
        amounts::visits_short(hit.visits),
        amounts::fee_short(hit.fee).to_owned(),
    ];
    let whose = match hit.level {
        Some(level) => [&hit.department, site::DOT, level.label()].concat(),
        None => hit.department,
    };
    // What people call it leads, when the citizen would hardly know the official name.
    let other = hit.plain_name.filter(|name| *name != hit.name);
    view! {
        <li class="hit">
            <h2 class="hit__name">
                <a href=routes::guide(hit.code.as_str(), region)>{hit.name}</a>
                {hit.sample.then(|| view! { " "<span class="tag">{site::SAMPLE}</span> })}
            </h2>
            {other.map(|name| view! { <p class="hit__also">{words::also(&name)}</p> })}
            <p class="hit__facts">{facts.join(site::DOT)}</p>
            <p class="hit__whose">{whose}</p>
            {same_items(hit.same, region)}
        </li>
    }
    .into_any()
}

fn same_items(same: Vec<SameItem>, region: Option<&str>) -> AnyView {
    if same.is_empty() {
        return ().into_any();
    }
    let count = same.len();
    let items = same
        .into_iter()
        .map(|item| view! { <li><a href=routes::guide(item.code.as_str(), region)>{item.name}</a></li> }.into_any())
        .collect::<Vec<_>>();
    view! {
        <details class="more">
            <summary>{words::same(count)}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}
