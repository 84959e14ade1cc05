//! What all reading routes of the API share: tags, JSON, errors of the service as problems.

use axum::{
    body::Bytes,
    extract::rejection::BytesRejection,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use domain::wire::FieldProblem;
use serde::{Serialize, de::DeserializeOwned};
use shelf::NoRegion;

use crate::{
    app::App,
    front::etag::ETag,
    live::Live,
    problem::{ApiError, internal},
    service::ServiceError,
};

/// A minute of trust, then a question that is answered by 304 unless the snapshot changed.
const CACHE: &str = "public, max-age=60";

/// Answers a reading request from the served snapshot, or says that the reader has the answer already.
pub fn read<T: Serialize>(
    app: &App,
    uri: &Uri,
    headers: &HeaderMap,
    answer: impl FnOnce(&Live) -> Result<T, ApiError>,
) -> Result<Response, ApiError> {
    read_bytes(app, uri, headers, |live| serde_json::to_vec(&answer(live)?).map_err(internal))
}

/// Answers with what a phone answers too: the text, by the writer that both have.
pub fn read_shared(
    app: &App,
    uri: &Uri,
    headers: &HeaderMap,
    answer: impl FnOnce(&Live) -> Result<String, ApiError>,
) -> Result<Response, ApiError> {
    read_bytes(app, uri, headers, |live| Ok(answer(live)?.into_bytes()))
}

fn read_bytes(
    app: &App,
    uri: &Uri,
    headers: &HeaderMap,
    answer: impl FnOnce(&Live) -> Result<Vec<u8>, ApiError>,
) -> Result<Response, ApiError> {
    let live = app.slot.load();
    let tag = ETag::of_address(live.checksum(), uri, b"");
    if let Some(unchanged) = tag.not_modified(headers, CACHE) {
        return Ok(unchanged);
    }
    let mut response = json_bytes(answer(&live)?);
    tag.put(response.headers_mut(), CACHE);
    Ok(response)
}

/// The value of a JSON body; what it says is never logged.
pub fn json_body<T: DeserializeOwned>(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<T, ApiError> {
    let is_json = |kind: &HeaderValue| kind.as_bytes().starts_with(b"application/json");
    if !headers.get(header::CONTENT_TYPE).is_some_and(is_json) {
        return Err(ApiError::MediaType("请以 application/json 提交。"));
    }
    let body = body.map_err(|_| ApiError::TooLarge)?;
    serde_json::from_slice(&body).map_err(|_| ApiError::Unreadable("内容不是接口说明中的 JSON 格式。"))
}

/// A JSON answer.
pub fn json<T: Serialize>(value: &T) -> Result<Response, ApiError> {
    Ok(json_bytes(serde_json::to_vec(value).map_err(internal)?))
}

fn json_bytes(body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

impl From<Vec<FieldProblem>> for ApiError {
    fn from(fields: Vec<FieldProblem>) -> Self {
        Self::Invalid(fields)
    }
}

impl From<NoRegion> for ApiError {
    fn from(_: NoRegion) -> Self {
        Self::Invalid(vec![FieldProblem {
            field: "region".into(),
            detail: "没有这个行政区划代码。可在 /api/v1/regions 查找。".into(),
        }])
    }
}

impl From<ServiceError> for ApiError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::NotFound(what) => Self::NotFound(what),
            ServiceError::NoRegion(none) => none.into(),
            ServiceError::Snapshot(cause) => internal(cause),
        }
    }
}
