//! Result lists and guides.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::{
    Audience, Channel, ItemCode, ItemKind, Level,
    wire::{GuideDetail, GuidePage, Problem},
};
use shelf::json::to_json;

use super::reading::{read, read_shared};
use crate::{
    app::App,
    params::{self, query_of},
    problem::ApiError,
    service,
};

/// Lists guides for a citizen's words.
#[utoipa::path(get, path = "/api/v1/guides", tag = "guides",
    params(
        ("q" = Option<String>, Query, description = "Words; empty lists by popularity", max_length = 100),
        ("region" = Option<String>, Query, description = "Region code; without it the whole snapshot is searched"),
        ("audience" = Option<Audience>, Query, description = "Whom it serves"),
        ("kind" = Option<ItemKind>, Query, description = "Type"),
        ("theme" = Option<String>, Query, description = "Theme, verbatim"),
        ("channel" = Option<Channel>, Query, description = "Where it can be handled"),
        ("level" = Option<Level>, Query, description = "Level of the nearest publication"),
        ("page" = Option<u32>, Query, description = "From 1; page x size is at most 5000", minimum = 1),
        ("size" = Option<u32>, Query, description = "Hits a page, 20 unless given", minimum = 1, maximum = 100),
        ("facets" = Option<u8>, Query, description = "1 counts facets", maximum = 1),
    ),
    responses(
        (status = 200, description = "A page of results", body = GuidePage),
        (status = 304, description = "As the reader has it"),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_guides(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let query = shelf::guide_query(query_of(&uri))?;
    read_shared(&app, &uri, &headers, |live| Ok(to_json(&shelf::list_guides(live, &query)?)))
}

/// Shows a guide as it holds in a region.
#[utoipa::path(get, path = "/api/v1/guides/{code}", tag = "guides",
    params(
        ("code" = String, Path, description = "Our code, or the code as imported"),
        ("region" = Option<String>, Query, description = "Region code; the nearest publication wins"),
    ),
    responses(
        (status = 200, description = "The guide", body = GuideDetail),
        (status = 304, description = "As the reader has it"),
        (status = 404, description = "No such item", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_guide(
    State(app): State<App>,
    Path(code): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let region = params.region("region");
    params.finish()?;
    let code = ItemCode::parse(&code).map_err(|_| ApiError::NotFound("没有这个事项代码的指南。"))?;
    read(&app, &uri, &headers, |live| Ok(service::show_guide(live, &code, region.as_ref())?))
}
