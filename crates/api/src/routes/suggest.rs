//! Suggestions while typing.

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::wire::{Problem, Suggestions};
use shelf::json::to_json;

use super::reading::read_shared;
use crate::{app::App, params::query_of, problem::ApiError};

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
    let asked = shelf::suggest_query(query_of(&uri))?;
    read_shared(&app, &uri, &headers, |live| Ok(to_json(&shelf::suggest(live, &asked.q, asked.region.as_ref())?)))
}
