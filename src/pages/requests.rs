//! `/requests`: look up a report. Also what answers the plain form that sends one.

use domain::wire::RequestView;
use leptos::{ev::SubmitEvent, html::Input, prelude::*, task::spawn_local};

use crate::{
    backend::{FetchError, Fresh, backend},
    components::receipt::{receipt, report},
    head::{self, HeadContent},
    routes,
    text::request as words,
    ui::failure,
};

/// The lookup, or the answer to a plain form.
#[component]
pub fn RequestsPage() -> impl IntoView {
    // What a plain form has just done travels with the page, so that hydration draws the same.
    let fresh = use_context::<Fresh>().unwrap_or_default();
    let fresh = Resource::new(|| (), move |()| std::future::ready(fresh.clone()));
    let content = move || Suspend::new(async move { answer(fresh.await) });
    view! { <Suspense>{content}</Suspense> }.into_any()
}

fn answer(fresh: Fresh) -> AnyView {
    let title = match &fresh {
        Fresh::Received(_) => words::RECEIVED.into(),
        Fresh::Found(view) => words::report(&view.id),
        Fresh::Nothing | Fresh::Failed(_) => words::LOOKUP_TITLE.to_owned(),
    };
    head::set(HeadContent { hidden: true, ..HeadContent::titled(title.clone()) });
    let body = match fresh {
        Fresh::Received(given) => return view! { <h1 tabindex="-1">{title}</h1>{receipt(&given)} }.into_any(),
        Fresh::Found(view) => report(&view),
        Fresh::Nothing => lookup(String::new()),
        Fresh::Failed(error) => (refusal(&error), lookup(String::new())).into_any(),
    };
    view! { <h1 tabindex="-1">{title}</h1>{body} }.into_any()
}

/// Why a form was refused.
pub fn refusal(error: &FetchError) -> AnyView {
    match error {
        FetchError::NotFound => {
            view! { <p class="notice" data-variant="error" role="alert">{words::NOT_FOUND}</p> }.into_any()
        }
        other => failure(other, None),
    }
}

/// The form: number and code, posted, since the code is a secret that no address may hold.
pub fn lookup(known_id: String) -> AnyView {
    let backend = StoredValue::new(backend());
    let (id, code) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let answer = RwSignal::new(None::<Result<RequestView, FetchError>>);
    let submit = move |event: SubmitEvent| {
        let (Some(id), Some(code)) = (id.get_untracked(), code.get_untracked()) else { return };
        event.prevent_default();
        let found = backend
            .with_value(|backend| backend.0.show_request(id.value().trim().to_owned(), code.value().trim().to_owned()));
        spawn_local(async move {
            let found = found.await;
            answer.try_set(Some(found));
        });
    };
    let shown = move || match answer.get() {
        None => ().into_any(),
        Some(Ok(view)) => report(&view),
        Some(Err(error)) => refusal(&error),
    };
    view! {
        <p class="lead">{words::LOOKUP_WHY}</p>
        <form class="form" method="post" action=routes::REQUEST_LOOKUP on:submit=submit>
            <div class="field">
                <label class="field__label" for="request-id">{words::NUMBER}</label>
                <input class="field__input" id="request-id" name="id" required=true maxlength="64" autocomplete="off"
                    value=known_id node_ref=id/>
            </div>
            <div class="field">
                <label class="field__label" for="request-code">{words::CODE}</label>
                <input class="field__input" id="request-code" name="code" required=true maxlength="64" autocomplete="off"
                    node_ref=code/>
            </div>
            <button class="button" type="submit">{words::LOOK_UP}</button>
        </form>
        <div aria-live="polite">{shown}</div>
    }
    .into_any()
}
