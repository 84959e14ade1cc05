//! Addresses without a route: a file of the portal, or nothing.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    response::{IntoResponse, Response},
};

use super::pages::{prefs_of, render};
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
        None if wants_page(request.headers()) => render(&app, request.uri(), prefs_of(request.headers())).await,
        None => ApiError::NoRoute.into_response(),
    }
}

/// Whether a person is looking: browsers ask for text/html when they open an address.
fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// An address that exists, but not for this method.
pub async fn method() -> ApiError {
    ApiError::Method
}
