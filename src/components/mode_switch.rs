//! Standard, elder, high contrast; and the size of the text for elders.

use leptos::prelude::*;

use super::here::current_address;
use crate::{
    browser, context,
    prefs::{Mode, Size},
    routes,
    text::site,
    ui::{IntoNode, Node},
};

/// The switch of modes, and of sizes where they matter.
pub fn mode_switch() -> Node {
    let prefs = context::prefs();
    let mode = move || prefs.with(|prefs| prefs.mode);
    let size = move || prefs.with(|prefs| prefs.size);
    let modes = Mode::ALL.map(|option| view! {
        <li class="switch__item">{move || choice("mode", option.code(), mode_name(option), mode() == option, "switch__link")}</li>
    });
    let sizes = move || {
        (mode() == Mode::Elder).then(|| {
            let items = Size::ALL.map(|option| view! {
                <li class="switch__item">{move || choice("size", option.code(), size_name(option), size() == option, "switch__link")}</li>
            });
            view! { <nav class="switch" aria-label=site::SIZES><span class="switch__name">{site::SIZES}</span><ul class="switch__list">{items}</ul></nav> }
        })
    };
    view! {
        <nav class="switch" aria-label=site::MODES>
            <span class="switch__name">{site::MODES}</span>
            <ul class="switch__list">{modes}</ul>
        </nav>
        {sizes}
    }
    .node()
}

/// A link to one mode.
pub fn mode_link(mode: Mode, class: &'static str) -> Node {
    choice("mode", mode.code(), mode_name(mode), false, class)
}

/// A link that keeps a choice: by the server, or here without a reload.
fn choice(key: &'static str, value: &'static str, name: &'static str, chosen: bool, class: &'static str) -> Node {
    let prefs = context::prefs();
    let back = current_address();
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        prefs.update(|prefs| {
            prefs.apply(key, value);
        });
        browser::prefs::keep(&prefs.get_untracked());
        browser::page::announce(name);
    };
    view! {
        <a class=class href=move || routes::choose(key, value, &back.get()) rel="nofollow"
            aria-current=chosen.then_some("true") on:click=choose>{name}</a>
    }
    .node()
}

fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Standard => site::MODE_STANDARD,
        Mode::Elder => site::MODE_ELDER,
        Mode::Contrast => site::MODE_CONTRAST,
    }
}

fn size_name(size: Size) -> &'static str {
    match size {
        Size::Large => site::SIZE_LARGE,
        Size::Larger => site::SIZE_LARGER,
        Size::Largest => site::SIZE_LARGEST,
    }
}
