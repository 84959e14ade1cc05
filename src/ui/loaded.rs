//! Waits, fails and retries for any resource, so no page has to.

use leptos::prelude::*;
use serde::Serialize;

use super::{IntoNode, Node, failure};
use crate::{
    backend::FetchError,
    head,
    json::{Data, FromJson},
    text::site,
};

/// Shows a resource once it is there. What was shown before stays until then.
pub fn loaded<T>(
    resource: Data<Result<T, FetchError>>,
    show: impl Fn(T) -> Node + Clone + Send + Sync + 'static,
) -> Node
where
    T: Clone + Send + Sync + FromJson + Serialize + 'static,
{
    let retry = Callback::new(move |()| resource.refetch());
    let content = move || {
        let show = show.clone();
        Suspend::new(async move {
            match resource.get().await.unwrap_or(Err(FetchError::Broken)) {
                Ok(value) => show(value),
                Err(error) => {
                    head::set_status(status(&error));
                    failure(&error, Some(retry))
                }
            }
        })
    };
    view! { <Transition fallback=waiting>{content}</Transition> }.node()
}

/// Says that an answer is on its way; the style keeps it unseen for 300 ms, so it never flashes.
fn waiting() -> Node {
    view! { <p class="waiting" role="status">{site::LOADING}</p> }.node()
}

/// The status of a page whose main content is missing.
fn status(error: &FetchError) -> u16 {
    match error {
        FetchError::NotFound => 404,
        FetchError::Refused(_) => 422,
        FetchError::Busy | FetchError::Timeout | FetchError::Offline => 503,
        FetchError::Broken => 500,
    }
}
