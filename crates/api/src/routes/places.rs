//! Places.

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::{
    place::PlaceKind,
    wire::{PlaceList, Problem},
};
use shelf::json::to_json;

use super::reading::read_shared;
use crate::{app::App, params::query_of, problem::ApiError, service};

/// Lists the places that serve a region, nearest level first.
#[utoipa::path(get, path = "/api/v1/places", tag = "regions",
    params(
        ("region" = Option<String>, Query, description = "Region code; without it the topmost regions"),
        ("kind" = Option<PlaceKind>, Query, description = "Kind of place"),
    ),
    responses(
        (status = 200, description = "Places, at most 200", body = PlaceList),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_places(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let asked = shelf::place_query(query_of(&uri))?;
    read_shared(&app, &uri, &headers, |live| {
        Ok(to_json(&service::list_places(live, asked.region.as_ref(), asked.kind)?))
    })
}
