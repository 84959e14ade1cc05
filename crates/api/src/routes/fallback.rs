//! Addresses without a route: a file of the portal, or nothing.

use axum::{
    extract::{Request, State},
    http::Method,
    response::{IntoResponse, Response},
};

use crate::{app::App, problem::ApiError};

/// A file of the portal, a problem under /api, or the portal's own page for what does not exist.
pub async fn show(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        return ApiError::NoRoute.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::Method.into_response();
    }
    match app.site.show(path, request.headers()) {
        Some(file) => file,
        None => ApiError::NoRoute.into_response(),
    }
}

/// An address that exists, but not for this method.
pub async fn method() -> ApiError {
    ApiError::Method
}
