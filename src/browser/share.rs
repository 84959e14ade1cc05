//! Paper, other people's phones, the clipboard.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// Opens the printing dialog.
pub fn print() {
    if let Some(window) = window() {
        drop(window.print());
    }
}

/// What became of sharing an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The system's sharing sheet is open.
    Sheet,
    /// The address is in the clipboard.
    Copied,
    /// Neither exists here.
    Nowhere,
}

/// Shares an address by the system's sheet, or copies it.
pub fn share(title: &str, url: &str) -> Shared {
    let Some(window) = window() else { return Shared::Nowhere };
    let navigator = window.navigator();
    if let Ok(sheet) = Reflect::get(&navigator, &"share".into()).and_then(JsCast::dyn_into::<Function>) {
        let what = Object::new();
        drop(Reflect::set(&what, &"title".into(), &title.into()));
        drop(Reflect::set(&what, &"url".into(), &url.into()));
        if sheet.call1(&navigator, &what).is_ok() {
            return Shared::Sheet;
        }
    }
    // Absent without TLS and in old engines.
    match Reflect::get(&navigator, &JsValue::from("clipboard")) {
        Ok(clipboard) if clipboard.is_object() => {
            drop(navigator.clipboard().write_text(url));
            Shared::Copied
        }
        _ => Shared::Nowhere,
    }
}
