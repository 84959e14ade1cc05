//! Policies as they are published, and what comes out for somebody. Answers come in the body, are used and forgotten.

use axum::{
    body::Bytes,
    extract::{Path, State, rejection::BytesRejection},
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::{
    Audience,
    policy::{Instrument, PayMode, PolicyClass},
    wire::{Eligibility, EligibilityAsk, PolicyDetail, PolicyList, Problem},
};

use super::{
    reading::{json, json_body, read},
    requests::private,
};
use crate::{
    app::App,
    clock, params,
    problem::ApiError,
    service::{
        checklists::scope,
        policies::{self, PolicyQuery},
    },
};

/// The longest words for which policies are looked up.
const WORDS: usize = 100;
/// Nobody reads on.
const PAGES: u32 = 1000;
/// Policies a page unless asked otherwise, and at most.
const SIZE: (u32, u32) = (20, 100);

/// Lists policies by words and filters.
#[utoipa::path(get, path = "/api/v1/policies", tag = "policies",
    params(
        ("q" = Option<String>, Query, description = "Words, of which half must occur", max_length = 100),
        ("class" = Option<PolicyClass>, Query, description = "What it is about"),
        ("instrument" = Option<Instrument>, Query, description = "In which form it helps"),
        ("audience" = Option<Audience>, Query, description = "For whom"),
        ("pay_mode" = Option<PayMode>, Query, description = "What must be done"),
        ("region" = Option<String>, Query, description = "Region code: its policies and those of all above it"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("size" = Option<u32>, Query, description = "1 to 100, 20 without it"),
    ),
    responses(
        (status = 200, description = "The policies, best first", body = PolicyList),
        (status = 304, description = "As the reader has it"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_policies(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let q = params.words("q", WORDS).unwrap_or_default();
    let class = params.code("class", PolicyClass::from_code);
    let instrument = params.code("instrument", Instrument::from_code);
    let audience = params.code("audience", Audience::from_code);
    let pay_mode = params.code("pay_mode", PayMode::from_code);
    let region = params.region("region");
    let page = params.number("page", 1, PAGES, 1);
    let size = params.number("size", 1, SIZE.1, SIZE.0);
    params.finish()?;
    read(&app, &uri, &headers, |live| {
        if let Some(unknown) = region.clone().filter(|region| live.snapshot.regions().find(region).is_none()) {
            return Err(shelf::NoRegion(unknown).into());
        }
        let scope = region.as_ref().map(|region| scope(live, region));
        let query = PolicyQuery { q, class, instrument, audience, pay_mode, scope, on: clock::today(), page, size };
        Ok(policies::list(live, &query))
    })
}

/// Shows a policy: conditions, amount, how it is paid, sources, changes.
#[utoipa::path(get, path = "/api/v1/policies/{id}", tag = "policies",
    params(("id" = String, Path, description = "The policy's id")),
    responses(
        (status = 200, description = "The policy", body = PolicyDetail),
        (status = 304, description = "As the reader has it"),
        (status = 404, description = "No such policy", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_policy(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let missing = ApiError::NotFound("没有这项政策。");
    read(&app, &uri, &headers, |live| policies::show(live.snapshot.book(), &id, clock::today()).ok_or(missing))
}

/// Evaluates every policy for the answers of somebody; nothing of the question is kept or logged.
#[utoipa::path(post, path = "/api/v1/eligibility", tag = "policies", request_body = EligibilityAsk,
    responses(
        (status = 200, description = "What comes out of each policy: yes, no or unknown, and why", body = Vec<Eligibility>),
        (status = 403, description = "Sent by another site's page", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Longer than 16 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values, all of them; `unknown_fact` for answers to questions that nobody declared", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn make_eligibility(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    let ask: EligibilityAsk = json_body(&headers, body)?;
    let live = app.slot.load();
    Ok(private(json(&policies::eligibility(&live, &ask)?)?))
}
