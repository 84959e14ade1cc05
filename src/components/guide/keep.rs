//! 保存和转发: paper, a link, a picture of the link.

use domain::wire::GuideDetail;
use leptos::prelude::*;

use crate::{
    browser::{
        page,
        share::{self, Shared},
    },
    routes,
    text::guide as words,
    ui::{IntoNode, Node},
};

/// Print, share, QR code. The buttons need script and come with it; the picture does not.
pub fn keep(detail: &GuideDetail, region: Option<String>) -> Node {
    let address = routes::guide(detail.code.as_str(), region.as_deref());
    // The picture is drawn by whoever answers the API, also where another host serves this page.
    let qr = page::api() + &routes::qr(detail.code.as_str(), region.as_deref());
    let (title, link) = (detail.name.clone(), address.clone());
    let ready = RwSignal::new(false);
    let by_hand = RwSignal::new(false);
    Effect::new(move || ready.set(true));
    let send = move |_| match share::share(&title, &(page::origin() + &link)) {
        Shared::Sheet => {}
        Shared::Copied => page::announce(words::COPIED),
        Shared::Nowhere => by_hand.set(true),
    };
    let copied = move || {
        by_hand.get().then(|| {
            let full = page::origin() + &address;
            view! { <p>{words::COPY_BY_HAND}<br/><span class="address">{full}</span></p> }
        })
    };
    view! {
        <div class="no-print">
            <p class="keep__buttons" hidden=move || !ready.get()>
                <button class="button" data-variant="quiet" type="button" on:click=send>{words::SHARE}</button>
                <button class="button" data-variant="quiet" type="button" on:click=|_| share::print()>{words::PRINT}</button>
            </p>
            {copied}
            <details class="more">
                <summary>{words::QR}</summary>
                <p>{words::QR_HELP}</p>
                <img class="qr" src=qr alt=words::QR_ALT width="200" height="200" loading="lazy"/>
            </details>
        </div>
    }
    .node()
}
