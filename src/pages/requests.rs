//! `/requests`: look up a report. Also what answers the plain form that sends one.

use domain::wire::RequestView;
use leptos::{ev::SubmitEvent, html::Input, prelude::*, task::spawn_local};

use crate::{
    backend::{FetchError, Fresh, backend},
    components::receipt::{receipt, report},
    head::{self, HeadContent},
    json, routes,
    text::request as words,
    ui::{IntoNode, Node, el, failure, para},
};

/// The lookup, or the answer to a plain form.
#[component]
pub fn RequestsPage() -> impl IntoView {
    // What a plain form has just done travels with the page, so that hydration draws the same.
    let fresh = use_context::<Fresh>().unwrap_or_default();
    let fresh = json::data(|| (), move |()| std::future::ready(fresh.clone()));
    let content = move || Suspend::new(async move { answer(fresh.get().await.unwrap_or_default()) });
    view! { <Suspense>{content}</Suspense> }.node()
}

fn answer(fresh: Fresh) -> Node {
    let title = match &fresh {
        Fresh::Received(_) => words::RECEIVED.into(),
        Fresh::Found(view) => words::report(&view.id),
        Fresh::Nothing => words::LOOKUP_TITLE.to_owned(),
        Fresh::Failed(_) => words::NOT_DONE.to_owned(),
    };
    head::set(HeadContent { hidden: true, ..HeadContent::titled(title.clone()) });
    let heading = el("h1").attr("tabindex", "-1").text(title);
    let body: Vec<Node> = match fresh {
        Fresh::Received(given) => vec![heading.into(), receipt(&given)],
        Fresh::Found(view) => vec![heading.into(), report(&view)],
        Fresh::Nothing => vec![heading.into(), lookup(String::new())],
        Fresh::Failed(error) => {
            let again = el("h2").text(words::LOOKUP_TITLE);
            vec![heading.into(), refusal(&error), para("", words::GO_BACK).into(), again.into(), lookup(String::new())]
        }
    };
    Node::from(body).view()
}

/// Why a form was refused.
pub fn refusal(error: &FetchError) -> Node {
    match error {
        FetchError::NotFound => {
            para("notice", words::NOT_FOUND).attr("data-variant", "error").attr("role", "alert").view()
        }

        other => failure(other, None),
    }
}

/// The form: number and code, posted, since the code is a secret that no address may hold.
pub fn lookup(known_id: String) -> Node {
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
        None => Node::nothing().view(),
        Some(Ok(view)) => report(&view).view(),
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
    .node()
}
