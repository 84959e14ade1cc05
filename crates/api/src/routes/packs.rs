//! Packs: what a phone takes along to answer without network.

use std::sync::{Arc, atomic::Ordering};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{RegionCode, wire::Problem};
use tokio::task::spawn_blocking;

use crate::{
    app::App,
    live::Live,
    packs::{Made, What},
    params,
    problem::{ApiError, internal},
    site::encoding::{Encoding, best},
};

const DELTA: &str = "application/vnd.banshi.delta";
/// Another snapshot makes another pack: ask again.
const ASK: &str = "no-cache";
/// What a checksum names never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A checksum has so many characters.
const CHECKSUM: usize = 64;

/// Gives the pack of a region: items, publications, places and phones of the region and all above it.
#[utoipa::path(get, path = "/api/v1/packs/{region}", tag = "packs",
    params(
        ("region" = String, Path, description = "Region code; that of a province also answers searches without a region"),
        ("version" = Option<String>, Query, description = "Checksum of the pack that is wanted: immutable", max_length = 64),
        ("have" = Option<String>, Query, description = "Checksum of a pack that the phone has; what changed is sent when that is less", max_length = 64),
    ),
    responses(
        (status = 200, description = "The pack, or what makes it of the pack named by `have`", content(
            (String = "application/vnd.banshi.pack"),
            (String = "application/vnd.banshi.delta"),
        ), headers(("etag" = String, description = "The pack's checksum"))),
        (status = 304, description = "As the phone has it"),
        (status = 404, description = "No such region (`not_found`), or a version that is no longer kept (`pack_gone`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn region_pack(
    State(app): State<App>,
    Path(region): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let missing = ApiError::NotFound("没有这个行政区划代码。");
    let code = RegionCode::parse(&region).map_err(|_| missing.clone())?;
    let live = app.slot.load();
    live.snapshot.regions().find(&code).ok_or(missing)?;
    send(&app, &live, &What::Region(code), &uri, &headers).await
}

/// Gives the words of search, compiled: all packs of a snapshot are read with them.
#[utoipa::path(get, path = "/api/v1/packs/words", tag = "packs",
    params(
        ("version" = Option<String>, Query, description = "Checksum of the words that are wanted: immutable", max_length = 64),
        ("have" = Option<String>, Query, description = "Checksum of the words that the phone has", max_length = 64),
    ),
    responses(
        (status = 200, description = "The words, or what makes them of those named by `have`", content(
            (String = "application/vnd.banshi.words"),
            (String = "application/vnd.banshi.delta"),
        ), headers(("etag" = String, description = "SHA-256 of the words"))),
        (status = 304, description = "As the phone has them"),
        (status = 404, description = "A version that is no longer kept (`pack_gone`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn words(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let live = app.slot.load();
    send(&app, &live, &What::Words, &uri, &headers).await
}

/// Gives the rules about papers, events and working days: with them a phone checks papers without a network.
#[utoipa::path(get, path = "/api/v1/packs/papers", tag = "packs",
    params(
        ("version" = Option<String>, Query, description = "Checksum of the rules that are wanted: immutable", max_length = 64),
        ("have" = Option<String>, Query, description = "Checksum of the rules that the phone has", max_length = 64),
    ),
    responses(
        (status = 200, description = "The rules, or what makes them of those named by `have`", content(
            (String = "application/vnd.banshi.papers"),
            (String = "application/vnd.banshi.delta"),
        ), headers(("etag" = String, description = "SHA-256 of the rules"))),
        (status = 304, description = "As the phone has them"),
        (status = 404, description = "A version that is no longer kept (`pack_gone`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn papers(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let live = app.slot.load();
    send(&app, &live, &What::Papers, &uri, &headers).await
}

/// Gives the policies with their questions: with them a phone finds what is its owner's, and no answer leaves it.
#[utoipa::path(get, path = "/api/v1/packs/policies", tag = "packs",
    params(
        ("version" = Option<String>, Query, description = "Checksum of the policies that are wanted: immutable", max_length = 64),
        ("have" = Option<String>, Query, description = "Checksum of the policies that the phone has", max_length = 64),
    ),
    responses(
        (status = 200, description = "The policies, or what makes them of those named by `have`", content(
            (String = "application/vnd.banshi.policies"),
            (String = "application/vnd.banshi.delta"),
        ), headers(("etag" = String, description = "SHA-256 of the policies"))),
        (status = 304, description = "As the phone has them"),
        (status = 404, description = "A version that is no longer kept (`pack_gone`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn policies(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let live = app.slot.load();
    send(&app, &live, &What::Policies, &uri, &headers).await
}

async fn send(app: &App, live: &Arc<Live>, what: &What, uri: &Uri, headers: &HeaderMap) -> Result<Response, ApiError> {
    let mut params = params::of(uri);
    let (version, have) = (params.words("version", CHECKSUM), params.words("have", CHECKSUM));
    params.finish()?;
    let figures = &app.packs.figures;
    if let Some(version) = version {
        let kept = app.packs.by_checksum(&version).filter(|kept| what.is(kept));
        let pack = match kept {
            Some(kept) => kept,
            None => app.packs.current(live, what).await?,
        };
        if pack.checksum() != version {
            return Err(ApiError::PackGone);
        }
        figures.whole.fetch_add(1, Ordering::Relaxed);
        return body(headers, &pack, &pack, what.kind(), FOR_EVER).await;
    }
    let pack = app.packs.current(live, what).await?;
    if have.as_deref() == Some(pack.checksum()) || is_known(headers, &pack) {
        figures.unchanged.fetch_add(1, Ordering::Relaxed);
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        name(&mut response, &pack, ASK);
        return Ok(response);
    }
    let is_checksum = |have: &String| have.len() == CHECKSUM && have.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(have) = have.filter(is_checksum)
        && let Some(delta) = app.packs.delta(live, what, &have, &pack).await
    {
        figures.delta.fetch_add(1, Ordering::Relaxed);
        return body(headers, &delta, &pack, DELTA, ASK).await;
    }
    figures.whole.fetch_add(1, Ordering::Relaxed);
    body(headers, &pack, &pack, what.kind(), ASK).await
}

/// Whether the browser itself kept this pack.
fn is_known(headers: &HeaderMap, pack: &Made) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    known.split(',').any(|tag| tag.trim().trim_start_matches("W/").trim_matches('"') == pack.checksum())
}

fn name(response: &mut Response, pack: &Made, cache: &'static str) {
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::try_from(format!("\"{}\"", pack.checksum())) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
}

/// Sends a pack, or what makes it. It is kept as brotli; only old engines and programs ask for something else.
async fn body(
    headers: &HeaderMap,
    made: &Arc<Made>,
    pack: &Made,
    kind: &'static str,
    cache: &'static str,
) -> Result<Response, ApiError> {
    let (bytes, coding) = match best(headers, true, false) {
        Encoding::Brotli => (made.packed(), Some("br")),
        Encoding::Gzip | Encoding::Plain => {
            let made = made.clone();
            (spawn_blocking(move || made.plain()).await.map_err(internal)?.into(), None)
        }
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    name(&mut response, pack, cache);
    Ok(response)
}
