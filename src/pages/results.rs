//! `/guides`: what was found.

use domain::{
    RegionCode,
    wire::{GuidePage as Page, GuideQuery},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    backend::backend,
    components::{
        facets::{chosen_facets, facet_links, is_filtered},
        here::here,
        hits::hit_list,
        nothing_found::nothing_found,
        search_box::SearchBox,
        understood::understood,
    },
    head::{self, HeadContent},
    json, routes,
    text::{results as words, site},
    ui::{IntoNode, Node, el, loaded, pager, para},
};

/// The result list.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let params = use_query_map();
    let here = here();
    let query = Memo::new(move |_| routes::read_query(|key| params.read().get(key)));
    let backend = backend();
    let found = json::data(
        move || GuideQuery { region: here.code.get(), facets: true, ..query.get() },
        move |query| backend.0.list_guides(query),
    );
    view! {
        <SearchBox words=Signal::derive(move || query.get().q) label=words::SEARCH_AGAIN/>
        {loaded(found, move |page| results(page, &query.get_untracked()))}
    }
    .node()
}

fn results(page: Page, query: &GuideQuery) -> Node {
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::title(&query.q)) });
    let region = query.region.as_ref().map(RegionCode::as_str);
    let heading = match (page.total, query.q.is_empty()) {
        (0, _) => words::NOTHING.into(),
        (total, true) => words::listed(total),
        (total, false) => words::found(total),
    };
    let mut parts: Vec<Node> = vec![
        el("h1").class("results__title").attr("tabindex", "-1").text(heading).into(),
        understood(&page.understood, query),
        chosen_facets(query),
    ];
    if page.total == 0 {
        parts.push(nothing_found(page, is_filtered(query), region));
        return Node::from(parts).view();
    }
    let pages = page.total.min(GuideQuery::MAX_DEPTH).div_ceil(page.size.max(1));
    parts.extend(page.facets.map(|facets| facet_links(query, facets)));
    parts.push(hit_list(page.items, region));
    parts.push(pager(page.page, pages, |page| routes::guides(&GuideQuery { page, ..query.clone() })));
    parts.push(para("small", site::data_date(&page.data_date.to_string())).into());
    Node::from(parts).view()
}
