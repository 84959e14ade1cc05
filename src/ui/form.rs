//! Forms that are posted: by the browser as plain HTML, or by us once the wasm is there.

use leptos::{ev::SubmitEvent, prelude::*};

use super::{IntoNode, Node, el, para};
use crate::browser::page;

/// What happens instead of the browser's own posting.
pub type Submit = Box<dyn Fn() + Send>;

/// A posted form. What stands in the fields is read when it is sent, so that words written before the wasm came count.
pub fn form(action: &'static str, done: RwSignal<bool>, submit: Submit, fields: Node) -> Node {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    };
    view! { <form class="form" method="post" action=action on:submit=submit hidden=move || done.get()>{fields}</form> }
        .node()
}

/// A field with its label above, and what may stand between the two.
pub fn field(id: &'static str, label: &'static str, between: Option<Node>, input: super::node::Element) -> Node {
    el("div")
        .class("field")
        .child(el("label").class("field__label").attr("for", id).text(label))
        .child(between)
        .child(input.class("field__input").id(id))
        .into()
}

/// A field that must be filled in a line.
pub fn line(id: &'static str, name: &'static str, label: &'static str, value: String) -> Node {
    let input = el("input").attr("name", name).attr("required", "").attr("maxlength", "64").attr("autocomplete", "off");
    field(id, label, None, input.attr("value", value))
}

/// Why a form is refused, in the words of whoever refuses it.
pub fn field_error(text: impl Into<std::borrow::Cow<'static, str>>) -> Node {
    para("field__error", text).attr("role", "alert").into()
}

/// Marks a field as wrong and leads there.
pub fn refuse(id: &str) {
    page::set(id, "aria-invalid", "true");
    page::focus(id);
}
