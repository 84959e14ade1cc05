//! Parts of the region picker.

use domain::{
    Level, RegionCode,
    wire::{RegionBrief, RegionDetail, RegionList},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::here::{Here, name_in_text, short_name};
use crate::ui::{IntoNode, Node};
use crate::{browser, context, routes, text::region as words};

/// The region that is chosen, and how to forget it.
pub fn chosen_line(here: Here, back: Memo<String>) -> Node {
    let line = move || {
        Suspend::new(async move {
            here.region().await.map(|region| {
                view! {
                    <p class="chosen">{words::current(&name_in_text(&region))}" "
                        {pick("", words::FORGET.into(), back.get_untracked(), "")}</p>
                }
                .node()
            })
        })
    };
    view! { <Transition>{line}</Transition> }.node()
}

/// What a search found, each with its parents, since names repeat.
pub fn found_regions(query: &str, list: RegionList, back: String) -> Node {
    if list.items.is_empty() {
        return view! { <p class="lead" role="status">{words::nothing(query)}</p> }.node();
    }
    let heading = words::found(query, list.items.len());
    let items = list
        .items
        .into_iter()
        .map(|region| {
            let name = short_name(&region);
            view! { <li class="region">{pick(region.code.as_str(), name, back.clone(), "region__pick")}</li> }.node()
        })
        .collect::<Vec<_>>();
    view! {
        <h2>{heading}</h2>
        <ul class="regions">{items}</ul>
    }
    .node()
}

/// One level of the tree: itself, then what is right below it.
pub fn drill(open: RegionDetail, back: String) -> Node {
    let is_province = open.region.code.as_str() == RegionCode::PROVINCE;
    let itself = (!is_province).then(|| {
        let name = words::choose(&open.region.name);
        view! { <p>{pick(open.region.code.as_str(), name, back.clone(), "button")}</p> }.node()
    });
    let trail = (!is_province).then(|| trail(&open.region, &back));
    let heading = if is_province { words::LIST.into() } else { short_name(&open.region) };
    let empty = open.children.is_empty().then(|| view! { <p>{words::NO_CHILDREN}</p> });
    let items = open.children.into_iter().map(|child| child_item(child, &back)).collect::<Vec<_>>();
    view! {
        {trail}
        <h2>{heading}</h2>
        {itself}
        {empty}
        <ul class="regions">{items}</ul>
    }
    .node()
}

fn trail(open: &RegionBrief, back: &str) -> Node {
    let up = open.parent.as_ref().map(|code| routes::regions(Some(code.as_str()), back));
    let up = up.unwrap_or_else(|| routes::regions(None, back));
    view! { <p><a class="back" href=up>{words::UP}</a></p> }.node()
}

/// A city opens, a county or anything below is chosen at once and can still be opened.
fn child_item(child: RegionBrief, back: &str) -> Node {
    let open = routes::regions(Some(child.code.as_str()), back);
    let below = match child.level {
        Level::Nation | Level::Province | Level::City => {
            return view! { <li class="region"><a class="region__pick" href=open>{child.name}</a></li> }.node();
        }
        Level::County => Some(words::BELOW_COUNTY),
        Level::Township => Some(words::BELOW_TOWNSHIP),
        Level::Village => None,
    };
    let label = below.map(|below| words::below(&child.name, below));
    view! {
        <li class="region">
            {pick(child.code.as_str(), child.name, back.to_owned(), "region__pick")}
            {below.map(|below| view! { <a class="region__below" href=open aria-label=label>{below}</a> })}
        </li>
    }
    .node()
}

/// A link that chooses a region: by the server, or here without a reload.
fn pick(code: &str, name: String, back: String, class: &'static str) -> Node {
    let prefs = context::prefs();
    let navigate = use_navigate();
    let href = routes::choose("region", code, &back);
    let code = code.to_owned();
    let spoken = name.clone();
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        prefs.update(|prefs| {
            prefs.apply("region", &code);
        });
        browser::prefs::keep(&prefs.get_untracked());
        browser::page::announce(&spoken);
        navigate(&routes::without_region(&back), Default::default());
    };
    view! { <a class=class href=href rel="nofollow" on:click=choose>{name}</a> }.node()
}
