//! Ratings over the API.

use axum::{
    Extension,
    body::Bytes,
    extract::{Path, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::Response,
};
use domain::{
    RegionCode,
    wire::{AdditionView, NewAddition, NewRating, Problem, RatingReceipt, RatingSummary, RatingView},
};
use store::{Axis, SummaryAsk};

use super::{
    reading::{json, json_body},
    requests::private,
};
use crate::{
    app::App,
    front::client::{self, Peer},
    params,
    problem::ApiError,
    service::ratings::{self as service, Sender},
};

/// Figures may be a minute old.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// Keeps a rating; the answer means that it is on disk and stands in the public log.
#[utoipa::path(post, path = "/api/v1/ratings", tag = "ratings", request_body = NewRating,
    params(
        ("idempotency-key" = String, Header, description = "Any text of the sender's own; the same key with the same body gets the same answer"),
        ("authorization" = Option<String>, Header, description = "`Bearer …` of a gateway, for tickets of telephone, text messages and paper"),
    ),
    responses(
        (status = 201, description = "Kept, now or when the same was sent before", body = RatingReceipt),
        (status = 400, description = "`key_missing`, or not JSON of this form", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`ticket_invalid`: damaged, expired, or of nobody we know; `gateway_only`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`ticket_used`, or `key_reused` by another body", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Longer than 16 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too often with one ticket or from one machine", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`store_unavailable`, `busy`, or `ratings_off`: no keys here", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn rate(
    State(app): State<App>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let new: NewRating = json_body(&headers, body)?;
    let key = text_of(&headers, "idempotency-key");
    let receipt = service::rate(&app, sender(&app, peer, &headers), key, new).await?;
    let mut response = private(json(&receipt)?);
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Keeps the one later addition of a rating.
#[utoipa::path(post, path = "/api/v1/ratings/{receipt}/additions", tag = "ratings", request_body = NewAddition,
    params(("receipt" = String, Path, description = "The receipt of the rating")),
    responses(
        (status = 201, description = "Kept, now or when the same was sent before", body = AdditionView),
        (status = 404, description = "No such receipt", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`already_added`, or `addition_late`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too often from one machine", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The store takes no writes now", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn add(
    State(app): State<App>,
    Path(receipt): Path<String>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let new: NewAddition = json_body(&headers, body)?;
    let added = service::add(&app, sender(&app, peer, &headers), &receipt, new).await?;
    let mut response = private(json(&added)?);
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Shows a rating to whoever has its receipt.
#[utoipa::path(get, path = "/api/v1/ratings/{receipt}", tag = "ratings",
    params(("receipt" = String, Path, description = "The receipt")),
    responses(
        (status = 200, description = "The rating", body = RatingView),
        (status = 404, description = "No such receipt", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show(State(app): State<App>, Path(receipt): Path<String>) -> Result<Response, ApiError> {
    Ok(private(json(&service::find(&app, &receipt).await?)?))
}

/// Figures of ratings by region, organ, item or channel. Few ratings are told as too few.
#[utoipa::path(get, path = "/api/v1/ratings/summary", tag = "ratings",
    params(
        ("by" = Option<String>, Query, description = "`region` (the default), `organ`, `item` or `channel`"),
        ("region" = Option<String>, Query, description = "Ratings of this region and all below it; the whole province without it"),
        ("key" = Option<String>, Query, description = "One organ, item, channel or region alone"),
        ("from" = Option<String>, Query, description = "From this day on, 2026-11-22"),
        ("to" = Option<String>, Query, description = "Up to this day"),
        ("size" = Option<u32>, Query, description = "At most so many rows, 1 to 100"),
    ),
    responses(
        (status = 200, description = "The figures", body = RatingSummary),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The store is gone", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn summary(State(app): State<App>, uri: Uri) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let axis = params.code("by", service::summary::axis).unwrap_or(Axis::Region);
    let region =
        params.region("region").map_or_else(|| RegionCode::PROVINCE.to_owned(), |code| code.as_str().to_owned());
    let key = params.words("key", 64);
    let most = params.number("size", 1, 100, 20);
    let mut day = |name: &str| {
        let text = params.text(name)?.to_owned();
        if text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok() {
            return Some(text);
        }
        params.wrong(name, "日期应写成 2026-11-22 这样。");
        None
    };
    let (from, to) = (day("from"), day("to"));
    params.finish()?;
    let ask = SummaryAsk { axis, region, key, from, to, most };
    let mut response = json(&service::summary::summary(&app, ask).await?)?;
    response.headers_mut().insert(header::CACHE_CONTROL, CACHE);
    Ok(response)
}

fn sender<'a>(app: &App, peer: Option<Extension<Peer>>, headers: &'a HeaderMap) -> Sender<'a> {
    let peer = peer.map(|Extension(peer)| peer);
    let token = text_of(headers, "authorization").and_then(|value| value.strip_prefix("Bearer "));
    Sender { machine: client::machine(&app.config.trusted_proxy, peer, headers), token }
}

fn text_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim)
}
