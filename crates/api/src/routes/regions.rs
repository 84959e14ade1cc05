//! Regions.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::{
    RegionCode,
    wire::{Problem, RegionDetail, RegionList},
};

use super::reading::read;
use crate::{app::App, params::query_of, problem::ApiError, service};

/// Lists regions by words, or right below a region, or the topmost.
#[utoipa::path(get, path = "/api/v1/regions", tag = "regions",
    params(
        ("parent" = Option<String>, Query, description = "Lists the regions right below this one"),
        ("q" = Option<String>, Query, description = "Name, pinyin, initials or code; wins over parent", max_length = 40),
    ),
    responses(
        (status = 200, description = "Regions", body = RegionList),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_regions(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let query = shelf::region_query(query_of(&uri))?;
    read(&app, &uri, &headers, |live| Ok(service::list_regions(live, &query)?))
}

/// Shows a region and what is right below it.
#[utoipa::path(get, path = "/api/v1/regions/{code}", tag = "regions",
    params(("code" = String, Path, description = "2, 4, 6, 9 or 12 characters")),
    responses(
        (status = 200, description = "The region", body = RegionDetail),
        (status = 404, description = "No such region", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_region(
    State(app): State<App>,
    Path(code): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let code = RegionCode::parse(&code).map_err(|_| ApiError::NotFound("没有这个行政区划代码。"))?;
    read(&app, &uri, &headers, |live| Ok(service::show_region(live, &code)?))
}
