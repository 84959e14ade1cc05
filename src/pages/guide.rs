//! `/guides/:code`: how it is done.

use domain::wire::GuideDetail;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    backend::{FetchError, backend},
    components::{guide::guide, here::here, search_box::SearchBox},
    head::{self, HeadContent},
    json,
    text::{error, guide as words, home},
    ui::{IntoNode, Node, loaded},
};

/// One guide.
#[component]
pub fn GuidePage() -> impl IntoView {
    let params = use_params_map();
    let here = here();
    let backend = backend();
    let detail = json::data(
        move || (params.read().get("code").unwrap_or_default(), here.code_text()),
        move |(code, region)| {
            let answer = backend.0.show_guide(code, region);
            // A missing guide is an answer with its own page, not a failure.
            async move {
                match answer.await {
                    Ok(detail) => Ok(Some(detail)),
                    Err(FetchError::NotFound) => Ok(None),
                    Err(error) => Err(error),
                }
            }
        },
    );
    loaded(detail, move |detail| match detail {
        Some(detail) => {
            head::set(head_of(&detail));
            guide(&detail, here)
        }
        None => missing(),
    })
}

fn missing() -> Node {
    head::set_status(404);
    head::set(HeadContent { hidden: true, ..HeadContent::titled(error::MISSING_GUIDE) });
    view! {
        <h1 tabindex="-1">{error::MISSING_GUIDE}</h1>
        <p class="lead">{error::MISSING_TEXT}</p>
        <SearchBox words="" label=home::SEARCH_LABEL/>
    }
    .node()
}

fn head_of(detail: &GuideDetail) -> HeadContent {
    HeadContent {
        title: detail.name.clone(),
        description: Some(detail.summary.clone().unwrap_or_else(|| words::description(&detail.name))),
        json_ld: json_ld(detail),
        // A sample must not be found by people who look for the real thing.
        hidden: detail.sample,
    }
}

/// schema.org `GovernmentService`. Only the server prints it.
#[cfg(feature = "ssr")]
fn json_ld(detail: &GuideDetail) -> Option<String> {
    let organ = detail.publication.as_ref().and_then(|publication| publication.organ.as_ref());
    let area = detail.publication.as_ref().map(|publication| publication.region.full_name.as_str());
    let text = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": detail.name,
        "alternateName": detail.plain_name,
        "description": detail.summary,
        "identifier": detail.source_code,
        "serviceType": detail.kind.label(),
        "serviceOperator": { "@type": "GovernmentOrganization", "name": organ.unwrap_or(&detail.department) },
        "areaServed": area.unwrap_or(words::PROVINCE),
    });
    Some(text.to_string())
}

#[cfg(not(feature = "ssr"))]
fn json_ld(_: &GuideDetail) -> Option<String> {
    None
}
