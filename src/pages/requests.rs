//! `/requests`: look up a report. Also what answers the plain form that sends one.

#[cfg(feature = "ssr")]
mod plain;

use domain::wire::RequestView;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::{FetchError, backend},
    browser::page,
    components::receipt::report,
    head::{self, HeadContent},
    routes,
    text::request as words,
    ui::{IntoNode, Node, el, failure, form, para},
};

const ID: &str = "request-id";
const CODE: &str = "request-code";

/// The lookup, or the answer to a plain form.
#[component]
pub fn RequestsPage() -> impl IntoView {
    // Only the server answers plain forms, and nothing takes those pages over.
    #[cfg(feature = "ssr")]
    if let Some(answer) = plain::answer() {
        return answer;
    }
    lookup_page(String::new())
}

/// The page that asks for number and code.
pub fn lookup_page(known_id: String) -> Node {
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::LOOKUP_TITLE) });
    let heading = el("h1").attr("tabindex", "-1").text(words::LOOKUP_TITLE);
    vec![heading.into(), lookup(known_id, String::new())].into()
}

/// Why a form was refused.
fn refusal(error: &FetchError) -> Node {
    match error {
        FetchError::NotFound => {
            para("notice", words::NOT_FOUND).attr("data-variant", "error").attr("role", "alert").view()
        }
        other => failure(other, None),
    }
}

/// The form: number and code, posted, since the code is a secret that no address may hold.
fn lookup(id: String, code: String) -> Node {
    let backend = StoredValue::new(backend());
    let answer = RwSignal::new(None::<Result<RequestView, FetchError>>);
    let submit = move || {
        let asked = |id| page::value(id).trim().to_owned();
        let found = backend.with_value(|backend| backend.0.show_request(asked(ID), asked(CODE)));
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
    let fields = vec![
        form::line(ID, "id", words::NUMBER, id),
        form::line(CODE, "code", words::CODE, code),
        el("button").class("button").attr("type", "submit").text(words::LOOK_UP).into(),
    ];
    vec![
        para("lead", words::LOOKUP_WHY).into(),
        form::form(routes::REQUEST_LOOKUP, RwSignal::new(false), Box::new(submit), fields.into()),
        el("div").attr("aria-live", "polite").child(shown.node()).into(),
    ]
    .into()
}
