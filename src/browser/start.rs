//! The first moment in the browser.

use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{document, net, prefs, window};
use crate::{
    app::App,
    backend::{Fresh, Http},
    context,
    head::{Head, Status},
    host::Host,
};

/// Takes over the server's page, or draws one where `#app` is empty; then says so on `<html>`.
pub fn start() {
    let Some(document) = document() else { return };
    let Some(app) = document.get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let chosen = prefs::read();
    prefs::show(&chosen);
    let host = prefs::host();
    // Before the first question: without a network it is the phone that answers it.
    net::begin(host == Host::Kiosk);
    let tree = move || {
        context::provide(Arc::new(Http), chosen, Fresh::Nothing, Head::default(), Status::default());
        App()
    };
    #[cfg(feature = "hydrate")]
    let arrived = if app.first_element_child().is_some() {
        leptos::mount::hydrate_from(app, tree).forget();
        "hydrated"
    } else {
        leptos::mount::mount_to(app, tree).forget();
        "csr"
    };
    #[cfg(not(feature = "hydrate"))]
    let arrived = {
        app.set_inner_html("");
        leptos::mount::mount_to(app, tree).forget();
        "csr"
    };
    if let Some(html) = document.document_element() {
        drop(html.set_attribute("data-host", host.code()));
        drop(html.set_attribute("data-arrived", arrived));
    }
    if let Some(performance) = window().and_then(|window| window.performance()) {
        drop(performance.mark("app-ready"));
    }
}
