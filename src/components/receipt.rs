//! What a citizen gets back for a report: its number and the only key to it.

use domain::wire::{RequestReceipt, RequestView};
use leptos::prelude::*;

use crate::{routes, text::request as words};

/// The receipt, shown once.
pub fn receipt(given: &RequestReceipt) -> AnyView {
    view! {
        <div class="notice" data-variant="done" role="status">
            <h2 class="notice__title">{words::RECEIVED}</h2>
            <dl class="rows">
                <div class="rows__row"><dt>{words::NUMBER}</dt><dd class="secret">{given.id.clone()}</dd></div>
                <div class="rows__row"><dt>{words::CODE}</dt><dd class="secret">{given.code.clone()}</dd></div>
            </dl>
            <p>{words::KEEP}</p>
            <p><a href=routes::REQUESTS>{words::LOOK_UP_LATER}</a></p>
        </div>
    }
    .into_any()
}

/// A report as its writer sees it again.
pub fn report(view: &RequestView) -> AnyView {
    let item = view.request.item.as_deref().map(|code| {
        let href = routes::guide(code, view.request.region.as_deref());
        view! { <div class="rows__row"><dt>{words::ABOUT_GUIDE}</dt><dd><a href=href>{words::OPEN_GUIDE}</a></dd></div> }
    });
    view! {
        <dl class="rows">
            <div class="rows__row"><dt>{words::STATE}</dt><dd><strong>{words::state(&view.state)}</strong></dd></div>
            <div class="rows__row"><dt>{words::RECEIVED_AT}</dt><dd>{moment(&view.received_at)}</dd></div>
            {item}
            <div class="rows__row"><dt>{words::WRITTEN}</dt><dd>{view.request.text.clone()}</dd></div>
        </dl>
    }
    .into_any()
}

/// Date and minute of an RFC 3339 time that is already in China's zone.
fn moment(text: &str) -> String {
    match (text.get(..10), text.get(11..16)) {
        (Some(date), Some(minute)) => format!("{date} {minute}"),
        _ => text.into(),
    }
}
