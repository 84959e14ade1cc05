//! Title, focus and spoken announcements: what a full page load would do by itself.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{document, window};

/// The element whose text is spoken when it changes.
pub const ANNOUNCER: &str = "announcer";

thread_local! {
    /// The address for which the reader was last told that a page is there.
    static TOLD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Tells the reader of a new page: title always, focus on its heading only after a navigation.
pub fn arrived(full_title: &str) {
    let Some(document) = document() else { return };
    if document.title() != full_title {
        document.set_title(full_title);
    }
    if moved() {
        // The heading is drawn in this frame and can take focus in the next.
        request_animation_frame(|| request_animation_frame(focus_heading));
    }
}

/// Notes that the reader knows of this address; whether they came to it from another one.
pub fn moved() -> bool {
    let here = path();
    let before = TOLD.with(|told| told.replace(Some(here.clone())));
    before.is_some_and(|before| before != here)
}

fn focus_heading() {
    let Some(document) = document() else { return };
    // An address with a fragment has already brought the reader to its part.
    let to_part = window().and_then(|window| window.location().hash().ok()).is_some_and(|hash| hash.len() > 1);
    match document.query_selector("h1").ok().flatten().and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        Some(heading) if !to_part => drop(heading.focus()),
        Some(_) => {}
        None => announce(&document.title()),
    }
}

/// Has a screen reader speak.
pub fn announce(text: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(ANNOUNCER)) {
        element.set_text_content(Some(text));
    }
}

/// What stands in a field, by its id; empty where there is none.
pub fn value(id: &str) -> String {
    property(id, "value").as_string().unwrap_or_default()
}

/// Whether a choice is made, by its id.
pub fn checked(id: &str) -> bool {
    property(id, "checked").is_truthy()
}

fn property(id: &str, name: &str) -> JsValue {
    let found = document().and_then(|document| document.get_element_by_id(id));
    found.and_then(|element| Reflect::get(&element, &name.into()).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// Sets an attribute of an element, by its id.
pub fn set(id: &str, name: &str, value: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        drop(element.set_attribute(name, value));
    }
}

/// Puts the focus on an element, by its id.
pub fn focus(id: &str) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Path and query of the current page; empty where there is no window.
pub fn path() -> String {
    let location = window().map(|window| window.location());
    location.and_then(|location| Some(location.pathname().ok()? + &location.search().ok()?)).unwrap_or_default()
}

/// Where the API is, when it is not where this page comes from: the host of a static bundle names it on `<html>`.
pub fn api() -> String {
    let html = document().and_then(|document| document.document_element());
    html.and_then(|html| html.get_attribute("data-api")).unwrap_or_default()
}

/// The site's address without a path; empty where there is no window.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}
