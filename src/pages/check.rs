//! `/checklist`, `/proofs`, `/events`: the check of papers. Its pages are written by `crates/bag`, on the server or on the
//! device alike; here is only their place.

use leptos::prelude::*;

use crate::{browser::fragment, ui::Node};

/// Any page of the check.
#[component]
pub fn CheckPage() -> impl IntoView {
    place()
}

#[cfg(feature = "ssr")]
fn place() -> Node {
    use crate::{
        backend::{Fresh, backend},
        components::here::{current_address, here},
        head::{self, HeadContent},
    };

    let written = match use_context::<Fresh>() {
        // The answer to a plain form.
        Some(Fresh::Written(fragment)) => fragment,
        _ => backend().0.fragment(&current_address().get_untracked(), here().code_text().as_deref()),
    };
    if !written.found {
        head::set_status(404);
    }
    head::set(HeadContent { hidden: written.hidden, ..HeadContent::titled(written.title) });
    fragment::written(written.html)
}

#[cfg(not(feature = "ssr"))]
fn place() -> Node {
    use crate::{
        components::here::{current_address, here},
        text::{check as words, site},
    };

    let (address, here) = (current_address(), here());
    Effect::new(move || {
        let region = here.code_text().unwrap_or_default();
        fragment::draw(&address.get(), &region, site::NAME_LONG, words::WITHOUT);
    });
    fragment::empty()
}
