//! `/regions`: where do you live? Search, or city then county; at most three taps.

use domain::{RegionCode, wire::RegionDetail};
use leptos::{ev::SubmitEvent, html::Input, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::{
    backend::backend,
    components::{
        here::here,
        regions::{chosen_line, drill, found_regions},
    },
    head::{self, HeadContent},
    json,
    routes::{self, Address},
    text::region as words,
    ui::{IntoNode, Node, loaded},
};

/// The region picker.
#[component]
pub fn RegionsPage() -> impl IntoView {
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::TITLE) });
    let params = use_query_map();
    let param = move |key| Memo::new(move |_| params.read().get(key).unwrap_or_default());
    let (query, parent) = (param("q"), param("parent"));
    let back = Memo::new(move |_| routes::safe_back(params.read().get("back")));
    let backend = backend();
    let finder = backend.clone();
    let open = json::data(
        move || (query.get(), parent.get()),
        move |(query, parent)| {
            let parent = if parent.is_empty() { RegionCode::PROVINCE.to_owned() } else { parent };
            // A search needs no tree: the picker shows one or the other.
            let answer = query.trim().is_empty().then(|| backend.0.show_region(parent));
            async move {
                match answer {
                    Some(answer) => answer.await.map(Some),
                    None => Ok(None::<RegionDetail>),
                }
            }
        },
    );
    let found = json::data(
        move || query.get(),
        move |query| {
            let answer = (!query.trim().is_empty()).then(|| finder.0.find_regions(query));
            async move {
                match answer {
                    Some(answer) => answer.await.map(Some),
                    None => Ok(None),
                }
            }
        },
    );
    view! {
        <h1 tabindex="-1">{words::TITLE}</h1>
        <p class="lead">{words::WHY}</p>
        {chosen_line(here(), back)}
        {search_form(query, back)}
        {loaded(found, move |list| list.map_or_else(|| Node::nothing().view(), |list| found_regions(&query.get_untracked(), list, back.get_untracked())))}
        {loaded(open, move |open| open.map_or_else(|| Node::nothing().view(), |open| drill(open, back.get_untracked())))}
    }
    .node()
}

fn search_form(query: Memo<String>, back: Memo<String>) -> Node {
    let field = NodeRef::<Input>::new();
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        let address = Address::new(routes::REGIONS)
            .param("q", Some(field.value().trim()))
            .param("back", Some(&back.get_untracked()));
        navigate(&address.to_string(), Default::default());
    };
    view! {
        <form class="search" role="search" method="get" action=routes::REGIONS on:submit=submit>
            <label class="search__label" for="region-q">{words::SEARCH_LABEL}</label>
            <div class="search__row">
                <div class="search__field">
                    <input class="search__input" id="region-q" name="q" type="search" maxlength="40" autocomplete="off"
                        value=query.get_untracked() node_ref=field/>
                </div>
                <button class="button search__button" type="submit">{words::SEARCH}</button>
            </div>
            <input type="hidden" name="back" value=back.get_untracked()/>
        </form>
    }
    .node()
}
