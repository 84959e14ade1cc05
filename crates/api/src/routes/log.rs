//! The public log of ratings over the API.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, Uri, header},
    response::Response,
};
use domain::wire::{FieldProblem, LogConsistency, LogHeads, LogProof, Problem};

use super::{reading::json, requests::private};
use crate::{app::App, params, problem::ApiError, service::ratings::log as service};

/// The signed heads of the log: keep one, and nothing before it can change unnoticed.
#[utoipa::path(get, path = "/api/v1/log/heads", tag = "log",
    responses(
        (status = 200, description = "What the log holds now, and at the end of each day", body = LogHeads),
        (status = 503, description = "`ratings_off`: no keys here, or the store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn heads(State(app): State<App>) -> Result<Response, ApiError> {
    Ok(private(json(&service::heads(&app).await?)?))
}

/// The proof that a rating stands in the log.
#[utoipa::path(get, path = "/api/v1/log/proof/{receipt}", tag = "log",
    params(("receipt" = String, Path, description = "The receipt of the rating")),
    responses(
        (status = 200, description = "The leaf and its way to a signed root", body = LogProof),
        (status = 404, description = "No such receipt", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`ratings_off`, or the store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn proof(State(app): State<App>, Path(receipt): Path<String>) -> Result<Response, ApiError> {
    Ok(private(json(&service::prove(&app, &receipt).await?)?))
}

/// The proof that a longer log begins with a shorter one.
#[utoipa::path(get, path = "/api/v1/log/consistency", tag = "log",
    params(
        ("from" = u64, Query, description = "The size of the shorter log"),
        ("to" = Option<u64>, Query, description = "The size of the longer one; as it is now without it"),
    ),
    responses(
        (status = 200, description = "Both roots and the proof", body = LogConsistency),
        (status = 422, description = "No sizes of this log", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn consistency(State(app): State<App>, uri: Uri) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let mut size = |name: &str| {
        let parsed = params.text(name).map(str::parse::<u64>);
        if let Some(Err(_)) = parsed {
            params.wrong(name, "应为不小于 0 的整数。");
        }
        parsed.and_then(Result::ok)
    };
    let (from, to) = (size("from"), size("to"));
    if params.text("from").is_none() {
        params.wrong("from", "请给出较短的日志有多少条。");
    }
    params.finish()?;
    let beyond = || {
        let detail = "公开日志没有这么长，或者 from 大于 to。".to_owned();
        ApiError::Invalid(vec![FieldProblem { field: "to".into(), detail }])
    };
    let found = service::grown(&app, from.unwrap_or_default(), to).await?.ok_or_else(beyond)?;
    Ok(private(json(&found)?))
}

/// The whole log without anything personal, for anybody to recount with `banshi verify-log`.
#[utoipa::path(get, path = "/api/v1/log/export", tag = "log",
    responses(
        (status = 200, description = "One JSON object a line: an opening, leaves, heads", body = String, content_type = "application/x-ndjson"),
        (status = 503, description = "`ratings_off`, or the store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn export(State(app): State<App>) -> Result<Response, ApiError> {
    let mut response = Response::new(Body::from_stream(service::export(&app).await?));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    let name = HeaderValue::from_static("attachment; filename=\"banshi-log.jsonl\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(private(response))
}
