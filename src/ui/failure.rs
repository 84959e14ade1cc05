//! What went wrong, and what to do next.

use leptos::prelude::*;

use crate::{
    backend::FetchError,
    routes,
    text::{error as words, site},
};

/// Shows why there is no answer, with the next step as a button or link.
pub fn failure(error: &FetchError, retry: Option<Callback<()>>) -> AnyView {
    let retry = retry.filter(|_| words::can_retry(error));
    view! {
        <div class="notice" data-variant="error" role="alert">
            <h2 class="notice__title">{words::title(error)}</h2>
            <p>{words::advice(error)}</p>
            {retry.map(|retry| view! {
                <button class="button" type="button" on:click=move |_| retry.run(())>{words::RETRY}</button>
            })}
            <p><a href=routes::HOME>{site::HOME}</a>{site::DOT}<a href="tel:12345">{site::CALL_HOTLINE}</a></p>
        </div>
    }
    .into_any()
}
