//! The bag list of several matters. Answers come in the body, are used and forgotten.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::HeaderMap,
    response::Response,
};
use domain::wire::{Checklist, ChecklistAsk, Problem};

use super::{
    reading::{json, json_body},
    requests::private,
};
use crate::{app::App, problem::ApiError, service};

/// Makes the bag list; nothing of the question is kept.
#[utoipa::path(post, path = "/api/v1/checklists", tag = "papers", request_body = ChecklistAsk,
    responses(
        (status = 200, description = "What to bring, what not, why, and the questions that would change it", body = Checklist),
        (status = 403, description = "Sent by another site's page", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Longer than 16 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, all of them; `unknown_fact` for answers to questions that nobody declared", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn make_checklist(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let ask: ChecklistAsk = json_body(&headers, body)?;
    let live = app.slot.load();
    Ok(private(json(&service::checklists::make(&live, &ask)?)?))
}
