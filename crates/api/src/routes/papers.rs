//! Questions, papers and bundles as they are published.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::wire::{BundleDetail, BundleList, FactView, Problem, ProofDetail, ProofList};

use super::reading::read;
use crate::{app::App, params, problem::ApiError};

/// The longest words for which papers are looked up.
const WORDS: usize = 100;

/// Lists every question that a check of papers or of policies may ask; an answer to any other is refused. Answers in money are
/// fen, in percent tenths, days are 20260131.
#[utoipa::path(get, path = "/api/v1/facts", tag = "papers",
    responses(
        (status = 200, description = "The questions, in the order in which they are best asked", body = Vec<FactView>),
        (status = 304, description = "As the reader has it"),
    ))]
pub async fn list_facts(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    read(&app, &uri, &headers, |live| {
        let policies = crate::service::policies::facts(live.snapshot.book());
        Ok(bag::facts(&live.world).into_iter().chain(policies).collect::<Vec<_>>())
    })
}

/// Lists papers of which a spelling fits the words.
#[utoipa::path(get, path = "/api/v1/proofs", tag = "papers",
    params(("q" = Option<String>, Query, description = "Words; empty lists all", max_length = 100)),
    responses(
        (status = 200, description = "The papers, best first", body = ProofList),
        (status = 304, description = "As the reader has it"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_proofs(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let words = params.words("q", WORDS);
    params.finish()?;
    read(&app, &uri, &headers, |live| Ok(bag::proofs(&live.world, words.as_deref().unwrap_or_default())))
}

/// Shows a paper: who may ask for it, who must not issue it, what does instead.
#[utoipa::path(get, path = "/api/v1/proofs/{id}", tag = "papers",
    params(("id" = String, Path, description = "The paper's id")),
    responses(
        (status = 200, description = "The paper", body = ProofDetail),
        (status = 304, description = "As the reader has it"),
        (status = 404, description = "No such paper", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_proof(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let missing = ApiError::NotFound("没有这份材料的说明。");
    read(&app, &uri, &headers, |live| bag::proof(&live.world, &id).ok_or(missing))
}

/// Lists the bundles.
#[utoipa::path(get, path = "/api/v1/bundles", tag = "papers",
    responses(
        (status = 200, description = "The bundles", body = BundleList),
        (status = 304, description = "As the reader has it"),
    ))]
pub async fn list_bundles(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    read(&app, &uri, &headers, |live| Ok(bag::bundles(&live.world)))
}

/// Shows a bundle: its stages, matters and form.
#[utoipa::path(get, path = "/api/v1/bundles/{id}", tag = "papers",
    params(("id" = String, Path, description = "The bundle's id")),
    responses(
        (status = 200, description = "The bundle", body = BundleDetail),
        (status = 304, description = "As the reader has it"),
        (status = 404, description = "No such bundle", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_bundle(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let missing = ApiError::NotFound("没有这件“一件事”。");
    read(&app, &uri, &headers, |live| bag::bundle(&live.world, &id).ok_or(missing))
}
