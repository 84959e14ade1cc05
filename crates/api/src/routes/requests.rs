//! Reports of citizens over the API.

use axum::{
    body::Bytes,
    extract::{Path, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::Response,
};
use domain::wire::{NewRequest, Problem, RequestReceipt, RequestView};

use super::reading::{json, json_body};
use crate::{app::App, params, problem::ApiError, service::requests as service};

/// The header that carries a report's code: a secret, so better not in an address.
const CODE: &str = "x-request-code";

/// Keeps a report; the answer means that it is on disk.
#[utoipa::path(post, path = "/api/v1/requests", tag = "requests", request_body = NewRequest,
    responses(
        (status = 201, description = "Kept", body = RequestReceipt),
        (status = 403, description = "Sent by another site's page", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Longer than 16 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The store takes no writes now", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn send_request(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let request: NewRequest = json_body(&headers, body)?;
    let receipt = service::send_request(&app, request).await?;
    let mut response = private(json(&receipt)?);
    *response.status_mut() = StatusCode::CREATED;
    if let Ok(place) = HeaderValue::try_from(format!("/api/v1/requests/{}", receipt.id)) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Shows a report to whoever has its code.
#[utoipa::path(get, path = "/api/v1/requests/{id}", tag = "requests",
    params(
        ("id" = String, Path, description = "The report's number"),
        ("x-request-code" = Option<String>, Header, description = "The report's code"),
        ("code" = Option<String>, Query, description = "The report's code, where no header can be sent"),
    ),
    responses(
        (status = 200, description = "The report", body = RequestView),
        (status = 404, description = "No such number, or another code", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_request(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let params = params::of(&uri);
    let code = headers.get(CODE).and_then(|code| code.to_str().ok()).or(params.text("code"));
    let found = service::find_request(&app, &id, code.unwrap_or_default()).await?;
    Ok(private(json(&found)?))
}

pub(super) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
