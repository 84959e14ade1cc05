//! “这条不对”: a report that needs neither account nor script.

use domain::wire::{GuideDetail, NewRequest, RequestKind, RequestReceipt};
use leptos::{
    ev::SubmitEvent,
    html::{Input, Select, Textarea},
    prelude::*,
    task::spawn_local,
};

use crate::{
    backend::{FetchError, backend},
    browser::page,
    components::receipt::receipt,
    routes,
    text::{guide, request as words},
    ui::{IntoNode, Node, el, failure, para},
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

/// The form, folded until it is wanted.
pub fn correction(detail: &GuideDetail, region: Option<String>) -> Node {
    let state = RwSignal::new(State::Writing);
    let form = form(detail.code.to_string(), region, state);
    let answer = move || match state.get() {
        State::Writing | State::Sending => Node::nothing().view(),
        State::Empty => para("field__error", words::EMPTY).attr("role", "alert").view(),
        State::Sent(given) => receipt(&given).view(),
        State::Failed(error) => failure(&error, None),
    };
    view! {
        <details class="more no-print" id="correction">
            <summary>{guide::CORRECTION}</summary>
            {form}
            {answer}
        </details>
    }
    .node()
}

fn form(item: String, region: Option<String>, state: RwSignal<State>) -> Node {
    let backend = StoredValue::new(backend());
    let (extra, part, text) = (NodeRef::<Input>::new(), NodeRef::<Select>::new(), NodeRef::<Textarea>::new());
    let (sent_item, sent_region) = (item.clone(), region.clone());
    // What stands in the fields is read when it is sent, so that words written before the wasm came count.
    let submit = move |event: SubmitEvent| {
        let (Some(extra), Some(part), Some(text)) = (extra.get_untracked(), part.get_untracked(), text.get_untracked())
        else {
            return;
        };
        event.prevent_default();
        let text = text.value().trim().to_owned();
        if text.is_empty() {
            state.set(State::Empty);
            return page::focus(TEXT);
        }
        if matches!(state.get_untracked(), State::Sending) {
            return;
        }
        let kind = if extra.checked() { RequestKind::ExtraPaper } else { RequestKind::Correction };
        let part = Some(part.value()).filter(|part| !part.is_empty());
        let request = NewRequest { kind, item: Some(sent_item.clone()), region: sent_region.clone(), part, text };
        state.set(State::Sending);
        let answer = backend.with_value(|backend| backend.0.send_request(request));
        spawn_local(async move {
            let after = match answer.await {
                Ok(receipt) => State::Sent(receipt),
                Err(error) => State::Failed(error),
            };
            state.try_set(after);
        });
    };
    let options: Vec<Node> =
        words::PARTS.iter().map(|(value, name)| el("option").attr("value", *value).text(*name).into()).collect();
    let options = Node::from(options).view();
    let sending = move || matches!(state.get(), State::Sending);
    let sent = move || matches!(state.get(), State::Sent(_));
    let invalid = move || matches!(state.get(), State::Empty).then_some("true");
    view! {
        <form class="form" method="post" action=routes::REQUESTS on:submit=submit hidden=sent>
            <p>{words::WHY}</p>
            <input type="hidden" name="item" value=item/>
            {region.map(|region| view! { <input type="hidden" name="region" value=region/> })}
            <fieldset class="field">
                <legend class="field__label">{words::KIND_LABEL}</legend>
                <label class="choice"><input type="radio" name="kind" value=RequestKind::Correction.code() checked=true/>{words::KIND_CORRECTION}</label>
                <label class="choice"><input type="radio" name="kind" value=RequestKind::ExtraPaper.code() node_ref=extra/>{words::KIND_EXTRA}</label>
            </fieldset>
            <div class="field">
                <label class="field__label" for="correction-part">{words::PART_LABEL}</label>
                <select class="field__input" id="correction-part" name="part" node_ref=part>{options}</select>
            </div>
            <div class="field">
                <label class="field__label" for=TEXT>{words::TEXT_LABEL}</label>
                <p class="field__hint" id="correction-hint">{words::TEXT_HINT}</p>
                <textarea class="field__input" id=TEXT name="text" rows="4" maxlength="500" required=true node_ref=text
                    aria-describedby="correction-hint" aria-invalid=invalid></textarea>
            </div>
            <button class="button" type="submit" aria-disabled=move || sending().then_some("true")>
                {move || if sending() { words::SENDING } else { words::SEND }}</button>
        </form>
    }
    .node()
}
