//! The data behind the portal, and the description of the API.

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::wire::About;

use super::reading::{json, read};
use crate::{app::App, openapi, problem::ApiError, service};

/// Tells how much data there is, from where and of which date, and published figures.
#[utoipa::path(get, path = "/api/v1/about", tag = "about",
    responses((status = 200, description = "The data and its sources", body = About)))]
pub async fn about(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    read(&app, &uri, &headers, |live| Ok(service::about(live)))
}

/// This document.
pub async fn openapi() -> Result<Response, ApiError> {
    json(openapi::document())
}
