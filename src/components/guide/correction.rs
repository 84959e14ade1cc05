//! “这条不对”: a report that needs neither account nor script.

use domain::wire::{GuideDetail, NewRequest, RequestKind, RequestReceipt};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::{FetchError, backend},
    browser::page,
    components::receipt::receipt,
    routes,
    text::{guide, request as words},
    ui::{IntoNode, Node, el, failure, form, para},
};

/// What has become of the form.
#[derive(Clone)]
enum State {
    Writing,
    Empty,
    Sending,
    Sent(RequestReceipt),
    Failed(FetchError),
}

const TEXT: &str = "correction-text";
const PART: &str = "correction-part";
const EXTRA: &str = "correction-extra";
const HINT: &str = "correction-hint";

/// The form, folded until it is wanted.
pub fn correction(detail: &GuideDetail, region: Option<String>) -> Node {
    let blank = NewRequest {
        kind: RequestKind::Correction,
        item: Some(detail.code.to_string()),
        region,
        part: None,
        text: String::new(),
    };
    el("details")
        .class("more no-print")
        .id("correction")
        .child(el("summary").text(guide::CORRECTION))
        .child(report_form(blank))
        .into()
}

/// The form with what stands in it, and what becomes of it.
pub fn report_form(written: NewRequest) -> Node {
    let state = RwSignal::new(State::Writing);
    let done = RwSignal::new(false);
    let answer = move || match state.get() {
        State::Writing | State::Sending => Node::nothing().view(),
        State::Empty => form::field_error(words::EMPTY),
        State::Sent(given) => receipt(&given).view(),
        State::Failed(error) => failure(&error, None),
    };
    let fields = fields(&written, state);
    let submit = sender(written, state, done);
    vec![form::form(routes::REQUESTS, done, submit, fields), answer.node()].into()
}

/// Sends what stands in the fields.
fn sender(blank: NewRequest, state: RwSignal<State>, done: RwSignal<bool>) -> form::Submit {
    let backend = StoredValue::new(backend());
    Box::new(move || {
        let text = page::value(TEXT).trim().to_owned();
        if text.is_empty() {
            state.set(State::Empty);
            return form::refuse(TEXT);
        }
        if matches!(state.get_untracked(), State::Sending) {
            return;
        }
        page::set(TEXT, "aria-invalid", "false");
        let kind = if page::checked(EXTRA) { RequestKind::ExtraPaper } else { RequestKind::Correction };
        let part = Some(page::value(PART)).filter(|part| !part.is_empty());
        let request = NewRequest { kind, part, text, ..blank.clone() };
        state.set(State::Sending);
        let answer = backend.with_value(|backend| backend.0.send_request(request));
        spawn_local(async move {
            let after = match answer.await {
                Ok(receipt) => {
                    done.try_set(true);
                    State::Sent(receipt)
                }
                Err(error) => State::Failed(error),
            };
            state.try_set(after);
        });
    })
}

fn fields(written: &NewRequest, state: RwSignal<State>) -> Node {
    let hidden = |name: &'static str, value: &Option<String>| {
        let value = value.clone()?;
        Some(el("input").attr("type", "hidden").attr("name", name).attr("value", value))
    };
    let sending = move || if matches!(state.get(), State::Sending) { words::SENDING } else { words::SEND };
    let mut part = el("select").attr("name", "part");
    for (value, name) in words::PARTS {
        let option = el("option").attr("value", value).text(name);
        let is_chosen = written.part.as_deref() == Some(value);
        part = part.child(if is_chosen { option.attr("selected", "") } else { option });
    }
    let mut text = el("textarea").attr("name", "text").attr("rows", "4").attr("maxlength", "500");
    text = text.attr("required", "").attr("aria-describedby", HINT);
    if !written.text.is_empty() {
        text = text.text(written.text.clone());
    }
    vec![
        para("", words::WHY).into(),
        hidden("item", &written.item).into(),
        hidden("region", &written.region).into(),
        el("fieldset")
            .class("field")
            .child(el("legend").class("field__label").text(words::KIND_LABEL))
            .child(kind(RequestKind::Correction, "correction-kind", words::KIND_CORRECTION, written.kind))
            .child(kind(RequestKind::ExtraPaper, EXTRA, words::KIND_EXTRA, written.kind))
            .into(),
        form::field(PART, words::PART_LABEL, None, part),
        form::field(TEXT, words::TEXT_LABEL, Some(para("field__hint", words::TEXT_HINT).id(HINT).into()), text),
        el("button").class("button").attr("type", "submit").child(sending.node()).into(),
    ]
    .into()
}

fn kind(kind: RequestKind, id: &'static str, name: &'static str, chosen: RequestKind) -> Node {
    let radio = el("input").attr("type", "radio").attr("name", "kind").attr("value", kind.code()).id(id);
    let radio = if kind == chosen { radio.attr("checked", "") } else { radio };
    el("label").class("choice").child(radio).text(name).into()
}
