//! A place in the page whose markup is written by `crates/bag`: by the server, or by its module on the device.
//!
//! The portal holds the place and knows nothing of what stands in it: the server's markup is left as it is, and
//! `check/page.js` draws what follows.

use crate::ui::Node;

/// The id of the place.
const PLACE: &str = "check";

/// The place with the server's markup, which escapes its own data.
#[cfg(feature = "ssr")]
pub fn written(html: String) -> Node {
    use leptos::prelude::*;

    use crate::ui::IntoNode;

    view! { <div id=PLACE class="check" data-written="" inner_html=html></div> }.node()
}

/// The place without anything in it: what the server wrote stays, if it wrote anything.
#[cfg(not(feature = "ssr"))]
pub fn empty() -> Node {
    crate::ui::el("div").id(PLACE).class("check").view()
}

#[cfg(target_arch = "wasm32")]
mod js {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "/src/browser/ask.js")]
    extern "C" {
        pub fn check(id: &str, address: &str, region: &str, site: &str, moved: bool, without: &str);
    }
}

/// Has the device draw the page of an address. `without` is what is said, and the words of a link, where it cannot.
#[cfg(target_arch = "wasm32")]
pub fn draw(address: &str, region: &str, site: &str, without: &str) {
    js::check(PLACE, address, region, site, super::page::moved(), without);
}

/// Natively there is nothing to draw in.
#[cfg(not(target_arch = "wasm32"))]
pub fn draw(_: &str, _: &str, _: &str, _: &str) {}
