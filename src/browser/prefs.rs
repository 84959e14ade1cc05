//! The cookie of choices, and the look of the page that follows from them.

use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

use super::{document, window};
use crate::{host::Host, prefs::Prefs};

/// Reads the choices.
pub fn read() -> Prefs {
    let cookies = document()
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok())
        .and_then(|document| document.cookie().ok())
        .unwrap_or_default();
    Prefs::from_cookies(&cookies)
}

/// Keeps the choices and shows the page accordingly.
pub fn keep(prefs: &Prefs) {
    if let Some(document) = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        drop(document.set_cookie(&prefs.to_cookie()));
    }
    show(prefs);
}

/// Shows the page as chosen.
pub fn show(prefs: &Prefs) {
    let Some(html) = document().and_then(|document| document.document_element()) else { return };
    drop(html.set_attribute("data-mode", prefs.mode.code()));
    drop(html.set_attribute("data-size", prefs.size.code()));
}

/// Where the page runs.
pub fn host() -> Host {
    let agent = window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    Host::from_user_agent(&agent)
}
