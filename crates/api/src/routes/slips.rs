//! Signed lists of papers. The one step that sends answers: they are used, and forgotten with the answer.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::HeaderMap,
    response::Response,
};
use domain::wire::{KeyList, Problem, SignAsk, SignedList};

use super::{
    qr::site_of,
    reading::{json, json_body},
    requests::private,
};
use crate::{app::App, problem::ApiError, service};

/// Computes a checklist anew and signs it; nothing of the question is kept.
#[utoipa::path(post, path = "/api/v1/checklists/sign", tag = "papers", request_body = SignAsk,
    responses(
        (status = 200, description = "The signed list, small enough for one QR code", body = SignedList),
        (status = 403, description = "Sent by another site's page", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Longer than 16 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, or more than one QR code holds: then it is told how many matters would fit", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too often from one machine", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`signing_off`: this server has no keys", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn sign_checklist(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let SignAsk { ask, include } = json_body(&headers, body)?;
    let sealed = service::slips::sign(&app, &ask, &include, &site_of(&app, &headers))?;
    Ok(private(json(&sealed.list)?))
}

/// The public keys that signed lists are checked with: the one that signs now, and every older one.
#[utoipa::path(get, path = "/api/v1/keys", tag = "papers",
    responses((status = 200, description = "Public keys; none when nothing is signed here", body = KeyList)))]
pub async fn list_keys(State(app): State<App>) -> Result<Response, ApiError> {
    match &app.keys {
        Some(keys) => json(keys.list()),
        None => json(&KeyList::default()),
    }
}
