//! The browser: the only place that touches it. Natively there is no window, so every call does nothing.

pub mod fragment;
#[cfg(target_arch = "wasm32")]
pub mod net;
pub mod page;
pub mod prefs;
pub mod share;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod timer;

/// The window, when there is one.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document, when there is one.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Whether the phone itself answers what is typed, without the network.
#[cfg(target_arch = "wasm32")]
pub fn phone_answers() -> bool {
    net::is_near()
}

/// Natively there is no phone.
#[cfg(not(target_arch = "wasm32"))]
pub fn phone_answers() -> bool {
    false
}
