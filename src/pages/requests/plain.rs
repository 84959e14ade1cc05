//! What answers a plain form. Rendered by the server alone.

use leptos::prelude::use_context;

use super::{lookup, refusal};
use crate::{
    backend::{FetchError, Fresh, Written},
    components::{guide::report_form, receipt},
    head::{self, HeadContent},
    routes,
    text::request as words,
    ui::{Node, el, form, link, para},
};

/// The answer to the form that was just posted; `None` on an ordinary visit.
pub fn answer() -> Option<Node> {
    let (title, body) = match use_context::<Fresh>().unwrap_or_default() {
        Fresh::Nothing | Fresh::Written(_) => return None,
        Fresh::Received(given) => (words::RECEIVED.into(), receipt::receipt(&given)),
        Fresh::Found(view) => (words::report(&view.id), receipt::report(&view)),
        Fresh::Refused(error, written) => (words::NOT_DONE.to_owned(), again(&error, written)),
    };
    head::set(HeadContent { hidden: true, ..HeadContent::titled(title.clone()) });
    Some(vec![el("h1").attr("tabindex", "-1").text(title).into(), body].into())
}

/// The form once more: why it was refused, and everything that stood in it.
fn again(error: &FetchError, written: Written) -> Node {
    let why = match error {
        FetchError::Refused(what) => form::field_error(what.clone()),
        other => refusal(other),
    };
    let rest: Vec<Node> = match written {
        Written::Report(request) => {
            let guide = request.item.as_deref().map(|item| routes::guide(item, request.region.as_deref()));
            let guide = guide.map(|href| el("p").child(link(href, words::BACK_TO_GUIDE)));
            vec![para("", words::STILL_THERE).into(), report_form(request), guide.into()]
        }
        Written::Lookup(id, code) => vec![lookup(id, code)],
        Written::Nothing => vec![para("", words::GO_BACK).into()],
    };
    vec![why, rest.into()].into()
}
