//! Suggestions while typing.

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::wire::{GuideQuery, Problem, Suggestions};

use super::reading::read;
use crate::{app::App, params::Params, problem::ApiError, service};

/// Suggests what a citizen may be about to ask for.
#[utoipa::path(get, path = "/api/v1/suggest", tag = "guides",
    params(
        ("q" = Option<String>, Query, description = "What is typed so far", max_length = 100),
        ("region" = Option<String>, Query, description = "Region code"),
    ),
    responses(
        (status = 200, description = "Suggestions, best first", body = Suggestions),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn suggest(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let mut params = Params::of(&uri);
    let text = params.words("q", GuideQuery::MAX_WORDS).unwrap_or_default();
    let region = params.region("region");
    params.finish()?;
    read(&app, &uri, &headers, |live| Ok(service::suggest(live, &text, region.as_ref())?))
}
