//! The top of every page: the name, the region, the way to larger text.

use leptos::prelude::*;

use super::{
    here::{Here, current_address, short_name},
    mode_switch::elder_link,
    phone::offline_line,
};
use crate::ui::{IntoNode, Node};
use crate::{routes, text::site};

/// The header.
pub fn header(here: Here) -> Node {
    let back = current_address();
    view! {
        <header class="header">
            <div class="header__inner">
                <a class="header__name" href=routes::HOME>
                    <strong>{site::NAME}</strong>
                    <span class="header__tagline">{site::TAGLINE}</span>
                </a>
                <div class="header__links">
                <a class="header__link header__region" href=move || routes::regions(None, &back.get())>
                    <span class="sr-only">{site::REGION}" "</span>
                    <Transition fallback=|| site::PICK_REGION>
                        {move || Suspend::new(async move {
                            here.region().await.map_or_else(|| site::PICK_REGION.to_owned(), |region| short_name(&region))
                        })}
                    </Transition>
                </a>
                {elder_link("header__link", back)}
                </div>
            </div>
            {offline_line()}
        </header>
    }
    .node()
}
